"""The sentences that every report for people shares."""

from __future__ import annotations

from casewright.check.finding import Finding
from casewright.check.result import Coverage, FileResult, Results

_MOST_SECTIONS = 12  # names in one line
_UNITS = {"docx": "paragraph", "pdf": "page"}


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


def what_was_done(file: FileResult) -> str:
    """What was read in a file; of one that was refused, that it was not checked."""
    read = what_was_read(file.coverage)
    if not file.problems:
        return read
    return f"not checked ({read})" if file.coverage.sections else "not checked"


def sections_of(coverage: Coverage) -> str:
    """The names of the sections, those of a long list up to the twelfth."""
    more = len(coverage.sections) - _MOST_SECTIONS
    return "; ".join(coverage.sections[:_MOST_SECTIONS]) + (f"; and {more} more" if more > 0 else "")


def summary_line(results: Results) -> str:
    """`2 errors, 1 warning, no notes; 3 acknowledged; 1 file not checked`; `not checked` where no file was."""
    refused = sum(bool(file.problems) for file in results.files)
    if refused == len(results.files) and not any(file.findings for file in results.files):
        return "not checked"
    summary = results.summary
    parts = [counted(summary[key], key[:-1]) for key in ("errors", "warnings", "notes")]
    known = f"; {summary['acknowledged']} acknowledged" if summary["acknowledged"] else ""
    left = f"; {counted(refused, 'file')} not checked" if refused else ""
    return ", ".join(parts) + known + left


def path_of(file: FileResult, finding: Finding) -> str:
    """The file that a finding is about."""
    return finding.file or file.path


def place_of(file: FileResult, finding: Finding) -> str:
    """`path:line:column`, as far as known; `path, paragraph 4` or `path, page 2` where a file has no lines."""
    spot = finding.spot
    is_known = spot.line and (spot.block >= 0 or finding.file)  # what is missing stands nowhere
    if is_known and not finding.file and (unit := unit_of(file)) != "line":
        return f"{file.path}, {unit} {spot.line}"
    line = f":{spot.line}" if is_known else ""
    return path_of(file, finding) + line + (f":{spot.column}" if is_known and spot.column else "")


def unit_of(file: FileResult) -> str:
    """What the number of a place counts in this file: lines, paragraphs of a .docx, pages of a PDF."""
    return _UNITS.get(file.document.format if file.document is not None else "", "line")
