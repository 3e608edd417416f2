"""Blocks as JATS elements: sections, paragraphs, lists, tables, figures."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from casewright.write.images import Images, media_type
from casewright.write.jats_text import XLINK, add_inlines, child, fit, identifier
from casewright.write.nodes import Attributes, Cell, Node, attributes, heading_of, is_section, lines, panels_in, run_in, table, without_run_in

if TYPE_CHECKING:
    from lxml.etree import _Element

# https://jats.nlm.nih.gov/publishing/tag-library/1.1/attribute/sec-type.html
SECTION_TYPES = {
    "introduction": "intro",
    "case": "cases",
    "discussion": "discussion",
    "conclusion": "conclusions",
}


class BlockWriter:
    """Appends blocks to elements."""

    def __init__(self, images: Images) -> None:
        self._images = images

    def section(self, parent: _Element, node: Node, tag: str = "sec") -> _Element:
        """A section with its title, and those within it."""
        role = attributes(node).values.get("role", "text")
        element = child(parent, tag, **({"sec_type": SECTION_TYPES.get(role, role)} if tag == "sec" else {}))
        self.content(element, node["c"][1], titled=tag == "sec")
        return element

    def content(self, element: _Element, blocks: list[Node], titled: bool = True) -> None:
        """The blocks of a section: its heading as title, then the rest; a `sec` has a title even if nothing is in it."""
        title, rest = _title(blocks)
        if title or titled:
            add_inlines(child(element, "title"), title)
        self.blocks(element, rest)

    def blocks(self, element: _Element, blocks: Iterable[Node]) -> None:
        """Blocks in order; what follows a sub-section goes into a section without a title, as JATS asks."""
        rest: _Element | None = None
        for block in blocks:
            if is_section(block):
                self.section(element, block)
                rest = element
                continue
            if rest is element:
                rest = child(element, "sec")
                child(rest, "title")
            self.block(element if rest is None else rest, block)

    def block(self, element: _Element, node: Node) -> None:
        content = node.get("c")
        match node["t"]:
            case "Para" | "Plain":
                add_inlines(child(element, "p"), content)
            case "LineBlock":
                for line in content:
                    add_inlines(child(element, "p"), line)
            case "Header":
                add_inlines(child(child(element, "p"), "bold"), content[2])
            case "Div":
                self._div(element, node)
            case "BulletList":
                self._list(element, "bullet", content)
            case "OrderedList":
                self._list(element, "order", content[1])
            case "DefinitionList":
                self._definitions(element, content)
            case "BlockQuote":
                self.blocks(child(element, "disp-quote"), content)
            case "CodeBlock":
                child(element, "preformat", content[1])
            case "Table":
                self._table(element, node, Attributes())
            case "Figure":
                self.blocks(element, content[2])
            case "HorizontalRule" | "RawBlock":
                pass  # no words of the Document
            case kind:
                raise TypeError(f"no such block: {kind}")

    def _div(self, element: _Element, node: Node) -> None:
        given, blocks = attributes(node), node["c"][1]
        if "legend" in given.classes:
            self._figure(element, given, blocks)
        elif len(blocks) == 1 and blocks[0]["t"] == "Table":
            self._table(element, blocks[0], given)
        else:
            self.blocks(element, blocks)

    def _list(self, element: _Element, kind: str, items: list[list[Node]]) -> None:
        listing = child(element, "list", list_type=kind)
        for item in items:
            self.blocks(child(listing, "list-item"), item)

    def _definitions(self, element: _Element, items: list[tuple[list[Node], list[list[Node]]]]) -> None:
        listing = child(element, "def-list")
        for term, definitions in items:
            item = child(listing, "def-item")
            add_inlines(child(item, "term"), term)
            for definition in definitions:
                self.blocks(child(item, "def"), definition)

    def _figure(self, element: _Element, given: Attributes, blocks: list[Node]) -> None:
        """One `fig` a figure, one `graphic` a panel: its legend explains them together."""
        key = given.values.get("key", "").partition(":")[2]
        figure = child(element, "fig", id=identifier("fig", key))
        paragraphs = list(lines(blocks))
        if paragraphs:
            label, rest = _label(paragraphs[0])
            if label:
                add_inlines(child(figure, "label"), label, links=False)
            caption = child(figure, "caption")
            for inlines in (rest, *paragraphs[1:]):
                add_inlines(child(caption, "p"), inlines)
        for panel in panels_in(blocks):
            kind, _, subtype = (media_type(self._images.get(panel.image, b"")) or "image").partition("/")
            graphic = child(figure, "graphic", id=identifier("fig", f"{key}-{panel.letter}"), mimetype=kind)
            graphic.set(f"{{{XLINK}}}href", fit(panel.image))
            if subtype:
                graphic.set("mime-subtype", subtype)
            child(graphic, "alt-text", panel.alt)

    def _table(self, element: _Element, node: Node, given: Attributes) -> None:
        content = table(node)
        key = given.values.get("key", content.attributes.id).rpartition(":")[2]
        wrap = child(element, "table-wrap", **({"id": identifier("table", key)} if key else {}))
        if content.caption:
            label, rest = _label(next(lines(content.caption), []))
            if label:
                add_inlines(child(wrap, "label"), label, links=False)
            add_inlines(child(child(wrap, "caption"), "p"), rest)
        inside = child(wrap, "table")
        for tag, cell_tag, rows in (("thead", "th", content.head), ("tbody", "td", content.body)):
            if rows or tag == "tbody":
                group = child(inside, tag)
                for row in rows:
                    line = child(group, "tr")
                    for cell in row:
                        self._cell(child(line, cell_tag, **_cell_attributes(cell)), cell)

    def _cell(self, element: _Element, cell: Cell) -> None:
        if len(cell.blocks) == 1 and cell.blocks[0]["t"] in {"Para", "Plain"}:
            add_inlines(element, cell.blocks[0]["c"])
        else:
            self.blocks(element, cell.blocks)


def _title(blocks: list[Node]) -> tuple[list[Node], list[Node]]:
    """A section's title, from its heading or from the run-in heading of its first paragraph, and its other blocks."""
    heading = heading_of(blocks)
    if heading is not None:
        return heading["c"][2], [block for block in blocks if block is not heading]
    if blocks and blocks[0]["t"] == "Para":
        inlines = blocks[0]["c"]
        rest = without_run_in(inlines)
        if rest is not inlines:
            return run_in(inlines), [{"t": "Para", "c": rest}, *blocks[1:]]
    return [], blocks


def _label(inlines: list[Node]) -> tuple[list[Node], list[Node]]:
    """The label that the build put before a legend (`Figure 1`), and the rest."""
    if inlines and inlines[0]["t"] == "Span" and attributes(inlines[0]).values.get("by") == "numbering":
        rest = inlines[2:] if inlines[1:2] and inlines[1]["t"] == "Space" else inlines[1:]
        return [inlines[0]], rest
    return [], inlines


def _cell_attributes(cell: Cell) -> dict[str, str]:
    spans = {"rowspan": cell.rows, "colspan": cell.columns}
    return {"align": cell.align or "left"} | {name: str(number) for name, number in spans.items() if number > 1}
