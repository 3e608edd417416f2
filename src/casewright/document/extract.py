"""Sections, blocks and marks out of the finished AST: the Document says exactly what the writers will print."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from casewright.document.model import Block, Mark, MarkKind, Section
from casewright.document.origins import Sources
from casewright.document.tree import (
    Leaf,
    Node,
    attr_of,
    has_class,
    inlines_of,
    leaves,
    origin_of,
    put_value,
    value_of,
)
from casewright.errors import Place

_PLAIN_MARKS: dict[str, MarkKind] = {
    "Emph": "emphasis",
    "Strong": "strong",
    "Superscript": "superscript",
    "Subscript": "subscript",
}
_SPAN_MARKS: dict[str, tuple[MarkKind, str]] = {  # class: kind, the attribute that is its target
    "fact": ("fact", "key"),
    "literal": ("literal", "reason"),
    "generated": ("generated", "by"),
    "call": ("call", "target"),
    "abbreviation": ("abbreviation", "short"),
}
Origins = tuple[tuple[int, Place], ...]


def sections_of(blocks: Sequence[Node], sources: Sources) -> tuple[Section, ...]:
    """The sections in reading order; every block's node is given its number as `data-block`."""
    found: list[Section] = []
    number = 0
    for _, group in groupby(leaves(blocks), key=lambda leaf: id(leaf.frame)):
        members = list(group)
        frame = members[0].frame
        for heading, body in _under_headings(members):
            head = _block([heading], sources) if heading else None
            if heading is not None:
                put_value(heading.owner, "data-block", str(number))
                number += 1
            made = []
            for together in _blocks(body):
                made.append(_block(together, sources))
                put_value(together[0].owner, "data-block", str(number))
                number += 1
            title = head.text if head else frame.title
            level = head.level if head else max(1, frame.level)
            found.append(Section(frame.role, title, tuple(made), level, head))
    return tuple(found)


def _under_headings(members: list[Leaf]) -> Iterator[tuple[Leaf | None, list[Leaf]]]:
    heading: Leaf | None = None
    body: list[Leaf] = []
    for leaf in members:
        if leaf.kind == "heading":
            if heading is not None or body:
                yield heading, body
            heading, body = leaf, []
        else:
            body.append(leaf)
    yield heading, body


def _blocks(body: list[Leaf]) -> Iterator[list[Leaf]]:
    """The leaves of each block: all cells of a table together, any other leaf alone."""
    for number, group in groupby(enumerate(body), key=lambda n: id(n[1].owner) if n[1].cell else n[0]):
        del number
        yield [leaf for _, leaf in group]


def _block(members: Sequence[Leaf], sources: Sources) -> Block:
    reading = _Reading(sources)
    before: tuple[int, int] | None = None
    for leaf in members:
        if before is not None and leaf.cell is not None:
            reading.separate(before, leaf.cell)
        before = leaf.cell
        reading.read(leaf.inlines)
    first = members[0]
    origins = tuple(reading.origins)
    place = origins[0][1] if origins and first.kind != "reference" else origin_of(first.owner)
    marks = tuple(sorted(reading.marks, key=lambda mark: (mark.start, -mark.end)))
    return Block(first.kind, "".join(reading.parts), marks, place, (), first.level, first.key, origins)


class _Reading:
    """Gathers the text of one block, with its marks and the places of its words."""

    def __init__(self, sources: Sources) -> None:
        self.parts: list[str] = []
        self.marks: list[Mark] = []
        self.origins: list[tuple[int, Place]] = []
        self._length = 0
        self._sources = sources

    def separate(self, before: tuple[int, int], cell: tuple[int, int]) -> None:
        """Tabs between cells, a newline between rows; a space between paragraphs of one cell."""
        if cell == before:
            self._add(" ")
        elif cell[0] == before[0]:
            self._add("\t" * (cell[1] - before[1]))
        else:
            self._add("\n" * (cell[0] - before[0]) + "\t" * cell[1])

    def read(self, inlines: Sequence[Node]) -> None:
        for node in inlines:
            kind = node["t"]
            if kind == "Str":
                self._places(node)
                self._add(node["c"])
            elif kind == "LineBreak":
                self._add(" ")
            elif kind == "Code":
                self._add(node["c"][1])
            elif kind != "Image" and (inside := inlines_of(node)) is not None:
                start = self._length
                self.read(inside)
                if self._length > start:
                    self.marks += (
                        Mark(mark, start, self._length, target) for mark, target in _marks_of(node)
                    )

    def _add(self, characters: str) -> None:
        self.parts.append(characters)
        self._length += len(characters)

    def _places(self, run: Node) -> None:
        """Note the places of a run that do not follow from the place before them."""
        for offset, place in self._sources.places(run["at"], len(run["c"])):
            if not self._foreseen(self._length + offset, place):
                self.origins.append((self._length + offset if self.origins else 0, place))

    def _foreseen(self, offset: int, place: Place) -> bool:
        if not self.origins:
            return False
        start, known = self.origins[-1]
        return place == Place(known.file, known.line, known.column + offset - start)


def _marks_of(node: Node) -> Iterator[tuple[MarkKind, str]]:
    kind = node["t"]
    if kind in _PLAIN_MARKS:
        yield _PLAIN_MARKS[kind], ""
    elif kind == "Cite":
        yield "citation", ";".join(citation["citationId"] for citation in node["c"][0])
    elif kind == "Link":
        yield "link", node["c"][2][0]
    elif kind == "Span":
        for name in attr_of(node)[1]:
            if name in _SPAN_MARKS:
                mark, attribute = _SPAN_MARKS[name]
                yield mark, value_of(node, attribute)
        if has_class(node, "call"):
            yield "generated", "numbering"
