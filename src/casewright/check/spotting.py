"""From a mention to a finding: the one way in which rules say where something stands."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple, Protocol

from casewright.check.finding import Finding, Severity, Spot
from casewright.check.rule import Rule
from casewright.document.reading import Reading
from casewright.errors import Place
from casewright.patterns import lazily

_HYPHENED = lazily(r"(?<=\d)[-‐‑](?=(?:[mckµμ]?[mg]|[dm]?[lL]|c?Gy)\b)")
_NAMES = {"": "", "text": "text", "case": "case report", "core_tip": "core tip"}


class Stretch(Protocol):
    """Characters `start` to `end` of block number `block`: every mention and every sentence is one."""

    @property
    def block(self) -> int: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


class Span(NamedTuple):
    """A stretch that is no mention."""

    block: int
    start: int
    end: int


def as_said(text: str) -> str:
    """A printed figure as a message says it: `4-mm` before a noun is 4 mm, and a line break is a space."""
    return _HYPHENED.sub(" ", " ".join(text.split()))


def spot(reading: Reading, at: Stretch) -> Spot:
    """The spot of a mention: its section by printed title, else by its job, and the words as printed."""
    section, block = reading.blocks[at.block]
    place = block.at(at.start)
    name = section.title or _NAMES.get(section.role) or section.role.replace(".", ", ").replace("_", " ")
    quote = " ".join(block.text[at.start : at.end].split())
    return Spot(name, quote, place.line, place.column, at.block, at.start)


def found(
    rule: Rule | type[Rule],
    reading: Reading,
    at: Stretch,
    message: str,
    hint: str = "",
    against: Iterable[Stretch] = (),
    severity: Severity | None = None,
) -> Finding:
    """A finding of `rule` at a mention; `against` are the mentions that contradict it."""
    file = reading.blocks[at.block][1].at(at.start).file
    return Finding(
        rule.code,
        rule.name,
        severity or rule.severity,
        message,
        hint,
        spot(reading, at),
        tuple(spot(reading, other) for other in against),
        "" if file == reading.document.source else file,
    )


def missing(
    rule: Rule | type[Rule],
    message: str,
    hint: str = "",
    severity: Severity | None = None,
    place: Place | None = None,
) -> Finding:
    """A finding about what stands nowhere in the text: at `place` where a file is to blame, else at the
    beginning."""
    at = place or Place("", 1, 1)
    return Finding(
        rule.code,
        rule.name,
        severity or rule.severity,
        message,
        hint,
        Spot("", "", at.line, at.column),
        file=at.file,
    )
