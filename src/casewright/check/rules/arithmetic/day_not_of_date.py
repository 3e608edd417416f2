"""CW231."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar

from casewright.check.evidence.times.agedyears import aged_in
from casewright.check.evidence.times.timeline import told_days
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.document.mentions.model import DateMention
from casewright.document.reading import Reading
from casewright.patterns import lazily

_DAY = lazily(
    r",?\s?\(?(?P<scale>(?:post-?operative\s|hospital\s|illness\s)?day|POD|HD)\s?(?P<day>\d{1,3})\b(?!"
    r"\s?(?:[-–/]|to\b))",
    re.IGNORECASE,
)
_AGO = lazily(r",?\s\(?(?P<years>\d{1,2})\syears\sago\b")


@dataclass(frozen=True, slots=True)
class _Counted:
    """A printed date with a count of days or years beside it, and the day or year from which it counts."""

    mention: DateMention
    count: str
    origin: date


class DayNotOfDate:
    """A date with its day of illness, or a year with the years since, that the other such pairs contradict.

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
                if abs((pair.origin - usual).days) > (0 if often > 1 else 1):
                    message = f"{pair.mention.text} as {pair.count} does not fit {kept.mention.text} as {kept.count}"
                    yield found(
                        self, reading, pair.mention, message, "correct a day or a date", [kept.mention]
                    )
                    if often == 1:
                        break
        ago = ((mention, int(match["years"])) for mention, match in _years_ago(reading))
        yield from self._years(reading, ((each, years, 1) for each, years in ago), "years since")
        aged = ((each.mention, each.age, -1) for each in reading.once(aged_in))
        yield from self._years(reading, aged, "years of age in")

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


def _by_scale(reading: Reading) -> dict[str, list[_Counted]]:
    """The dates with a day beside them, by what the day counts from."""
    pairs: dict[str, list[_Counted]] = {}
    for mention, first, _ in reading.once(told_days):
        match = _DAY.match(reading.blocks[mention.block][1].text, mention.end)
        if match:
            scale = match["scale"].lower().removesuffix("day").strip()
            origin = first - timedelta(days=int(match["day"]))
            pairs.setdefault(scale, []).append(_Counted(mention, f"day {match['day']}", origin))
    return pairs
