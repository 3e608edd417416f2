"""Blocks made and cut with their marks and their places kept."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from casewright.document.model import Block, BlockKind, Mark
from casewright.errors import Place
from casewright.patterns import lazily

Anchor = tuple[int, int, int]

_ODD_SPACE = lazily("[\t\f\v\u00a0\u1680\u2002-\u200a\u202f\u205f\u3000]")
_LIGATURE_LETTERS = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "ft",
    "\ufb06": "st",
}
_SIGN = lazily("[\u00ad\u200b-\u200f\u2060\ufeff\ufb00-\ufb06]")  # any that is irregular by itself
_IRREGULAR = lazily("  +|[\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff]+|[\ufb00-\ufb06]")


def one_spaced(text: str, line: int, column: int) -> tuple[str, tuple[Anchor, ...]]:
    """Text of one line with single ordinary spaces, without signs that have no width, and where its pieces stood."""
    if not text.isprintable():  # as no odd space is
        text = _ODD_SPACE.sub(" ", text)
    stripped = text.lstrip(" ")
    column += len(text) - len(stripped)
    text = stripped.rstrip(" ")
    if "  " not in text and (text.isascii() or not _SIGN.search(text)):
        return text, ((0, line, column),)
    pieces: list[str] = []
    anchors: list[Anchor] = [(0, line, column)]
    length = last = 0
    for found in _IRREGULAR.finditer(text):
        sign = found.group()
        kept = " " if sign[0] == " " else _LIGATURE_LETTERS.get(sign, "")
        if (
            kept == " "
            and length + found.start() - last
            and (pieces[-1:] or [""])[-1][-1:] == " "
            and found.start() == last
        ):
            kept = ""
        pieces += (text[last : found.start()], kept)
        length += found.start() - last + len(kept)
        last = found.end()
        anchors.append((length, line, column + last))
    pieces.append(text[last:])
    return "".join(pieces), tuple(anchors)


def joined(pieces: Iterable[tuple[str, tuple[Anchor, ...]]], between: str) -> tuple[str, tuple[Anchor, ...]]:
    """Several pieces of text as one, with their anchors moved."""
    texts: list[str] = []
    anchors: list[Anchor] = []
    length = 0
    for text, places in pieces:
        if texts:
            length += len(between)
        anchors.extend((length + offset, line, column) for offset, line, column in places)
        texts.append(text)
        length += len(text)
    return between.join(texts), tuple(anchors)


def make(
    kind: BlockKind,
    text: str,
    source: str,
    anchors: tuple[Anchor, ...] = (),
    marks: Iterable[Mark] = (),
    level: int = 0,
    key: str = "",
) -> Block:
    """A block whose place is its first anchor."""
    line, column = anchors[0][1:] if anchors else (0, 0)
    return Block(kind, text, tuple(marks), Place(source, line, column), anchors, level, key)


def cut(block: Block, start: int, end: int, kind: BlockKind | None = None) -> Block:
    """The part `text[start:end]` of a block, stripped, with the marks and places that belong to it."""
    text = block.text
    while start < end and text[start] in " \n":
        start += 1
    while end > start and text[end - 1] in " \n":
        end -= 1
    place = block.at(start)
    marks = tuple(
        replace(mark, start=max(mark.start - start, 0), end=min(mark.end, end) - start)
        for mark in block.marks
        if mark.start < end and mark.end > start
    )
    anchors: tuple[Anchor, ...] = ()
    if block.anchors:
        inner = tuple(
            (offset - start, line, col) for offset, line, col in block.anchors if start < offset < end
        )
        anchors = ((0, place.line, place.column), *inner)
    return Block(kind or block.kind, text[start:end], marks, place, anchors, block.level, block.key)
