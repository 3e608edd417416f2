"""CW318."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import ClassVar

from casewright.check.evidence.text.passage import scan_around
from casewright.check.evidence.values.ranged import ranged_rows
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import Stretch, found
from casewright.document.reading import Reading
from casewright.patterns import lazily

_PRINTED = lazily(
    r"\b(?:normal|reference|ref\.?)(?: (?:ranges?|values?|limits?|interval))?[\s,:=]{1,3}"
    r"(?P<low>\d{1,4}(?:\.\d{1,3})?)\s?(?:-|–|to)\s?(?P<high>\d{0,4}(?:\.\d{1,3})?)(?=\s?[)\];]|,(?!\d)|\s[a-zA-Zµμ%])"
)


class RangeReversed:
    """A reference range whose lower limit is above its upper one.

    Why it is bad
        A digit or a point is lost; the reader cannot judge the value by it.

    Example
        Creatinine was 1.1 mg/dL (normal range 0.6-.2).

    Write instead
        Creatinine was 1.1 mg/dL (normal range 0.6-1.2).

    Source
        The two printed limits.
    """

    code: ClassVar[str] = "CW318"
    name: ClassVar[str] = "range-reversed"
    severity: ClassVar[Severity] = "error"

    def check(self, reading: Reading) -> Iterator[Finding]:
        for low, high, place in _ranges(reading):
            if high < low:
                message = f"the lower limit, {low}, is above the upper one, {high}"
                yield found(self, reading, place, message, "correct the range")


def _ranges(reading: Reading) -> Iterator[tuple[Decimal, Decimal, Stretch]]:
    for passage, match in scan_around(reading, _PRINTED, 0, 70, "normal", "reference", "ref."):
        if match["high"]:
            yield Decimal(match["low"]), Decimal(match["high"]), passage
    for row in ranged_rows(reading):
        if row.low is not None and row.high is not None and row.range_at is not None:
            yield row.low, row.high, row.range_at
