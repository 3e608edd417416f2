"""The parser's events become nodes; what is refused on the way becomes problems."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from casewright.case.nodes import Listing, Node, Scalar, Table
from casewright.errors import Place, Problem

DEEPEST = 12  # levels of indentation


class Composer:
    """Builds the nodes of one file; `problems` is the list that it adds to."""

    def __init__(self, file: str, problems: list[Problem]) -> None:
        self.file = file
        self.problems = problems

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
            self.refuse(
                event, f"`{event.tag}` gives the value a type", "take it out: values are read as written"
            )
        if kind == "ScalarEvent":
            return Scalar(event.value, place, event.style is not None)
        if depth == DEEPEST + 1:
            self.refuse(
                event,
                f"entries are nested deeper than {DEEPEST} levels",
                "see the order of the example's file",
            )
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
                self.problems.append(
                    Problem("a list or group stands where a name belongs", "write a name", name.place)
                )
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
