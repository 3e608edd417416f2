"""CW226."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from casewright.check.evidence.text.passage import Passage
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.document.reading import Reading
from casewright.patterns import lazily

_CELL = lazily(r"(\d{1,5})(?:\s?\(\d{1,3}(?:\.\d+)?\s?%?\))?\Z")
_TOTAL = lazily(
    r"(?:grand )?(?:total|sum|overall|all)(?: \(?n\)?| (?:score|points|number))?\Z", re.IGNORECASE
)
_PLACED = lazily(r"\[[\d,–-]+\]")


class TotalNotOfRows:
    """A table's row of totals that is not the sum of the rows above it.

    Why it is bad
        Readers and reviews take the total; a row is missing, counted twice or wrong.

    Example
        Series with 5, 7 and 9 patients, and below them a total of 23.

    Write instead
        Series with 5, 7 and 9 patients, and below them a total of 21.

    Source
        Addition; only columns of whole numbers, each row with one, in tables whose last row is called total.
    """

    code: ClassVar[str] = "CW226"
    name: ClassVar[str] = "total-not-of-rows"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        for number, (_, block) in enumerate(reading.blocks):
            if block.kind != "table":
                continue
            rows = [line.split("\t") for line in block.text.split("\n") if line.strip()]
            if len(rows) < 4 or not _TOTAL.match(_PLACED.sub("", rows[-1][0]).strip().strip(":*")):
                continue
            start = block.text.rstrip("\n").rfind("\n") + 1
            for column, cell in enumerate(rows[-1][1:], 1):
                start = block.text.index("\t", start) + 1
                parts = _parts(rows[1:-1], column)
                whole = _CELL.match(cell.strip())
                if parts and whole and sum(parts) != int(whole[1]):
                    passage = Passage(number, start, start + len(cell))
                    message = f"{' and '.join(map(str, parts))} add up to {sum(parts)}, not {whole[1]}"
                    yield found(self, reading, passage, message, "correct the total or a row")


def _parts(rows: list[list[str]], column: int) -> list[int]:
    """The counts of a column; none where a cell is no count, or has no place."""
    cells = [_CELL.match(row[column].strip()) if column < len(row) else None for row in rows]
    return [int(cell[1]) for cell in cells if cell] if all(cells) else []
