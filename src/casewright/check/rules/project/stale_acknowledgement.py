"""CW890."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from casewright.check.acknowledgement import Acknowledgement
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import missing
from casewright.document.reading import Reading


class StaleAcknowledgement:
    """An acknowledgement covers no finding any more.

    Why it is bad
        The words it speaks of were changed or their fault was mended. Left in the file, it would hide the
        next fault that happens to look like the old one.

    Example
        `acknowledged.yaml` keeps CW201 for "7 of 31 (25%)", and the manuscript says "7 of 31 (22.6%)".

    Write instead
        Delete the entry; where the words were changed and the finding is still there, correct its quote.

    Source
        A rule of casewright: every exception has a reason, and one without use is reported.
    """

    code: ClassVar[str] = "CW890"
    name: ClassVar[str] = "stale-acknowledgement"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:  # noqa: ARG002 - the shape of a rule
        """Nothing by itself: which acknowledgements are stale is known when all other rules have run."""
        yield from ()

    @classmethod
    def of(cls, entry: Acknowledgement) -> Finding:
        """The finding about a stale entry, at its place in the file."""
        message = (
            f"the acknowledgement of {entry.code} for `{entry.quote or entry.about or entry.section}` "
            "covers no finding"
        )
        return missing(cls, message, "delete it, or correct its quote", place=entry.place)
