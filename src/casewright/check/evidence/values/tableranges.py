"""Averages with their ranges in the cells of tables: `42.3 (35–67)` in a row that is called `mean (range)`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from casewright.check.evidence.text.cells import cells_of
from casewright.check.evidence.text.passage import Passage
from casewright.document.reading import Reading
from casewright.patterns import lazily

_NUMBER = r"\d+(?:\.\d+)?"
_CELL = lazily(
    rf"\s*(?P<estimate>{_NUMBER})\s?[(\[]\s?(?:range[:,]?\s)?(?P<low>{_NUMBER})\s?(?:[-–—]|to)\s?(?P<high>{_NUMBER})\s?[)\]]\s*\Z"
)
_AVERAGED = lazily(
    r"\bmedian\b.*\b(?:range|iqr|min|interquartile)|\b(?:mean|average)\b.*\b(?:range|min)(?!.*\b(?:iqr|interquartile))"
)


class Averaged(NamedTuple):
    """An average and the ends of its range, as printed in one cell."""

    place: Passage
    estimate: str
    low: str
    high: str


def averages_in_tables(reading: Reading) -> Iterator[Averaged]:
    """The cells that are an average with its range, by the label of their row or the head of their column."""
    for number, (_, block) in enumerate(reading.blocks):
        if block.kind != "table" or "(" not in block.text:
            continue
        rows = cells_of(number, block.text)
        heads = [head.text for head in rows[0]]
        for label, *row in rows:
            for column, cell in enumerate(row, 1):
                match = _CELL.match(cell.text)
                head = heads[column] if column < len(heads) else ""
                if match and _AVERAGED.search(f"{label.text} {head}".lower()):
                    yield Averaged(cell.place, match["estimate"], match["low"], match["high"])
