"""Blocks as JATS elements: sections, paragraphs, lists, tables, figures."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from casewright.document.tree import Node, has_class, value_of
from casewright.write.front import label_and_rest, run_in, without_run_in
from casewright.write.images import Images, media_type
from casewright.write.jats_text import HREF, add_inlines, child, fit, identifier
from casewright.write.nodes import (
    Cell,
    around_table,
    heading_of,
    is_section,
    key_of,
    lines,
    panels_in,
    table,
    without_panels,
)

if TYPE_CHECKING:
    from lxml.etree import _Element

# https://jats.nlm.nih.gov/publishing/tag-library/1.1/attribute/sec-type.html; other sections are named by their role
SECTION_TYPES = {"introduction": "intro", "case": "cases", "conclusion": "conclusions"}


class BlockWriter:
    """Appends blocks to elements."""

    def __init__(self, images: Images) -> None:
        self._images = images

    def section(self, parent: _Element, node: Node) -> None:
        """A section with those within it."""
        role = value_of(node, "role") or "text"
        self.content(child(parent, "sec", sec_type=SECTION_TYPES.get(role, role)), node["c"][1])

    def content(self, element: _Element, blocks: list[Node], titled: bool = True) -> None:
        """The blocks of a section: its heading as title, an empty one where it must be `titled`; then the rest."""
        title, rest = _title(blocks)
        if title or titled:
            add_inlines(child(element, "title"), title)
        self._blocks(element, rest)

    def _blocks(self, element: _Element, blocks: Iterable[Node]) -> None:
        """Blocks in order; what follows a sub-section stands in a section without a title, as JATS wants it."""
        after: _Element | None = None
        sections = False
        for block in blocks:
            if is_section(block):
                self.section(element, block)
                sections, after = True, None
                continue
            if sections and after is None:
                after = child(element, "sec")
                child(after, "title")
            self._block(element if after is None else after, block)

    def _block(self, element: _Element, node: Node) -> None:
        kind = node["t"]
        if kind in {"Para", "Plain"}:
            add_inlines(child(element, "p"), node["c"])
        elif kind == "Header":
            add_inlines(child(child(element, "p"), "bold"), node["c"][2])
        elif kind == "Div":
            self._div(element, node)
        elif kind == "Table":
            self._table(child(element, "table-wrap"), node)
        elif kind == "BulletList":
            self._list(element, "bullet", node["c"])
        elif kind == "OrderedList":
            self._list(element, "order", node["c"][1])
        elif kind == "BlockQuote":
            self._blocks(child(element, "disp-quote"), node["c"])
        elif kind == "LineBlock":
            for line in node["c"]:
                add_inlines(child(element, "p"), line)
        elif kind == "CodeBlock":
            child(element, "preformat", node["c"][1])
        elif kind not in {"HorizontalRule", "Figure"}:  # no words; figures are the case's, by their legends
            raise TypeError(f"no such block: {kind}")

    def _div(self, element: _Element, node: Node) -> None:
        kind, _ = key_of(node)
        if has_class(node, "legend") and kind == "figure":
            self._figure(element, node)
        elif kind == "table":
            self._table_with_legend(element, node)
        else:
            self._blocks(element, node["c"][1])

    def _list(self, element: _Element, kind: str, items: list[list[Node]]) -> None:
        listing = child(element, "list", list_type=kind)
        for item in items:
            self._blocks(child(listing, "list-item"), item)

    def _figure(self, element: _Element, node: Node) -> None:
        """One `fig` a figure with one `graphic` a panel, since one legend explains them together."""
        kind, key = key_of(node)
        figure = child(element, "fig", id=identifier(kind, key))
        _add_legend(figure, list(lines(without_panels(node["c"][1]))))
        for panel in panels_in(node["c"][1]):
            mime, _, subtype = (media_type(self._images.get(panel.image, b"")) or "image").partition("/")
            graphic = child(figure, "graphic", id=identifier(kind, f"{key}-{panel.letter}"), mimetype=mime)
            graphic.set(HREF, fit(panel.image))
            if subtype:
                graphic.set("mime-subtype", subtype)
            child(graphic, "alt-text", panel.alt)

    def _table_with_legend(self, element: _Element, node: Node) -> None:
        kind, key = key_of(node)
        before, tables, notes = around_table(node["c"][1])
        wrap = child(element, "table-wrap", id=identifier(kind, key))
        _add_legend(wrap, list(lines(before)))
        for inside in tables:
            self._table(wrap, inside)
        if notes:
            self._blocks(child(wrap, "table-wrap-foot"), notes)

    def _table(self, wrap: _Element, node: Node) -> None:
        content = table(node)
        element = child(wrap, "table")
        groups = [("thead", "th", content.head), ("tbody", "td", content.body)]
        if not content.body:  # JATS wants a body, and rows in it
            groups = [("tbody", "th", content.head)]
        for tag, cell_tag, rows in groups:
            if rows:
                group = child(element, tag)
                for row in rows:
                    line = child(group, "tr")
                    for cell in row:
                        self._cell(child(line, cell_tag, **_reach(cell)), cell)

    def _cell(self, element: _Element, cell: Cell) -> None:
        if len(cell.blocks) == 1 and cell.blocks[0]["t"] in {"Para", "Plain"}:
            add_inlines(element, cell.blocks[0]["c"])
        else:
            self._blocks(element, cell.blocks)


def _title(blocks: list[Node]) -> tuple[list[Node], list[Node]]:
    """A section's title, from its heading or from what runs into its first paragraph, and its other blocks."""
    heading = heading_of(blocks)
    if heading is not None:
        return heading["c"][2], [block for block in blocks if block is not heading]
    if blocks and blocks[0]["t"] == "Para" and (title := run_in(blocks[0]["c"])):
        rest = without_run_in(blocks[0]["c"])
        return title, [{"t": "Para", "c": rest}, *blocks[1:]] if rest else blocks[1:]
    return [], blocks


def _add_legend(element: _Element, paragraphs: list[list[Node]]) -> None:
    """Label and caption of a figure or table."""
    if not paragraphs:
        return
    label, rest = label_and_rest(paragraphs[0])
    if label:
        add_inlines(child(element, "label"), label, links=False)
    caption = child(element, "caption")
    for inlines in (rest, *paragraphs[1:]):
        add_inlines(child(caption, "p"), inlines)


def _reach(cell: Cell) -> dict[str, str]:
    spans = {"rowspan": cell.rows, "colspan": cell.columns}
    return {"align": cell.align} | {name: str(number) for name, number in spans.items() if number > 1}
