"""CW892."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from casewright.check.finding import Finding, Severity
from casewright.check.spotting import missing
from casewright.check.suppression import Suppression
from casewright.document.reading import Reading
from casewright.errors import Place


class SuppressionWithoutReason:
    """A comment allows a finding and does not say why.

    Why it is bad
        The next reader cannot tell a considered exception from a silenced fault. Such a comment allows
        nothing.

    Example
        `<!-- casewright: allow CW201 -->`

    Write instead
        `<!-- casewright: allow CW201 because two patients were counted in both groups -->`

    Source
        A rule of casewright: every exception has a reason, and one without use is reported.
    """

    code: ClassVar[str] = "CW892"
    name: ClassVar[str] = "suppression-without-reason"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:  # noqa: ARG002 - the shape of a rule
        """Nothing by itself: the runner reads the comments, and asks `of`."""
        yield from ()

    @classmethod
    def of(cls, comment: Suppression) -> Finding:
        """The finding about a comment without a reason, at its place in the file."""
        selectors = ", ".join(comment.selectors)
        place = Place(comment.file, comment.line, comment.column)
        hint = f"write `allow {selectors or 'CODE'} because ...`"
        return missing(cls, "this comment allows a finding without a reason", hint, place=place)
