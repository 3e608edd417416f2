"""CW311."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import ClassVar

from casewright.check.evidence.ordinary import beyond_life
from casewright.check.evidence.values import printed
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.document.mentions.model import QuantityMention
from casewright.document.reading import Reading

_LEAST, _MOST = (
    Fraction(1, 8),
    8,
)  # times its own range: so far off are figures of two units, and not of two patients


class RangeInAnotherUnit:
    """A value whose figure fits the range beside it, and whose unit does not.

    Why it is bad
        Value and range are of one test; where their units differ tenfold, one of the two is wrong.

    Example
        Hemoglobin was 9.1 g/L (normal range 14-18 g/dL).

    Write instead
        Hemoglobin was 9.1 g/dL (normal range 14-18 g/dL).

    Source
        The range printed beside the value.
    """

    code: ClassVar[str] = "CW311"
    name: ClassVar[str] = "range-in-another-unit"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        for mention in reading.quantities:
            if mention.limits is not None and _off_by_unit(mention) and not beyond_life(mention):
                unit = mention.limits.unit.symbol if mention.limits.unit else ""
                message = f"{printed(mention)} stands beside a range in {unit}"
                yield found(self, reading, mention, message, f"is the unit {unit}?")


def _off_by_unit(mention: QuantityMention) -> bool:
    """Whether the bare figure is near its range, and the value in its unit is ten times off and more."""
    limits, unit = mention.limits, mention.quantity.unit
    if limits is None or limits.unit is None or unit is None or limits.unit.dimension != unit.dimension:
        return False
    factor = unit.factor / limits.unit.factor
    if Fraction(1, 10) < factor < 10 or unit.offset != limits.unit.offset:
        return False
    figure, most = Fraction(mention.quantity.numbers[0].value), Fraction(limits.numbers[-1].value)
    if most <= 0 or figure <= 0:
        return False
    return _LEAST <= figure / most <= _MOST and not _LEAST <= figure * factor / most <= _MOST
