"""CW330."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import ClassVar

from casewright.check.evidence.text.passage import scan, scan_around
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.document.reading import Reading
from casewright.patterns import lazily

_OF_PERIOD = lazily(
    r"(?<![\d.,/-])(?P<number>\d{1,3}(?:\.\d)?)[\s-]?(?P<unit>h|hrs?|hours?|days?|min|minutes?|months?)"
    r"(?:\s?/\s?|\sper\s|\sa\s|\san\s|\seach\s|\severy\s)(?P<period>d|day|week|wk|hour|h|year)\b(?!\s?[/-])",
    re.IGNORECASE,
)
_CLOCK = lazily(  # `1:80` is a titer
    r"\b(?:[Aa]t|[Aa]round|[Uu]ntil|[Ff]rom|[Ss]ince|[Bb]y) (?P<hour>[2-9]|[0-9]\d):(?P<minute>\d{2})"
    r"(?! ?(?:%|mg|m[lL]|ratio|dilution|titer|titre|mixture|[/:.]\d))\b"
)
_OF_A_WEEK = lazily(  # `38 weeks and 9 days of gestation`
    r"\b\d{1,2}\s(?:completed\s)?weeks?,?\s(?:and\s)?(?P<days>[7-9]|[1-9]\d)\sdays?\b"
    r"(?=\sof\s(?:gestation|pregnancy|amenorrh)|['’]?\s(?:gestation|pregnan))"
    r"|\b(?:gestational age|gestation)\b[^.;\d]{0,25}\d{1,2}\sweeks?,?\s(?:and\s)?(?P<later>[7-9]|[1-9]\d)\sdays?\b",
    re.IGNORECASE,
)
_MIXED = lazily(r"\b(?:ratio|dilut\w+|titer|titre|mix\w*|proportion|split|odds)\b")
_PERIODS = ("/d", "day", "week", "wk", "hour", "year")  # as they stand behind the figure, in small letters
_MOST = {("h", "d"): 24, ("d", "w"): 7, ("min", "h"): 60, ("mo", "y"): 12}  # units in a period
_UNITS = {"h": "h", "d": "d", "mi": "min", "mo": "mo"}


class TimeOverItsPeriod:
    """More hours in a day, minutes in an hour, or days in a week, than there are.

    Why it is bad
        The figure is a misprint; how long was treated or worn cannot be known.

    Example
        The brace was worn for 27 hours a day, and taken off at 22:75.

    Write instead
        The brace was worn for 21 hours a day, and taken off at 22:15.

    Source
        The calendar.
    """

    code: ClassVar[str] = "CW330"
    name: ClassVar[str] = "time-over-its-period"
    severity: ClassVar[Severity] = "error"

    def check(self, reading: Reading) -> Iterator[Finding]:
        for passage, match in scan(reading, _CLOCK, ":"):
            late = int(match["hour"]) > 24 or int(match["minute"]) > 59
            if late and not _MIXED.search(match.string, max(0, match.start() - 50), match.end() + 30):
                yield found(
                    self, reading, passage, f"no clock shows {match[0].split()[1]}", "correct the time"
                )
        for passage, match in scan_around(reading, _OF_A_WEEK, 50, 60, "weeks", "week "):
            days = match["days"] or match["later"]
            yield found(self, reading, passage, f"{days} days are no part of a week", "correct the days")
        for passage, match in scan_around(reading, _OF_PERIOD, 18, 18, *_PERIODS):
            unit, period = _kind(match["unit"]), match["period"][0].lower()
            most = _MOST.get((unit, period))
            if most is not None and Decimal(match["number"]) > most:
                words = " ".join(match[0].split())
                message = f"there are no more than {most} in `{words}`"
                yield found(self, reading, passage, message, "correct the figure")


def _kind(unit: str) -> str:
    """The unit of time that a spelling means."""
    lower = unit.lower()
    return _UNITS.get(lower[:2]) or _UNITS[lower[0]]
