"""CW405."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from casewright.check.finding import Finding, Severity
from casewright.check.rules.citations.citing import is_plain, numbered
from casewright.check.spotting import found
from casewright.document.reading import Reading
from casewright.patterns import lazily

_RANGE = lazily(r"(?<!\d)(\d{1,3})[ ]?[–—-][ ]?(\d{1,3})(?!\d)")


class CitationRangeReversed:
    """A range of citations runs backwards, or from a number to itself.

    Why it is bad
        A range that ends below its beginning names no reference; one of its numbers is wrong.

    Example
        Surgery has been described[9-7].

    Write instead
        Surgery has been described[7-9].

    Source
        By the meaning of a range.
    """

    code: ClassVar[str] = "CW405"
    name: ClassVar[str] = "citation-range-reversed"
    severity: ClassVar[Severity] = "error"

    def check(self, reading: Reading) -> Iterator[Finding]:
        """A finding for each such range; digits flattened into the text are left alone."""
        for citation in numbered(reading):
            for first, last in _RANGE.findall(citation.text):
                if int(last) <= int(first) and is_plain(reading, citation):
                    message = f"the range of citations {first}-{last} runs backwards"
                    yield found(self, reading, citation, message, "put the lower number first, or correct it")
