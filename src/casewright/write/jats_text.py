"""Running text as JATS elements: pandoc's inlines appended to an element of lxml."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from casewright.document.tree import Node, has_class, value_of
from casewright.write.nodes import is_fact, key_of

if TYPE_CHECKING:
    from lxml.etree import _Element

XLINK = "http://www.w3.org/1999/xlink"
HREF = f"{{{XLINK}}}href"
WRAPPED = {
    "Emph": "italic",
    "Strong": "bold",
    "Underline": "underline",
    "Strikeout": "strike",
    "Superscript": "sup",
    "Subscript": "sub",
    "SmallCaps": "sc",
}
REFERENCE_TYPES = {"figure": "fig", "table": "table"}
UNFIT = re.compile(
    "[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
)  # https://www.w3.org/TR/xml/#charsets
NOT_IN_NAMES = re.compile(r"[^\w.-]")


def child(parent: _Element, tag: str, text: str = "", **attributes: str) -> _Element:
    """A new last child; an underscore in an attribute's name stands for a hyphen."""
    from lxml.etree import SubElement

    named = {name.replace("_", "-"): fit(value) for name, value in attributes.items()}
    element = SubElement(parent, tag, named)
    add_text(element, text)
    return element


def fit(text: str) -> str:
    """Text without the characters that XML cannot hold."""
    return UNFIT.sub("\ufffd", text)


def identifier(kind: str, key: str) -> str:
    """An XML id: `figure-spine`, `ref-lee2007iscm`."""
    return f"{kind}-{NOT_IN_NAMES.sub('_', key)}"


def add_text(element: _Element, text: str) -> None:
    """Append characters after all that the element has."""
    if not text:
        return
    last = element[-1] if len(element) else None
    if last is None:
        element.text = (element.text or "") + fit(text)
    else:
        last.tail = (last.tail or "") + fit(text)


def add_inlines(element: _Element, inlines: Iterable[Node], links: bool = True) -> None:
    """Append inlines; without `links`, where an element takes none, just their words."""
    for node in inlines:
        _add(element, node, links)


def _add(element: _Element, node: Node, links: bool) -> None:
    kind, content = node["t"], node.get("c", [])
    if kind == "Str":
        add_text(element, content)
    elif kind in {"Space", "LineBreak"}:
        add_text(element, " ")
    elif kind in WRAPPED:
        add_inlines(child(element, WRAPPED[kind]), content, links)
    elif kind == "Span":
        _add_span(element, node, links)
    elif kind == "Cite" and links:
        targets = " ".join(identifier("ref", citation["citationId"]) for citation in content[0])
        _cross_reference(element, "bibr", targets, content[1])
    elif kind == "Link" and links:
        link = child(element, "ext-link", ext_link_type="uri")
        link.set(HREF, fit(content[2][0]))
        add_inlines(link, content[1], links=False)
    elif kind in {"Cite", "Link"}:
        add_inlines(element, content[1], links)
    elif kind == "Code":
        child(element, "monospace", content[1])
    elif kind == "Note":
        note = child(element, "fn")
        for block in content:
            add_inlines(child(note, "p"), block["c"])
    elif kind != "Image":  # panels are graphics of their figure
        raise TypeError(f"no such inline: {kind}")


def _add_span(element: _Element, node: Node, links: bool) -> None:
    inlines = node["c"][1]
    if is_fact(node):
        fact = child(element, "named-content", content_type="fact", specific_use=value_of(node, "key"))
        add_inlines(fact, inlines, links)
    elif has_class(node, "call") and links:
        kind, key = key_of(node)
        _cross_reference(element, REFERENCE_TYPES[kind], identifier(kind, key), inlines)
    else:
        add_inlines(element, inlines, links)


def _cross_reference(element: _Element, kind: str, targets: str, inlines: list[Node]) -> None:
    add_inlines(child(element, "xref", ref_type=kind, rid=targets), inlines, links=False)
