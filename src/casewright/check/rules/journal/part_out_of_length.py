"""CW901."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from casewright.check.finding import Finding, Severity
from casewright.check.rules.journal.bounds import out_of_bounds
from casewright.document.reading import Reading

COUNTS = ("title_words", "running_title_words", "abstract_words", "core_tip_words", "main_words")


class PartOutOfLength:
    """A part of the manuscript has more words, or fewer, than the journal wants.

    Why it is bad
        Systems of submission count, and send back what is too long before an editor sees it.

    Example
        An abstract of 182 words for BMJ Case Reports, which wants 150 at most.

    Write instead
        An abstract that leaves out what the text says as well.

    Source
        The limit and where it was read stand in the profile of the journal; one that was not read gives a note.
    """

    code: ClassVar[str] = "CW901"
    name: ClassVar[str] = "part-out-of-length"
    severity: ClassVar[Severity] = "error"

    def check(self, reading: Reading) -> Iterator[Finding]:
        """One finding for each count out of bounds; none where no journal is known."""
        yield from out_of_bounds(self, reading, COUNTS)
