"""Pandoc's JSON AST as a tree to walk: making nodes, and the leaves that hold a document's text, in reading order.

While a document is being built, a `Str` holds a whole run of text with its spaces, and its `at` says where in the
marked Markdown it came from: (offset in the run, line, column) of each point from which columns count on. Only the
last step splits runs into the words and spaces that pandoc's own readers make.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from casewright.document.model import BlockKind
from casewright.errors import Place

Node = dict[str, Any]
At = list[tuple[int, int, int]]

KINDS = {
    "fig": "figure",
    "figure": "figure",
    "tab": "table",
    "table": "table",
}  # as written: as marks name it
HOLDERS = {
    "Emph",
    "Strong",
    "Underline",
    "Strikeout",
    "Superscript",
    "Subscript",
    "SmallCaps",
}  # c: the inlines
TAGGED = {"Span", "Link", "Image", "Quoted", "Cite"}  # c[1]: the inlines


def text(content: str, at: At | None = None) -> Node:
    """A run of text."""
    return {"t": "Str", "c": content, "at": at or []}


def attributes(classes: Sequence[str] = (), id: str = "", **pairs: str) -> list[Any]:
    """A pandoc Attr; an underscore in a name stands for a hyphen."""
    return [id, list(classes), [[name.replace("_", "-"), value] for name, value in pairs.items()]]


def span(inlines: list[Node], *classes: str, **pairs: str) -> Node:
    return {"t": "Span", "c": [attributes(classes, **pairs), inlines]}


def div(blocks: list[Node], *classes: str, id: str = "", **pairs: str) -> Node:
    return {"t": "Div", "c": [attributes(classes, id, **pairs), blocks]}


def wrap(kind: str, inlines: list[Node]) -> Node:
    """An Emph, a Strong, a Superscript, a Para, ... around inlines."""
    return {"t": kind, "c": inlines}


def attr_of(node: Node) -> list[Any]:
    """The Attr of a node; an empty one of a node that has none."""
    kind = node["t"]
    if kind in ("Span", "Div", "Link", "Image", "Code", "CodeBlock", "Table", "Figure"):
        attr: list[Any] = node["c"][0]
        return attr
    if kind == "Header":
        attr = node["c"][1]
        return attr
    return ["", [], []]


def has_class(node: Node, name: str) -> bool:
    return name in attr_of(node)[1]


def value_of(node: Node, name: str) -> str:
    """The value of an attribute, "" where the node has none of this name."""
    return next((str(value) for key, value in attr_of(node)[2] if key == name), "")


def put_value(node: Node, name: str, value: str) -> None:
    """Set an attribute of a node that can have some."""
    pairs = attr_of(node)[2]
    pairs[:] = [pair for pair in pairs if pair[0] != name] + [[name, value]]


def origin_of(node: Node) -> Place:
    """The place that a node's `data-origin` names."""
    file, _, line = value_of(node, "data-origin").rpartition(":")
    return Place(file, int(line)) if line.isdigit() else Place()


def split_key(node: Node) -> tuple[str, str]:
    """Kind and key of a figure, a table or a legend: ("figure", "spine") of `fig:spine`; kind "" of another key."""
    kind, _, key = value_of(node, "key").partition(":")
    return KINDS.get(kind, ""), key


def inlines_of(node: Node) -> list[Node] | None:
    """The inlines inside an inline; None for one that has none inside."""
    if node["t"] in HOLDERS:
        inside: list[Node] = node["c"]
        return inside
    if node["t"] in TAGGED:
        inside = node["c"][1]
        return inside
    return None


def plain(inlines: Sequence[Node]) -> str:
    """The characters that inlines print; footnotes and images print none where they stand."""
    parts = []
    for node in inlines:
        kind = node["t"]
        if kind == "Str":
            parts.append(node["c"])
        elif kind in ("Space", "SoftBreak", "LineBreak"):
            parts.append(" ")
        elif kind == "Code":
            parts.append(node["c"][1])
        elif kind != "Image" and (inside := inlines_of(node)) is not None:
            parts.append(plain(inside))
    return "".join(parts)


