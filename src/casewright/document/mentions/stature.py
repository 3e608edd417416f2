"""A body's height and weight that no word before them names: `160 cm tall`, `a 62-year-old, 180 cm, 90 kg man`."""

from __future__ import annotations

import re
from decimal import Decimal

from casewright.document.mentions.figures import Figure
from casewright.patterns import lazily

_TALL = lazily(r"(?:\s\([^()]{1,20}\))?\s(?:tall\b|(?:in|of) (?:height|stature)\b)")
_THING = lazily(
    r"\b(?:fell|fall\w*|jump\w*|stairs?\w*|ladder|steps|roof|floor|tree|wall|building|fence|platform|scaffold\w*)\b"
)
_THEN_WEIGHT = lazily(r"\)?(?:,| and|/|;)\s?(?:(?:he |she )?weigh\w+ )?\d{1,3}(?:\.\d+)?\s?kg\b(?!/)")
_AFTER_HEIGHT = lazily(r"\b\d{3}(?:\.\d+)?\s?cm\)?(?:,| and|/|;)\s?\Z")
_WEIGHED_AND = lazily(r"\bweigh\w*\s\d{1,3}(?:\.\d+)?\s?kg\s(?:and|,)\s?(?:was |measured |measuring )+\Z")
_BORN = lazily(
    r"\b(?:boy|girl|baby|infant|newborn|neonate|man|woman|child)\s(?:of|weighing|with a weight of)\s\Z"
)
_OF_WHOM = lazily(  # `a 10-kg child`, `a 70 kg man`
    r"(?:,? [\w-]+){0,2} (?:boy|girl|baby|infant|newborn|neonate|man|woman|child|male|female|patient|adult|toddler)\b"
)
_PER = ("/", " per ", " a day")  # of a dose or a loss
_WHO = lazily(  # before a length in a unit that no height has: `he is 144 m tall`
    r"\b(?:he|she|patient|man|woman|boy|girl|child|infant|statured?|adolescent)\b[^.;]{0,40}\Z", re.IGNORECASE
)
_BESIDE_WEIGHT = 100  # cm: below it what is told with its weight may be a tumor
_TALLEST = 251  # cm, the tallest living person (Guinness World Records, 2011)


def is_height(text: str, figure: Figure) -> bool:
    """Whether a length is how tall a person is: 40 cm or more, called tall, or followed by a weight."""
    quantity = figure.quantity
    unit = quantity.unit
    if quantity.shape != "single" or unit is None or unit.dimension != "length":
        return False
    length = quantity.numbers[0].value * unit.factor.numerator * 100 / unit.factor.denominator
    if not Decimal(40) <= length <= _TALLEST:
        return _is_slip(text, figure, quantity.numbers[0].value, unit.code)
    if unit.code == "cm" and _WEIGHED_AND.search(text, max(0, figure.start - 45), figure.start):
        return True
    if _TALL.match(text, figure.end):
        return _THING.search(text, max(0, figure.start - 60), figure.start) is None
    return unit.code == "cm" and length >= _BESIDE_WEIGHT and _THEN_WEIGHT.match(text, figure.end) is not None


def _is_slip(text: str, figure: Figure, value: Decimal, unit: str) -> bool:
    """Whether a length is a person's height in the wrong unit: `a boy, 144 m in height`, `she was 1.62 cm tall`."""
    if unit == "m" and Decimal(40) <= value <= _TALLEST:
        named = _TALL.match(text, figure.end) or _THEN_WEIGHT.match(text, figure.end)
    elif unit == "cm" and value < Decimal("2.6"):
        named = _TALL.match(text, figure.end)
        named = named if named and named[0].endswith("tall") else None
    else:
        return False
    return named is not None and _WHO.search(text, max(0, figure.start - 60), figure.start) is not None


def is_weight(text: str, figure: Figure) -> bool:
    """Whether a mass in kilograms is a body's, told directly behind its height, or of a boy `of 9 kg`."""
    quantity = figure.quantity
    if quantity.shape != "single" or quantity.unit is None or quantity.unit.code != "kg":
        return False
    if text.startswith(_PER, figure.end):
        return False
    before = text[max(0, figure.start - 40) : figure.start]
    if _OF_WHOM.match(text, figure.end):
        return True
    return _AFTER_HEIGHT.search(before[-16:]) is not None or _BORN.search(before) is not None
