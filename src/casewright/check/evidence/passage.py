"""Stretches of text that a rule finds by their words, where no kind of mention fits."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass

from casewright.document.reading import Reading

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


def scan(
    reading: Reading, pattern: re.Pattern[str], *needs: str, among: Container[int] | None = None
) -> Iterator[tuple[Passage, re.Match[str]]]:
    """Every match of a pattern in the blocks that state facts, with its place.

    `needs` are strings in small letters of which every match has one: blocks without any are not searched.
    With `among` only the blocks of these numbers are.
    """
    whole = reading.once(_whole)
    present = [need for need in needs if need in whole]
    if needs and not present:
        return
    for number, (lower, text) in reading.once(_stating).items():
        if among is not None and number not in among:
            continue
        for need in present:
            if need in lower:
                break
        else:
            if needs:
                continue
        for match in pattern.finditer(text):
            yield Passage(number, match.start(), match.end()), match


def scan_near(
    reading: Reading,
    anchor: re.Pattern[str],
    pattern: re.Pattern[str],
    before: int,
    after: int = 0,
    *needs: str,
) -> Iterator[tuple[Passage, re.Match[str]]]:
    """Every match of a slow pattern that holds a match of a quick one, as far as so many characters on either side.

    An anchor that begins with letters is found ten times as fast as a pattern that begins with a count.
    """
    block, end = -1, 0
    for passage, held in scan(reading, anchor, *needs):
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
    whole = reading.once(_whole)
    present = [word for word in words if word in whole]
    for number, (lower, text) in reading.once(_stating).items() if present else ():
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
    whole = reading.once(_whole)
    present = [need for need in needs if need in whole]
    if needs and not present:
        return frozenset()
    return frozenset(
        number
        for number, (lower, _) in reading.once(_stating).items()
        if (not needs or any(need in lower for need in present)) and sign.search(lower) is not None
    )


def _whole(reading: Reading) -> str:
    """All that states facts, in small letters: what the manuscript lacks is not sought in each block."""
    return "\n".join(lower for lower, _ in reading.once(_stating).values())


def _stating(reading: Reading) -> dict[int, tuple[str, str]]:
    """The texts that state facts, in small letters and as they are, by block."""
    return {
        number: (block.text.lower(), block.text)
        for number, (section, block) in enumerate(reading.blocks)
        if block.kind != "reference" and factual(section.role)
    }
