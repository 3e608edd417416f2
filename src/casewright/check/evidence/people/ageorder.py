"""Ages of one patient that go back where the words go on: `At the age of 36, she relapsed`, told behind that of 41."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from casewright.check.evidence.people.ages import ages
from casewright.check.evidence.people.agesthen import AgeThen, ages_then, is_then
from casewright.check.evidence.text.onward import BACK, FIRST_CLAUSES
from casewright.check.evidence.text.parts import part_at
from casewright.check.evidence.text.passage import Passage, scan_around
from casewright.document.reading import Reading
from casewright.patterns import lazily
from casewright.quantity.number import read_number

_OPENS = lazily(
    r"(?:(?:then|subsequently|later|finally|eventually|in [^,.;]{3,20}),? )?(?:only |about )?", re.IGNORECASE
)
_BACK = lazily(rf"\b(?:{BACK})\b", re.IGNORECASE)
_OTHER = lazily(
    r"\b(?:patient|case) (?:\d|[IVX]+\b|[A-D]\b)|\b(?:another|second|third|other) (?:patient|case)\b"
    r"|\b(?:mother|father|sister|brother|sibling|twin|son|daughter|cousin|aunt|uncle|wife|husband)s?\b",
    re.IGNORECASE,
)
_SUMMED_UP = lazily(  # of the age told first: what the story then tells from its beginning
    r"\b(?:reports?|case|who was|with (?:an )?onset|history|known|followed|diagnos\w+)\b[^.]*\Z",
    re.IGNORECASE,
)
_DIED = lazily(r"\b(?:died|passed away|succumbed|expired)\b[^.;,]{0,30}\Z")
_LASTED = lazily(  # `was free of stones for 20 years`
    r"\b(?:for|over|during|after)(?: (?:the|next|following|over|more than|about|approximately|almost|nearly"
    r"|a|further|another))* (?P<count>\d{1,2}|[a-z]{3,9})\syears\b(?! (?:ago|before|earlier|prior|old|of age|history))"
)
_TO = lazily(  # `from 7 to 10 years of age`
    r"\b[Ff]rom (?:the age of |age )?(?P<from>\d{1,2}) (?:years )?(?:to|until) (?:the age of )?(?P<to>\d{1,2})"
    r" years of age\b"
)
_ONSET = ("at", "wh", "in", "ag", "by")  # what an age begins with that is of one event


def going_back(reading: Reading) -> Iterator[tuple[AgeThen, AgeThen]]:
    """Pairs of ages of one paragraph, of which the second is told as later and comes before the years told have passed.

    It opens its sentence, or is that of the death.
    """
    told = [each for each in reading.once(ages_then) if _is_of_course(reading, each)]
    now = [age for age in reading.once(ages) if not is_then(reading, age)] if told else []
    introduced = {reading.sentence_at(age.at.block, age.at.start) for age in now}
    for one, other in pairwise(told):
        if one.at.block != other.at.block or reading.sentence_at(one.at.block, one.at.start) in introduced:
            continue
        text = reading.blocks[one.at.block][1].text
        between = text[one.at.end : other.at.start]
        passed = sum(_years(match["count"]) for match in _LASTED.finditer(between))
        if other.years < one.years + passed * 0.9 - 0.01 and _is_told_as_later(reading, one, other, text):
            yield one, other


def reversed_spans(reading: Reading) -> Iterator[tuple[Passage, str]]:
    """Ages from a greater to a smaller one: `from 7 to 5 years of age`."""
    for passage, match in scan_around(reading, _TO, 40, 60, " of age"):
        if int(match["to"]) < int(match["from"]):
            yield passage, match[0]


def _is_of_course(reading: Reading, each: AgeThen) -> bool:
    block = reading.blocks[each.at.block][1]
    begins = block.text[each.at.start : each.at.start + 2].lower()
    return part_at(reading, each.at.block) == "body" and block.kind == "paragraph" and begins in _ONSET


def _is_told_as_later(reading: Reading, one: AgeThen, other: AgeThen, text: str) -> bool:
    sentence = reading.sentences[reading.sentence_at(other.at.block, other.at.start)]
    before = text[max(sentence.start, one.at.end) : other.at.start]
    rest = FIRST_CLAUSES.match(text, other.at.end, sentence.end)
    begins = reading.sentences[reading.sentence_at(one.at.block, one.at.start)].start
    if (
        _SUMMED_UP.search(text, begins, one.at.start)
        or _OTHER.search(text, one.at.end, other.at.start)
        or _BACK.search(before)
        or (rest and _BACK.search(rest[0]))
    ):
        return False
    return _OPENS.fullmatch(before) is not None or _DIED.search(before) is not None


def _years(count: str) -> float:
    number = read_number(count)
    return float(number.value) if number else 0.0
