"""Words of two tellings that stand beside the same word in like sentences, and exclude each other."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from casewright.check.evidence.telling.pictured import called
from casewright.check.evidence.telling.tellings import told, told_with, weight_of
from casewright.check.evidence.text.around import vocabulary
from casewright.check.evidence.text.ofall import of_all
from casewright.check.evidence.text.parts import of_others, of_patient, part_at
from casewright.check.evidence.words.lexicon import drugs_named
from casewright.check.evidence.words.named import SPECIES
from casewright.check.evidence.words.opposites import (
    DENIALS,
    Asked,
    Turn,
    denied,
    rivalling,
    stated_with,
    turns,
)
from casewright.check.evidence.words.wording import STOP, content, stem
from casewright.document.mentions.stretch import Stretch
from casewright.document.mentions.wordset import words
from casewright.document.reading import Reading

_BETWEEN = 2.0  # weight of the rare words in common, where the words on either side are the same
_BESIDE = 5.0  # and where the one on one side is
_PICTURED = 2.0  # and where the one sentence calls the figure of whose legend the other is
_ALIKE = 8.0  # and where none is, but each sentence has only one such word
_NEAR = 45  # characters on one side of such a word
_SHARED = 2  # words that both have there
_DENIED = 2.5  # and where the one denies what the other states
_MANY = 24  # places of one word beside another, of which none is an exception any more
_Beside = tuple[str, str, str]  # a scale, the word before and the word after, one of them
_CHOICES = frozenset(  # a sentence with one of these weighs two ways against each other
    [
        "opposed",
        "rather",
        "instead",
        "unlike",
        "versus",
        "avoided",
        "attempted",
        "converted",
        "conversion",
        "planned",
    ]
)
_CASE = frozenset({"case", "text"})
_SAME = 0.4  # share of the words of the shorter of two sentences that both have, for them to tell one thing
_SAME_SHOWN = 0.3  # and where the one calls the figure of whose legend the other is
_COURSE = words(  # what comes and goes: denied one day and told of another
    "resolution improvement relief response recovery regression recurrence relapse progression worsening change"
    " changes growth fever pain bleeding symptoms complications"
)


class Turned(NamedTuple):
    """What one sentence says in place of what another says there; `here` is the one that repeats the case.

    `sure` where the two are of the same words, so that only one of them can be right.
    """

    here: Stretch
    start: int
    end: int
    says: str
    there: Stretch
    instead: str
    sure: bool


class Placed(NamedTuple):
    """A word that another excludes, in its sentence, of a telling."""

    stretch: Stretch
    told: str
    turn: Turn


def turned(reading: Reading) -> Iterator[Turned]:
    """The pairs of sentences of which one must be wrong, those with opposed words first."""
    if reading.once(told):
        yield from _opposed(reading)
        yield from _pictured(reading)
        yield from _denied(reading)


_DRUG, SIDE = "drug", "side"  # the scales of all drugs, of whatever group, and of sides
_SIDES = words("left right")


def _asked(reading: Reading) -> Asked:
    return rivalling(reading.once(vocabulary), reading.once(drugs_named))


def every_turn(reading: Reading) -> tuple[Placed, ...]:
    """The words of every telling that another word of the report excludes, in reading order."""
    asked = reading.once(asked_of_all)
    return tuple(
        Placed(stretch, name, turn)
        for stretch, name in told_with(reading, asked)
        for turn in turns(stretch, asked)
    )


def asked_of_all(reading: Reading) -> Asked:
    """The words that have a rival in the report: also a drug of any other group, and the other side."""
    asked = dict(reading.once(_asked))
    sides = reading.once(vocabulary) & _SIDES
    for scale, of_scale in ((_DRUG, reading.once(drugs_named)), (SIDE, sides)):
        if len(of_scale) > 1:
            for word in of_scale:
                asked[word] = (*asked.get(word, ()), (scale, word))
    return asked


def _opposed(reading: Reading) -> Iterator[Turned]:
    groups: dict[_Beside, list[Placed]] = {}
    for placed in reading.once(every_turn):
        if placed.turn.scale not in (_DRUG, SIDE):
            for beside in _beside(placed.turn):
                groups.setdefault(beside, []).append(placed)
    for group in groups.values():
        if 1 < len(group) <= _MANY and len({each.turn.value for each in group}) > 1:
            for one, other in combinations(group, 2):
                if one.turn.value != other.turn.value and _contradict(reading, one, other, groups):
                    here, there = (other, one) if one.told in _CASE else (one, other)
                    place = here.turn.start, here.turn.end
                    named = not one.turn.scale.isdigit()  # a drug or an organism, told of here alone
                    sure = named or _are_same(reading, one.stretch, other.stretch)
                    yield Turned(here.stretch, *place, _said(here), there.stretch, _said(there), sure)


def _pictured(reading: Reading) -> Iterator[Turned]:
    """What a legend and a sentence that calls its figure say in place of each other, where each says but one."""
    calling = reading.once(called)
    if not calling:
        return
    asked, every = reading.once(_asked), reading.once(told)
    legends = [each for each, name in every if name == "legends" and each.block.key]
    for stretch, name in every:
        numbers = calling.get(stretch.sentence.index, ()) if name in _CASE else ()
        for legend in legends if numbers else ():
            if legend.block.key in numbers and _tell_one(reading, stretch, legend, _ALIKE):
                yield from _otherwise(stretch, legend, asked, _are_same(reading, stretch, legend))


def _otherwise(calling: Stretch, legend: Stretch, asked: Asked, sure: bool) -> Iterator[Turned]:
    """The words of one scale, one in each of two sentences, that exclude each other."""
    here, there = _by_scale(legend, asked), _by_scale(calling, asked)
    for scale in here.keys() & there.keys():
        one, other = _only(here[scale]), _only(there[scale])
        if one and other and one.value != other.value and _stand_alike(legend, one, calling, other):
            says, instead = legend.text[one.start : one.end], calling.text[other.start : other.end]
            yield Turned(legend, one.start, one.end, says, calling, instead, sure)


def _only(told: list[Turn]) -> Turn | None:
    """The first of several words, where all mean one value."""
    return told[0] if len({each.value for each in told}) == 1 else None


def _stand_alike(here: Stretch, one: Turn, there: Stretch, other: Turn) -> bool:
    """Whether two words come behind, or before, some of the same words."""
    sides = (
        (
            here.text[max(0, one.start - _NEAR) : one.start],
            there.text[max(0, other.start - _NEAR) : other.start],
        ),
        (here.text[one.end : one.end + _NEAR], there.text[other.end : other.end + _NEAR]),
    )
    return any(len(content(first) & content(second)) >= _SHARED for first, second in sides)


def _by_scale(stretch: Stretch, asked: Asked) -> dict[str, list[Turn]]:
    found: dict[str, list[Turn]] = {}
    for turn in turns(stretch, asked):
        found.setdefault(turn.scale, []).append(turn)
    return found


def _said(placed: Placed) -> str:
    return placed.stretch.text[placed.turn.start : placed.turn.end]


def _beside(turn: Turn) -> Iterator[_Beside]:
    if turn.before:
        yield turn.scale, turn.before, ""
    if turn.after:
        yield turn.scale, "", turn.after


def _contradict(reading: Reading, one: Placed, other: Placed, groups: dict[_Beside, list[Placed]]) -> bool:
    """Whether two words stand for one thing: in two tellings, neither of which has the other's word there too."""
    pictured = one.told != other.told and _show_one(reading, one.stretch, other.stretch)
    beside = one.turn.beside_what(other.turn)
    sides = beside or int(pictured)
    if one.told == other.told or not sides:
        return False
    crossed = ((one.told, other.turn.value), (other.told, one.turn.value))
    rest = {each for words in (*_beside(one.turn), *_beside(other.turn)) for each in groups[words]}
    if any(
        (each.told, each.turn.value) in crossed and (sides < 2 or each.turn.beside_what(one.turn))
        for each in rest
    ):
        return False
    if not one.turn.scale.isdigit() and not any(stands_alone(reading, each.turn) for each in (one, other)):
        return False
    if one.turn.value in other.stretch.words or other.turn.value in one.stretch.words:
        return False
    least = _BETWEEN if sides > 1 else _PICTURED if pictured and beside else _BESIDE
    if sides > 1 and weight_of(reading, _stems(one.stretch) & _stems(other.stretch)) >= least:
        least = 0.0  # the same words in other forms: `ligature of`, `ligation of`
    return _tell_one(reading, one.stretch, other.stretch, least)


