"""Stretches of text that a rule finds by their words, where no kind of mention fits."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass
from functools import cache

from casewright.check.evidence.around import words_once
from casewright.document.mentions.wordset import lowered
from casewright.document.reading import Reading
from casewright.patterns import lazily

_WORD = lazily(r"[a-z]+")
_SILENT = ("references", "statements", "acknowledgements", "authors", "keywords")  # no facts of the case


@dataclass(frozen=True, slots=True)
class Passage:
    """Characters `start` to `end` of block number `block`."""

    block: int
    start: int
    end: int


def factual(role: str) -> bool:
    """Whether a section of this role states facts of the case."""
    return role.partition(".")[0] not in _SILENT


@dataclass(frozen=True, slots=True)
class _Told:
    """The texts that state facts of the case, in small letters and as they are, by block."""

    blocks: dict[int, tuple[str, str]]
    whole: str  # all of them, in small letters
    words: str  # every word of the manuscript once: most of what is sought is not there

    def present(self, needs: tuple[str, ...]) -> list[str]:
        """Of some strings those that stand anywhere."""
        return [need for need in needs if _longest_word(need) in self.words and need in self.whole]

    def having(self, needs: tuple[str, ...]) -> Iterator[tuple[int, str, str]]:
        """The texts that have one of some strings, or all of them where none is asked for."""
        present = self.present(needs)
        if needs and not present:
            return
        for number, (lower, text) in self.blocks.items():
            for need in present:
                if need in lower:
                    break
            else:
                if needs:
                    continue
            yield number, lower, text


def scan(
    reading: Reading,
    pattern: re.Pattern[str],
    *needs: str,
    among: Container[int] | None = None,
    folded: bool = False,
) -> Iterator[tuple[Passage, re.Match[str]]]:
    """Every match of a pattern in the blocks that state facts, with its place.

    `needs` are strings in small letters of which every match has one: blocks without any are not searched.
    With `among` only the blocks of these numbers are. A `folded` pattern is in small letters and finds capitals too,
    in half the time that `re.IGNORECASE` takes; its matches are in small letters.
    """
    for number, lower, text in reading.once(_told).having(needs):
        if among is None or number in among:
            for match in pattern.finditer(lower if folded else text):
                yield Passage(number, match.start(), match.end()), match


def scan_near(
    reading: Reading,
    anchor: re.Pattern[str],
    pattern: re.Pattern[str],
    before: int,
    after: int = 0,
    *needs: str,
    folded: bool = False,
) -> Iterator[tuple[Passage, re.Match[str]]]:
    """Every match of a slow pattern that holds a match of a quick one, as far as so many characters on either side.

    An anchor that begins with letters is found ten times as fast as a pattern that begins with a count. Both are
    `folded`, or none.
    """
    block, end = -1, 0
    for passage, held in scan(reading, anchor, *needs, folded=folded):
        begin = max(0, held.start() - before)
        begin = max(begin, end) if passage.block == block else begin
        for match in pattern.finditer(held.string, begin, held.end() + after):
            if match.end() > held.start():
                block, end = passage.block, match.end()
                yield Passage(block, match.start(), end), match
                break


def scan_around(
    reading: Reading, pattern: re.Pattern[str], before: int, after: int, *words: str
) -> Iterator[tuple[Passage, re.Match[str]]]:
    """Every match of a slow pattern near one of these words, in small letters, that begins so many characters before it
    at most and ends so many after its beginning.

    Plain words are found a hundred times as fast as a pattern of them.
    """
    told = reading.once(_told)
    present = told.present(words)
    for number, (lower, text) in told.blocks.items() if present else ():
        end = 0
        for place in sorted(_places(lower, present)):
            for match in pattern.finditer(text, max(0, end, place - before), place + after):
                if match.end() < place + after:  # else it was cut off
                    end = match.end()
                    yield Passage(number, match.start(), end), match


def _places(lower: str, words: list[str]) -> Iterator[int]:
    for word in words:
        place = lower.find(word)
        while place >= 0:
            yield place
            place = lower.find(word, place + 1)


def having(reading: Reading, sign: re.Pattern[str], *needs: str) -> frozenset[int]:
    """The numbers of the blocks whose text, in small letters, has a sign that every match of a slow pattern has.

    A sign that begins with letters is found ten times as fast as one that begins with a boundary or a digit. `needs`
    are strings of which every sign has one.
    """
    texts = reading.once(_told).having(needs)
    return frozenset(number for number, lower, _ in texts if sign.search(lower) is not None)


def _told(reading: Reading) -> _Told:
    blocks = {
        number: (lowered(block.text), block.text)
        for number, (section, block) in enumerate(reading.blocks)
        if block.kind != "reference" and factual(section.role)
    }
    whole = "\n".join(lower for lower, _ in blocks.values())
    return _Told(blocks, whole, reading.once(words_once))


@cache
def _longest_word(need: str) -> str:
    return max(_WORD.findall(need), key=len, default="")
