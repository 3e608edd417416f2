"""Events of a stay that are told with their day: `biopsy on hospital day 4`, `on day 3 a laminectomy`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from casewright.check.evidence.text.parts import Part, of_patient, part_at
from casewright.check.evidence.times.courseday import CourseDay, course_days
from casewright.check.evidence.words.wording import content
from casewright.document.reading import Reading
from casewright.patterns import lazily

_DONE = (
    r"[a-z]{2,}(?:ectomy|otomy|ostomy|plasty|scopy|graphy|desis|centesis|pexy|rrhaphy|lysis|graft)"
    r"|biops(?:y|ies)|surgery|operation|procedure|resection|repair|drainage|debridement|decortication"
    r"|decompression|fixation"
    r"|replacement|reconstruction|transplant(?:ation)?|embolization|embolisation|stenting|coiling|clipping|ablation"
    r"|implantation|catheterization|catheterisation|amputation|excision|evacuation|extubation|intubation|cannulation"
    r"|decannulation|transfusion|delivery|caesarean|cesarean|exchange|(?:ha?emo)?dialysis"
    r"|placement|insertion|removal"
)
_VERBS = {
    "placed": "placement", "inserted": "placement", "implanted": "placement", "removed": "removal",
    "withdrawn": "removal", "extubated": "extubation", "intubated": "intubation", "transfused": "transfusion",
    "drained": "drainage", "resected": "resection", "given": "start", "started": "start", "initiated": "start",
    "begun": "start", "commenced": "start", "administered": "start", "died": "death", "expired": "death",
    "operated": "operation", "discharged": "discharge", "discharge": "discharge",
    "transferred": "transfer", "transfer": "transfer", "referred": "transfer",
}  # fmt: skip
_SAME = {"insertion": "placement", "haemodialysis": "dialysis", "hemodialysis": "dialysis"}
EVENT = (
    r"(?:(?:the|his|her|its|this|that|an?|first|initial|index|last|second|surgical|emergency|operative)\s)*"
    rf"(?P<event>{_DONE})s?"
)
DOSE = r"(?:(?:the|his|her)\s)?(?:first\sdose|start|initiation|beginning)\sof\s(?P<drug>[a-z]{5,})"
_EVENT = lazily(rf"\b(?P<event>{_DONE}|{'|'.join(_VERBS)})\b", re.IGNORECASE)
_UNTIL = lazily(r"\b(?:until|till|to|through|for|since|before|after)\s(?:the\s)?\Z", re.IGNORECASE)
_UNDONE = lazily(
    r"\b(?:plan\w*|refus\w*|declin\w*|consider\w*|before|prior|after|following|since|until|awaiting"
    r"|scheduled|previous)\b[^.,;]{0,30}\Z"
)
_OF_THINGS = frozenset(("placement", "removal", "start", "drainage", "exchange", "transfusion", "repair"))
_SAYING = content(
    "placed placement inserted insertion removed removal given started start began exchanged repaired day"
    " days postoperative hospital surgery operation admission first second third fourth fifth sixth seventh "
    "eighth ninth"
    " tenth after before patient then transfused transfusion treatment therapy intravenous two three four five six"
)
_CUT = ("ectomy", "otomy", "ostomy", "plasty", "desis", "pexy", "graft", "rrhaphy")
_CALLED = (
    "surgery", "operation", "procedure", "resection", "repair", "debridement", "decortication", "decompression",
    "fixation", "replacement", "reconstruction", "transplant", "transplantation", "amputation", "excision",
)  # fmt: skip


Place = tuple[int, int]  # a block, and a character of it


class EventDay(NamedTuple):
    """An event, in the word that names it, and its day; `scale` is the day's, or `day` where the text has "
    "only that."""

    event: str
    scale: str
    day: CourseDay
    words: frozenset[str]  # the stems of its sentence, which tell what was placed, removed or given


def event_days(reading: Reading) -> tuple[EventDay, ...]:
    """Every event of the case in the sentence of a day, behind it or before it, the next day not reached.

    Ask for it by `Reading.once`.
    """
    return tuple(_in_parts(reading, ("body",)))


def retold_days(reading: Reading) -> tuple[EventDay, ...]:
    """The same of all that repeats the case. Ask for it by `Reading.once`."""
    return tuple(_in_parts(reading, ("echo", "other")))


