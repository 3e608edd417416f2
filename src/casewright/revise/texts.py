"""The text of the sources, by name: offsets for places, and where the expressions of a template begin and end."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

from casewright.errors import Place

_EXPRESSION = re.compile(r"""\{\{(?:"[^"]*"|'[^']*'|(?!\}\}).){0,2000}?\}\}""", re.DOTALL)
TEXT_SUFFIXES = {".md", ".yaml", ".yml", ".bib"}


@dataclass(frozen=True, slots=True)
class Source:
    """Characters `start` to `end` of a source file."""

    file: str
    start: int
    end: int


class Texts:
    """Source files as text with `\\n` between lines, by the name that places use."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = dict(texts)
        self._starts: dict[str, list[int]] = {}
        self._expressions: dict[tuple[str, int], Source] = {}

    def __getitem__(self, file: str) -> str:
        return self._texts[file]

    def __contains__(self, file: str) -> bool:
        return file in self._texts

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    def items(self) -> Iterator[tuple[str, str]]:
        """Name and text of each file."""
        return iter(self._texts.items())

    def offset(self, place: Place) -> int:
        """The offset in its file of a place with line and column."""
        return self._lines(place.file)[place.line - 1] + place.column - 1

    def place(self, file: str, offset: int) -> Place:
        """Line and column of an offset."""
        starts = self._lines(file)
        line = bisect_right(starts, offset)
        return Place(file, line, offset - starts[line - 1] + 1)

    def expression(self, place: Place) -> Source:
        """The whole `{{ ... }}` that begins at a place."""
        start = self.offset(place)
        known = self._expressions.get((place.file, start))
        if known is None:
            found = _EXPRESSION.match(self._texts[place.file], start)
            known = Source(place.file, start, found.end() if found else start)
            self._expressions[place.file, start] = known
        return known

    def is_expression(self, source: Source) -> bool:
        """Whether a stretch of source is an expression, and no literal."""
        return self._expressions.get((source.file, source.start)) == source

    def _lines(self, file: str) -> list[int]:
        if file not in self._starts:
            lines = self._texts[file].split("\n")
            self._starts[file] = [0, *accumulate(len(line) + 1 for line in lines[:-1])]
        return self._starts[file]


def read_texts(files: Mapping[str, Path]) -> Texts:
    """The text files among these, read as the renderer reads them: without byte order mark, lines ended by `\\n`."""
    return Texts(
        {
            name: decoded(path.read_bytes())
            for name, path in files.items()
            if path.suffix.lower() in TEXT_SUFFIXES
        }
    )


def decoded(data: bytes) -> str:
    """The bytes of a source file as text with `\\n` between lines."""
    return data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
