"""The tellings of a case (its report, an abstract, a timeline, legends), and which of their sentences are alike.

Words that few sentences of the report have weigh more: Spärck Jones 1972, doi:10.1108/eb026526.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations
from math import fsum, inf, log
from typing import NamedTuple

from casewright.check.evidence.telling.statements import is_legend
from casewright.check.evidence.text.around import places_of_words
from casewright.check.evidence.text.passage import factual
from casewright.check.evidence.words.lexicon import stems_counted
from casewright.check.evidence.words.wording import STOP
from casewright.document.mentions.stretch import Stretch
from casewright.document.reading import Reading

_RARE = 8  # sentences that a word may stand in, for it to tell which two belong together
_LEAST = 3  # letters of such a word
# Parts of a case that tell what others tell.
_OF_THEIR_OWN = ("case.timeline", "case.complaint", "case.diagnosis")


class Told(NamedTuple):
    """A sentence with the name of the telling that it belongs to."""

    stretch: Stretch
    telling: str


def telling(stretch: Stretch) -> str:
    """The telling of the case to which a sentence belongs; "" for a table, which is none."""
    if stretch.section.role in _OF_THEIR_OWN:
        return stretch.section.role.removeprefix("case.")
    if stretch.block.kind == "table":
        return ""
    return "legends" if is_legend(stretch.section, stretch.block) else stretch.section.role.partition(".")[0]


def told(reading: Reading) -> tuple[Told, ...]:
    """The sentences of every telling; none where the report has but one."""
    found = tuple(each for each in reading.once(_told) if each.telling)
    return found if len({each.telling for each in found}) > 1 else ()


def told_with(reading: Reading, words: Iterable[str]) -> list[Told]:
    """The sentences of every telling that have one of these words, in reading order."""
    every, places = reading.once(_told), reading.once(places_of_words)
    found = sorted({place for word in words for place in places.get(word, ())})
    return [every[place] for place in found if every[place].telling]


def kindred(reading: Reading, least: float) -> Iterator[tuple[Told, Told, float]]:
    """The pairs of sentences of two tellings whose rare words in common weigh enough, with that weight."""
    every, alike = reading.once(_told), reading.once(_alike)
    for pair in sorted(pair for pair, weight in alike.items() if weight >= least):
        yield every[pair[0]], every[pair[1]], alike[pair]


def _told(reading: Reading) -> list[Told]:
    """Every stretch, with "" for the telling of what states no facts."""
    found: list[Told] = []
    block, name = -1, ""
    for stretch in reading.stretches:
        if stretch.sentence.block != block:
            block = stretch.sentence.block
            name = telling(stretch) if factual(stretch.section.role) else ""
        found.append(Told(stretch, name))
    return found


def _alike(reading: Reading) -> dict[tuple[int, int], float]:
    """The weight of the rare words that two stretches of two tellings share, by their numbers."""
    names, scale = [each.telling for each in reading.once(_told)], reading.once(_scale)
    found: dict[tuple[int, int], float] = {}
    for word, places in reading.once(places_of_words).items():
        if not 1 < len(places) <= _RARE or len(word) < _LEAST or word in STOP:
            continue
        weight = scale[len(places) - 1]
        for pair in combinations([place for place in places if names[place]], 2):
            if names[pair[0]] != names[pair[1]]:
                found[pair] = found.get(pair, 0.0) + weight
    return found


def weight_of(reading: Reading, words: Iterable[str], most: float = inf) -> float:
    """How much some stems say by standing in so few sentences of the report, `most` at most each."""
    known, scale = reading.once(stems_counted), reading.once(_scale)
    rarest = len(scale)
    return fsum(min(most, scale[min(known[word], rarest) - 1]) for word in words if known[word])


def _scale(reading: Reading) -> list[float]:
    """The weight of a word that stands in one sentence, in two, and so on."""
    of = max(2, len(reading.stretches))
    return [log(of / count) for count in range(1, of + 1)]
