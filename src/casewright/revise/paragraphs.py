"""A Word file as the paragraphs that a co-author edits, each with who changed and who commented on what.

The reader of manuscripts tells headings, captions and references by their look, which an edit may change; two files
are compared by what no edit changes: one paragraph after another, as accepted, those of tables cell by cell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from casewright.document.model import Mark
from casewright.read.docx.package import Package
from casewright.read.docx.properties import properties_of
from casewright.read.docx.runs import Flow, Runs
from casewright.read.docx.styles import VAL, Styles, W
from casewright.read.inline import Inline
from casewright.read.opening import MAX_LINES, MAX_TEXT, refuse, too_long
from casewright.read.xml import MAX_DEPTH, Element

BOOKMARK = re.compile(r"_cw_(\d{1,7})")
BUILD_PROPERTY = "casewright"

_CONTAINERS = frozenset(W + tag for tag in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"))


@dataclass(frozen=True, slots=True)
class Tracked:
    """A tracked change inside a paragraph: the words, and who put them in or took them out when."""

    inserted: bool
    text: str
    author: str
    date: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph with its tracked changes accepted. `block` is the number on its bookmark, -1 without one."""

    text: str
    marks: tuple[Mark, ...] = ()
    block: int = -1
    level: int = 0  # of a heading, from 1; 0 of anything else
    is_item: bool = False  # of a list
    tracked: tuple[Tracked, ...] = ()


@dataclass(frozen=True, slots=True)
class WordFile:
    """What was read of a Word file. `build` names the build that it came from, "" where the file does not say."""

    source: str
    paragraphs: tuple[Paragraph, ...]
    build: str
    controls: int  # facts that are still content controls
    package: Package

    @property
    def text(self) -> str:
        """A line a paragraph."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs)


def read_word_file(data: bytes, source: str) -> WordFile:
    """Read a .docx; InputError where it is damaged, encrypted, or something else."""
    package = Package(data, source)
    root = package.xml(package.main)
    body = root.find(W + "body") if root is not None else None
    if body is None:
        raise refuse(
            source, "this Word document has no text that can be read", "open it in Word and save it again"
        )
    paragraphs = sum(1 for _ in body.iter(W + "p"))
    length = sum(len(text.text or "") for text in body.iter(W + "t"))
    if paragraphs > MAX_LINES or length > MAX_TEXT:
        raise too_long(source, f"{length} characters in {paragraphs} paragraphs")
    folder = package.main.rpartition("/")[0]
    flow = Flow(Styles(package.optional(f"{folder}/styles.xml")), package.relations(package.main))
    notes = {
        kind: _notes(package.optional(f"{folder}/{kind}s.xml"), kind) for kind in ("footnote", "endnote")
    }
    found = tuple(_Reader(flow, notes).read(body))
    build = properties_of(package, folder, []).get(BUILD_PROPERTY, "")
    controls = sum(1 for paragraph in found for mark in paragraph.marks if mark.kind == "fact")
    return WordFile(source, found, build, controls, package)


class _Reader:
    def __init__(self, flow: Flow, notes: dict[str, dict[str, Element]]) -> None:
        self.flow = flow
        self.notes = notes
        self.joining: tuple[Inline, list[Element]] | None = None

    def read(self, body: Element) -> Iterator[Paragraph]:
        yield from (paragraph for paragraph in self._all(body, 0) if paragraph.text)

    def _all(self, parent: Element, depth: int) -> Iterator[Paragraph]:
        if depth > MAX_DEPTH:
            return
        for child in parent:
            tag = child.tag
            if tag == W + "p":
                yield from self._paragraph(child, depth)
            elif tag == W + "tbl":
                for row in child.iterfind(W + "tr"):
                    if row.find(f"{W}trPr/{W}del") is None:
                        for cell in row.iter(W + "tc"):
                            if next(cell.iterancestors(W + "tr")) is row:
                                yield from self._all(cell, depth + 1)
            elif tag in _CONTAINERS:
                yield from self._all(child, depth + 1)

    def _paragraph(self, element: Element, depth: int) -> Iterator[Paragraph]:
        properties = element.find(W + "pPr")
        named = properties.find(W + "pStyle") if properties is not None else None
        style = self.flow.styles.get((named.get(VAL) or "") if named is not None else "")
        inline, elements = self.joining or (Inline(), [])
        runs = Runs(self.flow, inline, style.look)
        runs.read(element)
        elements.append(element)
        if properties is not None and _end_is_gone(properties):
            self.joining = (inline, elements)
        else:
            self.joining = None
            text, marks = inline.finished()
            tracked = tuple(change for one in elements for change in _tracked(one))
            is_item = properties is not None and properties.find(W + "numPr") is not None
            yield Paragraph(text, marks, _block(elements), style.level or 0, is_item, tracked)
        for kind, identifier in runs.notes:
            note = self.notes.get(kind, {}).pop(identifier, None)
            if note is not None:
                waiting, self.joining = self.joining, None
                yield from self._all(note, depth + 1)
                self.joining = waiting
        for box in runs.boxes:
            yield from self._all(box, depth + 1)


def _end_is_gone(properties: Element) -> bool:
    """Whether the end of a paragraph was deleted or moved away, so that the next one goes on in it."""
    return any(properties.find(f"{W}rPr/{W}{tag}") is not None for tag in ("del", "moveFrom"))


def _notes(part: Element | None, kind: str) -> dict[str, Element]:
    notes = part.iterfind(W + kind) if part is not None else ()
    return {note.get(W + "id") or "": note for note in notes if note.get(W + "type") in (None, "normal")}


def _block(elements: list[Element]) -> int:
    for element in elements:
        for start in element.iter(W + "bookmarkStart"):
            if found := BOOKMARK.fullmatch(start.get(W + "name") or ""):
                return int(found[1])
    return -1


def _tracked(paragraph: Element) -> Iterator[Tracked]:
    for tag, content, inserted in (
        ("ins", "t", True),
        ("moveTo", "t", True),
        ("del", "delText", False),
        ("moveFrom", "t", False),
        ("moveFrom", "delText", False),
    ):
        for change in paragraph.iter(W + tag):
            text = "".join(piece.text or "" for piece in change.iter(W + content))
            if text.strip():
                yield Tracked(inserted, text, change.get(W + "author") or "", change.get(W + "date") or "")
