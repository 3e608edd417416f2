"""CW704."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from casewright.check.evidence.people.ages import ages
from casewright.check.evidence.people.cases import cases_told
from casewright.check.evidence.text.around import stretches_with
from casewright.check.evidence.text.parts import of_patient, part_at
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import Span, found
from casewright.document.mentions.stretch import Stretch
from casewright.document.reading import Reading
from casewright.patterns import lazily

_PUBLISHED = lazily(
    r"\b(?:publ|case report|this (?:case|report|article)|images?\b|figures?\b)", re.IGNORECASE
)
_REFUSED = lazily(
    r"\bconsent\b[^.;]{0,50}?\b(?P<said>(?:was|were|is|has been|had been) (?:waived|denied|refused|withdrawn"
    r"|not (?:been )?(?:obtained|given|granted))|could not be obtained|cannot be obtained)",
    re.IGNORECASE,
)
_REASON = lazily(
    r"\b(?:because|since|as (?:the|this|no|we|there|it)|due to|given|ethic\w*|board|committee|irb|identif\w*|anonym\w*"
    r"|retrospective\w*|contact\w*|effort\w*|deceased|died|death|lost to|exempt\w*|minimal"
    r"|next[- ]of[- ]kin|famil\w*|relatives?|parents?|guardians?|mother|father|spouse|wife|husband|son|daughter)\b",
    re.IGNORECASE,
)
_PATIENT = lazily(
    r"\bconsent\b[^.;]{0,60}?\b(?:obtained|given|provided|taken|signed|granted|received)\b[^.;]{0,20}?"
    r"\b(?P<said>(?:from|by) (?:the|this|our) patient)\b(?!['’]s?\b| (?:and|or|/)|/)",
    re.IGNORECASE,
)
_KIN = lazily(
    r"\b(?:kin|famil\w*|relatives?|parents?|guardians?|mother|father|spouse|wife|husband|sons?|daughters?|sister|brother"
    r"|before (?:his|her|the|death)|representative|proxy|surrogate)\b",
    re.IGNORECASE,
)
_DIED = lazily(
    r"\b(?:patient|he|she|man|woman|boy|girl|child|infant|neonate)\b[^.;]{0,40}?\b(?:died|expired|passed away)\b"
)
_ENDS = frozenset(("died", "expired", "passed"))  # one of these every match of the pattern has
_NEXT = 120  # characters behind a sentence in which its reason may stand
_YOUNGEST = 14  # years: nobody younger consents alone
_OF_AGE = 21  # years: the latest at which anybody comes of age
_PARENTS = lazily(
    r"\bconsent\b[^.;]{0,60}?\b(?:obtained|given|provided|taken|signed|granted|received)\b[^.;]{0,20}?"
    r"\b(?P<said>(?:from|by) (?:the |(?:the |this |our )?patient['’]s |his |her )?(?:parents|mother|father)"
    r"(?: of (?:the|this|our) patient)?)\b(?! and| or)",
    re.IGNORECASE,
)
_UNABLE = lazily(
    r"\b(?:incapa\w+|capacity|intellectual\w*|mental\w*|cogniti\w+|disab\w+|coma\w*|unconscious\w*|dementia|retard\w*"
    r"|down(?:['’]s)? syndrome|trisomy|palsy|vegetative|autis\w+|developmental\w*|died|death|deceased|expired"
    r"|passed away|autopsy|posthumous\w*)\b",
    re.IGNORECASE,
)


class ConsentAgainstCase:
    """A consent to publication that was not obtained, or that the patient of this case cannot have given.

    Why it is bad
        Journals publish no case without consent, and sentences copied from another manuscript show at once: a newborn
        signs nothing, and whoever died in the hospital was hardly asked for a case report.

    Example
        Case report: A 3-day-old boy had bilious vomiting. Consent: Written informed consent for publication was
        obtained from the patient.

    Write instead
        Case report: A 3-day-old boy had bilious vomiting. Consent: Written informed consent for publication was
        obtained from the patient's parents.

    Source
        ICMJE Recommendations, Protection of Research Participants; CARE 2013, item 13,
        doi:10.1186/1752-1947-7-223. The ages of 14 and 21 years are casewright's own limits. A waiver or a missing
        consent passes where a reason, a board or the next of kin stands beside it.
    """

    code: ClassVar[str] = "CW704"
    name: ClassVar[str] = "consent-against-case"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        for stretch in stretches_with(reading, frozenset(("consent",))):
            if _PUBLISHED.search(stretch.text) is not None:
                if (match := _REFUSED.search(stretch.text)) and not _REASON.search(_with_next(stretch)):
                    message = "the consent to publication was not obtained"
                    hint = "obtain it, from the next of kin if need be, or say which board has waived it"
                    yield found(self, reading, _span(stretch, *match.span("said")), message, hint)
                elif (match := _PATIENT.search(stretch.text)) and not _KIN.search(stretch.block.text):
                    yield from self._unable(reading, _span(stretch, *match.span("said")))
                elif match := _PARENTS.search(stretch.text):
                    yield from self._of_age(reading, _span(stretch, *match.span("said")))

    def _of_age(self, reading: Reading, said: Span) -> Iterator[Finding]:
        told = [age for age in ages(reading) if age.part == "body"]
        if not told or min(age.years for age in told) < _OF_AGE or reading.once(cases_told) != 1:
            return
        if any(_UNABLE.search(block.text) for _, block in reading.blocks if block.kind != "reference"):
            return
        message = f"consent is said to be the parents', and the patient is {told[0].text} old"
        at = Span(told[0].at.block, told[0].at.start, told[0].at.end)
        yield found(
            self, reading, said, message, "name who consented: the patient, or say why the parents did", [at]
        )

    def _unable(self, reading: Reading, said: Span) -> Iterator[Finding]:
        if reading.once(cases_told) == 1 and (why := _cannot(reading)):
            message = f"consent is said to be the patient's, who {why[0]}"
            hint = "say who consented: the parents, the next of kin, or the patient before death"
            yield found(self, reading, said, message, hint, [why[1]])


def _with_next(stretch: Stretch) -> str:
    """A sentence and the beginning of what follows it."""
    return stretch.block.text[stretch.offset : stretch.offset + len(stretch.text) + _NEXT]


def _cannot(reading: Reading) -> tuple[str, Span] | None:
    """Why the patient can have signed nothing for this report, with the place that says so."""
    told = [age for age in ages(reading) if age.part == "body"]
    if told and all(age.years < _YOUNGEST for age in told):
        at = told[0].at
        return f"is {told[0].text} old", Span(at.block, at.start, at.end)
    for stretch in stretches_with(reading, _ENDS):
        if part_at(reading, stretch.sentence.block) != "body":
            continue
        match = _DIED.search(stretch.text)
        if match and of_patient(reading, stretch.sentence.index):
            return "died", _span(stretch, match.start(), match.end())
    return None


def _span(stretch: Stretch, start: int, end: int) -> Span:
    return Span(stretch.sentence.block, stretch.offset + start, stretch.offset + end)
