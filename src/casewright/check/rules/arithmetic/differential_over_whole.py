"""CW205."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import ClassVar

from casewright.check.evidence.values.differential import differentials
from casewright.check.evidence.values.labtable import lab_columns
from casewright.check.evidence.values.values import Span, printed, single, span_of, together
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.document.mentions.model import QuantityMention
from casewright.document.reading import Reading
from casewright.quantity.convert import ConversionError

_CELLS = tuple(
    f"{cells}_percent" for cells in ("neutrophils", "lymphocytes", "monocytes", "eosinophils", "basophils")
)
_KINDS = ("neutrophils", "segments", "bands", "lymphocytes", "monocytes", "eosinophils", "basophils")
_COUNTS = tuple(cells.removesuffix("_percent") for cells in _CELLS)


class DifferentialOverWhole:
    """A differential count whose shares add up to more than 100%.

    Why it is bad
        The cells are parts of one hundred; one of the shares is wrong.

    Example
        The differential was 52% neutrophils, 30% lymphocytes, 8% monocytes and 20% eosinophils.

    Write instead
        The differential was 42% neutrophils, 30% lymphocytes, 8% monocytes and 20% eosinophils.

    Source
        By definition; each share may be rounded up by half of its last digit.
    """

    code: ClassVar[str] = "CW205"
    name: ClassVar[str] = "differential-over-whole"
    severity: ClassVar[Severity] = "error"

    def check(self, reading: Reading) -> Iterator[Finding]:
        for shares in reading.once(differentials):
            if sum(share.percent.bounds[0] for share in shares) > 100:
                total = sum(share.percent.value for share in shares)
                message = f"the shares of this differential add up to {total}%"
                others = [share.at for share in shares[1:]]
                yield found(self, reading, shares[0].at, message, "correct one of the shares", others)
        yield from self._with_counts(reading)
        for column in reading.once(lab_columns):
            levels = [level for level in column if level.unit == "%" and level.measure in _KINDS]
            if any(level.measure == "neutrophils" for level in levels):  # of which bands may be a part
                levels = [level for level in levels if level.measure not in ("bands", "segments")]
            total = sum(level.number.bounds[0] for level in levels)
            if len({level.measure for level in levels}) == len(levels) > 2 and total > 100:
                message = (
                    f"the shares of this differential add up to {sum(one.number.value for one in levels)}%"
                )
                against = [level.at for level in levels[1:]]
                yield found(self, reading, levels[0].at, message, "correct one of the shares", against)

    def _with_counts(self, reading: Reading) -> Iterator[Finding]:
        """Shares of some cells and counts of others, beside the count of all."""
        for group in together(reading, {"leukocytes", *_CELLS, *_COUNTS}):
            all_cells = group.pop("leukocytes", None)
            parts = [one for name, one in group.items() if name in _CELLS or f"{name}_percent" not in group]
            spans = [span for one in parts if all_cells and (span := _share(one, all_cells))]
            if not all_cells or len(spans) < 2 or all(one.measure in _CELLS for one in parts):
                continue
            least = sum(span.low for span in spans)
            if least > 1 + _slack([*parts, all_cells]):
                words = " and ".join(printed(one) for one in parts)
                message = f"{words} are more than the {printed(all_cells)} of all cells"
                yield found(self, reading, parts[0], message, "correct one of them", [*parts[1:], all_cells])


def _slack(counts: list[QuantityMention]) -> Fraction:
    """What the shares of counts such as 8000, 1700 and 300 of 9900 may be over one: all are rounded to hundreds."""
    numbers = [Fraction(one.quantity.numbers[0].value) for one in counts]
    if any(number.denominator != 1 or number <= 0 for number in numbers):
        return Fraction(0)
    step = 1
    while step < min(numbers) and all(number % (step * 10) == 0 for number in numbers):
        step *= 10
    return Fraction(step * len(numbers), 2) / numbers[-1] if step > 1 else Fraction(0)


def _share(part: QuantityMention, whole: QuantityMention) -> Span | None:
    """The share of all cells that a percentage or a count of some of them is; None where it is no such count."""
    number, total = single(part), single(whole)
    if number is None or total is None:
        return None
    if part.measure in _CELLS:
        span = span_of(number)
        return Span(span.low / 100, span.high / 100)
    try:
        span = span_of(number, part.quantity.unit, whole.quantity.unit, part.measure)
    except ConversionError:
        return None
    return span.over(span_of(total)) if span_of(total).low > 0 and part.quantity.unit else None
