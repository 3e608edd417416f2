"""CW238."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import ClassVar

from casewright.check.evidence.text.passage import having, scan
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.document.reading import Reading
from casewright.patterns import lazily

_N = r"\d{1,4}(?:\.\d+)?"
_COMPARED = lazily(
    rf"\b(?:(?P<more>higher|greater|larger|longer|more (?:frequent(?:ly)?|common(?:ly)?|often))"
    rf"|(?P<less>lower|smaller|shorter|fewer|less (?:frequent(?:ly)?|common(?:ly)?|often)))\b"
    rf"(?P<gap>[^.;:()\d]{{0,90}})"
    rf"[(\[,]\s?(?P<a>{_N})\s?(?P<ua>%|[a-zA-Z]{{1,6}})?\s(?:versus|vs\.?|compared (?:with|to)|against)\s"
    rf"(?P<b>{_N})\s?(?P<ub>%|[a-zA-Z]{{1,6}})?",
    re.IGNORECASE,
)
_BOTH = lazily(  # `lower in women (12%) than in men (30%)`
    rf"\b(?:(?P<more>higher|greater|larger|longer|more (?:frequent(?:ly)?|common(?:ly)?|often))"
    rf"|(?P<less>lower|smaller|shorter|fewer|less (?:frequent(?:ly)?|common(?:ly)?|often)))\b"
    rf"(?P<gap>[^.;:()\d]{{0,80}})"
    rf"\((?P<a>{_N})\s?(?P<ua>%)\)(?:[^.;:()\d]{{0,60}}?),?\s(?:than|compared (?:with|to)|versus|vs)"
    rf"\s[^.;:()\d]{{0,70}}"
    rf"\((?P<b>{_N})\s?(?P<ub>%)",
    re.IGNORECASE,
)
_BOTH_SIGN = lazily(r"%\)[^.;:()\d]{0,60}(?:than|compared|versus|vs) ")
_SIGN = lazily(r"\d\s?(?:%|[a-z]{1,6})? (?:versus|vs|compared|against)")
_SIGN_WORDS = (" versus", " vs", " compared", " against")
_TURNED = lazily(r"\b(?:than|but|and|while|whereas|not|no|among)\b", re.IGNORECASE)


class ComparisonAgainstValues:
    """A group said to have more of something, with a first figure that is less than the second.

    Why it is bad
        The groups or the figures are exchanged, and the conclusion is turned round with them.

    Example
        The treated group had a higher rate of renal failure (12.8% versus 24.9%).

    Write instead
        The treated group had a higher rate of renal failure (24.9% versus 12.8%).

    Source
        The order of numbers: behind `higher` and the like, the first figure in brackets is that of the group named
        first. Sentences that name the other group in between are left alone.
    """

    code: ClassVar[str] = "CW238"
    name: ClassVar[str] = "comparison-against-values"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        for passage, match in (
            *scan(reading, _COMPARED, among=having(reading, _SIGN, *_SIGN_WORDS)),
            *scan(reading, _BOTH, among=having(reading, _BOTH_SIGN)),
        ):
            first, second = Decimal(match["a"]), Decimal(match["b"])
            units = match["ua"] or match["ub"], match["ub"] or match["ua"]
            if units[0] != units[1] or _TURNED.search(match["gap"]):
                continue
            if first < second if match["more"] else first > second:
                word = match["more"] or match["less"]
                side = "less" if match["more"] else "more"
                message = f"`{word}`, and {match['a']} is {side} than {match['b']}"
                yield found(self, reading, passage, message, "exchange the figures, or correct the word")
