"""Carries the place of every literal and the id of every fact through Jinja, inside the text itself.

Each literal of a template is preceded by a mark with the number of its place, and so is each expression; a fact's
text stands between two marks. The marks are control characters, which neither templates nor facts may hold; because
they are part of the text they survive macros, includes, blocks and concatenation. `untangled` takes them out again.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from jinja2 import Environment
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream

from casewright.errors import InputError, Place, Problem
from casewright.render.model import Origin, OriginKind, Origins, Segment

PLACE, FACT, FACT_TEXT, FACT_END, STOP = "\x01", "\x02", "\x03", "\x04", "\x05"
_MARK = re.compile("\x01(\\d+)\x05|\x02([^\x03]*)\x03|(\x04)")
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


class Tracing(Extension):
    """A Jinja extension that puts a mark before every literal and every expression.

    `places` lists them by number, for all the templates of one environment.
    """

    def __init__(self, environment: Environment) -> None:
        super().__init__(environment)
        self.places: list[Origin] = []
        self.shown: Callable[[str], str] = str
        self._source = ""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        found = _FORBIDDEN.search(source)
        if found:
            line = source.count("\n", 0, found.start()) + 1
            column = found.start() - source.rfind("\n", 0, found.start())
            message = f"a control character (U+{ord(found[0]):04X}) in the text"
            raise InputError(Problem(message, "delete it", Place(self.shown(name or "?"), line, column)))
        self._source = source.replace("\r\n", "\n").replace("\r", "\n")
        return self._source

    def filter_stream(self, stream: TokenStream) -> Iterable[Token]:
        positions = self._positions(stream.name)
        for token in stream:
            if token.type == "data":
                mark = self._mark("literal", stream.name, next(positions))
                yield Token(token.lineno, "data", mark + token.value)
            elif token.type == "variable_begin":
                yield Token(token.lineno, "data", self._mark("generated", stream.name, next(positions)))
                yield token
            else:
                yield token

    def _positions(self, name: str | None) -> Iterator[tuple[int, int]]:
        """Line and column of each literal and each expression, in order.

        The lexer leaves out blanks that a `-` strips, so each raw token is looked for from the end of the one before.
        """
        source, offset, line, line_start = self._source, 0, 1, 0
        for _, kind, value in self.environment.lex(source, name):
            start = source.find(value, offset)
            line += source.count("\n", offset, start)
            line_start = max(line_start, source.rfind("\n", 0, start) + 1)
            if kind in ("data", "variable_begin"):
                yield line, start - line_start + 1
            line += value.count("\n")
            offset = start + len(value)

    def _mark(self, kind: OriginKind, name: str | None, position: tuple[int, int]) -> str:
        self.places.append(Origin(kind, self.shown(name or "?"), *position))
        return f"{PLACE}{len(self.places) - 1}{STOP}"


def fact_text(fact: str, text: str) -> str:
    """The text of a fact between its marks."""
    return f"{FACT}{fact}{FACT_TEXT}{text}{FACT_END}"


def without_marks(text: str) -> str:
    """The text alone."""
    return _MARK.sub("", text)


def untangled(traced: str, places: list[Origin]) -> tuple[Origins, dict[str, tuple[int, ...]]]:
    """The Markdown with its origins, and the offsets at which each fact begins."""
    pieces: list[str] = []
    segments: list[Segment] = []
    printed: dict[str, list[int]] = {}
    offset, cursor, fact = 0, 0, ""
    place = Origin("generated", "?", 0, 0)
    for found in [*_MARK.finditer(traced), None]:
        text = traced[cursor : found.start() if found else len(traced)]
        if text:
            segments.append(Segment(offset, offset + len(text), _origin(place, fact)))
            pieces.append(text)
            offset += len(text)
        if found is None:
            break
        cursor = found.end()
        if found[1] is not None:
            place = places[int(found[1])]
        elif found[3]:
            fact = ""
            # What an expression prints after a fact is not the literal that stood before it.
            place = Origin("generated", place.file, place.line, place.column)
        else:
            fact = found[2]
            printed.setdefault(fact, []).append(offset)
    markdown = "".join(pieces)
    return Origins(markdown, tuple(segments)), {name: tuple(starts) for name, starts in printed.items()}


def _origin(place: Origin, fact: str) -> Origin:
    return Origin("fact", place.file, place.line, place.column, fact) if fact else place
