"""CW111."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import ClassVar

from casewright.check.evidence.people.cases import cases_told
from casewright.check.evidence.telling.statements import Statement, likeness, statements
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.document.reading import Reading
from casewright.patterns import lazily

_EVERY = lazily(r"\b(?:every|each|per)(?: other)? \Z")
_LIKE = {"length": 3, "time": 6}  # like words around two figures of one thing
_MUCH = 6  # the same in tables, and of doses of a drug that is not told beside both
_OF_AGES = frozenset(["age", "aged", "old"])
_TOLD_APART = 10  # an age from which two that are alike are not so by chance
_POWERS = {10, 100, 1000, 10_000, 1_000_000}


class FigureInTwoUnits:
    """One figure of one thing, printed with one unit here and with another there.

    Why it is bad
        The same digits in millimetres and in centimetres are two sizes; the second was copied with a wrong unit.

    Example
        A 10-mm x 4-cm stent was placed. Figure 4 CT with the 10-mm x 4-mm stent.

    Write instead
        A 10-mm x 4-cm stent was placed. Figure 4 CT with the 10-mm x 4-cm stent.

    Source
        Figures are of one thing where they have the measure and most words around them in common.
    """

    code: ClassVar[str] = "CW111"
    name: ClassVar[str] = "figure-in-two-units"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        if reading.once(cases_told) > 1:
            return
        digits: dict[tuple[str, ...], list[Statement]] = {}
        for each in reading.once(statements):
            unit = each.quantity.unit
            if unit is None or unit.dimension == "temperature" or not any(map(str.isalpha, each.text)):
                continue  # without a letter the unit was carried over from a neighbour
            numbers = each.quantity.numbers[-1:] if each.quantity.shape == "range" else each.quantity.numbers
            digits.setdefault((unit.dimension, *(number.text for number in numbers)), []).append(each)
        for group in digits.values():
            if len({each.quantity.unit for each in group}) > 1:
                yield from self._clash(reading, group)

    def _clash(self, reading: Reading, group: list[Statement]) -> Iterator[Finding]:
        for one, other in combinations(group, 2):
            if _of_one_thing(one, other) and _scaled(one, other):
                thing = one.of or other.of or one.what.replace("_", " ") or "this figure"
                message = f"`{thing}` is {other.text} here and {one.text} before"
                yield found(self, reading, other, message, "make the two units agree", [one])
                return


def _of_one_thing(one: Statement, other: Statement) -> bool:
    if one.sentence == other.sentence or one.quantity.comparison != other.quantity.comparison:
        return False
    unit = one.quantity.unit
    assert unit is not None  # only figures with units are compared
    if one.named or other.named:
        return one.what == other.what
    if unit.dimension.endswith("/volume") and not one.of:
        return False  # `3.5 mg/dl` is of any analyte
    if unit.dimension == "mass" and one.of and other.of and one.of != other.of:
        return False
    if unit.dimension == "time" and (one.in_legend or other.in_legend or one.quantity.numbers[0].value == 1):
        return False
    if unit.dimension == "time" and (_recurs(one) != _recurs(other) or _are_of_one_course(one, other)):
        return False
    same_thing = one.what == other.what and one.of == other.of != ""
    enough = _LIKE.get(unit.dimension, 4)
    if one.in_table or other.in_table or (unit.dimension == "mass" and not same_thing):
        enough = _MUCH
    near = one.near & other.near - _OF_AGES
    return likeness(one, other) >= (enough - 1 if same_thing else enough) and bool(near)


def _are_of_one_course(one: Statement, other: Statement) -> bool:
    """Whether two times of one part may be two: not an age at which something happened, told twice."""
    if one.part != other.part:
        return False
    return not (one.what == other.what == "age" and one.quantity.numbers[0].value >= _TOLD_APART)


def _recurs(each: Statement) -> bool:
    """Whether a time tells how often something is done: `every 3 weeks`."""
    text = each.reading.blocks[each.block][1].text
    return _EVERY.search(text, max(0, each.start - 14), each.start) is not None


def _scaled(one: Statement, other: Statement) -> bool:
    """Whether the two units are a power of ten apart, or are of time."""
    a, b = one.quantity.unit, other.quantity.unit
    if a is None or b is None or a == b:
        return False
    ratio = max(a.factor, b.factor) / min(a.factor, b.factor)
    return ratio in _POWERS or (a.dimension == "time" and ratio > 1)
