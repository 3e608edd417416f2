"""Rows of laboratory tables whose unit stands apart from the values: in the label, or in a column of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from casewright.check.evidence.text.passage import Passage
from casewright.document.mentions.names import find_names
from casewright.document.reading import Reading
from casewright.patterns import lazily
from casewright.quantity.model import Unit
from casewright.quantity.units import find_unit

_VALUE = lazily(r"\s*(?P<number>\d{1,3}(?:,\d{3})+|\d{1,7}(?:\.\d{1,4})?)\s?[*†‡§HL↑↓]?\s*\Z")
_UNIT_BEHIND = lazily(r"\s?[(\[,]\s?(?P<unit>[^()\[\]\s,;]{1,14})\s?[)\]]?\s*\Z")
_WORD = lazily(r"\s*[A-Za-z]{3}")
_NO_VALUES = lazily(  # the head of a column of what is reckoned from the values
    r"\s*(?:p(?:[- ]?values?)?|Δ|changes?|differences?|ratios?|folds?|%|OR|HR|n|no\.?|cut-?offs?|[tzF]|χ2|df"
    r"|percentiles?|z-?scores?|SDS?)"
    r"\s?(?:\([^()]*\))?\s*\Z",
    re.IGNORECASE,
)
_SPELLED = lazily(r"[^\d\s][^\s]{0,13}\Z")


@dataclass(slots=True)
class Row:
    """The plain values of one analyte in one row, and the unit of the row."""

    measure: str
    unit: Unit | None
    values: list[tuple[Decimal, Passage]] = field(default_factory=list)


def rows(reading: Reading) -> Iterator[Row]:
    """Every row, or part of a row, that names an analyte and its unit and holds plain numbers."""
    for number, (_, block) in enumerate(reading.blocks):
        if block.kind == "table" and "\t" in block.text:
            start = 0
            lines = block.text.split("\n")
            others = {column for column, head in enumerate(lines[0].split("\t")) if _NO_VALUES.match(head)}
            for line in lines:
                yield from (row for row in _in_line(line, number, start, others) if row.unit and row.values)
                start += len(line) + 1


def _in_line(line: str, block: int, offset: int, others: set[int]) -> list[Row]:
    """The rows of one line; in the `others` of its columns stand no values."""
    found: list[Row] = []
    start = offset
    for column, cell in enumerate(line.split("\t")):
        if column in others:
            start += len(cell) + 1
            continue
        name = next(iter(find_names(cell)), None)
        if name is not None and name.start == 0:
            unit = _UNIT_BEHIND.fullmatch(cell, name.end)
            found.append(Row(name.key, find_unit(unit["unit"]) if unit else None))
        elif _WORD.match(cell) and not _SPELLED.match(cell.strip()):
            found.append(Row("", None))  # another label: what follows is not of the analyte before it
        elif found and (value := _VALUE.match(cell)):
            place = Passage(block, start + value.start("number"), start + value.end("number"))
            found[-1].values.append((Decimal(value["number"].replace(",", "")), place))
        elif found and found[-1].unit is None and _SPELLED.match(cell.strip()):
            found[-1].unit = find_unit(cell.strip())
        start += len(cell) + 1
    return found
