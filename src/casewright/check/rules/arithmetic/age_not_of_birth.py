"""CW213."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.check.timeline import dated_events
from casewright.document.reading import Reading


class AgeNotOfBirth:
    """An age that the date of birth and the date of admission do not give.

    Why it is bad
        One of the three is wrong.

    Example
        A 26-year-old woman, born in 1983, was admitted on 2 May 2020.

    Write instead
        A 26-year-old woman, born in 1993, was admitted on 2 May 2020.

    Source
        The calendar; the age in completed years lies between the two that the printed dates allow.
    """

    code: ClassVar[str] = "CW213"
    name: ClassVar[str] = "age-not-of-birth"
    severity: ClassVar[Severity] = "error"

    def check(self, reading: Reading) -> Iterator[Finding]:
        events = dated_events(reading)
        births = [one for one in events if one.event == "birth"]
        visits = [one for one in events if one.event == "admission"]
        ages = [m for m in reading.quantities if m.measure == "age" and m.subject == "patient"]
        years = [
            m
            for m in ages
            if m.quantity.shape == "single" and m.quantity.unit and m.quantity.unit.code == "a"
        ]
        if len({birth.first for birth in births}) != 1 or not visits or not years:
            return
        birth = births[0]
        youngest = (min(visit.first for visit in visits) - birth.last).days / 365.25
        oldest = (max(visit.last for visit in visits) - birth.first).days / 365.25
        for age in years[:1]:
            value = float(age.quantity.numbers[0].value)
            if not youngest - 1.01 <= value <= oldest + 0.01:
                message = f"an age of {age.quantity.numbers[0].text} years does not fit birth in {birth.mention.text}"
                against = [birth.mention, visits[0].mention]
                yield found(self, reading, age, message, "correct the age or the date of birth", against)
