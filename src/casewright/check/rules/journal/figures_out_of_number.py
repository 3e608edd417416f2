"""CW904."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from casewright.check.finding import Finding, Severity
from casewright.check.rules.journal.bounds import out_of_bounds
from casewright.document.reading import Reading

COUNTS = ("figures",)


class FiguresOutOfNumber:
    """The manuscript has more figures than the journal wants.

    Why it is bad
        Figures beyond the limit are moved to a supplement or refused.

    Example
        Nine figures for a journal that wants six at most.

    Write instead
        Panels of one figure where images belong together.

    Source
        The limit and where it was read stand in the profile of the journal; one that was not read gives a note.
    """

    code: ClassVar[str] = "CW904"
    name: ClassVar[str] = "figures-out-of-number"
    severity: ClassVar[Severity] = "error"

    def check(self, reading: Reading) -> Iterator[Finding]:
        """One finding for each count out of bounds; none where no journal is known."""
        yield from out_of_bounds(self, reading, COUNTS)
