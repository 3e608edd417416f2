"""A Document's AST with the calls of our Typst template in it; pandoc's writer makes the Typst source of the rest."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from casewright.document.roles import part_of
from casewright.write.nodes import (
    Node,
    attributes,
    is_section,
    panels_in,
    plain,
    reference_numbers,
    split_numbers,
    walk,
)

UNBROKEN = 24  # characters; a longer fact is a phrase, and may break like one
NO_BREAK_SPACE = "\u00a0"


def typst_string(text: str) -> str:
    """A string literal of Typst."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(c if c >= " " else f"\\u{{{ord(c):x}}}" for c in escaped) + '"'


@dataclass
class Source:
    """Turns blocks into blocks; `files` maps the name that an image gets to its path in the case data."""

    images: frozenset[str]  # paths of the images that are there
    files: dict[str, str] = field(default_factory=dict)
    _numbers: dict[str, str] = field(default_factory=dict)
    _targets: set[str] = field(default_factory=set)

    def manuscript(self, blocks: list[Node]) -> list[Node]:
        """The whole manuscript."""
        self._numbers = reference_numbers(blocks)
        self._targets = set(_targets(blocks))
        return self._blocks(blocks)

    def _blocks(self, blocks: Iterable[Node], role: str = "") -> list[Node]:
        return [block for node in blocks for block in self._block(node, role)]

    def _block(self, node: Node, role: str) -> list[Node]:
        content = node.get("c")
        match node["t"]:
            case "Div":
                return self._div(node, role)
            case "Para" if role == "title":
                return _around("title-block", [], [{"t": "Plain", "c": self._inlines(content)}])
            case "Para" if part_of(role) in {"front", "back"} and role not in {"", "acknowledgements"}:
                return _around("front-line", [], [{"t": "Plain", "c": self._inlines(content)}])
            case "Para" | "Plain":
                return [{"t": node["t"], "c": self._inlines(content)}]
            case "Header":
                if role == "title":
                    return _around("title-block", [], [{"t": "Plain", "c": self._inlines(content[2])}])
                return [{"t": "Header", "c": [content[0], ["", [], []], self._inlines(content[2])]}]
            case "BlockQuote":
                return [{"t": "BlockQuote", "c": self._blocks(content)}]
            case "BulletList":
                return [{"t": "BulletList", "c": [self._blocks(item) for item in content]}]
            case "OrderedList":
                return [{"t": "OrderedList", "c": [content[0], [self._blocks(item) for item in content[1]]]}]
            case "LineBlock":
                return [{"t": "LineBlock", "c": [self._inlines(line) for line in content]}]
            case "DefinitionList":
                items = [[self._inlines(term), [self._blocks(d) for d in definitions]] for term, definitions in content]
                return [{"t": "DefinitionList", "c": items}]
            case "Table":
                return [{"t": "Table", "c": self._cells(content)}]
            case "RawBlock":
                return []  # in another language than the Document's
            case _:
                return [node]

    def _div(self, node: Node, role: str) -> list[Node]:
        given, blocks = attributes(node), node["c"][1]
        if is_section(node):
            return self._section(given.values.get("role", "text"), blocks)
        if "legend" in given.classes:
            return self._legend(given.values.get("key", ""), blocks)
        if "csl-entry" in given.classes:
            return self._reference(given.id, blocks)
        kind, _, key = given.values.get("key", "").partition(":")
        inside = self._blocks(blocks, role)
        return [*inside, _raw_block(f"#[] <table-{key}>")] if kind == "tab" and key else inside

    def _section(self, role: str, blocks: list[Node]) -> list[Node]:
        inside = self._blocks(blocks, role)
        if role in {"abstract", "core_tip"}:
            return _around("boxed", [], inside)
        return _around("comment", [], inside) if role.startswith("comments.") else inside

    def _legend(self, key: str, blocks: list[Node]) -> list[Node]:
        target = typst_string("figure-" + key.partition(":")[2])
        words = [node for node in blocks if not (node["t"] == "Div" and "panels" in attributes(node).classes)]
        panels = []
        for panel in panels_in(blocks):
            if panel.image in self.images:
                name = f"panel-{len(self.files) + 1}"
                self.files[name] = panel.image
                panels.append(f"(file: {typst_string(name)}, alt: {typst_string(panel.alt)})")
        if not panels:
            return _around("legend-only", [target], self._blocks(words))
        return _around("figure-block", [target, f"({', '.join(panels)},)"], self._blocks(words))

    def _reference(self, identifier: str, blocks: list[Node]) -> list[Node]:
        inlines = [node for block in blocks for node in block.get("c", [])]
        number = [node for node in inlines if node["t"] == "Span" and "csl-left-margin" in attributes(node).classes]
        body = [node for node in inlines if node not in number]
        opening = _raw_block(f"#reference({typst_string(identifier)})[")
        between, closing = _raw_block("]["), _raw_block("]")
        first = {"t": "Plain", "c": self._inlines(number)}
        second = {"t": "Plain", "c": self._inlines(body)}
        return [opening, first, between, second, closing]

    def _cells(self, content: Any) -> Any:
        """A table's content with the blocks in its cells and caption turned."""
        if isinstance(content, list):
            if content and all(isinstance(node, dict) and node.get("t") in {"Plain", "Para", "Div"} for node in content):
                return self._blocks(content)
            return [self._cells(part) for part in content]
        return content

    # inlines

    def _inlines(self, inlines: Iterable[Node]) -> list[Node]:
        return [inline for node in inlines for inline in self._inline(node)]

    def _inline(self, node: Node) -> list[Node]:
        content = node.get("c")
        match node["t"]:
            case "Span":
                return self._span(node)
            case "Cite":
                return self._cite(content[1])
            case "Emph" | "Strong" | "Underline" | "Strikeout" | "Superscript" | "Subscript" | "SmallCaps":
                return [{"t": node["t"], "c": self._inlines(content)}]
            case "Quoted" | "Link":
                return [{**node, "c": [content[0], self._inlines(content[1]), *content[2:]]}]
            case "Note":
                return [{"t": "Note", "c": self._blocks(content)}]
            case "SoftBreak":
                return [{"t": "Space"}]
            case "Image" | "RawInline":
                return []
            case _:
                return [node]

    def _span(self, node: Node) -> list[Node]:
        given, inlines = attributes(node), node["c"][1]
        inside = self._inlines(inlines)
        if "fact" in given.classes:
            if len(plain(inlines)) <= UNBROKEN:
                inside = _unbroken(inside)
            return _call("fact", given.values.get("key", ""), inside)
        if "call" in given.classes:
            kind, _, key = given.values.get("target", "").partition(":")
            target = f"{kind}-{key.partition('.')[0]}"
            return _call("called", target, _unbroken(inside)) if target in self._targets else inside
        return inside

    def _cite(self, inlines: list[Node]) -> list[Node]:
        """A citation, each printed number of a work a link to its reference."""
        out: list[Node] = []
        for node in inlines:
            if node["t"] == "Superscript":
                out.append({"t": "Superscript", "c": self._cite(node["c"])})
            elif node["t"] == "Str":
                for text, key in split_numbers(node["c"], self._numbers):
                    word = [{"t": "Str", "c": text}]
                    out += _call("cited", f"ref-{key}", word) if key else word
            else:
                out += self._inline(node)
        return out


