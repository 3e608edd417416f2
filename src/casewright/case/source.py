"""A YAML file as nodes, every scalar with its place and the characters it was written with.

Only the plain part of YAML is read: tables, lists and scalars. Anchors, aliases, tags and several documents in one
file are refused, so that a value is always where a reader looks for it, and no small file can grow into a large one.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from casewright.case.compose import Composer
from casewright.case.faults import explain_fault
from casewright.case.nodes import Listing, Node, Table
from casewright.errors import Place, Problem

LARGEST = 1_000_000  # bytes; the facts of a long report fill about 30,000


@dataclass(slots=True)
class Source:
    """What was read of one file. `root` is None where nothing could be used."""

    file: str
    root: Table | None = None
    problems: list[Problem] = field(default_factory=list)


def read_source(path: Path) -> Source:
    """Read one file, its problems collected; the file's name in every place is `path` as given."""
    source = Source(path.as_posix())
    text = _read_text(path, source)
    if text is None or _has_tabs(text, source):
        return source
    from ruamel.yaml import YAML
    from ruamel.yaml.error import YAMLError

    try:
        root = Composer(source.file, source.problems).compose(YAML(typ="safe", pure=True).parse(text))
    except YAMLError as fault:
        source.problems.append(explain_fault(fault, text, source.file))
        return source
    if isinstance(root, Table):
        source.root = root
    elif not source.problems:
        source.problems.append(_wrong_root(root, source.file))
    return source


def _wrong_root(root: Node | None, file: str) -> Problem:
    if root is None:
        return Problem(
            "the file is empty", "begin it with a name and a colon, such as `patient:`", Place(file, 1, 1)
        )
    kind = "a list" if isinstance(root, Listing) else "a single value"
    return Problem(
        f"the file holds {kind}", "begin it with a name and a colon, such as `patient:`", root.place
    )


def _read_text(path: Path, source: Source) -> str | None:
    whole_file = Place(source.file)
    try:
        with path.open("rb") as stream:
            data = stream.read(LARGEST + 1)
    except FileNotFoundError:
        source.problems.append(
            Problem("the file does not exist", "see `casewright new` for a first one", whole_file)
        )
    except IsADirectoryError:
        source.problems.append(
            Problem("this is a folder, not a file", "put the case data in a file here", whole_file)
        )
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        source.problems.append(
            Problem(f"the file cannot be read: {reason}", "see who may read it", whole_file)
        )
    else:
        return _decode(data, source)
    return None


def _decode(data: bytes, source: Source) -> str | None:
    if len(data) > LARGEST:
        limit = f"{LARGEST // 1_000_000} MB"
        hint = "keep only the facts of the case here; prose and images have files of their own"
        source.problems.append(Problem(f"the file is larger than {limit}", hint, Place(source.file)))
        return None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8").splitlines(keepends=True) or [""]
        ended = before[-1].endswith("\n")
        line, column = (len(before) + 1, 1) if ended else (len(before), len(before[-1]) + 1)
        utf16 = data[:2] in (b"\xff\xfe", b"\xfe\xff")
        message = "the file is saved as UTF-16" if utf16 else "the file is not saved as UTF-8"
        hint = "save it again with the encoding UTF-8"
        source.problems.append(Problem(message, hint, Place(source.file, line, column)))
        return None


def _has_tabs(text: str, source: Source) -> bool:
    if "\t" not in text:
        return False
    for number, line in enumerate(text.splitlines(), 1):
        indent = line[: len(line) - len(line.lstrip())]
        if "\t" in indent and not line.lstrip().startswith("#") and line.strip():
            place = Place(source.file, number, indent.index("\t") + 1)
            source.problems.append(
                Problem(
                    "the line is indented with a tab", "put spaces in its place, two for each level", place
                )
            )
    return bool(source.problems)
