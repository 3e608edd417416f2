"""The tellings of a case (its report, an abstract, a timeline, legends), and which of their sentences are alike.

Words that few sentences of the report have weigh more: Spärck Jones 1972, doi:10.1108/eb026526.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import chain, combinations
from math import log
from typing import NamedTuple

from casewright.check.evidence.passage import factual
from casewright.check.evidence.statements import is_legend
from casewright.check.evidence.wording import STOP, stem
from casewright.document.mentions.stretch import Stretch
from casewright.document.reading import Reading

_RARE = 8  # sentences that a word may stand in, for it to tell which two belong together
_LEAST = 3  # letters of such a word


class Told(NamedTuple):
    """A sentence with the name of the telling that it belongs to."""

    stretch: Stretch
    telling: str


def telling(stretch: Stretch) -> str:
    """The telling of the case to which a sentence belongs; "" for a table, which is none."""
    if stretch.section.role == "case.timeline":
        return "timeline"
    if stretch.block.kind == "table":
        return ""
    return "legends" if is_legend(stretch.section, stretch.block) else stretch.section.role.partition(".")[0]


def told(reading: Reading) -> tuple[Told, ...]:
    """The sentences of every telling; none where the report has but one."""
    found: list[Told] = []
    block, name = -1, ""
    for stretch in reading.stretches:
        if stretch.sentence.block != block:
            block = stretch.sentence.block
            name = telling(stretch) if factual(stretch.section.role) else ""
        if name:
            found.append(Told(stretch, name))
    return tuple(found) if len({each.telling for each in found}) > 1 else ()


def kindred(reading: Reading, least: float) -> Iterator[tuple[Told, Told, float]]:
    """The pairs of sentences of two tellings whose rare words in common weigh enough, with that weight."""
    every = reading.once(told)
    for (one, other), weight in reading.once(_alike):
        if weight >= least:
            yield every[one], every[other], weight


def _alike(reading: Reading) -> list[tuple[tuple[int, int], float]]:
    """The weight of the rare words that two sentences of two tellings share, by their numbers, rising."""
    every = reading.once(told)
    names = [each.telling for each in every]
    found: dict[tuple[int, int], float] = {}
    for weight, numbers in _holding(reading) if every else ():
        for pair in combinations(numbers, 2):
            if names[pair[0]] != names[pair[1]]:
                found[pair] = found.get(pair, 0.0) + weight
    return sorted(found.items())


def _holding(reading: Reading) -> Iterator[tuple[float, list[int]]]:
    """The weight of each rare word, with the numbers of the told sentences that have it, rising."""
    count_of, scale = reading.once(counts), _scale(reading)
    rare: dict[str, list[int]] = {
        word: []
        for word, count in count_of.items()
        if 1 < count <= _RARE and len(word) >= _LEAST and word not in STOP
    }
    for number, (stretch, _) in enumerate(reading.once(told)):
        for word in stretch.words & rare.keys():
            rare[word].append(number)
    return ((scale[count_of[word] - 1], numbers) for word, numbers in rare.items())


def counts(reading: Reading) -> Counter[str]:
    """The words of the report, with the number of sentences in which each stands."""
    return Counter(chain.from_iterable(stretch.words for stretch in reading.stretches))


def stems(reading: Reading) -> dict[str, int]:
    """The stems of the report, with the number of sentences in which its words stand."""
    found: dict[str, int] = {}
    known = reading.once(counts)
    for word, count in zip(map(stem, known), known.values(), strict=True):
        found[word] = found.get(word, 0) + count
    return found


def weights(reading: Reading) -> dict[str, float]:
    """How much each stem of the report says by standing in so few of its sentences."""
    scale = _scale(reading)
    most = len(scale)
    return {word: scale[min(count, most) - 1] for word, count in reading.once(stems).items()}


def _scale(reading: Reading) -> list[float]:
    """The weight of a word that stands in one sentence, in two, and so on."""
    of = max(2, len(reading.stretches))
    return [log(of / count) for count in range(1, of + 1)]
