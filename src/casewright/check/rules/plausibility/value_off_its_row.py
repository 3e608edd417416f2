"""CW319."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import ClassVar

from casewright.check.evidence.values.ranged import Cell, Ranged, ranged_rows
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.document.reading import Reading
from casewright.patterns import lazily

# What the body holds within narrow bounds: a tenth of it, or the tenfold, nobody has from one day to the next.
_STEADY = lazily(
    r"sodium|potassium|chlor|calcium|magnes|h(?:a?e)moglobin|h(?:a?e)matocrit|albumin|total protein|osmol|temperature"
    r"|weight|height|mcv|mch|\bph\b|\bna\b|\bk\b|\bcl\b|\bca\b|\bhb\b|\bhgb\b|\bhct\b|erythrocyte|red blood|\brbc\b"
    r"|urea|creatinine|glucose|bicarbonate|platelet|ejection|pressure|heart rate|pulse",
    2,
)
_ALIKE = Decimal("1.6")  # times: so near the other values of the row are to one another
_NEAR = Decimal("1.25")  # times: so near the value comes to them when its point is moved


class ValueOffItsRow:
    """A value of a table that is ten times off its neighbors, and fits them with its decimal point moved.

    Why it is bad
        A point is lost or put in the wrong place.

    Example
        Chloride (mmol/L): 101, 10.4, 99.

    Write instead
        Chloride (mmol/L): 101, 104, 99.

    Source
        The other values of the row, three and more of which are alike; only what the body keeps steady.
    """

    code: ClassVar[str] = "CW319"
    name: ClassVar[str] = "value-off-its-row"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        for row in ranged_rows(reading):
            for cell, others in _off(row):
                message = f"{cell.number} is ten times off the other values of the row"
                places = [other.place for other in others]
                yield found(self, reading, cell.place, message, "move the decimal point", places)


def _off(row: Ranged) -> Iterator[tuple[Cell, list[Cell]]]:
    """The one value that is ten times off the others, with these."""
    if len(row.cells) < 3 or not _STEADY.search(row.label):
        return
    for cell in row.cells:
        others = [other for other in row.cells if other is not cell]
        least, most = min(other.number for other in others), max(other.number for other in others)
        if least <= 0 or most > least * _ALIKE or cell.number <= 0:
            continue
        if any(least / _NEAR <= cell.number * factor <= most * _NEAR for factor in (10, Decimal("0.1"))):
            yield cell, others
            return
