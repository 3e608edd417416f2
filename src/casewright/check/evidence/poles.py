"""Where a report states a fact of its patient, and where it denies it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from casewright.check.evidence.around import stretches_with, vocabulary
from casewright.check.evidence.bedside import FINDINGS
from casewright.check.evidence.facts import FACTS, NO, Fact
from casewright.check.evidence.parts import of_others, of_patient, part_at
from casewright.check.evidence.passage import Passage, factual
from casewright.check.evidence.visits import at_one_time
from casewright.document.mentions.stretch import Stretch
from casewright.document.mentions.wordset import lowered, words
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
    r"\b(?:if|whether|suspect\w*|possib\w*|may|might|could|should|risk|rul(?:ed|e|ing) out|would|can"
    r"|unless|patients with|typical\w*|usual\w*)\b"
)
_REACH = 90
_DENIES = words(  # of which every denial has one
    "no not never non without denied denies denying absence negative free clear clean uninvolved"
    " unremarkable uneventful"
    " noncontributory contributory insignificant unrevealing nulliparous nulligravida childless"
    " unmarried single bachelor"
    " unvaccinated incomplete lacking unconscious comatose nonsmoker nonsmoking nondiabetic nondrinker"
    " teetotal teetotaler"
    " teetotaller none all para nonalcoholic"
    " nontender tender soft normal regular nonreactive unreactive areactive unresponsive fixed"
    " disoriented disorientated confused"
    " unable inability bedridden wheelchair ambulatory nonambulatory malnourished cachectic emaciated"
    " poorly undernourished"
    " cachexia unstable instability shock impalpable undetectable pulseless immobile coma intact lung"
    " lungs clear primigravida"
)


@cache
def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text)


def poles(reading: Reading) -> Iterator[tuple[Pole, Pole]]:
    """The facts that a report both states and denies of its patient: the first place of either."""
    said = reading.once(vocabulary)
    for fact in (*FACTS, *FINDINGS):
        if fact.needs.isdisjoint(said):
            continue
        told = [each for each in stretches_with(reading, fact.needs) if _may_tell(each)]
        denied = list(
            _telling(
                reading, fact, [each for each in told if not each.words.isdisjoint(_DENIES)], there=False
            )
        )
        stated = _telling(reading, fact, told, there=True) if denied else ()
        pairs = (
            (one, other)
            for one in stated
            for other in denied
            if one.stretch is not other.stretch
            and not (fact.timed and not at_one_time(reading, one.stretch, other.stretch))
        )
        yield from [pair for pair in (next(pairs, None),) if pair]


def _may_tell(stretch: Stretch) -> bool:
    return factual(stretch.section.role) and stretch.block.kind not in ("heading", "table")


def _telling(reading: Reading, fact: Fact, told: list[Stretch], *, there: bool) -> Iterator[Pole]:
    """The sentences that state a fact of the patient, or that deny it."""
    for stretch in told:
        lower = lowered(stretch.text)
        match = _pattern(fact.stated if there else fact.denied).search(lower)
        if match is None or _pattern(fact.unless).search(lower) or _HEDGED.search(lower):
            continue
        if there and _is_denied(fact, lower, match):
            continue
        if _told_of_patient(reading, stretch):
            start = stretch.offset + match.start()
            place = Passage(stretch.sentence.block, start, start + len(match[0]))
            yield Pole(fact, place, stretch, there)


def _is_denied(fact: Fact, lower: str, match: re.Match[str]) -> bool:
    before = _DENYING.search(lower, max(0, match.start() - _REACH), match.start())
    return before is not None or _pattern(fact.denied).search(lower) is not None


def _told_of_patient(reading: Reading, stretch: Stretch) -> bool:
    index = stretch.sentence.index
    return (
        part_at(reading, stretch.sentence.block) != "other" or not of_others(reading, index)
    ) and of_patient(reading, index)
