"""CW318."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import ClassVar

from casewright.check.evidence.text.passage import scan_around, scan_near
from casewright.check.evidence.values.ranged import ranged_rows
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import Stretch, found
from casewright.document.reading import Reading
from casewright.patterns import lazily

_PRINTED = lazily(
    r"\b(?:normal|reference|ref\.?)(?: (?:ranges?|values?|limits?|interval))?[\s,:=]{1,3}"
    r"(?P<low>\d{1,4}(?:\.\d{1,3})?)\s?(?:-|–|to)\s?(?P<high>\d{0,4}(?:\.\d{1,3})?)(?=\s?[)\];]|,(?!\d)|\s[a-zA-Zµμ%])"
)
_N = r"\d{1,4}(?:\.\d{1,3})?"
_OF_WHAT = r"%|percent|years?|months?|weeks?|days?|mm|cm"
_CITED = r"(?:\.?\s?\[[\d\s,–-]{1,12}\])?"
_TOLD = lazily(  # `between 1.5 and 65%`, `ranging from 3 to 15 years`, `varies from 3 weeks [2] to 4 months`
    rf"\b(?:(?:rang(?:e[sd]?|ing)|(?P<vary>var(?:y|ie[sd]|ying)))\s(?:widely\s)?(?:from|between)|between)\s"
    rf"(?P<low>{_N})\s?(?P<of>{_OF_WHAT})?{_CITED}\s(?:to|and)\s(?P<high>{_N})[\s-]?(?P<unit>{_OF_WHAT})(?![\w/])"
    r"(?!\s(?:before|prior|ago|earlier|ante))"
)
_SIZES = {  # of the unit of its kind
    "day": Decimal(1),
    "week": Decimal(7),
    "month": Decimal("30.4"),
    "year": Decimal(365),
    "mm": Decimal(1),
    "cm": Decimal(10),
}
_SHARES = ("%", "percent")
_TIMES = ("day", "week", "month", "year")
_FIGURE = lazily(r"(?:from|between) \d")


class RangeReversed:
    """A range whose lower limit is above its upper one.

    Why it is bad
        A digit or a point is lost; the reader cannot judge the value by it.

    Example
        Creatinine was 1.1 mg/dL (normal range 0.6-.2).

    Write instead
        Creatinine was 1.1 mg/dL (normal range 0.6-1.2).

    Source
        The two printed limits. Of ranges in running text only those of shares, times and lengths.
    """

    code: ClassVar[str] = "CW318"
    name: ClassVar[str] = "range-reversed"
    severity: ClassVar[Severity] = "error"

    def check(self, reading: Reading) -> Iterator[Finding]:
        for low, high, place in _ranges(reading):
            if high < low:
                message = f"the lower limit, {low}, is above the upper one, {high}"
                yield found(self, reading, place, message, "correct the range")
        for place, match in scan_near(reading, _FIGURE, _TOLD, 24, 60, starts=("from ", "between ")):
            low, high = Decimal(match["low"]), Decimal(match["high"])
            if match["vary"] and match["unit"] in _SHARES:
                continue  # from the usual case to the rare one
            if _falls(low, (match["of"] or match["unit"]).rstrip("s"), high, match["unit"].rstrip("s")):
                mixed = match["of"] and match["of"].rstrip("s") != match["unit"].rstrip("s")
                units = (f" {match['of']}", f" {match['unit']}") if mixed else ("", "")
                message = f"the range begins at {low}{units[0]} and ends at {high}{units[1]}"
                yield found(self, reading, place, message, "correct the range", (), "warning")


def _falls(low: Decimal, of: str, high: Decimal, unit: str) -> bool:
    """Whether a range ends at less than it begins at, in one unit or in two of one kind."""
    if of == unit:
        return high < low
    if of not in _SIZES or unit not in _SIZES or (of in _TIMES) != (unit in _TIMES):
        return False
    return high * _SIZES[unit] < low * _SIZES[of]


def _ranges(reading: Reading) -> Iterator[tuple[Decimal, Decimal, Stretch]]:
    for passage, match in scan_around(reading, _PRINTED, 0, 70, "normal", "reference", "ref."):
        if match["high"]:
            yield Decimal(match["low"]), Decimal(match["high"]), passage
    for row in ranged_rows(reading):
        if row.low is not None and row.high is not None and row.range_at is not None:
            yield row.low, row.high, row.range_at
