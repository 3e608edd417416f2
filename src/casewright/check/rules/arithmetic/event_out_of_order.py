"""CW214."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations, islice, pairwise
from typing import ClassVar

from casewright.check.evidence.people.cases import cases_told
from casewright.check.evidence.times.afterdeath import alive_after_death
from casewright.check.evidence.times.bracketed import years_out_of_order
from casewright.check.evidence.times.courseday import course_days
from casewright.check.evidence.times.datedstory import later_history, opening_back
from casewright.check.evidence.times.deathafter import deaths_before
from casewright.check.evidence.times.onwards import stepping_back
from casewright.check.evidence.times.publication import steps_out_of_order
from casewright.check.evidence.times.timeline import (
    Dated,
    Event,
    course_dates,
    dated_events,
    days_of,
    events_near,
    exact_days,
    told_days,
)
from casewright.check.evidence.times.timetable import misplaced_heads
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import Stretch, found
from casewright.document.mentions.model import DateMention
from casewright.document.reading import Reading
from casewright.patterns import lazily

_COURSE: tuple[Event, ...] = ("birth", "admission", "discharge", "death")
_PAST = lazily(
    r"\bhad\b|\bprevious|\bprior\b|\bearlier\b|\bhistory\b|\bvaccinat|\bsince\b|\bbefore\b|\bago\b|\bretrospective|\blast\b",
    re.IGNORECASE,
)
_RETOLD = lazily(r"\bhad (?:been|undergone)\b|\bprevious|\bprior\b|\bearlier\b|\bhistory of\b", re.IGNORECASE)
_LOOKS_BACK = lazily(  # `having quit in 2003`, `whose graft was lost in 2003`, `after a graft in 2003`
    r"\b(?:having|born|who|whom|whose|which|that|status post|following|despite|known|already|formerly|diagnosed with"
    r"|as it was)\b"
    r"[^.;]{0,80}\Z|\bafter\s[^.;,]{3,60}\Z"
    r"|\b(?:level|intensity|that|those|than|compared (?:to|with)(?: (?:that|those|the \w+))?) "
    r"(?:(?:noted|seen|found|observed|measured|reported) )?(?:in|on|from|of) \Z",
    re.IGNORECASE,
)
_SPANNED = lazily(r"\b(?:from|between)\s(?:the\s)?\Z", re.IGNORECASE)
_TO = lazily(r"\s(?:to|and|until|through)\s(?:the\s)?")
_ENDED = lazily(
    r"\b(?:until|till)\s(?:the end of\s)?(?:the\s)?\Z", re.IGNORECASE
)  # it runs ahead of the story
_SPAN_ENDS = lazily(r"\b(?:from|between)\s[^.;]{4,25}\s(?:to|and|until|through)\s(?:the\s)?\Z", re.IGNORECASE)
_OPEN_YEARS = lazily(r"\b(?:between|from|versus|vs|compared|respectively)\b|[\[\]]", re.IGNORECASE)
_MONTH = 31  # days
_STRAND = 7  # days
_STRANDED = lazily(
    r"\b(?:born|first|initial(?:ly)?|already|has (?:been|undergone|had)|planned|(?:obtained|collected) (?:on|in))\b",
    re.IGNORECASE,
)
_LISTED = 15  # characters: dates that stand closer are a list
_FIRST = lazily(r"\b(?:first|initial|original|primary)\b")  # told behind what followed it
_DONE = lazily(r"\band (?:was )?(?:died|discharged|operated|relapsed|recurred)\b")
_ENDS: tuple[Event, ...] = ("discharge", "death")
_HISTORY = ("case.complaint", "case.present_illness", "case.history", "case.past_history")
_PLANNED = lazily(
    r"\b(?:until|till|outpatient|readmi|clinic|result|report|(?:weeks?|months?) (?:after|later|following)\b)",
    re.IGNORECASE,
)


_Day = tuple[DateMention, date, date]


class EventOutOfOrder:
    """A date that puts an event before what must have come first.

    Why it is bad
        A patient is not discharged before admission; one of the dates is wrong, most often in its month or year.

    Example
        He was admitted on 4 March 2019. Sphincterotomy was performed on 6 February 2019, and cystectomy on 13 March
        2019.

    Write instead
        He was admitted on 4 March 2019. Sphincterotomy was performed on 6 March 2019, and cystectomy on 13 March
        2019.

    Source
        The calendar. A step back in a course told in order is a warning, since the text may look back: where it
        opens its sentence and no history is told, where the date ends a stay, is of what can only have come later
        (a visit after the onset, a relapse, a second of something, `again`), or stands between two later ones of a
        month's time and only its month or year is another; between dates further apart a note.
    """

    code: ClassVar[str] = "CW214"
    name: ClassVar[str] = "event-out-of-order"
    severity: ClassVar[Severity] = "error"

    def check(self, reading: Reading) -> Iterator[Finding]:
        for passage, year, other in years_out_of_order(reading):
            message = f"{year} is told as later than {other}"
            yield found(self, reading, passage, message, "correct one of the years", (), "warning")
        heads: set[tuple[int, int]] = set()
        for head, beside in misplaced_heads(reading) if reading.once(cases_told) < 2 else ():
            heads.add((head.place.block, head.place.start))
            message = f"`{head.text}` stands out of order in its table, beside `{beside.text}`"
            yield found(
                self, reading, head.place, message, "correct the date or move it", [beside.place], "warning"
            )
        for passage in deaths_before(reading) if reading.once(cases_told) < 2 else ():
            words = reading.blocks[passage.block][1].text[passage.start : passage.end]
            message = f"the patient `{words}`, and is told of as living then"
            yield found(self, reading, passage, message, "write `after`, or correct the event", (), "warning")
        if len(reading.dates) < 2:
            return
        for step, preceding in islice(steps_out_of_order(reading), 1):
            message = (
                f"`{step.name}` is dated before `{preceding.name}`, which is dated {preceding.date.text}"
            )
            yield found(self, reading, step.date, message, "correct one of the dates", [preceding.date])
        reported: set[int] = set()
        for before, mention in opening_back(reading):
            reported.add(id(mention))
            message = f"{mention.text} is told as later than {before.text}"
            yield found(self, reading, mention, message, "correct one of the dates", [before], "warning")
        if reading.once(cases_told) > 1:
            return
        for mention, arrival in later_history(reading):
            is_same = arrival is not None and arrival.text == mention.text  # a year is not later than itself
            if id(mention) not in reported and not is_same:
                reported.add(id(mention))
                then = f"later than the arrival, {arrival.text}" if arrival else "still to come"
                message = f"{mention.text} is told as history, and is {then}"
                against = [arrival] if arrival else []
                yield found(self, reading, mention, message, "correct one of the dates", against, "warning")
        events = dated_events(reading)
        for earlier, later in combinations(_COURSE, 2):
            firsts = [one for one in events if one.event == earlier]
            lasts = [one for one in events if one.event == later]
            if _single(firsts) and _single(lasts) and lasts[0].last < firsts[0].first:
                reported.add(id(lasts[0].mention))
                message = (
                    f"the {later} is dated before the {earlier}, which is dated {firsts[0].mention.text}"
                )
                yield found(
                    self, reading, lasts[0].mention, message, "correct one of the dates", [firsts[0].mention]
                )
        for before, mention, after, near in _steps_back(reading):
            if id(mention) not in reported and (mention.block, mention.start) not in heads:
                message = (
                    f"{mention.text} stands between {before.text} and {after.text} and is earlier than both"
                )
                reported.add(id(mention))
                severity: Severity = "warning" if near else "note"
                yield found(self, reading, mention, message, "correct the date", [before, after], severity)
        for died, mention in alive_after_death(reading):
            if id(mention) not in reported:
                reported.add(id(mention))
                message = (
                    f"the patient is told of as living on {mention.text}, after the death on {died.text}"
                )
                yield found(self, reading, mention, message, "correct one of the dates", [died], "warning")
        for earlier_told, late, message in (
            *_in_sentence(reading),
            *_backward(reading),
            *_ends_early(reading),
        ):
            if id(late) not in reported:
                reported.add(id(late))
                yield found(
                    self, reading, late, message, "correct one of the dates", [earlier_told], "warning"
                )


def _single(events: list[Dated]) -> bool:
    return len({event.first for event in events}) == 1


def _steps_back(reading: Reading) -> Iterator[tuple[DateMention, DateMention, DateMention, bool]]:
    """Dates of the course before their neighbours on both sides, where no word looks back; whether each is a slip."""
    exact = reading.once(exact_days)
    course = []
    for mention in reading.once(course_dates):
        days = exact.get((mention.block, mention.start)) or days_of(mention)
        told = mention.role.startswith("case") and mention.subject == "patient"
        if (
            days
            and mention.month
            and told
            and not _aside(reading, mention)
            and not _of_span(reading, mention)
        ):
            course.append((mention, *days))
    printed = {(each.block, each.start) for each in reading.dates if each.year and each.day}
    for one, two, three in zip(course, course[1:], course[2:], strict=False):
        mention = two[0]
        sentence = reading.sentences[mention.sentence]
        words = reading.blocks[mention.block][1].text[sentence.start : sentence.end]
        lead = reading.blocks[mention.block][1].text[sentence.start : mention.start]
        if (
            two[2] >= one[1]
            or two[1] > three[2]
            or _PAST.search(words)
            or _STRANDED.search(words)
            or _LOOKS_BACK.search(lead)
        ):
            continue
        full = all((each[0].block, each[0].start) in printed for each in (one, two, three))
        if full:
            yield one[0], mention, three[0], (three[2] - one[1]).days <= _MONTH and _is_slip(one, two, three)
        elif _steps_far(one, two) and _is_slip(one, two, three):
            yield one[0], mention, three[0], True


def _steps_far(before: _Day, mention: _Day) -> bool:
    """Whether a date whose year or day is not printed steps back by more than strands that are told in turn do."""
    near = before[0].block == mention[0].block and 0 < mention[0].sentence - before[0].sentence <= 2
    return near and (before[1] - mention[2]).days > _STRAND


def _of_span(reading: Reading, mention: DateMention) -> bool:
    """Whether a date is an end of a span, which may reach back: `from 21 July to 1 August`."""
    text = reading.blocks[mention.block][1].text
    start = max(0, mention.start - 45)
    return any(ends.search(text, start, mention.start) is not None for ends in (_SPANNED, _SPAN_ENDS, _ENDED))


def _is_slip(before: _Day, mention: _Day, after: _Day) -> bool:
    """Whether a date between two is among them with the month or the year of one of its neighbours."""
    first, last, own = before[1], after[2], mention[0]
    year = mention[1].year
    meant = [days_of(replace(own, year=each)) for each in {first.year, last.year}]
    meant += [days_of(replace(own, year=year, month=month)) for month in (first.month, last.month)]
    return any(first <= each[0] <= last for each in meant if each is not None)


def _in_sentence(reading: Reading) -> Iterator[tuple[Stretch, DateMention, str]]:
    """A date that steps back in the midst of a sentence: `diagnosed in May 2014 and relapsed in June 2013`."""
    exact = reading.once(exact_days)
    for before, mention in pairwise(reading.dates):
        first, second = (exact.get((each.block, each.start)) or days_of(each) for each in (before, mention))
        if before.sentence != mention.sentence or first is None or second is None or second[1] >= first[0]:
            continue
        sentence = reading.sentences[mention.sentence]
        text = reading.blocks[mention.block][1].text
        between, lead = text[before.end : mention.start], text[sentence.start : before.start]
        span = _SPANNED.search(lead) and _TO.fullmatch(between)
        told = (len(between) > _LISTED or _DONE.search(between)) and not (
            _OPEN_YEARS.search(between) or _SPAN_ENDS.search(lead)
        )
        back = (
            _PAST.search(text, sentence.start, sentence.end)
            or _FIRST.search(between)
            or _LOOKS_BACK.search(between)
        )
        if span or (told and not back):
            yield before, mention, f"{mention.text} is told after {before.text} and is earlier"


def _backward(reading: Reading) -> Iterator[tuple[Stretch, DateMention, str]]:
    """What can only have come later, dated before what was told; and history that is dated after the admission."""
    for before, mention in stepping_back(reading):
        if _of_span(reading, before):
            continue
        yield before, mention, f"{mention.text} is told as later than {before.text}"
    dates = [each for each in reading.once(course_dates) if each.subject == "patient"]
    admissions = [one for one in dated_events(reading) if one.event == "admission"]
    for mention in dates if _single(admissions) else ():
        days = days_of(mention)
        if mention.role in _HISTORY and mention.day and days and days[0] > admissions[0].last:
            admission = admissions[0].mention
            yield (
                admission,
                mention,
                f"{mention.text} is history, and the admission is dated {admission.text}",
            )


def _ends_early(reading: Reading) -> Iterator[tuple[Stretch, DateMention, str]]:
    """A discharge or a death before the last day already told of the stay."""
    counted = _counted(reading)
    told: list[tuple[Stretch, date]] = []
    opened = (
        -1
    )  # the sentence whose first date was told; its other dates are a series, which may outlast the stay
    for mention, first, last in reading.once(told_days):
        while counted and (counted[0][0].block, counted[0][0].start) < (mention.block, mention.start):
            told.append(counted.pop(0))
        end = next((event for event in events_near(reading, mention) if event in _ENDS), None)
        end = None if _aside(reading, mention) else end or _going_home(reading, mention)
        latest = max(told, key=lambda one: one[1], default=None)
        if end is not None:
            if latest is not None and latest[1] > last and not _looks_back(reading, mention):
                words = reading.blocks[latest[0].block][1].text[latest[0].start : latest[0].end]
                yield latest[0], mention, f"the {end} on {mention.text} is told after `{words}`"
            told = []
        elif mention.sentence != opened and not _aside(reading, mention) and not _planned(reading, mention):
            told.append((mention, first))
            opened = mention.sentence


def _counted(reading: Reading) -> list[tuple[Stretch, date]]:
    """The days of the stay that are counted from a single dated admission, less one for the way of counting."""
    admissions = [one for one in dated_events(reading) if one.event == "admission"]
    if not _single(admissions) or not admissions[0].mention.day:
        return []
    days: list[tuple[Stretch, date]] = []
    for each in reading.once(course_days):
        before = reading.blocks[each.block][1].text[max(0, each.start - 12) : each.start]
        if each.scale == "admission" and each.day < 400 and re.search(r"\b[Oo]n (?:the )?\Z", before):
            days.append((each, admissions[0].first + timedelta(days=each.day - 1)))
    return days


def _going_home(reading: Reading, mention: DateMention) -> Event | None:
    """The discharge that a long sentence ends with, where it opens with its only date."""
    sentence = reading.sentences[mention.sentence]
    opens = mention.start - sentence.start <= len("On the ")
    text = reading.blocks[mention.block][1].text[mention.end : sentence.end]
    alone = not re.search(r"\b(?:19|20)\d\d\b|\bday\b|\blater\b", text)
    return "discharge" if opens and alone and re.search(r"\bwas discharged\b", text) else None


def _looks_back(reading: Reading, mention: DateMention) -> bool:
    sentence = reading.sentences[mention.sentence]
    return _RETOLD.search(reading.blocks[mention.block][1].text, sentence.start, sentence.end) is not None


def _planned(reading: Reading, mention: DateMention) -> bool:
    """Whether a date may lie after the stay: the end of a treatment, a result, a visit."""
    sentence = reading.sentences[mention.sentence]
    return _PLANNED.search(reading.blocks[mention.block][1].text, sentence.start, sentence.end) is not None


def _aside(reading: Reading, mention: DateMention) -> bool:
    """Whether a date stands in a legend or in brackets, outside the order in which the course is told."""
    block = reading.blocks[mention.block][1]
    before = block.text[: mention.start]
    return (
        block.kind != "paragraph"
        or before.startswith(("Fig", "Table"))
        or before.count("(") > before.count(")")
    )
