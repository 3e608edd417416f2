"""Dates with the time between them and another, told beside them: `10 days earlier, on 4 May`, `since 2 May, that is
for 6 weeks`, `in 2006, 11 years before the infection`; and those of which no other date of the report gives it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from casewright.check.evidence.times.dateddays import dated_days
from casewright.check.evidence.times.timeline import course_dates, days_of, exact_days
from casewright.document.mentions.model import DateMention
from casewright.document.reading import Reading
from casewright.patterns import lazily
from casewright.quantity.number import read_number

_UNITS = r"(?P<unit>day|week|month|year)s?"
_SPAN = (
    r"(?P<about>(?:about|approximately|around|roughly|some|almost|nearly|over|more than|at least) )?"
    rf"(?P<count>\d{{1,3}}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) {_UNITS}"
)
_IN = r",? ?\(?(?:in |on )?(?:the )?(?:early |mid-? ?|late )?"
_NAMED = (
    r"(?:[a-z]+ectomy|[a-z]+otomy|[a-z]+ostomy|[a-z]+plasty|operation|surgery|procedure|ablation|insertion"
    r"|implantation|transplantation|embolization|embolisation|placement|catheterization|catheterisation"
    r"|stroke|injury|trauma|accident|fall|infarction|admission|discharge|delivery|ingestion|bite|vaccination)"
)
_THE = r"(?:the |his |her |first |second |last )*"
_ARRIVAL = (
    r"(?:the |this |his |her |our |present |current |index |first |actual )*"
    r"(?:admission|hospitali[sz]ation|presentation|referral|consultation|visit)"
)
_THAT_IS = r",? ?\(?(?:that is,? |i\.e\.,? |thus )?"
_LEADING = (  # words before a date, and whether it is the later (1) or the earlier (-1)
    (-1, lazily(rf"(?<![\d.–-])\b{_SPAN} (?:earlier|before|previously){_IN}\Z", re.IGNORECASE)),
    (1, lazily(rf"(?<![\d.–-])\b{_SPAN} (?:after|following) {_THE}{_NAMED}{_IN}\Z", re.IGNORECASE)),
)
_FOLLOWING = (  # words behind it
    (-1, lazily(rf"{_THAT_IS}{_SPAN} (?:before|prior to|previous to) {_ARRIVAL}\b", re.IGNORECASE)),
    (
        -1,
        lazily(
            rf"{_THAT_IS}(?P<count>\d{{1,2}}) (?P<unit>year)s before (?:the|this|his|her) ", re.IGNORECASE
        ),
    ),
    (1, lazily(rf"{_THAT_IS}{_SPAN} (?:after|following) {_THE}{_NAMED}\b", re.IGNORECASE)),
)
_SINCE = lazily(r"\bsince (?:the )?(?:early |mid-? ?|late )?\Z", re.IGNORECASE)
_SINCE_FOR = lazily(rf",? ?\(?(?:(?:that is,? |i\.e\.,? |thus )(?:for )?|for ){_SPAN}\b", re.IGNORECASE)
_PLACED = lazily(r"[ ,(]+(?:in|on)(?: the)?(?: early| mid-?| late)?\s*\Z")
_SIZES = {"d": 1.0, "w": 7.0, "m": 30.4375, "y": 365.25}
_LEAD = 70  # characters on either side of a date in which its span stands
_ROLES = ("case", "text", "abstract")

Days = tuple[date, date]


class Unfitting(NamedTuple):
    """A date, the time told from or to another date, and the date told before it, which does not fit."""

    mention: DateMention
    words: str
    other: DateMention


class _Span(NamedTuple):
    """So many days, at least and at most, after (`sign` 1) or before (-1) another date."""

    sign: int
    low: float
    high: float
    words: str


def unfitting(reading: Reading) -> Iterator[Unfitting]:
    """Every date of the patient whose told distance from another no other date of the report gives."""
    dates = reading.once(course_dates) if len(reading.dates) > 1 else ()
    for number, mention in enumerate(dates):
        span = (
            _span(reading, mention)
            if mention.subject == "patient" and mention.role.startswith(_ROLES)
            else None
        )
        days = _days(reading, mention) if span else None
        if span is None or days is None:
            continue
        others = [(each, told) for each in dates if each is not mention and (told := _days(reading, each))]
        counted = [(pair.origin, pair.origin + timedelta(days=1)) for pair in reading.once(dated_days)]
        if any(_fits(span, days, other) for other in (*(told for _, told in others), *counted)):
            continue
        behind = dates[number + 1 :] if span.sign < 0 else ()
        past = [
            each
            for each, told in others
            if (told[0] - days[0]).days * span.sign < 0
            and (
                0 <= mention.block - each.block <= 2
                if each not in behind
                else each.sentence - mention.sentence <= 2
            )
        ]
        if past:
            yield Unfitting(mention, span.words, past[-1])


def _days(reading: Reading, mention: DateMention) -> Days | None:
    return reading.once(exact_days).get((mention.block, mention.start)) or days_of(mention)


def _span(reading: Reading, mention: DateMention) -> _Span | None:
    """The time that is told with a date."""
    text = reading.blocks[mention.block][1].text
    lead = max(0, mention.start - _LEAD)
    end = min(reading.sentences[mention.sentence].end, mention.end + _LEAD)
    for sign, pattern in _LEADING:
        if match := pattern.search(text, lead, mention.start):
            return _measured(match, sign)
    for sign, pattern in _FOLLOWING:
        if match := pattern.match(text, mention.end, end):
            return _measured(match, sign)
    since = _SINCE.search(text, lead, mention.start) is not None
    match = _SINCE_FOR.match(text, mention.end, end) if since else None
    return _measured(match, -1) if match else None


def _measured(match: re.Match[str], sign: int) -> _Span:
    """A told time, three quarters of its unit allowed on either side, and what `about` allows."""
    number = read_number(match["count"].lower())
    size = _SIZES[match["unit"][0].lower()]
    value = (float(number.value) if number else 1.0) * size
    slack = 1.5 if size == 1.0 else 0.75 * size
    if match.groupdict().get("about"):
        slack += 0.3 * value
    return _Span(sign, value - slack, value + slack, _PLACED.sub("", match[0]).strip(" ,("))


def _fits(span: _Span, days: Days, other: Days) -> bool:
    """Whether another date can lie so far from this one."""
    earlier, later = (other, days) if span.sign > 0 else (days, other)
    return (later[0] - earlier[1]).days <= span.high and (later[1] - earlier[0]).days >= span.low
