"""Times counted from an event, in whatever unit: `24 hours after surgery`, `six weeks after discharge`, `POD 4`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from casewright.check.evidence.text.around import stretches_with
from casewright.check.evidence.text.parts import of_patient, part_at
from casewright.check.evidence.text.passage import Passage, scan_sentences
from casewright.check.evidence.times.courseday import CourseDay
from casewright.check.evidence.times.courseorder import counted_from, told_days_of_course
from casewright.check.evidence.words.wording import stem
from casewright.document.mentions.wordset import words
from casewright.document.reading import Reading
from casewright.patterns import lazily
from casewright.quantity.number import read_number

_ONES = "one|two|three|four|five|six|seven|eight|nine"
_WORD = (
    rf"{_ONES}|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
    rf"|(?:twenty|thirty|forty|fifty|sixty|seventy)(?:[ -](?:{_ONES}))?"
)
_UNIT = r"(?P<unit>h|hrs?|hours?|days?|wks?|weeks?|months?|years?)"
_AFTER = lazily(  # in small letters
    rf"\b(?<![\d.–-])(?<!s and )(?<!r and )(?P<within>within (?:the first )?|less than )?"
    rf"(?P<count>\d{{1,3}}|{_WORD})[ -]{_UNIT},? "
    r"(?:after|following|post|from|into|(?P<of>of))[ -]"
    r"(?:(?:the|his|her|its|this|that|initial|index|primary|symptom|hospital|icu|emergency"
    r"|completion of|end of) )*"
    r"(?:(?P<begun>start(?:ing)?|initiat(?:ion|ing)|commenc(?:ing|ement)|beginning|institut(?:ion|ing)"
    r"|introduc(?:tion|ing))(?: of)?(?: the| his| her)? )?"
    r"(?P<what>[a-z][\w-]+(?: (?!(?:and|or|with|in|on|at|by|to|for|of|from|was|were|had|has|the|she|he|it|because|due"
    r"|when|which|that|an?|but|showed|revealed|after|before)\b)[\w-]+){0,2})"
    r"(?: of (?:the |an? |his |her )*(?P<whose>[a-z][\w-]+))?",
)
_UNITS = words("h hr hrs hour hours day days wk wks week weeks month months year years")
_VISITED = words("follow up follow-up followup week month")
_BEHIND = words("after following post from into of")
_SIGN = lazily(
    r"[ -](?:h|hrs?|hours?|days?|wks?|weeks?|months?|years?),? (?:after|following|post|from|into|of(?=.{1,30}adm))[ -]"
)
_REACH = 90  # characters behind a unit in which its event is told
_VISIT = lazily(  # a visit after a treatment, by the time since: `at 6 months of follow-up`, `at the 12th week`
    rf"\bat (?:the |a |an |his |her )?(?:(?P<count>\d{{1,2}}|{_WORD})[ -](?P<unit>week|month|year)s?(?:['’]s?)?"
    r"(?: of)?[ -]follow-?\s?up"
    rf"|(?:last |latest |final )?follow-?\s?up (?:at|after) (?:the end of )?(?P<last>\d{{1,2}}|{_WORD})"
    r" (?P<of>week|month|year)s?"
    r"|(?P<nth>\d{1,2})(?:st|nd|rd|th) (?P<in>week|month)\b(?! of (?:gest|preg|life)))"
)
_EVENTS = {  # the words of an event, and what it goes by
    "admission": "admission", "arrival": "admission", "presentation": "admission", "hospitalization": "admission",
    "hospitalisation": "admission", "surgery": "operation", "operation": "operation", "birth": "birth",
    "delivery": "birth", "discharge": "discharge", "injury": "injury", "trauma": "injury", "accident": "injury",
    "onset": "onset",
}  # fmt: skip
_WHICH = ("first", "second", "third", "last", "final", "next", "previous")
_HOURS = {"h": 1.0, "d": 24.0, "w": 168.0, "m": 730.5, "y": 8766.0}


class Moment(NamedTuple):
    """A time counted from an event (`scale`): as printed, and the hours that it allows at least and at most."""

    scale: str
    unit: str  # `h`, `d`, `w`, `m` or `y`
    number: float
    least: float
    most: float
    block: int
    start: int
    end: int
    bare: bool = False  # a day that names no event, which is taken to be the only one in play


def moments(reading: Reading) -> tuple[Moment, ...]:
    """Every such time of the running text of the case, in reading order. Ask for it by `Reading.once`."""
    days = {(each.block, each.start): _of_day(reading, each) for each in told_days_of_course(reading)}
    taken = {(each.block, each.end) for each in days.values()}
    for passage, match in _after(reading):
        told = _of_match(passage, match)
        if told and taken.isdisjoint((told.block, place) for place in range(told.end, passage.end + 1)):
            days[told.block, told.start] = told
    for visit in _visits(reading):
        days.setdefault((visit.block, visit.start), visit)
    return tuple(days[place] for place in sorted(days))


def precedes(one: Moment, other: Moment) -> bool:
    """Whether a time is earlier than another that counts from the same event."""
    if one.bare != other.bare and (one.unit != other.unit or one.scale == "operation"):
        return False  # a bare day may count from the admission
    return one.number < other.number if one.unit == other.unit else one.most < other.least


def _of_day(reading: Reading, day: CourseDay) -> Moment:
    """The day of arrival or of the operation may be the first, or none."""
    low, high = 24.0 * (day.day - 2), 24.0 * (day.day + 1)
    scale = counted_from(reading, day)
    return Moment(scale, "d", day.day, low, high, day.block, day.start, day.end, not day.scale)


def _after(reading: Reading) -> Iterator[tuple[Passage, re.Match[str]]]:
    """The times that are told with a preposition, in what the case says of the patient."""
    for stretch in stretches_with(reading, _UNITS):
        if stretch.words.isdisjoint(_BEHIND) or stretch.block.kind != "paragraph":
            continue
        block, end = stretch.sentence.block, 0
        for sign in _SIGN.finditer(stretch.lower):
            match = _AFTER.search(stretch.lower, max(end, sign.start() - 30), sign.end() + _REACH)
            if match is None or part_at(reading, block) != "body":
                continue
            end, start = match.end(), stretch.offset + match.start()
            if of_patient(reading, stretch.sentence.index, start):
                yield Passage(block, start, stretch.offset + end), match


def _visits(reading: Reading) -> Iterator[Moment]:
    for passage, match in scan_sentences(reading, _VISIT, _VISITED, folded=True):
        number = read_number((match["count"] or match["last"] or match["nth"]).replace(" ", "-"))
        unit = (match["unit"] or match["of"] or match["in"])[0]
        if number is not None and part_at(reading, passage.block) == "body":
            count, size = float(number.value), _HOURS[unit]
            low, high = (count - 0.3) * size, (count + 0.3) * size
            yield Moment("follow-up", unit, count, low, high, *passage)


def _of_match(passage: Passage, match: re.Match[str]) -> Moment | None:
    """The time of what matched; None of a course of so many hours: `after 48 hours of antibiotics`."""
    number = read_number(match["count"].replace(" ", "-"))
    said = match["what"].split()
    event = next((_EVENTS[word] for word in said if word in _EVENTS), "")
    if number is None or (match["of"] and not (event and match["within"])):
        return None
    if match["begun"]:
        event = f"start {stem(said[0])}"
    elif not event:
        event = " ".join(stem(word) for word in (*said, *filter(None, [match["whose"]])))
    elif said[0] in _WHICH:
        event = f"{said[0]} {event}"
    unit, count = match["unit"][0], float(number.value)
    size = _HOURS[unit]
    slack = 0.0 if unit == "h" else 0.75 * size
    least = 0.0 if match["within"] else count * size - slack
    return Moment(
        event,
        unit,
        count,
        least,
        count * size + slack,
        passage.block,
        passage.start,
        passage.end - match.end() + match.end("unit"),
    )
