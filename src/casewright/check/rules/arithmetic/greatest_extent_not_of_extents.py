"""CW276."""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import hypot
from typing import ClassVar

from casewright.check.evidence.text.passage import scan_around
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.document.reading import Reading
from casewright.patterns import lazily

_N = r"\d{1,3}(?:\.\d{1,2})?"
_X = r"\s?(?:cm|mm)?\s?[x×*]\s?"
_GREATEST = (
    r"(?:greatest|largest|maximum|maximal|longest)\s(?:transverse )?(?:dimension|diameter|extent|length)"
)
_BOTH = lazily(
    rf"(?<![\d.,×x*])(?P<a>{_N}){_X}(?P<b>{_N})(?:{_X}(?P<c>{_N}))?\s?(?P<unit>cm|mm)\b\)?[^.;×\d]{{0,40}}?(?:"
    rf"\b{_GREATEST}\s(?:of\s|was\s|being\s|measuring\s)?(?P<n>{_N})\s?(?P<of>cm|mm)\b"
    rf"|\b(?P<m>{_N})\s?(?P<in>cm|mm)\s(?:in|at)\s(?:its\s|the\s)?{_GREATEST})",
    re.IGNORECASE,
)
_SIGNS = ("greatest", "largest", "maximum", "maximal", "longest")  # of which every match has one
_BEFORE, _AFTER = 90, 50  # characters on either side of a sign, as far as a match goes
_ANOTHER = lazily(
    r"\b(?:node|other|another|second|each|invasive|component|specimen|margin|from|to|than|and an?)\b"
)
_MM = {"cm": 10.0, "mm": 1.0}
_SLACK = 0.06  # of the extent, for rounding


class GreatestExtentNotOfExtents:
    """A greatest diameter that the extents printed with it cannot have.

    Why it is bad
        The size decides on stage and treatment; the greatest diameter or one of the extents is wrong.

    Example
        The adrenal mass measured 3.4 × 2.1 × 1.6 cm, with a greatest dimension of 5 cm.

    Write instead
        The adrenal mass measured 3.4 × 2.1 × 1.6 cm, with a greatest dimension of 3.4 cm.

    Source
        No diameter is greater than the diagonal of the extents, nor the greatest of them less than any; 6% is allowed.
    """

    code: ClassVar[str] = "CW276"
    name: ClassVar[str] = "greatest-extent-not-of-extents"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        for passage, match in scan_around(reading, _BOTH, _BEFORE, _AFTER, *_SIGNS):
            scale = _MM[match["unit"].lower()]
            extents = [float(match[each]) * scale for each in ("a", "b", "c") if match[each]]
            number, unit = match["n"] or match["m"], match["of"] or match["in"]
            greatest = float(number) * _MM[unit.lower()]
            between = max(extents) * (1 - _SLACK) <= greatest <= hypot(*extents) * (1 + _SLACK)
            if not between and not _ANOTHER.search(match[0].lower()):
                largest = f"{max(extents) / scale:g} {match['unit']}"
                message = f"the greatest of these extents is {largest}, not {number} {unit}"
                yield found(self, reading, passage, message, "correct the greatest diameter or an extent")
