"""Where a co-author can change the manuscript, and what in the project each place comes from, found without `pull`."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from sources import Manuscript

from casewright.document.model import Block

Sort = Literal["prose", "loop", "fact", "worded", "derived", "generated"]
MADE = {"fact", "generated", "citation", "call", "abbreviation", "literal"}
WORD = re.compile(r"[A-Za-z]{3,}")


@dataclass(frozen=True, slots=True)
class Spot:
    """Characters of a block. Of prose: the file and the offset in it at which the same characters stand."""

    sort: Sort
    block: int
    start: int
    end: int
    text: str
    file: str = ""
    offset: int = 0
    fact: str = ""
    beside: bool = False  # a word next to a fact


def spots_of(manuscript: Manuscript) -> list[Spot]:
    """Every word of prose whose source is certain, every fact printed as it is written, everything that is made."""
    found: list[Spot] = []
    for number, block in enumerate(manuscript.blocks):
        found += _words(manuscript, number, block)
        found += _facts(manuscript, number, block)
        found += _made(number, block)
    places = Counter((spot.file, spot.offset) for spot in found if spot.file)
    return [
        Spot("loop", spot.block, spot.start, spot.end, spot.text, spot.file, spot.offset)
        if spot.sort == "prose" and places[spot.file, spot.offset] > 1
        else spot
        for spot in found
    ]


def _words(manuscript: Manuscript, number: int, block: Block) -> list[Spot]:
    taken = [(mark.start, mark.end) for mark in block.marks if mark.kind in MADE]
    facts = [(mark.start, mark.end) for mark in block.marked("fact")]
    found = []
    for match in WORD.finditer(block.text):
        if any(start < match.end() and match.start() < end for start, end in taken):
            continue
        place = block.at(match.start())
        offset = _offset(manuscript.folder / place.file, place.line, place.column, match.group())
        if offset is not None:
            beside = any(match.end() + 1 == start or end + 1 == match.start() for start, end in facts)
            found.append(Spot("prose", number, match.start(), match.end(), match.group(),
                              place.file, offset, "", beside))  # fmt: skip
    return found


def _offset(path: Path, line: int, column: int, word: str) -> int | None:
    """Where the word stands in its file, if it stands there."""
    if not path.is_file() or not line or path.suffix == ".bib":
        return None
    text = path.read_text("utf-8")
    starts = [0, *(match.end() for match in re.finditer("\n", text))]
    offset = starts[min(line, len(starts)) - 1] + column - 1
    return offset if re.match(rf"{word}\b", text[offset:]) else None


def _facts(manuscript: Manuscript, number: int, block: Block) -> list[Spot]:
    inside = [mark for mark in block.marks if mark.kind in ("abbreviation", "generated", "superscript")]
    found = []
    for mark in block.marked("fact"):
        fact = manuscript.sources.case.facts.get(mark.target)
        printed = block.text[mark.start : mark.end]
        if fact is None or any(other.start < mark.end and mark.start < other.end for other in inside):
            continue
        if fact.formula:
            found.append(Spot("derived", number, mark.start, mark.end, printed, fact=mark.target))
        else:
            sort: Sort = "fact" if fact.written == printed else "worded"
            found.append(Spot(sort, number, mark.start, mark.end, printed, fact=mark.target))
    return found


def _made(number: int, block: Block) -> list[Spot]:
    found = [
        Spot("generated", number, mark.start, mark.end, block.text[mark.start : mark.end])
        for mark in block.marks
        if mark.kind in ("citation", "call", "abbreviation")
        and not any(fact.start <= mark.start < fact.end for fact in block.marked("fact"))
    ]
    if block.kind == "reference":
        found += [Spot("generated", number, match.start(), match.end(), match.group())
                  for match in WORD.finditer(block.text)]  # fmt: skip
    return found
