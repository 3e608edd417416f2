"""The files of a new project, and putting them in place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from casewright.errors import InputError, Place, Problem
from casewright.journal.profile import journal_folders, load_profile
from casewright.start.answers import Answers
from casewright.start.case_yaml import case_yaml
from casewright.start.prose import first_prose
from casewright.start.surroundings import SURROUNDINGS, pyproject, readme, refs

Files = dict[str, bytes]


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import gives: case data nested as in case.yaml, files by name, and what was left out and why."""

    case: Mapping[str, Any] = field(default_factory=dict)
    files: Mapping[str, bytes] = field(default_factory=dict)
    left_out: tuple[str, ...] = ()
    to_confirm: tuple[str, ...] = ()
    journal: str = ""  # of its own, in its files


def project_files(answers: Answers, imported: Imported, eject: bool) -> Files:
    """Every file of the new project, by name. Raises InputError for an unknown journal."""
    profile = load_profile(answers.journal)
    known = _merged(imported.case, answers.case)
    patient = {name: str(value) for name, value in known.get("patient", {}).items()}
    journals = [imported.journal or answers.journal]
    has_prose = any(name.startswith("manuscript/") and name.endswith(".md") for name in imported.files)
    prose = {} if has_prose else first_prose(profile, answers.title, patient)
    texts = {
        **{f"manuscript/{name}": text for name, text in prose.items()},
        "manuscript/case.yaml": case_yaml(known),
        "refs.bib": refs(),
        "pyproject.toml": pyproject(journals),
        "README.md": readme(answers.title, journals[0]),
        **SURROUNDINGS,
    }
    files = {name: text.encode() for name, text in texts.items()}
    if eject:
        files |= ejected(answers.journal)
    return files | dict(imported.files)


def ejected(journal: str) -> Files:
    """The journal's own templates, to be changed in the project; those that it shares with others come along."""
    folder = journal_folders(None)[journal]
    shared = folder.parent / "common"
    roots = [folder, *([shared] if shared.is_dir() and folder != shared else [])]
    return {
        f"templates/{root.name}/{file.relative_to(root).as_posix()}": file.read_bytes()
        for root in roots
        for file in sorted(root.rglob("*"))
        if file.is_file()
    }


def require_free(folder: Path) -> None:
    """Raise InputError where the folder holds something already."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        hint = "name a folder that is not there yet"
        raise InputError(Problem("there is something here already", hint, Place(str(folder))))


def write_project(folder: Path, files: Mapping[str, bytes]) -> None:
    """Put the files in place. Raises InputError where the folder holds something already or cannot be written."""
    require_free(folder)
    try:
        for name, data in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise InputError(
            Problem(f"the project could not be written: {reason}", "", Place(str(folder)))
        ) from error


def _merged(imported: Mapping[str, Any], answers: Mapping[str, Any]) -> dict[str, Any]:
    """Both, what was answered before what was imported."""
    merged = dict(imported)
    for name, value in answers.items():
        if isinstance(value, Mapping):
            merged[name] = _merged(merged.get(name, {}), value)
        else:
            merged[name] = value
    return merged
