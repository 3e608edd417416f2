"""Timelines in tables: the dates, or the days counted from one event, that head the rows or the columns in order.

One of them that stands out of the order of all others is a slip; a table that is not in order otherwise is none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from casewright.check.evidence.text.passage import Passage
from casewright.check.evidence.times.timeline import days_of
from casewright.document.reading import Reading
from casewright.patterns import lazily

_BAR = " | "  # between the cells of a table in plain text, each row of which is a paragraph
_FEWEST = 4  # heads, of which three tell the order
_DAYS = {"day": 1, "pod": 1, "week": 7, "month": 30, "year": 365}
_COUNTED = lazily(
    r"(?P<from>post-?operative |hospital |illness |admission )?(?P<unit>day|week|month|year|pod) (?P<count>\d{1,3})"
    r"|(?P<count2>\d{1,3}) (?P<unit2>day|week|month|year)s?(?P<from2> (?:later|after [a-z ]{3,30}))?"
)


class Head(NamedTuple):
    """The time at the head of a row or a column: what it counts from ("" the calendar), in days, and its place."""

    basis: str
    days: int
    text: str
    place: Passage


def misplaced_heads(reading: Reading) -> Iterator[tuple[Head, Head]]:
    """The head that stands out of order, and the one beside it that it contradicts."""
    for cells in _headings(reading):
        heads = [head for cell in cells if (head := _head(reading, *cell)) is not None]
        if len(heads) < _FEWEST or len({head.basis for head in heads}) > 1:
            continue
        down = [head._replace(days=-head.days) for head in heads]
        if _in_order(heads) or _in_order(down):
            continue
        out = [at for at in range(len(heads)) if _in_order([*heads[:at], *heads[at + 1 :]])]
        if out and not any(_in_order([*down[:at], *down[at + 1 :]]) for at in range(len(down))):
            at = out[-1] if len(out) > 1 and out[-1] != len(heads) - 1 else out[0]
            beside = (
                heads[at - 1]
                if at and heads[at - 1].days > heads[at].days
                else heads[min(at + 1, len(heads) - 1)]
            )
            yield heads[at], beside


def _in_order(heads: Sequence[Head]) -> bool:
    return all(one.days <= other.days for one, other in pairwise(heads))


def _headings(reading: Reading) -> Iterator[list[tuple[int, int, str]]]:
    """The first cells of the rows of each table, and the cells of its first row: block, offset, text."""
    drawn: list[tuple[int, int, str]] = []
    for number, (_, block) in enumerate(reading.blocks):
        if block.kind == "paragraph" and _BAR in block.text:
            if not drawn:
                yield _cells(number, block.text, _BAR)
            drawn.append((number, 0, block.text.partition(_BAR)[0]))
            continue
        if drawn:
            yield drawn
            drawn = []
        if block.kind == "table":
            first, at = [], 0
            for line in block.text.split("\n"):
                first.append((number, at, line.partition("\t")[0]))
                at += len(line) + 1
            yield first
            yield _cells(number, block.text.partition("\n")[0], "\t")
    if drawn:
        yield drawn


def _cells(block: int, row: str, bar: str) -> list[tuple[int, int, str]]:
    cells, at = [], 0
    for cell in row.split(bar):
        cells.append((block, at, cell))
        at += len(cell) + len(bar)
    return cells


def _head(reading: Reading, block: int, start: int, cell: str) -> Head | None:
    """The time that a cell consists of; None where it has other words, or no day or month."""
    text = cell.strip()
    start += len(cell) - len(cell.lstrip())
    place = Passage(block, start, start + len(text))
    match = _COUNTED.fullmatch(text.lower())
    if match is not None:
        unit = match["unit"] or match["unit2"]
        basis = (match["from"] or match["from2"] or ("pod" if unit == "pod" else "day")).strip()
        return Head(basis, int(match["count"] or match["count2"]) * _DAYS[unit], text, place)
    for mention in reading.dates:
        if mention.block == block and mention.start == start and mention.end == place.end and mention.month:
            days = days_of(mention)
            return None if days is None else Head("", days[0].toordinal(), text, place)
    return None
