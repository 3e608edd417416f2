"""CW156."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, islice
from typing import ClassVar

from casewright.check.evidence.people.cases import cases_told
from casewright.check.evidence.telling.kinds import Kind, kinds_told_otherwise
from casewright.check.evidence.telling.predicates import predicates_told_otherwise
from casewright.check.evidence.telling.turned import Placed
from casewright.check.evidence.words.wording import stem
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import Span, found
from casewright.document.mentions.wordset import plain_words
from casewright.document.reading import Reading

_MOST = 3  # notes a report
_HINT = "if the two tell of two things or of two times, there is nothing to do"


class KindToldOtherwise:
    """A thing that one part of the report calls of one kind, and another part of the kind that excludes it.

    Why it is bad
        `Mild` in the introduction and `severe` in the conclusion, `mechanical` and `biological`, `pinpoint` and
        `dilated`: where both are said of one thing, one of them is a slip. This is a question to the author, and mostly
        answered: two things, or two days, were meant.

    Example
        Introduction: We report pinpoint pupils after a first dose of olanzapine. Case report: He had dilated pupils.

    Write instead
        Introduction: We report pinpoint pupils after a first dose of olanzapine. Case report: He had pinpoint pupils.

    Source
        Which words exclude one another is judgement, not verified against a source. Places are no kinds: sides, levels
        and organs are left to other rules. Nothing is said where either part has both. What failed or succeeded, was
        low, normal or high, and in which position a joint is held is read, too, where no sentence tells of a later
        time.
    """

    code: ClassVar[str] = "CW156"
    name: ClassVar[str] = "kind-told-otherwise"
    severity: ClassVar[Severity] = "note"

    def check(self, reading: Reading) -> Iterator[Finding]:
        if reading.once(cases_told) == 1:
            yield from islice(chain(self._predicates(reading), self._kinds(reading)), _MOST)

    def _predicates(self, reading: Reading) -> Iterator[Finding]:
        for there, here in predicates_told_otherwise(reading):
            where = there.stretch.section.title or "another part"
            message = f"`{here.thing}`: {here.said} here and {there.said} in {where}; is that meant?"
            yield found(self, reading, here.place, message, _HINT, [there.place])

    def _kinds(self, reading: Reading) -> Iterator[Finding]:
        for kind in sorted(kinds_told_otherwise(reading), key=lambda kind: -kind.weight):
            yield self._kind(reading, kind)

    def _kind(self, reading: Reading, kind: Kind) -> Finding:
        there, here = kind.one, kind.other
        where = there.stretch.section.title or "another part"
        thing = _thing(here)
        message = f"{_said(here)} {thing} here and {_said(there)} {thing} in {where}; is that meant?"
        return found(self, reading, _span(here), message, _HINT, [_span(there)])


def _said(placed: Placed) -> str:
    return placed.stretch.text[placed.turn.start : placed.turn.end].lower()


def _thing(placed: Placed) -> str:
    """The word that the kind is said of."""
    behind = plain_words(placed.stretch.text[placed.turn.end :])
    return next(word for word in behind if stem(word) == placed.turn.after)


def _span(placed: Placed) -> Span:
    stretch, turn = placed.stretch, placed.turn
    return Span(stretch.sentence.block, stretch.offset + turn.start, stretch.offset + turn.end)
