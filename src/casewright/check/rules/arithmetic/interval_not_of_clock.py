"""CW224."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from casewright.check.evidence.text.passage import Passage, having, scan
from casewright.check.evidence.times.clocktimes import passed
from casewright.check.evidence.times.timeline import told_days
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.document.mentions.model import DateMention
from casewright.document.reading import Reading
from casewright.patterns import lazily
from casewright.quantity.number import read_number

_CLOCK = r"(?:[01]?\d|2[0-3])[:.][0-5]\d(?!\d)(?:\s?(?P<{}>[ap]\.?m\b\.?|h\b|hours\b))?"
_COUNT = (
    r"(?P<count>\d{1,3}(?:\.\d)?|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en)\s"
    r"(?P<unit>h|hours?|hrs?|min|minutes?)"
)
_EARLIER = rf"(?P<first>{_CLOCK.format('m1')})"
_LATER = rf"(?P<second>{_CLOCK.format('m2')})"
# `at 9:05`, `at 9.05`: a pattern that begins with one mark is found ten times as fast as one that begins with two.
_TIMED = tuple(
    lazily(rf"{mark}[0-5]\d(?!\d)(?:(?<=[todlm]\s\d.\d\d)|(?<=[todlm]\s\d\d.\d\d))") for mark in (":", r"\.")
)
_GAP = r"[^.;:]{0,70}"
_PATTERNS = (
    # at 21:40 she was taken to theatre, 4 hours after the scan at 17:40
    lazily(rf"\b[Aa]t\s{_LATER}{_GAP}\b{_COUNT}\safter\s[^.;:\d]{{2,40}}\sat\s{_EARLIER}"),
    # woke at 05:30 unable to move. Three hours before, at 02:30
    lazily(rf"\bat\s{_LATER}(?:[^.;:]{{0,90}}\.\s){_COUNT}\s(?:before|earlier),?\sat\s{_EARLIER}"),
    # at 14:00 on March 30 ... At 06:00 on March 31, 16 h later
    lazily(
        rf"\b[Aa]t\s{_EARLIER}[^:;]{{0,140}}\b[Aa]t\s{_LATER}(?:\son\s(?:the\s)?[\w ,]{{3,20}}?)?,\s{_COUNT}\slater\b"
    ),
    # at 19:00. The girl vomited 10 h later, at 05:00
    lazily(rf"\bat\s{_EARLIER}(?:[^:;]{{0,110}})\s{_COUNT}\slater,?\sat\s{_LATER}"),
    # from 09:15 to 11:45 (150 min)
    lazily(rf"\b(?:from|between)\s{_EARLIER}\s(?:to|and)\s{_LATER}\s?\(?,?\s?(?:i\.e\.,?\s)?{_COUNT}\b"),
    # 150 min, from 09:15 to 11:45
    lazily(rf"(?<![\d.–-])\b{_COUNT},?\s\(?(?:from|between)\s{_EARLIER}\s(?:to|and|until)\s{_LATER}"),
)
_BEGAN = r"\b(?:began|begun|started|commenced)\s(?:at\s)?"
_ENDED = r"\b(?:ended|finished|stopped|concluded|completed)\s(?:at\s)?"
# began at 10:30 and ended at 12:00, lasting 3 h
_FROM_TO_END = lazily(
    rf"{_BEGAN}{_EARLIER}[^.;:\d]{{0,50}}{_ENDED}{_LATER},?\s\(?(?:and\s)?"
    r"(?:lasting|lasted|for|after|taking|took|a total of|a duration of|duration:?|total:?)\s"
    rf"(?:a\stotal\sof\s|about\s)?{_COUNT}(?:\s(?:and\s)?(?P<rest>\d{{1,2}})\s?min\w*)?\b"
)
# from 18:00 on May 4 until 08:00 on May 6, that is, for 38 hours
_OVER_DAYS = lazily(
    rf"\bfrom\s{_EARLIER}\son\s(?:the\s)?[^.;:()]{{3,20}}?\s(?:to|until|till)\s{_LATER}\son\s(?:the\s)?"
    rf"[^.;:()]{{3,20}}?,?\s\(?(?:that\sis,?\s|i\.e\.,?\s|a\stotal\sof\s|for\s)*{_COUNT}\b"
)


class IntervalNotOfClock:
    """An interval in hours or minutes that the two clock times do not give.

    Why it is bad
        Delay to treatment is often the lesson of the case; one of the three figures is wrong.

    Example
        At 21:40 she was taken to theatre, 6 hours after the scan at 17:40.

    Write instead
        At 21:40 she was taken to theatre, 4 hours after the scan at 17:40.

    Source
        The clock, over midnight where it must be; the interval is held to its rounding, times without `am` or `pm` to
        either half of the day.
    """

    code: ClassVar[str] = "CW224"
    name: ClassVar[str] = "interval-not-of-clock"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        held: list[Passage] = []
        timed = frozenset().union(*(having(reading, sign) for sign in _TIMED))
        for pattern in _PATTERNS if timed else ():
            for passage, match in scan(reading, pattern, " h", "min", among=timed):
                count = read_number(match["count"].lower())
                if count is None:
                    continue
                held.append(passage)
                size = 60.0 if match["unit"].startswith("h") else 1.0
                low, high = (float(bound) * size for bound in count.bounds)
                spans = [(last - first) % 1440 for first in _minutes(match, 1) for last in _minutes(match, 2)]
                if high >= 1440 or any(low <= span <= high for span in spans):
                    continue
                message = (
                    f"from {match['first']} to {match['second']} are {_words(spans[0])}, not {match['count'].lower()} "
                    f"{match['unit']}"
                )
                yield found(self, reading, passage, message, "correct the interval or a time")
        yield from self._to_its_end(reading, timed)
        yield from self._over_days(reading, timed)
        for told, other in passed(reading):
            place = told.time.place
            if any(place.block == each.block and each.start <= place.start < each.end for each in held):
                continue
            message = f"{told.time.text} does not fit `{told.words}`, counted from any time told here"
            yield found(
                self, reading, told.time.place, message, "correct the interval or a time", [other.place]
            )

    def _to_its_end(self, reading: Reading, timed: frozenset[int]) -> Iterator[Finding]:
        """What began and ended at times that its length is not between."""
        for passage, match in scan(reading, _FROM_TO_END, " h", "min", among=timed) if timed else ():
            count = read_number(match["count"].lower())
            if count is None:
                continue
            size = 60.0 if match["unit"].startswith("h") else 1.0
            rest = int(match["rest"] or 0)
            low, high = (float(bound) * size + rest for bound in count.bounds)
            spans = [(last - first) % 1440 for first in _minutes(match, 1) for last in _minutes(match, 2)]
            if not any(low <= span <= high or low <= span % 720 <= high for span in spans):
                length = f"{match['count'].lower()} {match['unit']}" + (f" {rest} min" if rest else "")
                message = f"from {match['first']} to {match['second']} are {_words(spans[0])}, not {length}"
                yield found(self, reading, passage, message, "correct the interval or a time")

    def _over_days(self, reading: Reading, timed: frozenset[int]) -> Iterator[Finding]:
        """An interval between two times of which each has its date."""
        for passage, match in scan(reading, _OVER_DAYS, " h", "min", among=timed) if timed else ():
            dates = [each for each in reading.once(told_days) if _within(each[0], passage)]
            count = read_number(match["count"].lower())
            if len(dates) != 2 or count is None:
                continue
            days = (dates[1][1] - dates[0][1]).days
            size = 60.0 if match["unit"].startswith("h") else 1.0
            low, high = (float(bound) * size for bound in count.bounds)
            spans = [
                days * 1440 + last - first for first in _minutes(match, 1) for last in _minutes(match, 2)
            ]
            if not any(low <= span <= high for span in spans):
                message = (
                    f"from {match['first']} on {dates[0][0].text} to {match['second']} on {dates[1][0].text} are "
                    f"{_words(spans[0])}, not {match['count'].lower()} {match['unit']}"
                )
                yield found(self, reading, passage, message, "correct the interval or a time")


def _within(mention: DateMention, passage: Passage) -> bool:
    return mention.block == passage.block and passage.start <= mention.start < passage.end


def _minutes(match: re.Match[str], which: int) -> list[int]:
    """The minutes after midnight that a printed time may mean."""
    text, half = match["first" if which == 1 else "second"], (match[f"m{which}"] or "").replace(".", "")
    hour, minute = (int(part) for part in re.findall(r"\d+", text)[:2])
    if half in ("am", "pm"):
        return [(hour % 12 + (12 if half == "pm" else 0)) * 60 + minute]
    return [hour * 60 + minute]


def _words(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    return " ".join(
        part for part in (f"{hours} h" if hours else "", f"{rest} min" if rest or not hours else "") if part
    )
