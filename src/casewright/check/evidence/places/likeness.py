"""How much two places that name a side of the body have in common: the thing that is sided, and the words around."""

from __future__ import annotations

from collections.abc import Iterable

from casewright.check.evidence.places.sided import Sided
from casewright.check.evidence.words.lexicon import stems_counted
from casewright.document.reading import Reading


def rarities(reading: Reading, sided: Iterable[Sided]) -> dict[str, float]:
    """What each stem beside a side counts: less where many sentences have it."""
    among = reading.once(stems_counted)
    asked = frozenset[str]().union(*(each.head | each.words for each in sided))
    return {word: 1.0 if (n := among[word]) <= 6 else 0.6 if n <= 12 else 0.3 for word in asked}


def alike(one: Sided, other: Sided, rarity: dict[str, float]) -> tuple[float, float]:
    """How much two places have in common: of what is sided, and of the words around."""
    head = one.head & other.head
    if not head or one.is_of_another_organ(other):
        return 0.0, 0.0
    around = ((one.words | one.head) & (other.words | other.head)) - head
    return sum(rarity[word] for word in head), sum(rarity[word] for word in around)


def total(likeness: tuple[float, float]) -> float:
    """A likeness as one figure, in which what is sided counts more than the words around."""
    return 1.5 * likeness[0] + likeness[1]
