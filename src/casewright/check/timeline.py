"""The dated events of a case: which day the patient was born, came, was operated on, went home or died."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Literal

from casewright.document.mentions.model import DateMention
from casewright.document.reading import Reading

Event = Literal["birth", "admission", "operation", "discharge", "death"]

_WORDS: dict[Event, str] = {
    "birth": r"was born|date of birth",
    "admission": r"\badmitted\b|was (?:hospitali[sz]ed|brought)|on admission|presented|came to|referred",
    "operation": (
        r"underwent|was operated|surgery was|operation was|was resected"
        r"|\w+(?:ectomy|ostomy|otomy|plasty|graft|transplantation)\b[\w\s-]{0,30}?\bwas (?:done|performed|carried out)"
    ),
    "discharge": r"\bdischarged\b",
    "death": r"\bdied|\bexpired\b|passed away",
}
_EVENTS = {event: re.compile(words, re.IGNORECASE) for event, words in _WORDS.items()}
_NEVER = re.compile(
    r"\bhad (?:been|undergone|had)\b|\bprevious|\bprior\b|\bearlier\b|\bhistory of\b", re.IGNORECASE
)
_REACH = 90  # characters between an event's words and its date


@dataclass(frozen=True, slots=True)
class Dated:
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


def dated_events(reading: Reading) -> tuple[Dated, ...]:
    """The patient's events that have a date in their own sentence, in reading order."""
    found: list[Dated] = []
    for mention in reading.dates:
        days = days_of(mention)
        if days is None or mention.subject != "patient" or mention.negated:
            continue
        for event in _events_near(reading, mention):
            found.append(Dated(event, *days, mention))
    return tuple(found)


def _events_near(reading: Reading, mention: DateMention) -> list[Event]:
    """The events that the words before a date name, or else those that the words after it do."""
    sentence = reading.sentences[mention.sentence]
    text = reading.blocks[mention.block][1].text
    others = [other for other in reading.dates if other.sentence == mention.sentence and other is not mention]
    first = max([sentence.start, mention.start - _REACH, *(o.end for o in others if o.end <= mention.start)])
    last = min([sentence.end, mention.end + _REACH, *(o.start for o in others if o.start >= mention.end)])
    before, after = text[first : mention.start], text[mention.end : last]
    if _NEVER.search(before) or _NEVER.search(after):
        return []
    for stretch in (before, after):
        if events := [event for event, words in _EVENTS.items() if words.search(stretch)]:
            return events
    return []
