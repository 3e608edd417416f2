"""CW902."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from casewright.check.finding import Finding, Severity
from casewright.check.rules.journal.bounds import out_of_bounds
from casewright.document.reading import Reading

COUNTS = ("keywords",)


class KeywordsOutOfNumber:
    """The manuscript has more key words, or fewer, than the journal wants.

    Why it is bad
        The form of submission refuses them, and a report with too few is not found.

    Example
        Key words: Child; Nose (for a journal that wants five).

    Write instead
        Key words: Child; Nose; Foreign body; Nasal obstruction; Case report

    Source
        The limit and where it was read stand in the profile of the journal; one that was not read gives a note.
    """

    code: ClassVar[str] = "CW902"
    name: ClassVar[str] = "keywords-out-of-number"
    severity: ClassVar[Severity] = "error"

    def check(self, reading: Reading) -> Iterator[Finding]:
        """One finding for each count out of bounds; none where no journal is known."""
        yield from out_of_bounds(self, reading, COUNTS)
