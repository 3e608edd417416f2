"""`casewright new --from FILE`: what the file holds decides how it is read."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from casewright.errors import InputError, Place, Problem
from casewright.journal.profile import load_profile
from casewright.start.answers import Answers
from casewright.start.project import Imported

LARGEST = 50_000_000  # bytes of a FHIR bundle or a CSV export; a large bundle of one patient has 10 MB


def import_file(file: Path, mapping: Path | None, answers: Answers) -> Imported:
    """What a FHIR bundle (.json), an export (.csv) or a manuscript gives. Raises InputError."""
    if not file.is_file():
        raise InputError(Problem("there is no such file", "", Place(str(file))))
    suffix = file.suffix.lower()
    if suffix in (".json", ".csv") and file.stat().st_size > LARGEST:
        raise InputError(Problem(f"larger than {LARGEST} bytes", "export one patient only", Place(str(file))))
    if suffix == ".json":
        from casewright.start.fhir import import_bundle

        imported = import_bundle(file)
    elif suffix == ".csv":
        from casewright.start.csv import import_csv

        imported = import_csv(file, mapping)
    else:
        from casewright.start.manuscript import import_manuscript

        imported = import_manuscript(file, load_profile(answers.journal))
    return replace(imported, files={**imported.files, "IMPORTED.md": _account(file, imported).encode()})


def _account(file: Path, imported: Imported) -> str:
    """The page that says what was taken over, what was left out and why, and what the author has to confirm."""
    lines = [f"# Imported from {file.name}", ""]
    if imported.journal:
        lines += [
            "The sections stand in `manuscript/`, and their order in `templates/imported/`; `casewright build` "
            "gives the same words again. For a journal: `casewright build --journal ID`.",
            "",
        ]
    for title, entries in (
        ("To be confirmed by you", imported.to_confirm),
        ("Left out, and why", imported.left_out),
    ):
        lines += [f"## {title} ({len(entries)})", "", *(f"- [ ] {entry}" for entry in entries), ""]
    return "\n".join(lines)
