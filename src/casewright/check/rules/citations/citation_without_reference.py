"""CW404."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from casewright.check.finding import Finding, Severity
from casewright.check.rules.citations.citing import is_plain, numbered, references
from casewright.check.spotting import found
from casewright.document.reading import Reading


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
        """A finding for the first citation of each missing number, where a list of two entries or more was read."""
        listed = {reference.number for reference in references(reading)}
        if len(listed) < 2 or listed != set(range(1, max(listed) + 1)):
            return
        seen: set[int] = set()
        for citation in numbered(reading):
            for number in citation.numbers:
                if number not in listed and number not in seen and is_plain(reading, citation):
                    seen.add(number)
                    message = f"reference {number} is cited, and the list ends at {max(listed)}"
                    yield found(self, reading, citation, message, "add the reference, or correct the number")
