"""CW406."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from casewright.check.finding import Finding, Severity
from casewright.check.rules.citations.citing import is_plain, numbered
from casewright.check.spotting import found
from casewright.document.reading import Reading


class CitationRepeated:
    """One citation names the same reference twice.

    Why it is bad
        One of the two numbers was probably meant to be another.

    Example
        Radiotherapy gives passing relief[11,14,11].

    Write instead
        Radiotherapy gives passing relief[11,14].

    Source
        By the meaning of a list.
    """

    code: ClassVar[str] = "CW406"
    name: ClassVar[str] = "citation-repeated"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        """A finding for each citation with a number twice; digits flattened into the text are left alone."""
        for citation in numbered(reading):
            twice = sorted({n for n in citation.numbers if citation.numbers.count(n) > 1})
            if twice and is_plain(reading, citation):
                message = f"reference {twice[0]} is named twice in one citation"
                yield found(self, reading, citation, message, "name it once, or correct one of the numbers")
