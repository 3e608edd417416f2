"""CW214."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations
from typing import ClassVar

from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.check.timeline import Dated, Event, dated_events, days_of
from casewright.document.mentions.model import DateMention
from casewright.document.reading import Reading

_COURSE: tuple[Event, ...] = ("birth", "admission", "discharge", "death")
_PAST = re.compile(
    r"\bhad\b|\bprevious|\bprior\b|\bearlier\b|\bhistory\b|\bsince\b|\bbefore\b|\bago\b|\bretrospective|\blast\b",
    re.IGNORECASE,
)


class EventOutOfOrder:
    """A date that puts an event before what must have come first.

    Why it is bad
        A patient is not discharged before admission; one of the dates is wrong, most often in its month or year.

    Example
        He was admitted on 4 March 2019. Sphincterotomy was performed on 6 February 2019, and cystectomy on 13 March
        2019.

    Write instead
        He was admitted on 4 March 2019. Sphincterotomy was performed on 6 March 2019, and cystectomy on 13 March
        2019.

    Source
        The calendar. A step back in a course told in order is a warning, since the text may look back.
    """

    code: ClassVar[str] = "CW214"
    name: ClassVar[str] = "event-out-of-order"
    severity: ClassVar[Severity] = "error"

    def check(self, reading: Reading) -> Iterator[Finding]:
        if len(reading.dates) < 2:
            return
        reported: set[int] = set()
        events = dated_events(reading)
        for earlier, later in combinations(_COURSE, 2):
            firsts = [one for one in events if one.event == earlier]
            lasts = [one for one in events if one.event == later]
            if _single(firsts) and _single(lasts) and lasts[0].last < firsts[0].first:
                reported.add(id(lasts[0].mention))
                message = (
                    f"the {later} is dated before the {earlier}, which is dated {firsts[0].mention.text}"
                )
                yield found(
                    self, reading, lasts[0].mention, message, "correct one of the dates", [firsts[0].mention]
                )
        for before, mention, after in _steps_back(reading):
            if id(mention) not in reported:
                message = (
                    f"{mention.text} stands between {before.text} and {after.text} and is earlier than both"
                )
                yield found(self, reading, mention, message, "correct the date", [before, after], "warning")


def _single(events: list[Dated]) -> bool:
    return len({event.first for event in events}) == 1


def _steps_back(reading: Reading) -> Iterator[tuple[DateMention, DateMention, DateMention]]:
    """Full dates of the course that lie before their neighbours on both sides, where no word looks back."""
    course = []
    for mention in reading.dates:
        days = days_of(mention)
        told = mention.role.startswith("case") and mention.subject == "patient"
        if days and mention.day and told and not _aside(reading, mention):
            course.append((mention, days[0]))
    for (before, first), (mention, day), (after, third) in zip(course, course[1:], course[2:], strict=False):
        sentence = reading.sentences[mention.sentence]
        words = reading.blocks[mention.block][1].text[sentence.start : sentence.end]
        if day < first <= third and not _PAST.search(words):
            yield before, mention, after


def _aside(reading: Reading, mention: DateMention) -> bool:
    """Whether a date stands in a legend or in brackets, outside the order in which the course is told."""
    block = reading.blocks[mention.block][1]
    before = block.text[: mention.start]
    return (
        block.kind != "paragraph"
        or before.startswith(("Fig", "Table"))
        or before.count("(") > before.count(")")
    )
