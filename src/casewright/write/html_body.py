"""The words of a Document as HTML: sections, figures, tables, references with links back, facts.

Whatever is not a word of the Document (the letters of panels, the arrows back from a reference) is in attributes and is
drawn by the style sheet, so that the text of the page is the text of the Document.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable
from html import escape

from casewright.document.roles import part_of
from casewright.write.html_facts import FactPlace, fact_spans, snippet
from casewright.write.images import Images, media_type, size_of
from casewright.write.nodes import QUOTES, Attributes, Cell, Node, attributes, heading_of, is_fact, panels_in, plain, table, walk

WRAPPED = {
    "Emph": "em",
    "Strong": "strong",
    "Underline": "u",
    "Strikeout": "s",
    "Superscript": "sup",
    "Subscript": "sub",
    "SmallCaps": "span",
}
# roles of https://www.w3.org/TR/dpub-aria-1.1/
LANDMARKS = {
    "abstract": "doc-abstract",
    "introduction": "doc-introduction",
    "conclusion": "doc-conclusion",
    "acknowledgements": "doc-acknowledgments",
    "references": "doc-bibliography",
}
SAFE_LINK = re.compile(r"(?:https?|mailto):", re.IGNORECASE)
ATTRIBUTE = re.compile(r"[a-z][a-z0-9-]{0,40}")
NUMBER = re.compile(r"\d+")


class Body:
    """Writes blocks into `parts`; afterwards `places` tells where each fact came to stand."""

    def __init__(self, images: Images) -> None:
        self.parts: list[str] = []
        self.places: list[FactPlace] = []
        self._images = images
        self._cites: dict[str, list[str]] = {}  # the elements that cite a work, by its key
        self._numbers: dict[str, str] = {}  # key of the work with this printed number
        self._notes: list[list[Node]] = []
        self._cited = 0
        self._citing = False
        self._where: list[str] = []
        self._roles: list[str] = []
        self._coming: list[tuple[str, tuple[int, int]]] = []  # text and span of the facts of this block, last first

    def write(self, blocks: list[Node]) -> None:
        """The whole manuscript."""
        self._foresee(blocks)
        self._blocks(blocks)
        if self._notes:
            self._put('<ol class="notes">')
            for number, note in enumerate(self._notes, start=1):
                self._put(f'<li id="note-{number}">')
                self._blocks(note)
                self._put(f'<a class="back" href="#note-call-{number}" aria-label="Back to the text"></a></li>')
            self._put("</ol>\n")

    def _foresee(self, blocks: list[Node]) -> None:
        """Number the citations and the references, which point at each other."""
        number = 0
        for node in walk(blocks):
            if node["t"] == "Cite":
                number += 1
                for citation in node["c"][0]:
                    self._cites.setdefault(citation["citationId"], []).append(f"cite-{number}")
            elif node["t"] == "Div" and "csl-entry" in attributes(node).classes:
                printed = NUMBER.search(_text(node["c"][1])[:8])
                if printed:
                    self._numbers[printed[0]] = attributes(node).id.removeprefix("ref-")

    def _put(self, text: str) -> None:
        self.parts.append(text)

    # blocks

    def _blocks(self, blocks: Iterable[Node]) -> None:
        for block in blocks:
            self._block(block)

    def _block(self, node: Node) -> None:
        content = node.get("c")
        match node["t"]:
            case "Para":
                origin = f' data-origin="{escape(node["origin"])}"' if node.get("origin") else ""
                self._lines("p", content, origin)
            case "Plain":
                self._expect(content)
                self._inlines(content)
            case "Header":
                self._header(node)
            case "Div":
                self._div(node)
            case "BulletList":
                self._list("ul", content)
            case "OrderedList":
                self._list("ol", content[1])
            case "DefinitionList":
                self._put("<dl>")
                for term, definitions in content:
                    self._lines("dt", term, "")
                    for definition in definitions:
                        self._wrap("dd", definition)
                self._put("</dl>\n")
            case "BlockQuote":
                self._wrap("blockquote", content)
            case "LineBlock":
                self._lines("p", [node for line in content for node in (*line, {"t": "LineBreak"})][:-1], "")
            case "CodeBlock":
                self._put(f"<pre>{escape(content[1], quote=False)}</pre>\n")
            case "HorizontalRule":
                self._put("<hr>\n")
            case "Table":
                self._table(node)
            case "Figure":
                self._wrap("figure", content[2])
            case "RawBlock":
                pass  # in another language than the Document's
            case kind:
                raise TypeError(f"no such block: {kind}")

    def _lines(self, tag: str, inlines: list[Node], extra: str) -> None:
        self._expect(inlines)
        self._put(f"<{tag}{extra}>")
        self._inlines(inlines)
        self._put(f"</{tag}>\n")

    def _wrap(self, tag: str, blocks: list[Node], extra: str = "") -> None:
        self._put(f"<{tag}{extra}>")
        self._blocks(blocks)
        self._put(f"</{tag}>\n")

    def _list(self, tag: str, items: list[list[Node]]) -> None:
        self._put(f"<{tag}>")
        for item in items:
            self._wrap("li", item)
        self._put(f"</{tag}>\n")

    def _header(self, node: Node) -> None:
        level = 1 if self._roles[-1:] == ["title"] else min(node["c"][0] + 1, 6)
        self._lines(f"h{level}", node["c"][2], _named(attributes(node)))

    def _div(self, node: Node) -> None:
        given, blocks = attributes(node), node["c"][1]
        if "section" in given.classes:
            self._section(given, blocks)
        elif "legend" in given.classes:
            self._figure(given, blocks)
        elif "panels" in given.classes:
            pass  # shown above the legend
        elif "references" in given.classes:
            self._wrap("ol", blocks, ' class="references"')
        elif "csl-entry" in given.classes:
            self._reference(given, blocks)
        else:
            self._wrap("div", blocks, _named(given))

    def _section(self, given: Attributes, blocks: list[Node]) -> None:
        role, title = given.values.get("role", "text"), given.values.get("title", "")
        heading = heading_of(blocks)
        extra = f' data-role="{escape(role)}" data-part="{part_of(role)}"'
        extra += f' role="{LANDMARKS[role]}"' if role in LANDMARKS else ""
        if heading and attributes(heading).id:
            extra += f' aria-labelledby="{escape(attributes(heading).id)}"'
        elif title:
            extra += f' aria-label="{escape(title)}"'
        self._roles.append(role)
        self._where.append(title or (plain(heading["c"][2]) if heading else "") or role.replace("_", " "))
        self._wrap("section", blocks, extra)
        self._where.pop()
        self._roles.pop()

    def _figure(self, given: Attributes, blocks: list[Node]) -> None:
        key = given.values.get("key", "").partition(":")[2]
        self._put(f'<figure id="figure-{escape(key)}" data-key="{escape(key)}">')
        panels = [panel for panel in panels_in(blocks) if panel.image in self._images]
        if panels:
            self._put('<div class="panels">')
            for panel in panels:
                data = self._images[panel.image]
                size = size_of(data)
                letter = f' data-panel="{escape(panel.letter)}"' if len(panels) > 1 else ""
                self._put(f'<div class="panel" id="figure-{escape(key)}-{escape(panel.letter)}"{letter}>')
                self._put(f'<img src="data:{media_type(data)};base64,{b64encode(data).decode()}"')
                self._put(f' width="{size[0]}" height="{size[1]}"' if size else "")
                self._put(f' alt="{escape(panel.alt)}"></div>')
            self._put("</div>")
        self._wrap("figcaption", blocks)
        self._put("</figure>\n")

    def _reference(self, given: Attributes, blocks: list[Node]) -> None:
        key = given.id.removeprefix("ref-")
        self._put(f'<li id="ref-{escape(key)}">')
        for block in blocks:
            self._block({"t": "Plain", "c": block["c"]} if block["t"] == "Para" else block)
        for index, element in enumerate(self._cites.get(key, ()), start=1):
            label = f"Back to citation {index} of this reference"
            self._put(f'<a class="back" href="#{element}" aria-label="{label}"></a>')
        self._put("</li>\n")

    def _table(self, node: Node) -> None:
        content = table(node)
        key = content.attributes.values.get("key", content.attributes.id).rpartition(":")[2]
        named = f' id="table-{escape(key)}"' if key else ""
        self._put(f'<div class="scroll" role="group" tabindex="0" aria-label="Table"><table{named}>')
        if content.caption:
            self._wrap("caption", content.caption)
        for tag, cell_tag, rows in (("thead", "th", content.head), ("tbody", "td", content.body)):
            if rows:
                self._put(f"<{tag}>\n")
                for row in rows:
                    self._put("<tr>")
                    for cell in row:
                        self._wrap(cell_tag, cell.blocks, _cell(cell))
                    self._put("</tr>\n")
                self._put(f"</{tag}>\n")
        self._put("</table></div>\n")

    # inlines

    def _expect(self, inlines: list[Node]) -> None:
        """Note where the facts of a block stand in its text, before they are written."""
        spans = list(fact_spans(inlines))
        text = plain(inlines) if spans else ""
        self._coming = [(text, span) for span in reversed(spans)]

    def _inlines(self, inlines: Iterable[Node]) -> None:
        for node in inlines:
            self._inline(node)

    def _inline(self, node: Node) -> None:
        content = node.get("c")
        match node["t"]:
            case "Str":
                text = escape(content, quote=False)
                self._put(self._pointing(text) if self._citing else text)
            case "Space":
                self._put(" ")
            case "SoftBreak":
                self._put("\n")
            case "LineBreak":
                self._put("<br>\n")
            case kind if kind in WRAPPED:
                self._tagged(WRAPPED[kind], content)
            case "Quoted":
                opening, closing = QUOTES[content[0]["t"]]
                self._put(opening)
                self._inlines(content[1])
                self._put(closing)
            case "Cite":
                self._cite(content[0], content[1])
            case "Code" | "Math":
                self._put(f"<code>{escape(content[1], quote=False)}</code>")
            case "Link":
                self._link(content[1], content[2][0])
            case "Span":
                self._span(node)
            case "Note":
                self._notes.append(content)
                number = len(self._notes)
                self._put(f'<a class="note" id="note-call-{number}" href="#note-{number}" aria-label="Note {number}"></a>')
            case "Image" | "RawInline":
                pass  # panels come from the case; raw text is in another language than the Document's
            case kind:
                raise TypeError(f"no such inline: {kind}")

    def _tagged(self, tag: str, inlines: list[Node], extra: str = "") -> None:
        self._put(f"<{tag}{extra}>")
        self._inlines(inlines)
        self._put(f"</{tag}>")

    def _link(self, inlines: list[Node], target: str) -> None:
        if SAFE_LINK.match(target):
            self._tagged("a", inlines, f' href="{escape(target)}"')
        else:
            self._inlines(inlines)

    def _span(self, node: Node) -> None:
        given, inlines = attributes(node), node["c"][1]
        if is_fact(node):
            self._fact(given.values.get("key", ""), inlines)
        elif "call" in given.classes:
            kind, _, key = given.values.get("target", "").partition(":")
            extra = f' class="call" href="#{escape(kind)}-{escape(key.partition(".")[0])}"'
            self._tagged("a", inlines, extra + _data(given))
        elif "csl-left-margin" in given.classes:
            self._tagged("span", inlines, ' class="number"')
        elif given.id or given.classes or given.values:
            self._tagged("span", inlines, _named(given))
        else:
            self._inlines(inlines)

    def _fact(self, key: str, inlines: list[Node]) -> None:
        element = f"fact-{len(self.places) + 1}"
        text, (start, end) = self._coming.pop()
        where = ", ".join(self._where[-2:]) if len(self._where) > 1 else "".join(self._where)
        self.places.append(FactPlace(key, element, where, snippet(text, start, end)))
        state = 'tabindex="0" role="button" aria-haspopup="dialog" aria-expanded="false"'
        self._tagged("span", inlines, f' class="fact" id="{element}" data-fact="{escape(key)}" {state}')

    def _cite(self, citations: list[Node], inlines: list[Node]) -> None:
        self._cited += 1
        keys = " ".join(citation["citationId"] for citation in citations)
        self._put(f'<span class="cite" id="cite-{self._cited}" data-cites="{escape(keys)}">')
        self._citing = True
        self._inlines(inlines)
        self._citing = False
        self._put("</span>")

    def _pointing(self, text: str) -> str:
        """The text of a citation, each printed number of a work a link to its reference."""

        def link(found: re.Match[str]) -> str:
            key = self._numbers.get(found[0])
            return f'<a href="#ref-{escape(key)}">{found[0]}</a>' if key else found[0]

        return NUMBER.sub(link, text)


def _text(blocks: list[Node]) -> str:
    return " ".join(plain(block["c"]) for block in blocks if block["t"] in {"Para", "Plain"})


def _cell(cell: Cell) -> str:
    spans = "".join(f' {name}="{number}"' for name, number in (("rowspan", cell.rows), ("colspan", cell.columns)) if number > 1)
    return spans + (f' class="{cell.align}"' if cell.align in {"right", "center"} else "")


def _data(given: Attributes) -> str:
    """Keys and values as data attributes: where the text came from, why a literal stands."""
    return "".join(
        f' data-{name.removeprefix("data-")}="{escape(value)}"'
        for name, value in given.values.items()
        if ATTRIBUTE.fullmatch(name)
    )


def _named(given: Attributes) -> str:
    identifier = f' id="{escape(given.id)}"' if given.id else ""
    classes = f' class="{escape(" ".join(given.classes))}"' if given.classes else ""
    return identifier + classes + _data(given)
