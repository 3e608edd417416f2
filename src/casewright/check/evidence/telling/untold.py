"""Figures of our patient in a discussion or a summary that the case does not have: it has another in like words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations
from operator import itemgetter
from typing import NamedTuple

from casewright.check.evidence.telling.slots import Slot, slots, value_of
from casewright.check.evidence.telling.statements import is_legend
from casewright.check.evidence.telling.tellings import weight_of
from casewright.check.evidence.telling.twins import is_rough
from casewright.check.evidence.text.parts import of_patient, part_at
from casewright.check.evidence.text.passage import factual
from casewright.document.mentions.stretch import Stretch
from casewright.document.mentions.wordset import words
from casewright.document.reading import Reading
from casewright.patterns import lazily
from casewright.quantity.analytes import ANALYTES
from casewright.quantity.model import Unit

_OURS = lazily(
    r"\b(?:our|this|the (?:present|current|reported|index|described)) (?:\w+ )?"
    r"(?:patient|case|woman|man|boy|girl|child|infant)\b|\bin our\b",
    re.IGNORECASE,
)
_OUR_WORDS = words("our this present current reported index described")
_OWN = ("conclusion", "abstract", "core_tip", "highlights")  # which tell of nobody else
_SILENT = ("introduction", "title")
_WEIGHT = 6.0  # of the words that both sentences have, those beside the figures counted twice
_ROUNDED = 0.06  # of a figure


class Untold(NamedTuple):
    """A figure that the case does not have, and the one of the case in the likest words."""

    figure: Slot
    case: Slot


def untold_figures(reading: Reading) -> Iterator[Untold]:
    """The figures of our patient that only a retelling has, in reading order."""
    for stretch in reading.stretches:
        if not _retells(reading, stretch):
            continue
        for each in slots(reading, stretch):
            if _is_plain(each) and of_patient(reading, stretch.sentence.index, each.start):
                rival = _rival(reading, each)
                if rival is not None:
                    yield Untold(each, rival)


def _retells(reading: Reading, stretch: Stretch) -> bool:
    """Whether a sentence outside the case tells of our patient outright."""
    role = stretch.section.role
    own = role.startswith(_OWN)
    if not own and (stretch.words.isdisjoint(_OUR_WORDS) or not _OURS.search(stretch.text)):
        return False
    if stretch.block.kind != "paragraph" or is_legend(stretch.section, stretch.block):
        return False
    return (
        factual(role) and not role.startswith(_SILENT) and part_at(reading, stretch.sentence.block) != "body"
    )


def _is_plain(slot: Slot) -> bool:
    """Whether a figure is one number of things, no limit and no age."""
    return (
        len(slot.values) == 1
        and slot.counted
        and slot.things[:2] != ("year", "old")
        and not slot.is_number_of
        and not is_rough(slot)
    )


def _rival(reading: Reading, slot: Slot) -> Slot | None:
    """The figure of the case in the likest words; none where the case has this one, or two that give it."""
    counted = [each for each in reading.once(_of_case) if each.things[:1] == slot.things[:1]]
    if any(slot.values[0] in each.values for each in counted):
        return None
    like = [each for each in counted if _is_plain(each) and _unit(reading, each) == _unit(reading, slot)]
    value = slot.values[0]
    for one, other in combinations({each.values[0] for each in like}, 2):
        if value in (one + other, abs(one - other)):
            return None
    alike, best = max(
        ((_likeness(reading, slot, each), each) for each in like), key=itemgetter(0), default=(0.0, slot)
    )
    if alike < _WEIGHT:
        return None
    return best if abs(best.values[0] - value) > _ROUNDED * max(best.values[0], value) else None


def _of_case(reading: Reading) -> list[Slot]:
    """The figures of the case and its tables."""
    return [
        slot
        for stretch in reading.stretches
        if part_at(reading, stretch.sentence.block) == "body" or stretch.block.kind == "table"
        for slot in slots(reading, stretch)
    ]


def _unit(reading: Reading, slot: Slot) -> tuple[Unit | None, str]:
    """The unit of a figure as it was read, and its analyte."""
    mention = value_of(reading, slot)
    if mention is None:
        return None, ""
    return mention.quantity.unit, mention.measure if mention.measure in ANALYTES else ""


def _likeness(reading: Reading, one: Slot, other: Slot) -> float:
    """The weight of the words that two sentences share, those beside the figures counted twice."""
    first, second = (
        frozenset(token for token in each.tokens if token[0] != "#" and len(token) > 2)
        for each in (one, other)
    )
    return weight_of(reading, first & second) + weight_of(reading, one.context & other.context)
