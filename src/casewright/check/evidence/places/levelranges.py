"""Stretches of the spine that are told from one vertebra to another: `from L2 to L4`, `T5–T8`, and who has them so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from casewright.check.evidence.places.levels import LETTERS, LEVEL, ORDER, SPINE, ends_of
from casewright.check.evidence.text.parts import of_others, of_patient, part_at
from casewright.check.evidence.text.passage import Passage
from casewright.check.evidence.words.wording import content, stem
from casewright.document.mentions.stretch import Stretch
from casewright.document.mentions.wordset import words
from casewright.document.reading import Reading
from casewright.patterns import lazily

_REACH = 60  # characters before a stretch, whose words tell what lies along it
_CLAUSE = lazily(r"[;:,]|\b(?:and|while|whereas|but)\b")
_LATER = lazily(
    r"\b(?:later|again|second|additional\w*|also|revision|extend\w*|extension|(?:months?|weeks?|years?)(?![- ]old)"
    r"|previous\w*|initial\w*|progress\w*|new|follow-?up|postoperative\w*|reoperation|respectively)\b"
)
_DENIED = lazily(r"\b(?:no|not|normal|without|unlike)\b", re.IGNORECASE)
_LOOSE = frozenset(
    map(
        stem,
        words(
            "left right spinal spine level levels cord cervical thoracic lumbar sacral vertebra vertebrae vertebral"
            " body bodies mri patient showed revealed image images imaging resonance magnetic sagittal axial weighted"
            " underwent"
            " performed from through between"
        ),
    )
)
_DISC = 1  # steps from a vertebra to the next: a disc, no stretch
_AGREED = 2  # sentences that have one stretch, against which a single one of the case is a slip


class Ranged(NamedTuple):
    """A stretch of vertebrae, and the stems of the words before it."""

    place: Passage
    sentence: int
    ends: frozenset[str]
    said: frozenset[str]
    part: str
    plain: bool  # whether no word tells of another time or thing


def retold_ranges(reading: Reading) -> Iterator[tuple[Ranged, Ranged]]:
    """A stretch that has one end otherwise than the case gives it of the same thing, and the place of the case."""
    told = tuple(each for stretch in reading.stretches for each in _in_stretch(reading, stretch))
    if len({each.ends for each in told}) == 1:
        return
    for one in told:
        like = [each for each in told if each.sentence != one.sentence and each.said & one.said]
        if not one.plain or any(each.ends == one.ends for each in told if each is not one):
            continue
        agreed = {each.ends for each in like}
        case = next((each for each in like if each.part == "body"), None)
        enough = 1 if one.part != "body" else _AGREED
        if case is None or len(agreed) != 1 or len({each.sentence for each in like}) < enough:
            continue
        if len(case.ends & one.ends) == 1 and case.plain:
            yield one, case


def _in_stretch(reading: Reading, stretch: Stretch) -> Iterator[Ranged]:
    if stretch.words.isdisjoint(LETTERS) or stretch.block.kind in ("table", "reference"):
        return
    text, index, block = stretch.text, stretch.sentence.index, stretch.sentence.block
    for match in LEVEL.finditer(text):
        ends = frozenset(ends_of(match))
        if not ends <= set(ORDER) or not _is_stretch(ends) or not SPINE.search(stretch.block.text.lower()):
            continue
        if not of_patient(reading, index) or of_others(reading, index):
            continue
        before = _CLAUSE.split(text[max(0, match.start() - _REACH) : match.start()])[-1]
        at = Passage(block, stretch.offset + match.start(), stretch.offset + match.end())
        plain = _LATER.search(text.lower()) is None and _DENIED.search(before) is None
        yield Ranged(at, index, ends, content(before) - _LOOSE, part_at(reading, block), plain)


def _is_stretch(ends: frozenset[str]) -> bool:
    """Whether more than a disc lies between two vertebrae."""
    steps = [ORDER.index(each) for each in ends]
    return max(steps) - min(steps) > _DISC
