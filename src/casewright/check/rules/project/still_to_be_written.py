"""CW806."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from casewright.case.model import TO_BE_WRITTEN, Case
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import Span, found, missing
from casewright.document.model import Section
from casewright.document.reading import Reading
from casewright.document.roles import part_of


class StillToBeWritten:
    """A section without text, or a value of the case data that is not filled in, prints "to be written".

    Why it is bad
        The report is not complete. These findings are the list of what is left to do, and each that is done goes.

    Example
        A discussion of which only the heading stands.

    Write instead
        The text, in the file of `manuscript/` that is named for the section; the value, in `case.yaml`.

    Source
        CARE: every item of the guideline is reported, or its absence is explained.
    """

    code: ClassVar[str] = "CW806"
    name: ClassVar[str] = "still-to-be-written"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        """A finding at each such section, and one for each such value; notes for statements and the title page."""
        if reading.document.format != "built":
            return
        for number, (section, block) in enumerate(reading.blocks):
            for mark in block.marked("generated"):
                if mark.target == "missing":
                    name = section.title or section.role.replace("_", " ")
                    yield found(
                        self,
                        reading,
                        Span(number, mark.start, mark.end),
                        f"{name.rstrip(':')}: {block.text[mark.start : mark.end]}",
                        "write it in the file of this section in manuscript/, or as a value in case.yaml",
                        severity=_severity(section),
                    )
        if isinstance(reading.project, Case):
            for fact in reading.project.facts.values():
                if fact.value == TO_BE_WRITTEN:
                    message, hint = f"{fact.id} is not filled in", "write its value here"
                    severity: Severity = "note" if fact.id.startswith("statements.") else "warning"
                    yield missing(self, message, hint, severity, fact.place)


def _severity(section: Section) -> Severity:
    """A statement is written at the end, and the reviewers' part by them: worth a look, no more."""
    by_hand = section.role in ("authors", "front", "running_title", "comments.peer_review")
    return "note" if by_hand or part_of(section.role) == "back" else "warning"
