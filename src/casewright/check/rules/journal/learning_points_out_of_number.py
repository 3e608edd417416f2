"""CW906."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from casewright.check.finding import Finding, Severity
from casewright.check.rules.journal.bounds import out_of_bounds
from casewright.document.reading import Reading

COUNTS = ("learning_points",)


class LearningPointsOutOfNumber:
    """The manuscript has more learning points, or fewer, than the journal wants.

    Why it is bad
        Readers see the learning points first; their number is part of the format.

    Example
        Two points for a journal that wants three to five.

    Write instead
        Three to five points of one sentence each.

    Source
        The limit and where it was read stand in the profile of the journal; one that was not read gives a note.
    """

    code: ClassVar[str] = "CW906"
    name: ClassVar[str] = "learning-points-out-of-number"
    severity: ClassVar[Severity] = "error"

    def check(self, reading: Reading) -> Iterator[Finding]:
        """One finding for each count out of bounds; none where no journal is known."""
        yield from out_of_bounds(self, reading, COUNTS)
