"""HTML pages: those that casewright builds, and saved pages of journals without the navigation around the article."""

from __future__ import annotations

import re

from lxml import etree

from casewright.document.model import Block, Document
from casewright.patterns import lazily
from casewright.read.closing import close
from casewright.read.decoding import decode
from casewright.read.flattened import unfold
from casewright.read.html_blocks import Blocks
from casewright.read.lines import is_heading
from casewright.read.opening import MAX_TEXT, refuse, too_long
from casewright.read.outline import sections_of
from casewright.read.xml import MAX_TAGS, Element, name

MAX_PAGE = 10_000_000
"""Characters of the largest page, its scripts and styles included but not its embedded pictures."""

_EMBEDDED = re.compile(rb"(data:[\w/+.-]{1,60};base64,)[A-Za-z0-9+/=]{200,}")
_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]{2,30})""", re.IGNORECASE)
_DECLARED = lazily(r"^\s*<\?xml[^>]*\?>")


def read_html(data: bytes, source: str) -> Document:
    """A manuscript in HTML: facts, citations and links as marks; sections by `data-role`, else by their headings."""
    data = _EMBEDDED.sub(rb"\1", data)
    text = _DECLARED.sub("", _text(data, source))
    if text.count("<") > MAX_TAGS:
        raise too_long(source, f"it has more than {MAX_TAGS} tags")
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False
    )
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    if root is None:
        raise refuse(source, "this page has no text that could be read", "save the page again")
    article = _article(root)
    if _length(article) > MAX_TEXT:
        raise too_long(source, f"{_length(article)} characters; the limit is {MAX_TEXT}")
    reader = Blocks(source)
    reader.read(article)
    blocks = [part for block in _named_headings(reader.blocks) for part in unfold(block)]
    properties = {
        meta.get("name") or "": (meta.get("content") or "")[:2000]
        for meta in root.iter("meta")
        if meta.get("name") and meta.get("content")
    }
    return close(Document(sections_of(blocks), source, "html", properties, tuple(reader.unread)))


def _text(data: bytes, source: str) -> str:
    found = _CHARSET.search(data[:4096])
    if found and found[1].lower() not in (b"utf-8", b"utf8", b"utf-16"):
        try:
            return data.decode(found[1].decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            pass
    return decode(data, source, MAX_PAGE)


def _article(root: Element) -> Element:
    """The element that holds the article: the only `article` or `main` with most of the page's text, else the body."""
    body = root.find("body")
    body = root if body is None else body
    whole = _length(body)
    for kind in ("article", "main"):
        candidates = [element for element in body.iter(kind) if _length(element) > 0.5 * whole]
        if candidates:
            return candidates[0]
    return body


def _length(element: Element) -> int:
    return sum(
        len(piece)
        for child in element.iter()
        if name(child) not in ("script", "style")
        for piece in (child.text, child.tail)
        if piece
    )


def _named_headings(blocks: list[Block]) -> list[Block]:
    """Blocks in which a paragraph that can only be a heading is one: pages mark theirs by bold or by nothing."""
    found = []
    for index, block in enumerate(blocks):
        following = blocks[index + 1].text if index + 1 < len(blocks) else ""
        if (
            block.kind == "paragraph"
            and len(block.text) < 90
            and is_heading(block.text, following, alone=True)
        ):
            block = Block("heading", block.text, (), block.place, block.anchors, 1)
        found.append(block)
    return found
