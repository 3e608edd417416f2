"""Texts one behind the other, in which strings and quick patterns are found in one pass."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from casewright.check.evidence.text.letters import Places
from casewright.document.mentions.wordset import lowered


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
    letters: Places

    def having(self, needs: Iterable[str]) -> list[Text]:
        """The texts that have one of some strings, in small letters."""
        return [self.each[index] for index in dict.fromkeys(map(self._at, self.letters.of_any(needs)))]

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
        return map(self.place, self.letters.of_any(needs))

    def place(self, at: int) -> tuple[Text, int]:
        """The text that stands at a place of the one string, and the offset in it."""
        index = self._at(at)
        return self.each[index], at - self.starts[index]

    def _at(self, place: int) -> int:
        return bisect_right(self.starts, place) - 1


def texts_of(blocks: Iterable[tuple[int, str]]) -> Texts:
    """Some blocks, each by its number and its text."""
    each = tuple(Text(number, lowered(text), text) for number, text in blocks)
    lower = "\n".join(text.lower for text in each)
    return Texts(
        each,
        tuple(accumulate((len(text.text) + 1 for text in each), initial=0)),
        lower,
        "\n".join(text.text for text in each),
        Places(lower),
    )
