"""CW131."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from casewright.check.evidence.people.cases import cases_told
from casewright.check.evidence.places.levelranges import retold_ranges
from casewright.check.evidence.places.levels import Levels, levels
from casewright.check.evidence.text.passage import Passage
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import as_said, found
from casewright.document.reading import Reading

_PAIR = 2  # vertebrae beside a disc
_ALIKE = 2  # levels that two lists have in common


class SpinalLevelNotInCase:
    """A level of the spine in a summary, a legend or the discussion where the case report has another.

    Why it is bad
        Operations at the wrong level begin with such slips.

    Example
        Case report: MRI showed edema of T8, L2 and L3. Legend: Edema of T9, L2 and L3.

    Write instead
        Case report: MRI showed edema of T8, L2 and L3. Legend: Edema of T8, L2 and L3.

    Source
        Lists are compared that differ in one level, and single levels where the case has no other; T1 and T2 are left
        alone, since they are names of sequences too. A stretch from one level to another is compared with the one
        stretch that the rest of the report gives the same thing, where they have one end in common.
    """

    code: ClassVar[str] = "CW131"
    name: ClassVar[str] = "spinal-level-not-in-case"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        every = reading.once(levels)
        told = [each for each in every if not each.retold]
        if not told or len(told) == len(every) or reading.once(cases_told) > 1:
            return
        ranged = list(retold_ranges(reading))
        for lone, case in ranged:
            printed, known_as = (_printed(reading, place) for place in (lone.place, case.place))
            message = f"this is told of `{printed}` here and of `{known_as}` elsewhere"
            yield found(self, reading, lone.place, message, "make the two agree", [case.place])
        taken = {lone.sentence for lone, _ in ranged}
        known = frozenset[str]().union(*(each.vertebrae for each in told))
        for each in every:
            if each.retold and each.sentence not in taken and (rival := _rival(each, told, known)):
                unknown = next(name for name, _ in each.places if name not in known)
                place = next(at for name, at in each.places if name == unknown)
                there = next(at for name, at in rival.places if name not in each.vertebrae)
                message = (
                    f"`{unknown}` stands here and nowhere in the case, which has `{_printed(reading, there)}`"
                )
                yield found(self, reading, place, message, "make the two agree", [there])


def _printed(reading: Reading, place: Passage) -> str:
    return as_said(reading.blocks[place.block][1].text[place.start : place.end])


def _rival(each: Levels, told: list[Levels], known: frozenset[str]) -> Levels | None:
    """The sentence of the case that names another level in its place."""
    unknown = each.vertebrae - known
    if not unknown:
        return None
    few = len(each.vertebrae) <= _PAIR and len(known) <= _PAIR
    if few and (unknown == each.vertebrae or len(each.vertebrae) == len(known)):
        return told[0]
    for other in told:
        shared = each.vertebrae & other.vertebrae
        if len(unknown) == 1 and len(shared) >= _ALIKE and len(other.vertebrae - each.vertebrae) == 1:
            return other
    return None
