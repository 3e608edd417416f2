"""Writing a plan into the sources: all of it or nothing, after a backup."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from casewright.errors import InputError, Place, Problem
from casewright.revise.together import finish, replace_together

BACKUPS = "build/backup"


def apply_changes(project: Path, files: Mapping[str, str], before: Mapping[str, str]) -> Path:
    """Replace source files by new texts and return the folder of the backup.

    `before` is what the files say now; a file that says something else by now stops everything. Raises InputError.
    """
    recover(project)
    for name, text in before.items():
        if name in files and current(project / name) != text:
            hint = "run the command again: it will compare with the file as it is now"
            raise InputError(Problem("this file was changed while the plan was made", hint, Place(name)))
    for name in files:
        if not (project / name).resolve().is_relative_to(project.resolve()):
            hint = "put the file itself into the project"
            raise InputError(Problem("this file is a link to one outside of the project", hint, Place(name)))
    try:
        backup = _folder(project)
        data = {name: _as_before(project / name, text) for name, text in files.items()}
        replace_together(project, backup, data)
    except OSError as fault:
        raise InputError(_explained(fault, project)) from fault
    return backup


def recover(project: Path) -> None:
    """Finish what a stopped `--apply` had decided to do; nothing where there is nothing. Raises InputError."""
    try:
        finish(project)
    except OSError as fault:
        raise InputError(_explained(fault, project)) from fault


def _folder(project: Path) -> Path:
    """A new folder for a backup, named by the time."""
    stem = datetime.now().strftime("%Y-%m-%d_%H-%M-%S")
    for number in range(1000):
        folder = project / BACKUPS / (stem if not number else f"{stem}-{number}")
        if not folder.exists():
            folder.mkdir(parents=True)
            return folder
    raise OSError(17, "too many backups in one second")


def current(file: Path) -> str:
    """What a source file says now, with `\\n` between lines; "" where there is none."""
    from casewright.revise.texts import decoded

    try:
        return decoded(file.read_bytes())
    except (OSError, UnicodeDecodeError):
        return ""


def _as_before(file: Path, text: str) -> bytes:
    """A text with the line ends and the byte order mark that its file has."""
    data = file.read_bytes() if file.exists() else b""
    if b"\r\n" in data:
        text = text.replace("\n", "\r\n")
    return (b"\xef\xbb\xbf" if data.startswith(b"\xef\xbb\xbf") else b"") + text.encode()


def _explained(fault: OSError, project: Path) -> Problem:
    reason = (fault.strerror or str(fault)).lower()
    hint = "make room, close the file elsewhere, or allow writing, and run the command again"
    return Problem(f"the changes could not be written: {reason}", hint, Place(str(fault.filename or project)))
