"""CW230."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from casewright.check.evidence.courseday import CourseDay, course_days
from casewright.check.evidence.parts import part_at
from casewright.check.evidence.passage import scan
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.document.reading import Reading
from casewright.patterns import lazily

_END = lazily(r"\b(?:discharged|died|expired|passed away|succumbed|death occurred)\b", re.IGNORECASE)
_BACK = lazily(
    r"\bhad\b|\bprevious|\bprior\b|\bearlier\b|\bhistory\b|\bsince\b|\bbefore\b|\bago\b|\bretrospective|\btwin\b",
    re.IGNORECASE,
)
_ANEW = lazily(
    r"\bre-?admi|\breturned\b|\bre-?operat|\bsecond (?:operation|surgery|admission)|\bre-?hospital"
    r"|\b(?:course|cycle)s?\b|\bchemotherapy\b|\bdonor\b",
    re.IGNORECASE,
)
_SPAN = lazily(
    r"(?:\b(?:until|till|through|to|for|by|from|since|between|and|least)\s(?:the\s)?)\Z", re.IGNORECASE
)
_VALUE = lazily(r"\d\s?[a-zA-Zµμ×^0-9]{1,8}/[a-zA-Zµμ]")  # a value may be of a visit after the stay
_HOURS = lazily(
    r"\b(?:on|until)\s(?:the\s)?(?:hospital|admission)\sday\s(?P<day>\d{1,2})[,\s]?\s?(?:after|\(total"
    r"|\(after)\s(?:a total of\s)?"
    r"(?P<hours>\d{2,4})\s(?:hours|h)\sof\b",
    re.IGNORECASE,
)
_AGAIN = lazily(r"\bre-?(?P<what>intubat|insert|admit|operat|start|explor|initiat)", re.IGNORECASE)
_STAYED = lazily(  # `treated in intensive care for 30 days`, by one who went home on day 21
    r"\b(?:ICU|intensive care(?: unit)?)\b[^.;\d]{0,30}?\bfor (?:a total of )?(?P<days>\d{1,3}) ?d(?:ays)?\b"
)
_OPENING = lazily(r"(?:On|At|By)\s(?:the\s)?\Z")
_HINT = "correct one of the two days"


class DayOutOfOrder:
    """A day of the course that comes before what has already been told.

    Why it is bad
        Nobody goes home on a day before the treatment that he received on the ward; one of the days is wrong.

    Example
        She left intensive care on postoperative day 9 and was discharged on postoperative day 6.

    Write instead
        She left intensive care on postoperative day 9 and was discharged on postoperative day 16.

    Source
        The order of numbers. Days are compared that count from one event: discharge and death with the days told before
        them, a week of pregnancy with the week before it, a day in hospital that opens its
        sentence with such a one before it, any other day only where both its neighbours are later; a sentence that
        looks back is left alone.
    """

    code: ClassVar[str] = "CW230"
    name: ClassVar[str] = "day-out-of-order"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        yield from self._hours(reading)
        days = [each for each in reading.once(course_days) if part_at(reading, each.block) == "body"]
        scales = {each.scale for each in days} - {"", "pregnancy"}
        threads: dict[str, list[CourseDay]] = {}
        for each in days:
            if reading.blocks[each.block][1].kind == "paragraph":
                threads.setdefault(_thread(scales, each), []).append(each)
        for scale, thread in threads.items():
            for earlier, later in _wrong(reading, thread, scale):
                message = f"`{_quote(reading, later)}` is told after `{_quote(reading, earlier)}`"
                yield found(self, reading, later, message, _HINT, [earlier])
        ended = [each for each in threads.get("admission", ()) if _END.search(_words(reading, each)[0])]
        for passage, match in scan(reading, _STAYED, "icu", "intensive care") if len(ended) == 1 else ():
            if int(match["days"]) > ended[0].day + 1 and passage.block <= ended[0].block:
                message = f"{match['days']} days in intensive care, and the stay ended on `{_quote(reading, ended[0])}`"
                yield found(self, reading, passage, message, _HINT, [ended[0]])

    def _hours(self, reading: Reading) -> Iterator[Finding]:
        """More hours of a treatment than the day in hospital on which it ended allows."""
        for passage, match in scan(reading, _HOURS, "hours of", " h of"):
            if int(match["hours"]) > 24 * int(match["day"]):
                message = f"{match['hours']} hours are more than {match['day']} days in hospital"
                yield found(self, reading, passage, message, "correct the hours or the day")


def _thread(scales: set[str], each: CourseDay) -> str:
    """The scale a day is counted on: a bare one counts from admission where no other event is in play."""
    if not each.scale and scales <= {"admission"}:
        return "admission"
    return each.scale


def _wrong(reading: Reading, thread: list[CourseDay], scale: str) -> Iterator[tuple[CourseDay, CourseDay]]:
    """Pairs of an earlier told and a later told day, of which the second cannot come first."""
    told: list[CourseDay] = []
    for number, each in enumerate(thread):
        before, after = _words(reading, each)
        again = _AGAIN.search(before)
        if (
            again
            and told
            and told[-1].day > each.day
            and again["what"].removeprefix("in") in _words(reading, told[-1])[0]
        ):
            yield told[-1], each
        if _ANEW.search(before) or _ANEW.search(after):
            told = []
        if _BACK.search(before):
            continue
        ends = _END.search(before) or _END.match(after.lstrip())
        latest = max(told, key=lambda other: other.day, default=None)
        if latest is not None and latest.day > each.day:
            following = thread[number + 1] if number + 1 < len(thread) else None
            if (
                (ends and scale != "pregnancy")
                or (
                    scale == "pregnancy"
                    and latest.day - each.day < 140
                    and _opens(reading, each)
                    and _opens(reading, latest)
                )
                or (
                    scale == "admission"
                    and told[-1] is latest
                    and latest.block == each.block
                    and _opens(reading, each)
                    and _opens(reading, latest)
                )
                or (
                    following is not None
                    and _opens(reading, each)
                    and told[-1] is latest
                    and following.day > latest.day
                    and following.block - latest.block <= 1
                )
            ):
                yield latest, each
        if ends:
            told = []
        elif not _SPAN.search(before) and not _VALUE.search(before):
            told.append(each)


def _opens(reading: Reading, each: CourseDay) -> bool:
    """Whether a day opens its sentence, as the next step of a story does."""
    text = reading.blocks[each.block][1].text
    sentence = reading.sentences[reading.sentence_at(each.block, each.start)]
    return _OPENING.fullmatch(text[sentence.start : each.start]) is not None


def _words(reading: Reading, each: CourseDay) -> tuple[str, str]:
    """The words of the sentence before and after a day, as far as the days beside it."""
    text = reading.blocks[each.block][1].text
    sentence = reading.sentences[reading.sentence_at(each.block, each.start)]
    before, after = reading.once(_beside)[each.block, each.start]
    start, end = max(sentence.start, before), min(sentence.end, after or sentence.end)
    return text[start : each.start], text[each.end : end]


def _beside(reading: Reading) -> dict[tuple[int, int], tuple[int, int]]:
    """Where the day before each day ends and the day after it begins, in its block; 0 where there is none."""
    days = reading.once(course_days)
    beside: dict[tuple[int, int], tuple[int, int]] = {}
    for before, each, after in zip((None, *days), days, (*days[1:], None), strict=False):
        end = before.end if before and before.block == each.block else 0
        start = after.start if after and after.block == each.block else 0
        beside[each.block, each.start] = end, start
    return beside


def _quote(reading: Reading, each: CourseDay) -> str:
    return " ".join(reading.blocks[each.block][1].text[each.start : each.end].split())
