"""The words around a spot, cut to a line, and where in that line the spot's own words stand."""

from __future__ import annotations

from dataclasses import dataclass

from casewright.check.finding import Spot
from casewright.document.model import Block, Document

WIDTH = 100  # characters of a line of context


@dataclass(frozen=True, slots=True)
class Context:
    """A line of a manuscript: characters `start` to `end` of it are the words that are meant."""

    line: str
    start: int
    end: int


def blocks_of(document: Document | None) -> tuple[Block, ...]:
    """The blocks by number, as the spots count them."""
    return tuple(block for _, block in document.blocks()) if document is not None else ()


def context_of(spot: Spot, blocks: tuple[Block, ...], width: int = WIDTH) -> Context | None:
    """The line around a spot's words; the words alone where their block is not at hand, None where there are none."""
    if not spot.quote:
        return None
    if not 0 <= spot.block < len(blocks):
        return Context(spot.quote[:width], 0, min(len(spot.quote), width))
    text = blocks[spot.block].text
    start = min(spot.start, len(text))
    end = min(end_of(text, start, spot.quote), start + width)
    room = max(0, width - (end - start))
    first = max(0, start - room // 2)
    last = min(len(text), end + room - (start - first))
    first = _word_start(text, first, start)
    last = _word_end(text, last, end)
    before = "… " if first > 0 else ""
    after = " …" if last < len(text) else ""
    line = before + text[first:last].replace("\n", " ").replace("\t", " ") + after
    shift = len(before) - first
    return Context(line, start + shift, end + shift)


def end_of(text: str, start: int, quote: str) -> int:
    """Where the quote ends in the text, in which its spaces may be tabs or line breaks."""
    at, left = start, sum(not c.isspace() for c in quote)
    while at < len(text) and left > 0:
        left -= not text[at].isspace()
        at += 1
    return at


def _word_start(text: str, at: int, limit: int) -> int:
    if at == 0:
        return 0
    space = text.find(" ", at, limit)
    return space + 1 if space >= 0 else at


def _word_end(text: str, at: int, limit: int) -> int:
    if at >= len(text):
        return len(text)
    space = text.rfind(" ", limit, at)
    return space if space >= 0 else at
