"""Plain text: paragraphs on lines of their own or wrapped, headings by name and by look, tables by their tabs."""

from __future__ import annotations

from collections.abc import Iterator

from casewright.document.headings import role_of
from casewright.document.model import Block, Document, Mark
from casewright.patterns import lazily
from casewright.read.blocks import Anchor, joined, make, one_spaced
from casewright.read.captions import captions_apart
from casewright.read.closing import close
from casewright.read.decoding import decode
from casewright.read.flattened import unfold
from casewright.read.lines import is_broken, is_heading, is_row, is_wrapped
from casewright.read.outline import sections_of
from casewright.read.text_tables import EMPTY_ROW, tabbed

Line = tuple[int, str]
Piece = tuple[str, tuple[Anchor, ...]]


def read_text(data: bytes, source: str) -> Document:
    """A manuscript saved as text."""
    lines = tabbed(decode(data, source).split("\n"))
    apart = [part for block in _blocks(lines, source) for part in captions_apart(block)]
    blocks = [part for block in apart for part in unfold(block)]
    return close(Document(sections_of(blocks), source, "txt"))


def _blocks(lines: list[str], source: str) -> Iterator[Block]:
    wrapped = is_wrapped(lines)
    for group in _groups(lines):
        if is_broken([line for _, line in group]):
            yield _mended(group, source)
            continue
        rows: list[Line] = []
        paragraph: list[Line] = []
        for position, (number, line) in enumerate(group):
            if is_row(line):
                yield from _paragraphs(paragraph, source, wrapped)
                paragraph = []
                rows.append((number, line))
                continue
            if rows:
                yield _table(rows, source)
                rows = []
            following = group[position + 1][1] if position + 1 < len(group) else ""
            if is_heading(line, following, alone=len(group) == 1):
                yield from _paragraphs(paragraph, source, wrapped)
                paragraph = []
                text, anchors = one_spaced(line, number, 1)
                yield make("heading", text, source, anchors, level=_level(text))
            else:
                paragraph.append((number, line))
        if rows:
            yield _table(rows, source)
        yield from _paragraphs(paragraph, source, wrapped)


def _groups(lines: list[str]) -> Iterator[list[Line]]:
    """Runs of lines with no empty line between them."""
    group: list[Line] = []
    for number, line in enumerate(lines, 1):
        if line and not line.isspace() and line != "\ufeff":
            group.append((number, line))
        elif group:
            yield group
            group = []
    if group:
        yield group


def _paragraphs(lines: list[Line], source: str, wrapped: bool) -> Iterator[Block]:
    pieces = [one_spaced(line, number, 1) for number, line in lines]
    pieces = [piece for piece in pieces if piece[0]]
    if wrapped and pieces:
        pieces = [joined(pieces, " ")]
    for text, anchors in _unbroken(pieces):
        yield make("paragraph", text, source, anchors)


def _unbroken(pieces: list[Piece]) -> list[Piece]:
    """Lines, joined where one breaks off within a sentence: no stop before, and a small letter behind."""
    found: list[list[Piece]] = []
    for piece in pieces:
        if found and piece[0][0].islower() and found[-1][-1][0][-1].isalpha():
            found[-1].append(piece)
        else:
            found.append([piece])
    return [joined(each, " ") if len(each) > 1 else each[0] for each in found]


def _mended(lines: list[Line], source: str) -> Block:
    """A paragraph whose citations and calls were put on lines of their own: one again, its numbers raised."""
    pieces = [one_spaced(line, number, 1) for number, line in lines]
    text, anchors = joined(pieces, " ")
    marks, offset = [], 0
    for piece, _ in pieces:
        if piece.isdigit():
            marks.append(Mark("superscript", offset, offset + len(piece)))
        offset += len(piece) + 1
    return make("paragraph", text, source, anchors, marks)


def _table(lines: list[Line], source: str) -> Block:
    rows = []
    for number, line in lines:
        if line == EMPTY_ROW:
            continue
        cells, column = [], 1
        for cell in line.split("\t"):
            cells.append(one_spaced(cell, number, column))
            column += len(cell) + 1
        rows.append(joined(cells, "\t"))
    text, anchors = joined(rows, "\n")
    return make("table", text, source, anchors)


_NUMBERING = lazily(r"\d{1,2}((?:\.\d{1,2})*)")


def _level(text: str) -> int:
    """1 for the heading of a part, 2 for one below it, or by its numbering."""
    if (found := _NUMBERING.match(text)) and not text[found.end() : found.end() + 1].isalpha():
        return 1 + found[1].count(".")
    return 1 if role_of(text) or text.isupper() else 2
