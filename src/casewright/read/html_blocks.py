"""The elements of a page as blocks, in reading order."""

from __future__ import annotations

import re

from casewright.document.model import Block, BlockKind, MarkKind
from casewright.errors import Place
from casewright.patterns import lazily
from casewright.read.inline import Inline
from casewright.read.outline import ROLE
from casewright.read.xml import MAX_DEPTH, Element, entity_text, name

_SKIPPED = frozenset((
    "script", "style", "nav", "header", "footer", "aside", "form", "button", "noscript", "template",
    "svg", "iframe", "select", "input", "textarea", "object", "video", "audio", "canvas", "head",
    "dialog", "menu", "math",
))  # fmt: skip
_INLINE = frozenset((
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em",
    "font", "i", "img", "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strike",
    "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "br",
))  # fmt: skip
_MARKS: dict[str, MarkKind] = {
    "sup": "superscript",
    "sub": "subscript",
    "i": "emphasis",
    "em": "emphasis",
    "b": "strong",
    "strong": "strong",
}
_NOISE_ROLES = frozenset(
    ("navigation", "banner", "contentinfo", "search", "complementary", "menu", "menubar", "dialog", "alert")
)
_NOISE = lazily(
    r"(?:^|[\s_-])(?:nav|navbar|navigation|breadcrumbs?|cookies?|advert\w*|sidebar|share|social|menu|toolbar|skip-?link|metrics|altmetric|toc|pagination)(?:$|[\s_-])",
    re.IGNORECASE,
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}


class Blocks:
    """The blocks of a page while it is walked; `_inline` is the paragraph being filled."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.blocks: list[Block] = []
        self.unread: list[str] = []
        self._inline = Inline()
        self._line = 0
        self._kind: BlockKind = "paragraph"
        self._level = 0

    def read(self, root: Element) -> None:
        """All blocks in an element."""
        self._children(root, 0)
        self._flush()

    def _flush(self) -> None:
        text, marks = self._inline.finished()
        if text:
            key = ""
            self.blocks.append(
                Block(self._kind, text, marks, Place(self.source, self._line), (), self._level, key)
            )
        self._inline = Inline()
        self._line = 0

    def _children(self, element: Element, depth: int) -> None:
        if depth > MAX_DEPTH:
            if "elements nested too deep" not in self.unread:
                self.unread.append("elements nested too deep")
            return
        self._write(element.text, element)
        for child in element:
            self._element(child, depth)
            self._write(child.tail, child)

    def _write(self, text: str | None, element: Element) -> None:
        if text:
            if not self._line and not text.isspace():
                self._line = element.sourceline or 0
            self._inline.write(text)

    def _element(self, element: Element, depth: int) -> None:
        kind = name(element)
        if not kind:
            self._inline.write(entity_text(element))
        elif kind in _SKIPPED or _is_noise(element):
            return
        elif kind in _INLINE or kind not in _BLOCKS:
            self._inner(element, kind, depth)
        elif kind == "table":
            self._table(element, depth)
        else:
            self._block(element, kind, depth)

    def _inner(self, element: Element, kind: str, depth: int) -> None:
        if kind in ("br", "wbr"):
            self._inline.write(" " if kind == "br" else "")
            return
        inline, start = self._inline, self._inline.length
        self._children(element, depth + 1)
        if inline is not self._inline:  # a block stood in it: its text is no longer one span
            return
        if kind in _MARKS:
            inline.mark(_MARKS[kind], start)
        if fact := element.get("data-fact"):
            inline.mark("fact", start, fact)
        if cites := element.get("data-cites"):
            inline.mark("citation", start, ";".join(cites.split()))
        elif "call" in (element.get("class") or "").split() and element.get("data-target"):
            inline.mark("call", start, element.get("data-target") or "")
        elif kind == "a" and (target := element.get("href") or "") and not target.startswith("javascript"):
            inline.mark("link", start, target)

    def _block(self, element: Element, kind: str, depth: int) -> None:
        self._flush()
        outer = self._kind, self._level
        if kind in _HEADINGS:
            self._kind, self._level = "heading", _HEADINGS[kind]
        elif kind in ("li", "dd"):
            self._kind, self._level = "item", 1
        elif kind in ("figcaption", "caption"):
            self._kind, self._level = "paragraph", 0
        elif kind == "section" and element.get("data-role"):
            self._section(element)
        self._children(element, depth + 1)
        self._flush()
        self._kind, self._level = outer

    def _section(self, element: Element) -> None:
        """A section that names its role: its printed heading, or one without text, carries it."""
        role = element.get("data-role") or ""
        level = 1 + sum(1 for above in element.iterancestors("section"))
        self.blocks.append(
            Block("heading", "", (), Place(self.source, element.sourceline or 0), (), level, ROLE + role)
        )

    def _table(self, table: Element, depth: int) -> None:
        self._flush()
        for caption in table.iterchildren("caption"):  # those of tables within are read with their tables
            self._children(caption, depth + 1)
            self._flush()
        self._inline, self._line = Inline(), table.sourceline or 0
        rows = [row for row in table.iter("tr") if next(row.iterancestors("table", "td", "th")) is table]
        holder, kind = self._inline, self._kind
        for number, row in enumerate(rows):
            if number:
                holder.separate("\n")
            for position, cell in enumerate(cell for cell in row if name(cell) in ("td", "th")):
                if position:
                    holder.separate("\t")
                self._cell(cell, holder, depth)
        self._inline = holder
        self._kind = "table"
        self._flush()
        self._kind = kind

    def _cell(self, cell: Element, holder: Inline, depth: int) -> None:
        """A cell's words in the table's own text, whatever blocks stand in it."""
        self._inline = holder
        for piece in cell.iter():
            if name(piece) in ("p", "div", "li", "br"):
                piece.tail = " " + (piece.tail or "")
                piece.tag = "span"
        self._children(cell, depth + 1)


_BLOCKS = frozenset((
    "address", "article", "blockquote", "body", "center", "dd", "details", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "hgroup", "hr", "html",
    "legend", "li", "main", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot",
    "th", "thead", "tr", "ul", "caption",
))  # fmt: skip


def _is_noise(element: Element) -> bool:
    """Whether an element says of itself that it is hidden or belongs to the page around the article."""
    if element.get("hidden") is not None or element.get("role") in _NOISE_ROLES:
        return True
    label = f"{element.get('class') or ''} {element.get('id') or ''}"
    return (
        label != " "
        and element.get("data-role") is None
        and _NOISE.search(label) is not None
        and name(element) not in ("html", "body")
    )