def _are_same(reading: Reading, one: Stretch, other: Stretch) -> bool:
    """Whether so many of the words of two sentences are the same that they tell one thing."""
    first, second = one.words - STOP, other.words - STOP
    least = _SAME_SHOWN if _show_one(reading, one, other) else _SAME
    return len(first & second) >= least * min(len(first), len(second))


def _stems(stretch: Stretch) -> set[str]:
    return {stem(word) for word in stretch.words - STOP if len(word) > 2}


def stands_alone(reading: Reading, turn: Turn) -> bool:
    """Whether a drug or an organism is named in one sentence of the report only."""
    said = {turn.value, *(word for word, genus in SPECIES.items() if genus == turn.value)}
    return sum(not said.isdisjoint(stretch.words) for stretch in reading.stretches) == 1


def _show_one(reading: Reading, one: Stretch, other: Stretch) -> bool:
    """Whether one sentence is of the legend of a figure that the other calls."""
    pictures = reading.once(called)
    return any(
        legend.block.kind == "legend" and legend.block.key in pictures.get(calling.sentence.index, ())
        for legend, calling in ((one, other), (other, one))
    )


def is_weighing(stretch: Stretch) -> bool:
    """Whether a sentence weighs two ways against each other."""
    return not stretch.words.isdisjoint(_CHOICES)


