"""CW210."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from typing import ClassVar

from casewright.check.evidence.text.passage import scan
from casewright.check.evidence.values.values import Span, printed, same, single, span_of
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.document.mentions.model import QuantityMention
from casewright.document.reading import Reading
from casewright.patterns import lazily
from casewright.quantity.convert import ConversionError

_BETWEEN = lazily(r"\s*(?:[(\[]\s*(?:=|or|about|approximately|i\.e\.,?|≈|~)?|/|=|\bor\b|,?\s*i\.e\.,?)\s*\Z")
_APART = lazily(r"\s*(?:[(\[,;]\s*(?:=|or|about|approximately|i\.e\.,?|≈|~)?|/|=|\bor\b|,?\s*i\.e\.,?)\s*\Z")
_AFTER = lazily(r"\s*(?:[)\],;.]|\Z|(?:reference|normal|(?:on|at) (?:arrival|admission|presentation))\b)")
# `2.5 kg (5 lb 8 oz)`
_POUNDS = lazily(
    r"(?<![\d.,])(?P<mass>\d{1,3}(?:\.\d{1,3})?|\d,\d{3}|\d{3,4})\s?(?P<unit>kg|g|grams)\s?(?:[(\[,]|or|=)\s?"
    r"(?P<lb>\d{1,3})\s?(?:lbs?|pounds?)\.?,?\s(?:and\s)?(?P<oz>\d{1,2}(?:\.\d)?)\s?(?:oz|ounces?)\b"
)
_POUND, _OUNCE = 0.45359237, 0.028349523125  # kilograms
_FACTOR = Fraction(15, 1000)  # conversion factors are printed rounded: 88.4 or 88, 18 or 18.02
_DEGREES = Fraction(1, 10)


class TwoUnitsDisagree:
    """One value printed in two units, which are not the same value.

    Why it is bad
        One of the two is wrong, and the reader who works in that unit acts on it.

    Example
        Fasting glucose was 9.0 mmol/L (126 mg/dL).

    Write instead
        Fasting glucose was 9.0 mmol/L (162 mg/dL).

    Source
        Factors are exact, from UCUM and the IUPAC atomic weights; both figures are held to their rounding, with
        1.5% (0.1 degree) allowed for rounded factors. Pairs of °C and °F disagreed in 4 of 61 places of 2139
        published case reports.
    """

    code: ClassVar[str] = "CW210"
    name: ClassVar[str] = "two-units-disagree"
    severity: ClassVar[Severity] = "error"

    def check(self, reading: Reading) -> Iterator[Finding]:
        for passage, match in scan(reading, _POUNDS, "oz", "ounce"):
            figure = match["mass"].replace(",", "")
            mass = float(figure) * (1 if match["unit"] == "kg" else 0.001)
            half = 0.5 * 10 ** -len(figure.partition(".")[2]) * (1 if match["unit"] == "kg" else 0.001)
            other = int(match["lb"]) * _POUND + float(match["oz"]) * _OUNCE
            if abs(mass - other) > max(half, 0.02 * mass) + _OUNCE:
                message = f"{match['lb']} lb {match['oz']} oz is {other:.2f} kg, not {match['mass']} {match['unit']}"
                yield found(self, reading, passage, message, "correct one of the two")
        beside = [pair for pair in pairwise(reading.quantities) if _side_by_side(reading, *pair)]
        for first, second in beside + _behind_limits(reading):
            value = _in_unit_of(second, first)
            if value is not None:
                message = f"{printed(first)} is {value}, not {printed(second)}"
                yield found(self, reading, first, message, "correct one of the two", [second])


def _behind_limits(reading: Reading) -> list[tuple[QuantityMention, QuantityMention]]:
    """`3.12 mmol/L (2.20-2.60 mmol/L; 12.5 mg/dL)`: a value and its second, with the range between them."""
    pairs = []
    for first, limits, second in zip(
        reading.quantities, reading.quantities[1:], reading.quantities[2:], strict=False
    ):
        text = reading.blocks[first.block][1].text
        if (
            first.limits is not None
            and limits.quantity == first.limits
            and first.block == limits.block == second.block
            and re.fullmatch(r"\s?;\s?", text[limits.end : second.start])
            and text[second.end : second.end + 1] in (")", "]")
            and None not in (first.quantity.unit, second.quantity.unit)
            and first.quantity.unit != second.quantity.unit
            and not first.quantity.comparison
        ):
            pairs.append((first, second))
    return pairs


def _side_by_side(reading: Reading, first: QuantityMention, second: QuantityMention) -> bool:
    """Whether the second value says the first once more: `38.9 °C (102.0 °F)`."""
    if first.block != second.block or not 0 < second.start - first.end < 12:
        return False
    text = reading.blocks[first.block][1].text
    units = (first.quantity.unit, second.quantity.unit)
    return (
        None not in units
        and units[0] != units[1]
        and first.quantity.comparison == second.quantity.comparison
        and (_APART if _are_degrees(first, second) else _BETWEEN).match(text[first.end : second.start])
        is not None
        and _AFTER.match(text[second.end : second.end + 20]) is not None
    )


def _are_degrees(first: QuantityMention, second: QuantityMention) -> bool:
    """Whether two temperatures of a body stand in degrees of either kind: a comma is enough between them."""
    codes = {each.quantity.unit.code for each in (first, second) if each.quantity.unit is not None}
    return codes == {"Cel", "[degF]"} and first.measure == second.measure in ("temperature", "")


def _in_unit_of(second: QuantityMention, first: QuantityMention) -> str | None:
    """The first value in the second's unit, where the two disagree; None where they agree or cannot be compared."""
    one, other = single(first), single(second)
    source, target = first.quantity.unit, second.quantity.unit
    if one is None or other is None or source is None or target is None:
        return None
    if (
        source.dimension == target.dimension
        and source.factor == target.factor
        and source.offset == target.offset
    ):
        return None if one.value == other.value else f"{one.text} {target.symbol}"
    measure = first.measure or second.measure
    try:
        expected = span_of(one, source, target, measure)
    except ConversionError:
        return None
    if target.dimension == "temperature":
        allowed = Span(expected.low - _DEGREES, expected.high + _DEGREES)
    else:
        allowed = expected.widened(_FACTOR)
    if allowed.meets(span_of(other)) or same(first.quantity, second.quantity, measure):
        return None
    middle = float(expected.low + expected.high) / 2
    rounded = f"{middle:.{max(other.decimals, 0)}f}"
    return f"{rounded if float(rounded) else format(middle, '.2g')} {target.symbol}"
