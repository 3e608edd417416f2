"""CW903."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from casewright.check.finding import Finding, Severity
from casewright.check.rules.journal.bounds import out_of_bounds
from casewright.document.reading import Reading

COUNTS = ("references",)


class ReferencesOutOfNumber:
    """The reference list is longer, or shorter, than the journal wants.

    Why it is bad
        Case reports are short; a journal that bounds the list sends back what goes beyond.

    Example
        A list of 32 references for a journal that wants 20 at most.

    Write instead
        The works on which the argument rests, and no others.

    Source
        The limit and where it was read stand in the profile of the journal; one that was not read gives a note.
    """

    code: ClassVar[str] = "CW903"
    name: ClassVar[str] = "references-out-of-number"
    severity: ClassVar[Severity] = "error"

    def check(self, reading: Reading) -> Iterator[Finding]:
        """One finding for each count out of bounds; none where no journal is known."""
        yield from out_of_bounds(self, reading, COUNTS)
