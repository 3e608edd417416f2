"""Counts with their percentages down a column of a table, of one whole that most of them give: `55 (83.33)`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from casewright.patterns import lazily

_SHARE = lazily(r"(?P<k>\d{1,5})\s?\((?P<percent>\d{1,3}\.\d{1,2})\s?%?\)\Z")
_HEADING_ROWS = 2
_ENOUGH = 3  # counts that give the same whole, for it to be the column's
_TELLING = 2  # shares of the printed whole that show a column without a sign to be of percentages
_SMALLEST = 12  # of a smaller whole many figures are a share


_FRACTION = lazily(r"(?P<k>\d{1,5})\s?/\s?(?P<n>\d{1,5})\s?\((?P<percent>\d{1,3}(?:\.\d{1,2})?)\)\Z")
_OF_FRACTIONS = lazily(r"n\s?/\s?N|%|per ?cent")


class Share(NamedTuple):
    """A count with its percentage: the row and the column it stands in, and both as printed."""

    row: int
    column: int
    part: int
    percent: str

    def fits(self, whole: int) -> bool:
        """Whether the count is that share of a whole, give or take one of the last digit."""
        exact, printed = Fraction(100 * self.part, whole), Fraction(self.percent)
        return abs(exact - printed) <= Fraction(3, 2) * self._digit

    def wholes(self) -> range:
        """The wholes of which the count may be that share."""
        printed = Fraction(self.percent)
        slack = Fraction(3, 2) * self._digit
        if not self.part or printed <= slack:
            return range(0)
        least, most = (100 * self.part / (printed + side * slack) for side in (1, -1))
        return range(max(self.part, -(-least.numerator // least.denominator)), int(most) + 1)

    @property
    def _digit(self) -> Fraction:
        exponent = Decimal(self.percent).as_tuple().exponent
        return Fraction(1, 10 ** -int(exponent))


def strays(rows: Sequence[Sequence[str]], wholes: Mapping[int, int]) -> Iterator[tuple[Share, int]]:
    """Every share that neither the whole of its column gives nor any half as large or larger, and that whole.

    The whole is printed above the column (`wholes`), or most of its shares are of it. The head of the column, or of the
    table, a label of the row or one above it says that percentages are told.
    """
    columns: dict[int, list[Share]] = {}
    for share in _shares(rows, wholes):
        columns.setdefault(share.column, []).append(share)
    for column, shares in columns.items():
        whole = wholes.get(column) or _whole(shares)
        for share in shares if whole else ():
            smaller = any(whole // 2 <= each <= whole for each in share.wholes())
            if share.part <= whole and not share.fits(whole) and not smaller:
                yield share, whole


def misprinted(rows: Sequence[Sequence[str]]) -> Iterator[tuple[Share, int]]:
    """Every `18/30 (80)` under a head, or behind a label, of percentages that is not such a share of its whole."""
    for number, row in enumerate(rows[1:], 1):
        for column, cell in enumerate(row[1:], 1):
            match = _FRACTION.match(cell.strip())
            head = rows[0][column] if column < len(rows[0]) else ""
            if match is None or not _OF_FRACTIONS.search(f"{head} {row[0]} {rows[0][0]}"):
                continue
            share, whole = Share(number, column, int(match["k"]), match["percent"]), int(match["n"])
            if whole and (share.part > whole or not share.fits(whole)):
                yield share, whole


def _shares(rows: Sequence[Sequence[str]], wholes: Mapping[int, int]) -> Iterator[Share]:
    """Every count with its percentage; where no sign tells so, the whole above gives two of the column's."""
    heads = rows[:_HEADING_ROWS]
    label = ""
    plain: dict[int, list[Share]] = {}
    for number, row in enumerate(rows[1:], 1):
        if row[0].strip() and not any(_SHARE.match(cell.strip()) for cell in row[1:]):
            label = row[0]  # of the rows below
        for column, cell in enumerate(row[1:], 1):
            match = _SHARE.match(cell.strip())
            if match is None:
                continue
            above = "".join(head[column] for head in heads if column < len(head))
            share = Share(number, column, int(match["k"]), match["percent"])
            if "%" in cell + row[0] + label + above + rows[0][0]:
                yield share
            else:
                plain.setdefault(column, []).append(share)
    for column, shares in plain.items():
        whole = wholes.get(column, 0)
        if whole and sum(share.part <= whole and share.fits(whole) for share in shares) >= _TELLING:
            yield from shares


def _whole(shares: Sequence[Share]) -> int:
    """The whole that all shares of a column give but for one or a few; 0 where there is none."""
    votes: dict[int, set[int]] = {}
    for share in shares:
        for whole in share.wholes():
            votes.setdefault(whole, set()).add(share.part)
    likely = [whole for whole, parts in votes.items() if len(parts) >= _ENOUGH and whole >= _SMALLEST]
    best = max(likely, key=lambda whole: (sum(share.fits(whole) for share in shares), -whole), default=0)
    fitting = sum(share.fits(best) for share in shares) if best else 0
    return best if fitting * 4 >= len(shares) * 3 else 0