@dataclass(slots=True, eq=False)
class Frame:
    """A section while its leaves are being walked: `title` as the template names it, `level` from 1."""

    role: str
    title: str
    level: int
    node: Node | None = None


@dataclass(slots=True)
class Leaf:
    """A list of inlines that is a paragraph, a heading, a table's cell, ...; changed in place by each step.

    `owner` is the node it prints in: the wrapper of a paragraph, the Header, or the whole Table, in which `cell` is
    its (row, column).
    """

    inlines: list[Node]
    kind: BlockKind
    frame: Frame
    owner: Node
    key: str = ""
    level: int = 0
    cell: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class _Scope:
    """What the blocks around a block make of it."""

    frame: Frame
    kind: BlockKind = "paragraph"
    owner: Node | None = None
    key: str = ""
    depth: int = 0


def leaves(blocks: Sequence[Node]) -> Iterator[Leaf]:
    """Every leaf of a document, in reading order."""
    return _leaves(blocks, _Scope(Frame("text", "", 0)))


def _leaves(blocks: Sequence[Node], scope: _Scope) -> Iterator[Leaf]:
    for block in blocks:
        kind: str = block["t"]
        content: Any = block.get("c")
        if kind == "Div":
            yield from _leaves(content[1], _inside(block, scope))
        elif kind in ("Para", "Plain"):
            yield from _leaf(content, scope.kind, scope, scope.owner or block, scope.depth)
        elif kind == "Header":
            yield from _leaf(content[2], "heading", scope, block, content[0])
        elif kind == "BlockQuote":
            yield from _leaves(content, scope)
        elif kind in ("BulletList", "OrderedList"):
            for item in content if kind == "BulletList" else content[1]:
                yield from _leaves(item, _Scope(scope.frame, "item", None, scope.key, scope.depth + 1))
        elif kind == "Table":
            yield from _cells(block, scope)


def _inside(block: Node, scope: _Scope) -> _Scope:
    if has_class(block, "section"):
        role = value_of(block, "role") or scope.frame.role
        return _Scope(Frame(role, value_of(block, "title"), scope.frame.level + 1, block))
    if has_class(block, "legend"):
        return _Scope(scope.frame, "legend", block, ":".join(split_key(block)))
    if has_class(block, "panels"):
        return _Scope(scope.frame, "figure", block, scope.key)
    if has_class(block, "csl-entry"):
        return _Scope(scope.frame, "reference", block, attr_of(block)[0].removeprefix("ref-"))
    if has_class(block, "block"):
        return _Scope(scope.frame, scope.kind, block, scope.key, scope.depth)
    return _Scope(scope.frame, scope.kind, scope.owner, value_of(block, "key") or scope.key, scope.depth)


def _leaf(inlines: list[Node], kind: BlockKind, scope: _Scope, owner: Node, level: int) -> Iterator[Leaf]:
    yield Leaf(inlines, kind, scope.frame, owner, scope.key, level)
    for note in notes(inlines):
        yield from _leaves(note["c"], _Scope(scope.frame, "footnote", None))


def notes(inlines: Sequence[Node]) -> Iterator[Node]:
    """The footnotes that are called in inlines."""
    for node in inlines:
        if node["t"] == "Note":
            yield node
        elif (inside := inlines_of(node)) is not None:
            yield from notes(inside)


def rows_of(table: Node) -> Iterator[list[Any]]:
    """The rows of a table, head first, each a list of cells."""
    _, _, _, head, bodies, foot = table["c"]
    groups = [head[1], *(part for body in bodies for part in (body[2], body[3])), foot[1]]
    for group in groups:
        for row in group:
            yield row[1]


def _cells(table: Node, scope: _Scope) -> Iterator[Leaf]:
    for row_number, row in enumerate(rows_of(table)):
        for column, cell in enumerate(row):
            for block in cell[4]:
                if block["t"] in ("Para", "Plain"):
                    place = (row_number, column)
                    yield Leaf(block["c"], "table", scope.frame, table, scope.key, 0, place)
