"""Pandoc's JSON AST, read: attributes, plain text, images, the rows of a table, a walk over every node."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

Node = dict[str, Any]
QUOTES = {"SingleQuote": ("‘", "’"), "DoubleQuote": ("“", "”")}


@dataclass(frozen=True, slots=True)
class Attributes:
    """Identifier, classes and key-value pairs of a node."""

    id: str = ""
    classes: tuple[str, ...] = ()
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: its blocks, how it is aligned (`left`, `right`, `center`, "") and what it spans."""

    blocks: list[Node]
    align: str
    rows: int
    columns: int


@dataclass(frozen=True, slots=True)
class Table:
    """A table's caption, the rows of its head, and those of its body and foot."""

    attributes: Attributes
    caption: list[Node]
    head: tuple[tuple[Cell, ...], ...]
    body: tuple[tuple[Cell, ...], ...]


def attributes(node: Node) -> Attributes:
    """The attributes of a Div, Span, Header, Code, Link, Image, Table or Figure."""
    content = node["c"]
    identifier, classes, values = content[1] if node["t"] == "Header" else content[0]
    return Attributes(identifier, tuple(classes), dict(values))


def is_fact(node: Node) -> bool:
    """Whether the node is a fact, as printed."""
    return node["t"] == "Span" and "fact" in attributes(node).classes


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


def blocks_of(ast: Any) -> list[Node]:
    """The blocks of a document, each paragraph out of the Div that says where it came from and with its `origin`."""
    blocks: list[Node] = _unwrapped(ast["blocks"])
    return blocks


def _unwrapped(content: Any) -> Any:
    if isinstance(content, dict):
        return {name: _unwrapped(value) for name, value in content.items()} if "c" in content else content
    if not isinstance(content, list):
        return content
    out = []
    for value in content:
        if isinstance(value, dict) and value.get("t") == "Div" and "block" in value["c"][0][1]:
            origin = dict(value["c"][0][2]).get("data-origin", "")
            out += [{**_unwrapped(node), "origin": origin} for node in value["c"][1]]
        else:
            out.append(_unwrapped(value))
    return out


def plain(inlines: list[Node]) -> str:
    """The characters of inlines, without their marks, notes and images."""
    return "".join(map(_plain, inlines))


def _plain(node: Node) -> str:
    match node["t"]:
        case "Str":
            return str(node["c"])
        case "Space" | "SoftBreak" | "LineBreak":
            return " "
        case "Code" | "Math":
            return str(node["c"][1])
        case "Quoted":
            opening, closing = QUOTES[node["c"][0]["t"]]
            return opening + plain(node["c"][1]) + closing
        case "Note" | "RawInline" | "Image":
            return ""
        case "Span" | "Cite" | "Link":
            return plain(node["c"][1])
        case _:
            return plain(node["c"])


def table(node: Node) -> Table:
    """A Table node, with the alignment of its columns told to its cells."""
    _, (_, caption), columns, (_, head), bodies, (_, foot) = node["c"]
    aligns = [_align(column[0]) for column in columns]
    body = [row for _, _, heads, rows in bodies for row in (*heads, *rows)]
    return Table(attributes(node), caption, _rows(head, aligns), _rows([*body, *foot], aligns))


def _rows(rows: list[Any], aligns: list[str]) -> tuple[tuple[Cell, ...], ...]:
    return tuple(
        tuple(
            Cell(blocks, _align(align) or (aligns[index] if index < len(aligns) else ""), down, across)
            for index, (_, align, down, across, blocks) in enumerate(cells)
        )
        for _, cells in rows
    )


def _align(node: Node) -> str:
    return {"AlignLeft": "left", "AlignRight": "right", "AlignCenter": "center"}.get(node["t"], "")


def sections(blocks: list[Node], role: str) -> Iterator[list[Node]]:
    """The blocks of each section of this role, wherever it is nested."""
    for node in blocks:
        if node["t"] == "Div":
            given = attributes(node)
            if given.values.get("role") == role:
                yield node["c"][1]
            else:
                yield from sections(node["c"][1], role)


