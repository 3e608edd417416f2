"""Texts one behind the other, in which strings and quick patterns are found in one pass."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import accumulate
from typing import NamedTuple

from casewright.check.evidence.around import places_of
from casewright.document.mentions.wordset import lowered
from casewright.patterns import lazily

_WORD = lazily(r"[a-z]+")


class Text(NamedTuple):
    """The text of block number `block`, in small letters and as it is."""

    block: int
    lower: str
    text: str


@dataclass(frozen=True, slots=True)
class Texts:
    """Some texts of a manuscript, and all of them in one string; `starts` is where each begins in it."""

    each: tuple[Text, ...]
    starts: tuple[int, ...]
    lower: str
    text: str
    words: str  # every word of the manuscript once: most of what is sought is not there
    known: dict[str, Sequence[int]] = field(
        default_factory=dict
    )  # the strings asked for so far, and where they are

    def having(self, needs: Iterable[str]) -> list[Text]:
        """The texts that have one of some strings, in small letters."""
        return [self.each[index] for index in sorted({self._at(place) for place in self._places(needs)})]

    def matching(self, quick: re.Pattern[str], folded: bool = False) -> Iterator[Text]:
        """The texts that may have a quick pattern: one that begins with letters and asks for no end of a text."""
        whole = self.lower if folded else self.text
        match = quick.search(whole)
        while match is not None:
            index = self._at(match.start())
            yield self.each[index]
            match = quick.search(whole, self.starts[index + 1])

    def places(self, needs: Iterable[str]) -> Iterator[tuple[Text, int]]:
        """Where these strings, in small letters, stand, in reading order: the text, and the offset in it."""
        for place in sorted(self._places(needs)):
            index = self._at(place)
            yield self.each[index], place - self.starts[index]

    def _places(self, needs: Iterable[str]) -> list[int]:
        known = self.known
        found: list[int] = []
        for need in needs:
            if need not in known:
                known[need] = places_of(self.lower, need) if _longest_word(need) in self.words else ()
            found += known[need]
        return found

    def _at(self, place: int) -> int:
        return bisect_right(self.starts, place) - 1


def texts_of(blocks: Iterable[tuple[int, str]], words: str) -> Texts:
    """Some blocks, each by its number and its text, of a manuscript with these words."""
    each = tuple(Text(number, lowered(text), text) for number, text in blocks)
    lower = "\n".join(text.lower for text in each)
    return Texts(
        each,
        tuple(accumulate((len(text.text) + 1 for text in each), initial=0)),
        lower,
        "\n".join(text.text for text in each),
        words,
    )


@cache
def _longest_word(need: str) -> str:
    return max(_WORD.findall(need), key=len, default="")
