"""CW245."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import ClassVar

from casewright.check.evidence.text.parts import words_of
from casewright.check.evidence.text.passage import scan_at
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.document.reading import Reading
from casewright.patterns import lazily
from casewright.quantity.number import read_number

_LIST = lazily(
    r"\b(?P<unit>day|week|month)s\s(?P<list>\d{1,3}(?:,\s?\d{1,3}){1,9},?\s(?:and\s)?\d{1,3})\b(?!\s?(?:%"
    r"|[a-zµμ]{1,3}/|mg|g\b))",
    re.IGNORECASE,
)
_OFTEN = lazily(
    r"\b(?:(?P<daily>daily|every day|once a day|each day)|(?P<other>every (?:other|second) day|(?:on )?alternate days)"
    r"|(?P<biweekly>every (?:other|second) week)|(?P<weekly>weekly|every week|once a week|each week|per week)"
    r"|(?P<monthly>monthly|every month|once a month)|every (?P<n>\d{1,2}|two|three|four|five|six|seven)"
    r" (?P<of>day|week|month)s"
    r"|at (?:intervals of (?P<k>\d{1,2}|two|three|four) (?P<in>day|week|month)s))\b",
    re.IGNORECASE,
)
_TWICE = lazily(r"\b(?:twice|two times|three times|thrice|times)\s\Z|\bbi-?\Z", re.IGNORECASE)
_DAYS = {"day": 1, "week": 7, "month": 30}


class DaysNotOfFrequency:
    """A list of days whose steps are not those of the frequency stated with it.

    Why it is bad
        A day or the frequency is wrong, and a dose given too early or too late would be read as the plan.

    Example
        Rituximab was given once weekly on hospital days 4, 11, 20, and 25.

    Write instead
        Rituximab was given once weekly on hospital days 4, 11, 18, and 25.

    Source
        Subtraction. Only lists of three days or more, of which some step is the stated one, so that the days of a cycle
        that is itself repeated pass.
    """

    code: ClassVar[str] = "CW245"
    name: ClassVar[str] = "days-not-of-frequency"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        for passage, match in scan_at(reading, _LIST, "days ", "weeks ", "months "):
            days = [int(each) for each in re.findall(r"\d+", match["list"])]
            steps = Counter(later - earlier for earlier, later in pairwise(days))
            if len(days) < 3 or len(steps) < 2 or min(steps) <= 0:
                continue
            words = words_of(reading, reading.sentences[reading.sentence_at(passage.block, passage.start)])
            unit = match["unit"].lower()
            sizes = set(_sizes(words, unit))
            if len(sizes) == 1 and (size := sizes.pop()) in steps:
                message = f"{unit}s {match['list']} are not all {size:g} {unit}s apart"
                yield found(self, reading, passage, message, "correct a day or the frequency")


def _sizes(words: str, unit: str) -> Iterator[float]:
    """The steps, in the unit of the list, that the frequencies of a sentence mean."""
    for often in _OFTEN.finditer(words):
        if _TWICE.search(words[: often.start()]):
            continue
        yield _step(often) / _DAYS[unit]


def _step(often: re.Match[str]) -> int:
    """The days between two doses."""
    if count := often["n"] or often["k"]:
        number = read_number(count.lower())
        return int(number.value if number else 0) * _DAYS[(often["of"] or often["in"]).lower()]
    plain = {"daily": 1, "other": 2, "weekly": 7, "biweekly": 14, "monthly": 30}
    return next(days for name, days in plain.items() if often[name])
