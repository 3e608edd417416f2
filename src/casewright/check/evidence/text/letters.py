"""Where letters stand in a text: all that the rules look for are found in one pass.

The rules look for some seven hundred strings, of which a report has one in six. What they look for is learned as they
ask; the automaton of Aho and Corasick (doi:10.1145/360825.360855) then finds all of it in later texts, in less time
than five strings take that are looked for one by one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain

from ahocorasick import TRIE, Automaton

_ASKED: dict[str, Sequence[int]] = {}  # what was looked for so far, each with no place
_AUTOMATON = Automaton()  # of the same
_MOST = 5000  # of them, where a rule seeks words of the reports themselves


class Places(dict[str, Sequence[int]]):
    """Where letters stand in a text, rising; both are in small letters."""

    def __init__(self, lower: str) -> None:
        super().__init__(_ASKED)
        self.update(_found(lower))
        self._lower = lower

    def __missing__(self, letters: str) -> Sequence[int]:
        if letters not in _ASKED and len(_ASKED) < _MOST:
            _ASKED[letters] = ()
            _AUTOMATON.add_word(letters, letters)
        self[letters] = found = places_of(self._lower, letters)
        return found

    def of_any(self, needs: Iterable[str]) -> Sequence[int]:
        """Where any of some letters stand, rising."""
        found = [places for need in needs if (places := self[need])]
        return found[0] if len(found) == 1 else sorted(chain.from_iterable(found))


def places_of_any(lower: str, needs: Iterable[str]) -> list[int]:
    """Where any of some letters stand in a short text, rising."""
    return sorted(place for need in needs if need in lower for place in places_of(lower, need))


def places_of(lower: str, need: str) -> list[int]:
    """Where these letters stand in a text, rising."""
    found: list[int] = []
    place = lower.find(need)
    while place >= 0:
        found.append(place)
        place = lower.find(need, place + 1)
    return found


def _found(lower: str) -> dict[str, list[int]]:
    """Where all that was looked for so far stands in a text."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    if _ASKED:
        if _AUTOMATON.kind == TRIE:  # something was added
            _AUTOMATON.make_automaton()
        for last, letters in _AUTOMATON.iter(lower):
            found[letters].append(last - len(letters) + 1)
    return found
