"""Where things of the marked Markdown were written: from its lines and columns to templates, prose and case data."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import accumulate, pairwise
from typing import Protocol

from casewright.document.tree import At
from casewright.errors import Place


class Origin(Protocol):
    """Where one character came from (`casewright.render.model.Origin`)."""

    @property
    def place(self) -> Place: ...


class Segment(Protocol):
    """Characters of one origin, from `start` on (`casewright.render.model.Segment`)."""

    @property
    def start(self) -> int: ...


class Origins(Protocol):
    """Where each character came from (`casewright.render.model.Origins`)."""

    def __iter__(self) -> Iterator[Segment]: ...

    def at(self, offset: int) -> Origin: ...


class Rendered(Protocol):
    """What `casewright.render` hands over."""

    @property
    def markdown(self) -> str: ...

    @property
    def origins(self) -> Origins: ...


class Sources:
    """Finds the place in the project of a line and column of the marked Markdown."""

    def __init__(self, rendered: Rendered) -> None:
        lines = rendered.markdown.splitlines(keepends=True)
        self._starts = [0, *accumulate(len(line) for line in lines)]
        self._length = len(rendered.markdown)
        self._origins = rendered.origins
        self._boundaries = [segment.start for segment in rendered.origins]

    def locate(self, line: int, column: int) -> Place:
        """The place of the character at this line and column, both from 1."""
        return self._origins.at(self._offset(line, column)).place

    def places(self, at: At, length: int) -> Iterator[tuple[int, Place]]:
        """Where the text of a run was written: its places, each with the offset from which it counts on."""
        for (start, line, column), (end, *_) in pairwise([*at, (length, 0, 0)]):
            first = self._offset(line, column)
            yield start, self._origins.at(first).place
            inside = slice(
                bisect_right(self._boundaries, first), bisect_left(self._boundaries, first + end - start)
            )
            for boundary in self._boundaries[inside]:
                yield start + boundary - first, self._origins.at(boundary).place

    def _offset(self, line: int, column: int) -> int:
        start = self._starts[min(line, len(self._starts)) - 1]
        return max(0, min(start + column - 1, self._length - 1))

    def locate_in(self, at: At, offset: int) -> Place:
        """The place of a character of a run of text, whose points are known."""
        point = next((point for point in reversed(at) if point[0] <= offset), None)
        if point is None:
            return Place()
        start, line, column = point
        return self.locate(line, column + offset - start)
