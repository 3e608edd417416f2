"""The dated events of a case: which day the patient was born, came, was operated on, went home or died."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import replace
from datetime import date
from typing import Literal, NamedTuple

from casewright.document.mentions.model import DateMention
from casewright.document.reading import Reading
from casewright.patterns import lazily

Event = Literal[
    "birth", "exposure", "vaccination", "injury", "onset", "admission", "operation", "discharge", "death"
]

_WORDS: dict[Event, str] = {
    "birth": r"(?<!daughter )(?<!son )(?<!sister )(?<!brother )(?<!one child )was born"
    r"|\bborn (?:in|on) (?:the )?\Z|date of birth",
    "exposure": r"\b(?:was|been) exposed\b|\bexposure (?:was|had|took|occurred)",
    "vaccination": (
        r"\b(?:was|been) vaccinated\b|\bvaccination (?:was|took)"
        r"|\breceived (?:[\w-]+ ){1,5}(?:vaccine|vaccination|vaccine dose)\b"
    ),
    "injury": r"\b(?:was|been) (?:injured|bitten|stung)\b|\baccident (?:had )?(?:occurred|happened)|\bingested\b",
    "onset": (
        r"\bfell ill\b|\bbecame (?:ill|sick|unwell)\b|\bonset (?:was|occurred)|\bstarting on\b"
        r"|\b(?:symptoms?|illness|fever) (?:had )?(?:first )?(?:began|begun|started|appeared)"
        r"|\bdeveloped (?:an? )?(?:symptoms|fever|cough|sore throat)\b"
    ),
    "admission": (
        r"\badmitted\b|was (?:hospitali[sz]ed|brought)|(?<!than )on admission|\bon presentation to|presented|came to"
        r"|referred"
    ),
    "operation": (
        r"underwent|was operated|surgery was|operation was|was resected"
        r"|\w+(?:ectomy|ostomy|otomy|plasty|graft|transplantation)\b[\w\s-]{0,30}?\bwas (?:done|performed|carried out)"
    ),
    "discharge": r"\bdischarged\b|\b(?:went|sent|returned) home\b|\bleft (?:the |our )?hospital\b",
    "death": r"\bdied|\bexpired\b|passed away",
}
_EVENTS = {event: lazily(words, re.IGNORECASE) for event, words in _WORDS.items()}
_NEVER = lazily(
    r"\bhad (?:been|undergone|had)\b|\bprevious|\bprior\b|\bearlier\b|\bhistory of\b", re.IGNORECASE
)
_BEFORE_COMING: tuple[Event, ...] = ("exposure", "injury", "onset")  # of which `had been` is told
_BEEN = lazily(r"\bhad (?:been|begun|started|occurred|appeared)\b", re.IGNORECASE)
_HAD = lazily(r"\bhad\b", re.IGNORECASE)
_TOLD = ("case", "text")  # the roles of sections that tell the course
_ANY = date(2000, 1, 1)  # of a course without years: a leap year, so that every day exists
_REACH = 90  # characters between an event's words and its date


class Dated(NamedTuple):
    """An event with the earliest and the latest day that its printed date allows."""

    event: Event
    first: date
    last: date
    mention: DateMention


def days_of(mention: DateMention) -> tuple[date, date] | None:
    """The first and the last day that a printed date allows; None without a year or where no such day
    exists."""
    if mention.year is None or (mention.day is not None and mention.month is None):
        return None
    low, high = (mention.month or 1), (mention.month or 12)
    try:
        first = date(mention.year, low, mention.day or 1)
        return first, date(mention.year, high, mention.day or monthrange(mention.year, high)[1])
    except ValueError:
        return None


def course_dates(reading: Reading) -> tuple[DateMention, ...]:
    """The dates of a reading, in those of the patient a year left out taken from the date before.

    Where that date looked back, the year of the latest is taken; where none of the course has a year, all are of
    one. Ask for it by `Reading.once`: the mentions are made anew.
    """
    dates = reading.dates
    course = [
        each for each in dates if each.subject == "patient" and each.month and each.role.startswith(_TOLD)
    ]
    before = latest = None if any(each.year for each in course) else _ANY
    filled: list[DateMention] = []
    for mention in dates:
        if mention.subject == "patient" and mention.role.startswith(_TOLD) and mention.month and mention.day:
            if mention.year is None and before is not None:
                mention = _with_year(mention, before)
            days = days_of(mention)
            if days is None and before is not None and _looks_back(reading, mention):
                mention = _shortly_before(mention, before)
            elif days is None and latest is not None and latest != before:
                mention = _with_year(mention, latest)  # the date before it looked back
                days = days_of(mention)
            before = days[0] if days else before
            latest = max(latest or before, before) if before else latest
        filled.append(mention)
    return tuple(filled)


def told_days(reading: Reading) -> tuple[tuple[DateMention, date, date], ...]:
    """The patient's dates of the course, exact to the day, in reading order, with the first and last day of each.

    One without a year that steps back by less than three months is taken for a slip in the year of the one before it.
    """
    told: list[tuple[DateMention, date, date]] = []
    for mention in reading.once(course_dates):
        if not (mention.day and mention.subject == "patient" and mention.role.startswith(_TOLD)):
            continue
        days = days_of(mention)
        if days is None and told and mention.year is None:
            before = told[-1][1]
            days = days_of(replace(mention, year=before.year))
            if days and (before - days[0]).days > 90:
                days = None
        if days:
            told.append((mention, *days))
    return tuple(told)


def exact_days(reading: Reading) -> dict[tuple[int, int], tuple[date, date]]:
    """The days of the dates that are exact to the day, by block and first character. Ask for it by `Reading.once`."""
    return {(each.block, each.start): (first, last) for each, first, last in reading.once(told_days)}


def _with_year(mention: DateMention, before: date) -> DateMention:
    """The date in the year of the one before it, over New Year in the next; as it is where it would step back."""
    month = mention.month or 1
    year = before.year + (before.month >= 10 and month <= 3 and before != _ANY)
    days = days_of(replace(mention, year=year))
    return mention if days is None or days[1] < before else replace(mention, year=year)


def _looks_back(reading: Reading, mention: DateMention) -> bool:
    start = reading.sentences[mention.sentence].start
    return _HAD.search(reading.blocks[mention.block][1].text, start, mention.start) is not None


def _shortly_before(mention: DateMention, before: date) -> DateMention:
    """The date in the year of a later one of the same year, within three months."""
    days = days_of(replace(mention, year=before.year))
    near = mention.year is None and days is not None and 0 <= (before - days[1]).days <= 90
    return replace(mention, year=before.year) if near else mention


def dated_events(reading: Reading) -> tuple[Dated, ...]:
    """The patient's events that have a date in their own sentence, in reading order."""
    found: list[Dated] = []
    for mention in reading.once(course_dates):
        days = days_of(mention)
        if days is None or mention.subject != "patient" or mention.negated:
            continue
        for event in events_near(reading, mention):
            found.append(Dated(event, *days, mention))
    return tuple(found)


def events_near(reading: Reading, mention: DateMention) -> list[Event]:
    """The events that the words before a date name, or else those that the words after it do."""
    sentence = reading.sentences[mention.sentence]
    text = reading.blocks[mention.block][1].text
    dates = reading.once(course_dates)
    others = [other for other in dates if other.sentence == mention.sentence and other is not mention]
    first = max([sentence.start, mention.start - _REACH, *(o.end for o in others if o.end <= mention.start)])
    last = min([sentence.end, mention.end + _REACH, *(o.start for o in others if o.start >= mention.end)])
    before, after = text[first : mention.start], text[mention.end : last]
    looks_back = _NEVER.search(before) or _NEVER.search(after)
    if looks_back and not _BEEN.search(before):
        return []
    asked = _BEFORE_COMING if looks_back else _EVENTS
    for stretch in (before, after):
        if events := [event for event in asked if _EVENTS[event].search(stretch)]:
            return events
    return []
