"""Figures that the case has in other words: times of a list with one unit, ordinals, the ends of a score's range."""

from __future__ import annotations

import re
from decimal import Decimal

from casewright.check.evidence.telling.statements import Statement
from casewright.check.evidence.text.parts import part_at
from casewright.check.evidence.times.courseday import ORDINALS
from casewright.document.reading import Reading
from casewright.patterns import lazily
from casewright.quantity.number import read_number

_NUMBER = r"(?:\d{1,3}(?:st|nd|rd|th)?|[a-z]{3,9})"
_TIMES = lazily(  # `6 and 10 months`, `1st, 2nd and 4th week`, `the sixth month`
    rf"\b(?P<numbers>{_NUMBER}(?:-?(?:, (?:and |or )?| and | or | to |/|–){_NUMBER}){{0,7}})[\s-]"
    r"(?P<unit>day|week|month|year)s?\b",
    re.IGNORECASE,
)
_PART = lazily(r"\d+|[a-z]{3,}", re.IGNORECASE)
_CODES = {"day": "d", "week": "wk", "month": "mo", "year": "a"}


def is_told_otherwise(echo: Statement) -> bool:
    """Whether the case has a time or a score in words of which no figure of its own was read."""
    if echo.what.startswith("score of "):
        return _is_score_printed(echo)
    unit, numbers = echo.quantity.unit, echo.quantity.numbers
    if unit is None or unit.dimension != "time" or len(numbers) > 1 or echo.what == "duration":
        return False
    return (numbers[0].value, unit.code) in echo.reading.once(_listed)


def _is_score_printed(echo: Statement) -> bool:
    """Whether the case prints the number behind the name of the score: `VAS (leg) 8-9`, `HHS was 44 ... then 70`."""
    name, number = (
        re.escape(each) for each in (echo.what.removeprefix("score of "), echo.quantity.numbers[0].text)
    )
    printed = re.compile(
        rf"\b{name}\w*\b(?:[^.;]{{0,40}}?(?<![\d.]){number}(?![\d%]|\.\d)"
        rf"|.{{0,250}}?(?<![\d.]){number}(?: points?)?(?=[,;)]|\.(?!\d)| and\b| at\b))",
        re.IGNORECASE,
    )
    return any(
        printed.search(block.text)
        for index, (_, block) in enumerate(echo.reading.blocks)
        if part_at(echo.reading, index) == "body" and index != echo.block
    )


def _listed(reading: Reading) -> frozenset[tuple[Decimal, str]]:
    """The times of the case that stand in lists or as ordinals, with the codes of their units."""
    return frozenset(
        (number, _CODES[match["unit"].lower()])
        for index, (_, block) in enumerate(reading.blocks)
        if part_at(reading, index) == "body"
        for match in _TIMES.finditer(block.text)
        if len(parts := _PART.findall(match["numbers"])) > 1 or _is_ordinal(match["numbers"])
        for part in parts
        if (number := _value(part)) is not None
    )


def _is_ordinal(text: str) -> bool:
    return text.lower() in ORDINALS or text[-2:].lower() in ("st", "nd", "rd", "th")


def _value(text: str) -> Decimal | None:
    """The number that digits, a word or an ordinal say."""
    lower = text.lower()
    if lower in ORDINALS:
        return Decimal(ORDINALS.index(lower) + 1)
    number = read_number(lower)
    return number.value if number else None
