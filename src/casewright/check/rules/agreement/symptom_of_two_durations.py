"""CW128."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import ClassVar

from casewright.check.evidence.people.cases import cases_told
from casewright.check.evidence.people.introduced import introduced
from casewright.check.evidence.text.parts import part_at
from casewright.check.evidence.times.onsets import LOCAL, Onset, onsets
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import as_said, found
from casewright.document.reading import Reading


class SymptomOfTwoDurations:
    """A symptom of the history that had begun at one time by the complaint and at another by what is told next.

    Why it is bad
        The course before admission cannot be followed; one of the two times is a slip.

    Example
        A 40-year-old man came with a 6-day history of fever and cough. Three days earlier, he had developed fever.

    Write instead
        A 40-year-old man came with a 6-day history of fever and cough. Six days earlier, he had developed fever.

    Source
        Times of one symptom at one site are compared within the history, whatever their units, half a month or year
        allowed for rounding and a third where the text says `about`. A change in it (`the cough became worse two days
        ago`) may be later than its beginning, never earlier.
    """

    code: ClassVar[str] = "CW128"
    name: ClassVar[str] = "symptom-of-two-durations"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        told = reading.once(onsets)
        if len(told) < 2 or reading.once(cases_told) > 1 or _several(reading):
            return
        for one, other in combinations(told, 2):
            if symptom := _opposed(one, other):
                message = f"`{symptom}` is of {as_said(other.text)} here and of {as_said(one.text)} before"
                yield found(self, reading, other.place, message, "make the two agree", [one.place])
                return


def _several(reading: Reading) -> bool:
    """Whether the case introduces more than one person."""
    people = [each for each in reading.once(introduced) if part_at(reading, each.at.block) == "body"]
    return len({(each.age, each.unit, each.sex) for each in people}) > 1


def _opposed(one: Onset, other: Onset) -> str:
    """The symptom that cannot have begun at both times; "" where there is none."""
    shared = one.symptoms & other.symptoms
    if one.sites and other.sites and not one.sites & other.sites:
        shared -= LOCAL
    if not shared or one.sentence == other.sentence:
        return ""
    if (other.changed and other.low <= one.high) or (one.changed and one.low <= other.high):
        return ""
    return "" if one.low <= other.high and other.low <= one.high else min(shared)
