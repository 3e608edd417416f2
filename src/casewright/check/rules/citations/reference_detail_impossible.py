"""CW410."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import ClassVar

from casewright.check.finding import Finding, Severity
from casewright.check.spotting import Span, found
from casewright.document.reading import Reading
from casewright.patterns import lazily

_YEAR = lazily(r"(?<![\w:–-])(?P<open>\()?(?P<year>\d{4})[a-z]?(?(open)\)|;(?=\s?(?:\d|\(|e?[A-Z]?\d)))")
_PAGES = lazily(r"\d\)?[:,]\s?(?P<first>\d{2,5})\s?[–—-]\s?(?P<last>\d{2,5})(?!\.?\d)")
_LINK = lazily(r"(?:https?://|doi:?\s?)\S+", re.IGNORECASE)
_PRINTING = 1450  # before it nothing was printed


class ReferenceDetailImpossible:
    """A reference with a year that is still to come, or with pages that run backwards.

    Why it is bad
        The work cannot be found under it, and the reader doubts the other references too.

    Example
        4. Weller B. Grafts of the hand. Invent Surg 2091; 12: 118-109.

    Write instead
        4. Weller B. Grafts of the hand. Invent Surg 2019; 12: 109-118.

    Source
        By the meaning of the two. A shortened last page (`118-9`) is none that runs backwards; the year after this one
        is printed on works that are ahead of print.
    """

    code: ClassVar[str] = "CW410"
    name: ClassVar[str] = "reference-detail-impossible"
    severity: ClassVar[Severity] = "error"

    def check(self, reading: Reading) -> Iterator[Finding]:
        """A finding at each such year before a volume or in brackets, and at each such range of pages."""
        latest = date.today().year + 1
        for number, (_, block) in enumerate(reading.blocks):
            if block.kind != "reference":
                continue
            text = _LINK.sub(lambda link: " " * len(link[0]), block.text)
            for year in _YEAR.finditer(text):
                if not _PRINTING <= int(year["year"]) <= latest:
                    at = Span(number, *year.span("year"))
                    yield found(
                        self,
                        reading,
                        at,
                        f"{year['year']} cannot be the year of this reference",
                        "correct it",
                    )
            for pages in _PAGES.finditer(text):
                first, last = pages["first"], pages["last"]
                if len(last) >= len(first) and int(last) < int(first):
                    at = Span(number, pages.start("first"), pages.end("last"))
                    message = f"the pages {first} to {last} run backwards"
                    yield found(self, reading, at, message, "correct the first page or the last")
