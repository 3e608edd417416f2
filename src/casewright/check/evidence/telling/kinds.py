"""Kinds of one thing, told in two tellings, of which one excludes the other: `mild hemophilia`, `severe hemophilia`.

The sentences need not be alike otherwise, so that this is no proof: the thing may be another, or of another time.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from casewright.check.evidence.telling.tellings import weight_of
from casewright.check.evidence.telling.turned import Placed, every_turn, is_weighing
from casewright.check.evidence.text.parts import of_others, of_patient
from casewright.check.evidence.words.contraries import SCALES
from casewright.check.evidence.words.wording import STOP, stem
from casewright.document.mentions.wordset import words
from casewright.document.reading import Reading

_KINDS = words(  # the scales of what a thing is, not of where or when, by one of their values
    "solid mild sudden benign medical sensitive symptomatic febrile stable viable patent dominant successful"
    " hypointense hypodense hypoechoic hypoglycemia hypokalemia hyponatremia hypocalcemia hypotension"
    " bradycardia hypothyroidism acidosis leukocytosis thrombocytosis constipation intact gain thickened"
    " dilated hard painful tender homogeneous symmetric ischemic obstructive ruptured displaced resectable"
    " metastatic invasive congenital hereditary continent conscious immunocompetent vaccinated term nulliparous"
    " premenopausal transudate bacilli homozygous synthetic mechanical pinpoint hypermetabolic partial primary"
    " unilateral single true isolated open laparotomy supination flexion abduction varus ileostomy aerobic"
    " neutrophilic"
)
_OF_KINDS = frozenset(
    str(number) for number, line in enumerate(SCALES) if not _KINDS.isdisjoint(line.replace("|", " ").split())
)
_ANYTHING = words("histor past")  # `past medical history`, `past surgical history`
_MANY = 16  # places of such a thing, of which there may be several
_MOST_OF_ONE = 4.0  # weight of one rare word that two sentences share


class Kind(NamedTuple):
    """What a telling calls a thing, what another calls it, and how much the two sentences have in common."""

    one: Placed
    other: Placed
    weight: float


def kinds_told_otherwise(reading: Reading) -> Iterator[Kind]:
    """The pairs of kinds of one thing, the earlier telling first; of each thing the pair that is most alike."""
    groups: dict[tuple[str, str], list[Placed]] = {}
    for placed in reading.once(every_turn):
        turn = placed.turn
        if turn.scale in _OF_KINDS and turn.after and turn.after not in _ANYTHING:
            groups.setdefault((turn.scale, turn.after), []).append(placed)
    for group in groups.values():
        if len({each.turn.value for each in group}) > 1 and len(group) <= _MANY:
            pairs = [
                Kind(one, other, _shared(reading, one, other))
                for one, other in combinations(group, 2)
                if _exclude(reading, one, other, group)
            ]
            best = max(pairs, key=lambda pair: pair.weight, default=None)
            if best is not None:
                yield best


def _exclude(reading: Reading, one: Placed, other: Placed, group: list[Placed]) -> bool:
    """Whether two tellings give a thing of our patient two kinds, and neither has both."""
    if one.turn.value == other.turn.value or one.told == other.told:
        return False
    if one.turn.value in other.stretch.words or other.turn.value in one.stretch.words:
        return False
    if any(is_weighing(each.stretch) or _is_of_others(reading, each) for each in (one, other)):
        return False
    crossed = ((one.told, other.turn.value), (other.told, one.turn.value))
    if any((each.told, each.turn.value) in crossed and not _is_of_others(reading, each) for each in group):
        return False
    return any(of_patient(reading, each.stretch.sentence.index) for each in (one, other))


def _is_of_others(reading: Reading, placed: Placed) -> bool:
    return of_others(reading, placed.stretch.sentence.index)


def _shared(reading: Reading, one: Placed, other: Placed) -> float:
    shared = {stem(word) for word in one.stretch.words & other.stretch.words - STOP if len(word) > 2}
    return weight_of(reading, shared, _MOST_OF_ONE)
