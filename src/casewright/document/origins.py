"""Where things of the marked Markdown were written: from its lines and columns to templates, prose and case data."""

from __future__ import annotations

from itertools import accumulate
from typing import Protocol

from casewright.document.tree import At
from casewright.errors import Place


class Origin(Protocol):
    """Where one character came from (`casewright.render.model.Origin`)."""

    @property
    def place(self) -> Place: ...


class Origins(Protocol):
    """Where each character came from (`casewright.render.model.Origins`)."""

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

    def locate(self, line: int, column: int) -> Place:
        """The place of the character at this line and column, both from 1."""
        start = self._starts[min(line, len(self._starts)) - 1]
        return self._origins.at(max(0, min(start + column - 1, self._length - 1))).place

    def locate_in(self, at: At, offset: int) -> Place:
        """The place of a character of a run of text, whose points are known."""
        point = next((point for point in reversed(at) if point[0] <= offset), None)
        if point is None:
            return Place()
        start, line, column = point
        return self.locate(line, column + offset - start)
