"""CW236."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import ClassVar

from casewright.check.evidence.text.passage import having, scan
from casewright.check.evidence.values.values import Span, span_of
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.document.reading import Reading
from casewright.patterns import lazily
from casewright.quantity.model import Number

_N = r"\d{1,4}(?:\.\d{1,2})?"
_X = r"\s?(?:cm|mm)?\s?[x×*]\s?"
_VOLUME = lazily(
    rf"(?<![\d.,×x*])(?P<a>{_N}){_X}(?P<b>{_N}){_X}(?P<c>{_N})\s?(?P<unit>cm|mm)3?,?\s?[^.;×\d]{{0,25}}?"
    rf"\bvolume\b[^.;×\d]{{0,15}}?(?P<v>{_N})\s?(?P<of>cm3|cm³|cc|mL|ml|mm3|mm³)(?!\s?/)",
    re.IGNORECASE,
)
_SIGN = lazily(r"volume")
_SHAPES = (Fraction(11, 21), Fraction(1), Fraction(1, 2))  # pi/6, a box, ABC/2
_CUBIC_MM = Fraction(1, 1000)


class VolumeNotOfExtents:
    """A volume that the three extents printed with it do not give, by any usual formula.

    Why it is bad
        The volume or one extent is wrong, and growth is measured by both.

    Example
        The right ovary measured 4.0 × 3.0 × 5.0 cm, volume 46 mL.

    Write instead
        The right ovary measured 4.0 × 3.0 × 5.0 cm, volume 31 mL.

    Source
        The ellipsoid, pi/6 times the three extents; the box and half of it (ABC/2) pass as well. A twentieth
        is allowed beside the rounding of all figures.
    """

    code: ClassVar[str] = "CW236"
    name: ClassVar[str] = "volume-not-of-extents"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        for passage, match in scan(reading, _VOLUME, among=having(reading, _SIGN)):
            box = _span(match["a"]).times(_span(match["b"])).times(_span(match["c"]))
            if match["unit"].lower() == "mm":
                box = Span(box.low * _CUBIC_MM, box.high * _CUBIC_MM)
            printed = _span(match["v"])
            if match["of"].lower().startswith("mm"):
                printed = Span(printed.low * _CUBIC_MM, printed.high * _CUBIC_MM)
            printed = printed.widened(Fraction(1, 20))
            shaped = [Span(box.low * shape, box.high * shape) for shape in _SHAPES]
            if box.high and not any(volume.meets(printed) for volume in shaped):
                ellipsoid = float(shaped[0].low + shaped[0].high) / 2
                message = (
                    f"an ellipsoid of these extents has {ellipsoid:.3g} mL, not {match['v']} {match['of']}"
                )
                yield found(self, reading, passage, message, "correct the volume or an extent")


def _span(text: str) -> Span:
    return span_of(Number(text, Decimal(text)))
