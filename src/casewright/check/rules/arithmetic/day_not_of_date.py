"""CW231."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import ClassVar

from casewright.check.evidence.times.agedyears import aged_in
from casewright.check.evidence.times.dateddays import DatedDay, dated_days
from casewright.check.evidence.times.timeline import dated_events, told_days
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.document.mentions.model import DateMention
from casewright.document.reading import Reading
from casewright.patterns import lazily

_ORIGINS = {"operation": "operation", "admission": "admission", "injury": "injury"}
_AGO = lazily(r",?\s\(?(?P<years>\d{1,2})\syears\sago\b")


class DayNotOfDate:
    """A date with its day of illness or stay, or a year with the years since, that the other such pairs contradict.

    Why it is bad
        All days of one course count from one date; a day or a date is wrong.

    Example
        The drain was removed on May 12 (day 8). She left the ward on May 14 (day 12), and was seen on May 20 (day 16).

    Write instead
        The drain was removed on May 12 (day 8). She left the ward on May 14 (day 10), and was seen on May 20 (day 16).

    Source
        Subtraction; every pair of date and day is held against the origin that most of them give, and every `years ago`
        and every year with the age in it against the first such, a year more or less allowed.
    """

    code: ClassVar[str] = "CW231"
    name: ClassVar[str] = "day-not-of-date"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        if len(reading.dates) < 2:
            return
        for pairs in _by_scale(reading).values():
            usual, often = Counter(pair.origin for pair in pairs).most_common(1)[0]
            kept = next(pair for pair in pairs if pair.origin == usual)
            for pair in pairs:
                if abs((pair.origin - usual).days) > (0 if often > 1 else 1) and not _begins(reading, pair):
                    yield self._unfit(reading, pair, f"{kept.mention.text} as day {kept.day}", kept.mention)
                    if often == 1:
                        break
        yield from self._anchored(reading)
        ago = ((mention, int(match["years"])) for mention, match in _years_ago(reading))
        yield from self._years(reading, ((each, years, 1) for each, years in ago), "years since")
        aged = ((each.mention, each.age, -1) for each in reading.once(aged_in))
        yield from self._years(reading, aged, "years of age in")

    def _anchored(self, reading: Reading) -> Iterator[Finding]:
        """A single day of a stay, or after an operation, against the only date of the admission or the operation."""
        events = dated_events(reading)
        for scale, pairs in _by_scale(reading).items():
            begun = [one for one in events if one.event == _ORIGINS.get(scale) and one.mention.day]
            if len(pairs) != 1 or len({one.first for one in begun}) != 1:
                continue
            pair, start = pairs[0], begun[0]
            if start.mention is not pair.mention and abs((pair.origin - start.first).days) > 1:
                yield self._unfit(reading, pair, f"the {start.event} on {start.mention.text}", start.mention)

    def _unfit(self, reading: Reading, pair: DatedDay, against: str, other: DateMention) -> Finding:
        message = f"{pair.mention.text} as day {pair.day} does not fit {against}"
        return found(self, reading, pair.mention, message, "correct a day or a date", [other])

    def _years(
        self, reading: Reading, pairs: Iterable[tuple[DateMention, int, int]], words: str
    ) -> Iterator[Finding]:
        """`in 1986, 22 years ago`, `2012 (age 35)`: the year in which this was written, or the one of birth, is one."""
        known: tuple[int, DateMention] | None = None
        for mention, years, sign in pairs:
            origin = (mention.year or 0) + sign * years
            if known is not None and abs(origin - known[0]) > 1:
                message = f"{years} {words} {mention.year} gives {origin}, and before it was {known[0]}"
                yield found(self, reading, mention, message, "correct a year or an interval", [known[1]])
            known = known or (origin, mention)


def _years_ago(reading: Reading) -> Iterator[tuple[DateMention, re.Match[str]]]:
    for mention in reading.dates:
        match = _AGO.match(reading.blocks[mention.block][1].text, mention.end)
        if match is not None and mention.year is not None:
            yield mention, match


def _by_scale(reading: Reading) -> dict[str, list[DatedDay]]:
    """The dates with a day beside them, by what the day counts from."""
    pairs: dict[str, list[DatedDay]] = {}
    for each in reading.once(dated_days):
        pairs.setdefault(each.scale, []).append(each)
    return pairs


def _begins(reading: Reading, pair: DatedDay) -> bool:
    """Whether the day from which a pair counts is itself told of: a second operation, another stay."""
    own = pair.mention.block, pair.mention.start
    return any(
        first == pair.origin and (mention.block, mention.start) != own
        for mention, first, _ in reading.once(told_days)
    )
