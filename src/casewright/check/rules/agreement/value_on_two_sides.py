"""CW112."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from casewright.check.evidence.text.parts import of_patient, part_at
from casewright.check.evidence.text.passage import Passage, scan_around
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.document.reading import Reading
from casewright.patterns import lazily

_SIDED = lazily(
    r"(?<![\d.,/])(?P<value>\d+(?:\.\d+)?(?:/\d+)?|[IVX]{1,4}\b)[°%]?\s?(?:points?|mmHg|mm|cm|mL"
    r"|degrees)?\s(?:in|on|at) the"
    r" (?P<side>left|right)\b"
)
_AFTER = lazily(
    r"\b(?:[Aa]fter|[Aa]t|by) (\w+ (?:day|week|month|year)s?)\b|\b(\w+ (?:day|week|month|year)s?) (?:later|after)\b"
)
_OTHER = {"left": "right", "right": "left"}


class ValueOnTwoSides:
    """A value that is the left side's in one section and the right side's in another.

    Why it is bad
        Two eyes or two hips have changed places; the treated side is in doubt.

    Example
        Abstract: Visual acuity was 20/40 in the right eye. Case report: Visual acuity was 20/40 in the left eye.

    Write instead
        Abstract: Visual acuity was 20/40 in the left eye. Case report: Visual acuity was 20/40 in the left eye.

    Source
        A value is compared only where the case has it on one side alone, and at no other time after an event.
    """

    code: ClassVar[str] = "CW112"
    name: ClassVar[str] = "value-on-two-sides"
    severity: ClassVar[Severity] = "error"

    def check(self, reading: Reading) -> Iterator[Finding]:
        sided = [
            (place, match["value"], match["side"], part_at(reading, place.block))
            for place, match in scan_around(reading, _SIDED, 36, 16, " the left", " the right")
            if of_patient(reading, reading.sentence_at(place.block, place.start))
        ]
        for place, value, side, part in sided:
            told: dict[str, list[Passage]] = {}
            for other, other_value, other_side, other_part in sided:
                if other_part == "body" and other_value == value:
                    told.setdefault(other_side, []).append(other)
            if part != "body" and side not in told and _OTHER[side] in told:
                rivals = [each for each in told[_OTHER[side]] if not _of_two_times(reading, place, each)]
                if not rivals:
                    continue
                section = reading.blocks[rivals[0].block][0].title or "the case report"
                message = f"{value} is of the {side} side here and of the {_OTHER[side]} side in {section}"
                yield found(self, reading, place, message, "make the two agree", rivals[:2])


def _of_two_times(reading: Reading, one: Passage, other: Passage) -> bool:
    """Whether the clauses of two places name how long after an event they tell, and name it otherwise."""
    times = [_time(reading, each) for each in (one, other)]
    return "" not in times and times[0] != times[1]


def _time(reading: Reading, place: Passage) -> str:
    """The time after an event that is named last before a place in its sentence."""
    sentence = reading.sentences[reading.sentence_at(place.block, place.start)]
    named = _AFTER.findall(reading.blocks[place.block][1].text, sentence.start, place.start)
    return max(named[-1]) if named else ""
