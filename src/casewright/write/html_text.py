"""Running text as HTML: facts, citations, calls and links as elements that can be reached and followed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from html import escape

from casewright.document.runs import join_words
from casewright.document.tree import Node, attr_of, has_class, value_of
from casewright.write.nodes import is_fact, key_of, split_numbers

WRAPPED = {
    "Emph": "em",
    "Strong": "strong",
    "Underline": "u",
    "Strikeout": "s",
    "Superscript": "sup",
    "Subscript": "sub",
    "SmallCaps": "small",
}
# what a reader can open; any other scheme might run something
SAFE_LINK = re.compile(r"(?:https?|mailto):", re.IGNORECASE)
IDENTIFIER = re.compile(r"(?P<pmid>(?<=PMID: )\d{1,9})|(?P<doi>(?<=DOI: )10\.\d{4,9}/[^\s\]]{1,200})")
RESOLVERS = {"pmid": "https://pubmed.ncbi.nlm.nih.gov/{}/", "doi": "https://doi.org/{}"}
ATTRIBUTE = re.compile(r"[a-z][a-z0-9-]{0,40}")
FACT_STATE = 'tabindex="0" role="button" aria-haspopup="dialog" aria-expanded="false"'


class Text:
    """Writes inlines into `parts`. `numbers` gives the key of the work with each printed number."""

    def __init__(self, numbers: Mapping[str, str], new_fact: Callable[[str], str]) -> None:
        self.parts: list[str] = []
        self.notes: list[list[Node]] = []
        self._numbers = numbers
        self._new_fact = new_fact  # of the fact with this id, the id of the element of its next place
        self._cited = 0
        self._words: Callable[[str], str] = plain_words

    def put(self, text: str) -> None:
        self.parts.append(text)

    def inlines(self, inlines: Iterable[Node]) -> None:
        for node in inlines:
            self._inline(node)

    def tagged(self, tag: str, inlines: Iterable[Node], extra: str = "") -> None:
        self.put(f"<{tag}{extra}>")
        self.inlines(inlines)
        self.put(f"</{tag}>")

    def reference(self, inlines: list[Node]) -> None:
        """The text of a reference, its identifiers as links."""
        runs = list(inlines)
        join_words(runs)
        self._written_as(linked_identifiers, runs)

    def _written_as(self, words: Callable[[str], str], inlines: Iterable[Node]) -> None:
        before, self._words = self._words, words
        self.inlines(inlines)
        self._words = before

    def _inline(self, node: Node) -> None:
        kind = node["t"]
        if kind == "Str":
            self.put(self._words(node["c"]))
        elif kind == "Space":
            self.put(" ")
        elif kind == "LineBreak":
            self.put("<br>")
        elif kind in WRAPPED:
            self.tagged(WRAPPED[kind], node["c"])
        elif kind == "Span":
            self._span(node)
        elif kind == "Cite":
            self._cite(node)
        elif kind == "Link":
            self._link(node)
        elif kind == "Code":
            self.put(f"<code>{plain_words(node['c'][1])}</code>")
        elif kind == "Note":
            self._note(node["c"])
        elif kind != "Image":  # panels are shown over their legend
            raise TypeError(f"no such inline: {kind}")

    def _span(self, node: Node) -> None:
        inlines = node["c"][1]
        if is_fact(node):
            key = value_of(node, "key")
            extra = f' class="fact" id="{self._new_fact(key)}" data-fact="{escape(key)}" {FACT_STATE}'
            self.tagged("span", inlines, extra)
        elif has_class(node, "call"):
            kind, key = key_of(node)
            self.tagged("a", inlines, f' href="#{escape(kind)}-{escape(key)}"{named(node)}')
        elif has_class(node, "run-in"):
            self.tagged("span", inlines, named(node))
        else:
            extra = named(node)
            self.tagged("span", inlines, extra) if extra else self.inlines(inlines)

    def _cite(self, node: Node) -> None:
        self._cited += 1
        keys = " ".join(citation["citationId"] for citation in node["c"][0])
        self.put(f'<span class="cite" id="cite-{self._cited}" data-cites="{escape(keys)}">')
        self._written_as(self._linked_numbers, node["c"][1])
        self.put("</span>")

    def _linked_numbers(self, text: str) -> str:
        pieces = split_numbers(text, self._numbers)
        return "".join(
            f'<a href="#ref-{escape(key)}">{piece}</a>' if key else plain_words(piece)
            for piece, key in pieces
        )

    def _link(self, node: Node) -> None:
        target = node["c"][2][0]
        if SAFE_LINK.match(target):
            self.tagged("a", node["c"][1], f' href="{escape(target)}"')
        else:
            self.inlines(node["c"][1])

    def _note(self, blocks: list[Node]) -> None:
        self.notes.append(blocks)
        number = len(self.notes)
        label = f'aria-label="Note {number}" data-number="{number}"'
        self.put(f'<a class="note" id="note-call-{number}" href="#note-{number}" {label}></a>')


def plain_words(text: str) -> str:
    """Characters as HTML."""
    return escape(text, quote=False)


def linked_identifiers(text: str) -> str:
    """Characters as HTML, a PubMed number or a DOI after its name as a link."""
    out, at = [], 0
    for match in IDENTIFIER.finditer(text):
        target = RESOLVERS[str(match.lastgroup)].format(match[0])
        out += [
            plain_words(text[at : match.start()]),
            f'<a href="{escape(target)}">{plain_words(match[0])}</a>',
        ]
        at = match.end()
    return "".join([*out, plain_words(text[at:])])


def named(node: Node) -> str:
    """Id, classes and values of a node as attributes; its values as data."""
    identifier, classes, pairs = attr_of(node)
    found = [("id", identifier), ("class", " ".join(classes))]
    found += [
        (f"data-{name.removeprefix('data-')}", value) for name, value in pairs if ATTRIBUTE.fullmatch(name)
    ]
    return "".join(f' {name}="{escape(value)}"' for name, value in found if value)