def _targets(blocks: list[Node]) -> Iterable[str]:
    for node in walk(blocks):
        if node["t"] == "Div":
            kind, _, key = attributes(node).values.get("key", "").partition(":")
            yield f"{'figure' if kind == 'fig' else 'table'}-{key}"


def _unbroken(inlines: list[Node]) -> list[Node]:
    """Inlines with spaces at which no line ends."""
    out: list[Node] = []
    for node in inlines:
        if node["t"] == "Space":
            out.append({"t": "Str", "c": NO_BREAK_SPACE})
        elif node["t"] in {"Emph", "Strong", "Superscript", "Subscript"}:
            out.append({"t": node["t"], "c": _unbroken(node["c"])})
        else:
            out.append(node)
    return out


def _call(function: str, argument: str, inlines: list[Node]) -> list[Node]:
    """A call around inlines; its semicolon keeps what follows from being taken for more arguments."""
    opening = {"t": "RawInline", "c": ["typst", f"#{function}({typst_string(argument)})["]}
    return [opening, *inlines, {"t": "RawInline", "c": ["typst", "];"]}]


def _around(function: str, arguments: list[str], blocks: list[Node]) -> list[Node]:
    return [_raw_block(f"#{function}({', '.join(arguments)})["), *blocks, _raw_block("]")]


def _raw_block(source: str) -> Node:
    return {"t": "RawBlock", "c": ["typst", source]}
