"""The text of a block as HTML, the words of findings marked: overlapping ones too, and across the cells of a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from casewright.document.model import Block

_RANK = {"error": 3, "warning": 2, "note": 1, "known": 0}


@dataclass(frozen=True, slots=True)
class Marking:
    """Characters `start` to `end` of a block belong to finding number `finding`; `anchor` is the place's id."""

    start: int
    end: int
    finding: int
    anchor: str
    level: str  # error, warning, note, known


def marked_html(block: Block, markings: Sequence[Marking]) -> str:
    """The block's inner HTML: running text, or the rows of a table."""
    pieces = list(_pieces(block.text, markings))
    if block.kind != "table":
        return "".join(_piece(text, inside, block) for text, inside in pieces)
    cells = "".join(_cells(text, inside, block) for text, inside in pieces)
    return f"<table><tr><td>{cells}</td></tr></table>"


def _pieces(text: str, markings: Sequence[Marking]) -> Iterator[tuple[str, list[Marking]]]:
    """The text cut wherever a marking begins or ends, each piece with the markings that hold it."""
    cuts = sorted({0, len(text), *(m.start for m in markings), *(m.end for m in markings)})
    for start, end in pairwise(cuts):
        yield text[start:end], [m for m in markings if m.start <= start and end <= m.end]


def _piece(text: str, inside: list[Marking], block: Block) -> str:
    if not inside:
        return escape(text)
    level = max((m.level for m in inside), key=_RANK.__getitem__)
    findings = " ".join(str(m.finding) for m in inside)
    anchors = "".join(
        f'<i id="{m.anchor}"></i>' for m in inside if block.text[m.start : m.start + len(text)] == text
    )
    target = f"f{inside[0].finding}"
    return f'{anchors}<a class="mark {level}" href="#{target}" data-findings="{findings}">{escape(text)}</a>'


def _cells(text: str, inside: list[Marking], block: Block) -> str:
    rows = [
        [_piece(cell, inside, block) if cell else "" for cell in row.split("\t")] for row in text.split("\n")
    ]
    return "</td></tr><tr><td>".join("</td><td>".join(row) for row in rows)
