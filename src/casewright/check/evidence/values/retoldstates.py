"""States that a sentence tells of the patient, and that every value of the report contradicts.

What a summary tells is held against values of any kind. The case itself tells of several days: there it contradicts
itself where every value is beyond the other end of the range, such as hypokalemia that is treated at 6.6 mmol/L.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from casewright.check.evidence.text.around import stretches_with
from casewright.check.evidence.text.parts import of_patient, part_at
from casewright.check.evidence.text.passage import Passage
from casewright.check.evidence.values.claims import is_past
from casewright.check.evidence.values.namedstates import NAMED_SIGNS, named_states
from casewright.check.evidence.values.normality import STATE_WORDS, State, judge
from casewright.check.evidence.values.panels import PANEL_WORDS, said_of_panels
from casewright.check.evidence.values.said import Claim, Saying, is_denied, sayings_in
from casewright.document.mentions.model import QuantityMention
from casewright.document.mentions.stretch import Stretch
from casewright.document.mentions.wordset import words
from casewright.document.reading import Reading
from casewright.patterns import lazily

_SIGNS = frozenset(STATE_WORDS) | NAMED_SIGNS
_OURS = words(
    "patient man woman boy girl infant child he she his her we our lady gentleman neonate baby newborn"
)
_ON_ARRIVAL = lazily(
    r"\b(?:was|and) [a-z]+(?: and [a-z]+)? (?:on|at|upon) (?:admission|arrival|presentation)\b"
)
_FOUND = words("was were had showed revealed demonstrated disclosed found")
_FELT = (
    "fever",
    "febril",
    "pyrex",
    "hyperten",
    "hypoten",
    "tachy",
    "brady",
    "hypox",
    "desat",
)


_ALIKE = {"blood_pressure": ("blood_pressure", "systolic_pressure")}  # told alone or with the lower one
_OF_TISSUE = lazily(  # and of no blood: `a lymphocytic infiltrate`
    r"[ -](?:infiltrat\w+|inflammation|leuk\w+|lymphoma\w*|effusion|vasculitis|cells?)\b"
)


class Retold(NamedTuple):
    """A claim, and where it stands."""

    claim: Claim
    at: Passage


def contradicted(reading: Reading, *, adult: bool) -> dict[tuple[int, int], Retold]:
    """The first value of each measure none of whose values is in the state that a sentence tells, by its place."""
    claims: dict[tuple[int, int], Retold] = {}
    values: dict[str, list[QuantityMention]] | None = None
    for stretch in stretches_with(reading, _SIGNS | PANEL_WORDS):
        summed = part_at(reading, stretch.sentence.block) == "echo"
        if summed and not _is_ours(stretch):
            continue
        for saying in _sayings(reading, stretch):
            if values is None:
                values = _by_measure(reading)
            told = [value for measure in saying.measures for value in values.get(measure, ())]
            if not told or not (summed or _may_be_opposed(stretch, saying, told)):
                continue
            states: tuple[State, ...] = (saying.state,) if summed else (saying.state, "normal")
            if all(_excludes(value, state, adult) for value in told for state in states):
                at = Passage(stretch.sentence.block, saying.start, saying.end)
                claims.setdefault((told[0].block, told[0].start), Retold(saying.claim, at))
        if not summed:
            continue
        for claim, place, measures in _panels(reading, stretch):
            values = values if values is not None else _by_measure(reading)
            if against := _against(claim, {each: values[each] for each in measures & values.keys()}, adult):
                at = Passage(stretch.sentence.block, *place)
                claims.setdefault((against.block, against.start), Retold(claim, at))
    return claims


def _excludes(value: QuantityMention, state: State, adult: bool) -> bool:
    """Whether a value cannot be called so."""
    judged = judge(value, state, adult=adult)
    return judged is not None and not judged.possible


def _may_be_opposed(stretch: Stretch, saying: Saying, told: list[QuantityMention]) -> bool:
    """Whether a sentence of the case names a state of the blood, and tells none of these values itself."""
    if saying.state == "normal" or saying.word.lower().startswith(_FELT):
        return False
    if _OF_TISSUE.match(stretch.block.text.lower(), saying.end):
        return False
    return all(value.sentence != stretch.sentence.index for value in told)


def _is_ours(stretch: Stretch) -> bool:
    """Whether a sentence of a summary names the patient, or tells in the past what was found."""
    return not stretch.words.isdisjoint(_OURS) or (
        stretch.section.role.startswith(("abstract", "core_tip")) and not stretch.words.isdisjoint(_FOUND)
    )


def _panels(reading: Reading, stretch: Stretch) -> Iterator[tuple[Claim, tuple[int, int], frozenset[str]]]:
    """What a sentence says of groups of values as they were, where it says so, and the measures of the group."""
    if stretch.words.isdisjoint(PANEL_WORDS) or is_past(stretch.text.replace(" not ", " ")):
        return
    if of_patient(reading, stretch.sentence.index):
        yield from said_of_panels(stretch)


def _against(claim: Claim, told: dict[str, list[QuantityMention]], adult: bool) -> QuantityMention | None:
    """A value that contradicts a claim of its group.

    A group that is normal is contradicted by one measure of which no value is; one that is high, by all its values.
    """
    impossible = {
        measure: all(
            (judged := judge(value, claim[1], adult=adult)) is not None and not judged.possible
            for value in values
        )
        for measure, values in told.items()
    }
    if claim[1] == "normal":
        return next((told[measure][0] for measure, wrong in impossible.items() if wrong), None)
    return next(iter(told.values()))[0] if told and all(impossible.values()) else None


def _sayings(reading: Reading, stretch: Stretch) -> Iterator[Saying]:
    """The states that a sentence tells of the patient as they were."""
    if is_past(stretch.text) or not of_patient(reading, stretch.sentence.index):
        return
    for saying in sayings_in(stretch.text, stretch.offset):
        felt = saying.word.lower().startswith(_FELT) and not _ON_ARRIVAL.search(stretch.text)
        if saying.measures and not felt and not is_denied(stretch.block.text, saying, stretch.offset):
            yield saying
    for each in named_states(reading).get(stretch.sentence.index, ()):
        yield Saying(each.start, each.end, each.word, each.state, _ALIKE.get(each.measure, (each.measure,)))


def _by_measure(reading: Reading) -> dict[str, list[QuantityMention]]:
    """The patient's values that the whole report tells."""
    values: dict[str, list[QuantityMention]] = {}
    for mention in reading.quantities:
        if mention.measure and mention.subject == "patient":
            values.setdefault(mention.measure, []).append(mention)
    return values
