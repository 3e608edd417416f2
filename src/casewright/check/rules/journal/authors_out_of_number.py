"""CW905."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from casewright.check.finding import Finding, Severity
from casewright.check.rules.journal.bounds import out_of_bounds
from casewright.document.reading import Reading

COUNTS = ("authors",)


class AuthorsOutOfNumber:
    """The title page names more authors than the journal allows.

    Why it is bad
        A journal that bounds authorship asks for reasons, or refuses the report.

    Example
        Six authors for BMJ Case Reports, which allows four.

    Write instead
        Four authors, and the others thanked in the acknowledgements if they agree.

    Source
        The limit and where it was read stand in the profile of the journal; one that was not read gives a note.
    """

    code: ClassVar[str] = "CW905"
    name: ClassVar[str] = "authors-out-of-number"
    severity: ClassVar[Severity] = "error"

    def check(self, reading: Reading) -> Iterator[Finding]:
        """One finding for each count out of bounds; none where no journal is known."""
        yield from out_of_bounds(self, reading, COUNTS)
