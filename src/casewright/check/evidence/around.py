"""Slow patterns, sought only where they may be found."""

from __future__ import annotations

import re
from collections.abc import Iterator

from casewright.document.reading import Reading

_AROUND = 90  # characters on either side of its letters within which a pattern matches


def matches_around(
    pattern: re.Pattern[str], text: str, lower: str, needs: tuple[str, ...]
) -> Iterator[re.Match[str]]:
    """The matches of a slow pattern, sought around the letters of which each has one."""
    places = sorted(place for need in needs if need in lower for place in _places(lower, need))
    end = 0
    for place in places:
        if place < end:
            continue
        match = pattern.search(text, max(end, place - _AROUND), place + _AROUND)
        while match is not None and match.start() <= place:  # one further on may be cut short here
            yield match
            end = match.end()
            match = pattern.search(text, end, place + _AROUND)


def _places(lower: str, need: str) -> Iterator[int]:
    place = lower.find(need)
    while place >= 0:
        yield place
        place = lower.find(need, place + 1)


def vocabulary(reading: Reading) -> frozenset[str]:
    """Every word of the manuscript in small letters, but for those of the reference list."""
    return frozenset[str]().union(*(stretch.words for stretch in reading.stretches))
