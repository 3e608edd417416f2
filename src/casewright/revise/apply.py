"""Writing a plan into the sources: all of it or nothing, after a backup, whatever happens in between.

The new files are written first, beside the backup; one rename then decides that they are to be put in place. A
process that is killed before leaves the old sources; one that is killed after leaves a marker, by which the next
command puts the rest in place. Each single file is replaced by a rename, never written into.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from casewright.errors import InputError, Place, Problem

BACKUPS = "build/backup"
MARKER = "build/.pull"


def apply_changes(project: Path, files: Mapping[str, str], before: Mapping[str, str]) -> Path:
    """Replace source files by new texts and return the folder of the backup.

    `before` is what the files say now; a file that says something else by now stops everything. Raises InputError.
    """
    recover(project)
    for name, text in before.items():
        if name in files and current(project / name) != text:
            hint = "run the command again: it will compare with the file as it is now"
            raise InputError(Problem("this file was changed while the plan was made", hint, Place(name)))
    try:
        backup = _folder(project)
        for name, text in files.items():
            data = (project / name).read_bytes() if (project / name).exists() else b""
            if data:
                _write(backup / "old" / name, data)
            _write(backup / "new" / name, _as_before(data, text))
        partial = project / f"{MARKER}.new"
        _write(partial, json.dumps({"backup": backup.name, "files": sorted(files)}).encode())
        _replace(partial, project / MARKER)
        recover(project)
    except OSError as fault:
        raise InputError(_explained(fault, project)) from fault
    return backup


def recover(project: Path) -> None:
    """Finish what a killed `--apply` had decided to do; nothing where there is nothing. Raises InputError."""
    marker = project / MARKER
    if not marker.is_file():
        return
    try:
        record = json.loads(marker.read_bytes())
        new = project / BACKUPS / record["backup"] / "new"
        for name in record["files"]:
            staged = new / name
            if staged.is_file():
                target = project / name
                target.parent.mkdir(parents=True, exist_ok=True)
                beside = target.with_name(f".{target.name}.pull")
                shutil.copyfile(staged, beside)
                if target.exists():
                    shutil.copymode(target, beside)
                _replace(beside, target)
        marker.unlink()
        shutil.rmtree(new, ignore_errors=True)
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


def _write(file: Path, data: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


def _replace(file: Path, target: Path) -> None:
    """Give a file its place in one step."""
    file.replace(target)


def current(file: Path) -> str:
    """What a source file says now, with `\\n` between lines; "" where there is none."""
    from casewright.revise.texts import decoded

    try:
        return decoded(file.read_bytes())
    except (OSError, UnicodeDecodeError):
        return ""


def _as_before(data: bytes, text: str) -> bytes:
    """A text with the line ends and the byte order mark that its file has."""
    if b"\r\n" in data:
        text = text.replace("\n", "\r\n")
    return (b"\xef\xbb\xbf" if data.startswith(b"\xef\xbb\xbf") else b"") + text.encode()


def _explained(fault: OSError, project: Path) -> Problem:
    reason = (fault.strerror or str(fault)).lower()
    hint = "the sources are as they were; make room, or allow writing, and run the command again"
    return Problem(f"the changes could not be written: {reason}", hint, Place(str(fault.filename or project)))
