"""CW891."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from casewright.check.finding import Finding, Severity
from casewright.check.spotting import missing
from casewright.check.suppression import Suppression
from casewright.document.reading import Reading
from casewright.errors import Place


class SuppressionWithoutFinding:
    """A comment allows a finding that is not there.

    Why it is bad
        The fault was mended or its line has moved. A comment that stays behind would hide the next fault of
        its line.

    Example
        `<!-- casewright: allow CW201 because ... -->` beside "7 of 31 (22.6%)", which is right.

    Write instead
        Delete the comment, or move it to the line of the finding.

    Source
        A rule of casewright: every exception has a reason, and one without use is reported.
    """

    code: ClassVar[str] = "CW891"
    name: ClassVar[str] = "suppression-without-finding"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:  # noqa: ARG002 - the shape of a rule
        """Nothing by itself: which comments are of no use is known when all other rules have run."""
        yield from ()

    @classmethod
    def of(cls, comment: Suppression) -> Finding:
        """The finding about an unused comment, at its place in the file."""
        message = (
            f"this comment allows {', '.join(comment.selectors) or 'nothing'}, and there is no such finding"
        )
        place = Place(comment.file, comment.line, comment.column)
        return missing(cls, message, "delete it, or move it to the line of the finding", place=place)
