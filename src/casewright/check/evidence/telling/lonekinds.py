"""Kinds of one thing of which one place names another than the rest: `tricuspid` beside `valve` but once.

Either of a thing of which a patient has one kind (a genotype), or in a word that stands but once beside the same word,
where its rival stands everywhere else. There may be two things: so these places are only worth a look.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from casewright.check.evidence.people.cases import cases_told
from casewright.check.evidence.telling.rivals import are_one
from casewright.check.evidence.telling.turned import Placed, every_turn
from casewright.check.evidence.text.around import words_at
from casewright.check.evidence.text.parts import of_patient
from casewright.check.evidence.text.passage import Passage
from casewright.check.evidence.words.alternatives import Chosen, kinds, procedures
from casewright.check.evidence.words.contraries import SCALES
from casewright.check.evidence.words.wording import stem
from casewright.document.mentions.wordset import words
from casewright.document.reading import Reading

_MANY = words(  # a word of each scale whose values a patient has side by side, or one day after the other
    "liver increased carotid red oral mild improvement acute artery general ascending gain improved partial increase"
    " prednisolone normal propofol femur cervical superior hip medial frontal central proximal fentanyl norepinephrine"
    " single internal systolic painful sensory small upper anterior stable typical failed true ventral aspirin atrium"
    " symptomatic unilateral southern intact tachycardia febrile"
)
_SCALES = frozenset(
    str(number) for number, line in enumerate(SCALES) if _MANY.isdisjoint(line.replace("|", " ").split())
)
_SILENT = frozenset(
    ("", "histor", "past", "school", "antibo")
)  # stems: beside these both words are told of anybody
_OTHERWISE = words(  # the kind of another time, or of another thing
    "history previous previously prior former formerly ago past earlier recurrence recurrent second third another other"
    " versus or not"
)


class LoneKind(NamedTuple):
    """A word at one place, with what is said of the thing elsewhere, and at how many places."""

    place: Passage
    says: str
    of: str  # what: `of the genotype`, or beside which word
    instead: str
    rivals: tuple[Passage, ...]


def lone_kinds(reading: Reading) -> list[LoneKind]:
    """The kinds that one place has, each pair of words once, the likeliest slips first."""
    if reading.once(cases_told) > 1:
        return []
    told: dict[frozenset[str], LoneKind] = {}
    beside = sorted(_beside(reading), key=lambda each: -len(each.rivals))
    for lone in (*_of_one_kind(reading), *beside):
        told.setdefault(frozenset((lone.says.lower(), lone.instead.lower())), lone)
    return list(told.values())


def _of_one_kind(reading: Reading) -> Iterator[LoneKind]:
    """Kinds of what a patient has but one of."""
    families: dict[str, list[Chosen]] = {}
    for each in (*reading.once(kinds), *reading.once(procedures)):
        if each.how == "once":
            families.setdefault(each.family, []).append(each)
    for family, named in families.items():
        told = [each for each in named if each.about and _is_of_now(reading, each)]
        for lone in told:
            others = [each for each in told if each.value != lone.value]
            if others and _stands_alone(reading, lone, named) and not _may_be_one(lone, others):
                rivals = tuple(each.place for each in others)
                of = f"of the {family.partition(' (')[0]}"
                yield LoneKind(lone.place, lone.value, of, others[0].value, rivals)


def _stands_alone(reading: Reading, lone: Chosen, named: list[Chosen]) -> bool:
    """Whether one sentence has a value, and no other beside it."""
    own = _sentence(reading, lone)
    return all((each.value == lone.value) == (_sentence(reading, each) == own) for each in named)


def _may_be_one(lone: Chosen, others: list[Chosen]) -> bool:
    return any(are_one(lone.value, each.value) for each in others)


def _is_of_now(reading: Reading, each: Chosen) -> bool:
    return words_at(reading, _sentence(reading, each)).isdisjoint(_OTHERWISE)


def _sentence(reading: Reading, each: Chosen) -> int:
    return reading.sentence_at(each.place.block, each.place.start)


def _beside(reading: Reading) -> Iterator[LoneKind]:
    """Words that one sentence alone has, beside a word that has a rival beside it elsewhere."""
    groups: dict[tuple[str, str], list[Placed]] = {}
    sentences: dict[tuple[str, str], set[int]] = {}  # that have a word, beside whatever
    for placed in reading.once(every_turn):
        turn = placed.turn
        if turn.scale in _SCALES:
            sentences.setdefault((turn.scale, turn.value), set()).add(placed.stretch.sentence.index)
            for beside in {turn.before, turn.after} - _SILENT:
                groups.setdefault((turn.scale, beside), []).append(placed)
    for (scale, beside), group in groups.items():
        ours = [each for each in group if _is_ours(reading, each)]
        for lone in ours:
            own = sentences[scale, lone.turn.value]
            rivals = [each for each in ours if _excludes(each, lone)]
            both = any(own & sentences[scale, each.turn.value] for each in rivals)
            if rivals and len(own) == 1 and not both and lone.stretch.words.isdisjoint(_OTHERWISE):
                word = next(word for word in lone.stretch.tokens if stem(word) == beside)
                places = tuple(map(_place, rivals))
                yield LoneKind(_place(lone), _said(lone), f"beside `{word}`", _said(rivals[0]), places)


def _excludes(one: Placed, other: Placed) -> bool:
    """Whether two places have two values of a scale, in two words: none is one that is denied."""
    return one.turn.value != other.turn.value and _said(one).lower() != _said(other).lower()


def _is_ours(reading: Reading, each: Placed) -> bool:
    return of_patient(reading, each.stretch.sentence.index, each.stretch.offset + each.turn.start)


def _place(each: Placed) -> Passage:
    start = each.stretch.offset + each.turn.start
    return Passage(each.stretch.sentence.block, start, start + each.turn.end - each.turn.start)


def _said(each: Placed) -> str:
    return each.stretch.text[each.turn.start : each.turn.end]
