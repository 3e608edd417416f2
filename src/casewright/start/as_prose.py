"""Blocks of a manuscript that was read, written as prose: the same words, with facts and marks in their places."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import pairwise

from casewright.document.model import Block, Mark
from casewright.start.prose import prose
from casewright.start.sure_facts import Printed

_SIGNS: Mapping[str, tuple[str, str]] = {
    "emphasis": ("*", "*"),
    "strong": ("**", "**"),
    "superscript": ("^", "^"),
    "subscript": ("~", "~"),
}
# What Markdown would take for the number of a list: `1.`, `(a)`, `iv)`, `µ.`; and what begins a list without a number.
_NUMBERED = re.compile(r"(\(?)([0-9]{1,9}|[^\W\d_]{1,6})([.)])(?=\s|$)")
_BULLET = re.compile(r"[-+=](?=\s|$|=)")

Span = tuple[int, int, str]  # characters of a block, and what stands for themselves in print, with the reason


def block_as_prose(block: Block, printed: Iterable[Printed] = (), literals: Iterable[Span] = ()) -> str:
    """One block as Markdown. `literals` are stretches whose digits come from no fact."""
    if block.kind == "table":
        return _table(block.text)
    if block.kind == "reference":
        return _reference(block)
    text = _inline(block, sorted(printed, key=lambda p: p.start), sorted(literals))
    return f"- {text}" if block.kind == "item" else text


def _inline(block: Block, printed: list[Printed], literals: list[Span]) -> str:
    pieces: list[str] = []
    at = 0
    for start, end, kind, what in _stretches(printed, literals):
        if start < at:
            continue
        pieces.append(_marked(block, at, start))
        if kind == "fact":
            pieces.append(what)
        else:
            pieces.append(f'[{_marked(block, start, end)}]{{.literal reason="{what}"}}')
        at = end
    pieces.append(_marked(block, at, len(block.text)))
    return _unlisted("".join(pieces))


def _stretches(printed: list[Printed], literals: list[Span]) -> list[tuple[int, int, str, str]]:
    facts = [(p.start, p.end, "fact", p.expression) for p in printed]
    others = [(start, end, "literal", reason) for start, end, reason in literals]
    clear = [o for o in others if not any(o[0] < f[1] and f[0] < o[1] for f in facts)]
    return sorted(facts + clear)


def _marked(block: Block, start: int, end: int) -> str:
    """Characters of a block with their marks; where two marks cross, the later one is left out."""
    marks = [m for m in block.marks if m.kind in _SIGNS and m.start < end and start < m.end]
    cuts = sorted({start, end, *(max(m.start, start) for m in marks), *(min(m.end, end) for m in marks)})
    pieces = []
    for left, right in pairwise(cuts):
        over = [m for m in marks if m.start <= left and right <= m.end]
        pieces.append(_signed(block.text, left, right, over))
    return "".join(pieces)


def _signed(text: str, start: int, end: int, over: list[Mark]) -> str:
    stretch = text[start:end]
    inner = stretch.strip()
    if not inner or not over:
        return _plain(stretch)
    before, after = stretch[: len(stretch) - len(stretch.lstrip())], stretch[len(stretch.rstrip()) :]
    written = _plain(inner)
    for mark in sorted(over, key=lambda m: m.kind in ("superscript", "subscript"), reverse=True):
        written = _wrapped(written, inner, mark, text, start, end)
    return before + written + after


def _wrapped(written: str, inner: str, mark: Mark, text: str, start: int, end: int) -> str:
    opening, closing = _SIGNS[mark.kind]
    if mark.kind in ("superscript", "subscript"):
        return opening + written.replace(" ", "\\ ") + closing
    beside = text[start - 1 : start] + text[end : end + 1]
    if not (inner[0].isalnum() and inner[-1].isalnum()) and any(c.isalnum() for c in beside):
        return written  # Markdown sees no emphasis that begins or ends with a sign inside a word
    return opening + written + closing


def _plain(text: str) -> str:
    """Plain words, the blanks at their edges kept."""
    before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    return (" " if before else "") + prose(text.strip()) + (" " if after and text.strip() else "")


def _unlisted(text: str) -> str:
    """The same, with nothing at its beginning that Markdown would take for a list or a line."""
    if found := _NUMBERED.match(text):
        opening = "\\(" if found[1] else ""
        return f"{opening}{found[2]}\\{found[3]}{text[found.end() :]}"
    return f"\\{text}" if _BULLET.match(text) else text


def _reference(block: Block) -> str:
    """An entry of the reference list, in the form in which the build prints its own."""
    found = re.match(rf"\[?{re.escape(block.key)}[.)\]:]*(?=\s)", block.text) if block.key else None
    number = found[0] if found else ""
    left = f"[{prose(number)} ]{{.csl-left-margin}}" if number else ""
    start = len(number) + len(block.text[len(number) :]) - len(block.text[len(number) :].lstrip())
    entry = f"[{_marked(block, start, len(block.text))}]{{.csl-right-inline}}"
    return f"::: {{#ref-imported-{block.key} .csl-entry}}\n{left}{entry}\n:::"


def _table(text: str) -> str:
    """A pipe table, its first row as the head."""
    rows = [row.split("\t") for row in text.split("\n")]
    width = max(len(row) for row in rows)
    filled = [[prose(cell) for cell in row] + [""] * (width - len(row)) for row in rows]
    lines = ["| " + " | ".join(row) + " |" for row in filled]
    return "\n".join([lines[0], "|" + "---|" * width, *lines[1:]])
