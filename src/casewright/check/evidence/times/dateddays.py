"""Days of a course that are printed beside their dates: `May 12 (day 8)`, `on the third postoperative day, 7 May`."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from casewright.check.evidence.times.courseday import ORDINALS, CourseDay, course_days
from casewright.check.evidence.times.timeline import told_days
from casewright.document.mentions.model import DateMention
from casewright.document.reading import Reading
from casewright.patterns import lazily

_SCALES = ("", "operation", "admission", "injury")  # of which a course has one; a cycle has a day 1 each time
_DAY_BEHIND = lazily(r",?\s?\(?(?:i\.e\.,?\s|that is,?\s|on\s|the\s|illness\s|his\s|her\s)*")
_DATE_BEHIND = lazily(r"\s?[(\[](?:i\.e\.,?\s|on\s)?|,?\s(?:that is,?\s|i\.e\.,?\s)?(?:on\s)?|,\s")
_CLOSED = lazily(r"[)\].,;:]|\s(?:and|when|with|after|at|in|because|without|to|on)\b|\Z")
_ILLNESS = lazily(r"\billness\s\Z")
_NTH_ALONE = lazily(rf"\bthe\s(?P<nth>{'|'.join(ORDINALS)}|\d{{1,2}}(?:st|nd|rd|th))\s\((?:on\s)?\Z")
_SPAN = lazily(
    r"(?:from|between|until|till|to|[-–/]|\d,?)\s?(?:the\s)?\Z"
)  # `from day 3`: the date is that of the end
_MOST = 400  # days


class DatedDay(NamedTuple):
    """A printed date with a day of the course beside it; `origin` is the date of day 0 that the two give."""

    mention: DateMention
    scale: str
    day: int
    origin: date


def dated_days(reading: Reading) -> tuple[DatedDay, ...]:
    """Every such pair of the patient's course, in reading order."""
    days = [each for each in reading.once(course_days) if each.scale in _SCALES and each.day < _MOST]
    return tuple(_pairs(reading, days)) if days else ()


def _pairs(reading: Reading, days: list[CourseDay]) -> Iterator[DatedDay]:
    places = [(each.block, each.start) for each in days]
    scale = ""
    for mention, first, _ in reading.once(told_days):
        text = reading.blocks[mention.block][1].text
        at = bisect_left(places, (mention.block, mention.start))
        behind, before = days[at : at + 1], days[max(0, at - 1) : at]
        day = next((each for each in behind if _follows(text, mention, each)), None)
        day = day or next((each for each in before if _leads(text, mention, each)), None)
        if day is not None:
            scale = "illness" if _ILLNESS.search(text, 0, day.start) else day.scale
            yield DatedDay(mention, scale, day.day, first - timedelta(days=day.day))
        elif alone := _NTH_ALONE.search(text, max(0, mention.start - 30), mention.start):
            known = [
                each for each in before if each.block == mention.block and mention.start - each.end < 160
            ]
            if known and known[-1].scale == scale:
                nth = alone["nth"]
                number = ORDINALS.index(nth) + 1 if nth in ORDINALS else int(nth.rstrip("stndrh"))
                yield DatedDay(mention, scale, number, first - timedelta(days=number))


def _follows(text: str, mention: DateMention, day: CourseDay) -> bool:
    """Whether a day stands right behind a date: `May 12 (day 8)`, `28 May 2016, the ninth postoperative day`."""
    if day.block != mention.block or day.start - mention.end > 30 or day.start < mention.end:
        return False
    return _DAY_BEHIND.fullmatch(text, mention.end, day.start) is not None and _is_closed(text, day.end)


def _leads(text: str, mention: DateMention, day: CourseDay) -> bool:
    """Whether a day stands right before a date: `day 3 (July 14)`, `on the fifth postoperative day, 24 May`."""
    if day.block != mention.block or mention.start - day.end > 12 or day.end > mention.start:
        return False
    gap = text[day.end : mention.start]
    if not gap.strip(" ,") and text[mention.end : mention.end + 1] not in (",", ")", ".", ";"):
        return False
    return _DATE_BEHIND.fullmatch(gap) is not None and _SPAN.search(text, 0, day.start) is None


def _is_closed(text: str, end: int) -> bool:
    return _CLOSED.match(text, end) is not None
