"""What rendering gives: the marked Markdown, and where each of its characters came from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from casewright.errors import Place

OriginKind = Literal["literal", "fact", "generated"]


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a character came from.

    A `literal` stands so in the file, at this line and column. A `fact` was printed by the expression there;
    `fact` is its id. What else an expression printed (a list's commas, a macro's argument) is `generated`.
    """

    kind: OriginKind
    file: str
    line: int
    column: int
    fact: str = ""

    @property
    def place(self) -> Place:
        """The same as a place."""
        return Place(self.file, self.line, self.column)


@dataclass(frozen=True, slots=True)
class Segment:
    """Characters `start` to `end` of the Markdown, with the origin of the first of them."""

    start: int
    end: int
    origin: Origin


@dataclass(frozen=True, slots=True)
class Origins:
    """The segments of the Markdown, in order, without gaps and without overlap."""

    markdown: str
    segments: tuple[Segment, ...]
    _starts: tuple[int, ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_starts", tuple(segment.start for segment in self.segments))

    def __iter__(self) -> Iterator[Segment]:
        return iter(self.segments)

    def at(self, offset: int) -> Origin:
        """The origin of one character; in a literal, counted on from the literal's first line and column."""
        segment = self.segments[max(0, bisect_right(self._starts, offset) - 1)]
        origin = segment.origin
        if origin.kind != "literal":
            return origin
        before = self.markdown[segment.start : offset]
        lines = before.count("\n")
        column = len(before) - before.rfind("\n") if lines else origin.column + len(before)
        return Origin("literal", origin.file, origin.line + lines, column)


@dataclass(frozen=True, slots=True)
class Rendered:
    """A manuscript as marked Markdown (docs/architecture.md).

    `printed` gives, for every fact that was printed, the offsets in the Markdown at which its spans begin. `files`
    names every template, prose file and profile that was read, by the name that places use, with its path.
    """

    markdown: str
    origins: Origins
    printed: Mapping[str, tuple[int, ...]]
    files: Mapping[str, Path]