def _tell_one(reading: Reading, one: Stretch, other: Stretch, least: float) -> bool:
    """Whether two sentences tell one thing of this patient, by the rare words that they share."""
    if is_weighing(one) or is_weighing(other) or any(_is_of_all(reading, each) for each in (one, other)):
        return False
    shared = [stem(word) for word in one.words & other.words - STOP if len(word) > 2]
    if weight_of(reading, shared) < least:
        return False
    ours = [of_patient(reading, each.sentence.index) for each in (one, other)]
    return any(ours) and not any(of_others(reading, each.sentence.index) for each in (one, other))


def _is_of_all(reading: Reading, stretch: Stretch) -> bool:
    """Whether a sentence outside the case tells what is so in all patients: `such fractures are due to high energy`."""
    part = part_at(reading, stretch.sentence.block)
    return part != "body" and stretch.block.kind != "legend" and of_all(stretch.text)


def _repeats(reading: Reading, stretch: Stretch) -> bool:
    """Whether a sentence outside the case tells of the patient: `CT is used to find a volvulus` does not."""
    echo = part_at(reading, stretch.sentence.block) == "echo"
    return echo or of_patient(reading, stretch.sentence.index)


def _denied(reading: Reading) -> Iterator[Turned]:
    """What one of two sentences denies and the other, which denies nothing there, has behind the same word."""
    denials = [
        (stretch, name, before, what)
        for stretch, name in told_with(reading, DENIALS)
        for before, what in denied(stretch.text)
    ]
    for stretch, name, before, what in denials:
        for other, told_there in told_with(reading, (what,)):
            if told_there == name or not other.words.isdisjoint(DENIALS):
                continue
            place = stated_with(other, before, what)
            if place is None or not _tell_one(reading, stretch, other, _DENIED):
                continue
            if told_there not in _CASE and not _repeats(reading, other):
                continue
            if not any(each[1] == told_there and each[3] == what for each in denials):
                start = stretch.text.find(what)
                sure = what not in _COURSE and _are_same(reading, stretch, other)
                if name in _CASE:
                    yield Turned(other, *place, what, stretch, f"no {what}", sure)
                else:
                    yield Turned(stretch, start, start + len(what), f"no {what}", other, what, sure)
