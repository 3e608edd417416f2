"""Running text as JATS elements: pandoc's inlines appended to an element of lxml."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from casewright.write.nodes import QUOTES, Node, attributes, is_fact

if TYPE_CHECKING:
    from lxml.etree import _Element

XLINK = "http://www.w3.org/1999/xlink"
WRAPPED = {
    "Emph": "italic",
    "Strong": "bold",
    "Underline": "underline",
    "Strikeout": "strike",
    "Superscript": "sup",
    "Subscript": "sub",
    "SmallCaps": "sc",
}
SAFE_LINK = re.compile(r"(?:https?|mailto):", re.IGNORECASE)
UNFIT = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # https://www.w3.org/TR/xml/#charsets
NO_NAME = re.compile(r"[^\w.-]")


def child(parent: _Element, tag: str, text: str = "", **attrs: str) -> _Element:
    """A new last child; an underscore in an attribute's name stands for a hyphen."""
    from lxml.etree import SubElement

    element = SubElement(parent, tag, {name.replace("_", "-"): fit(value) for name, value in attrs.items()})
    add_text(element, text)
    return element


def fit(text: str) -> str:
    """Text without the characters that XML cannot hold."""
    return UNFIT.sub("\ufffd", text)


def identifier(kind: str, key: str) -> str:
    """An XML id: `figure-spine`, `ref-lee2007iscm`."""
    return f"{kind}-{NO_NAME.sub('_', key)}"


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
    content = node.get("c")
    match node["t"]:
        case "Str":
            add_text(element, content)
        case "Space" | "SoftBreak" | "LineBreak":
            add_text(element, " ")
        case kind if kind in WRAPPED:
            add_inlines(child(element, WRAPPED[kind]), content, links)
        case "Quoted":
            opening, closing = QUOTES[content[0]["t"]]
            add_text(element, opening)
            add_inlines(element, content[1], links)
            add_text(element, closing)
        case "Cite" if links:
            keys = [identifier("ref", citation["citationId"]) for citation in content[0]]
            _cross_reference(element, "bibr", " ".join(keys), content[1])
        case "Code" | "Math":
            child(element, "monospace", content[1])
        case "Link" if links and SAFE_LINK.match(content[2][0]):
            target = {"ext-link-type": "uri", f"{{{XLINK}}}href": fit(content[2][0])}
            add_inlines(_with(element, "ext-link", target), content[1], links=False)
        case "Cite" | "Link":
            add_inlines(element, content[1], links)
        case "Span":
            _span(element, node, links)
        case "Note" if links:
            _note(element, content)
        case "Image" | "RawInline" | "Note":
            pass  # panels come from the case; raw text is in another language than the Document's
        case kind:
            raise TypeError(f"no such inline: {kind}")


def _span(element: _Element, node: Node, links: bool) -> None:
    given, inlines = attributes(node), node["c"][1]
    if is_fact(node):
        fact = child(element, "named-content", content_type="fact", specific_use=given.values.get("key", ""))
        add_inlines(fact, inlines, links)
    elif "run-in" in given.classes:
        add_inlines(child(element, "bold"), inlines, links)
    elif "call" in given.classes and links:
        kind, _, key = given.values.get("target", "").partition(":")
        kind = "fig" if kind == "figure" else kind
        _cross_reference(element, kind, identifier(kind, key.partition(".")[0]), inlines)
    else:
        add_inlines(element, inlines, links)


def _cross_reference(element: _Element, kind: str, target: str, inlines: list[Node]) -> None:
    add_inlines(child(element, "xref", ref_type=kind, rid=target), inlines, links=False)


def _note(element: _Element, blocks: list[Node]) -> None:
    note = child(element, "fn")
    for block in blocks:
        if block["t"] in {"Para", "Plain"}:
            add_inlines(child(note, "p"), block["c"])


def _with(element: _Element, tag: str, attrs: dict[str, str]) -> _Element:
    from lxml.etree import SubElement

    return SubElement(element, tag, attrs)
