"""Outputs that need not be made again: those whose writer would be given the same things by the same program.

`build/.made.json` records, for each file of the last build that ended well, a digest of all that determines it and the
digest of its bytes. It speaks of this machine only (times of the program's files) and is no output.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from casewright.case.model import Case
from casewright.document.model import Document
from casewright.journal.model import Profile

RECORD = ".made.json"
PACKAGE = Path(__file__).resolve().parents[1]
SHOWING_SOURCES = {"manuscript.html"}  # what also says where each fact is written


def recipes(
    names: tuple[str, ...], document: Document, profile: Profile, case: Case, images: Mapping[str, bytes]
) -> dict[str, str]:
    """For each output, a digest of everything that its writer is given."""
    common = sha256(json.dumps(document.ast, ensure_ascii=False).encode())
    common.update(repr(replace(profile, folder=Path())).encode())
    for image, data in sorted(images.items()):
        common.update(image.encode() + sha256(data).digest())
    common.update(_program())
    sources = repr(sorted(case.facts.items())).encode()
    return {
        name: sha256(
            common.digest() + name.encode() + (sources if name in SHOWING_SOURCES else b"")
        ).hexdigest()
        for name in names
    }


def reusable(folder: Path, wanted: Mapping[str, str]) -> dict[str, bytes]:
    """The files in the folder that are as `wanted` (name -> recipe) and as they were made."""
    try:
        record = json.loads(folder.with_name(RECORD).read_text("utf-8")).get(folder.name, {})
        files = {
            name: (folder / name).read_bytes() for name in wanted if record.get(name, [""])[0] == wanted[name]
        }
    except (OSError, ValueError, AttributeError):
        return {}
    return {name: data for name, data in files.items() if sha256(data).hexdigest() == record[name][1]}


def remember(folder: Path, made: Mapping[str, str], files: Mapping[str, bytes]) -> None:
    """Record by which recipes the files in the folder were made."""
    path = folder.with_name(RECORD)
    try:
        record = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        record = {}
    record[folder.name] = {name: [recipe, sha256(files[name]).hexdigest()] for name, recipe in made.items()}
    new = path.with_name(f"{RECORD}.new")
    new.write_text(json.dumps(record), "utf-8")
    new.replace(path)


def _program() -> bytes:
    """Casewright's own files, by size and time."""
    found = sha256()
    for folder, folders, names in os.walk(PACKAGE):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for name in sorted(names):
            status = Path(folder, name).stat()
            found.update(f"{folder}/{name} {status.st_size} {status.st_mtime_ns}\n".encode())
    return found.digest()
