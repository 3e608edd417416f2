"""CW221."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import ClassVar

from casewright.check.evidence.text.passage import scan
from casewright.check.evidence.times.timeline import days_of
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.document.reading import Reading
from casewright.patterns import lazily
from casewright.quantity.model import Number
from casewright.quantity.number import read_number

_FROM = lazily(r"\b(?:from|between)\s(?:the\s)?\Z", re.IGNORECASE)
_TO = lazily(r"\s?(?:to|until|till|and|through|-|–)\s(?:the\s)?\Z", re.IGNORECASE)
_PERIOD = lazily(
    r"\b(?:for|over|a total of|lasting|after)\s(?:a total of\s)?(?P<count>\d{1,3}"
    r"|[a-z]+)[\s-](?P<unit>d|days?|wk|weeks?|mo|months?|years?)\b"
    r"|\((?P<bare>\d{1,3})\s(?P<of>days?|weeks?|months?|years?)\)"
)
_LEADING = lazily(  # `for 5 days from May 1 to May 5`
    r"\b(?:for|over|of|was|lasted|lasting|during|after)\s(?:a total of\s|about\s"
    r"|approximately\s)?(?P<count>\d{1,3}|[a-z]+)"
    r"[\s-](?P<unit>days?|weeks?|months?|years?)(?P<bare>)(?P<of>)(?:\s(?:in (?:the )?hospital"
    r"|follow-?up|period))?,?\s?\(?"
    r"(?:i\.e\.,?\s)?(?:from|between)\s(?:the\s)?\Z",
    re.IGNORECASE,
)
_FROM_DAY = lazily(  # `vasopressors for 11 days (26 to 37)`
    r"\bfor\s(?P<count>\d{1,3}|[a-z]+)\s(?P<unit>day|week|month)s\s\((?:from\s)?(?:day\s)?(?P<first>\d{1,3})"
    r"\s?(?:to|-|–)\s?"
    r"(?:day\s)?(?P<last>\d{1,3})\)",
    re.IGNORECASE,
)
_MONTHLY = 15  # days more by which a period may differ where only its months are printed
_DAYS = {"d": 1.0, "w": 7.0, "m": 30.4375, "y": 365.25}


class PeriodNotOfDates:
    """A period that the two dates it ran between do not give.

    Why it is bad
        One of the two dates or the period is wrong.

    Example
        From May 4, 2020 to June 27, 2020 she received the drug for 12 weeks.

    Write instead
        From May 4, 2020 to July 27, 2020 she received the drug for 12 weeks.

    Source
        The calendar. A day more or less is allowed for counting both ends, and half a unit for rounding.
    """

    code: ClassVar[str] = "CW221"
    name: ClassVar[str] = "period-not-of-dates"
    severity: ClassVar[Severity] = "error"

    def check(self, reading: Reading) -> Iterator[Finding]:
        yield from self._days(reading)
        for first, last in pairwise(reading.dates):
            text = reading.blocks[first.block][1].text
            whole = (
                first if first.year is not None else replace(first, year=last.year)
            )  # `May 1 to May 20, 2018`
            start, end = days_of(whole), days_of(last)
            if (
                first.sentence != last.sentence
                or start is None
                or end is None
                or not (whole.month and last.month)
            ):
                continue
            if not (_FROM.search(text[: first.start][-12:]) and _TO.fullmatch(text[first.end : last.start])):
                continue
            match = _PERIOD.search(text, last.end, min(reading.sentences[first.sentence].end, last.end + 70))
            match = match or _LEADING.search(text, max(0, first.start - 40), first.start)
            count = read_number((match["count"] or match["bare"]).lower()) if match else None
            if match is None or count is None:
                continue
            days, most = (end[0] - start[1]).days, (end[1] - start[0]).days
            low, high = _allowed(count, match["unit"] or match["of"])
            loose = 0 if whole.day and last.day else _MONTHLY
            if days > high + loose or most < low - loose:
                span = str(days) if days == most else f"{days} to {most}"
                message = f"from {first.text} to {last.text} are {span} days, not {_told(match)}"
                yield found(self, reading, last, message, "correct the period or a date", [first])

    def _days(self, reading: Reading) -> Iterator[Finding]:
        """A number of days with the first and the last of them in brackets; both ends may count or not."""
        for passage, match in scan(reading, _FROM_DAY, "days (", "weeks (", "months ("):
            count, span = read_number(match["count"].lower()), int(match["last"]) - int(match["first"])
            low, high = sorted((int(match["first"]), int(match["last"])))
            if count is None or span <= 0 or low <= count.value <= high or low < 3:
                continue  # `for 5 days (3 to 9)` is a range of the count
            if abs(int(count.value) - span) > 1:
                message = f"from {match['first']} to {match['last']} are {span} {match['unit']}s, not {match['count']}"
                yield found(self, reading, passage, message, "correct the period or one of its ends")


def _told(match: re.Match[str]) -> str:
    return match[0].strip("() ").removesuffix("from").removesuffix("between").strip()


def _allowed(count: Number, unit: str) -> tuple[float, float]:
    size = _DAYS[unit[0]]
    low, high = (float(bound) * size for bound in count.bounds)
    return low - 1.5, high + 1.5
