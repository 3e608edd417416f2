"""CW909."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from casewright.check.finding import Finding, Severity
from casewright.check.rules.journal.bounds import out_of_bounds
from casewright.document.reading import Reading

COUNTS = ("abstract_citations",)


class CitationInAbstract:
    """The abstract cites works, which the journal does not want.

    Why it is bad
        An abstract is read without the list of references, in databases that do not show it.

    Example
        ABSTRACT ... as has been described[3].

    Write instead
        ABSTRACT ... as has been described.

    Source
        The limit and where it was read stand in the profile of the journal; one that was not read gives a note.
    """

    code: ClassVar[str] = "CW909"
    name: ClassVar[str] = "citation-in-abstract"
    severity: ClassVar[Severity] = "error"

    def check(self, reading: Reading) -> Iterator[Finding]:
        """One finding for each count out of bounds; none where no journal is known."""
        yield from out_of_bounds(self, reading, COUNTS)
