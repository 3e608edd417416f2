"""CW311."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import ClassVar

from casewright.check.evidence.text.passage import Passage
from casewright.check.evidence.values.ordinary import beyond_life
from casewright.check.evidence.values.values import printed
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.document.mentions.model import QuantityMention
from casewright.document.reading import Reading
from casewright.patterns import lazily
from casewright.quantity.model import Unit
from casewright.quantity.units import find_unit

_LEAST, _MOST = (
    Fraction(1, 8),
    8,
)  # times its own range: so far off are figures of two units, and not of two patients
# A mass and an amount of one substance, an activity in two units: the two may be of one test.
_CONVERTED = {"mass/volume", "amount/volume", "equivalent/volume", "activity/volume"}
_FIGURE = r"\d{1,6}(?:\.\d{1,3})?"
_VALUE_CELL = lazily(rf"\s*(?P<figure>{_FIGURE})\s?(?P<unit>[^\d\s(][^\s(]{{0,14}})\s*[HL↑↓*]?\s*\Z")
_RANGE_CELL = lazily(
    rf"\s*[(\[]?{_FIGURE}\s?[-–—]\s?(?P<most>{_FIGURE})\s?(?P<unit>[^\d\s()][^\s()]{{0,14}})\s?[)\]]?\s*\Z"
)


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
        for place, printed_here, unit in _in_tables(reading):
            message = f"{printed_here} stands beside a range in {unit}"
            yield found(self, reading, place, message, f"is the unit {unit}?")


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


def _in_tables(reading: Reading) -> Iterator[tuple[Passage, str, str]]:
    """The values of tables whose unit is of another kind than that of the range in their row."""
    for number, (_, block) in enumerate(reading.blocks):
        if block.kind != "table" or "\t" not in block.text:
            continue
        start = 0
        for line in block.text.split("\n"):
            yield from _in_row(line, number, start)
            start += len(line) + 1


def _in_row(line: str, block: int, start: int) -> Iterator[tuple[Passage, str, str]]:
    cells = line.split("\t")
    ranges = [found for cell in cells[1:] if (found := _RANGE_CELL.match(cell))]
    limit = find_unit(ranges[0]["unit"].strip()) if len(ranges) == 1 else None
    if limit is None:
        return
    for cell in cells:
        value = _VALUE_CELL.match(cell)
        unit = find_unit(value["unit"].strip()) if value else None
        if value and unit and _of_other_kind(unit, limit):
            figure, most = Fraction(value["figure"]), Fraction(ranges[0]["most"])
            if most > 0 and _LEAST <= figure / most <= _MOST:
                yield (
                    Passage(block, start + value.start("figure"), start + len(cell.rstrip())),
                    cell.strip(),
                    limit.symbol,
                )
        start += len(cell) + 1


def _of_other_kind(one: Unit, other: Unit) -> bool:
    """Whether no conversion leads from one unit to the other, whatever is measured."""
    return one.dimension != other.dimension and not {one.dimension, other.dimension} <= _CONVERTED
