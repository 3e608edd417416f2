"""CW131."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from casewright.check.evidence.people.cases import cases_told
from casewright.check.evidence.places.levels import Levels, levels
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
        alone, since they are names of sequences too.
    """

    code: ClassVar[str] = "CW131"
    name: ClassVar[str] = "spinal-level-not-in-case"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        every = reading.once(levels)
        told = [each for each in every if not each.retold]
        if not told or len(told) == len(every) or reading.once(cases_told) > 1:
            return
        known = frozenset[str]().union(*(each.vertebrae for each in told))
        for each in every:
            if each.retold and (rival := _rival(each, told, known)):
                unknown = next(name for name, _ in each.places if name not in known)
                place = next(at for name, at in each.places if name == unknown)
                there = next(at for name, at in rival.places if name not in each.vertebrae)
                printed = reading.blocks[there.block][1].text[there.start : there.end]
                message = f"`{unknown}` stands here and nowhere in the case, which has `{as_said(printed)}`"
                yield found(self, reading, place, message, "make the two agree", [there])


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