def of_other_events(reading: Reading, one: Place, other: Place) -> bool:
    """Whether two days, by block and character, are told of events that are not one."""
    events = reading.once(_by_place)
    return one in events and other in events and not _is_same(events[one], events[other])


def _by_place(reading: Reading) -> dict[Place, EventDay]:
    """The first event of each day, by the place of the day."""
    found: dict[Place, EventDay] = {}
    for each in (*reading.once(event_days), *reading.once(retold_days)):
        found.setdefault((each.day.block, each.day.start), each)
    return found


def told_on_two_days(reading: Reading) -> Iterator[tuple[EventDay, EventDay]]:
    """An event that a summary gives another day than the case: `the drain was removed on day 2`, `on day 4`.

    The case must give it one day alone, counted from the same event; what is placed or removed must be one thing.
    """
    echoes = [each for each in reading.once(retold_days) if _is_ours(reading, each)]
    echoes = [each for each in echoes if each.event != "discharge"]  # which `discharge` compares
    told = reading.once(event_days) if echoes else ()
    for echo in echoes:
        like = [each for each in told if echo.scale == each.scale != "day" and _is_same(echo, each)]
        slack = 0 if echo.scale == "operation" else 1  # the day of arrival may be counted or not
        apart = len({each.day.day for each in like}) == 1 and abs(like[0].day.day - echo.day.day) > slack
        if apart and not _tells_too(reading, like[0].day, echo.day):
            yield echo, like[0]


def _tells_too(reading: Reading, case: CourseDay, echo: CourseDay) -> bool:
    """Whether the paragraph of a day of the case has the day of a summary too, if of another thing."""
    return any(
        each.block == case.block and each.scale == echo.scale and each.day == echo.day
        for each in reading.once(course_days)
    )


def _is_ours(reading: Reading, each: EventDay) -> bool:
    return of_patient(reading, reading.sentence_at(each.day.block, each.day.start), each.day.start)


def _is_same(one: EventDay, other: EventDay) -> bool:
    """Whether two events are one: of their names, and of the thing where a name says only what became of it."""
    if not named_alike(one.event, other.event):
        return False
    return one.event not in _OF_THINGS or bool((one.words & other.words) - _SAYING)


def event_named(word: str) -> str:
    """The event that a noun or a verb names: `placed` and `insertion` are a placement."""
    lower = word.lower()
    return _VERBS.get(lower) or _SAME.get(lower, lower)


def is_cut(event: str) -> bool:
    """Whether a word names an operation: by its ending, or as operations are called."""
    return event.endswith(_CUT) or event in _CALLED


def named_alike(one: str, other: str) -> bool:
    """Whether two words can name one event: the same, or the word `operation` and the name of one."""
    if one == other:
        return True
    generic = ("surgery", "operation", "procedure")
    return (one in generic and is_cut(other)) or (other in generic and is_cut(one))


def _in_parts(reading: Reading, parts: tuple[Part, ...]) -> Iterator[EventDay]:
    days = [
        each
        for each in reading.once(course_days)
        if part_at(reading, each.block) in parts and each.scale != "pregnancy"
    ]
    for number, each in enumerate(days):
        text = reading.blocks[each.block][1].text
        index = reading.sentence_at(each.block, each.start)
        sentence = reading.sentences[index]
        if _UNTIL.search(text, sentence.start, each.start):
            continue
        before, after = sentence.start, sentence.end
        words = content(text[before:after])
        if number and days[number - 1].block == each.block and not _listed(text, days[number - 1], each):
            before = max(before, days[number - 1].end)
        if (
            number + 1 < len(days)
            and days[number + 1].block == each.block
            and not _listed(text, each, days[number + 1])
        ):
            after = min(after, days[number + 1].start)
        for match in _EVENT.finditer(text, before, after):
            since = (
                each.end if each.end <= match.start() else before
            )  # its own `after admission` undoes nothing
            if not _UNDONE.search(text, since, match.start()):
                yield EventDay(event_named(match["event"]), each.scale or "day", each, words)


def _listed(text: str, one: CourseDay, other: CourseDay) -> bool:
    """Whether two days stand in one list: `on days 3, 5 and 7`."""
    return text[one.end : other.start].strip(" ,") in ("", "and")
