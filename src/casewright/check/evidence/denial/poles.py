"""Where a report states a fact of its patient, and where it denies it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from casewright.check.evidence.denial.bedside import FINDINGS
from casewright.check.evidence.denial.circumstances import CIRCUMSTANCES
from casewright.check.evidence.denial.facts import FACTS, NO, Fact
from casewright.check.evidence.denial.visits import at_one_time, time_of
from casewright.check.evidence.text.around import places_of_words
from casewright.check.evidence.text.parts import of_others, of_patient, part_at
from casewright.check.evidence.text.passage import Passage, factual
from casewright.document.mentions.stretch import Stretch
from casewright.document.mentions.wordset import words
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
    r"\b(?:if|whether|suspect\w*|possib\w*|may|might|could|should|risk(?! factor)|rul(?:ed|e|ing) out|would|can"
    r"|unless|patients with|typical\w*|usual\w*)\b"
)
_REACH, _NEAR = 90, 45
_DENIES = words(  # of which every denial has one
    "no not never non without denied denies denying absence negative free clear clean uninvolved"
    " unremarkable uneventful noncontributory contributory insignificant unrevealing nulliparous"
    " nulligravida childless unmarried single bachelor unvaccinated incomplete lacking unconscious"
    " comatose nonsmoker nonsmoking nondiabetic nondrinker teetotal teetotaler teetotaller none all para"
    " nonalcoholic nontender normal regular nonreactive unreactive areactive unresponsive fixed"
    " disoriented disorientated confused unable inability bedridden wheelchair ambulatory nonambulatory"
    " malnourished cachectic emaciated poorly undernourished cachexia unstable instability shock"
    " impalpable undetectable pulseless immobile coma primigravida primigravid first gravida"
    " consanguineous nonconsanguineous unrelated virgin irregular postmenopausal amenorrhea amenorrhoea"
    " retired unemployed pensioner lives lived living declined refused rehabilitation nursing hospice"
    " nobody only blind blindness deaf deafness perception developed complicated complications preeclampsia"
)


@cache
def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text)


def poles(reading: Reading) -> Iterator[tuple[Pole, Pole]]:
    """The facts that a report both states and denies of its patient: the first place of either."""
    places = reading.once(places_of_words)
    denying = _places(places, _DENIES)
    said_there = frozenset[str]().union(*(reading.stretches[place].words for place in denying))
    for fact in (*FACTS, *CIRCUMSTANCES, *FINDINGS):
        if fact.needs.isdisjoint(said_there):
            continue
        told = _places(places, fact.needs)
        if len(told) > 1:
            denied = list(_telling(reading, fact, sorted(told & denying), there=False))
            stated = list(_telling(reading, fact, sorted(told), there=True)) if denied else []
            pairs = (
                (one, other)
                for one in stated
                for other in denied
                if _are_apart(reading, one, other)
                or _is_told_otherwise(reading, one, other, (*stated, *denied))
            )
            yield from [pair for pair in (next(pairs, None),) if pair]


def _places(places: Mapping[str, list[int]], asked: frozenset[str]) -> set[int]:
    """The numbers of the sentences that have one of some words."""
    return {place for word in asked & places.keys() for place in places[word]}


def _are_apart(reading: Reading, stated: Pole, denied: Pole) -> bool:
    """Whether two sentences contradict: of what may change, those of one time alone."""
    one, other = stated.stretch, denied.stretch
    return one is not other and (not stated.fact.timed or at_one_time(reading, one, other))


def _is_told_otherwise(reading: Reading, stated: Pole, denied: Pole, every: tuple[Pole, ...]) -> bool:
    """Whether a summary says of a thing what no place of the case does, and neither tells of a later time."""
    parts = [part_at(reading, each.place.block) for each in (stated, denied)]
    if set(parts) != {"echo", "body"}:
        return False
    case = {each.there for each in every if part_at(reading, each.place.block) == "body"}
    return len(case) == 1 and "later" not in [time_of(reading, each.stretch) for each in (stated, denied)]


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
        if there and _is_denied(fact, lower, match):
            continue
        if _told_of_patient(reading, stretch, kin=fact.kin):
            start = stretch.offset + match.start()
            place = Passage(stretch.sentence.block, start, start + len(match[0]))
            yield Pole(fact, place, stretch, there)


def _is_denied(fact: Fact, lower: str, match: re.Match[str]) -> bool:
    before = _DENYING.search(lower, max(0, match.start() - _REACH), match.start())
    return before is not None or _pattern(fact.denied).search(lower) is not None


def _told_of_patient(reading: Reading, stretch: Stretch, *, kin: bool) -> bool:
    """Whether a sentence tells of our patient; or, for what is told of the family, of nobody in a study."""
    index, part = stretch.sentence.index, part_at(reading, stretch.sentence.block)
    if kin:
        return part == "body" and not of_others(reading, index)
    return (part != "other" or not of_others(reading, index)) and of_patient(reading, index)
