"""Where the characters of a text stand in a later state of it."""

from __future__ import annotations

import re
from bisect import bisect_right
from difflib import SequenceMatcher

_TOKEN = re.compile(r"\w+|\s+|.", re.DOTALL)


class Shift:
    """The stretches that two states of a text have in common, found line by line, and word by word inside of lines."""

    def __init__(self, old: str, new: str) -> None:
        self.same = old == new
        self._length = len(old), len(new)
        self._blocks: list[tuple[int, int, int]] = []
        if not self.same:
            self._match(old.splitlines(keepends=True), new.splitlines(keepends=True), 0, 0, lines=True)
        self._starts = [block[0] for block in self._blocks]

    def stretch(self, start: int, end: int) -> tuple[int, int] | None:
        """What now stands between the characters on either side of `start` to `end`; None where these are gone."""
        if self.same:
            return start, end
        left = 0 if start == 0 else self._character(start - 1)
        right = self._length[1] if end == self._length[0] else self._character(end)
        if left is None or right is None:
            return None
        left += start > 0
        return (left, right) if left <= right else None

    def keeps(self, start: int, end: int) -> bool:
        """Whether characters `start` to `end` stand in the later state as they did, with nothing between them."""
        at = bisect_right(self._starts, start) - 1
        return self.same or (at >= 0 and end <= self._blocks[at][0] + self._blocks[at][2])

    def _character(self, offset: int) -> int | None:
        at = bisect_right(self._starts, offset) - 1
        if at < 0:
            return None
        a, b, size = self._blocks[at]
        return offset - a + b if offset < a + size else None

    def _match(self, old: list[str], new: list[str], a: int, b: int, lines: bool) -> None:
        matcher = SequenceMatcher(None, old, new, autojunk=False)
        old_at, new_at = [a], [b]
        for piece in old:
            old_at.append(old_at[-1] + len(piece))
        for piece in new:
            new_at.append(new_at[-1] + len(piece))
        for tag, i1, i2, j1, j2 in matcher.get_opcodes():
            if tag == "equal":
                self._keep(old_at[i1], new_at[j1], old_at[i2] - old_at[i1])
            elif tag == "replace" and lines:
                words = [_TOKEN.findall("".join(side)) for side in (old[i1:i2], new[j1:j2])]
                self._match(words[0], words[1], old_at[i1], new_at[j1], lines=False)

    def _keep(self, a: int, b: int, size: int) -> None:
        if self._blocks:
            before = self._blocks[-1]
            if before[0] + before[2] == a and before[1] + before[2] == b:
                self._blocks[-1] = (before[0], before[1], before[2] + size)
                return
        self._blocks.append((a, b, size))
