"""The parser's events become nodes; what is refused on the way becomes problems."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from casewright.case.nodes import Listing, Node, Scalar, Table
from casewright.errors import Place, Problem

DEEPEST = 12  # levels of indentation

_AROUND = ("StreamStartEvent", "StreamEndEvent", "DocumentEndEvent")


class TooDeep(Exception):  # noqa: N818 - it says why reading stopped, and stays in this package
    """Entries nested so deep that reading on would only cost time."""


class Composer:
    """Builds the nodes of one file from its events (those of ruamel.yaml); `problems` is the list that it adds to."""

    def __init__(self, file: str, events: Iterator[Any], problems: list[Problem]) -> None:
        self._file = file
        self._events = events
        self._problems = problems

    def compose(self) -> Node | None:
        """The first document; None where there is none. Raises TooDeep, with its problem added."""
        root: Node | None = None
        documents = 0
        for event in self._events:
            kind = type(event).__name__
            if kind == "DocumentStartEvent":
                documents += 1
            elif kind not in _AROUND:
                node = self._node(event, 1)
                if documents == 1:
                    root = node
                else:
                    self._refuse("a second document begins here", "take out the line `---`", node.place)
        return root

    def _refuse(self, message: str, hint: str, place: Place) -> None:
        self._problems.append(Problem(message, hint, place))

    def _node(self, event: Any, depth: int) -> Node:
        kind = type(event).__name__
        mark = event.start_mark
        place = Place(self._file, mark.line + 1, mark.column + 1)
        if kind == "AliasEvent":
            self._refuse(f"`*{event.anchor}` repeats another value", "write the value itself", place)
            return Scalar(f"*{event.anchor}", place, quoted=True)
        if event.anchor:
            self._refuse(f"`&{event.anchor}` marks a value to repeat", "take the mark out", place)
        if event.tag:
            tag = str(event.tag).replace("tag:yaml.org,2002:", "!!")
            self._refuse(f"`{tag}` gives the value a type", "take it out: values are read as written", place)
        if kind == "ScalarEvent":
            if event.style == '"' and not all(map(_belongs_in_text, event.value)):
                self._refuse(
                    "a character is written here that no document can hold", "take its `\\` code out", place
                )
            return Scalar(event.value, place, event.style is not None)
        if depth > DEEPEST:
            hint = "see how the entries of the example are indented"
            self._refuse(f"entries are nested deeper than {DEEPEST} levels", hint, place)
            raise TooDeep
        return self._listing(place, depth) if kind == "SequenceStartEvent" else self._table(place, depth)

    def _listing(self, place: Place, depth: int) -> Listing:
        items = []
        for event in self._events:
            if type(event).__name__ == "SequenceEndEvent":
                break
            items.append(self._node(event, depth + 1))
        return Listing(tuple(items), place)

    def _table(self, place: Place, depth: int) -> Table:
        entries: dict[str, Node] = {}
        names: dict[str, Place] = {}
        for event in self._events:
            if type(event).__name__ == "MappingEndEvent":
                break
            name = self._node(event, depth + 1)
            value = self._node(next(self._events), depth + 1)
            if not isinstance(name, Scalar):
                self._refuse("a list or group stands where a name belongs", "write a name", name.place)
            elif name.text in entries:
                hint = f"it stands in line {names[name.text].line} already: keep one of the two"
                self._refuse(f"`{name.text}` is written twice", hint, name.place)
            else:
                entries[name.text], names[name.text] = value, name.place
        return Table(entries, names, place)


def _belongs_in_text(character: str) -> bool:
    """Whether XML, and so every output, can hold this character: no control, no half of a pair."""
    code = ord(character)
    if code < 0x20:
        return code in (9, 10)
    return not (0x7F <= code < 0xA0 or 0xD800 <= code < 0xE000 or code & 0xFFFE == 0xFFFE)
