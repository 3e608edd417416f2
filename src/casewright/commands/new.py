"""`casewright new DIR`: a project that builds at once."""

from __future__ import annotations

import sys
from pathlib import Path

from casewright.configuration import DEFAULT_JOURNAL
from casewright.start.answers import Answers, ask
from casewright.start.project import Imported, project_files, require_free, write_project


def new(folder: Path, given: Answers, source: Path | None, mapping: Path | None, eject: bool) -> int:
    """Make the project and say what to do next. Raises InputError for answers or a source that cannot be used.

    On a terminal the questions that are not answered are asked.
    """
    given.checked()
    require_free(folder)
    if source is None and sys.stdin.isatty() and sys.stdout.isatty():
        given = ask(given, DEFAULT_JOURNAL, input).checked()
    journal = given.journal or DEFAULT_JOURNAL
    answers = Answers(given.title, journal, given.age, given.sex, given.diagnosis)
    imported = _import(source, mapping, answers) if source is not None else Imported()
    files = project_files(answers, imported, eject)
    write_project(folder, files)
    out = sys.stdout.write
    out(f"{folder}: {len(files)} files; begin with {folder / 'manuscript' / 'case.yaml'}\n")
    for title, lines in (("left out", imported.left_out), ("to be confirmed by you", imported.to_confirm)):
        if lines:
            out(f"{title}: {len(lines)}, listed in {folder / 'IMPORTED.md'}\n")
    out(f"next: cd {folder}; casewright build; casewright check\n")
    return 0


def _import(source: Path, mapping: Path | None, answers: Answers) -> Imported:
    from casewright.start.imports import import_file

    return import_file(source, mapping, answers)
