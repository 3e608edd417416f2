"""CW403."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from casewright.check.finding import Finding, Severity
from casewright.check.rules.citations.citing import (
    cited_anywhere,
    goes_through,
    is_plain,
    may_be_cited,
    numbered,
    references,
)
from casewright.check.rules.citations.named import named_citations
from casewright.check.spotting import found
from casewright.document.reading import Reading


class ReferenceNeverCited:
    """An entry of the reference list is cited nowhere.

    Why it is bad
        A reader cannot tell which statement the work supports. Often the citation was lost when a sentence was cut.

    Example
        A list of twelve references, and a text that cites 1 to 11.

    Write instead
        Cite the work where it supports a statement, or take it off the list.

    Source
        ICMJE Recommendations, Preparing a Manuscript, References: references are identified in text, tables and
        legends by their numbers.
    """

    code: ClassVar[str] = "CW403"
    name: ClassVar[str] = "reference-never-cited"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        """A finding at each uncited entry; none where most are uncited, as then the citations were not read."""
        yield from self._by_name(reading)
        listed = references(reading)
        citations = numbered(reading)
        plain = all(is_plain(reading, citation) for citation in citations)
        if not citations or not (plain or goes_through(reading)):
            return
        cited = cited_anywhere(reading)
        uncited = [reference for reference in listed if reference.number not in cited]
        if 2 * len(uncited) > len(listed):
            return
        for reference in uncited:
            if not plain and may_be_cited(reading, reference.number):
                continue
            message = f"reference {reference.number} is cited nowhere"
            yield found(self, reading, reference, message, "cite it in the text, or take it off the list")

    def _by_name(self, reading: Reading) -> Iterator[Finding]:
        """The entries whose author no citation names, where all but a few are cited by author and year."""
        cited, listed = named_citations(reading)
        uncited = [
            entry
            for entry in listed
            if not any(each.author == entry.author and each.year in entry.years for each in cited)
        ]
        for entry in uncited if 4 * len(uncited) <= len(listed) else ():
            text = " ".join(block.text for _, block in reading.blocks if block.kind != "reference").lower()
            if entry.author not in text:
                message = "this reference is cited nowhere"
                yield found(self, reading, entry, message, "cite it in the text, or take it off the list")
