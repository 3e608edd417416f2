"""Tables of plain text that are typed with bars, or with their columns apart by spaces: brought to tabs."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from casewright.patterns import lazily

_GAP = lazily(r" (?: +)(?=\S)")
_RULE = lazily(r"[\s|:+=—–-]*-{2}[\s|:+=—–-]*")
_NUMBER = lazily(r"\d")
_LONGEST_CELL = 60
_LEAST_ROWS = 3  # lines that lie above one another: two may do so by chance
_LONGEST_LINE = 300


EMPTY_ROW = "\u200b\t"
"""What the rule below the head becomes: a row without a cell, and no empty line, which would part the rows."""


def tabbed(lines: Sequence[str]) -> list[str]:
    """The lines, those of such tables with a tab at the end of each cell, every character else in its place."""
    found = list(lines)
    if any("|" in line for line in lines):
        _rewrite(found, _barred, least=2)
    if any("   " in line for line in lines):
        _rewrite(found, _spaced, least=_LEAST_ROWS)
    return found


def _rewrite(lines: list[str], cells: Callable[[str], str], least: int) -> None:
    """Puts tabs into every run of rows of so many lines, all with as many cells."""
    run: list[int] = []
    rows: list[str] = []
    for number, line in enumerate([*lines, ""]):
        row = "" if "\t" in line or len(line) > _LONGEST_LINE else cells(line)
        if row and (not rows or row.count("\t") == rows[0].count("\t")):
            run, rows = [*run, number], [*rows, row]
            continue
        if rows and line.strip() and len(line) <= _LONGEST_LINE and _RULE.fullmatch(line):
            run, rows = [*run, number], [*rows, EMPTY_ROW]
            continue
        if len(rows) >= least and _is_table(rows):
            for place, each in zip(run, rows, strict=True):
                lines[place] = each
        run, rows = ([number], [row]) if row else ([], [])


def _barred(line: str) -> str:
    """`Test | Result` and `| Test | Result |` with tabs for the bars between the cells."""
    inner = line.strip()
    if "|" not in inner.strip("|") or "||" in inner or _RULE.fullmatch(inner):
        return ""
    start = len(line) - len(line.lstrip())
    lead, end = inner.startswith("|"), inner.endswith("|")
    body = inner[lead : len(inner) - end].replace("|", "\t")
    return " " * (start + lead) + body + " " * end


def _spaced(line: str) -> str:
    """`Sodium   141   mmol/L` with a tab before each cell but the first."""
    return _GAP.sub(lambda gap: gap[0][:-1] + "\t", line) if _GAP.search(line.strip()) else ""


def _is_table(rows: list[str]) -> bool:
    """Whether cells are short, and a third of those beside the first of their rows hold a number."""
    rows = [row for row in rows if row != EMPTY_ROW]
    cells = [cell.strip() for row in rows for cell in row.split("\t")[1:]]
    short = all(len(cell.strip()) <= _LONGEST_CELL for row in rows for cell in row.split("\t"))
    return short and 3 * sum(_NUMBER.search(cell) is not None for cell in cells) >= len(cells)
