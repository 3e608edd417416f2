"""Whether printed values can be one and the same value: rounding is honoured both ways."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from casewright.document.mentions.model import QuantityMention
from casewright.document.reading import Reading
from casewright.patterns import lazily
from casewright.quantity.analytes import ANALYTES
from casewright.quantity.convert import ConversionError, convert_value
from casewright.quantity.model import Number, Quantity, Unit

_APART = 13  # per cent: `1 g` is not `0.5 g`, though 0.5 rounds to 1


@dataclass(frozen=True, slots=True)
class Span:
    """The least and the greatest true value that a printed figure allows."""

    low: Fraction
    high: Fraction

    def __add__(self, other: Span) -> Span:
        return Span(self.low + other.low, self.high + other.high)

    def __sub__(self, other: Span) -> Span:
        return Span(self.low - other.high, self.high - other.low)

    def times(self, other: Span) -> Span:
        """The product of two spans of numbers that are not negative."""
        return Span(self.low * other.low, self.high * other.high)

    def over(self, other: Span) -> Span:
        """The quotient of two spans of positive numbers."""
        return Span(self.low / other.high, self.high / other.low)

    def widened(self, share: Fraction) -> Span:
        """With so large a share of itself added on both sides."""
        return Span(self.low - abs(self.low) * share, self.high + abs(self.high) * share)

    def meets(self, other: Span) -> bool:
        """Whether one true value can have been printed as both."""
        return self.low <= other.high and other.low <= self.high


def span_of(
    number: Number, source: Unit | None = None, target: Unit | None = None, measure: str = ""
) -> Span:
    """The true values behind a printed number, in another unit where one is given; raises ConversionError."""
    span = _rounded(number)
    if source is None or target is None or source is target or source == target:
        return span
    analyte = ANALYTES.get(measure)
    return Span(
        convert_value(span.low, source, target, analyte), convert_value(span.high, source, target, analyte)
    )


@lru_cache(maxsize=4096)
def _rounded(number: Number) -> Span:
    """All that is printed as this number."""
    low, high = number.bounds
    return Span(Fraction(low), Fraction(high))


def single(mention: QuantityMention) -> Number | None:
    """The one number of a plain value: not of a range, a comparison, or a value with a deviation."""
    quantity = mention.quantity
    plain = quantity.shape == "single" and not quantity.comparison and quantity.uncertainty is None
    return quantity.numbers[0] if plain else None


def same(one: Quantity, other: Quantity, measure: str = "") -> bool:
    """Whether two printed quantities can be the same: one, rounded as the other is, is the other, in any unit."""
    if len(one.numbers) != len(other.numbers) or (one.unit is None) != (other.unit is None):
        return False
    if _far_apart(one, other):
        return False
    try:
        return all(
            _equal(span_of(a), span_of(b, other.unit, one.unit, measure))
            for a, b in zip(_ordered(one), _ordered(other), strict=True)
        )
    except ConversionError:
        return False


def _far_apart(one: Quantity, other: Quantity) -> bool:
    """Whether plain values of one dimension are so far apart that no rounding matters: seen without a fraction."""
    if len(one.numbers) != 1:
        return False
    a, b = float(one.numbers[0].value), float(other.numbers[0].value)
    source, target = one.unit, other.unit
    if source is not target and source is not None and target is not None:
        if source.dimension != target.dimension or source.offset or target.offset:
            return False
        a, b = a * float(source.factor), b * float(target.factor)
    return abs(a - b) * 100 > (_APART + 1) * max(abs(a), abs(b))


def _equal(one: Span, other: Span) -> bool:
    """Whether the middle of one span lies in the other, and the two are not far apart for their size."""
    a, b = (one.low + one.high) / 2, (other.low + other.high) / 2
    inside = one.low <= b <= one.high or other.low <= a <= other.high
    return inside and abs(a - b) * 100 <= _APART * max(abs(a), abs(b))


def _ordered(quantity: Quantity) -> list[Number]:
    """The extents of a product by size, since they are printed in any order; else the numbers as printed."""
    if quantity.shape == "product":
        return sorted(quantity.numbers, key=lambda number: number.value)
    return list(quantity.numbers)


def printed(mention: QuantityMention) -> str:
    """A mention's words on one line, for a message."""
    return " ".join(mention.text.split())


_ANOTHER_TIME = lazily(
    r"\b(?:had (?:been|had)|previous(?:ly)?|earlier|ago|before|later|then|now|peak(?:ed|ing|s)?|rais(?:ed?|ing)|fell"
    r"|rose|dropped|improved|after|until|initial(?:ly)?|subsequent(?:ly)?)\b",
    re.IGNORECASE,
)


def at_one_time(reading: Reading, *values: QuantityMention) -> bool:
    """Whether no word between the first and the last of some values of one paragraph moves on in time, or back."""
    first, last = min(each.end for each in values), max(each.start for each in values)
    text = reading.blocks[values[0].block][1].text
    return first >= last or _ANOTHER_TIME.search(text, first, last) is None


def together(reading: Reading, measures: set[str]) -> list[dict[str, QuantityMention]]:
    """The patient's plain values of some measures that stand in one sentence at one time, once each."""
    groups: dict[tuple[int, str], dict[str, list[QuantityMention]]] = {}
    for mention in reading.quantities:
        if mention.measure in measures and mention.subject == "patient" and single(mention) is not None:
            group = groups.setdefault((mention.sentence, mention.time), {})
            group.setdefault(mention.measure, []).append(mention)
    return [
        {measure: found[0] for measure, found in group.items() if len(found) == 1}
        for group in groups.values()
    ]
