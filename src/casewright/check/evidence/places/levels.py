"""Levels of the spine that sentences name: `T11`, `L3–L5 and S1`, each as the vertebrae that it takes in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from casewright.check.evidence.telling.statements import is_legend
from casewright.check.evidence.text.parts import of_others, of_patient, part_at
from casewright.check.evidence.text.passage import Passage
from casewright.document.reading import Reading
from casewright.patterns import lazily

LEVEL = lazily(
    r"(?P<a>[CTLS](?<![\w/.-].)(?:(?<=T)h)?)(?P<m>\d{1,2})(?:\s?(?P<by>[-–/]|to\s|through\s)\s?(?P<b>C|Th|T|L|S)?(?P<n>\d{1,2}))?"
    r"(?![\w%/]|\.\d|[- ]weighted|[- ](?:N|M)\d)"
)
ORDER = [f"{part}{n}" for part, last in (("C", 7), ("T", 12), ("L", 5), ("S", 5)) for n in range(1, last + 1)]
_SEQUENCES = frozenset({"T1", "T2"})  # of magnetic resonance, far more often than vertebrae
LETTERS = frozenset({"c", "t", "th", "l", "s"})  # the words of a sentence end where its digits begin
SPINE = lazily(
    r"vertebra|spin(?:e|al)|\bdis[ck]s?\b|lamin(?:a|ectom)|lumbar|sacr|thoracic|cervical|radicul|nerve root|foramin"
    r"|dermatom|\bcord\b|myel(?:o|i)|spondyl|kyphoplast|\blevels?\b"
)
_NOT_SPINE = lazily(r"complement|\bstage|\bT\d[a-d]?N\d|heart sound|ribosom|cranial")


class Levels(NamedTuple):
    """The vertebrae that one sentence of the patient names, and where the first and the last of them stand."""

    at: Passage
    sentence: int
    vertebrae: frozenset[str]
    places: tuple[tuple[str, Passage], ...]
    retold: bool  # in a summary, a legend or the discussion


def levels(reading: Reading) -> tuple[Levels, ...]:
    """Every sentence of this patient that names levels, in reading order."""
    return tuple(_in_reading(reading))


def _in_reading(reading: Reading) -> Iterator[Levels]:
    for stretch in reading.stretches:
        if stretch.words.isdisjoint(LETTERS):
            continue
        places = tuple(_named(stretch.text, stretch.sentence.block, stretch.offset))
        if not places or _NOT_SPINE.search(stretch.text) or not SPINE.search(stretch.block.text.lower()):
            continue
        index, block = stretch.sentence.index, stretch.sentence.block
        if stretch.block.kind == "table" or not of_patient(reading, index) or of_others(reading, index):
            continue
        retold = part_at(reading, block) != "body" or is_legend(stretch.section, stretch.block)
        at = Passage(block, places[0][1].start, places[-1][1].end)
        yield Levels(at, index, frozenset(name for name, _ in places), places, retold)


def ends_of(match: re.Match[str]) -> tuple[str, str]:
    """The first and the last vertebra of a printed level, as they are printed; the two are one where it has one."""
    first = match["a"].replace("Th", "T") + match["m"]
    return first, (match["b"] or match["a"]).replace("Th", "T") + match["n"] if match["n"] else first


def _named(text: str, block: int, offset: int) -> Iterator[tuple[str, Passage]]:
    """The vertebrae of a text, a range taken apart."""
    for match in LEVEL.finditer(text):
        first, last = ends_of(match)
        if first not in ORDER or last not in ORDER or (first == last and first in _SEQUENCES):
            continue
        start, end = ORDER.index(first), ORDER.index(last)
        for name in ORDER[start : end + 1]:
            yield name, Passage(block, offset + match.start(), offset + match.end())
