"""Paragraphs and tables of a Word document as blocks: headings by style or by look, notes, text boxes, lists."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from casewright.document.model import Block
from casewright.errors import Place
from casewright.read.captions import caption_of
from casewright.read.docx.runs import Flow, Runs
from casewright.read.docx.styles import VAL, Style, W, outline_level
from casewright.read.flattened import unfold
from casewright.read.inline import Inline
from casewright.read.lines import is_heading
from casewright.read.outline import ROLE
from casewright.read.xml import MAX_DEPTH, Element

_CONTAINERS = frozenset(W + tag for tag in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"))


class Body:
    """The body of a document while it is read; `number` is that of the last paragraph."""

    def __init__(self, flow: Flow, source: str, footnotes: Element | None, endnotes: Element | None) -> None:
        self.flow = flow
        self.source = source
        self.number = 0
        self._notes = {"footnote": _by_id(footnotes, "footnote"), "endnote": _by_id(endnotes, "endnote")}
        self._told: set[tuple[str, str]] = set()
        self._joining: tuple[Inline, int] | None = None

    def blocks(self, body: Element) -> list[Block]:
        """All blocks, in reading order."""
        found = [block for block in self._all(body, 0) if block.text]
        looks: list[Block] = []
        for index, block in enumerate(found):
            following = found[index + 1].text if index + 1 < len(found) else ""
            looks.extend(unfold(_by_look(block, following)))
        return looks

    def _all(self, parent: Element, depth: int) -> Iterator[Block]:
        if depth > MAX_DEPTH:
            return
        for child in parent:
            tag = child.tag
            if tag == W + "p":
                yield from self._paragraph(child, depth)
            elif tag == W + "tbl":
                yield from self._table(child, depth)
            elif tag in _CONTAINERS:
                yield from self._all(child, depth + 1)

    def _paragraph(self, paragraph: Element, depth: int) -> Iterator[Block]:
        self.number += 1
        properties = paragraph.find(W + "pPr")
        style, listed, kept = self._style(properties)
        inline, start = self._joining or (Inline(), self.number)
        runs = Runs(self.flow, inline, style.look)
        runs.read(paragraph)
        if not kept:  # its end was deleted: the next paragraph goes on in it
            self._joining = (inline, start)
        else:
            self._joining = None
            text, marks = inline.finished()
            block = Block("paragraph", text, marks, Place(self.source, start, 1), ((0, start, 1),))
            if style.level is not None and text and len(text) < 400:
                block = replace(
                    block, kind="heading", level=style.level or 1, key="" if style.level else ROLE + "title"
                )
            elif listed and not text.isupper():
                block = replace(block, kind="item", level=1)
            yield block
        for kind, identifier in runs.notes:
            yield from self._note(kind, identifier, depth)
        for box in runs.boxes:
            yield from self._all(box, depth + 1)

    def _style(self, properties: Element | None) -> tuple[Style, bool, bool]:
        """A paragraph's style with its own outline level; whether it is a list item; whether its end is kept."""
        if properties is None:
            return self.flow.styles.get(""), False, True
        named = properties.find(W + "pStyle")
        style = self.flow.styles.get(named.get(VAL) or "") if named is not None else self.flow.styles.get("")
        if (outline := properties.find(W + "outlineLvl")) is not None:
            style = replace(style, level=outline_level(outline))
        listed = style.listed or properties.find(W + "numPr") is not None
        return style, listed, properties.find(f"{W}rPr/{W}del") is None

    def _note(self, kind: str, identifier: str, depth: int) -> Iterator[Block]:
        note = self._notes[kind].get(identifier)
        if note is None or (kind, identifier) in self._told or depth > MAX_DEPTH:
            return
        self._told.add((kind, identifier))
        number = self.number
        for block in self._all(note, depth + 1):
            yield replace(
                block,
                kind="footnote",
                key=identifier,
                place=Place(self.source, number, 1),
                anchors=((0, number, 1),),
            )
        self.number = number

    def _table(self, table: Element, depth: int) -> Iterator[Block]:
        rows = [row for row in table.iter(W + "tr") if next(row.iterancestors(W + "tbl")) is table]
        cells = [
            [cell for cell in row.iter(W + "tc") if next(cell.iterancestors(W + "tr")) is row] for row in rows
        ]
        if len(cells) == 1 and len(cells[0]) == 1:  # a frame around text, not a table
            yield from self._all(cells[0][0], depth + 1)
            return
        inline = Inline()
        anchors: list[tuple[int, int, int]] = []
        after: list[Block] = []
        first = self.number + 1
        for number, row in enumerate(cells):
            if number:
                inline.separate("\n")
            for position, cell in enumerate(row):
                if position:
                    inline.separate("\t")
                after.extend(self._cell(cell, inline, anchors, depth))
        text, marks = inline.finished()
        places = tuple(anchor for anchor in anchors if anchor[0] <= len(text)) or ((0, first, 1),)
        yield Block("table", text, marks, Place(self.source, first, 1), ((0, first, 1), *places[1:]))
        yield from after

    def _cell(
        self, cell: Element, inline: Inline, anchors: list[tuple[int, int, int]], depth: int
    ) -> Iterator[Block]:
        for paragraph in cell.iter(W + "p"):
            self.number += 1
            inline.write(" ")
            anchors.append((inline.length, self.number, 1))
            properties = paragraph.find(W + "pPr")
            runs = Runs(self.flow, inline, self._style(properties)[0].look)
            runs.read(paragraph)
            for kind, identifier in runs.notes:
                yield from self._note(kind, identifier, depth + 1)


def _by_id(notes: Element | None, kind: str) -> dict[str, Element]:
    if notes is None:
        return {}
    return {
        note.get(W + "id") or "": note
        for note in notes.iterfind(W + kind)
        if note.get(W + "type") in (None, "normal")
    }


def _by_look(block: Block, following: str) -> Block:
    """A paragraph that looks like a heading, as one: short, and bold, in capitals or with a heading's name."""
    text = block.text
    if block.kind not in ("paragraph", "item") or len(text) > 100 or "\n" in text or caption_of(block):
        return block
    bold = sum(mark.end - mark.start for mark in block.marked("strong")) >= len(text.replace(" ", "")) * 0.95
    by_name = block.kind == "paragraph" and is_heading(text, following, alone=not bold)
    emphatic = (
        bold
        and len(text) > 2
        and text[-1] not in ".;,"
        and len(text.split()) <= 14
        and any(map(str.isalpha, text))
    )
    if by_name or (emphatic and block.kind == "paragraph"):
        return replace(block, kind="heading", level=1 if text.isupper() else 2 if not by_name else 1)
    return block
