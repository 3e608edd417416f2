"""Where a report states a fact of its patient, and where it denies it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from casewright.check.evidence.denial.bedside import FINDINGS
from casewright.check.evidence.denial.care import CARE
from casewright.check.evidence.denial.circumstances import CIRCUMSTANCES
from casewright.check.evidence.denial.facts import DENIES, FACTS, NO, Fact
from casewright.check.evidence.denial.history import HISTORY
from casewright.check.evidence.denial.visits import at_one_time, is_first, time_of
from casewright.check.evidence.text.around import places_of_words
from casewright.check.evidence.text.episodes import another_episode
from casewright.check.evidence.text.parts import of_others, of_patient, part_at
from casewright.check.evidence.text.passage import Passage, factual
from casewright.document.mentions.stretch import Stretch
from casewright.document.reading import Reading
from casewright.patterns import lazily


class Pole(NamedTuple):
    """Where a report states a fact of its patient, or denies it."""

    fact: Fact
    place: Passage
    stretch: Stretch
    there: bool


_DENYING = lazily(rf"(?:{NO}|\bnot (?:a |an |been )?|\bnon-?)\Z")
_HEDGED = lazily(
    r"\b(?:if|whether|suspect\w*|possib\w*|may|might|could(?! not)|should|risk(?! factor)|rul(?:ed|e|ing) out|would|can"
    r"|unless|patients with|typical\w*|usual\w*)\b"
)
_REACH, _NEAR = 90, 45
_LEAVING = lazily(r"\b(?:at|on|before|upon) (?:the time of |hospital )?discharge\b|\bwas discharged\b")


@cache
def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text)


def poles(reading: Reading) -> Iterator[tuple[Pole, Pole]]:
    """The facts that a report both states and denies of its patient: the first place of either."""
    places = reading.once(places_of_words)
    denying = _places(places, DENIES)
    said_there = frozenset[str]().union(*(reading.stretches[place].words for place in denying))
    for fact in (*FACTS, *HISTORY, *CIRCUMSTANCES, *FINDINGS, *CARE):
        if fact.needs.isdisjoint(said_there):
            continue
        told = _places(places, fact.needs)
        if len(told) > 1:
            denials = [
                each for each in sorted(told & denying) if _has_one(reading.stretches[each], fact.denies)
            ]
            denied = list(_telling(reading, fact, denials, there=False))
            stated = _telling(reading, fact, sorted(told), there=True) if denied else ()
            pairs = (
                (one, other) for one in stated for other in denied if _are_apart(reading, one, other, told)
            )
            yield from [pair for pair in (next(pairs, None),) if pair]


def _places(places: Mapping[str, list[int]], asked: frozenset[str]) -> set[int]:
    """The numbers of the sentences that have one of some words."""
    return {place for word in asked & places.keys() for place in places[word]}


def _has_one(stretch: Stretch, asked: frozenset[str]) -> bool:
    return not asked.isdisjoint(stretch.words)


def _are_apart(reading: Reading, stated: Pole, denied: Pole, told: set[int]) -> bool:
    """Whether two sentences contradict: of what may change, those of one time alone."""
    one, other = stated.stretch, denied.stretch
    if one is other:
        return False
    parts = {part_at(reading, each.sentence.block) for each in (one, other)}
    if not (stated.fact.retold or stated.fact.timed):
        first, last = sorted(each.sentence.block for each in (one, other))
        return parts != {"body"} or not another_episode(reading, first, last)
    if one.section is other.section:
        return stated.fact.timed and at_one_time(reading, one, other)
    if len(parts) != 2 or "body" not in parts:
        return False
    if stated.fact.timed and not stated.fact.retold and not _of_first_visit(reading, one, other):
        return False
    return not _has_both(reading, stated.fact, told)


def _of_first_visit(reading: Reading, one: Stretch, other: Stretch) -> bool:
    """Whether a summary and the case tell what was found when the patient came, or when the patient left."""
    if all(_LEAVING.search(each.lower) for each in (one, other)):
        return True
    if "later" in (time_of(reading, one), time_of(reading, other)):
        return False
    summed = any(part_at(reading, each.sentence.block) == "echo" for each in (one, other))
    return summed or is_first(reading, one) or is_first(reading, other)


def _has_both(reading: Reading, fact: Fact, told: set[int]) -> bool:
    """Whether any part of the report both states and denies a fact, in whatever words, of whatever time."""
    known: dict[str, bool] = {}
    for place in told:
        stretch = reading.stretches[place]
        if not _may_tell(stretch):
            continue
        part, lower = part_at(reading, stretch.sentence.block), stretch.lower
        denied = _pattern(fact.denied).search(lower)
        stated = _pattern(fact.stated).search(lower, denied.end() if denied else 0)
        if stated and not (_DENYING.search(lower, max(0, stated.start() - _REACH), stated.start())):
            if denied or not known.setdefault(part, True):
                return True
        elif denied and known.setdefault(part, False):
            return True
    return False


def _may_tell(stretch: Stretch) -> bool:
    return factual(stretch.section.role) and stretch.block.kind not in ("heading", "table")


def _telling(reading: Reading, fact: Fact, told: list[int], *, there: bool) -> Iterator[Pole]:
    """The sentences of these numbers that state a fact of the patient, or that deny it."""
    for stretch in (reading.stretches[place] for place in told):
        if not _may_tell(stretch):
            continue
        lower = stretch.lower
        match = _pattern(fact.stated if there else fact.denied).search(lower)
        if match is None or _pattern(fact.unless).search(lower):
            continue
        if _HEDGED.search(lower, max(0, match.start() - _NEAR), match.end() + _NEAR):
            continue
        if not there and _is_stated_after(fact, lower, match.end()):
            continue
        if _is_denied(fact, lower, match) if there else _pattern(fact.limits).search(lower):
            continue
        if _told_of_patient(reading, stretch, kin=fact.kin):
            start = stretch.offset + match.start()
            place = Passage(stretch.sentence.block, start, start + len(match[0]))
            yield Pole(fact, place, stretch, there)


def _is_denied(fact: Fact, lower: str, match: re.Match[str]) -> bool:
    before = _DENYING.search(lower, max(0, match.start() - _REACH), match.start())
    return before is not None or _pattern(fact.denied).search(lower) is not None


def _is_stated_after(fact: Fact, lower: str, end: int) -> bool:
    """Whether a sentence goes on to state what it has denied: `she refused surgery at first and underwent it later`."""
    stated = _pattern(fact.stated).search(lower, end)
    return stated is not None and not _DENYING.search(
        lower, max(end, stated.start() - _REACH), stated.start()
    )


def _told_of_patient(reading: Reading, stretch: Stretch, *, kin: bool) -> bool:
    """Whether a sentence tells of our patient; or, for what is told of the family, of nobody in a study."""
    index, part = stretch.sentence.index, part_at(reading, stretch.sentence.block)
    if kin:
        return part != "other" and not of_others(reading, index)
    return (part != "other" or not of_others(reading, index)) and of_patient(reading, index)
