"""The words of a Document as HTML: sections, figures, tables, references with links back.

Whatever is not a word of the Document (the arrows back from a reference, the numbers of notes) is in attributes and is
drawn by the style sheet, so that the text of the page is the text of the Document.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable
from html import escape

from casewright.document.roles import part_of
from casewright.document.tree import Node, attr_of, has_class, plain, value_of
from casewright.write.html_facts import FactPlace, fact_spans, snippet
from casewright.write.html_text import Text, named, plain_words
from casewright.write.images import Images, media_type, size_of
from casewright.write.nodes import (
    Cell,
    around_table,
    heading_of,
    is_section,
    key_of,
    panels_in,
    reference_numbers,
    reference_parts,
    table,
    walk,
    without_panels,
)

# roles of https://www.w3.org/TR/dpub-aria-1.1/
LANDMARKS = {
    "abstract": "doc-abstract",
    "introduction": "doc-introduction",
    "conclusion": "doc-conclusion",
    "acknowledgements": "doc-acknowledgments",
    "references": "doc-bibliography",
}


class Body:
    """Writes a manuscript; afterwards `places` tells where each fact came to stand."""

    def __init__(self, blocks: list[Node], images: Images) -> None:
        self.places: list[FactPlace] = []
        self._blocks_of_all = blocks
        self._images = images
        self._text = Text(reference_numbers(blocks), self._new_fact)
        self._put = self._text.put
        self._cites = _cites(blocks)
        self._roles: list[str] = []
        self._titles: list[str] = []
        self._headings = 0
        self._noted = 0
        self._coming: list[
            tuple[str, int, int]
        ] = []  # text, start and end of the facts of this block, last first

    def written(self) -> str:
        """The manuscript."""
        self._blocks(self._blocks_of_all)
        return "".join(self._text.parts)

    def _blocks(self, blocks: Iterable[Node]) -> None:
        for block in blocks:
            self._block(block)
            self._put_notes()

    def _put_notes(self) -> None:
        """The footnotes that were called, below what called them."""
        while self._noted < len(self._text.notes):
            self._noted += 1
            number = self._noted
            self._put(f'<div class="footnote" role="doc-footnote" id="note-{number}" data-number="{number}">')
            self._blocks(self._text.notes[number - 1])
            self._put(
                f'<a class="back" href="#note-call-{number}" aria-label="Back to the text"></a></div>\n'
            )

    def _block(self, node: Node) -> None:
        kind = node["t"]
        if kind == "Para":
            origin = f' data-origin="{escape(node["origin"])}"' if node.get("origin") else ""
            self._line("h1" if self._is_title() else "p", node["c"], origin)
        elif kind == "Plain":
            self._expect(node["c"])
            self._text.inlines(node["c"])
        elif kind == "Header":
            level = 1 if self._is_title() else min(node["c"][0] + 1, 6)
            self._line(f"h{level}", node["c"][2], named(node))
        elif kind == "Div":
            self._div(node)
        elif kind == "Table":
            self._table(node)
        elif kind == "BulletList":
            self._list("ul", node["c"])
        elif kind == "OrderedList":
            start = node["c"][0][0]
            self._list(f'ol start="{start}"' if start != 1 else "ol", node["c"][1])
        elif kind == "BlockQuote":
            self._wrap("blockquote", node["c"])
        elif kind == "LineBlock":
            for line in node["c"]:
                self._line("p", line, ' class="line"')
        elif kind == "CodeBlock":
            self._put(f"<pre>{plain_words(node['c'][1])}</pre>\n")
        elif kind == "HorizontalRule":
            self._put("<hr>\n")
        elif kind != "Figure":  # figures are the case's, by their legends
            raise TypeError(f"no such block: {kind}")

    def _is_title(self) -> bool:
        return self._roles[-1:] == ["title"]

    def _line(self, tag: str, inlines: list[Node], extra: str = "") -> None:
        self._expect(inlines)
        self._text.tagged(tag, inlines, extra)
        self._put("\n")

    def _wrap(self, tag: str, blocks: list[Node], extra: str = "") -> None:
        self._put(f"<{tag}{extra}>")
        self._blocks(blocks)
        self._put(f"</{tag}>\n")

    def _list(self, tag: str, items: list[list[Node]]) -> None:
        self._put(f"<{tag}>")
        for item in items:
            self._wrap("li", item)
        self._put(f"</{tag[:2]}>\n")

    def _div(self, node: Node) -> None:
        blocks = node["c"][1]
        if is_section(node):
            self._section(node)
        elif has_class(node, "legend"):
            self._figure(node)
        elif has_class(node, "references"):
            self._wrap("ol", blocks, ' class="references"')
        elif has_class(node, "csl-entry"):
            self._reference(node)
        else:
            self._wrap("div", blocks, named(node))

    def _section(self, node: Node) -> None:
        role, title, blocks = value_of(node, "role"), value_of(node, "title"), node["c"][1]
        extra = f' data-role="{escape(role)}" data-part="{part_of(role)}"'
        extra += f' role="{LANDMARKS[role]}"' if role in LANDMARKS else ""
        heading = heading_of(blocks)
        if heading is not None:
            self._headings += 1
            attr_of(heading)[0] = attr_of(heading)[0] or f"heading-{self._headings}"
            extra += f' aria-labelledby="{escape(attr_of(heading)[0])}"'
        elif title:
            extra += f' aria-label="{escape(title)}"'
        self._roles.append(role)
        self._titles.append(
            title or (plain(heading["c"][2]) if heading else role.replace("_", " ").capitalize())
        )
        self._wrap("section", blocks, extra)
        self._titles.pop()
        self._roles.pop()

    def _figure(self, node: Node) -> None:
        kind, key = key_of(node)
        before, inside, notes = around_table(without_panels(node["c"][1]))
        self._put(f'<figure id="{escape(kind)}-{escape(key)}" data-key="{escape(key)}">')
        panels = [panel for panel in panels_in(node["c"][1]) if panel.image in self._images]
        if panels:
            self._put(f'<div class="panels{" single" if len(panels) == 1 else ""}">')
            for panel in panels:
                data = self._images[panel.image]
                size = size_of(data)
                self._put(f'<img src="data:{media_type(data)};base64,{b64encode(data).decode()}"')
                self._put(f' width="{size[0]}" height="{size[1]}"' if size else "")
                self._put(f' alt="{escape(panel.alt)}">')
            self._put("</div>")
        self._wrap("figcaption", before)
        self._blocks([*inside, *notes])
        self._put("</figure>\n")

    def _reference(self, entry: Node) -> None:
        key, number, text = reference_parts(entry)
        self._expect([*number, *text])
        self._put(f'<li id="ref-{escape(key)}">')
        if number:
            self._text.tagged("span", number, ' class="number"')
            self._put(" ")
        self._text.reference(text)
        for index, element in enumerate(self._cites.get(key, ()), start=1):
            label = f"Back to citation {index} of this reference"
            self._put(f'<a class="back" href="#{element}" aria-label="{label}"></a>')
        self._put("</li>\n")

    def _table(self, node: Node) -> None:
        content = table(node)
        self._put('<div class="scroll" role="group" tabindex="0" aria-label="Table"><table>')
        for tag, cell_tag, rows in (("thead", 'th scope="col"', content.head), ("tbody", "td", content.body)):
            if rows:
                self._put(f"<{tag}>\n")
                for row in rows:
                    self._put("<tr>")
                    for cell in row:
                        self._put(f"<{cell_tag}{_reach(cell)}>")
                        self._blocks(cell.blocks)
                        self._put(f"</{cell_tag[:2]}>")
                    self._put("</tr>\n")
                self._put(f"</{tag}>\n")
        self._put("</table></div>\n")

    # facts

    def _expect(self, inlines: list[Node]) -> None:
        """Note where the facts of a block stand in its text, before they are written."""
        text = plain(inlines)
        self._coming = [(text, start, end) for start, end in reversed(list(fact_spans(inlines)))]

    def _new_fact(self, key: str) -> str:
        element = f"fact-{len(self.places) + 1}"
        where = ", ".join(dict.fromkeys(self._titles[-2:]))
        self.places.append(FactPlace(key, element, where, snippet(*self._coming.pop())))
        return element


def _cites(blocks: list[Node]) -> dict[str, list[str]]:
    """The elements that will cite each work, by its key."""
    found: dict[str, list[str]] = {}
    cites = (node for node in walk(blocks) if node["t"] == "Cite")
    for number, node in enumerate(cites, start=1):
        for citation in node["c"][0]:
            found.setdefault(citation["citationId"], []).append(f"cite-{number}")
    return found


def _reach(cell: Cell) -> str:
    spans = {"rowspan": cell.rows, "colspan": cell.columns}
    extra = "".join(f' {name}="{number}"' for name, number in spans.items() if number > 1)
    return extra + (f' class="{cell.align}"' if cell.align != "left" else "")
