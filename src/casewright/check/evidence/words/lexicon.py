"""What a word is by itself, whatever report it stands in: the words of a report are looked up once for all rules."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from casewright.check.evidence.text.around import places_of_words
from casewright.check.evidence.words.drugs import group_of
from casewright.check.evidence.words.families import SITES
from casewright.check.evidence.words.kinds import KINDS
from casewright.check.evidence.words.means import MEANS
from casewright.check.evidence.words.terms import Slip, slips
from casewright.check.evidence.words.ways import WAYS
from casewright.check.evidence.words.wording import stem
from casewright.document.mentions.wordset import ByWord
from casewright.document.reading import Reading


class Known(NamedTuple):
    """Its stem; whether it is a drug; the terms of which it may be a slip; the letters in it that families need."""

    stem: str
    drug: bool
    slips: tuple[Slip, ...]
    needs: tuple[str, ...]


def _needs() -> dict[str, list[str]]:
    """The letters of which one stands in whatever a family names, by the first two of them."""
    found: dict[str, list[str]] = {}
    for need in dict.fromkeys(need for family in (*SITES, *WAYS, *MEANS, *KINDS) for need in family.needs):
        found.setdefault(need[:2], []).append(need)
    return found


_NEEDS = _needs()


def _needs_in(word: str) -> Iterator[str]:
    for at in range(len(word) - 1):
        for need in _NEEDS.get(word[at : at + 2], ()):
            if word.startswith(need, at):
                yield need


_KNOWN = ByWord(lambda word: Known(stem(word), bool(group_of(word)), slips(word), tuple(_needs_in(word))))


def known(reading: Reading) -> dict[str, Known]:
    """Every word of the manuscript, but for those of the reference list, in the order of `places_of_words`."""
    return {word: _KNOWN[word] for word in reading.once(places_of_words)}
