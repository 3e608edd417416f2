"""The years of the calendar in which the patient was so many years old: `in 2010, at the age of 57`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from casewright.check.evidence.people.ages import ages
from casewright.check.evidence.text.parts import of_patient
from casewright.check.evidence.times.timeline import course_dates, events_near
from casewright.document.mentions.model import DateMention
from casewright.document.reading import Reading
from casewright.patterns import lazily
from casewright.quantity.number import read_number

_N = r"(?P<age>\d{1,3}|[a-z]+(?:ty|teen)(?:-[a-z]+)?)"
_END = r"\b(?!\s?(?:months?|weeks?|days?|[-–]\s?\d|[.,]\d))"
_WHO = r"(?:s?he|the patient)"
_BEHIND = lazily(
    rf",?\s\(?(?:(?:(?:at\s)?(?:an?\s|the\s)?age[d:]?\s(?:of\s)?|when\s{_WHO}\swas\s(?:aged\s)?){_N}{_END}"
    rf"|at\s{_N.replace('<age>', '<age2>')}\s(?:years\sof\sage|years\sold)\b)"
)
_BEFORE = lazily(
    rf"\b(?:(?:at\s(?:the\s|an\s)?age\s(?:of\s)?|aged\s){_N}{_END}(?:\syears?)?(?:\sold)?"
    rf"|(?:at|when\s{_WHO}\swas)\s{_N.replace('<age>', '<age2>')}\syears\s(?:of\sage|old)),?\s\(?(?:in\s)?"
    r"(?:[A-Z][a-z]+\s)?\Z"
)
_CAME = lazily(r"\b(?:admitted|presented|hospitali[sz]ed|referred|brought|came|seen)\b[^.;,]{0,60}\Z")
_LEAD = 50  # characters before a year in which its age stands


class AgedIn(NamedTuple):
    """A date with a year, and the age then in years; `coming` where it is that on which the patient came."""

    mention: DateMention
    year: int
    age: int
    coming: bool


def aged_in(reading: Reading) -> tuple[AgedIn, ...]:
    """Every such year of the patient's, in reading order. Ask for it by `Reading.once`."""
    return tuple(_in_reading(reading)) if reading.dates else ()


def _in_reading(reading: Reading) -> Iterator[AgedIn]:
    for mention in reading.once(course_dates):
        if mention.year is None or mention.subject != "patient":
            continue
        beside = _beside(reading, mention)
        age = _on_coming(reading, mention) if beside is None else beside
        if age is not None and of_patient(reading, mention.sentence, mention.start):
            yield AgedIn(mention, mention.year, age, beside is None)


def _beside(reading: Reading, mention: DateMention) -> int | None:
    """The age that stands next to a date."""
    text = reading.blocks[mention.block][1].text
    start = max(reading.sentences[mention.sentence].start, mention.start - _LEAD)
    match = _BEHIND.match(text, mention.end) or _BEFORE.search(text, start, mention.start)
    number = read_number(match["age"] or match["age2"]) if match else None
    return None if number is None else int(number.value)


def _on_coming(reading: Reading, mention: DateMention) -> int | None:
    """The age of a patient who came on a date: `A 60-year-old man was admitted in 2019`."""
    inside = [
        age
        for age in reading.once(ages)
        if age.at.block == mention.block
        and age.unit == "year"
        and reading.sentence_at(age.at.block, age.at.start) == mention.sentence
    ]
    start = reading.sentences[mention.sentence].start
    came = _CAME.search(reading.blocks[mention.block][1].text, start, mention.start)
    if len(inside) != 1 or came is None or "admission" not in events_near(reading, mention):
        return None
    return int(inside[0].value)
