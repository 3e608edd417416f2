"""Rows of tables with the reference range that is printed in the row, and what marks the values as high or low."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from casewright.check.evidence.text.passage import Passage
from casewright.document.mentions.names import find_names
from casewright.document.reading import Reading
from casewright.patterns import lazily
from casewright.quantity.model import Unit
from casewright.quantity.units import find_unit

_N = r"\d{1,3}(?:,\d{3})+|\d{1,7}(?:\.\d{1,4})?|\.\d{1,3}"
_UNIT = r"\s?(?P<unit>[^\d\s()\[\]↑↓–-][^()\[\]↑↓–]{0,16}?|[×x]\s?10[^()\[\]]{2,12})?"
_FLAG = r"\s?[(\[]?(?P<flag>[↑↓]|\b[HL]\b|\b[Hh]igh\b|\b[Ll]ow\b)?[)\]]?\s*"
_UNIT_FIRST = _UNIT.replace("unit", "first") + _FLAG.replace("flag", "last")
_VALUE = lazily(rf"\s*(?P<number>{_N})(?:{_FLAG}{_UNIT}|{_UNIT_FIRST})\s*\Z")
_RANGE = lazily(
    rf"\s*[(\[]?\s?(?P<low>{_N})\s?(?:[-–—−~]|\bto\b)\s?(?P<high>{_N})\s?[)\]]?{_UNIT}\s*[)\]]?\s*\Z"
)
_BOUND = lazily(rf"\s*[(\[]?\s?(?P<sign>[<≤>≥])\s?(?P<bound>{_N}){_UNIT}\s*[)\]]?\s*\Z")
_OF_RANGES = lazily(r"normal|refer|range|\bref\b|\bRV\b|\bRR\b|\bNR\b|limit", re.IGNORECASE)
_LABEL = lazily(r"\s*[^\d\W][^\t]*[A-Za-z]{2}")
_IN_LABEL = lazily(r"(?:\s?[(\[]\s?|,\s)(?P<unit>[^()\[\]\s,;]{1,14}|[×x]\s?10[^()\[\]]{2,12})\s?[)\]]?\s*\Z")
_RANGE_IN_LABEL = lazily(
    rf"[(\[]\s?(?:[^()\[\]\d]{{1,20}}\s)?(?P<low>{_N})\s?[-–—−~]\s?(?P<high>{_N}){_UNIT}\s?[)\]]\s*\Z"
)
_STATES = {
    "↑": "high",
    "H": "high",
    "High": "high",
    "high": "high",
    "↓": "low",
    "L": "low",
    "Low": "low",
    "low": "low",
}


_WORDS = {  # in a cell of their own behind the value
    "normal": "normal", "high": "high", "elevated": "high", "raised": "high", "increased": "high",
    "low": "low", "decreased": "low", "reduced": "low",
}  # fmt: skip


class Cell(NamedTuple):
    """One value: the number, `high`, `low` or `normal` where it is marked so ("" where not), its place."""

    number: Decimal
    flag: str
    place: Passage


@dataclass(slots=True)
class Ranged:
    """One row, or part of one: what it is of, its values, and the one range printed in it.

    `unit` is that of the values, `range_unit` that of the range; each None where it is not printed.
    """

    label: str
    label_at: Passage
    unit: Unit | None = None
    cells: list[Cell] = field(default_factory=list)
    low: Decimal | None = None
    high: Decimal | None = None
    range_unit: Unit | None = None
    range_at: Passage | None = None
    ranges: int = 0

    @property
    def measure(self) -> str:
        """A key of `casewright.quantity.analytes`; "" where the label begins with no name of one."""
        name = next(iter(find_names(self.label)), None)
        return name.key if name is not None and name.start == 0 else ""


def ranged_rows(reading: Reading) -> tuple[Ranged, ...]:
    """Every row of the tables that holds values, in reading order."""
    return reading.once(_all_rows)


def _all_rows(reading: Reading) -> tuple[Ranged, ...]:
    return tuple(
        row
        for number, (_, block) in enumerate(reading.blocks)
        if block.kind == "table" and "\t" in block.text
        for row in _in_table(number, block.text)
        if row.cells and row.ranges < 2
    )


def _in_table(block: int, text: str) -> Iterator[Ranged]:
    lines = text.split("\n")
    heads = lines[0].split("\t")
    bounds = {column for column, head in enumerate(heads) if _OF_RANGES.search(head)}
    start = 0
    for line in lines:
        yield from _in_line(line, block, start, bounds)
        start += len(line) + 1


def _in_line(line: str, block: int, start: int, bounds: set[int]) -> list[Ranged]:
    rows: list[Ranged] = []
    for column, cell in enumerate(line.split("\t")):
        place = Passage(block, start + len(cell) - len(cell.lstrip()), start + len(cell.rstrip()))
        if rows and (
            _mark(rows[-1], cell.strip().lower()) or _take(rows[-1], cell, place, bounded=column in bounds)
        ):
            pass
        elif _LABEL.match(cell):
            rows.append(_labelled(cell, place))
        start += len(cell) + 1
    return rows


def _labelled(cell: str, place: Passage) -> Ranged:
    limits = _RANGE_IN_LABEL.search(cell)
    unit = _IN_LABEL.search(cell, 0, limits.start() if limits else len(cell))
    row = Ranged(cell.strip(), place, find_unit(unit["unit"]) if unit else None)
    if limits:
        own = find_unit(limits["unit"].strip()) if limits["unit"] else None
        row.unit = row.unit or own
        row.low, row.high, row.ranges = _decimal(limits["low"]), _decimal(limits["high"]), 1
        row.range_at, row.range_unit = place, own or row.unit
    return row


def _mark(row: Ranged, word: str) -> bool:
    """Whether a cell is a word that judges the one value of the row: then that is marked so."""
    if word not in _WORDS or len(row.cells) != 1 or row.cells[0].flag:
        return False
    row.cells[0] = row.cells[0]._replace(flag=_WORDS[word])
    return True


def _take(row: Ranged, cell: str, place: Passage, *, bounded: bool) -> bool:
    """Whether the cell is a range, a value or a unit of the row: then the row has it."""
    if match := _RANGE.match(cell):
        row.low, row.high = _decimal(match["low"]), _decimal(match["high"])
    elif bounded and (match := _BOUND.match(cell)):
        upper = match["sign"] in "<≤"
        row.low, row.high = (None, _decimal(match["bound"])) if upper else (_decimal(match["bound"]), None)
    elif match := _VALUE.match(cell):
        unit = match["unit"] or match["first"]
        if unit and find_unit(unit) is None:
            return False
        row.unit = find_unit(unit) if unit else row.unit
        flag = match["flag"] or match["last"] or ""
        row.cells.append(Cell(_decimal(match["number"]), _STATES.get(flag, ""), place))
        return True
    elif row.unit is None and cell.strip() and (known := find_unit(cell.strip())):
        row.unit = known
        return True
    else:
        return not cell.strip()
    row.ranges += 1
    row.range_at = place
    row.range_unit = (find_unit(match["unit"].strip()) if match["unit"] else None) or row.unit
    return True


def _decimal(text: str) -> Decimal:
    return Decimal(text.replace(",", ""))
