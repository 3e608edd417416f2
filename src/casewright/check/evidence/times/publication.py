"""The dates of a manuscript's own history, from its receipt to its publication, where one stands before an earlier."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from casewright.check.evidence.times.timeline import days_of
from casewright.document.mentions.model import DateMention
from casewright.document.reading import Reading
from casewright.patterns import lazily

# In the order of the steps of a journal (JATS `history`: received, rev-recd, accepted, pub).
_STEP = lazily(
    r"\b(?:(?P<s0>Received|Submitted)|(?P<s1>Peer[- ]review started)|(?P<s2>First decision)"
    r"|(?P<s3>Revised|Received in revised form|Revision received)|(?P<s4>Accepted)|(?P<s5>Article in press)"
    r"|(?P<s6>Published(?: [Oo]nline)?))(?: date)?(?: on|:)?\s{1,2}\Z"
)
_LEAD = 45  # characters before a date in which its step is named


class Step(NamedTuple):
    """A step with its place in the order, the words for it, and its date."""

    rank: int
    name: str
    date: DateMention


def steps_out_of_order(reading: Reading) -> Iterator[tuple[Step, Step]]:
    """A step that is dated before one that it follows, and that one; every step is taken where it stands first."""
    first: dict[int, Step] = {}
    for step in _steps(reading):
        first.setdefault(step.rank, step)
    steps = sorted(first.values())
    for before, after in ((one, other) for one in steps for other in steps if one.rank < other.rank):
        begun, ended = days_of(before.date), days_of(after.date)
        if begun and ended and ended[1] < begun[0]:
            yield after, before


def _steps(reading: Reading) -> Iterator[Step]:
    for mention in reading.dates:
        if mention.year is None or mention.month is None:
            continue
        match = _STEP.search(_before(reading, mention))
        if match is not None and match.lastgroup:
            yield Step(int(match.lastgroup[1:]), match[match.lastgroup].lower(), mention)


def _before(reading: Reading, mention: DateMention) -> str:
    """The words before a date, or the heading where it opens the paragraph below: `Peer-review started:`."""
    text = reading.blocks[mention.block][1].text[max(0, mention.start - _LEAD) : mention.start]
    above = reading.blocks[mention.block - 1][1] if mention.block and not text.strip() else None
    return f"{above.text} " if above is not None and above.kind == "heading" else text
