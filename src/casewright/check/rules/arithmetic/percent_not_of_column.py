"""CW248."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import ClassVar

from casewright.check.evidence.text.passage import Passage
from casewright.check.evidence.values.columnshares import misprinted, strays
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.check.statistics.grim import percent_fits
from casewright.document.reading import Reading
from casewright.patterns import lazily
from casewright.quantity.model import Number

_SHARE = lazily(r"(?P<k>\d{1,5})\s?\((?P<percent>\d{1,3}(?:\.\d{1,2})?)\s?%?\)\Z")
_HEAD = lazily(r"\b[nN]\s?=\s?(\d{1,5})\b")
_ALL = lazily(
    r"(?:total\s)?(?:number|no\.?|n|num\.?|total)\s?(?:of\s)?(?:all\s)?"
    r"(?:patients|cases|subjects|participants|women|men|children"
    r"|individuals|eyes)?(?:,?\s?\(?[nN]\)?)?\Z|(?:total\s)?(?:patients|cases|subjects|participants)(?:,?\s?\(?[nN]\)?)?\Z"
    r"|sample size\Z"
)
_COUNT = lazily(r"(\d{1,5})\Z")
_PERCENT = lazily(r"(?:%|per ?cent(?:age)?s?|proportion|share)(?: ?\(%\)| of .{1,30})?\Z", re.IGNORECASE)
_FIGURE = lazily(r"(\d{1,3}(?:\.\d{1,2})?)\s?%?\Z")
_TOTAL = lazily(r"(?:grand )?(?:total|all|sum|overall)\b", re.IGNORECASE)
_LEAST_ROWS = 4  # the head, two parts and the total


class PercentNotOfColumn:
    """A percentage in a table that is not that of its count in the number of patients of its column.

    Why it is bad
        The count or the percentage is wrong, and reviews copy tables.

    Example
        A column with 12 patients, and in it 4 relapses (43%).

    Write instead
        A column with 12 patients, and in it 4 relapses (33%).

    Source
        Count over whole, the percentage held to its rounding. The whole is that of the head (`n = 9`), of a row
        `number of patients`, the total below counts that have their percentages in the next column, or the one that
        the other counts of the column give with theirs; a percentage that any other number of the column gives
        passes, as that of a sub-group, and where no whole is printed any that a smaller group may have.
    """

    code: ClassVar[str] = "CW248"
    name: ClassVar[str] = "percent-not-of-column"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        for number, (_, block) in enumerate(reading.blocks):
            if block.kind != "table":
                continue
            rows = [line.split("\t") for line in block.text.split("\n")]
            yield from self._beside(reading, number, rows)
            if "(" not in block.text:
                continue
            wholes = _wholes(rows)
            told = list(self._rows(reading, number, rows, wholes)) if wholes else []
            yield from told
            if not told:
                yield from self._strays(reading, number, rows, wholes)

    def _beside(self, reading: Reading, block: int, rows: list[list[str]]) -> Iterator[Finding]:
        """Percentages in a column of their own beside the counts, below which the total is printed."""
        column = next((at for at, cell in enumerate(rows[0]) if at > 1 and _PERCENT.match(cell.strip())), 0)
        if not column or not _TOTAL.match(rows[-1][0].strip()) or len(rows) < _LEAST_ROWS:
            return
        counts = [_COUNT.match(row[column - 1].strip()) if len(row) > column else None for row in rows[1:]]
        if not all(counts):
            return
        whole = int(counts[-1][1]) if counts[-1] else 0
        if whole != sum(int(each[1]) for each in counts[:-1] if each):
            return
        start = len("\t".join(rows[0])) + 1
        for row, count in zip(rows[1:], counts, strict=True):
            at = start + sum(len(cell) + 1 for cell in row[:column])
            share = _FIGURE.match(row[column].strip())
            if share and count and _wrong(count[1], share[1], {whole}):
                exact = int(count[1]) * 100 / whole
                message = f"{count[1]} of {whole} is {exact:.1f}%, not {share[1]}%"
                hint = "correct the count, the whole or the percentage"
                yield found(self, reading, Passage(block, at, at + len(row[column])), message, hint)
            start += len("\t".join(row)) + 1

    def _strays(
        self, reading: Reading, block: int, rows: list[list[str]], wholes: dict[int, int]
    ) -> Iterator[Finding]:
        """Shares that are not of the whole that the others of their column give."""
        for share, whole in (*strays(rows, wholes), *misprinted(rows)):
            start = sum(len("\t".join(row)) + 1 for row in rows[: share.row])
            start += sum(len(cell) + 1 for cell in rows[share.row][: share.column])
            place = Passage(block, start, start + len(rows[share.row][share.column]))
            exact = share.part * 100 / whole
            message = f"{share.part} of {whole} is {exact:.1f}%, not {share.percent}%"
            yield found(self, reading, place, message, "correct the count or the percentage")

    def _rows(
        self, reading: Reading, block: int, rows: list[list[str]], wholes: dict[int, int]
    ) -> Iterator[Finding]:
        counts = {column: _counts(rows, column) for column in wholes}
        start = 0
        for row in rows:
            at = start
            for column, cell in enumerate(row):
                share = _SHARE.match(cell.strip()) if column in wholes else None
                if share and "%" in cell + row[0] and _wrong(share["k"], share["percent"], counts[column]):
                    exact = int(share["k"]) * 100 / wholes[column]
                    message = f"{share['k']} of {wholes[column]} is {exact:.1f}%, not {share['percent']}%"
                    hint = "correct the count, the whole or the percentage"
                    yield found(self, reading, Passage(block, at, at + len(cell)), message, hint)
                at += len(cell) + 1
            start += sum(len(cell) + 1 for cell in row)


def _wrong(part: str, printed: str, counts: set[int]) -> bool:
    """Whether no number of a column makes a count so many per cent."""
    percent = Number(printed, Decimal(printed))
    count = Decimal(part)
    return not any(
        each >= count > 0 and percent_fits(count, Decimal(each), percent) for each in counts if each
    )


def _wholes(rows: list[list[str]]) -> dict[int, int]:
    """The number of patients of each column that has one: in its head, or in a row of its own."""
    wholes: dict[int, int] = {}
    for row in rows[:2]:
        for column, cell in enumerate(row):
            if match := _HEAD.search(cell):
                wholes[column] = int(match[1])
    for row in rows[1:4] if not wholes else ():
        if len(row) > 1 and _ALL.match(row[0].strip().lower()):
            for column, cell in enumerate(row[1:], 1):
                if match := _COUNT.match(cell.strip()):
                    wholes[column] = int(match[1])
    return {column: whole for column, whole in wholes.items() if whole > 1}


def _counts(rows: list[list[str]], column: int) -> set[int]:
    """Every whole number of a column: its head's, those of its cells, and counts before a percentage."""
    counts = {int(match[1]) for row in rows[:2] if column < len(row) and (match := _HEAD.search(row[column]))}
    for row in rows:
        cell = row[column].strip() if column < len(row) else ""
        if match := _COUNT.match(cell) or _SHARE.match(cell):
            counts.add(int(match[1]))
    return counts
