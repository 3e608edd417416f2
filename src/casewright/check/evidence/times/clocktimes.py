"""Times of the clock with the hours or minutes told beside them: `at 10:00, 45 minutes after the onset`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from casewright.check.evidence.text.passage import Passage, having, scan
from casewright.document.mentions.wordset import words
from casewright.document.reading import Reading
from casewright.patterns import lazily
from casewright.quantity.number import read_number

_CLOCK = (
    r"(?:[01]?\d|2[0-3])(?:[:.]|:\s(?=\d\d\s?[apAP]\.?[mM]))[0-5]\d(?![\d.]*\d)"
    r"(?:\s?(?:[ap]\.?m\b\.?|h\b|hours\b|o'clock))?"
)
_COUNT = (
    r"(?P<about>(?:about|approximately|around|roughly|some|almost|nearly) )?(?P<count>\d{1,3}(?:\.\d)?|one|two|three"
    r"|four|five|six|seven|eight|nine|ten|eleven|twelve|half an|an?) (?P<unit>h\b|hours?|hrs?|min\b|minutes?)"
)
_TIME = lazily(
    rf"\b(?P<lead>at|from|until|till|to|by|around|about|between|and)\s(?P<clock>{_CLOCK})(?!\s?(?:mg|g|%|mm|cm|m[lL]|×|mmol))",
    re.IGNORECASE,
)
_SIGNS = (
    *(lazily(rf"{mark}[0-5]\d(?!\d)(?:(?<=\s\d.\d\d)|(?<=\s\d\d.\d\d))") for mark in (":", r"\.")),
    lazily(r":\s[0-5]\d\s?[ap]\.?m\b"),
)
_DAY = r"(?: (?:on|of) (?:the )?[\w ,]{3,20}?)?"
_BEHIND = lazily(
    rf"{_DAY},? ?\(?(?:that is,? |i\.e\.,? )?{_COUNT} (?:(?P<later>after|later|following)|before|earlier|prior to)\b"
    r"(?! (?:the |a |an |his |her )?(?:second|third|last|next|another|final|repeat))",
    re.IGNORECASE,
)
_BEFORE = lazily(
    rf"(?<![\d.–-])\b{_COUNT} (?:(?P<later>after [^.;:,\d]{{3,40}},|later|afterwards)|before|earlier),? ?\(?\Z",
    re.IGNORECASE,
)
_LASTED = lazily(
    rf"\b(?:lasted|took|continued|required|for)\s(?:for\s)?{_COUNT}(?P<later>)(?: [^.;:\d]{{0,20}})?,? \(?\Z",
    re.IGNORECASE,
)
_EVENT = lazily(  # `after the scan`, whose time does not follow at once
    r"\b(?:after|following|before|prior to) (?P<event>[^.;:,()\d]*[a-z])(?P<time>(?:\s\(?(?:at|of)|\s\()\s?\d)?",
    re.IGNORECASE,
)
_WORD = lazily(r"[a-z]{3,}")
_PLAIN = words(
    "the and was were had has his her its their with from that this which first after before for hours patient"
)
_LETTERS = 5  # of a word that tell which event it is
_EVENTS = {
    beginning: named[:_LETTERS]
    for named in (
        "admission admitted arrival arrived presentation presented brought transferred referred reached",
        "onset began begun beginning started start noticed developed appeared woke",
        "surgery operation operated operative incision theatre theater",
        "delivery delivered born birth",
        "injection injected infusion infused dose given administration administered administering received",
        "ingestion ingested swallowed took taken eaten",
    )
    for beginning in (word[:_LETTERS] for word in named.split())
}
_UNTIL = ("until", "till", "to")
_NEAR = 2  # paragraphs


class TimeOfDay(NamedTuple):
    """A printed time: the minutes after midnight that it may mean, the word before it, and where it stands."""

    minutes: tuple[int, ...]
    lead: str
    place: Passage
    text: str


class Passed(NamedTuple):
    """A time with the minutes that had passed, at least and at most, after (1) or before (-1) another."""

    time: TimeOfDay
    sign: int
    low: float
    high: float
    words: str
    event: str  # of the other time, as printed; "" where none is named


def times_of_day(reading: Reading) -> tuple[TimeOfDay, ...]:
    """Every time of the clock that a word such as `at` brings in. Ask for it by `Reading.once`."""
    blocks = frozenset().union(*(having(reading, sign) for sign in _SIGNS))
    if not blocks:
        return ()
    return tuple(
        TimeOfDay(_minutes(match["clock"]), match["lead"].lower(), place, match["clock"].strip())
        for place, match in scan(reading, _TIME, among=blocks)
    )


def passed(reading: Reading) -> Iterator[tuple[Passed, TimeOfDay]]:
    """Every told distance between two times that no other time told gives, with the time told before."""
    times = reading.once(times_of_day)
    for number, time in enumerate(times):
        told = [
            each
            for at, each in enumerate(times)
            if at != number and abs(each.place.block - time.place.block) <= _NEAR and each.text != time.text
        ]
        before = [each for each in told if each.place < time.place]
        span = _span(reading, time) if before else None
        if span is None or any(_fits(span, each) for each in told):
            continue
        if not span.event or any(_is_of(reading, span, each) for each in told):
            yield span, before[-1]


def _is_of(reading: Reading, span: Passed, other: TimeOfDay) -> bool:
    """Whether a time is told of the event that another is counted from: `6 h after admission`, `admitted at 5:30`."""
    sentence = reading.sentences[reading.sentence_at(other.place.block, other.place.start)]
    told = reading.blocks[sentence.block][1].text[sentence.start : sentence.end]
    return not _beginnings(span.event).isdisjoint(_beginnings(told.replace(span.event, " ")))


def _beginnings(text: str) -> frozenset[str]:
    """What the words of a text begin with; the same for words that tell one event, as `admitted` and `arrival` do."""
    found = (word[:_LETTERS] for word in _WORD.findall(text.lower()) if word not in _PLAIN)
    return frozenset(_EVENTS.get(each, each) for each in found)


def _span(reading: Reading, time: TimeOfDay) -> Passed | None:
    text = reading.blocks[time.place.block][1].text
    match = _BEHIND.match(text, time.place.end, time.place.end + 90)
    if match is None:
        lead = _LASTED if time.lead in _UNTIL else _BEFORE if time.lead == "at" else None
        match = lead.search(text, max(0, time.place.start - 70), time.place.start) if lead else None
    if match is None:
        return None
    count = match["count"].lower()
    number = read_number("0.5" if count == "half an" else "one" if count in ("a", "an") else count)
    if number is None:
        return None
    size = 60.0 if match["unit"].lower().startswith("h") else 1.0
    low, high = (float(bound) * size for bound in number.bounds)
    slack = (0.25 if match["about"] else 0.02) * high + 1
    sign = 1 if match["later"] is not None else -1
    counted_from = _EVENT.search(match[0]) or _EVENT.search(match[0] + text[match.end() : match.end() + 60])
    event = counted_from["event"] if counted_from and not counted_from["time"] else ""
    return Passed(time, sign, low - slack, high + slack, match[0].strip(" ,("), event)


def _fits(span: Passed, other: TimeOfDay) -> bool:
    """Whether two times may lie so far apart, whatever the days: the clock goes round."""
    for one in span.time.minutes:
        for two in other.minutes:
            gap = ((one - two) * span.sign) % 1440
            rounds = int(max(0.0, span.low - gap) // 1440) + 1
            if any(span.low <= gap + 1440 * days <= span.high for days in range(rounds + 1)):
                return True
    return False


def _minutes(text: str) -> tuple[int, ...]:
    """The minutes after midnight; without `am` or `pm`, in either half of the day where the hour is below twelve."""
    hour, minute = (int(part) for part in re.findall(r"\d+", text)[:2])
    half = "".join(re.findall(r"[apm]", text.lower()))
    if half in ("am", "pm"):
        return ((hour % 12 + (12 if half == "pm" else 0)) * 60 + minute,)
    return (hour * 60 + minute,)
