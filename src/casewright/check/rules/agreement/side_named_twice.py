"""CW144."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from casewright.check.evidence.places.doubled import doubled
from casewright.check.evidence.places.sides import OTHER
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.document.reading import Reading


class SideNamedTwice:
    """One side named twice where a sentence tells of both.

    Why it is bad
        One of the two is the other side, and the reader cannot tell which.

    Example
        The ankle-brachial index was 0.58 in the left leg and 1.04 in the left leg.

    Write instead
        The ankle-brachial index was 0.58 in the left leg and 1.04 in the right leg.

    Source
        Laterality errors in 1.2% of radiology reports: doi:10.2196/76384. Two names of one side are held against each
        other where only `and`, `or` or a second value of the same kind stands between them, and the patient has one
        such organ on each side.
    """

    code: ClassVar[str] = "CW144"
    name: ClassVar[str] = "side-named-twice"
    severity: ClassVar[Severity] = "error"

    def check(self, reading: Reading) -> Iterator[Finding]:
        for each in doubled(reading):
            thing = f"`{each.side} {each.thing}`" if each.thing else f"the {each.side} side"
            message = f"{thing} stands here beside the {each.side} side again"
            hint = f"one of the two is on the {OTHER[each.side]}: correct it"
            yield found(self, reading, each.second, message, hint, [each.first])
