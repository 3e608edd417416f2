"""Running text of JATS elements with its marks, and the printed numbers that its cross-references lead to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from casewright.document.model import MarkKind
from casewright.patterns import lazily
from casewright.read.inline import Inline
from casewright.read.xml import MAX_DEPTH, Element, entity_text, name

_MARKS: dict[str, MarkKind] = {
    "sup": "superscript",
    "sub": "subscript",
    "italic": "emphasis",
    "bold": "strong",
}
GROUPS = {"fig-group": "fig", "table-wrap-group": "table-wrap"}
"""Floats of several parts, each counted as one of its kind where it has a label."""
FLOATS = frozenset(("fig", "table-wrap", *GROUPS))
_STANDING = frozenset(("list", "def-list", "boxed-text", "disp-quote"))
"""What is printed where it stands within a paragraph, as a block of its own."""
_LISTING = frozenset(("list-item", "td", "th"))  # in whose text a list is told
_SKIPPED = FLOATS | _STANDING | {
    "graphic", "media", "object-id", "table-wrap-foot", "tex-math", "disp-formula", "fn", "permissions",
    "inline-graphic", "institution-id",
}  # fmt: skip
_SPACED = frozenset((
    "p", "title", "label", "caption", "break", "surname", "given-names", "td", "th", "def", "term",
    "list-item", "institution", "country", "addr-line", "article-title", "source", "year", "name",
))  # fmt: skip
IDENTIFIERS = {"doi": "doi: ", "pmid": "PMID: ", "pmcid": "PMCID: "}
"""What is printed before an identifier of each type."""
_IDENTIFIED = lazily(  # words before an identifier that go on to it, or name it
    r"[^\s.;,)]\s*\Z|(?:doi|pmid|pmcid)\W*\Z", re.IGNORECASE
)
_DIGITS = lazily(r"[SA]?\d+")
_XLINK = "{http://www.w3.org/1999/xlink}href"


class Labels:
    """What every id of an article is printed as: the number of its label, or its position among its kind."""

    def __init__(self, article: Element) -> None:
        self._numbers: dict[str, str] = {}
        counts: dict[str, int] = {}
        for element in article.iter(*(f"{{*}}{each}" for each in ("ref", *sorted(FLOATS)))):
            kind = GROUPS.get(name(element), name(element))
            if name(element) in GROUPS and element.find("{*}label") is None:
                continue
            label = element.find("{*}label")
            if label is None and kind == "ref":
                label = element.find("*/{*}label")
            found = _DIGITS.search(element_text(label))
            group = element.getparent()
            if found is None and name(group) in GROUPS and (of := self.number(group)):
                number = of  # a part of a table: `(a)`
            else:
                counts[kind] = counts.get(kind, 0) + 1
                number = found.group() if found else str(counts[kind])
            if element.get("id") is None:
                element.set("id", f"{name(element)} {counts.get(kind, 0)}")
            self._numbers[element.get("id") or ""] = number

    def number(self, element: Element) -> str:
        """The printed number of a reference, figure or table."""
        return self._numbers.get(element.get("id") or "", "")

    def target(self, rids: str) -> str:
        """The printed numbers of the ids that a cross-reference names."""
        return ";".join(self._numbers.get(rid, rid) for rid in rids.split())


def element_text(element: Element | None) -> str:
    """All text in an element, white space made single."""
    return "" if element is None else " ".join("".join(str(piece) for piece in element.itertext()).split())


def write_inline(element: Element, inline: Inline, labels: Labels, depth: int = 0) -> None:
    """Writes the running text of an element; floats and lists in it are blocks of their own."""
    if depth > MAX_DEPTH:
        return
    if element.text:
        inline.write(element.text)
    for child in element:
        _write_child(child, element, inline, labels, depth)


def text_and_blocks(element: Element, labels: Labels) -> Iterator[Inline | Element]:
    """The running text of a paragraph up to each list or quotation in it, that, and the text behind the last."""
    inline = Inline()
    if element.text:
        inline.write(element.text)
    for child in element:
        if name(child) in _STANDING:
            yield inline
            yield child
            inline = Inline()
            inline.write((child.tail or "").lstrip(" \n\t.,;"))
        else:
            _write_child(child, element, inline, labels, 0)
    yield inline


def _write_child(child: Element, within: Element, inline: Inline, labels: Labels, depth: int) -> None:
    kind = name(child)
    if not kind:
        inline.write(entity_text(child))
    elif kind == "pub-id":
        _write_identifier(child, inline)
    elif kind == "xref" and _is_mark_on_figure(child, within):
        pass
    elif kind not in _SKIPPED or (depth == 0 and kind == "list" and name(within) in _LISTING):
        start = inline.length
        write_inline(child, inline, labels, depth + 1)
        _mark(child, kind, inline, start, labels)
        if kind in _SPACED and (not _printed(child) or _touches(child)):
            inline.write(" ")
    if child.tail:
        inline.write(child.tail)


def _write_identifier(identifier: Element, inline: Inline) -> None:
    """Writes an identifier in a citation, and what it is unless that is printed, or a DOI that stands apart; none that
    was just printed in words: `PMID: 123.<pub-id>123</pub-id>`."""
    text, sibling = element_text(identifier), identifier.getprevious()
    before = (identifier.getparent().text if sibling is None else sibling.tail) or ""
    if text and before.rstrip(" .;,").endswith(text):
        return
    kind = IDENTIFIERS.get(identifier.get("pub-id-type") or "", "")
    is_plain = (before[-1:].isspace() and text.startswith("10.")) or _IDENTIFIED.search(before)
    inline.write(text if is_plain or not kind else f" {kind}{text}")


def _is_mark_on_figure(call: Element, within: Element) -> bool:
    """Whether the mark of a footnote stands at a digit, as in `12.5<xref ref-type="table-fn">1</xref>`."""
    sibling = call.getprevious()
    before = (within.text if sibling is None else sibling.tail) or ""
    return call.get("ref-type") in ("fn", "table-fn") and before[-1:].isdigit()


def _printed(element: Element) -> bool:
    """Whether an element stands in a citation as printed, with its own spaces; of a `name` only its end."""
    if name(element.getparent()) == "name":
        return element.getnext() is None
    return any(name(above) == "mixed-citation" for above in element.iterancestors())


def _touches(element: Element) -> bool:
    """Whether nothing at all stands between an element and the next: `<source>Joints</source><year>2011</year>`."""
    return not element.tail and element.getnext() is not None


def _mark(element: Element, kind: str, inline: Inline, start: int, labels: Labels) -> None:
    if kind in _MARKS:
        inline.mark(_MARKS[kind], start)
    elif name(element.getparent()) == "msup" and element.getprevious() is not None:
        inline.mark("superscript", start)
    elif kind == "xref":
        target = labels.target(element.get("rid") or "")
        match element.get("ref-type"):
            case "bibr":
                inline.mark("citation", start, target)
            case "fig":
                inline.mark("call", start, f"figure:{target}")
            case "table":
                inline.mark("call", start, f"table:{target}")
    elif kind == "named-content" and (element.get("content-type") or "").endswith("fact"):
        inline.mark(
            "fact", start, element.get("specific-use") or element.get("rid") or element.get("id") or ""
        )
    elif kind in ("ext-link", "uri"):
        inline.mark("link", start, element.get(_XLINK) or element_text(element))
