"""The report as GitHub workflow commands: each finding an annotation at its line.

Form and escapes: GitHub Docs, "Workflow commands for GitHub Actions".
"""

from __future__ import annotations

from casewright.check.finding import Finding
from casewright.check.result import FileResult, Results
from casewright.report.wording import path_of, summary_line, what_was_done

_LEVELS = {"error": "error", "warning": "warning", "note": "notice"}


def render_github(results: Results) -> str:
    """An annotation a finding; acknowledged ones are notices that say so; then what was read."""
    lines = []
    for file in results.files:
        lines += [
            f"::error file={_property(file.path)}::{_data(problem.message)}" for problem in file.problems
        ]
        lines += [_annotation(file, finding) for finding in file.findings]
        lines.append(f"{_data(file.path)}: {what_was_done(file)}")
        lines += [f"{_data(file.path)}: not read: {_data(unread)}" for unread in file.coverage.unread]
    return "\n".join([*lines, summary_line(results)]) + "\n"


def _annotation(file: FileResult, finding: Finding) -> str:
    level = "notice" if finding.acknowledged is not None else _LEVELS[finding.severity]
    line, column = max(1, finding.spot.line), max(1, finding.spot.column)
    place = f"file={_property(path_of(file, finding))},line={line},col={column}"
    rivals = "".join(f"\n{spot.section}: {spot.quote}" for spot in finding.related)
    known = f"\nacknowledged: {finding.acknowledged}" if finding.acknowledged is not None else ""
    text = f"{finding.message}{rivals}" + (f"\n{finding.hint}" if finding.hint else "") + known
    return f"::{level} {place},title={_property(f'{finding.code} {finding.name}')}::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
