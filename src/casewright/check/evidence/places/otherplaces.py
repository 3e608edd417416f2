"""Places in the body about which to ask the author: a legend against its text, and one position against all others.

A legend tells what the sentence that calls its figure tells. Where it names an organ or position that this sentence has
not, the sentence names another of one scale, and both have a further word in common, one of the two may be a slip: of
192 reports five have such a legend, and one of those does contradict its text. A part of the body (`palate`, `lobe`)
that has one position in one sentence and another wherever else it is named is weaker ground.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from casewright.check.evidence.people.cases import cases_told
from casewright.check.evidence.places.placed import PlaceWord, placed_in, positions
from casewright.check.evidence.telling.pictured import called
from casewright.check.evidence.text.parts import of_patient
from casewright.check.evidence.words.wording import stem
from casewright.document.mentions.stretch import Stretch
from casewright.document.mentions.wordset import words
from casewright.document.reading import Reading

_LOOSE = words(  # of which a patient has several, told one by one
    "extremity extremities limb limbs side part parts portion portions half halves third thirds level levels"
    " regurgitation"
)


class OtherPlace(NamedTuple):
    """A word of place to be asked about, the likest that stands against it, and at how many sentences that does."""

    here: PlaceWord
    there: PlaceWord
    sentences: int
    legend: bool


def other_places(reading: Reading) -> Iterator[OtherPlace]:
    """The places that are to be asked about, the best founded first."""
    yield from _in_legends(reading)
    if reading.once(cases_told) == 1:
        yield from _of_parts(reading)


def _in_legends(reading: Reading) -> Iterator[OtherPlace]:
    """The first place of each legend that the sentences which call its figure have otherwise."""
    legends: defaultdict[int, list[Stretch]] = defaultdict(list)
    for stretch in reading.stretches:
        if stretch.block.kind == "legend":
            legends[stretch.sentence.block].append(stretch)
    calls = reading.once(called) if legends else {}
    calling = {
        stretch.sentence.index: stretch for stretch in reading.stretches if stretch.sentence.index in calls
    }
    for block, stretches in legends.items():
        key = reading.blocks[block][1].key
        callers = [
            each for index, each in calling.items() if key in calls[index] and each.sentence.block != block
        ]
        text = [place for each in callers for place in placed_in(each)]
        shown = [place for each in stretches for place in placed_in(each)] if text else []
        if pair := next(_at_odds(shown, text), None):
            yield OtherPlace(*pair, sentences=1, legend=True)


def _at_odds(legend: Sequence[PlaceWord], text: Sequence[PlaceWord]) -> Iterator[tuple[PlaceWord, PlaceWord]]:
    """The places of a legend that its text has not, each with the likest of one scale that the legend has not."""
    shown, told = ({(each.scale, each.value) for each in places} for places in (legend, text))
    for one in legend:
        rivals = [
            each
            for each in text
            if each.scale == one.scale and (each.scale, each.value) not in shown and one.around & each.around
        ]
        if rivals and (one.scale, one.value) not in told:
            yield one, _likest(one, rivals)


def _of_parts(reading: Reading) -> Iterator[OtherPlace]:
    """Parts of the body that one sentence alone has in one position, and all others in one other."""
    values: defaultdict[tuple[int, str], set[str]] = defaultdict(set)
    parts: defaultdict[tuple[str, str], list[PlaceWord]] = defaultdict(list)
    for each in positions(reading):
        values[each.sentence, each.scale].add(each.value)
        if each.noun and each.noun not in _LOOSE:
            parts[each.scale, stem(each.noun)].append(each)
    for places in parts.values():
        if len({each.value for each in places}) != len(("one", "other")):
            continue
        listed = any(len(values[each.sentence, each.scale]) > 1 for each in places)
        sides = {each.side for each in places} - {""}
        if (
            not listed
            and len(sides) <= 1
            and all(of_patient(reading, each.sentence, each.start) for each in places)
        ):
            yield from _alone(places)


def _alone(places: Sequence[PlaceWord]) -> Iterator[OtherPlace]:
    """The first of some places of one part whose position no other sentence has, nor the next another."""
    for one in places:
        against = [each for each in places if each.value != one.value]
        again = any(each.value == one.value and each.sentence != one.sentence for each in places)
        if not again and all(abs(each.sentence - one.sentence) > 1 for each in against):
            yield OtherPlace(
                one, _likest(one, against), len({each.sentence for each in against}), legend=False
            )
            return


def _likest(one: PlaceWord, against: Sequence[PlaceWord]) -> PlaceWord:
    return max(against, key=lambda each: len(one.around & each.around))
