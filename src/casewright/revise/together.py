"""Several source files replaced together: all of them or none, whatever stops the process in between.

No file system replaces several files in one step. So the new files are written and flushed first, beside the backup;
then a record is renamed into the project, and with that it is decided; then each file is replaced by one rename. What
stops the process before the record leaves the old sources. What stops it after leaves the record, and `finish`, which
every command runs before it reads a project, puts the rest in place. Signals wait while the files are replaced.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from casewright.errors import InputError, Place, Problem
from casewright.freshness import UNFINISHED

RECORD = UNFINISHED  # in sight, and in `git status`: whoever reads the files by other ways is told
_ABOUT = (
    "casewright pull was stopped while it replaced these files, and some of them may be new and some old. "
    "Any casewright command, such as `casewright check`, puts the rest in place and removes this file."
)
_FOLDERS = ("manuscript", "templates", "reviews")  # where a co-author's edits can go


def replace_together(project: Path, backup: Path, files: Mapping[str, bytes]) -> None:
    """Replace files of a project by new ones; the old are kept in `backup/old`. Raises OSError, the sources unchanged.

    `backup` is an empty folder of the project. A file that is not there yet is made.
    """
    new, old = backup / "new", backup / "old"
    record: dict[str, list[str]] = {}
    for name, data in files.items():
        target = project / name
        if target.exists():
            write_flushed(old / name, target.read_bytes())
        write_flushed(new / name, data)
        if target.exists():
            shutil.copymode(target, new / name)
        target.parent.mkdir(parents=True, exist_ok=True)
        record[name] = [_digest(target), _digest(new / name)]
    about = {"about": _ABOUT, "backup": backup.relative_to(project).as_posix(), "files": record}
    write_flushed(backup / RECORD, json.dumps(about, indent=2).encode())
    with _undisturbed():
        (backup / RECORD).replace(project / RECORD)
        _flush(project)
        try:
            finish(project)
        except OSError:
            _put_back(project, old, record)
            raise
    shutil.rmtree(new, ignore_errors=True)


def finish(project: Path) -> None:
    """Put in place what a stopped `pull --apply` had decided on; nothing where nothing was stopped.

    A file that somebody changed meanwhile stays as it is. Raises InputError where there is one, once, and where the
    record cannot be used; OSError where a file cannot be replaced.
    """
    if not (project / RECORD).is_file():
        return
    new, files = _read(project)
    now = {name: _digest(project / name) for name in files}
    due = [name for name, (before, after) in files.items() if now[name] == before != after]
    changed = [name for name, (_, after) in files.items() if name not in due and now[name] != after]
    if not all((new / name).is_file() for name in due):
        raise _unusable()
    for name in due:
        _move(new / name, project / name)
    for folder in {(project / name).parent for name in files}:
        _flush(folder)
    (project / RECORD).unlink(missing_ok=True)
    if changed:
        raise InputError(
            Problem(
                "this file was changed after `casewright pull` had been stopped, and is left as it is",
                f"what the pull would have written is {new / name}; run the command again",
                Place(name),
            )
            for name in changed
        )


def write_flushed(file: Path, data: bytes) -> None:
    """Write a file in a folder that may not be there yet, down to the disk."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


def _move(staged: Path, target: Path) -> None:
    """One rename; where the backup is on another disk than the file, after a copy to its side."""
    try:
        staged.replace(target)
    except OSError:
        beside = target.with_name(f".{target.name}.pull")
        shutil.copyfile(staged, beside)
        shutil.copymode(staged, beside)
        beside.replace(target)


def _put_back(project: Path, old: Path, files: Mapping[str, list[str]]) -> None:
    """Undo a replacement that the disk refused in the middle. Where that is refused too, the record stays."""
    for name, (before, after) in files.items():
        if _digest(project / name) == after != before:
            if before:
                shutil.copyfile(old / name, old / f"{name}.back")
                _move(old / f"{name}.back", project / name)
            else:
                (project / name).unlink()
    (project / RECORD).unlink(missing_ok=True)


def _read(project: Path) -> tuple[Path, dict[str, tuple[str, str]]]:
    """The folder of the new files, and of each file the digest before and after. The record may be anybody's."""
    try:
        record = json.loads((project / RECORD).read_bytes())
        files = {str(name): (str(before), str(after)) for name, (before, after) in record["files"].items()}
        folder = str(record["backup"])
        names = [folder, *files]
        inside = all((project / name).resolve().is_relative_to(project.resolve()) for name in names)
    except (ValueError, KeyError, TypeError, AttributeError) as fault:
        raise _unusable() from fault
    if not files or not inside or any(name.split("/")[0] not in _FOLDERS for name in files):
        raise _unusable()
    return project / folder / "new", files


def _unusable() -> InputError:
    hint = "compare the manuscript with the files in build/backup, then delete this one"
    return InputError(Problem("the record of a stopped pull cannot be used", hint, Place(RECORD)))


def _digest(file: Path) -> str:
    """SHA-256 of a file; "" where there is none."""
    return sha256(file.read_bytes()).hexdigest() if file.is_file() else ""


def _flush(folder: Path) -> None:
    """Bring the renames in a folder down to the disk, where the system has a way to."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Let Ctrl-C and the like wait until the files are replaced, where the system has a way to."""
    waiting = [
        getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT") if hasattr(signal, name)
    ]
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, waiting)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
