"""Dates that a story cannot have: before the date told last where they open a sentence, and history that is later than
all that followed, or than today."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from casewright.check.evidence.text.onward import BACK, FIRST_CLAUSES
from casewright.check.evidence.text.parts import of_patient, part_at
from casewright.check.evidence.times.timeline import course_dates, dated_events, days_of
from casewright.document.mentions.model import DateMention
from casewright.document.reading import Reading
from casewright.patterns import lazily

_OPENS = lazily(
    r"(?:(?:subsequently|then|finally|later|thereafter|unfortunately),? )?"
    r"(?:(?:on|in|by|at|early|late|mid|the|end|beginning|of|summer|spring|autumn|winter|around|about) )*",
    re.IGNORECASE,
)
_BACK = lazily(rf"\b(?:{BACK}|history|since|between|from)\b", re.IGNORECASE)
_ANEW = lazily(  # from where a history may be told, or somebody else's story
    r"\b(?:histor\w+|medications?|worked|works|occupation\w*|smok\w+|alcohol|comorbid\w*|allerg\w+|background"
    r"|brother|sister|mother|father|son|daughter|cousin|sibling|donor|centre|center"
    r"|another patient|(?:second|third|other) (?:patient|case)"
    r"|(?:patient|case) (?:\d|II|B))\b",
    re.IGNORECASE,
)
_ARRIVED = lazily(
    r"\b(?:admitted|referred|presented|brought|came|visited|hospitali[sz]ed|transferred)\b", re.IGNORECASE
)
_WENT_ON = lazily(  # of a course that went on behind the arrival, so that no history can follow
    r"\b(?:discharged|recovered|improved|resolved|was (?:started|given|treated|operated)|underwent|postoperative\w*)\b",
    re.IGNORECASE,
)
_RANGE = lazily(r"\s?[-–]\s?\d|\s(?:and|to)\s\d")
_PAST = lazily(
    r"\b(?:history|had (?:been|undergone|received|previously|already|an?)|previous(?:ly)?|prior|past|known|since"
    r"|first diagnosed|(?:was|been) (?:first|initially) diagnosed|earlier|formerly|status post)\b"
    r"(?:(?!\b(?:present|admi|refer|came|seen|visit|until|till|after|hospital|transfer|today|now|recur|relaps|again"
    r"|later|then|follow|die)\w*\b)[^.;]){0,110}\Z",
    re.IGNORECASE,
)


def opening_back(reading: Reading) -> Iterator[tuple[DateMention, DateMention]]:
    """Pairs of dates of one paragraph, of which the second opens its sentence and is earlier than the one before it.

    Of 150 such dates in published reports nearly all go on, but where a history begins behind the arrival.
    """
    told = [each for each in reading.once(course_dates) if _is_of_story(reading, each)]
    for one, other in pairwise(told):
        if one.block != other.block or one.sentence == other.sentence:
            continue
        first, second = days_of(one), days_of(other)
        if first and second and second[1] < first[0] and _goes_on(reading, one, other):
            yield one, other


def later_history(reading: Reading) -> Iterator[tuple[DateMention, DateMention | None]]:
    """Years of a history that are later than every other date of the case, the arrival among them, or than today."""
    told = [each for each in reading.once(course_dates) if _is_of_story(reading, each)]
    past = [each for each in told if _is_past(reading, each)]
    arrivals = (
        [event.mention for event in dated_events(reading) if event.event == "admission"] if past else []
    )
    for each in past:
        others = [other.year or 0 for other in told if other is not each]
        latest = (each.year or 0) > max(others, default=9999) and arrivals and each not in arrivals
        if latest or (each.year or 0) > date.today().year:
            yield each, arrivals[-1] if latest else None


def _is_past(reading: Reading, mention: DateMention) -> bool:
    """Whether the words before a date tell of what the patient had before."""
    text, start = reading.blocks[mention.block][1].text, reading.sentences[mention.sentence].start
    past = _PAST.search(text, start, mention.start) is not None
    return past and of_patient(reading, mention.sentence, mention.start)


def _is_of_story(reading: Reading, mention: DateMention) -> bool:
    if mention.year is None or part_at(reading, mention.block) != "body":
        return False
    return reading.blocks[mention.block][1].kind == "paragraph" and days_of(mention) is not None


def _goes_on(reading: Reading, one: DateMention, other: DateMention) -> bool:
    """Whether a date opens its sentence, and no word tells it back or begins another story."""
    text = reading.blocks[one.block][1].text
    begins, sentence = reading.sentences[one.sentence].start, reading.sentences[other.sentence]
    clauses = FIRST_CLAUSES.match(text, other.end, sentence.end)
    if not _OPENS.fullmatch(text, sentence.start, other.start) or _RANGE.match(text, other.end):
        return False
    if _BACK.search(text, begins, one.start) or (clauses and _BACK.search(clauses[0])):
        return False
    if _ARRIVED.search(text, begins, other.start) and not _WENT_ON.search(text, one.end, other.start):
        return False
    return not _ANEW.search(text, begins, other.start) and of_patient(reading, other.sentence, other.start)
