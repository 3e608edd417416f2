"""The results of a check: per file what was read and what was found; over all, the counts and the exit
status."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from casewright.check.finding import Finding
from casewright.document.model import Document
from casewright.errors import Problem

if TYPE_CHECKING:
    from casewright.document.reading import Reading


@dataclass(frozen=True, slots=True)
class Coverage:
    """What was read in a manuscript, by count: a checker that could read nothing does not pass."""

    sections: tuple[str, ...] = ()
    quantities: int = 0
    citations: int = 0
    figures: int = 0
    abbreviations: int = 0
    unread: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether no section or no quantity was recognised."""
        return not self.sections or self.quantities == 0


@dataclass(frozen=True, slots=True)
class FileResult:
    """What the check of one file or project gave. `problems` says why it could not be judged, where it could
    not."""

    path: str
    coverage: Coverage = Coverage()
    findings: tuple[Finding, ...] = ()
    document: Document | None = None
    problems: tuple[Problem, ...] = ()
    ignored: Mapping[str, str] = field(default_factory=dict)  # rules that did not run, with reasons


@dataclass(frozen=True, slots=True)
class Results:
    """The results of one run of `casewright check`."""

    files: tuple[FileResult, ...]

    @property
    def exit_status(self) -> int:
        """2 where a file could not be judged, 1 where an error or a warning stands unacknowledged, else 0."""
        if not self.files or any(file.problems for file in self.files):
            return 2
        return int(any(finding.counts for file in self.files for finding in file.findings))

    @property
    def summary(self) -> dict[str, int]:
        """How many errors, warnings and notes stand, and how many findings are acknowledged."""
        findings = [finding for file in self.files for finding in file.findings]
        standing = [finding.severity for finding in findings if finding.acknowledged is None]
        return {
            "errors": standing.count("error"),
            "warnings": standing.count("warning"),
            "notes": standing.count("note"),
            "acknowledged": len(findings) - len(standing),
        }


def coverage_of(reading: Reading) -> Coverage:
    """What the readers and the mention finders saw of a document."""
    sections = [s.title or s.role.replace("_", " ") for s in reading.document.sections if s.text.strip()]
    called = {(call.kind, call.number) for call in reading.calls if call.kind == "figure"}
    return Coverage(
        tuple(dict.fromkeys(sections)),
        len(reading.quantities) + len(reading.shares),
        len({number for citation in reading.citations for number in citation.numbers})
        or len(reading.citations),
        len(called),
        len({mention.short for mention in reading.abbreviations if mention.long}),
        reading.document.unread,
    )
