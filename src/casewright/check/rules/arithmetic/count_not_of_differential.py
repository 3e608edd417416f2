"""CW204."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import ClassVar

from casewright.check.evidence.values import Span, printed, single, span_of
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.document.mentions.model import QuantityMention
from casewright.document.reading import Reading
from casewright.quantity.convert import ConversionError

_CELLS = ("neutrophils", "lymphocytes", "eosinophils", "monocytes")
_FAR = Fraction(2, 100)


class CountNotOfDifferential:
    """A count of neutrophils (or other cells) that is not its share of the leukocytes beside it.

    Why it is bad
        The absolute count is the leukocyte count times the share; one of the three is wrong.

    Example
        Leukocytes were 13.0 × 10^9/L with 88% neutrophils (14.1 × 10^9/L).

    Write instead
        Leukocytes were 13.0 × 10^9/L with 88% neutrophils (11.4 × 10^9/L).

    Source
        By definition; all three figures are held to their rounding. Within 2% it is a warning, since a band count may
        be included.
    """

    code: ClassVar[str] = "CW204"
    name: ClassVar[str] = "count-not-of-differential"
    severity: ClassVar[Severity] = "error"

    def check(self, reading: Reading) -> Iterator[Finding]:
        for leukocytes, group in _panels(reading):
            for cells in _CELLS:
                shares = group.get(f"{cells}_percent", [])
                counts = group.get(cells, []) or [c for share in shares if (c := _bracketed(reading, share))]
                if len(counts) == len(shares) == 1:
                    yield from self._held(reading, leukocytes, counts[0], shares[0])

    def _held(
        self, reading: Reading, leukocytes: QuantityMention, count: QuantityMention, share: QuantityMention
    ) -> Iterator[Finding]:
        total, part, percent = single(leukocytes), single(count), single(share)
        if total is None or part is None or percent is None:
            return
        try:
            whole = span_of(total, leukocytes.quantity.unit, count.quantity.unit)
        except ConversionError:
            return
        expected = whole.times(span_of(percent)).times(Span(Fraction(1, 100), Fraction(1, 100)))
        if expected.meets(span_of(part)):
            return
        severity: Severity = "warning" if expected.widened(_FAR).meets(span_of(part)) else "error"
        name = share.measure.removesuffix("_percent")
        message = f"{printed(count)} {name} are not {printed(share)} of {printed(leukocytes)} leukocytes"
        yield found(self, reading, count, message, "correct one of the three", [share, leukocytes], severity)


def _bracketed(reading: Reading, share: QuantityMention) -> QuantityMention | None:
    """The count in brackets behind a share: `88% neutrophils (11.4 × 10^9/L)`."""
    text = reading.blocks[share.block][1].text
    for mention in reading.quantities:
        if mention.block == share.block and 0 < mention.start - share.end < 30:
            unit, between = mention.quantity.unit, text[share.end : mention.start]
            if (
                unit
                and unit.dimension == "count/volume"
                and re.fullmatch(r"\s?[a-z ]{0,20}\((?:[a-z ]{0,20})", between)
            ):
                return mention
    return None


def _panels(reading: Reading) -> Iterator[tuple[QuantityMention, dict[str, list[QuantityMention]]]]:
    """Each leukocyte count with the cells of its own sentence and time, where it is the only one there."""
    wanted = {"leukocytes", *_CELLS, *(f"{cells}_percent" for cells in _CELLS)}
    groups: dict[tuple[int, str], dict[str, list[QuantityMention]]] = {}
    for mention in reading.quantities:
        if mention.measure in wanted and mention.subject == "patient":
            group = groups.setdefault((mention.sentence, mention.time), {})
            group.setdefault(mention.measure, []).append(mention)
    for group in groups.values():
        if len(group.get("leukocytes", ())) == 1:
            yield group["leukocytes"][0], group
