"""CW206."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.check.values import Span, printed, single, span_of, together
from casewright.document.mentions.model import QuantityMention
from casewright.document.reading import Reading
from casewright.quantity.convert import ConversionError

_TOTAL, _DIRECT, _INDIRECT = "bilirubin_total", "bilirubin_direct", "bilirubin_indirect"


class BilirubinNotItsSum:
    """A total bilirubin that is not the sum of its direct and indirect parts, or is less than one of them.

    Why it is bad
        The total is the sum of the two by definition; one of the figures is wrong.

    Example
        Total bilirubin was 1.4 mg/dL (direct 0.9 mg/dL, indirect 1.5 mg/dL).

    Write instead
        Total bilirubin was 1.4 mg/dL (direct 0.9 mg/dL, indirect 0.5 mg/dL).

    Source
        By definition; all figures are held to their rounding.
    """

    code: ClassVar[str] = "CW206"
    name: ClassVar[str] = "bilirubin-not-its-sum"
    severity: ClassVar[Severity] = "error"

    def check(self, reading: Reading) -> Iterator[Finding]:
        for group in together(reading, {_TOTAL, _DIRECT, _INDIRECT}):
            if _TOTAL not in group or len(group) < 2:
                continue
            total, parts = group[_TOTAL], [group[key] for key in (_DIRECT, _INDIRECT) if key in group]
            spans = [_in_unit_of(part, total) for part in parts]
            whole = _in_unit_of(total, total)
            if whole is None or None in spans:
                continue
            known = [span for span in spans if span is not None]
            if len(known) == 2 and not (known[0] + known[1]).meets(whole):
                message = f"total bilirubin is {printed(total)}, and its parts are {printed(parts[0])} and {printed(parts[1])}"
                yield found(self, reading, total, message, "correct one of the three", parts)
            elif len(known) == 1 and known[0].low > whole.high:
                name = parts[0].measure.removeprefix("bilirubin_")
                message = f"{name} bilirubin, {printed(parts[0])}, is more than the total of {printed(total)}"
                yield found(self, reading, total, message, "correct one of the two", parts)


def _in_unit_of(mention: QuantityMention, other: QuantityMention) -> Span | None:
    number = single(mention)
    try:
        return None if number is None else span_of(number, mention.quantity.unit, other.quantity.unit, _TOTAL)
    except ConversionError:
        return None
