"""Lesions spoken of as known that are not as they were told: `the tumor of the sigmoid colon`, ascending before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from casewright.check.evidence.people.cases import cases_told
from casewright.check.evidence.places.lesions import SIZE, Lesion, Lesions, lengths, lesions
from casewright.document.mentions.wordset import lowered
from casewright.document.reading import Reading

_ROUGHLY = 0.15  # of the larger, by which two measurements of one lesion may differ


def _told_before(every: Lesions, number: int) -> list[Lesion]:
    """What the case told of a lesion: all of it where that stands elsewhere, else before, where it is known there."""
    known = every.each[number]
    if known.kind in every.several or not (known.known or known.part != "body"):
        return []
    among = every.each[:number] if known.part == "body" else every.each
    alike = [each for each in among if each.kind == known.kind and each.part == "body"]
    return [each for each in alike if each.sentence != known.sentence]


class Moved(NamedTuple):
    """A lesion spoken of as known, the same as it was told before, and where each of them is."""

    known: Lesion
    told: Lesion
    here: str
    there: str


def moved(reading: Reading) -> Iterator[Moved]:
    """The lesions spoken of as known that are elsewhere than the one that the case told before."""
    if reading.once(cases_told) > 1:
        return
    every = reading.once(lesions)
    seen: set[tuple[str, str]] = set()
    for number, known in enumerate(every.each):
        alike = _told_before(every, number)
        for key, value in known.where.items():
            told = [each for each in alike if key in each.where]
            if key[0].startswith("organ"):  # `the ovarian mass` is no `tumor of the parotid`
                told = [each for each in told if each.name == known.name]
            if told and not _is_brought_in(told[0], organ=key[0].startswith("organ")):
                continue
            values = {each.where[key] for each in told}
            if (
                len(values) == 1
                and value not in values
                and (known.kind, value) not in seen
                and not any(_says(reading, each, value) for each in alike)
            ):
                seen.add((known.kind, value))
                yield Moved(known, told[-1], value, told[-1].where[key])
                break


def _is_brought_in(first: Lesion, *, organ: bool) -> bool:
    """Whether a lesion is brought in as the one: what is told with its place as known has a fellow elsewhere."""
    return first.new if organ else not first.known


def on_other_side(reading: Reading) -> Iterator[tuple[Lesion, Lesion]]:
    """The lesions spoken of as known that are on the other side than the one that the case told before."""
    if reading.once(cases_told) > 1:
        return
    every = reading.once(lesions)
    for number, known in enumerate(every.each):
        told = [each for each in _told_before(every, number) if each.side] if known.side else []
        both = (_says(reading, each, known.side) or _names_both(reading, known, each.side) for each in told)
        if told and not any(both):
            yield known, told[-1]


def _names_both(reading: Reading, lesion: Lesion, other: str) -> bool:
    """Whether the sentence of a lesion names a part on both sides: `the left breast ... the right breast`."""
    sentence = reading.sentences[lesion.sentence]
    text = lowered(reading.blocks[sentence.block][1].text[sentence.start : sentence.end])
    here, there = (set(re.findall(rf"\b{side} (\w+)", text)) for side in (lesion.side, other))
    return not here.isdisjoint(there)


def _says(reading: Reading, lesion: Lesion, value: str) -> bool:
    """Whether the sentence of a lesion has a word."""
    sentence = reading.sentences[lesion.sentence]
    text = lowered(reading.blocks[sentence.block][1].text[sentence.start : sentence.end])
    return re.search(rf"\b{re.escape(value)}\b", text) is not None


def resized(reading: Reading) -> Iterator[tuple[Lesion, Lesion]]:
    """The lesions spoken of as known with a size that none of their kind was told to have, and one that has another."""
    if reading.once(cases_told) > 1:
        return
    every = reading.once(lesions)
    for number, known in enumerate(every.each):
        alike = _told_before(every, number) if known.resumed and known.part == "body" else []
        told = [each for each in alike if each.sizes and not _is_elsewhere(known, each)]
        others = {each.sentence for each in every.each if each.kind == known.kind} - {known.sentence}
        others |= set(range(alike[0].sentence, known.sentence)) if alike else set()  # `it had grown to 5 cm`
        sizes = [size for sentence in others for size in _lengths_in(reading, sentence)]
        if told and not any(_is_about(size, other) for size in known.sizes for other in sizes):
            yield known, told[-1]


def _is_elsewhere(one: Lesion, other: Lesion) -> bool:
    """Whether two lesions are not of one place, by the words of either."""
    if one.of and other.of and one.of.isdisjoint(other.of):
        return True
    return any(other.where.get(key, value) != value for key, value in one.where.items()) or (
        bool(one.side and other.side) and one.side != other.side
    )


def _lengths_in(reading: Reading, index: int) -> Iterator[float]:
    sentence = reading.sentences[index]
    text = lowered(reading.blocks[sentence.block][1].text)
    for match in SIZE.finditer(text, sentence.start, sentence.end):
        yield from lengths(match)


def _is_about(one: float, other: float) -> bool:
    return abs(one - other) <= _ROUGHLY * max(one, other)
