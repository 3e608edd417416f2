"""Putting a set of finished files in place: all of them or none, whatever happens in between."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from casewright.errors import InputError, Place, Problem


def publish(folder: Path, files: Mapping[str, bytes]) -> None:
    """Replace the folder's content by `files` (name -> bytes).

    Everything is written beside the folder first and then changes places with it, so that a reader sees the old files
    or the new, never a mixture, and a full disk or a kill leaves the old. Raises InputError where the folder cannot be
    written.
    """
    new, old = _siblings(folder)
    try:
        recover(folder)
        new.mkdir(parents=True)
        for name, data in files.items():
            path = new / name
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
        if folder.exists():
            folder.rename(old)
        new.rename(folder)
        shutil.rmtree(old, ignore_errors=True)
    except OSError as error:
        shutil.rmtree(new, ignore_errors=True)
        if old.exists() and not folder.exists():
            old.rename(folder)
        raise InputError(_explained(error, folder)) from error


def recover(folder: Path) -> None:
    """Finish or undo what a killed build left half done: the folder is afterwards the last whole one."""
    new, old = _siblings(folder)
    if old.exists() and not folder.exists():
        old.rename(folder)
    for left in (new, old):
        if left.exists():
            shutil.rmtree(left)


def _siblings(folder: Path) -> tuple[Path, Path]:
    return folder.with_name(f".{folder.name}.new"), folder.with_name(f".{folder.name}.old")


def _explained(error: OSError, folder: Path) -> Problem:
    reason = error.strerror or str(error)
    hint = "the last good outputs are still in place"
    if isinstance(error, PermissionError):
        hint = "allow writing to this folder, or close the file in Word if it is open there; " + hint
    elif error.errno in {28, 122}:  # no space left, quota exceeded
        hint = "free some space on this disk; " + hint
    return Problem(f"the outputs could not be written: {reason.lower()}", hint, Place(str(folder)))
