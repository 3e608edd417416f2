"""CW230."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from casewright.check.evidence.people.cases import cases_told
from casewright.check.evidence.text.parts import part_at
from casewright.check.evidence.text.passage import Passage, scan, scan_around
from casewright.check.evidence.times.begunended import ended_before_begun
from casewright.check.evidence.times.courseday import CourseDay
from casewright.check.evidence.times.courseorder import (
    counted_from,
    ends_stay,
    looks_back,
    out_of_order,
    told_days_of_course,
)
from casewright.check.evidence.times.moments import Moment
from casewright.check.evidence.times.narrative import stepping_back
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.document.reading import Reading
from casewright.patterns import lazily

_HOURS = lazily(
    r"\b(?:on|until)\s(?:the\s)?(?:hospital|admission)\sday\s(?P<day>\d{1,2})[,\s]?\s?(?:after|\(total"
    r"|\(after)\s(?:a total of\s)?"
    r"(?P<hours>\d{2,4})\s(?:hours|h)\sof\b",
    re.IGNORECASE,
)
_STAY = lazily(
    r"\b(?:hospitali[sz]ed for|stayed in (?:the )?hospital for|(?:length of )?(?:the )?hospital stay (?:was|of)"
    r"|hospitali[sz]ation (?:was|of|lasted)) (?:a total of )?(?P<days>\d{1,3}) ?d(?:ays)?\b"
    r"(?! (?:after|before|prior|earlier))",
    re.IGNORECASE,
)
_STAYED = lazily(  # `treated in intensive care for 30 days`, by one who went home on day 21
    r"\b(?:ICU|intensive care(?: unit)?)\b[^.;\d]{0,30}?\bfor (?:a total of )?(?P<days>\d{1,3}) ?d(?:ays)?\b"
)
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
        The order of numbers. Times are compared that count from one event: discharge and death with the days told
        before them, a week of pregnancy with the week before it, any other time with the one before it in its
        paragraph, where it opens its sentence, the patient is its subject, it ends something, or `and` or `for
        which` leads to it (of such steps in 1,900 published reports, 365 go on and one goes back); a sentence that
        looks back, or tells of a sample, is left alone. Death n days after the injury cannot come before a day told
        that counts n days or more from a later event, nor a day before the days that the text lets pass (`over the
        next 10 days`), nor one of a stay beyond its length. What is placed or begun once and removed or stopped
        once cannot be removed first.
    """

    code: ClassVar[str] = "CW230"
    name: ClassVar[str] = "day-out-of-order"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        yield from self._hours(reading)
        if reading.once(cases_told) > 1:
            return
        turned = list(out_of_order(reading))
        for earlier, later in turned:
            message = f"`{_quote(reading, later)}` is told after `{_quote(reading, earlier)}`"
            yield found(self, reading, later, message, _HINT, [earlier])
        told = {(later.block, later.start) for _, later in turned}
        for first, last in ended_before_begun(reading):
            if (last.at.block, last.at.start) not in told:
                told.add((last.at.block, last.at.start))
                when = f"(`{_quote(reading, last.at)}`) before it is {first.verb} (`{_quote(reading, first.at)}`)"
                message = f"`{last.thing}` is {last.verb} {when}"
                yield found(self, reading, last.at, message, _HINT, [first.at])
        for before, after in stepping_back(reading):
            if (after.block, after.start) not in told:
                told.add((after.block, after.start))
                message = f"`{_quote(reading, after)}` is told after `{_quote(reading, before)}`"
                yield found(self, reading, after, message, _HINT, [before])
        days = [each for each in told_days_of_course(reading) if counted_from(reading, each) == "admission"]
        yield from self._stays(reading, days)
        ended = [each for each in days if ends_stay(reading, each)]
        for passage, match in (
            scan_around(reading, _STAYED, 2, 90, "icu", "intensive care") if len(ended) == 1 else ()
        ):
            if int(match["days"]) > ended[0].day + 1 and passage.block <= ended[0].block:
                message = f"{match['days']} days in intensive care, and the stay ended on `{_quote(reading, ended[0])}`"
                yield found(self, reading, passage, message, _HINT, [ended[0]])

    def _stays(self, reading: Reading, days: list[CourseDay]) -> Iterator[Finding]:
        """Days in hospital beyond the length of the only stay."""
        told = list(scan_around(reading, _STAY, 24, 70, "hospital")) if days else []
        stays = {int(match["days"]): at for at, match in told if part_at(reading, at.block) == "body"}
        length = min(stays, default=0)
        beyond = [each for each in days if each.day > length + 1 and not looks_back(reading, each)]
        if len(stays) == 1 and length > 1 and beyond:
            message = f"`{_quote(reading, beyond[0])}` lies beyond the stay of {length} days"
            yield found(self, reading, beyond[0], message, "correct the day or the stay", [stays[length]])

    def _hours(self, reading: Reading) -> Iterator[Finding]:
        """More hours of a treatment than the day in hospital on which it ended allows."""
        for passage, match in scan(reading, _HOURS, "hours of", " h of"):
            if int(match["hours"]) > 24 * int(match["day"]):
                message = f"{match['hours']} hours are more than {match['day']} days in hospital"
                yield found(self, reading, passage, message, "correct the hours or the day")


def _quote(reading: Reading, each: CourseDay | Moment | Passage) -> str:
    return " ".join(reading.blocks[each.block][1].text[each.start : each.end].split())
