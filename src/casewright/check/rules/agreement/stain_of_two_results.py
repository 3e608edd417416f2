"""CW108."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from casewright.check.evidence.parts import of_patient
from casewright.check.evidence.passage import scan_around
from casewright.check.evidence.results import results
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.document.reading import Reading
from casewright.patterns import lazily

_CONFIRMING = lazily(
    r"\b(?P<said>negative(?: for [^.;,]{1,50})?(?:,? (?:and|thus|thereby|hence|which))*"
    r" confirm(?:ed|ing|s) (?:the |an? )?(?:presence|diagnosis|infection))\b"
    r"(?! of (?:primary|idiopathic|sero\w+|non\w+))"
)
_TESTED = lazily(r"\b(?:PCR|antibod(?:y|ies)|cultures?|serolog\w+|antigens?|assay|swabs?|smears?)\b")
_BORNE_OUT = lazily(r"[Pp]ositiv|[Rr]eactiv|\bexcept|\bexclud|\babsence")
_BEFORE, _BEHIND = 2, 130  # characters on either side of the word in which a match stands


class StainOfTwoResults:
    """A marker or test that is positive in one section and negative in another.

    Why it is bad
        The diagnosis rests on the stains, cultures and antibodies; one of the two is a misprint.

    Example
        Abstract: positive for PAX8 and negative for CD10. Case report: positive for PAX8 and CD10.

    Write instead
        Abstract: positive for PAX8 and CD10. Case report: positive for PAX8 and CD10.

    Source
        A marker or test is compared only where the case has it with one result; two specimens with two results pass.
        A negative test that confirms a disease is told where no other of its sentence is positive.
    """

    code: ClassVar[str] = "CW108"
    name: ClassVar[str] = "stain-of-two-results"
    severity: ClassVar[Severity] = "error"

    def check(self, reading: Reading) -> Iterator[Finding]:
        stained = [each for each in results(reading) if each.about]
        seen: set[object] = set()
        for echo in stained:
            key = (echo.name, echo.positive)
            told = [each for each in stained if each.part == "body" and each.name == echo.name]
            if (
                echo.part == "body"
                or not told
                or key in seen
                or echo.place in seen
                or any(each.positive == echo.positive for each in told)
            ):
                continue
            seen |= {key, echo.place}
            here, there = ("positive", "negative") if echo.positive else ("negative", "positive")
            section = reading.blocks[told[0].place.block][0].title or "the case report"
            name = reading.blocks[echo.place.block][1].text[echo.place.start : echo.place.end]
            message = f"`{name}` is {here} here and {there} in {section}"
            yield found(self, reading, echo.place, message, "make the two agree", [told[0].place])
        yield from self._confirming(reading)

    def _confirming(self, reading: Reading) -> Iterator[Finding]:
        """A negative test that is said to have confirmed a disease, in a sentence with no positive one."""
        for place, _ in scan_around(reading, _CONFIRMING, _BEFORE, _BEHIND, "negative"):
            sentence = reading.sentences[reading.sentence_at(place.block, place.start)]
            text = reading.blocks[place.block][1].text[sentence.start : sentence.end]
            if _TESTED.search(text) and not _BORNE_OUT.search(text) and of_patient(reading, sentence.index):
                message = "a negative result is said to confirm the disease"
                hint = "write `positive`, or say what was confirmed"
                yield found(self, reading, place, message, hint, severity="warning")
