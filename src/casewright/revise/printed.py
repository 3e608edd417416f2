"""What a manuscript has to say with edits made, held against what it says: paragraph by paragraph, fact by fact."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from casewright.revise.edits import Edit
from casewright.revise.layout import Layout
from casewright.revise.ruling import Ruling

_CITATION = re.compile("(\x04[^\x05]*\x05)")
_BEFORE_CITATION = re.compile(r" +(?=\x04)")
_BEHIND_STOP = re.compile("([.,;:])(\x04[^\x05]*\x05)")
Stray = tuple[tuple[str, ...], ...]
Respelled = Callable[[str], str]  # a text as the journal spells it


@dataclass(frozen=True, slots=True)
class Difference:
    """What does not print as the co-authors wrote it.

    `wrong` are the edits, by the id of each, that do not come out; `stray` is what else changed, as it was and as it
    is: changed figures may do that (`he` becomes `she`), changed words may not.
    """

    wrong: frozenset[int]
    stray: Stray


def difference(before: Layout, after: Layout, rulings: Sequence[Ruling], respelled: Respelled) -> Difference:
    """What differs between what the edits make of a printed text and what is printed with them."""
    expected = _expected(before, rulings, respelled)
    actual = [line for line in map(_tidy, "".join(_normal(after)).split("\n")) if line]
    lines = [line for line, _ in expected]
    wrong: set[int] = set()
    stray: list[tuple[str, ...]] = []
    if lines != actual:
        for tag, i1, i2, j1, j2 in SequenceMatcher(None, lines, actual, autojunk=False).get_opcodes():
            if tag == "equal":
                continue
            owners = {
                owner for _, own in expected[max(0, i1 - (i1 == i2)) : i2 + (i1 == i2)] for owner in own
            }
            wrong |= owners
            stray += [] if owners else [(*lines[i1:i2], "", *actual[j1:j2])]
    return Difference(frozenset(wrong | _wrong_facts(before, after, rulings, respelled)), tuple(stray))


def _wrong_facts(before: Layout, after: Layout, rulings: Sequence[Ruling], respelled: Respelled) -> set[int]:
    wrong = set()
    printed: dict[str, list[str]] = {}
    for span in after.spans:
        if span.kind == "fact":
            printed.setdefault(span.target, []).append(_tidy(after.text[span.start : span.end]))
    for ruling in rulings:
        if ruling.kind != "fact":
            continue
        mentions = [span.start for span in before.spans if span.kind == "fact" and span.target == ruling.fact]
        now = printed.get(ruling.fact, [])
        typed = respelled(_tidy(ruling.edit.new))
        if len(now) == len(mentions) and ruling.edit.start in mentions:
            right = now[mentions.index(ruling.edit.start)] == typed
        else:
            right = typed in now
        if not right:
            wrong.add(id(ruling.edit))
    return wrong


def _normal(layout: Layout) -> list[str]:
    """The text, character by character; what the build makes by what it stands for, so that numbering is no change."""
    found = list(layout.text.replace("\t", "\n"))
    for span in layout.spans:
        words = layout.text[span.start : span.end].replace("\t", "\n")
        stands_for = {
            "fact": f"\x02{span.target}\x03",
            "citation": f"\x04{span.target}\x05",
            "call": f"\x06{span.target}\x07",
            "abbreviation": span.target + ("s" if span.target + "s" in words else ""),
        }.get(span.kind, "" if span.kind in ("reference", "numbering") else words)
        found[span.start : span.end] = [stands_for] + [""] * (span.end - span.start - 1)
    return found


def _as_normal(edit: Edit, respelled: Respelled) -> str:
    pieces = _CITATION.split(edit.said or edit.new)
    return "".join(piece if number % 2 else respelled(piece) for number, piece in enumerate(pieces))


def _tidy(line: str) -> str:
    """Single spaces; citations as every style has them: behind the word, before the stop, several as one."""
    line = " ".join(line.split())
    if "\x04" in line:
        line = _BEFORE_CITATION.sub("", line).replace("\x05\x04", ";")
        line = _BEHIND_STOP.sub(r"\2\1", line)
    return line


def _expected(layout: Layout, rulings: Sequence[Ruling], respelled: Respelled) -> list[tuple[str, set[int]]]:
    """The lines that the edits make of the text, each with the edits that have a part in it."""
    text = _normal(layout)
    put: dict[int, list[tuple[str, int]]] = {}
    gone: dict[int, int] = {}
    seen = set()
    for ruling in rulings:
        edit, owner = ruling.edit, id(ruling.edit)
        key = (edit.start, edit.end, edit.new, edit.to, ruling.kind)
        typed = "" if key in seen or ruling.kind == "fact" else _as_normal(edit, respelled)
        if edit.to >= 0 and key not in seen:
            put.setdefault(edit.to, []).append(
                (
                    "\n" + "".join(text[edit.start : edit.end]).strip("\n") + ("\n" if not edit.to else ""),
                    owner,
                )
            )
        put.setdefault(edit.start, []).append((typed, owner))
        seen.add(key)
        if ruling.kind != "fact":
            gone.update(dict.fromkeys(range(edit.start, edit.end), owner))
    lines: list[tuple[list[str], set[int]]] = [([], set())]

    def add(piece: str, owner: int | None) -> None:
        for number, part in enumerate(piece.split("\n")):
            if number:
                lines.append(([], set()))
            lines[-1][0].append(part)
            if owner is not None:
                lines[-1][1].add(owner)

    for at in range(len(text) + 1):
        for piece, owner in put.get(at, ()):
            add(piece, owner)
        if at < len(text):
            if at in gone:
                lines[-1][1].add(gone[at])
            else:
                add(text[at], None)
    tidy = [(_tidy("".join(pieces)), owners) for pieces, owners in lines]
    return [(line, owners) for line, owners in tidy if line]