def heading_of(blocks: list[Node]) -> Node | None:
    """The Header of a section."""
    return next((node for node in blocks if node["t"] == "Header"), None)


@dataclass(frozen=True, slots=True)
class PanelNode:
    """A panel of a figure as it stands in a legend: the path of its image, its letter, its alternative text."""

    image: str
    letter: str
    alt: str


def panels_in(blocks: list[Node]) -> list[PanelNode]:
    """The panels of a figure, in order."""
    images = (node for node in walk(blocks) if node["t"] == "Image")
    return [
        PanelNode(node["c"][2][0], attributes(node).values.get("letter", ""), plain(node["c"][1])) for node in images
    ]


def lines(blocks: list[Node], headings: bool = True) -> Iterator[list[Node]]:
    """The inlines of each paragraph and heading, in order."""
    for node in walk(blocks):
        if node["t"] in {"Para", "Plain"} and plain(node["c"]).strip():
            yield node["c"]
        elif node["t"] == "Header" and headings:
            yield node["c"][2]


def without_run_in(inlines: list[Node]) -> list[Node]:
    """A paragraph without the heading that runs into it."""
    if inlines and inlines[0]["t"] == "Span" and "run-in" in attributes(inlines[0]).classes:
        return inlines[2:] if inlines[1:2] and inlines[1]["t"] == "Space" else inlines[1:]
    return inlines


def run_in(inlines: list[Node]) -> list[Node]:
    """The heading that runs into a paragraph which begins with one."""
    inside: list[Node] = inlines[0]["c"][1]
    return inside[0]["c"] if len(inside) == 1 and inside[0]["t"] == "Strong" else inside


def title_of(blocks: list[Node]) -> str:
    """The title of the manuscript, as printed; "" where it has none."""
    found = (plain(without_run_in(line)) for part in sections(blocks, "title") for line in lines(part))
    return next(found, "")


def running_title_of(blocks: list[Node]) -> str:
    """The short title; "" where there is none."""
    found = (plain(without_run_in(line)) for part in sections(blocks, "running_title") for line in lines(part, False))
    return next(found, "")


def keywords_of(blocks: list[Node]) -> list[str]:
    """The key words, as printed."""
    text = " ".join(plain(without_run_in(line)) for part in sections(blocks, "keywords") for line in lines(part, False))
    return [word.strip() for word in text.split(";") if word.strip()]


def is_section(node: Node) -> bool:
    """Whether the node is a section of the manuscript."""
    return node["t"] == "Div" and "section" in attributes(node).classes


def split_list(inlines: list[Node], mark: str) -> list[list[Node]]:
    """Key words or names apart, at the marks between them; a fact among them stays one."""
    words: list[list[Node]] = [[]]
    for node in inlines:
        if node["t"] == "Str" and mark in node["c"]:
            first, *others = node["c"].split(mark)
            words[-1].append({"t": "Str", "c": first})
            words += [[{"t": "Str", "c": other}] if other else [] for other in others]
        elif words[-1] or node["t"] not in {"Space", "SoftBreak"}:
            words[-1].append(node)
    return [word for word in words if plain(word).strip()]


def reference_numbers(blocks: list[Node]) -> dict[str, str]:
    """The key of the work that has each printed number of the reference list."""
    numbers = {}
    for node in walk(blocks):
        if node["t"] == "Div" and "csl-entry" in attributes(node).classes:
            first = next(lines(node["c"][1]), [])
            found = _NUMBER.match(plain(first).strip(" [("))
            if found:
                numbers[found[0]] = attributes(node).id.removeprefix("ref-")
    return numbers


def split_numbers(text: str, numbers: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The text of a citation in pieces, each with the key of the work whose number it is, or ""."""
    for piece in _NUMBERS.split(text):
        if piece:
            yield piece, numbers.get(piece, "")


_NUMBER = re.compile(r"\d{1,4}")
_NUMBERS = re.compile(r"(\d{1,4})")
