"""CW247."""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import log10
from typing import ClassVar

from casewright.check.evidence.text.passage import scan_near
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.document.reading import Reading
from casewright.patterns import lazily

_BOTH = lazily(
    r"(?<![\d.,])(?P<count>\d{1,3}(?:,\d{3})+|\d{3,10}|(?P<base>\d{1,3}(?:\.\d{1,2})?)\s?[×x*]\s?10\s?\^?(?P<power>\d{1,2}))"
    r"\s?(?P<unit>copies|IU|cp|genomes?|virions?|CFU)(?:\s?/\s?m[lL])?[^.;()\[\]\d]{0,25}[(\[,=]\s?(?:[≈~=]\s?)?"
    r"(?:log\s?(?:10|₁₀)?\s?[:=<>≈]?\s?(?P<before>\d{1,2}[.,]\d{1,2})"
    r"|(?P<behind>\d{1,2}[.,]\d{1,2})\s?log)",
    re.IGNORECASE,
)
_ANCHOR = lazily(r"log(?:\s?10|₁₀)?\b", re.IGNORECASE)
_SLACK = 0.02  # beyond the rounding of the logarithm: the count may be rounded too


class LogarithmNotOfCount:
    """A logarithm that is not that of the count printed with it.

    Why it is bad
        One of the two is wrong by a power of ten or by a slip, and treatment is judged by the fall of the load.

    Example
        The viral load was 320,000 copies/mL (log 4.5).

    Write instead
        The viral load was 320,000 copies/mL (log 5.5).

    Source
        The common logarithm, held to its rounding and that of the count.
    """

    code: ClassVar[str] = "CW247"
    name: ClassVar[str] = "logarithm-not-of-count"
    severity: ClassVar[Severity] = "error"

    def check(self, reading: Reading) -> Iterator[Finding]:
        for passage, match in scan_near(reading, _ANCHOR, _BOTH, 90, 14, starts=("log",)):
            text = (match["before"] or match["behind"]).replace(",", ".")
            count = (
                float(match["base"]) * 10.0 ** int(match["power"])
                if match["base"]
                else float(match["count"].replace(",", ""))
            )
            allowed = 0.5 * 10.0 ** -len(text.partition(".")[2]) + _SLACK + 1e-9
            if count > 0 and abs(log10(count) - float(text)) > allowed:
                message = f"the logarithm of {match['count']} is {log10(count):.2f}, not {text}"
                yield found(self, reading, passage, message, "correct the count or its logarithm")
