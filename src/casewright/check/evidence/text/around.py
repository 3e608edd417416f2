"""Slow patterns, sought only where they may be found."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from casewright.document.mentions.stretch import Stretch
from casewright.document.mentions.wordset import plain_words
from casewright.document.reading import Reading

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
