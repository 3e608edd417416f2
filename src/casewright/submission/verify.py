"""Building a package again from its own sources, and comparing every byte."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path, PurePosixPath

from casewright.errors import InputError, Place, Problem
from casewright.processes import Tools
from casewright.submission.identifiers import SOURCE
from casewright.submission.package import MANIFEST, pack_sources

MOST_FILES, MOST_BYTES = 2_000, 500_000_000  # a package of ours has about fifty files and 10 MB


@dataclass(frozen=True, slots=True)
class Comparison:
    """What is not as it was: files that differ, and tools of other versions, which may be why."""

    journal: str
    files: int
    differing: tuple[str, ...]
    missing: tuple[str, ...]
    added: tuple[str, ...]
    tools: tuple[str, ...]

    @property
    def same(self) -> bool:
        """Whether every file is the same, byte for byte, and none is missing or added."""
        return not (self.differing or self.missing or self.added)


def verify_package(package: Path, tools: Tools) -> Comparison:
    """Build again and compare. Raises InputError for a file that is no package."""
    packed = read_package(package)
    journal, used = _manifest(packed, package)
    sources = {name.removeprefix(SOURCE): data for name, data in packed.items() if name.startswith(SOURCE)}
    built = pack_sources(sources, journal, tools).files
    return Comparison(
        journal,
        len(packed),
        tuple(name for name in sorted(packed.keys() & built.keys()) if packed[name] != built[name]),
        tuple(sorted(built.keys() - packed.keys())),
        tuple(sorted(packed.keys() - built.keys())),
        tuple(_other_versions(used)),
    )


def read_package(package: Path) -> dict[str, bytes]:
    """The files of a package by name. Raises InputError: no zip, too large, or names that lead out of it."""
    place = Place(str(package))
    try:
        with zipfile.ZipFile(io.BytesIO(package.read_bytes())) as archive:
            entries = archive.infolist()
            if len(entries) > MOST_FILES or sum(entry.file_size for entry in entries) > MOST_BYTES:
                raise InputError(
                    Problem("this package is too large", "it holds more than any of ours", place)
                )
            for entry in entries:
                _refuse_name(entry.filename, place)
            return {entry.filename: archive.read(entry) for entry in entries}
    except FileNotFoundError:
        raise InputError(Problem("there is no such file", "`casewright pack` writes one", place)) from None
    except (zipfile.BadZipFile, OSError, NotImplementedError, RuntimeError, ValueError) as fault:
        hint = "name a .zip that `casewright pack` wrote"
        raise InputError(Problem(f"this is no package: {str(fault).lower()}", hint, place)) from fault


def _refuse_name(name: str, place: Place) -> None:
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or "\\" in name or ":" in name or name.endswith("/"):
        raise InputError(
            Problem(f"a file in it is called {name!r}", "it was not written by casewright", place)
        )


def _manifest(packed: Mapping[str, bytes], package: Path) -> tuple[str, Mapping[str, str]]:
    try:
        record = json.loads(packed[MANIFEST])
        journal, tools = record["journal"], record["tools"]
    except (KeyError, ValueError, TypeError) as fault:
        hint = "name a .zip that `casewright pack` wrote"
        raise InputError(
            Problem(f"it holds no {MANIFEST} that can be read", hint, Place(str(package)))
        ) from fault
    if not isinstance(journal, str) or not isinstance(tools, dict):
        raise InputError(Problem(f"its {MANIFEST} names no journal", "", Place(str(package))))
    return journal, {str(name): str(value) for name, value in tools.items()}


def _other_versions(used: Mapping[str, str]) -> list[str]:
    found = []
    for tool, then in sorted(used.items()):
        try:
            now = version(tool)
        except PackageNotFoundError:
            now = "none"
        if now != then:
            found.append(f"{tool} {then} then, {now} now")
    return found
