"""CW411."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from casewright.check.finding import Finding, Severity
from casewright.check.rules.citations.citing import (
    Reference,
    is_plain,
    is_whole,
    numbered,
    references,
    words_before,
)
from casewright.check.spotting import found
from casewright.document.mentions.model import CitationMention
from casewright.document.reading import Reading
from casewright.patterns import lazily

_TOLD = lazily(
    r"\b(?:described|reported|introduced|published|proposed|coined|performed|recogni[sz]ed|identified|classified|defined"
    r"|discovered|named|reviewed|documented)\b"
)
_YEAR = lazily(r"(?<![\d/.–-])\b(?P<year>(?:19|20)\d\d)(?P<decade>s)?\b(?![/–-]|\.\d)")
_PRINTED = lazily(r"(?<![\d:–-])(?:19|20)\d\d(?![\d–-])")
_LINK = lazily(r"(?:https?://|doi:?\s?)\S+")


class WorkToldAfterItsPrint:
    """What was done or described in a year is cited from a work that was printed before that year.

    Why it is bad
        The year is wrong, or the number is that of another work.

    Example
        It was first described in 1987 by Weller[4]. ... 4. Weller B. Grafts of the hand. Invent Surg 1978; 12: 109-118.

    Write instead
        It was first described in 1978 by Weller[4].

    Source
        The year printed in the reference; said only where the list was read from its first number to its last.
    """

    code: ClassVar[str] = "CW411"
    name: ClassVar[str] = "work-told-after-its-print"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        listed = references(reading)
        if not is_whole(listed):
            return
        for citation in numbered(reading):
            if len(citation.numbers) != 1 or citation.numbers[0] > len(listed):
                continue
            year = _year_told(reading, citation) if is_plain(reading, citation) else 0
            reference = listed[citation.numbers[0] - 1]
            printed = _last_printed(reference) if year else 0
            if printed and printed < year:
                message = f"{year} is told of reference {reference.number}, which was printed in {printed}"
                yield found(self, reading, citation, message, "correct the year, or the number", [reference])


def _year_told(reading: Reading, citation: CitationMention) -> int:
    """The one year that is told with `described` and the like, between a citation and the one before; else 0."""
    lead = words_before(reading, citation)
    years = [*_YEAR.finditer(lead)]
    return int(years[0]["year"]) if len(years) == 1 and _TOLD.search(lead) else 0


def _last_printed(reference: Reference) -> int:
    """The latest year that is printed in a reference; 0 where none is."""
    return max((int(each) for each in _PRINTED.findall(_LINK.sub(" ", reference.text))), default=0)
