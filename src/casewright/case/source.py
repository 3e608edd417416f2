"""A YAML file as a tree of nodes, each with its place; every scalar keeps the characters it was written with.

Only the plain part of YAML is read: mappings, lists and scalars. Anchors, aliases, tags and several documents in one
file are refused, so that a value is always where a reader looks for it, and no small file can grow into a large one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from casewright.case.faults import explain_fault
from casewright.errors import Place, Problem

LARGEST = 1_000_000  # bytes; the facts of a long report fill about 30,000
DEEPEST = 12  # levels of indentation

_TAB = re.compile(r"^[ ]*\t[ \t]*(?=[^\s#])", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Scalar:
    """A value or a name, with the characters it was written with."""

    text: str
    place: Place
    quoted: bool = False

    @property
    def missing(self) -> bool:
        """Whether nothing stands where a value belongs."""
        return not self.quoted and self.text in ("", "~", "null", "Null", "NULL")


@dataclass(frozen=True, slots=True)
class Listing:
    """The items of a list."""

    items: tuple[Node, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Table:
    """The entries of a mapping by name; `names` keeps where each name stands."""

    entries: dict[str, Node]
    names: dict[str, Place]
    place: Place


Node = Scalar | Listing | Table


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
        root = _Composer(source).compose(YAML(typ="safe", pure=True).parse(text))
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
        return Problem("the file is empty", "begin it with a name and a colon, such as `patient:`", Place(file, 1, 1))
    kind = "a list" if isinstance(root, Listing) else "a single value"
    return Problem(f"the file holds {kind}", "begin it with a name and a colon, such as `patient:`", root.place)


def _read_text(path: Path, source: Source) -> str | None:
    whole_file = Place(source.file)
    try:
        with path.open("rb") as stream:
            data = stream.read(LARGEST + 1)
    except FileNotFoundError:
        source.problems.append(Problem("the file does not exist", "see `casewright new` for a first one", whole_file))
    except IsADirectoryError:
        source.problems.append(Problem("this is a folder, not a file", "put the case data in a file here", whole_file))
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        source.problems.append(Problem(f"the file cannot be read: {reason}", "see who may read it", whole_file))
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
    for match in _TAB.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        column = match[0].index("\t") + 1
        hint = "put spaces in its place, two for each level"
        source.problems.append(Problem("the line is indented with a tab", hint, Place(source.file, line, column)))
    return bool(source.problems)


class _Composer:
    """Builds nodes from the parser's events, and collects what is refused on the way."""

    def __init__(self, source: Source) -> None:
        self.file = source.file
        self.problems = source.problems

    def compose(self, events: Iterator[Any]) -> Node | None:
        self.events = events
        root: Node | None = None
        documents = 0
        for event in events:
            kind = type(event).__name__
            if kind == "DocumentStartEvent":
                documents += 1
            elif kind not in ("StreamStartEvent", "StreamEndEvent", "DocumentEndEvent"):
                node = self.node(event, 1)
                if documents == 1:
                    root = node
                else:
                    self.refuse(event, "a second document begins here", "take out the line `---`")
        return root

    def refuse(self, event: Any, message: str, hint: str) -> None:
        self.problems.append(Problem(message, hint, self.place(event)))

    def place(self, event: Any) -> Place:
        mark = event.start_mark
        return Place(self.file, mark.line + 1, mark.column + 1)

    def node(self, event: Any, depth: int) -> Node:
        kind = type(event).__name__
        place = self.place(event)
        if kind == "AliasEvent":
            self.refuse(event, f"`*{event.anchor}` repeats another value", "write the value itself")
            return Scalar(f"*{event.anchor}", place, quoted=True)
        if event.anchor:
            self.refuse(event, f"`&{event.anchor}` marks a value to repeat", "take the mark out")
        if event.tag:
            self.refuse(event, f"`{event.tag}` gives the value a type", "take it out: values are read as written")
        if kind == "ScalarEvent":
            return Scalar(event.value, place, event.style is not None)
        if depth == DEEPEST + 1:
            self.refuse(event, f"entries are nested deeper than {DEEPEST} levels", "see the order of the example's file")
        return self.listing(place, depth) if kind == "SequenceStartEvent" else self.table(place, depth)

    def listing(self, place: Place, depth: int) -> Node:
        items = []
        for event in self.events:
            if type(event).__name__ == "SequenceEndEvent":
                break
            items.append(self.child(event, depth))
        return Listing(tuple(items), place)

    def table(self, place: Place, depth: int) -> Node:
        entries: dict[str, Node] = {}
        names: dict[str, Place] = {}
        for event in self.events:
            if type(event).__name__ == "MappingEndEvent":
                break
            name = self.child(event, depth)
            value = self.child(next(self.events), depth)
            if not isinstance(name, Scalar):
                self.problems.append(Problem("a list or group stands where a name belongs", "write a name", name.place))
            elif name.text in entries:
                first = names[name.text].line
                hint = f"it stands in line {first} already: keep one of the two"
                self.problems.append(Problem(f"`{name.text}` is written twice", hint, name.place))
            else:
                entries[name.text], names[name.text] = value, name.place
        return Table(entries, names, place)

    def child(self, event: Any, depth: int) -> Node:
        if depth <= DEEPEST:
            return self.node(event, depth + 1)
        self.skip(event)
        return Scalar("", self.place(event), quoted=True)

    def skip(self, event: Any) -> None:
        """Pass over everything below `event`, however deep, without recursion."""
        level = _step(event)
        while level:
            level += _step(next(self.events))


def _step(event: Any) -> int:
    kind = type(event).__name__
    return kind.endswith("StartEvent") - kind.endswith("EndEvent")
