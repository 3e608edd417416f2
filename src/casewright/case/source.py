"""A YAML file as nodes, every scalar with its place and the characters it was written with.

Only the plain part of YAML is read: tables, lists and scalars. Anchors, aliases, tags and several documents in one
file are refused, so that a value is always where a reader looks for it, and no small file can grow into a large one.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from casewright.case.compose import Composer, TooDeep
from casewright.case.faults import explain_fault
from casewright.case.nodes import Listing, Node, Table
from casewright.errors import Place, Problem

LARGEST = 1_000_000  # bytes; the example fills 10,000, the record of many years with 4000 values 280,000

_BEGINNING = "begin it with a name and a colon, such as `patient:`"


@dataclass(slots=True)
class Source:
    """What was read of one file. `root` is None where nothing could be used."""

    file: str
    root: Table | None = None
    problems: list[Problem] = field(default_factory=list)

    def refuse(self, message: str, hint: str, line: int = 0, column: int = 0) -> None:
        self.problems.append(Problem(message, hint, Place(self.file, line, column)))


def read_source(path: Path) -> Source:
    """Read one file, its problems collected; the file's name in every place is `path` as given."""
    source = Source(path.as_posix())
    data = _read(path, source)
    text = _decode(data, source) if data is not None else None
    if text is not None and not _has_tabs(text, source):
        _parse(text, source)
    return source


def _parse(text: str, source: Source) -> None:
    from ruamel.yaml import YAML
    from ruamel.yaml.error import YAMLError

    try:
        events = YAML(typ="safe", pure=True).parse(text)
        root = Composer(source.file, events, source.problems).compose()
    except TooDeep:
        return
    except (YAMLError, ValueError, OverflowError) as fault:  # the last two: `\U` with a number beyond Unicode
        source.problems.append(explain_fault(fault, text, source.file))
        return
    if isinstance(root, Table):
        source.root = root
    elif not source.problems:
        _refuse_root(root, source)


def _refuse_root(root: Node | None, source: Source) -> None:
    if root is None:
        source.refuse("the file is empty", _BEGINNING, 1, 1)
        return
    kind = "a list" if isinstance(root, Listing) else "a single value"
    source.refuse(
        f"the file holds {kind} where a group of entries belongs",
        _BEGINNING,
        root.place.line,
        root.place.column,
    )


def _read(path: Path, source: Source) -> bytes | None:
    try:
        with path.open("rb") as stream:
            data = stream.read(LARGEST + 1)
    except FileNotFoundError:
        source.refuse("the file does not exist", "`casewright new` writes a first one")
    except IsADirectoryError:
        source.refuse("this is a folder, not a file", "put the case data in a file of this name")
    except OSError as error:
        source.refuse(
            f"the file cannot be read: {(error.strerror or str(error)).lower()}", "see who may read it"
        )
    else:
        if len(data) <= LARGEST:
            return data
        hint = "keep only the facts of the case here; prose and images have files of their own"
        source.refuse(f"the file is larger than {LARGEST // 1000} kB", hint)
    return None


def _decode(data: bytes, source: Source) -> str | None:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        line, column = before.count("\n") + 1, error.start and len(before) - before.rfind("\n")
        encoding = "as UTF-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "in another encoding than UTF-8"
        source.refuse(
            f"the file is saved {encoding}", "save it again with the encoding UTF-8", line, column or 1
        )
        return None


def _has_tabs(text: str, source: Source) -> bool:
    if "\t" not in text:
        return False
    for number, line in enumerate(text.split("\n"), 1):
        words = line.lstrip()
        indent = line[: len(line) - len(words)]
        if "\t" in indent and words and not words.startswith("#"):
            hint = "put spaces in its place, two for each level"
            source.refuse("the line is indented with a tab", hint, number, indent.index("\t") + 1)
    return bool(source.problems)
