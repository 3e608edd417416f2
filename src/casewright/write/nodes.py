"""A document's AST as its writers look at it: paragraphs, tables, figures, the reference list."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from casewright.document.tree import Node as Node
from casewright.document.tree import attr_of, has_class, value_of
from casewright.document.tree import plain as plain

KINDS = {"fig": "figure", "tab": "table"}
_NUMBER = re.compile(r"\d{1,4}")
_NUMBERS = re.compile(r"(\d{1,4})")


@dataclass(frozen=True, slots=True)
class Attributes:
    """Identifier, classes and values of a node."""

    id: str = ""
    classes: tuple[str, ...] = ()
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: its blocks, how it is aligned (`left`, `right`, `center`) and how far it reaches."""

    blocks: list[Node]
    align: str
    rows: int
    columns: int


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a table's head, and those of its body and foot."""

    attributes: Attributes
    head: list[list[Cell]]
    body: list[list[Cell]]


@dataclass(frozen=True, slots=True)
class Panel:
    """A panel of a figure as it stands in a legend: the path of its image, its letter, its alternative text."""

    image: str
    letter: str
    alt: str


def blocks_of(ast: Mapping[str, Any]) -> list[Node]:
    """The blocks of a document, each paragraph out of the Div that says where it came from, and with its `origin`."""
    blocks: list[Node] = _unwrapped(ast["blocks"])
    return blocks


def _unwrapped(content: Any) -> Any:
    if isinstance(content, dict):
        return {name: _unwrapped(value) for name, value in content.items()} if "c" in content else content
    if not isinstance(content, list):
        return content
    out = []
    for value in content:
        if isinstance(value, dict) and value.get("t") == "Div" and has_class(value, "block"):
            origin = value_of(value, "data-origin")
            out += [{**_unwrapped(node), "origin": origin} for node in value["c"][1]]
        else:
            out.append(_unwrapped(value))
    return out


def attributes(node: Node) -> Attributes:
    """The attributes of a node; empty ones of a node that has none."""
    identifier, classes, pairs = attr_of(node)
    return Attributes(identifier, tuple(classes), dict(pairs))


def walk(content: Any) -> Iterator[Node]:
    """Every node below, in reading order."""
    if isinstance(content, dict):
        if "t" in content:
            yield content
        for value in content.values():
            yield from walk(value)
    elif isinstance(content, list):
        for value in content:
            yield from walk(value)


def is_section(node: Node) -> bool:
    """Whether the node is a section of the manuscript."""
    return node["t"] == "Div" and has_class(node, "section")


def is_fact(node: Node) -> bool:
    """Whether the node is a fact, as printed."""
    return node["t"] == "Span" and has_class(node, "fact")


def heading_of(blocks: list[Node]) -> Node | None:
    """The Header of a section, None where it has none."""
    return next((node for node in blocks if node["t"] == "Header"), None)


def lines(blocks: list[Node], headings: bool = True) -> Iterator[list[Node]]:
    """The inlines of each paragraph and heading that has words, in order."""
    for node in walk(blocks):
        if node["t"] in {"Para", "Plain"} and plain(node["c"]).strip():
            yield node["c"]
        elif node["t"] == "Header" and headings:
            yield node["c"][2]


def key_of(node: Node) -> tuple[str, str]:
    """Kind (`figure`, `table`, "") and key of what a legend, a table or a call is of."""
    kind, _, key = (value_of(node, "key") or value_of(node, "target")).partition(":")
    return KINDS.get(kind, kind), key.partition(".")[0]


def panels_in(blocks: list[Node]) -> list[Panel]:
    """The panels of a figure, in order."""
    images = (node for node in walk(blocks) if node["t"] == "Image")
    return [Panel(node["c"][2][0], value_of(node, "letter"), plain(node["c"][1])) for node in images]


def without_panels(blocks: list[Node]) -> list[Node]:
    """A legend's words, without the images."""
    return [node for node in blocks if not (node["t"] == "Div" and has_class(node, "panels"))]


def around_table(blocks: list[Node]) -> tuple[list[Node], list[Node], list[Node]]:
    """What stands before a table, the table, and the notes below it."""
    at = next((n for n, node in enumerate(blocks) if node["t"] == "Table"), len(blocks))
    return blocks[:at], blocks[at : at + 1], blocks[at + 1 :]


def table(node: Node) -> Table:
    """A Table node, the alignment of its columns told to its cells."""
    _, _, columns, (_, head), bodies, (_, foot) = node["c"]
    aligns = [_align(column[0]) for column in columns]
    body = [row for _, _, heads, rows in bodies for row in (*heads, *rows)]
    return Table(attributes(node), _rows(head, aligns), _rows([*body, *foot], aligns))


def _rows(rows: list[Any], aligns: list[str]) -> list[list[Cell]]:
    return [
        [
            Cell(blocks, _align(align) or aligns[min(number, len(aligns) - 1)] or "left", down, across)
            for number, (_, align, down, across, blocks) in enumerate(cells)
        ]
        for _, cells in rows
    ]


def _align(node: Node) -> str:
    return {"AlignLeft": "left", "AlignRight": "right", "AlignCenter": "center"}.get(node["t"], "")


def references_in(blocks: list[Node]) -> Iterator[tuple[str, list[Node], list[Node]]]:
    """Key, printed number and text of each entry of the reference list."""
    for node in walk(blocks):
        if node["t"] == "Div" and has_class(node, "csl-entry"):
            yield reference_parts(node)


def reference_parts(entry: Node) -> tuple[str, list[Node], list[Node]]:
    """Key, printed number and text of one entry; styles without numbers print none."""
    number: list[Node] = []
    text: list[Node] = []
    for node in (inline for block in entry["c"][1] for inline in block["c"]):
        if has_class(node, "csl-left-margin"):
            number += node["c"][1]
        else:
            text += node["c"][1] if has_class(node, "csl-right-inline") else [node]
    while number and number[-1]["t"] == "Space":
        number.pop()
    return attr_of(entry)[0].removeprefix("ref-"), number, text


def reference_numbers(blocks: list[Node]) -> dict[str, str]:
    """The key of the work that has each printed number of the reference list."""
    found = {_NUMBER.search(plain(number)): key for key, number, _ in references_in(blocks)}
    return {match[0]: key for match, key in found.items() if match}


def split_numbers(text: str, numbers: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The text of a citation in pieces, each with the key of the work whose number it is, or ""."""
    return ((piece, numbers.get(piece, "")) for piece in _NUMBERS.split(text) if piece)
