"""CW244."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import ClassVar

from casewright.check.evidence.times.spans import unfitting
from casewright.check.evidence.times.timeline import course_dates, days_of
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.document.mentions.model import DateMention
from casewright.document.reading import Reading
from casewright.patterns import lazily
from casewright.quantity.number import read_number

_COUNT = (
    r"(?P<count>\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]{3,5}teen|twenty)"
)
_UNIT = r"(?P<unit>day|week|wk|month|mo|year|yr)s?"
_IN = r"(?:,|\s\()?\s?(?:the\slatter\s)?(?:in|on)?\s?(?:the\s)?(?:early\s|mid-?\s?|late\s|end of\s)?\Z"
_LATER = lazily(
    rf"(?<!to )(?<!or )(?<![\d.–-])\b{_COUNT}\s{_UNIT}\s(?:later|afterwards?|thereafter|after that)\b{_IN}",
    re.IGNORECASE,
)
_NEXT = lazily(
    r"\b(?:the )?(?:next|following) (?:day|morning|afternoon|evening),?\s?\(?(?:on )?(?:the )?\Z",
    re.IGNORECASE,
)
_AT = lazily(
    rf"\b(?:at|after)\s(?:the\s)?(?<![–-]){_COUNT}[\s-]{_UNIT}(?:\sof)?(?:\sfollow-?\s?up)?(?:\svisit)?"
    rf"(?:\s(?:post-?operatively|after\s(?:the\s|his\s|her\s)?(?:surgery|operation|discharge)))?{_IN}",
    re.IGNORECASE,
)
_STEP = lazily(
    rf"\b{_COUNT}\s{_UNIT}\s(?:later|after\b|afterwards?|thereafter)|\bafter\s(?:another\s)?(?:\w+\s){{1,2}}"
    r"(?:day|week|month|year)s?\b|\bnext\s(?:day|week|month|year)\b",
    re.IGNORECASE,
)
_SIZES = {"d": 1.0, "w": 7.0, "m": 30.4375, "y": 365.25}
_LEAD = 70  # characters before a date in which its interval stands
_BLOCKS = 2  # paragraphs back in which `later` looks for the date from which it counts
_STAY = 75  # days: follow-up may count from the operation or the discharge, where the arrival is dated


class DateNotOfInterval:
    """A date with the interval that has passed by then, which no date told before it gives.

    Why it is bad
        The date or the interval is wrong, and the course cannot be followed.

    Example
        The first stone was removed in June 2015. Three months later, in February 2016, the colic came back.

    Write instead
        The first stone was removed in June 2015. Eight months later, in February 2016, the colic came back.

    Source
        The calendar, half a unit allowed for rounding. `Later` counts from a date of this paragraph or the two before,
        `at six months` from any date of the patient's, the length of a stay allowed; what was `12 days earlier`, or
        lasts `since May, that is for 9 weeks`, from any date of the report.
    """

    code: ClassVar[str] = "CW244"
    name: ClassVar[str] = "date-not-of-interval"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        dates = reading.once(course_dates) if len(reading.dates) > 1 else ()
        for each in unfitting(reading):
            message = f"{each.mention.text} does not fit `{each.words}`, counted from any date told here"
            yield found(
                self, reading, each.mention, message, "correct the date or the interval", [each.other]
            )
        for number, mention in enumerate(dates):
            days = days_of(mention)
            text = reading.blocks[mention.block][1].text
            lead = text[max(0, mention.start - _LEAD) : mention.start]
            if days is None:
                continue
            if number and mention.day and _NEXT.search(lead):
                yield from self._next_day(reading, dates[number - 1], mention)
            else:
                yield from self._held(reading, mention, days, lead, dates, number)

    def _next_day(self, reading: Reading, before: DateMention, mention: DateMention) -> Iterator[Finding]:
        """The date of a `next day`, against that told just before it."""
        first, second = days_of(before), days_of(mention)
        near = before.block == mention.block and mention.sentence - before.sentence <= 1
        if first is None or second is None or not (before.day and near) or second[0] < first[0]:
            return
        passed = (second[0] - first[0]).days
        words = reading.blocks[mention.block][1].text[before.end : mention.start]
        if passed != 1 and not _STEP.search(_NEXT.sub("", words)):
            message = f"{mention.text} is not the day after {before.text}"
            yield found(self, reading, mention, message, "correct one of the dates", [before])

    def _held(
        self,
        reading: Reading,
        mention: DateMention,
        days: tuple[date, date],
        lead: str,
        dates: tuple[DateMention, ...],
        number: int,
    ) -> Iterator[Finding]:
        later = _LATER.search(lead)
        match = later or (_AT.search(lead) if mention.subject == "patient" else None)
        count = read_number(match["count"].lower()) if match else None
        if match is None or count is None:
            return
        size = _SIZES[match["unit"][0].lower()]
        low, high = (float(bound) * size for bound in count.bounds)
        slack = 1.0 if size == 1.0 else 0.5 * size
        low, high = low - slack, high + slack + (0 if later else _STAY)
        before = [
            each
            for each in dates[:number]
            if (mention.block - each.block <= _BLOCKS if later else each.subject == "patient")
        ]
        spans = [
            (each, (days[0] - told[1]).days, (days[1] - told[0]).days)
            for each in before
            if (told := days_of(each))
        ]
        spans = [span for span in spans if span[2] >= 0]
        if not spans or any(most >= low and least <= high for _, least, most in spans):
            return
        start = spans[-1][0]
        if later and _stepped(reading, start, mention, len(match[0])):
            return
        words = f"{count.text} {match['unit']}{'s' if count.value != 1 else ''}"
        message = f"{mention.text} is not {words} after {start.text}"
        yield found(self, reading, mention, message, "correct the date or the interval", [start])


def _stepped(reading: Reading, start: DateMention, end: DateMention, length: int) -> bool:
    """Whether other intervals are told between two dates."""
    blocks = range(start.block, end.block + 1)
    texts = [reading.blocks[number][1].text for number in blocks]
    texts[-1] = texts[-1][: end.start - length]
    texts[0] = texts[0][start.end :]
    return any(_STEP.search(text) for text in texts)
