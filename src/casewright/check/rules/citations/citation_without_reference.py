"""CW404."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from casewright.check.finding import Finding, Severity
from casewright.check.rules.citations.citing import is_sure, numbered, references
from casewright.check.rules.citations.named import Named, named_citations
from casewright.check.spotting import found
from casewright.document.reading import Reading

_LISTED = 5  # entries of a list of which one may have been left out


class CitationWithoutReference:
    """A number is cited that the reference list does not have.

    Why it is bad
        The statement is left without its source, and all numbers after it may be wrong too.

    Example
        "as described before[13]", and a list of twelve references.

    Write instead
        Add the missing reference, or correct the number.

    Source
        ICMJE Recommendations, Preparing a Manuscript, References.
    """

    code: ClassVar[str] = "CW404"
    name: ClassVar[str] = "citation-without-reference"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        """A finding for the first citation of each missing number or work, where the list was read."""
        yield from self._by_name(reading)
        listed = {reference.number for reference in references(reading)}
        if len(listed) < 2 or max(listed) - len(listed) > (len(listed) >= _LISTED):
            return
        seen: set[int] = set()
        for citation in numbered(reading):
            for number in citation.numbers:
                if number not in listed and number not in seen and is_sure(reading, citation):
                    seen.add(number)
                    ends = f"ends at {max(listed)}" if number > max(listed) else f"leaves {number} out"
                    message = f"reference {number} is cited, and the list {ends}"
                    yield found(self, reading, citation, message, "add the reference, or correct the number")

    def _by_name(self, reading: Reading) -> Iterator[Finding]:
        """A citation by author and year of which the list has no author, or the author with another year."""
        cited, listed = named_citations(reading)
        authors = {entry.author for entry in listed}
        known = {(entry.author, year) for entry in listed for year in entry.years}
        for each in cited:
            if (each.author, each.year) in known:
                continue
            entries = [entry for entry in listed if entry.author == each.author]
            years = " and ".join(sorted(year for entry in entries for year in entry.years))
            why = (
                f"the list has {years} for this author" if each.author in authors else "it is not in the list"
            )
            message = f"`{_printed(reading, each)}` is cited, and {why}"
            yield found(self, reading, each, message, "add the reference, or correct the citation", entries)


def _printed(reading: Reading, citation: Named) -> str:
    """A citation by author and year as it stands in the text, without the bracket around its year."""
    text = reading.blocks[citation.block][1].text[citation.start : citation.end]
    return " ".join(text.replace("(", "").replace(")", "").split())
