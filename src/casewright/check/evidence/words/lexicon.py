"""What a word is by itself, whatever report it stands in: the words of a report are looked up once for all rules."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from casewright.check.evidence.text.around import places_of_words
from casewright.check.evidence.words.families import SITES
from casewright.check.evidence.words.kinds import KINDS
from casewright.check.evidence.words.means import MEANS
from casewright.check.evidence.words.shown import SHOWN
from casewright.check.evidence.words.structures import STRUCTURES
from casewright.check.evidence.words.terms import Slip, slips
from casewright.check.evidence.words.ways import WAYS
from casewright.check.evidence.words.wording import stem
from casewright.document.mentions.drugs import group_of
from casewright.document.mentions.wordset import ByWord
from casewright.document.reading import Reading


class Lexicon(NamedTuple):
    """The words of a report, but for those of the reference list: their stems, each with the number of sentences in
    which its words stand; the drugs; what may be a slip of terms; the letters in them by which families are found.
    """

    stems: dict[str, int]
    drugs: frozenset[str]
    slips: dict[str, tuple[Slip, ...]]
    needs: frozenset[str]


class _Notable(NamedTuple):
    """What few words are, or have."""

    drug: bool
    slips: tuple[Slip, ...]
    needs: tuple[str, ...]


def _needs() -> dict[str, list[str]]:
    """The letters of which one stands in whatever a family names, by the first two of them."""
    found: dict[str, list[str]] = {}
    for need in dict.fromkeys(
        need for family in (*SITES, *STRUCTURES, *WAYS, *MEANS, *KINDS, *SHOWN) for need in family.needs
    ):
        found.setdefault(need[:2], []).append(need)
    return found


_NEEDS = _needs()


def _needs_in(word: str) -> Iterator[str]:
    for at in range(len(word) - 1):
        for need in _NEEDS.get(word[at : at + 2], ()):
            if word.startswith(need, at):
                yield need


def _known(word: str) -> tuple[str, _Notable | None]:
    notable = _Notable(bool(group_of(word)), slips(word), tuple(_needs_in(word)))
    return stem(word), notable if any(notable) else None


_KNOWN = ByWord(_known)


def lexicon(reading: Reading) -> Lexicon:
    """What the words of this report are."""
    stems: defaultdict[str, int] = defaultdict(int)
    notable: dict[str, _Notable] = {}
    for word, places in reading.once(places_of_words).items():
        stem_of, more = _KNOWN[word]
        stems[stem_of] += len(places)
        if more is not None:
            notable[word] = more
    return Lexicon(
        dict(stems),
        frozenset(word for word, each in notable.items() if each.drug),
        {word: each.slips for word, each in sorted(notable.items()) if each.slips},
        frozenset(need for each in notable.values() for need in each.needs),
    )
