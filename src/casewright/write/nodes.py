"""Pandoc's JSON AST, read: attributes, plain text, images, the rows of a table, a walk over every node."""

from __future__ import annotations

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


def plain(inlines: list[Node]) -> str:
    """The characters of inlines, without their marks and notes."""
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
        case "Note" | "RawInline":
            return ""
        case "Span" | "Cite" | "Link" | "Image":
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


def lines(blocks: list[Node], headings: bool = True) -> Iterator[list[Node]]:
    """The inlines of each paragraph and heading, in order."""
    for node in walk(blocks):
        if node["t"] in {"Para", "Plain"}:
            yield node["c"]
        elif node["t"] == "Header" and headings:
            yield node["c"][2]


def without_run_in(inlines: list[Node]) -> list[Node]:
    """A paragraph without the heading that runs into it."""
    if inlines and inlines[0]["t"] == "Span" and "run-in" in attributes(inlines[0]).classes:
        return inlines[2:] if inlines[1:2] and inlines[1]["t"] == "Space" else inlines[1:]
    return inlines


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
