"""CW206."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import ClassVar

from casewright.check.evidence.values.labtable import lab_columns
from casewright.check.evidence.values.values import single, span_of
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.document.mentions.model import QuantityMention
from casewright.document.reading import Reading
from casewright.patterns import lazily
from casewright.quantity.model import Number
from casewright.quantity.units import find_unit

_ROWS = ("bilirubin_total", "bilirubin_direct", "bilirubin_indirect")
_PART = lazily(
    r"\b(?P<name>indirect|unconjugated|direct|conjugated)\b(?P<gap>[,:]\s|\s[^.,;\d%]{0,38}?)(?P<value>\d+"
    r"(?:\.\d+)?)(?![\d.]*\s?%)"
    r"(?:\s?(?P<unit>mg/d[lL]|[µμ]mol/[lL]|mg/[lL]|mmol/[lL]))?",
    re.IGNORECASE,
)
_LEADING = lazily(  # `with 4.1 μmol/L direct and 10.1 μmol/L indirect`
    r"(?<![\d.,])(?P<value>\d+(?:\.\d+)?)\s?(?P<unit>mg/d[lL]|[µμ]mol/[lL]|mg/[lL]|mmol/[lL])? (?:was |were |of )?"
    r"(?P<name>indirect|unconjugated|direct|conjugated)\b",
    re.IGNORECASE,
)
_TOTAL = lazily(  # behind a direct bilirubin: `with a total of 6.9 mg/dL`
    r",?\s(?:with|of|and|out of|from)\s(?:an?\s|the\s)?total\s(?:(?:bilirubin|of|was|being|value|level)\s){0,3}"
    r"(?P<value>\d+(?:\.\d+)?)(?:\s?(?P<unit>mg/d[lL]|[µμ]mol/[lL]|mg/[lL]|mmol/[lL]))?(?![\d%])"
)
_NO_PART = lazily(  # another total, a third part that is bound to albumin, another time
    r"total|\bdelta\b|\b(?:had been|previous(?:ly)?|earlier|before|later|then|now|after|fell|rose|dropped)\b",
    re.IGNORECASE,
)


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
        columns = list(self._in_columns(reading))
        yield from columns
        read = {finding.spot.block for finding in columns}
        for total in reading.quantities:
            number = single(total)
            if total.measure == "bilirubin_direct" and number is not None:
                yield from self._of_total(reading, total, number)
            if total.measure != "bilirubin_total" or number is None or total.quantity.unit is None:
                continue
            if total.block in read:
                continue
            parts = _parts(reading, total)
            if parts is None:
                continue
            whole, spans = span_of(number), [span_of(Number(text, Decimal(text))) for text in parts.values()]
            if len(spans) == 2 and not (spans[0] + spans[1]).meets(whole):
                message = (
                    f"total bilirubin is {number.text}, and its parts are {' and '.join(parts.values())}"
                )
                yield found(self, reading, total, message, "correct one of the three")
            elif any(span.low > whole.high for span in spans):
                name = next(name for name, span in zip(parts, spans, strict=True) if span.low > whole.high)
                message = f"{name} bilirubin, {parts[name]}, is more than the total of {number.text}"
                yield found(self, reading, total, message, "correct one of the two")

    def _of_total(self, reading: Reading, direct: QuantityMention, number: Number) -> Iterator[Finding]:
        """A direct bilirubin and the total behind it that is not named once more."""
        end = reading.sentences[direct.sentence].end
        match = _TOTAL.match(reading.blocks[direct.block][1].text, direct.end, end)
        unit = direct.quantity.unit
        if match is None or (match["unit"] and find_unit(match["unit"]) != unit):
            return
        if span_of(number).low > span_of(Number(match["value"], Decimal(match["value"]))).high:
            message = f"direct bilirubin, {number.text}, is more than the total of {match['value']}"
            yield found(self, reading, direct, message, "correct one of the two")

    def _in_columns(self, reading: Reading) -> Iterator[Finding]:
        """The three rows of a table, down each column."""
        for column in reading.once(lab_columns):
            levels = {level.measure: level for level in column}
            if not set(_ROWS) <= set(levels) or len({levels[row].unit for row in _ROWS}) != 1:
                continue
            total, direct, indirect = (levels[row] for row in _ROWS)
            if not (span_of(direct.number) + span_of(indirect.number)).meets(span_of(total.number)):
                parts = f"{direct.number.text} and {indirect.number.text}"
                message = f"total bilirubin is {total.number.text}, and its parts are {parts}"
                against = [direct.at, indirect.at]
                yield found(self, reading, total.at, message, "correct one of the three", against)


def _parts(reading: Reading, total: QuantityMention) -> dict[str, str] | None:
    """The direct and the indirect bilirubin of the same sentence, as printed; None where the units differ."""
    block = reading.blocks[total.block][1].text
    end = reading.sentences[total.sentence].end
    parts: dict[str, str] = {}
    unit = total.quantity.unit
    last = min(end, total.end + 160)
    leading = _LEADING.search(block, total.end, last)
    trailing = _PART.search(block, total.end, last)
    led = leading is not None and (trailing is None or leading.start() < trailing.start())
    for match in (_LEADING if led else _PART).finditer(block, total.end, last):
        name = "indirect" if match["name"].lower() in ("indirect", "unconjugated") else "direct"
        printed_unit = find_unit(match["unit"]) if match["unit"] else unit
        if name in parts or printed_unit != unit or _NO_PART.search(block, total.end, match.end()):
            return None
        parts[name] = match["value"]
    return parts or None
