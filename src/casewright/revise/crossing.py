"""From the text of a Word file as read to the layout of the document it was written from.

The two have the same characters but for white space: a table is cells in one and lines in the other.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from difflib import SequenceMatcher

from casewright.revise.layout import Layout

_NO_WIDTH = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")


class Crossing:
    """`spans` are those of the layout, as stretches of the text as read."""

    def __init__(self, text: str, layout: Layout) -> None:
        self.text = text
        self.layout = layout
        here, there = _visible(text), _visible(layout.text)
        pairs = _pairs(text, here, layout.text, there)
        self._here = [one for one, _ in pairs]
        self._there = [other for _, other in pairs]
        back = {other: one for one, other in pairs}
        self.spans = tuple(
            replace(span, start=back[span.start], end=back[span.end - 1] + 1)
            for span in layout.spans
            if span.start in back and span.end - 1 in back
        )

    def stretch(self, start: int, end: int) -> tuple[int, int]:
        """The characters of the layout that are characters `start` to `end` of the text."""
        if start == end:
            at = self._point(start)
            return at, at
        first = self._next(start) if not self.text[start].isspace() else self._after(start)
        last = self._after(end) if not self.text[end - 1].isspace() else self._next(end)
        return first, max(first, last)

    def _point(self, offset: int) -> int:
        joined = offset > 0 and not self.text[offset - 1].isspace()
        return self._after(offset) if joined or offset >= len(self.text) else self._next(offset)

    def _next(self, offset: int) -> int:
        """Where the first visible character at or behind an offset stands."""
        at = bisect_left(self._here, offset)
        return self._there[at] if at < len(self._there) else len(self.layout.text)

    def _after(self, offset: int) -> int:
        """Where the last visible character before an offset ends."""
        at = bisect_left(self._here, offset) - 1
        return self._there[at] + 1 if at >= 0 else 0


def _visible(text: str) -> list[int]:
    return [n for n, character in enumerate(text) if not character.isspace() and character not in _NO_WIDTH]


def _pairs(text: str, here: list[int], other: str, there: list[int]) -> list[tuple[int, int]]:
    """Offsets of the same character in both."""
    one = "".join(text[n] for n in here)
    two = "".join(other[n] for n in there)
    if one == two:
        return list(zip(here, there, strict=True))
    blocks = SequenceMatcher(None, one, two, autojunk=False).get_matching_blocks()
    return [(here[i + n], there[j + n]) for i, j, size in blocks for n in range(size)]
