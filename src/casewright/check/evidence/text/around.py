"""Slow patterns, sought only where they may be found."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain

from casewright.check.evidence.text.spelled import Spelled
from casewright.document.mentions.stretch import Stretch
from casewright.document.mentions.wordset import plain_words
from casewright.document.reading import Reading
from casewright.patterns import lazily

_RARE = lazily(
    r"[^\w\s.,-]"
)  # a sign that few places of a text have, found ten times as fast as two letters are
_AROUND = 90  # characters on either side of its letters within which a pattern matches


def matches_around(pattern: re.Pattern[str], text: str, places: Iterable[int]) -> Iterator[re.Match[str]]:
    """The matches of a slow pattern, sought around places, rising, of which each has one."""
    end = 0
    for place in places:
        if place < end:
            continue
        match = pattern.search(text, max(end, place - _AROUND), place + _AROUND)
        while match is not None and match.start() <= place:  # one further on may be cut short here
            yield match
            end = match.end()
            match = pattern.search(text, end, place + _AROUND)


def matches_at(pattern: re.Pattern[str], text: str, places: Iterable[int]) -> Iterator[re.Match[str]]:
    """The matches of a pattern that begin at one of some places, rising."""
    end = 0
    for place in places:
        if place >= end and (match := pattern.match(text, place)):
            end = match.end()
            yield match


class Places:
    """Where letters stand in a text, in small letters; each is looked for once.

    Letters that the words of the manuscript, where they are given, have not are not looked for.
    """

    def __init__(self, lower: str, spelled: Spelled | None = None) -> None:
        self._lower = lower
        self._spelled = spelled
        self._known: dict[str, list[int]] = {}

    def of(self, letters: str) -> list[int]:
        """Where these letters stand, rising."""
        if letters not in self._known:
            self._known[letters] = self._sought(letters)
        return self._known[letters]

    def of_any(self, needs: Iterable[str]) -> list[int]:
        """Where any of some letters stand, rising."""
        return sorted(chain.from_iterable(map(self.of, needs)))

    def _sought(self, letters: str) -> list[int]:
        if self._spelled is not None and not self._spelled.may_have(letters):
            return []
        at = _rare(letters)
        if at < 0 or len(letters) == 1:
            return places_of(self._lower, letters)
        begins = (place - at for place in self.of(letters[at]) if place >= at)
        return [place for place in begins if self._lower.startswith(letters, place)]


def places_of(lower: str, need: str) -> list[int]:
    """Where these letters stand in a text, rising."""
    found: list[int] = []
    place = lower.find(need)
    while place >= 0:
        found.append(place)
        place = lower.find(need, place + 1)
    return found


@cache
def _rare(letters: str) -> int:
    """The place of the first rare sign among some letters, or -1."""
    sign = _RARE.search(letters)
    return sign.start() if sign else -1


def words_at(reading: Reading, index: int) -> frozenset[str]:
    """The words of a sentence in small letters: what is asked before a pattern is sought."""
    known = reading.once(_words_of_sentences)
    if index not in known:
        sentence = reading.sentences[index]
        text = reading.blocks[sentence.block][1].text[sentence.start : sentence.end]
        known[index] = frozenset(plain_words(text))
    return known[index]


def _words_of_sentences(reading: Reading) -> dict[int, frozenset[str]]:
    """The words of the sentences, as far as they were looked at: those without marks have been cut up before."""
    return {each.sentence.index: each.words for each in reading.stretches if not each.block.marks}


def vocabulary(reading: Reading) -> frozenset[str]:
    """Every word of the manuscript in small letters, but for those of the reference list."""
    return frozenset(reading.once(places_of_words))


def spelled(reading: Reading) -> Spelled:
    """The same with the letters in them."""
    return Spelled(reading.once(vocabulary))


def stretches_with(reading: Reading, words: frozenset[str]) -> list[Stretch]:
    """The sentences that have one of these words, in reading order."""
    places = reading.once(places_of_words)
    found = {place for word in words & reading.once(vocabulary) for place in places[word]}
    return [reading.stretches[place] for place in sorted(found)]


def places_of_words(reading: Reading) -> dict[str, list[int]]:
    """Every word of the manuscript in small letters, with the numbers of the stretches that have it, rising."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for number, stretch in enumerate(reading.stretches):
        for word in stretch.words:
            places[word].append(number)
    return dict(places)


def words_once(reading: Reading) -> str:
    """The same in one string, in which a part of a word is found in a third of the time that the text takes."""
    return " ".join(reading.once(vocabulary))
