"""CW212."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import ClassVar

from casewright.check.evidence.text.passage import Passage, scan
from casewright.check.evidence.times.timeline import Dated, Event, course_dates, dated_events, days_of
from casewright.check.evidence.words.wording import content
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.document.mentions.model import DateMention
from casewright.document.reading import Reading
from casewright.patterns import lazily
from casewright.quantity.model import Number
from casewright.quantity.number import read_number

_COUNT = r"(?P<count>\d{1,3}(?:\.\d)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen|twenty)"
_UNIT = r"(?P<unit>d|days?|wk|weeks?|mo|months?|yr|years?)"
_EVENT = (
    r"(?:(?:the|his|her|this|initial|first|symptom|disease|illness)\s+)*(?P<event>onset|symptoms|exposure|vaccination"
    r"|injury|accident|ingestion|admission|hospitali[sz]ation|presentation|discharge"
    r"|operation"
    r"|surgery|transplantation|[a-z]+ectomy|[a-z]+otomy|[a-z]+plasty|birth|delivery"
    r"|(?P<thing>[a-z]{4,}(?:ation|tion|ment|oscopy|graphy)|(?:[a-z]{4,}\s)?biopsy"
    r"|(?:(?<=the\s)|(?<=his\s)|(?<=her\s))[a-z]{4,})(?!-|\s(?:dose|cycle|course|visit|follow|day|week)))"
)
_AFTER = lazily(rf"\b{_COUNT}\s?{_UNIT}\s+(?:after|following|from|since)\s+{_EVENT}\b", re.IGNORECASE)
_POSTOPERATIVE = lazily(
    r"\b(?:post-?\s?operative\s+day|POD)\s*(?P<count>\d{1,3})\b(?P<unit>)(?P<event>)", re.IGNORECASE
)
_NTH_POSTOPERATIVE = lazily(
    r"\b(?P<count>\d{1,2})(?:st|nd|rd|th)\s(?:post-?operative\sday|day\s(?:after|following)\s(?:the\s)?(?:operation|surgery))"
    r"\b(?P<unit>)(?P<event>)",
    re.IGNORECASE,
)
_HOSPITAL = lazily(
    r"\b(?:hospital\s+day|HD)\s*(?P<count>\d{1,3})\b(?P<unit>)(?P<event>)(?=,?\s?\(?(?:[A-Z]|\d))",
    re.IGNORECASE,
)
_PAIRED = lazily(  # `On May 4 and 9 (at 20 and 25 days after the operation)`
    r" and (?:(?P<month>[A-Z][a-z]+)\.? )?(?P<day>\d{1,2})(?:st|nd|rd|th)?(?:,? \d{4})?,? ?\(?"
    r"(?:(?:at|on|i\.e\.|or),? )?(?:days? )?(?P<one>\d{1,3}) and (?P<two>\d{1,3})\b(?= days|\)| after)"
)
_SINCE = (
    r"(?P<about>(?:about|approximately|around|roughly|some|almost|nearly|only|just|exactly|i\.e\.,?|that is,?"
    r"|which was)\s)*"
    rf"{_COUNT}\s?{_UNIT}\s(?:after|following|from|since)\s[^.;\d]{{2,60}}?[\s(](?:(?:on|in|of)\s)?(?:the\s)?"
)
_BETWEEN = lazily(rf",?\s\(?{_SINCE}", re.IGNORECASE)  # `April 5, 15 days after its cessation on March 31`
_LEADING = lazily(rf"\b{_SINCE}\Z", re.IGNORECASE)  # `15 days after its cessation on March 31, on April 5`
_LED = lazily(r"\)?,?\s\(?(?:[a-z]+\s){0,4}(?:on|in)\s(?:the\s)?|\)?\s\((?:on\s)?", re.IGNORECASE)
_STAY = lazily(
    rf"\bafter\s+{_COUNT}\s?{_UNIT}\s+(?:in\s+(?:the\s+)?hospital"
    r"|of\s+(?:hospitali[sz]ation|(?:the\s+|in-?patient\s+|hospital\s+)*stay))(?P<event>)",
    re.IGNORECASE,
)
_STAY_OF = lazily(
    rf"\bafter\s+a\s+(?:total\s+)?(?:hospital\s+|in-?patient\s+)?stay\s+of\s+{_COUNT}\s?{_UNIT}\b(?P<event>)",
    re.IGNORECASE,
)
_STAYED = lazily(
    rf"\b(?:stayed|hospitali[sz]ed|remained\sin\s(?:the\s)?hospital)\sfor\s{_COUNT}\sdays(?P<unit>)(?P<event>)"
)
_DAYS = {"d": 1.0, "w": 7.0, "m": 30.4375, "y": 365.25}
_ANCHORS: dict[str, Event] = {
    "admission": "admission",
    "hospitalization": "admission",
    "hospitalisation": "admission",
    "presentation": "admission",
    "discharge": "discharge",
    "birth": "birth",
    "onset": "onset",
    "symptoms": "onset",
    "exposure": "exposure",
    "vaccination": "vaccination",
    "injury": "injury",
    "accident": "injury",
    "ingestion": "injury",
}
_LOOSE = ("onset", "exposure", "vaccination", "injury")  # of which a report may tell more than it dates
_OPERATION = lazily(r"\b(?:operation|operated|surgery)\b")
_ANOTHER = lazily(r"\b(?:second|third|another|new|repeat(?:ed)?)\b[^.;]*\Z", re.IGNORECASE)
_LEAD = 80  # characters before an interval that may name another such thing
_COUNTED = lazily(r"\b(?:after|before|following|since|prior|later)\b", re.IGNORECASE)
_BESIDE = 40  # characters between a date and what it is of
_NEAR = 45  # characters between an interval and the date it leads to


class IntervalNotOfDates:
    """An interval or a postoperative day that the two printed dates do not give.

    Why it is bad
        The course of the illness is read from the intervals; where the dates say otherwise, one of the three figures
        is wrong.

    Example
        She was admitted on 14 August 2021. On 20 August 2021, 9 days after admission, she was discharged.

    Write instead
        She was admitted on 14 August 2021. On 20 August 2021, 6 days after admission, she was discharged.

    Source
        The calendar. A day more or less is allowed for counting the first day, and half a unit for rounding.
        Days are counted from the onset, an exposure, a vaccination or an injury too, and two dates of one month are
        held to the days printed of both.
    """

    code: ClassVar[str] = "CW212"
    name: ClassVar[str] = "interval-not-of-dates"
    severity: ClassVar[Severity] = "error"

    def check(self, reading: Reading) -> Iterator[Finding]:
        if len(reading.dates) < 2:
            return
        yield from self._named(reading)
        yield from self._paired(reading)
        events = dated_events(reading)
        dated = {mention.block for mention in reading.dates}
        counted: tuple[tuple[re.Pattern[str], Event | None], ...] = (
            (_AFTER, None),
            (_POSTOPERATIVE, "operation"),
            (_NTH_POSTOPERATIVE, "operation"),
            (_STAY, "admission"),
            (_STAY_OF, "admission"),
            (_STAYED, "admission"),
            (_HOSPITAL, "admission"),
        )
        for pattern, anchor in counted:
            for passage, match in scan(reading, pattern, among=dated):
                yield from self._held(reading, passage, match, *_starts(reading, match, anchor, events))

    def _named(self, reading: Reading) -> Iterator[Finding]:
        """Intervals that stand between the two dates they are of."""
        for one, other in pairwise(reading.once(course_dates)):
            later, earlier, match = _spanned(reading, one, other)
            year = later.year or earlier.year or 2000
            last, first = (days_of(replace(each, year=each.year or year)) for each in (later, earlier))
            count = read_number(match["count"].lower()) if match else None
            if match is None or count is None or last is None or first is None:
                continue
            low, high = _allowed(count, match["unit"].lower())
            loose = 0.2 * high if match["about"] else 0.0
            least, most = (last[0] - first[1]).days, (last[1] - first[0]).days
            if least >= 0 and not (most >= low - loose and least <= high + loose):
                printed = f"{match['count']} {match['unit']}"
                span = f"{least}" if least == most else f"{least} to {most}"
                message = f"from {earlier.text} to {later.text} are {span} days, not {printed}"
                yield found(self, reading, later, message, "correct the interval or a date", [earlier])

    def _paired(self, reading: Reading) -> Iterator[Finding]:
        """Two days of one month with the days counted to each of them."""
        for mention in reading.dates:
            match = _PAIRED.match(reading.blocks[mention.block][1].text, mention.end) if mention.day else None
            if match is None or (match["month"] and match["month"] not in mention.text):
                continue
            days, counted = int(match["day"]) - (mention.day or 0), int(match["two"]) - int(match["one"])
            if days > 0 and counted > 0 and abs(days - counted) > 1:
                place = Passage(mention.block, mention.start, match.end())
                message = f"from {mention.text} to the {match['day']} are {days} days, not {counted}"
                yield found(self, reading, place, message, "correct one of the days or dates", (), "warning")

    def _held(
        self, reading: Reading, passage: Passage, match: re.Match[str], anchors: list[Dated], certain: bool
    ) -> Iterator[Finding]:
        arrival = _date_beside(reading, passage)
        days = days_of(arrival) if arrival else None
        starts = {anchor.first for anchor in anchors if anchor.mention is not arrival}
        if arrival is None or days is None or not 1 <= len(starts) <= 3:
            return
        anchors = [anchor for anchor in anchors if anchor.mention is not arrival]
        count = read_number(match["count"].lower())
        if count is None:
            return
        low, high = _allowed(count, match["unit"].lower())
        spans = [(anchor, (days[0] - anchor.last).days, (days[1] - anchor.first).days) for anchor in anchors]
        spans = [(anchor, least, most) for anchor, least, most in spans if least >= 0]
        if not spans or any(most >= low and least <= high for _, least, most in spans):
            return
        start, least, most = spans[-1]
        span = f"{least} days" if least == most else f"{least} to {most} days"
        message = (
            f"`{match[0]}` does not fit the dates: from {start.mention.text} to {arrival.text} are {span}"
        )
        severity: Severity = "error" if certain and len(starts) == 1 else "warning"
        against = [arrival, start.mention]
        yield found(self, reading, passage, message, "correct the interval or a date", against, severity)


def _spanned(
    reading: Reading, one: DateMention, other: DateMention
) -> tuple[DateMention, DateMention, re.Match[str] | None]:
    """The later and the earlier of two dates that stand side by side, and the interval that is told of the two."""
    text = reading.blocks[one.block][1].text
    if one.block != other.block:
        return one, other, None
    if match := _BETWEEN.fullmatch(text, one.end, other.start):
        return one, other, match
    lead = max(reading.sentences[one.sentence].start, one.start - _LEAD)
    led = one.sentence == other.sentence and _LED.fullmatch(text, one.end, other.start)
    return other, one, _LEADING.search(text, lead, one.start) if led else None


def _starts(
    reading: Reading, match: re.Match[str], anchor: Event | None, events: tuple[Dated, ...]
) -> tuple[list[Dated], bool]:
    """The dated events from which an interval may count, and whether it is certain that it does."""
    if anchor is None and match["thing"]:
        lead = match.string[max(0, match.start() - _LEAD) : match.start()]
        whole = match["unit"][:1].lower() in "my"
        return [] if _ANOTHER.search(lead) else _of_thing(reading, match["thing"], whole), False
    event = anchor or _ANCHORS.get(match["event"].lower(), "operation")
    anchors = [one for one in events if one.event == event]
    if event == "operation" and anchor is None:
        anchors = [one for one in anchors if _same_operation(reading, one, match["event"])]
    if event == "operation" and anchor is None and not anchors and not _OPERATION.search(match["event"]):
        return _of_thing(reading, match["event"], match["unit"][:1].lower() in "my"), False
    certain = bool(anchors) and event not in _LOOSE
    return _beginning(reading) if event == "admission" and not anchors else anchors, certain


def _of_thing(reading: Reading, thing: str, months: bool) -> list[Dated]:
    """The only date beside which a thing is named, and not as what something came after; `months` may be dated too."""
    named, found_here = content(thing), []
    for mention in reading.once(course_dates):
        days, sentence = days_of(mention), reading.sentences[mention.sentence]
        text = reading.blocks[mention.block][1].text
        first, last = max(sentence.start, mention.start - _BESIDE), min(sentence.end, mention.end + _BESIDE)
        words = text[first : mention.end] + text[mention.end : last].partition(";")[0]
        exact = mention.day or (months and mention.month)
        if days and exact and named and named <= content(words) and not _COUNTED.search(words):
            found_here.append(Dated("onset", *days, mention))
    return found_here if len({one.first for one in found_here}) == 1 else []


def _same_operation(reading: Reading, anchor: Dated, name: str) -> bool:
    """Whether a dated operation can be the one that an interval names: it bears that name, or none."""
    if name.lower() in ("operation", "surgery"):
        return True
    sentence = reading.sentences[anchor.mention.sentence]
    text = reading.blocks[sentence.block][1].text[sentence.start : sentence.end].lower()
    return name.lower() in text or _OPERATION.search(text) is not None


def _allowed(count: Number, unit: str) -> tuple[float, float]:
    """The days that a printed interval may mean."""
    size = _DAYS[unit[:1] or "d"]
    low, high = (float(bound) * size for bound in count.bounds)
    slack = 1.0 if size == 1.0 else 0.5 * size
    return low - slack, high + slack


def _beginning(reading: Reading) -> list[Dated]:
    """The first full date of the case, which stands for the admission where none is dated."""
    for mention in reading.once(course_dates):
        days = days_of(mention)
        if days and mention.day and mention.role.startswith("case") and mention.subject == "patient":
            return [Dated("admission", *days, mention)]
    return []


def _date_beside(reading: Reading, passage: Passage) -> DateMention | None:
    """The date that stands nearest to an interval, within a few words and in its own sentence."""
    sentence = reading.sentence_at(passage.block, passage.start)
    near = [
        mention
        for mention in reading.once(course_dates)
        if mention.block == passage.block
        and mention.sentence == sentence
        and max(mention.start - passage.end, passage.start - mention.end) <= _NEAR
    ]
    near.sort(key=lambda mention: max(mention.start - passage.end, passage.start - mention.end))
    return near[0] if near else None
