"""CW239."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import ClassVar

from casewright.check.evidence.text.parts import part_at
from casewright.check.evidence.text.passage import Passage, having, scan, scan_near
from casewright.check.evidence.times.timeline import course_dates, days_of
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.document.mentions.model import DateMention
from casewright.document.reading import Reading
from casewright.patterns import lazily
from casewright.quantity.number import read_number

_COUNT = r"\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_UNIT = r"(?P<unit>day|week|month|year)s?"
_OPENS = r"(?:\A|(?<=[.!?] )|(?<=\n))"
_LATER = lazily(
    rf"{_OPENS}(?:About |Approximately |Some |Another )?(?P<count>{_COUNT}|a) {_UNIT} later\b", re.IGNORECASE
)
_AFTER = lazily(rf"{_OPENS}After (?:another )?(?P<count>{_COUNT}) {_UNIT}\b(?=,| from the)", re.IGNORECASE)
_LATER_ANCHOR, _AFTER_ANCHOR = lazily(r" later\b"), lazily(r"After ")
_BEFORE = lazily(
    rf"(?:\A|(?<=\n))(?:About |Approximately )?(?P<count>{_COUNT}) {_UNIT} (?:before|prior to) "
    r"(?:his |her |the |this )*(?:admission|presentation|visit|hospitali[sz]ation|arrival|coming|being admitted)",
    re.IGNORECASE,
)
_BEFORE_SIGN = lazily(r"(?:day|week|month|year)s? (?:before|prior)")
_FOLLOWED = lazily(rf"\b(?:{_COUNT})[ -](?:week|month|year)s?(?:'|’)?[ -]follow-?up\b", re.IGNORECASE)
_DAYS = {"day": 1.0, "week": 7.0, "month": 30.4375, "year": 365.25}
_BACK = lazily(
    r"\bhad (?:been|undergone)\b|\bprevious|\bprior\b|\bhistory\b|\bsince\b|\bbefore\b|\bago\b|\blast\b",
    re.IGNORECASE,
)


class DateBeforeItsInterval:
    """A date that comes before the time that the intervals told on the way to it take.

    Why it is bad
        The dates or the intervals are wrong, and nobody can tell how long the illness took.

    Example
        In June 2016 he was treated with diet. One year later, the stricture was dilated. In January 2017 the oesophagus
        was replaced.

    Write instead
        In June 2016 he was treated with diet. One year later, the stricture was dilated. In January 2018 the oesophagus
        was replaced.

    Source
        Addition of the intervals that open a sentence (`one year later`) to the date before them, half of each allowed
        for rounding; so too behind `five days before admission`. A visit at `3-month follow-up` is not on the day told
        before.
    """

    code: ClassVar[str] = "CW239"
    name: ClassVar[str] = "date-before-its-interval"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        yield from self._followed_up(reading)
        steps = list(_steps(reading))
        if not steps:
            return
        yield from self._dated(reading, steps)
        for passage, match in scan(reading, _BEFORE, among=having(reading, _BEFORE_SIGN)):
            span = _days(match["count"], match["unit"])
            inside = [step for step in steps if step[0].block == passage.block]
            total = sum(days for _, days in inside)
            if inside and total > span * 1.5 + 1 and part_at(reading, passage.block) == "body":
                last = inside[-1][0]
                message = f"`{_words(reading, last)}` is told of the {match['count'].lower()} {match['unit']}s before"
                yield found(self, reading, last, message, "correct one of the intervals", [passage])

    def _followed_up(self, reading: Reading) -> Iterator[Finding]:
        """A date of a visit `at 3-month follow-up` that is the date told before."""
        told: dict[date, DateMention] = {}
        for mention in reading.once(course_dates):
            days = days_of(mention)
            if days is None or days[0] != days[1] or mention.subject != "patient":
                continue
            if (
                reading.blocks[mention.block][1].kind != "paragraph"
                or part_at(reading, mention.block) != "body"
            ):
                continue
            first = told.setdefault(days[0], mention)
            after = _FOLLOWED.search(_sentence(reading, mention))
            if (
                first.sentence < mention.sentence
                and after
                and not _FOLLOWED.search(_sentence(reading, first))
            ):
                message = f"`{after[0]}` is dated {mention.text}, the day told before"
                yield found(self, reading, mention, message, "correct a date or the interval", [first])

    def _dated(self, reading: Reading, steps: list[tuple[Passage, float]]) -> Iterator[Finding]:
        """Dates against the date before them and the intervals in between."""
        before: tuple[DateMention, date] | None = None
        told: list[date] = []
        for mention in reading.once(course_dates):
            days = days_of(mention)
            if days is None or mention.subject != "patient" or not mention.month or _aside(reading, mention):
                continue
            if before is not None:
                place = (mention.block, mention.start)
                passed = [s for s in steps if _place(before[0]) < (s[0].block, s[0].start) < place]
                least = sum(days for _, days in passed) * 0.75 - 16 * bool(passed)
                if passed and mention.block - before[0].block <= 30 and least > 0:
                    reached = before[1] + timedelta(days=least)
                    fits = any(_fits(each, passed[-1][1], days) for each in told)
                    if before[1] <= days[1] < reached and not fits:
                        words = _words(reading, passed[-1][0])
                        message = f"{mention.text} is told after {before[0].text} and `{words}`"
                        hint = "correct a date or the interval"
                        yield found(self, reading, mention, message, hint, [before[0], passed[-1][0]])
            before = mention, days[0]
            told.append(days[0])


def _sentence(reading: Reading, mention: DateMention) -> str:
    sentence = reading.sentences[mention.sentence]
    return reading.blocks[mention.block][1].text[sentence.start : sentence.end]


def _fits(event: date, span: float, days: tuple[date, date]) -> bool:
    """Whether an interval leads from an event told before to a date: it may count from another than the last one."""
    slack = timedelta(days=span * 0.2 + 3)
    reached = event + timedelta(days=span)
    return days[0] - slack <= reached <= days[1] + slack


def _steps(reading: Reading) -> Iterator[tuple[Passage, float]]:
    """The intervals that open a sentence of the case, in days."""
    found_here = [
        *scan_near(reading, _LATER_ANCHOR, _LATER, 40),
        *scan_near(reading, _AFTER_ANCHOR, _AFTER, 0, 40),
    ]
    for passage, match in sorted(found_here, key=lambda step: (step[0].block, step[0].start)):
        if part_at(reading, passage.block) == "body":
            yield passage, _days(match["count"], match["unit"])


def _days(count: str, unit: str) -> float:
    number = read_number(count.lower())
    return float(number.value if number else 1) * _DAYS[unit.lower()]


def _place(mention: DateMention) -> tuple[int, int]:
    return mention.block, mention.end


def _aside(reading: Reading, mention: DateMention) -> bool:
    """Whether a date is told outside the course: looking back, in a legend or a table, elsewhere than in the case."""
    sentence = reading.sentences[mention.sentence]
    block = reading.blocks[mention.block][1]
    words = block.text[sentence.start : sentence.end]
    return (
        block.kind != "paragraph"
        or part_at(reading, mention.block) != "body"
        or _BACK.search(words) is not None
    )


def _words(reading: Reading, passage: Passage) -> str:
    return reading.blocks[passage.block][1].text[passage.start : passage.end].strip()
