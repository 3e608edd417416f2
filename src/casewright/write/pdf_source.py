"""A Document's AST with the calls of our Typst template in it; pandoc's writer makes the Typst source of the rest."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from casewright.document.roles import part_of
from casewright.document.tree import Node, has_class, leaves, plain, rows_of, value_of
from casewright.write.images import Images
from casewright.write.nodes import (
    around_table,
    is_section,
    key_of,
    panels_in,
    reference_numbers,
    reference_parts,
    walk,
    without_panels,
)
from casewright.write.pdf_text import Text, typst_string

BOXED = {"abstract", "core_tip"}
FITTING = 3_500  # characters, set over the full width, of which one is sure that they fit on a page


class Source:
    """Turns a manuscript into blocks for pandoc; afterwards `files` has the images that these name."""

    def __init__(self, blocks: list[Node], images: Images) -> None:
        self.files: dict[str, bytes] = {}
        self._blocks_of_all = blocks
        self._images = images
        self._noted = 0  # footnotes that were printed
        self._level = 0  # of the last heading; PDF/UA lets none be left out
        targets = (
            "-".join(key_of(node)) for node in walk(blocks) if node["t"] == "Div" and value_of(node, "key")
        )
        self._text = Text(reference_numbers(blocks), frozenset(targets))

    def blocks(self) -> list[Node]:
        """The whole manuscript."""
        return self._blocks(self._blocks_of_all, "")

    def _blocks(self, blocks: Iterable[Node], role: str) -> list[Node]:
        out = []
        for node in blocks:
            called = len(self._text.notes)
            out += self._block(node, role)
            out += self._notes_from(called)
        return out

    def _notes_from(self, first: int) -> list[Node]:
        """The footnotes called since, below what called them."""
        out = []
        for number, note in enumerate(self._text.notes[first:], start=first + 1):
            if number > self._noted:
                self._noted = number
                out += _around("note", [str(number)], self._blocks(note, ""))
        return out

    def _block(self, node: Node, role: str) -> list[Node]:
        kind, content = node["t"], node.get("c")
        if kind in {"Para", "Plain"}:
            return self._paragraph(node, role)
        if kind == "Header":
            if role == "title":
                return self._paragraph({"t": "Para", "c": node["c"][2]}, role)
            self._level = min(node["c"][0], self._level + 1)
            return [{"t": kind, "c": [self._level, ["", [], []], self._text.inlines(node["c"][2])]}]
        if kind == "Div":
            return self._div(node, role)
        if kind == "Table":
            return (
                self._stacked(node, role) if _tall(node) else [{"t": kind, "c": self._cells(content, role)}]
            )
        if kind == "BulletList":
            return [{"t": kind, "c": [self._blocks(item, role) for item in node["c"]]}]
        if kind == "OrderedList":
            return self._numbered(node["c"][0][0], node["c"][1], role)
        if kind == "BlockQuote":
            return [{"t": kind, "c": self._blocks(node["c"], role)}]
        if kind == "LineBlock":
            return [{"t": kind, "c": [self._text.inlines(line) for line in node["c"]]}]
        if kind == "Figure":  # figures are the case's, by their legends
            return []
        return [{"t": kind} if content is None else {"t": kind, "c": content}]

    def _numbered(self, start: int, items: list[list[Node]], role: str) -> list[Node]:
        """A list by our template, in which the numbers are no words."""
        out = [_raw("#numbered(")]
        for number, item in enumerate(items, start=start):
            out += [_raw(f"[{number}.], ["), *self._blocks(item, role), _raw("],")]
        return [*out, _raw(")")]

    def _paragraph(self, node: Node, role: str) -> list[Node]:
        if not plain(node["c"]).strip():
            return []
        inlines = self._text.inlines(node["c"])
        if role == "title":
            return _around("title-block", [], [{"t": "Plain", "c": inlines}])
        if node["t"] == "Para" and role and (part_of(role) == "front" or role.startswith("statements")):
            return _around("front-line", [], [{"t": "Plain", "c": inlines}])
        return [{"t": node["t"], "c": inlines}]

    def _div(self, node: Node, role: str) -> list[Node]:
        if is_section(node):
            return self._section(value_of(node, "role"), node["c"][1])
        kind, _ = key_of(node)
        if has_class(node, "legend") and kind == "figure":
            return self._figure(node)
        if kind == "table":
            return self._table(node)
        if has_class(node, "csl-entry"):
            return self._reference(node)
        return self._blocks(node["c"][1], role)

    def _section(self, role: str, blocks: list[Node]) -> list[Node]:
        inside = self._blocks(blocks, role)
        if role in BOXED:
            return _around("boxed", [], inside)
        return _around("comment", [], inside) if role.startswith("comments.") else inside

    def _figure(self, node: Node) -> list[Node]:
        panels = []
        for panel in panels_in(node["c"][1]):
            if panel.image in self._images:
                name = f"panel-{len(self.files) + 1}"
                self.files[name] = self._images[panel.image]
                panels.append(f"(file: {typst_string(name)}, alt: {typst_string(panel.alt)}), ")
        arguments = [typst_string("-".join(key_of(node))), f"({''.join(panels)})"]
        return _around("figure-block", arguments, self._blocks(without_panels(node["c"][1]), ""))

    def _table(self, node: Node) -> list[Node]:
        before, table, notes = around_table(node["c"][1])
        target = typst_string("-".join(key_of(node)))
        inside = [self._blocks(part, "") for part in (before, table, notes)]
        between = _raw("][")
        return [
            _raw(f"#table-block({target})["),
            *inside[0],
            between,
            *inside[1],
            between,
            *inside[2],
            _raw("]"),
        ]

    def _reference(self, entry: Node) -> list[Node]:
        key, number, text = reference_parts(entry)
        first = {"t": "Plain", "c": self._text.inlines(number)}
        second = {"t": "Plain", "c": self._text.inlines(text)}
        return [_raw(f"#reference({typst_string(f'ref-{key}')})["), first, _raw("]["), second, _raw("]")]

    def _stacked(self, table: Node, role: str) -> list[Node]:
        """A table cell under cell: side by side, cells that go on overleaf would be read half of each at a time."""
        out = []
        for row in rows_of(table):
            inside = self._blocks((block for cell in row for block in cell[4]), role)
            out += _around("tall-row", [], [{**b, "t": "Para"} if b["t"] == "Plain" else b for b in inside])
        return out

    def _cells(self, content: Any, role: str) -> Any:
        """A table's content with the blocks in its cells turned."""
        if not isinstance(content, list):
            return content
        if content and all(isinstance(part, dict) and part.get("t") in {"Plain", "Para"} for part in content):
            return self._blocks(content, role)
        return [self._cells(part, role) for part in content]


def _tall(table: Node) -> bool:
    """Whether a row may be taller than a page, its columns being equally wide."""
    across = max((len(row) for row in rows_of(table)), default=1)
    cells = [leaf for leaf in leaves([table]) if leaf.cell]
    return any(len(plain(leaf.inlines)) * across > FITTING for leaf in cells)


def _around(function: str, arguments: list[str], blocks: list[Node]) -> list[Node]:
    return [_raw(f"#{function}({', '.join(arguments)})["), *blocks, _raw("]")]


def _raw(source: str) -> Node:
    return {"t": "RawBlock", "c": ["typst", source]}
