"""CW320."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from casewright.check.evidence.values.ranged import Cell, Ranged, ranged_rows
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.document.reading import Reading


class MarkAgainstRange:
    """A value of a table that is marked high or low against the range in its row.

    Why it is bad
        The mark, the value or the range is wrong, and the reader cannot know which.

    Example
        Sodium (mmol/L): 139 ↓, reference range 135-145.

    Write instead
        Sodium (mmol/L): 129 ↓, reference range 135-145.

    Source
        The range printed in the row.
    """

    code: ClassVar[str] = "CW320"
    name: ClassVar[str] = "mark-against-range"
    severity: ClassVar[Severity] = "error"

    def check(self, reading: Reading) -> Iterator[Finding]:
        for row in ranged_rows(reading):
            for cell in row.cells:
                if cell.flag and not _is_beyond(row, cell):
                    message = f"{cell.number} is marked {cell.flag}, and the range is {_words(row)}"
                    yield found(self, reading, cell.place, message, "correct the mark or the value")


def _is_beyond(row: Ranged, cell: Cell) -> bool:
    """Whether the value is where its mark says, or cannot be judged."""
    if row.range_unit != row.unit:
        return True
    if cell.flag == "normal":
        return (row.low is None or cell.number >= row.low) and (row.high is None or cell.number <= row.high)
    if cell.flag == "high":
        return row.high is None or cell.number >= row.high
    return row.low is None or cell.number <= row.low


def _words(row: Ranged) -> str:
    if row.low is None:
        return f"up to {row.high}"
    return f"{row.low} to {row.high}" if row.high is not None else f"from {row.low}"
