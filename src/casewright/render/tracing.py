"""Carries the place of every literal and the id of every fact through Jinja, inside the text itself.

Each literal of a template is preceded by a mark with its place, and so is each expression; a fact's text stands
between two marks. The marks are control characters, which neither templates nor facts may hold; because
they are part of the text they survive macros, includes, blocks and concatenation. `untangled` takes them out again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from jinja2 import Environment
from jinja2.lexer import Lexer

from casewright.errors import InputError, Place, Problem
from casewright.patterns import lazily
from casewright.render.model import Origin, OriginKind, Origins, Segment

PLACE, FACT, FACT_TEXT, FACT_END, STOP = "\x01", "\x02", "\x03", "\x04", "\x05"
_MARK = lazily("\x01([lg])(\\d+):(\\d+):([^\x05]*)\x05|\x02([^\x03]*)\x03|\x04")
_KINDS: dict[str, OriginKind] = {"l": "literal", "g": "generated"}
_FORBIDDEN = lazily("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


class TracingLexer(Lexer):
    """Jinja's lexer, which puts a mark before every literal and every expression of a template.

    `shown` gives the name of a template in places.
    """

    def __init__(self, environment: Environment, shown: Callable[[str], str]) -> None:
        super().__init__(environment)
        self.shown = shown

    def tokeniter(
        self, source: str, name: str | None, filename: str | None = None, state: str | None = None
    ) -> Iterator[tuple[int, str, str]]:
        """The tokens, marks among them.

        Jinja leaves out blanks that a `-` strips, so each token is looked for from the end of the one before.
        """
        file = self.shown(name or "?")
        source = source.replace("\r\n", "\n").replace("\r", "\n")
        _refuse_marks(source, file, 0, source)
        offset = counted = 0
        line, line_start = 1, 0
        for number, kind, value in super().tokeniter(source, name, filename, state):
            start = source.find(value, offset)
            offset = start + len(value)
            if kind == "string" and "\\" in value:
                _refuse_marks(decoded(value), file, start, source)
            if kind in ("data", "variable_begin"):
                line += source.count("\n", counted, start)
                line_start = max(line_start, source.rfind("\n", counted, start) + 1)
                counted = start
                mark = f"{line}:{start - line_start + 1}:{file}{STOP}"
                if kind == "data":
                    value = f"{PLACE}l{mark}{value}"
                else:
                    yield number, "data", f"{PLACE}g{mark}"
            yield number, kind, value


def decoded(string: str) -> str:
    """A string of a template with its escapes read, as Jinja reads them."""
    return string.encode("ascii", "backslashreplace").decode("unicode-escape", "replace")


def _refuse_marks(text: str, file: str, start: int, source: str) -> None:
    """Raise InputError for a control character in `text`, which stands at `start` of the source."""
    found = _FORBIDDEN.search(text)
    if found:
        at = start + (found.start() if text is source else 0)
        line, column = source.count("\n", 0, at) + 1, at - source.rfind("\n", 0, at)
        message = f"a control character (U+{ord(found[0]):04X}) in the text"
        raise InputError(Problem(message, "delete it", Place(file, line, column)))


def fact_text(fact: str, text: str) -> str:
    """The text of a fact between its marks."""
    return f"{FACT}{fact}{FACT_TEXT}{text}{FACT_END}"


def without_marks(text: str) -> str:
    """The text alone."""
    return _MARK.sub("", text)


def untangled(traced: str) -> tuple[Origins, dict[str, tuple[int, ...]]]:
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
        if found[1]:
            place = Origin(_KINDS[found[1]], found[4], int(found[2]), int(found[3]))
        elif found[5] is not None:
            fact = found[5]
            printed.setdefault(fact, []).append(offset)
        else:
            fact = ""
            # What an expression prints after a fact is not the literal that stood before it.
            place = Origin("generated", place.file, place.line, place.column)
    markdown = "".join(pieces)
    return Origins(markdown, tuple(segments)), {name: tuple(starts) for name, starts in printed.items()}


def _origin(place: Origin, fact: str) -> Origin:
    return Origin("fact", place.file, place.line, place.column, fact) if fact else place
