"""CW340."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from casewright.check.evidence.values.degrees import misfits
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import as_said, found
from casewright.document.reading import Reading


class DegreeAgainstValue:
    """A degree, class or stage that a figure defines, beside a figure of another one.

    Why it is bad
        The word or the figure is wrong, and treatment goes by both.

    Example
        A woman with class III obesity (body mass index 32 kg/m²) was admitted.

    Write instead
        A woman with class I obesity (body mass index 32 kg/m²) was admitted.

    Source
        The table of `casewright.check.evidence.values.degrees` names the source of each scale, and whether it was
        verified: classes of birth weight, trimesters, fever and hypothermia, small tumors, urine, nephrotic proteinuria
        and stenoses were not. Where sources differ, and at the borders, its limits are wider than each of them.
    """

    code: ClassVar[str] = "CW340"
    name: ClassVar[str] = "degree-against-value"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        for each in misfits(reading):
            text = reading.blocks[each.named.block][1].text
            named, figure = (as_said(text[at.start : at.end]) for at in (each.named, each.figure))
            value = f"{figure} {each.unit}".strip()
            message = f"`{each.measure}` of {value} is called `{named}`"
            yield found(self, reading, each.figure, message, "correct the word or the figure", [each.named])
