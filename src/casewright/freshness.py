"""Whether a build would change anything: decided in milliseconds, before anything heavy is imported.

After a build that ended well, `build/.casewright.json` records, for the arguments of that build, the size, the time
and the SHA-256 of every file that went in and came out: the whole project, the journal's templates and casewright
itself. A later build with the same arguments looks at sizes and times, and reads a file only where its time differs.
Only modules that cost next to nothing are imported here.
"""

from __future__ import annotations

import json
import os

TYPE_CHECKING = False

RECORD = os.path.join("build", ".casewright.json")
PACKAGE = os.path.dirname(os.path.abspath(__file__))
INPUTS = ("manuscript", "templates", "reviews", "refs.bib", "pyproject.toml")
UNFINISHED = "PULL-UNFINISHED.json"  # while this stands, the sources are not what they should be

if TYPE_CHECKING:
    from typing import TypedDict

    class Entry(TypedDict):
        """What is known of one build: every file as [size, mtime in ns, SHA-256], and the folders it made."""

        files: dict[str, list[int | str]]
        outputs: list[str]


def is_fresh(project: str, arguments: list[str]) -> bool:
    """Whether the outputs of the last build with these arguments are still what it would make."""
    record = _read(project)
    entry = record.get(_key(arguments))
    if entry is None or os.path.exists(os.path.join(project, UNFINISHED)):
        return False
    recorded = entry["files"]
    now = _stats(project, entry["outputs"])
    if recorded.keys() != now.keys():
        return False
    changed = [path for path, (size, time) in now.items() if recorded[path][:2] != [size, time]]
    for path in changed:
        if recorded[path][0] != now[path][0] or recorded[path][2] != _digest(os.path.join(project, path)):
            return False
    if changed:
        _write(
            project,
            record,
            arguments,
            recorded | {p: [*now[p], recorded[p][2]] for p in changed},
            entry["outputs"],
        )
    return True


def remember(project: str, arguments: list[str], outputs: list[str]) -> None:
    """Record that a build with these arguments has just made the files in the folders `outputs`."""
    stats = _stats(project, outputs)
    files: dict[str, list[int | str]] = {
        p: [size, time, _digest(os.path.join(project, p))] for p, (size, time) in stats.items()
    }
    _write(project, _read(project), arguments, files, outputs)


def forget(project: str, arguments: list[str]) -> None:
    """Drop the record of these arguments: the next build does everything."""
    record = _read(project)
    if record.pop(_key(arguments), None) is not None:
        _replace(project, record)


def _key(arguments: list[str]) -> str:
    return " ".join(arguments)


def _stats(project: str, outputs: list[str]) -> dict[str, tuple[int, int]]:
    found: dict[str, tuple[int, int]] = {}
    for root in (*(os.path.join(project, name) for name in (*INPUTS, *outputs)), PACKAGE):
        base = project if root != PACKAGE else None
        try:
            entry = os.stat(root)
        except OSError:
            continue
        if os.path.isdir(root):
            _walk(root, base, found)
        else:
            found[os.path.relpath(root, project)] = (entry.st_size, entry.st_mtime_ns)
    return found


def _walk(folder: str, base: str | None, found: dict[str, tuple[int, int]]) -> None:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name == "__pycache__" or entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                _walk(entry.path, base, found)
            elif entry.is_file():
                status = entry.stat()
                path = entry.path if base is None else entry.path[len(base) :].lstrip(os.sep)
                found[path] = (status.st_size, status.st_mtime_ns)


def _digest(path: str) -> str:
    import hashlib

    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _read(project: str) -> dict[str, Entry]:
    try:
        with open(os.path.join(project, RECORD), encoding="utf-8") as file:
            record = json.load(file)
    except (OSError, ValueError):
        return {}
    return record if isinstance(record, dict) else {}


def _write(
    project: str,
    record: dict[str, Entry],
    arguments: list[str],
    files: dict[str, list[int | str]],
    outputs: list[str],
) -> None:
    record[_key(arguments)] = {"files": files, "outputs": outputs}
    _replace(project, record)


def _replace(project: str, record: dict[str, Entry]) -> None:
    path = os.path.join(project, RECORD)
    try:
        with open(path + ".new", "w", encoding="utf-8") as file:
            json.dump(record, file)
        os.replace(path + ".new", path)
    except OSError:  # a read-only folder: the next build just cannot skip its work
        return
