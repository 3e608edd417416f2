"""CW602."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from casewright.check.evidence.people.animals import is_of_an_animal
from casewright.check.finding import Finding, Severity
from casewright.check.rules.privacy.telling import tells_of_the_patient
from casewright.check.spotting import found
from casewright.document.mentions.model import DateMention
from casewright.document.reading import Reading
from casewright.patterns import lazily

_OF_THE_REPORT = lazily(
    r"\b(?:search\w*|databases?|pubmed|medline|embase|literature|registered|approved|ethics|accessed|inception|protocol|published"
    r"|publication|FDA|EMA)\b",
    re.IGNORECASE,
)
_PUBLIC = lazily(  # what befell many, and what authorities declare: its date is known to everybody
    r"\b(?:mass[- ]casualt\w+|disasters?|earthquakes?|tsunamis?|hurricanes?|typhoons?|cyclones?|tornado\w*|floods?"
    r"|outbreaks?|pandemics?|epidemics?|terror\w*|bombings?|explosions?|shootings?|derail\w+|crash\w*|lockdowns?"
    r"|World Health Organi[sz]ation|software|version|labels?|recall\w*|withdrawn|guidelines?|laws?|policy|released)\b",
    re.IGNORECASE,
)
_DECREED = lazily(  # when it held: `due to the shutdown from March 16 to May 4, 2020 she stayed at home`
    r"\b(?:lockdowns?|shutdowns?|curfews?|states? of emergency|school closures?|travel bans?)\b[^.;]{0,40}?"
    r"\b(?:from|on|since|between|of|until|beginning|starting)\s(?:[^.;]{4,24}\s(?:to|until|till|and|through)\s)?\Z"
    r"|\b(?:lockdowns?|shutdowns?|curfews?)\b[^.;]{0,20}?\((?:[^.;()]{4,24}\s?(?:to|until|till|and|through|[-–])\s?)?\Z",
    re.IGNORECASE,
)
_PERSON = lazily(
    r"\b(?:patient|he|she|his|hers?|him|man|woman|boy|girl|child|infant|baby|newborn|neonate|mother|father|victim"
    r"|male|female|gentleman|lady|worker|driver|admi\w+|discharged|\d+-(?:year|month|day|week)s?)\b",
    re.IGNORECASE,
)


class DateOfThePatient:
    """An event of the patient's is given with its day, month and year.

    Why it is bad
        Dates of birth, admission, operation, discharge and death are identifiers: with the hospital's name they lead
        to the record. What matters to the reader is the interval.

    Example
        She was admitted on 14 March 2019 and died on 2 April 2019.

    Write instead
        She died 19 days after admission.

    Source
        HIPAA Privacy Rule, 45 CFR 164.514(b)(2)(i)(C): all elements of dates except the year.
    """

    code: ClassVar[str] = "CW602"
    name: ClassVar[str] = "date-of-the-patient"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        """One finding at the first such date; the others are named beside it."""
        dates = [
            mention
            for mention in reading.dates
            if mention.year
            and mention.month
            and mention.day
            and mention.subject == "patient"
            and tells_of_the_patient(mention.role)
            and not _is_of_the_report(reading, mention)
        ]
        if dates and not is_of_an_animal(reading):
            others = f", and {len(dates) - 1} more" if len(dates) > 1 else ""
            message = f"a full date of the patient's history is printed: `{dates[0].text}`{others}"
            hint = "give the interval: `on day 3`, `two weeks later`; the year alone may stand"
            yield found(self, reading, dates[0], message, hint, against=dates[1:8])


def _is_of_the_report(reading: Reading, mention: DateMention) -> bool:
    """Whether a date is of what the authors did, a search or an approval, or of what befell a whole place."""
    sentence = reading.sentences[mention.sentence]
    text = reading.blocks[mention.block][1].text
    if _OF_THE_REPORT.search(text, sentence.start, sentence.end):
        return True
    if _DECREED.search(text, sentence.start, mention.start):
        return True
    public = _PUBLIC.search(text, sentence.start, sentence.end)
    return public is not None and _PERSON.search(text, sentence.start, sentence.end) is None
