"""Words: sets of them, written as text, and their small letters."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Generic, TypeVar

T = TypeVar("T")
_PLAIN = bytes(sign if 97 <= sign <= 122 else 32 for sign in range(256))  # all but small letters to spaces
_MOST = 50_000  # words that are kept: a text of random letters must not fill the memory


def words(text: str) -> frozenset[str]:
    """The words of `text`, as a set to ask."""
    return frozenset(text.split())


def plain_words(text: str) -> list[str]:
    """The runs of the letters a to z in a text, in small letters; a pattern takes twice the time to find them."""
    return small_words(text.lower())


def small_words(lower: str) -> list[str]:
    """The same of a text that is in small letters."""
    return lower.encode("ascii", "replace").translate(_PLAIN).decode("ascii").split()


def lowered(text: str) -> str:
    """The text in small letters, as long as it was: a letter that would grow stays as it is."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)


class ByWord(dict[str, T]):
    """What a function gives for a word, made once for all manuscripts: a dictionary is asked faster than a cache."""

    def __init__(self, make: Callable[[str], T]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, word: str) -> T:
        if len(self) > _MOST:
            self.clear()
        self[word] = found = self._make(word)
        return found

    def along(self, text: str) -> Iterator[tuple[int, T]]:
        """What it gives for the pieces between the spaces of a text, and where each begins; not where that is empty.

        What begins and ends between two spaces is found so in half the time that a pattern takes.
        """
        at = 0
        for piece in text.split(" "):
            if found := self[piece]:
                yield at, found
            at += len(piece) + 1


class ByFewWords(Generic[T]):
    """What a function gives for the few words for which it gives anything, made once for all manuscripts.

    The words of a manuscript are held against those few at once, in a tenth of the time of one after the other.
    """

    def __init__(self, make: Callable[[str], T]) -> None:
        self._make = make
        self._seen: set[str] = set()
        self._few: dict[str, T] = {}

    def among(self, words: frozenset[str]) -> dict[str, T]:
        """What it gives for each of some words."""
        unseen = words - self._seen
        if len(self._seen) + len(unseen) > _MOST:
            unseen = words
            self._seen.clear()
            self._few.clear()
        self._seen |= unseen
        for word in unseen:
            if found := self._make(word):
                self._few[word] = found
        return {word: self._few[word] for word in self._few.keys() & words}
