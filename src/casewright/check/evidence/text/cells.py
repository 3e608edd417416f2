"""The cells of a table's text, row by row, each with its place."""

from __future__ import annotations

from typing import NamedTuple

from casewright.check.evidence.text.passage import Passage


class TableCell(NamedTuple):
    """A cell without the white space around it, and where it stands."""

    text: str
    place: Passage


def cells_of(block: int, text: str) -> list[list[TableCell]]:
    """The rows of a table, which is block number `block`: lines of cells parted by tabs."""
    rows, at = [], 0
    for line in text.split("\n"):
        row = []
        for cell in line.split("\t"):
            start, plain = at + len(cell) - len(cell.lstrip()), cell.strip()
            row.append(TableCell(plain, Passage(block, start, start + len(plain))))
            at += len(cell) + 1
        rows.append(row)
    return rows
