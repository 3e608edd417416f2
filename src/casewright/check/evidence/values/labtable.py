"""Tables of laboratory values, read down their columns: what stands in one column was measured at one time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import accumulate
from typing import NamedTuple

from casewright.check.spotting import Span
from casewright.document.reading import Reading
from casewright.patterns import lazily
from casewright.quantity.model import Number

_ROWS = (  # what a row's first cell begins with, and the measure it is
    ("bilirubin_total", r"(?:serum\s)?(?:total|t[.-]?)\s?bil|bilirubin[,\s(-]+total|tbil"),
    ("bilirubin_direct", r"(?:serum\s)?(?:direct|conjugated|d[.-]?)\s?bil|bilirubin[,\s(-]+(?:direct|conj)|dbil"),
    ("bilirubin_indirect", r"(?:serum\s)?(?:indirect|unconjugated|i[.-]?)\s?bil|bilirubin[,\s(-]+(?:indir|unconj)"),
    ("protein_total", r"(?:serum\s)?total\sprotein|protein[,\s(-]+total"),
    ("albumin", r"(?:serum\s)?albumin(?!\s?[/-]|uria)"),
    ("cholesterol", r"(?:serum\s)?total\scholesterol|cholesterol[,\s(-]+total"),
    ("ldl", r"ldl"),
    ("hdl", r"hdl"),
    ("leukocytes", r"wbcs?\b|white\s(?:blood\s)?cells?|leu[ck]ocytes?"),
    ("neutrophils", r"(?:l-)?neu\b|neutrophils?"),
    ("segments", r"segmented|segs?\b|polymorph"),
    ("lymphocytes", r"lymphocytes?|lymphs?\b"),
    ("monocytes", r"monocytes?"),
    ("eosinophils", r"eosinophils?"),
    ("basophils", r"basophils?"),
    ("bands", r"(?:band|rod|stab)(?:s|ed|\s(?:cells|forms|neutrophils))?\b"),
    ("sodium", r"(?:serum\s)?sodium(?!\s[a-z])|na\s?\+?(?![a-z])"),
    ("chloride", r"(?:serum\s)?chloride|cl\s?[-−–]?(?![a-z])"),
    ("bicarbonate", r"(?:serum\s)?bicarbonate|hco3?\s?[-−–]?(?![a-z])|hco₃"),
    ("anion_gap", r"(?:serum\s)?anion\sgap"),
)  # fmt: skip
_ROW = lazily("|".join(f"(?P<{key}>{words})" for key, words in _ROWS), re.IGNORECASE)
_LEVEL = lazily(
    r"(\d{1,3}(?:,\d{3})+|\d{1,6}(?:\.\d{1,4})?)\s?(?P<unit>%|[a-zA-Zµμ]{1,5}/[a-zA-Zµμ]{1,3})?(?:\s?[↑↓HL*]{1,2})?\Z"
)
_LABEL = lazily(r"[A-Za-z][A-Za-z -]{2,40}")
_UNIT = lazily(r"%|[a-zA-Zµμ0-9×^/]{1,8}/[a-zA-Zµμ0-9]{1,4}")
_SIGN = ("bil", "protein", "wbc", "white", "leuk", "leuc", "neu", "cholest", "gap")
_BAR = " | "  # between the cells of a table in plain text, each row of which is a paragraph


class Level(NamedTuple):
    """One cell: the measure of its row, the unit printed in the row ("" where none is), and where it stands."""

    measure: str
    number: Number
    unit: str
    at: Span


def lab_columns(reading: Reading) -> tuple[tuple[Level, ...], ...]:
    """The levels of each column of each table, of measures that are parts or wholes of one another."""
    return tuple(_columns(reading))


def _columns(reading: Reading) -> Iterator[tuple[Level, ...]]:
    for rows in _tables(reading):
        columns: dict[int, list[Level]] = {}
        for number, start, line, bar in rows:
            for column, level in _row(number, start, line, bar):
                columns.setdefault(column, []).append(level)
        yield from (tuple(levels) for levels in columns.values() if len(levels) > 1)


def _tables(reading: Reading) -> Iterator[list[tuple[int, int, str, str]]]:
    """The rows of each table that may hold such values: block, offset, text, and what parts its cells."""
    drawn: list[tuple[int, int, str, str]] = []
    for number, (_, block) in enumerate(reading.blocks):
        text = block.text
        if block.kind == "paragraph" and _BAR in text:
            drawn.append((number, 0, text, _BAR))
            continue
        if drawn:
            yield drawn
            drawn = []
        if block.kind == "table" and any(sign in text.lower() for sign in _SIGN):
            lines = text.split("\n")
            starts = accumulate((len(line) + 1 for line in lines), initial=0)
            yield [(number, start, line, "\t") for start, line in zip(starts, lines, strict=False)]
    yield drawn


def _row(block: int, start: int, line: str, bar: str) -> Iterator[tuple[int, Level]]:
    """The levels of one row with the number of their column."""
    cells = line.split(bar)
    label = _ROW.match(cells[0].strip())
    if label is None or label.lastgroup is None:
        return
    unit = _unit(cells, label.end())
    at = start
    for column, cell in enumerate(cells):
        if column > 1 and _LABEL.fullmatch(cell.strip()):
            break  # a second table beside the first
        match = _LEVEL.match(cell.strip()) if column else None
        if match:
            value = Number(match[1], Decimal(match[1].replace(",", "")))
            yield column, Level(label.lastgroup, value, unit, Span(block, at, at + len(cell)))
        at += len(cell) + len(bar)


def _unit(cells: list[str], end: int) -> str:
    """The unit in a row's label, or in a cell of its own."""
    for cell in (cells[0].strip()[end:], *cells[1:]):
        if match := _UNIT.search(cell):
            return match[0].lower()
    return ""
