"""Drugs and organisms that one place names, where the rest of the report names another of the kind.

Two drugs whose names end alike are of one class, of which a patient takes one at a time; a germ that is grown has one
name wherever it is told. Patients do change drugs, and have two infections: so these places are only worth a look.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from casewright.check.evidence.people.cases import cases_told
from casewright.check.evidence.telling.spokenof import goes_on, is_begun, is_blamed
from casewright.check.evidence.telling.tellings import weight_of
from casewright.check.evidence.text.around import words_at
from casewright.check.evidence.text.parts import of_others, words_of
from casewright.check.evidence.words.named import NOT_GROWN, Name, grew, names, of_case, same_name
from casewright.check.evidence.words.wording import content
from casewright.document.mentions.drugs import drug_name
from casewright.document.mentions.wordset import words
from casewright.document.reading import Reading

_TOGETHER = frozenset(  # of these a patient is given several, or one after the other
    {
        "vasopressor", "steroid", "anesthetic", "local anesthetic", "muscle relaxant", "opioid", "benzodiazepine",
        "antiemetic", "diuretic", "insulin", "vitamin", "antibacterial",
    }
)  # fmt: skip
_ENDING = 3  # letters at the end of the names of two drugs of one class: infliximab, adalimumab
_OFTEN = 2  # sentences that name the other, from which a single one is worth a look
_ALIKE = 3.0  # weight of the rare words of two sentences, from which one that names the other is enough
_INFECTED = words(  # a sentence that tells of an infection of the patient has one of these
    "grew grown growing growth culture cultures cultured isolated isolation recovered yielded yield identified detected"
    " revealed showed presence positive infection infected sepsis bacteremia bacteraemia septicemia shock pneumonia"
    " abscess meningitis due caused secondary died cover treat treated indicated"
)
_TESTED = words(  # a drug in a sentence with one of these need not be one that was given
    "mic mics test tests tested testing screen screens toxicology susceptibility susceptible allergic allergy"
    " intolerant intolerance"
)


class LoneName(NamedTuple):
    """A name that stands at one place, with the places of the one that the report has instead."""

    name: Name
    rivals: tuple[Name, ...]
    is_known: bool  # whether it is spoken of as known, and is told nowhere before
    weight: float = 0.0  # of the rare words that the two share


class _Group(NamedTuple):
    """The names of one use, or of organisms, that stand anywhere in a report."""

    places: list[Name]
    ours: list[Name]  # those of what this patient was given or had
    spelled: dict[str, frozenset[str]]  # each name as it is written, with its other spellings

    def own(self, name: Name) -> set[int]:
        """The sentences that have a name."""
        return {each.sentence for each in self.places if each.name in self.spelled[name.name]}

    def others(self, name: Name) -> list[Name]:
        """The names of the patient's others, none of which stands beside a name."""
        no_rivals = self.spelled[name.name] | {
            each.name for each in self.places if each.sentence == name.sentence
        }
        return [each for each in self.ours if each.name not in no_rivals]


def lone_names(reading: Reading) -> list[LoneName]:
    """The drugs and the organisms that one place names, the likeliest slips first: of a sentence and a pair but one."""
    named: dict[str, list[Name]] = {}
    for name in reading.once(names) if reading.once(cases_told) == 1 else ():
        named.setdefault(name.group, []).append(name)
    alone = [
        lone
        for use, places in named.items()
        if use != "virus" and (group := _group(reading, places)) is not None
        for name in places
        for lone in (_germ if use == "organism" else _drug)(reading, name, group)
    ]
    kept: dict[frozenset[str], LoneName] = {}
    for lone in sorted(alone, key=lambda each: (not each.is_known, -each.weight)):
        pair = frozenset((lone.name.name, lone.rivals[0].name))
        if pair not in kept and all(each.name.sentence != lone.name.sentence for each in kept.values()):
            kept[pair] = lone
    return list(kept.values())


def _group(reading: Reading, places: list[Name]) -> _Group | None:
    """The names of a group, where it has two of the patient's."""
    written = {each.name for each in places}
    spelled = {one: frozenset(other for other in written if same_name(other, one)) for one in written}
    if len(set(spelled.values())) < 2:
        return None
    ours = [each for each in places if of_case(reading, each)]
    return _Group(places, ours, spelled) if ours else None


def _drug(reading: Reading, name: Name, group: _Group) -> Iterator[LoneName]:
    """A drug that is spoken of as known and never begun, or that alone has another of its class against it."""
    own = group.own(name)
    if name.sentence == min(own) and name in group.ours and _is_known(reading, name):
        before = [each for each in group.others(name) if each.sentence < name.sentence]
        if any(is_begun(reading, each) for each in before):
            yield LoneName(name, tuple(before), is_known=True)
    elif len(own) == 1 and name.group not in _TOGETHER and _may_be_theirs(reading, name):
        ending = drug_name(name.name)[-_ENDING:]
        kin = [each for each in group.others(name) if drug_name(each.name)[-_ENDING:] == ending]
        yield from _of_one(reading, name, kin)


def _germ(reading: Reading, name: Name, group: _Group) -> Iterator[LoneName]:
    """An organism that one sentence tells of, or two of which this says that it grew."""
    said = words_at(reading, name.sentence)
    if not said.isdisjoint(NOT_GROWN) or said.isdisjoint(_INFECTED) or name not in group.ours:
        return
    if len(group.own(name)) > 1 + grew(reading, name):
        return
    others = group.others(name)
    if len({each.sentence for each in others}) >= _OFTEN:
        yield from _of_one(reading, name, others)


def _of_one(reading: Reading, name: Name, others: list[Name]) -> Iterator[LoneName]:
    """A name against the likest other, where that is told of often, or in a sentence that is much like its own."""
    told: dict[str, list[Name]] = {}
    for each in others:
        known = next((other for other in told if same_name(other, each.name)), each.name)
        told.setdefault(known, []).append(each)
    found = [
        LoneName(name, tuple(places), False, max(_likeness(reading, name, each) for each in places))
        for places in told.values()
    ]
    found = [
        each
        for each in found
        if each.weight >= _ALIKE or len({rival.sentence for rival in each.rivals}) >= _OFTEN
    ]
    if found:
        yield max(found, key=lambda each: each.weight)


def _is_known(reading: Reading, name: Name) -> bool:
    return goes_on(reading, name) or is_blamed(reading, name)


def _may_be_theirs(reading: Reading, name: Name) -> bool:
    """Whether the patient may have been given a drug: it is not only tested for, nor of others."""
    tested = not words_at(reading, name.sentence).isdisjoint(_TESTED)
    return not tested and not of_others(reading, name.sentence)


def _likeness(reading: Reading, one: Name, other: Name) -> float:
    """The weight of the rare words that the sentences of two names share."""
    here, there = (content(words_of(reading, reading.sentences[each.sentence])) for each in (one, other))
    return weight_of(reading, here & there)
