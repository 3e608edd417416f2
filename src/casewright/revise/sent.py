"""What was sent: every build's Word file with its sources, kept until co-authors answer, and found again by its id.

`build/sent/<id>/` holds `manuscript.docx` and `sources.zip`; the id is the one that the Word file carries.
"""

from __future__ import annotations

import io
import json
import shutil
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from casewright.errors import InputError, Place, Problem
from casewright.revise.texts import TEXT_SUFFIXES

FOLDER = "build/sent"
MOST_KEPT = 200  # builds; a sent file that is older is compared with a fresh build
_EARLIEST = (1980, 1, 1, 0, 0, 0)  # the first date that a zip archive can hold
_RECORD = "casewright.json"
_LARGEST = 20_000_000  # bytes of the sources of one manuscript, unpacked


@dataclass(frozen=True, slots=True)
class Sent:
    """One build as it was sent: its folder, its id and its journal."""

    folder: Path
    id: str
    journal: str

    def unpack(self, target: Path) -> None:
        """Write the sources as they were into a folder. Raises InputError where they cannot be read."""
        archive = self.folder / "sources.zip"
        try:
            with zipfile.ZipFile(archive) as packed:
                members = [info for info in packed.infolist() if info.filename != _RECORD]
                if sum(info.file_size for info in members) > _LARGEST:
                    raise _damaged(archive)
                for info in members:
                    name = PurePosixPath(info.filename)
                    if name.is_absolute() or ".." in name.parts:
                        raise _damaged(archive)
                    file = target.joinpath(*name.parts)
                    file.parent.mkdir(parents=True, exist_ok=True)
                    file.write_bytes(packed.read(info))
        except (OSError, zipfile.BadZipFile, ValueError) as fault:
            raise _damaged(archive) from fault


def keep_sent(project: Path, journal: str, build: str, docx: bytes, files: Mapping[str, Path]) -> None:
    """Keep the Word file of a build with the text of its sources; nothing is done where it is kept already.

    `files` are the sources by the names that places use. Images stay out: a co-author changes words.
    """
    folder = project / FOLDER / build
    if (folder / "sources.zip").is_file():
        return
    partial = folder.with_name(f".{build}.new")
    try:
        partial.mkdir(parents=True, exist_ok=True)
        (partial / "manuscript.docx").write_bytes(docx)
        (partial / "sources.zip").write_bytes(_packed(journal, build, files))
        if folder.exists():
            shutil.rmtree(folder)
        partial.rename(folder)
        _prune(folder.parent)
    except OSError as fault:
        shutil.rmtree(partial, ignore_errors=True)
        reason = (fault.strerror or str(fault)).lower()
        hint = "the manuscript itself was built; make room, or allow writing to this folder"
        raise InputError(
            Problem(f"what is sent could not be kept: {reason}", hint, Place(str(folder)))
        ) from fault


def find_sent(project: Path, build: str) -> Sent | None:
    """The kept build of this id; None where there is none, or where it cannot be read."""
    if not build.isalnum():
        return None
    folder = project / FOLDER / build
    try:
        with zipfile.ZipFile(folder / "sources.zip") as packed:
            record = json.loads(packed.read(_RECORD))
        return Sent(folder, build, str(record["journal"]))
    except (OSError, zipfile.BadZipFile, ValueError, KeyError):
        return None


def _packed(journal: str, build: str, files: Mapping[str, Path]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        record = json.dumps({"journal": journal, "build": build}).encode()
        content = {_RECORD: record} | {
            name: path.read_bytes() for name, path in files.items() if path.suffix.lower() in TEXT_SUFFIXES
        }
        for name in sorted(content):
            archive.writestr(zipfile.ZipInfo(name, _EARLIEST), content[name], zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def _prune(folder: Path) -> None:
    """Forget the oldest builds."""
    kept = [entry for entry in folder.iterdir() if entry.is_dir() and not entry.name.startswith(".")]
    if len(kept) > MOST_KEPT:
        for old in sorted(kept, key=lambda entry: entry.stat().st_mtime)[:-MOST_KEPT]:
            shutil.rmtree(old, ignore_errors=True)


def _damaged(archive: Path) -> InputError:
    hint = "delete this folder: the file is then compared with a fresh build"
    return InputError(Problem("the sources of what was sent cannot be read", hint, Place(str(archive))))
