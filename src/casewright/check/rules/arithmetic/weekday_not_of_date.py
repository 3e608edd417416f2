"""CW211."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import ClassVar

from casewright.check.evidence.times.timeline import course_dates
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.document.reading import Reading

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class WeekdayNotOfDate:
    """A weekday printed with a date that fell on another day, or a date that the calendar does not have.

    Why it is bad
        One of the two is wrong, and every interval counted from that date is in doubt.

    Example
        He was admitted on Thursday, 4 March 2019.

    Write instead
        He was admitted on Monday, 4 March 2019.

    Source
        The Gregorian calendar.
    """

    code: ClassVar[str] = "CW211"
    name: ClassVar[str] = "weekday-not-of-date"
    severity: ClassVar[Severity] = "error"

    def check(self, reading: Reading) -> Iterator[Finding]:
        for printed, mention in zip(reading.dates, reading.once(course_dates), strict=True):
            if not (mention.year and mention.month and mention.day):
                continue
            try:
                day = date(mention.year, mention.month, mention.day)
            except ValueError:
                yield found(
                    self, reading, mention, f"there is no {mention.text}", "correct the day or the month"
                )
                continue
            if mention.weekday is not None and mention.weekday != day.weekday():
                message = f"this date was a {_DAYS[day.weekday()]}, not a {_DAYS[mention.weekday]}"
                severity: Severity = (
                    "error" if printed.year else "warning"
                )  # the year is that of the dates before
                yield found(self, reading, mention, message, "correct the weekday or the date", (), severity)
