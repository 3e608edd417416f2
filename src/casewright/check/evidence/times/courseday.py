"""The days of a course that are counted from an event: `postoperative day 7`, `hospital day 3`, `at 31 weeks`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from casewright.check.evidence.text.passage import scan_sentences
from casewright.document.mentions.wordset import words
from casewright.document.reading import Reading
from casewright.patterns import lazily
from casewright.quantity.number import read_number

_WORDS = words("day days pod dol gestation pregnancy week")  # of which every such day has one
_WORD = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen"
    "|nineteen|(?:twenty|thirty|forty|fifty|sixty)(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?"
)
_POSTED = r"post-?(?:operatively|operative|op|operation|surgery|admission|hospitali[sz]ation|presentation)"
ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
    "twentieth",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty")
_NTH = (
    rf"(?:\d{{1,3}}\s?(?:st|nd|rd|th)|(?:(?:{'|'.join(_TENS)})[ -])?(?:{'|'.join(ORDINALS[:9])})"
    rf"|{'|'.join(ORDINALS[9:])}|thirtieth|fortieth)"
)
_ROUND = {"thirtieth": "30", "fortieth": "40"}
_TO_OPERATION = r"(?:initial |first |primary |index |his |her |the )*(?:operation|surgery)"
_TO_ADMISSION = (
    r"(?:(?:his |her |the |icu |hospital |initial )*(?:admission|hospitali[sz]ation|stay|presentation)"
    r"|in (?:the )?hospital)"
)
_TO_HURT = r"(?:the |his |her |initial |symptom )*(?P<hurt>injury|trauma|accident|burn|fall|ingestion|onset|symptoms)"
_DAY = lazily(
    r"\b(?=[\dadefhinopst])(?:"  # the first letters: at most places no more is looked at
    rf"(?P<what>post-?\s?operative\sday|pod|dol|(?:hospital(?:i[sz]ation)?|admission|inpatient)\sday|day)(?:"
    rf"\s\(pod\))?[\s-]?[\#+]?(?P<n>\d{{1,3}})\b"
    rf"(?!\s?(?:%|mg|ml|[-–/]|(?:to|through|and|or)\s\d))(?:\s(?:of|after|post|following)[\s-](?:the\s|his\s"
    rf"|her\s)*(?P<of>\w+))?"
    rf"|(?:(?<=\bon\s)|(?<=\bby\s))day\s(?P<nword>{_WORD})\b(?:\s(?:of|after|post|following)[\s-](?:the\s|his\s"
    rf"|her\s)*(?P<ofword>\w+))?"
    rf"|(?:{_NTH}\s(?:and|to)\s(?:the\s)?)?(?P<nth>{_NTH})\s(?P<kind>post-?\s?operative\s|hospital\s|admission\s)?days?\b"
    rf"(?:\s(?:of|after|following|in(?=\s(?:the\s)?hospital))\s(?:the\s|his\s|her\s)*(?P<since>\w+))?"
    rf"|(?P<count>\d{{1,3}}|{_WORD})\sdays\s(?:(?:after|following|post|of)[\s-]|(?=in\s(?:the\s)?hosp))(?:(?P<operated>{_TO_OPERATION})"
    rf"|(?P<admitted>{_TO_ADMISSION})|{_TO_HURT})\b"
    rf"|(?P<passed>\d{{1,3}}|{_WORD})\sdays\s(?P<posted>{_POSTED})\b"
    rf"|(?P<weeks>\d{{1,2}})(?:\s?\+\s?(?P<plus>\d))?\sweeks?['’]?\s(?:of\s)?(?:gestation|pregnancy)\b"
    rf"|end of the (?P<week>{_NTH}) week\b)"
)
_LIST = lazily(  # `on days 3, 5 and 7`
    r"\b(?P<what>post-?\s?operative\sday|pod|hospital\sday|day)s\s(?P<list>\d{1,3}(?:,\s\d{1,3}){0,5},?\sand\s\d{1,3})\b"
    r"(?!\s?(?:%|mg|ml|[-–/]))"
)
_NUMBER = lazily(r"\d+")
_SCHEDULED = lazily(  # `1 mL of vaccine at days 3, 7, 14 and 28`: what is to be given, and on which days of its own
    r"\b(?:vaccin|immuni[sz]|immunoglobulin|booster|series|schedule|regimen|protocol|doses?\b|cycle|mg\b|g\b|m[lL]\b|IU\b"
    r"|units\b|mcg\b|µg\b)[^.;]*\Z"
)
_REACH = 80  # characters before a list of days in which it is told to be one
_ADMISSION = ("admission", "stay", "hospital", "hospitalization", "hospitalisation", "presentation", "icu")
_OPERATION = ("operation", "operative", "operatively", "surgery", "op")


class CourseDay(NamedTuple):
    """A day of a course: how many days after its event, and where it stands.

    `scale` is `operation`, `admission`, `injury` (and the onset of symptoms), `pregnancy`, the name of another event,
    or "" where the text says only `day 3`.
    """

    scale: str
    day: int
    block: int
    start: int
    end: int


def course_days(reading: Reading) -> tuple[CourseDay, ...]:
    """Every such day, in reading order."""
    return tuple(_in_reading(reading))


def _in_reading(reading: Reading) -> Iterator[CourseDay]:
    found: dict[tuple[int, int], CourseDay] = {}
    for passage, match in scan_sentences(reading, _DAY, _WORDS, folded=True):
        known = _known(match)
        if known is not None:
            found[passage.block, passage.start] = CourseDay(*known, passage.block, passage.start, passage.end)
    for passage, match in scan_sentences(reading, _LIST, words("days pods"), folded=True):
        text, start = reading.blocks[passage.block][1].text, passage.start
        if _SCHEDULED.search(text, max(0, start - _REACH), start):
            continue
        for number in _NUMBER.finditer(match["list"]):
            at = start + match.start("list") - match.start() + number.start()
            scale = _scale(match["what"].lower(), "")
            found[passage.block, at] = CourseDay(
                scale, int(number[0]), passage.block, at, at + len(number[0])
            )
    yield from (found[place] for place in sorted(found))


def _known(match: re.Match[str]) -> tuple[str, int] | None:
    """The scale and the day of what matched."""
    if match["weeks"]:
        return "pregnancy", int(match["weeks"]) * 7 + int(match["plus"] or 0)
    if match["week"]:
        week = _value(match["week"])
        return None if week is None else ("", week * 7)
    if match["count"]:
        count = _value(match["count"])
        scale = "operation" if match["operated"] else "admission" if match["admitted"] else "injury"
        return None if count is None else (scale, count)
    if match["passed"]:
        passed = _value(match["passed"])
        operated = match["posted"].lower().removeprefix("post").lstrip("-").startswith(("op", "su"))
        return None if passed is None else ("operation" if operated else "admission", passed)
    if match["nword"]:
        day = _value(match["nword"])
        return None if day is None else (_scale("", (match["ofword"] or "").lower()), day)
    if match["n"]:
        what, event = match["what"].lower(), match["of"]
    else:
        what, event = (match["kind"] or "").lower(), match["since"]
    day = _value(match["n"] or match["nth"])
    return None if day is None else (_scale(what, (event or "").lower()), day)


def _scale(what: str, event: str) -> str:
    if what == "dol":
        return "life"
    if what.startswith("po") or event in _OPERATION:
        return "operation"
    if what.startswith(("hosp", "admi", "inpa")) or event in _ADMISSION:
        return "admission"
    return event if len(event) > 3 else ""


def _value(text: str) -> int | None:
    """A printed count or ordinal: `7`, `seven`, `7th`, `seventh`."""
    digits = re.match(r"\d+", text)
    if digits:
        return int(digits[0])
    tens, _, last = text.lower().replace(" ", "-").rpartition("-")
    if last in ORDINALS:
        return ORDINALS.index(last) + 1 + (10 * (_TENS.index(tens) + 2) if tens in _TENS else 0)
    number = read_number(_ROUND.get(last) or text.lower().replace(" ", "-"))
    return int(number.value) if number else None
