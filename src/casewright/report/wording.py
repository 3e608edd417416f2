"""The sentences that every report for people shares."""

from __future__ import annotations

from casewright.check.finding import Finding
from casewright.check.result import Coverage, FileResult, Results


def counted(number: int, one: str, many: str = "") -> str:
    """`1 error`, `2 errors`, `no errors`."""
    return f"{number or 'no'} {one if number == 1 else many or one + 's'}"


def what_was_read(coverage: Coverage) -> str:
    """One sentence on what was read, so that silence is not taken for praise."""
    parts = [
        counted(len(coverage.sections), "section"),
        counted(coverage.quantities, "quantity", "quantities"),
        counted(coverage.citations, "citation"),
        counted(coverage.figures, "figure"),
        counted(coverage.abbreviations, "abbreviation"),
    ]
    return f"read {', '.join(parts[:-1])} and {parts[-1]}"


def summary_line(results: Results) -> str:
    """`2 errors, 1 warning, no notes; 3 acknowledged`."""
    summary = results.summary
    parts = [counted(summary[key], key[:-1]) for key in ("errors", "warnings", "notes")]
    known = f"; {summary['acknowledged']} acknowledged" if summary["acknowledged"] else ""
    return ", ".join(parts) + known


def path_of(file: FileResult, finding: Finding) -> str:
    """The file that a finding is about."""
    return finding.file or file.path


def place_of(file: FileResult, finding: Finding) -> str:
    """`path:line:column`, as far as known."""
    spot = finding.spot
    is_known = spot.line and (spot.block >= 0 or finding.file)  # what is missing stands nowhere
    line = f":{spot.line}" if is_known else ""
    return path_of(file, finding) + line + (f":{spot.column}" if is_known and spot.column else "")
