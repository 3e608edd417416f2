"""The rows of a JATS table: every cell in the column in which it is printed."""

from __future__ import annotations

from casewright.read.inline import Inline
from casewright.read.jats_text import Labels, write_inline
from casewright.read.xml import Element

_FARTHEST = 50
"""Columns or rows that a cell may reach over: more is a slip of the file."""


def write_rows(table: Element, inline: Inline, labels: Labels) -> None:
    """Writes rows as lines and cells behind tabs; a place that a cell beside or above reaches over stays empty."""
    below: dict[int, int] = {}  # by column, how many rows a cell above still reaches over
    for number, row in enumerate(table.iter("{*}tr")):
        if number:
            inline.separate("\n")
        covered = {column for column, rows in below.items() if rows}
        below = {column: rows - 1 for column, rows in below.items() if rows}
        written = column = 0
        for cell in row.iterchildren("{*}td", "{*}th"):
            while column in covered:
                column += 1
            for _ in range(column - written):
                inline.separate("\t")
            write_inline(cell, inline, labels)
            written = column
            for _ in range(_reach(cell, "colspan")):
                below[column] = _reach(cell, "rowspan") - 1
                column += 1


def _reach(cell: Element, side: str) -> int:
    """How many columns or rows a cell reaches over."""
    printed = cell.get(side) or ""
    return max(1, min(int(printed), _FARTHEST)) if printed.isdecimal() else 1
