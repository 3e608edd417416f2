"""CW243."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import ClassVar

from casewright.check.evidence.text.parts import part_at
from casewright.check.evidence.text.passage import Passage, scan, scan_near
from casewright.check.evidence.times.courseday import CourseDay, course_days
from casewright.check.evidence.times.eventdays import (
    DOSE,
    EVENT,
    EventDay,
    event_days,
    event_named,
    is_cut,
    named_alike,
)
from casewright.check.evidence.words.wording import content, stem
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import Span, found
from casewright.document.reading import Reading
from casewright.patterns import lazily
from casewright.quantity.number import read_number

_COUNT = (
    r"(?P<count>\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]{3,5}teen"
    r"|(?:twenty|thirty|forty)(?:-[a-z]{3,5})?)"
)
_AFTER = lazily(
    rf"\b{_COUNT}\s(?P<unit>d|days?|wk|weeks?)\s(?:after|following|post|from)\s(?:{DOSE}|(?P<which>{EVENT}))\b",
    re.IGNORECASE,
)
_AFTER_SIGN = lazily(r"(?:d|days?|wk|weeks?)\s(?:after|following|post|from)\s")
_HOURS = lazily(
    r"\b(?P<hours>\d{1,3})\s?(?:h|hrs?|hours)\s(?:after|following|post|from|into)\s(?:the\s|his\s|her\s|hospital\s)*"
    r"(?:admission|presentation|arrival|hospitali[sz]ation)\b"
)
_BESIDE = 25  # characters between an interval and the day that it leads to
_ARRIVED = lazily(
    r"\b(?:came|presented|admitted|readmitted|returned|brought|arrived|re-presented|was seen)\b",
    re.IGNORECASE,
)
_BRACKET = lazily(
    r",?\s?(?:\(|which was\s|that is,?\s|i\.e\.,?\s|or\s|=\s?|corresponding to\s)(?:on\s)?(?:the\s)?"
)
_OF_THING = lazily(r"\sof\s(?:the\s|an?\s|his\s|her\s)?(?:\w+\s)??([a-z]{4,})\b")
_HINT = "correct the interval or one of the two days"


class IntervalNotOfDays:
    """An interval that the two days of the stay between which it lies do not give.

    Why it is bad
        The course is read from the days; where the interval says otherwise, one of the three figures is wrong.

    Example
        A laminectomy was done on day 3. On day 30, 24 days after the laminectomy, the colon was resected.

    Write instead
        A laminectomy was done on day 3. On day 30, 27 days after the laminectomy, the colon was resected.

    Source
        Subtraction; a day more or less is allowed for counting the first day. Of several events of one name any may be
        meant, unless the text says the last or the first. A day that is given both in hospital and after the operation
        is held to the other such days, to the operation and to the arrival.
    """

    code: ClassVar[str] = "CW243"
    name: ClassVar[str] = "interval-not-of-days"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        days = [each for each in reading.once(course_days) if each.scale != "pregnancy"]
        if not days:
            return
        intervals = list(self._intervals(reading, days))
        yield from intervals
        yield from self._hours(reading, days)
        if not intervals:  # `21 days after the operation (43 days postadmission)` would be told twice
            yield from self._two_scales(reading, days)

    def _intervals(self, reading: Reading, days: list[CourseDay]) -> Iterator[Finding]:
        among = {each.block for each in days}
        for passage, match in scan_near(reading, _AFTER_SIGN, _AFTER, 24, 200, among=among):
            day, count = _beside(reading, days, passage), read_number(match["count"].lower())
            if day is None or count is None:
                continue
            size = 7 if match["unit"].lower().startswith("w") else 1
            slack = 1 if size == 1 else 4
            events = [each for each in reading.once(event_days) if _can_be_from(each, day)]
            starts = [each.day for each in _meant(reading, match, passage, events)]
            if starts and all(abs(day.day - each.day - int(count.value) * size) > slack for each in starts):
                start = starts[-1]
                message = (
                    f"from `{_quote(reading, start)}` to `{_quote(reading, day)}` are {day.day - start.day} days, not "
                    f"{match['count'].lower()} {match['unit']}"
                )
                yield found(self, reading, passage, message, _HINT, [start, day])

    def _hours(self, reading: Reading, days: list[CourseDay]) -> Iterator[Finding]:
        """Hours after admission beside the day in hospital that they lead to."""
        stay = [each for each in days if each.scale == "admission"]
        for passage, match in (
            scan(reading, _HOURS, "h after", "hours after", "hours into", "hours f", "h f") if stay else ()
        ):
            day, hours = _beside(reading, stay, passage), int(match["hours"])
            if day is not None and not (day.day - 2) * 24 <= hours <= (day.day + 1) * 24:
                message = f"{hours} hours after admission are not `{_quote(reading, day)}`"
                yield found(self, reading, passage, message, _HINT, [day])

    def _two_scales(self, reading: Reading, days: list[CourseDay]) -> Iterator[Finding]:
        """Days told both in hospital and after the operation, which lie as far apart as the two events do."""
        pairs: list[tuple[int, CourseDay]] = []
        for one, other in pairwise(days):
            if one.block == other.block and {one.scale, other.scale} == {"operation", "admission"}:
                between = reading.blocks[one.block][1].text[one.end : other.start]
                if _BRACKET.fullmatch(between):
                    stay, operated = (one, other) if one.scale == "admission" else (other, one)
                    pairs.append((stay.day - operated.day, other))
        origins = [*pairs, *_origins(reading, days)] if pairs else []
        for gap, at in pairs:
            others = [(other, place) for other, place in origins if place is not at]
            if others and all(abs(gap - other) > 1 for other, _ in others):
                place = others[0][1]
                message = f"`{_quote(reading, at)}` does not fit `{_quote(reading, place)}`"
                yield found(self, reading, at, message, "correct one of the days", [place])
                return


def _can_be_from(event: EventDay, day: CourseDay) -> bool:
    """Whether an event with its day can be the one from which a later day is counted."""
    return event.scale == (day.scale or "day") and event.day.day < day.day and event.day is not day


def _meant(
    reading: Reading, match: re.Match[str], passage: Passage, events: list[EventDay]
) -> list[EventDay]:
    """Of some events, those that an interval can count from: the last or the first of them, where it says so."""
    if match["drug"]:
        drug = stem(match["drug"])
        events = [each for each in events if each.event == "start" and drug in each.words]
    else:
        name = event_named(match["event"])
        events = [each for each in events if named_alike(each.event, name)]
    if thing := _OF_THING.match(match.string, match.end()):
        events = [each for each in events if stem(thing[1]) in each.words]
    which = f" {match['which'] or ''} ".lower()
    if " its " in which:  # of what the sentence is about
        sentence = reading.sentences[reading.sentence_at(passage.block, passage.start)]
        words = content(reading.blocks[passage.block][1].text[sentence.start : passage.start])
        events = [each for each in events if each.words & words]
    events.sort(key=lambda each: each.day.day)
    return events[-1:] if " last " in which else events[:1] if " first " in which or match["drug"] else events


def _origins(reading: Reading, days: list[CourseDay]) -> Iterator[tuple[int, CourseDay]]:
    """The day in hospital from which the days after the operation count, by the operation and by the arrival."""
    for each in reading.once(event_days):
        if each.scale == "admission" and is_cut(each.event):
            yield each.day.day, each.day
    for day in days:
        sentence = reading.sentences[reading.sentence_at(day.block, day.start)]
        words = reading.blocks[day.block][1].text[sentence.start : day.start]
        if day.scale == "operation" and part_at(reading, day.block) == "body" and _ARRIVED.search(words):
            yield 1 - day.day, day


def _beside(reading: Reading, days: list[CourseDay], passage: Passage) -> CourseDay | None:
    """The day of the same sentence that stands next to an interval, and is not a part of it."""
    index = reading.sentence_at(passage.block, passage.start)
    near = [
        (max(day.start - passage.end, passage.start - day.end), day)
        for day in days
        if day.block == passage.block
        and (day.end <= passage.start or day.start >= passage.end)
        and reading.sentence_at(day.block, day.start) == index
    ]
    distance, day = min(near, key=lambda one: one[0], default=(_BESIDE + 1, None))
    return day if distance <= _BESIDE else None


def _quote(reading: Reading, at: CourseDay | Span) -> str:
    return " ".join(reading.blocks[at.block][1].text[at.start : at.end].split())
