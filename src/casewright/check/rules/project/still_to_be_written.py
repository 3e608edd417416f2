"""CW806."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import ClassVar

from casewright.case.model import TO_BE_WRITTEN, Case
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import Span, found, missing
from casewright.document.model import Block, Section
from casewright.document.reading import Reading
from casewright.document.roles import part_of

# Where case.yaml holds what these sections print.
_FIELDS = {
    "authors": "article.authors",
    "front": "article.correspondence",
    "keywords": "article.keywords",
    "statements.contributions": "article.authors",
    "acknowledgements": "statements.acknowledgements",
}


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
                    message = f"{name.rstrip(':')}: {block.text[mark.start : mark.end]}"
                    file, hint = _where(section.role, block)
                    at = Span(number, mark.start, mark.end)
                    one = found(self, reading, at, message, hint, severity=_severity(section))
                    yield _in_file(one, file) if block.origins else one
        if isinstance(reading.project, Case):
            for fact in reading.project.facts.values():
                if fact.value == TO_BE_WRITTEN:
                    message, hint = f"{fact.id} is not filled in", "write its value here"
                    severity: Severity = "note" if fact.id.startswith("statements.") else "warning"
                    yield missing(self, message, hint, severity, fact.place)


def _where(role: str, block: Block) -> tuple[str, str]:
    """The file in which this is to be written, and what to do there."""
    if block.kind == "legend":
        file = f"manuscript/legends/{block.key.removeprefix('fig:')}.md"
        return file, f"write it in {file}"
    if role == "comments.peer_review":
        return "manuscript/comments/peer_review.md", "it is written by the journal's reviewers"
    if role in _FIELDS or role.startswith("statements."):
        field = _FIELDS.get(role, role)
        return "manuscript/case.yaml", f"write it as `{field}` in manuscript/case.yaml"
    file = f"manuscript/{role.replace('.', '/')}.md"
    return file, f"write it in {file}"


def _in_file(finding: Finding, file: str) -> Finding:
    """The same at the beginning of a file of the author's: the words themselves come from a template."""
    return replace(finding, file=file, spot=replace(finding.spot, line=1, column=1))


def _severity(section: Section) -> Severity:
    """A statement is written at the end, and the reviewers' part by them: worth a look, no more."""
    by_hand = section.role in ("authors", "front", "running_title", "comments.peer_review")
    return "note" if by_hand or part_of(section.role) == "back" else "warning"
