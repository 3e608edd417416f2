"""Stretches of text that a rule finds by their words, where no kind of mention fits."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from typing import NamedTuple

from casewright.check.evidence.text.around import stretches_with
from casewright.check.evidence.text.texts import Text, Texts, texts_of
from casewright.document.reading import Reading

_SILENT = ("references", "statements", "acknowledgements", "authors", "keywords")  # no facts of the case


class Passage(NamedTuple):
    """Characters `start` to `end` of block number `block`."""

    block: int
    start: int
    end: int


def factual(role: str) -> bool:
    """Whether a section of this role states facts of the case."""
    return role.partition(".")[0] not in _SILENT


def scan(
    reading: Reading,
    pattern: re.Pattern[str],
    *needs: str,
    among: Container[int] | None = None,
    folded: bool = False,
) -> Iterator[tuple[Passage, re.Match[str]]]:
    """Every match of a pattern in the blocks that state facts, with its place.

    `needs` are strings in small letters of which every match has one: blocks without any are not searched.
    With `among` only the blocks of these numbers are. With neither, the pattern asks for no end of a text. A `folded`
    pattern is in small letters and finds capitals too, in half the time that `re.IGNORECASE` takes; its matches are in
    small letters.
    """
    for text, match in _matches(reading, pattern, needs, folded, among):
        yield Passage(text.block, match.start(), match.end()), match


def scan_near(
    reading: Reading,
    anchor: re.Pattern[str],
    pattern: re.Pattern[str],
    before: int,
    after: int = 0,
    *needs: str,
    folded: bool = False,
    starts: tuple[str, ...] = (),
    among: Container[int] | None = None,
) -> Iterator[tuple[Passage, re.Match[str]]]:
    """Every match of a slow pattern that holds a match of a quick one, as far as so many characters on either side.

    An anchor that begins with letters is found ten times as fast as a pattern that begins with a count, and one that
    begins with one of a few `starts`, in small letters, a hundred times. Both are `folded`, or none. The anchor asks
    for no end of a text.
    """
    block, end = -1, 0
    anchors = (
        _at(reading, anchor, starts, folded) if starts else _matches(reading, anchor, needs, folded, among)
    )
    for text, held in anchors:
        end = end if text.block == block else 0
        block = text.block
        for match in pattern.finditer(held.string, max(end, held.start() - before), held.end() + after):
            if match.end() > held.start():
                end = match.end()
                yield Passage(block, match.start(), end), match
                break


def scan_around(
    reading: Reading, pattern: re.Pattern[str], before: int, after: int, *words: str
) -> Iterator[tuple[Passage, re.Match[str]]]:
    """Every match of a slow pattern near one of these words, in small letters, that begins so many characters before it
    at most and ends so many after its beginning.

    Plain words are found a hundred times as fast as a pattern of them.
    """
    block, end = -1, 0
    for text, place in reading.once(told_texts).places(words):
        end = end if text.block == block else 0
        block = text.block
        for match in pattern.finditer(text.text, max(end, place - before), place + after):
            if match.end() < place + after:  # else it was cut off
                end = match.end()
                yield Passage(block, match.start(), end), match


def scan_at(
    reading: Reading, pattern: re.Pattern[str], *words: str, folded: bool = False
) -> Iterator[tuple[Passage, re.Match[str]]]:
    """Every match of a pattern that begins with one of these words, in small letters."""
    for text, match in _at(reading, pattern, words, folded):
        yield Passage(text.block, match.start(), match.end()), match


def scan_sentences(
    reading: Reading, pattern: re.Pattern[str], words: frozenset[str], *, folded: bool = False
) -> Iterator[tuple[Passage, re.Match[str]]]:
    """Every match of a slow pattern in the sentences that state facts and have one of these words.

    What matched is counted from the beginning of the sentence. A `folded` pattern is in small letters.
    """
    for stretch in stretches_with(reading, words):
        if factual(stretch.section.role):
            text = stretch.lower if folded else stretch.text
            for match in pattern.finditer(text):
                start = stretch.offset + match.start()
                yield Passage(stretch.sentence.block, start, start + len(match[0])), match


def having(reading: Reading, sign: re.Pattern[str], *needs: str) -> frozenset[int]:
    """The numbers of the blocks whose text, in small letters, has a sign that every match of a slow pattern has.

    A sign that begins with letters is found ten times as fast as one that begins with a boundary or a digit. `needs`
    are strings of which every sign has one.
    """
    texts = _with(reading, sign, needs, folded=True, among=None)
    return frozenset(text.block for text in texts if sign.search(text.lower) is not None)


def _at(
    reading: Reading, pattern: re.Pattern[str], words: tuple[str, ...], folded: bool
) -> Iterator[tuple[Text, re.Match[str]]]:
    """The matches of a pattern that begin with one of these words."""
    block, end = -1, 0
    for text, place in reading.once(told_texts).places(words):
        end = end if text.block == block else 0
        block = text.block
        if place >= end and (match := pattern.match(text.lower if folded else text.text, place)):
            end = match.end()
            yield text, match


def _matches(
    reading: Reading,
    pattern: re.Pattern[str],
    needs: tuple[str, ...],
    folded: bool,
    among: Container[int] | None,
) -> Iterator[tuple[Text, re.Match[str]]]:
    """The matches of a pattern, with their texts."""
    for text in _with(reading, pattern, needs, folded, among):
        for match in pattern.finditer(text.lower if folded else text.text):
            yield text, match


def _with(
    reading: Reading,
    pattern: re.Pattern[str],
    needs: tuple[str, ...],
    folded: bool,
    among: Container[int] | None,
) -> Iterable[Text]:
    """The texts in which a pattern is to be sought."""
    told = reading.once(told_texts)
    if not needs and among is None:
        return told.matching(pattern, folded)
    texts = told.having(needs) if needs else told.each
    return texts if among is None else [text for text in texts if text.block in among]


def told_texts(reading: Reading) -> Texts:
    """The texts that state facts of the case."""
    blocks = [
        (number, block.text)
        for number, (section, block) in enumerate(reading.blocks)
        if block.kind != "reference" and factual(section.role)
    ]
    return texts_of(blocks)
