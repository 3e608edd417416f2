"""CW241."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from casewright.check.evidence.parts import of_patient, part_at
from casewright.check.evidence.passage import Passage, scan
from casewright.check.evidence.values import printed
from casewright.check.evidence.wording import content
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.document.mentions.model import QuantityMention
from casewright.document.reading import Reading
from casewright.patterns import lazily
from casewright.quantity.number import read_number

_NUMBER = r"\d{1,2}|[a-z]+(?:-[a-z]+)?"
_AT = lazily(rf"[Aa]t (?:the |an )?age (?:of )?(?P<age>{_NUMBER})\b(?!\s?(?:months?|weeks?|days?|mo\b|wk\b))")
_AGO = lazily(rf"(?<![\w-])(?P<age>{_NUMBER}) years (?:ago|prior|earlier)\b")
_PAST = lazily(
    r"\b(?:diagnosed|stopped|quit|since|history|underwent|onset|began|started|menarche|menopause|ex-smoker|had|first"
    r"|lost|immigrated|married)\b",
    re.IGNORECASE,
)
_OLD = lazily(r"year|yr")
_REACH = 100  # characters on either side whose words tell what happened


class AgeBeyondAge:
    """An age at which something happened in the past that the patient has not reached, or that an interval denies.

    Why it is bad
        The age, the age now or the interval is wrong, and the length of the illness with it.

    Example
        A 40-year-old man presented with pain. He was an ex-smoker, who had stopped at the age of 47.

    Write instead
        A 40-year-old man presented with pain. He was an ex-smoker, who had stopped at the age of 30.

    Source
        The order of numbers; and where an event is told once with the age and once with the years since, by two words
        in common, their sum is the age now, two years more or less.
    """

    code: ClassVar[str] = "CW241"
    name: ClassVar[str] = "age-beyond-age"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        ages = list(_told(reading, _AT, "at age ", "at the age ", "at an age "))
        if not ages:
            return
        now = _age(reading)
        latest = max(ages, key=lambda event: event[1])
        oldest = float(now.quantity.numbers[0].value) if now else latest[1]
        for passage, age, words in ages:
            if now is not None and age > oldest and _PAST.search(words):
                message = f"the age of {age:g} was not reached by a patient of {printed(now)}"
                yield found(self, reading, passage, message, "correct one of the two ages", [now])
        for passage, years, words in _told(reading, _AGO, "years ago", "years prior", "years earlier"):
            for event, age, others in ages:
                common = content(words) & content(others)
                if len(common) > 1 and age < oldest and abs(oldest - age - years) > 2:
                    message = (
                        f"from the age of {age:g} to {oldest:g} are {oldest - age:g} years, not {years:g}"
                    )
                    hint = "correct an age or the interval"
                    yield found(self, reading, passage, message, hint, [event, now or latest[0]])


def _told(reading: Reading, pattern: re.Pattern[str], *needs: str) -> Iterator[tuple[Passage, float, str]]:
    """The numbers of a pattern in sentences about the patient, with the words around them in their sentence."""
    for passage, match in scan(reading, pattern, *needs):
        number = read_number(match["age"])
        index = reading.sentence_at(passage.block, passage.start)
        sentence = reading.sentences[index]
        if number is not None and of_patient(reading, index, passage.start):
            first, last = max(sentence.start, passage.start - _REACH), min(sentence.end, passage.end + _REACH)
            yield passage, float(number.value), match.string[first:last]


def _age(reading: Reading) -> QuantityMention | None:
    """The greatest age in years that is printed of the patient as `...-year-old`."""
    ages = [
        mention
        for mention in reading.quantities
        if mention.measure == "age"
        and mention.subject == "patient"
        and mention.quantity.shape == "single"
        and _OLD.search(mention.text)
        and part_at(reading, mention.block) != "other"
    ]
    return max(ages, key=lambda mention: mention.quantity.numbers[0].value, default=None)
