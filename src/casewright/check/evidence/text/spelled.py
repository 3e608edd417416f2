"""Which letters the words of a manuscript have: asked before they are looked for in its text.

The rules look for some seven hundred strings, of which a report has one in six. What they look for is learned as they
ask; each word is then looked at once, whatever reports it stands in, and a report has what its words have.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from casewright.document.mentions.wordset import ByWord
from casewright.patterns import lazily

_RUN = lazily(r"[a-z]+")
_WITHIN = lazily(r"(?<=[^a-z])[a-z]+(?=[^a-z])")


class Spelled:
    """The words of a manuscript, in small letters, and what is known of the letters in them."""

    def __init__(self, words: frozenset[str]) -> None:
        self._words = words
        self._line = " ".join(words)
        self._asked = frozenset(_ASKED)
        self._held = frozenset[str]().union(*map(_HELD.__getitem__, words if _ASKED else ()))

    def may_have(self, letters: str) -> bool:
        """Whether a text of these words may have some letters: every word in them, or a word that has it as a part."""
        parts, whole = _runs(letters)
        return whole <= self._words and all(map(self._has, parts - self._held))

    def _has(self, part: str) -> bool:
        if part in self._asked:
            return False
        _learn(part)
        return part in self._line


@cache
def _runs(letters: str) -> tuple[frozenset[str], frozenset[str]]:
    """The words in some letters: what may be a part of one, and what is one, as `dose` in `al dose of`."""
    whole = frozenset(_WITHIN.findall(letters))
    return frozenset(run for run in _RUN.findall(letters) if len(run) > 1) - whole, whole


_ASKED: dict[str, None] = {}  # the parts that were asked for
_BEGUN: defaultdict[str, list[str]] = defaultdict(list)  # the same by their first two letters


def _learn(part: str) -> None:
    """Puts a part among those that are looked for in each word."""
    if part not in _ASKED:
        _ASKED[part] = None
        _BEGUN[part[:2]].append(part)
        _HELD.clear()


def _parts_of(word: str) -> Iterator[str]:
    for at in range(len(word) - 1):
        for part in _BEGUN.get(word[at : at + 2], ()):
            if word.startswith(part, at):
                yield part


_HELD = ByWord(lambda word: tuple(_parts_of(word)))
