"""The paragraphs of a Word document as tokens: words, what else stands between them, and the ends of paragraphs."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import sha256

from lxml import etree

from casewright.read.docx.styles import VAL, Styles, W, look_of
from casewright.read.xml import MAX_DEPTH, Element

RELATIONS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
PLAIN_LOOK = "00"  # neither bold nor italic, and neither raised nor lowered
NOTE = "\0note"  # the key of a footnote's call, whatever the note says: its words are compared by themselves
_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+|.", re.DOTALL)
_FLOWS = frozenset(W + tag for tag in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"))
_HOLDERS = frozenset((W + "sdt", W + "hyperlink"))
_SIGNS = frozenset(W + tag for tag in ("tab", "br", "cr", "ptab", "noBreakHyphen", "sym"))
_PAGE_BREAKS = ("page", "column")  # which our files have in the properties of paragraphs
_PICTURES = frozenset(W + tag for tag in ("drawing", "pict", "object"))
_UNSEEN = frozenset(W + tag for tag in (
    "pPr", "rPr", "del", "moveFrom", "sdtPr", "sdtEndPr", "bookmarkStart", "bookmarkEnd", "proofErr",
    "commentRangeStart", "commentRangeEnd", "commentReference", "instrText", "delText", "fldChar",
    "lastRenderedPageBreak", "footnoteRef", "endnoteRef", "annotationRef",
))  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class Token:
    """A word, a sign, a picture, the call of a note; or, with `end`, the end of a paragraph.

    Two tokens say the same if their `key` is the same. `run` prints it; `holder` is the content control or the link
    around it. Of an end, `run` holds the paragraph's properties, and `bookmark` is the name on the paragraph.
    """

    key: str
    run: Element
    holder: Element | None = None
    end: bool = False
    bookmark: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Paragraph:
    """The tokens of one paragraph, its end last."""

    tokens: tuple[Token, ...]

    @property
    def text(self) -> str:
        """What it says, for telling which paragraphs belong together."""
        return "".join(token.key.partition("\0")[0] for token in self.tokens[:-1])


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """A table, by its rows and their cells."""

    element: Element
    rows: tuple[tuple[Element, tuple[Element, ...]], ...]
    text: str


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads the flows of one document. `picture` names the picture that an id in it stands for."""

    styles: Styles
    picture: Callable[[str], str]

    def flow(self, parent: Element, depth: int = 0) -> Iterator[Paragraph | Table]:
        """The paragraphs and tables directly in a body, a cell or a note; tracked changes as accepted."""
        joining: list[Token] = []
        for child in parent if depth <= MAX_DEPTH else ():
            if child.tag == W + "p":
                *tokens, end = self._paragraph(child)
                joining += tokens
                if child.find(f"{W}pPr/{W}rPr/{W}del") is None:
                    yield Paragraph((*joining, end))
                    joining = []
            elif child.tag == W + "tbl":
                yield self._table(child, depth)
            elif child.tag in _FLOWS:
                yield from self.flow(child, depth + 1)

    def _table(self, table: Element, depth: int) -> Table:
        rows = tuple((row, tuple(row.iterchildren(W + "tc"))) for row in table.iterchildren(W + "tr"))
        lines = ["\t".join(self._cell(cell, depth) for cell in cells) for _, cells in rows]
        return Table(table, rows, "\n".join(lines))

    def _cell(self, cell: Element, depth: int) -> str:
        return " ".join(item.text for item in self.flow(cell, depth + 1))

    def _paragraph(self, paragraph: Element) -> list[Token]:
        found = list(self._inside(paragraph, None, 0))
        properties = paragraph.find(W + "pPr")
        own = copy.deepcopy(properties) if properties is not None else etree.Element(W + "pPr")
        marks = paragraph.iter(W + "bookmarkStart")
        name = next((mark.get(W + "name") or "" for mark in marks), "")
        for unwanted in ("rPr", "pPrChange", "sectPr"):
            for element in own.findall(W + unwanted):
                own.remove(element)
        return [*found, Token(f"\n\0{self._style(own)}", own, end=True, bookmark=name)]

    def _inside(self, element: Element, holder: Element | None, depth: int) -> Iterator[Token]:
        for child in element if depth <= MAX_DEPTH else ():
            if child.tag == W + "r":
                yield from self._run(child, holder)
            elif isinstance(child.tag, str) and child.tag not in _UNSEEN:
                inner = child if child.tag in _HOLDERS and holder is None else holder
                yield from self._inside(child, inner, depth + 1)

    def _run(self, run: Element, holder: Element | None) -> Iterator[Token]:
        properties = run.find(W + "rPr")
        look = self._look(properties)
        for child in run:
            if child.tag == W + "t":
                for word in _WORD.findall(child.text or ""):
                    yield Token(f"{word}\0{look}", _run(properties, _text(word)), holder)
            elif child.tag in _SIGNS and child.get(W + "type") not in _PAGE_BREAKS:
                said = etree.tostring(child, method="c14n").decode() if child.tag == W + "sym" else " "
                yield Token(f"{said}\0{child.tag}", _run(properties, copy.deepcopy(child)), holder)
            elif child.tag in _PICTURES:
                yield Token(f"\0{self._picture(child)}", _run(properties, copy.deepcopy(child)), holder)
            elif child.tag == W + "footnoteReference":
                yield Token(NOTE, _run(properties, copy.deepcopy(child)), holder)

    def _style(self, properties: Element) -> str:
        """The name of a paragraph's style: other programs have other ids for the same names."""
        named = properties.find(W + "pStyle")
        identifier = (named.get(VAL) or "") if named is not None else ""
        return self.styles.get(identifier).name.lower() or identifier

    def _look(self, properties: Element | None) -> str:
        if properties is None:
            return PLAIN_LOOK
        named = properties.find(W + "rStyle")
        ground = self.styles.get(named.get(VAL) or "").look if named is not None else None
        look = look_of(properties)
        look = look.over(ground) if ground is not None else look
        script = look.script if look.script in ("superscript", "subscript") else ""
        return f"{bool(look.bold):d}{bool(look.italic):d}{script}"

    def _picture(self, element: Element) -> str:
        ids = [
            value
            for part in element.iter()
            for key, value in part.attrib.items()
            if key.startswith(RELATIONS)
        ]
        return "picture " + " ".join(self.picture(id) for id in ids)


def _run(properties: Element | None, content: Element) -> Element:
    run = etree.Element(W + "r")
    if properties is not None:
        run.append(copy.deepcopy(properties))
        for unwanted in (
            run[0].findall(W + "rPrChange") + run[0].findall(W + "ins") + run[0].findall(W + "del")
        ):
            run[0].remove(unwanted)
    run.append(content)
    return run


def _text(text: str) -> Element:
    node = etree.Element(W + "t", {SPACE: "preserve"})
    node.text = text
    return node


def digest(data: bytes) -> str:
    """A picture by its content."""
    return sha256(data).hexdigest()[:16]
