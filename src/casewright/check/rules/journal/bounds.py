"""How the rules of this family word a count that is out of a journal's bounds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from casewright.check.extents import Excess, excesses
from casewright.check.finding import Finding, Severity
from casewright.check.rule import Rule
from casewright.check.spotting import Span, found, missing
from casewright.document.reading import Reading

if TYPE_CHECKING:
    from casewright.journal.model import Profile

QUOTED = 60  # characters of a long part


def out_of_bounds(rule: Rule, reading: Reading, names: tuple[str, ...]) -> Iterator[Finding]:
    """A finding for each of these counts that the journal bounds otherwise."""
    for excess in excesses(reading, names):
        assert reading.journal is not None
        message, hint = _words(excess, reading.journal)
        severity = severity_of(rule, excess.limit.verified)
        if excess.block is None:
            yield missing(rule, message, hint, severity)
        else:
            yield found(rule, reading, beginning(reading, excess.block), message, hint, severity=severity)


def severity_of(rule: Rule, verified: bool) -> Severity:
    """A limit that nobody has read in its source may be wrong: breaking it is worth a look, no more."""
    return rule.severity if verified else "note"


def beginning(reading: Reading, block: int) -> Span:
    """The first words of a block, which stand for all of it."""
    text = reading.blocks[block][1].text
    end = len(text) if len(text) <= QUOTED else text.rfind(" ", 0, QUOTED)
    return Span(block, 0, end if end > 0 else QUOTED)


def _words(excess: Excess, journal: Profile) -> tuple[str, str]:
    extent, limit, counted = excess.extent, excess.limit, excess.counted
    one = extent.unit.removesuffix("s") if counted == 1 else extent.unit
    bound = f"at most {limit.most}" if excess.over else f"at least {limit.least}"
    message = f"{extent.what} has {counted} {one}; {journal.journal} wants {bound}"
    too_many, too_few = counted - (limit.most or 0), (limit.least or 0) - counted
    advice = f"leave out {too_many}" if excess.over else f"add {too_few}"
    doubt = "" if limit.verified else ", which nobody has confirmed: look it up"
    return message, f"{advice}; source of the limit: {limit.source}{doubt}"
