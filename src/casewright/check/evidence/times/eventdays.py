"""Events of a stay that are told with their day: `biopsy on hospital day 4`, `on day 3 a laminectomy`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from casewright.check.evidence.text.parts import part_at
from casewright.check.evidence.times.courseday import CourseDay, course_days
from casewright.check.evidence.words.wording import content
from casewright.document.reading import Reading
from casewright.patterns import lazily

_DONE = (
    r"[a-z]{2,}(?:ectomy|otomy|ostomy|plasty|scopy|graphy|desis|centesis|pexy|rrhaphy|lysis|graft)"
    r"|biops(?:y|ies)|surgery|operation|procedure|resection|repair|drainage|debridement|decortication|decompression|fixation"
    r"|replacement|reconstruction|transplant(?:ation)?|embolization|embolisation|stenting|coiling|clipping|ablation"
    r"|implantation|catheterization|catheterisation|amputation|excision|evacuation|extubation|intubation|cannulation"
    r"|decannulation|transfusion|delivery|caesarean|cesarean|exchange|(?:ha?emo)?dialysis"
    r"|placement|insertion|removal"
)
_VERBS = {
    "placed": "placement", "inserted": "placement", "implanted": "placement", "removed": "removal",
    "withdrawn": "removal", "extubated": "extubation", "intubated": "intubation", "transfused": "transfusion",
    "drained": "drainage", "resected": "resection", "given": "start", "started": "start", "initiated": "start",
    "begun": "start", "commenced": "start", "administered": "start",
}  # fmt: skip
_SAME = {"insertion": "placement", "haemodialysis": "dialysis", "hemodialysis": "dialysis"}
EVENT = (
    r"(?:(?:the|his|her|its|this|that|an?|first|initial|index|last|second|surgical|emergency|operative)\s)*"
    rf"(?P<event>{_DONE})s?"
)
DOSE = r"(?:(?:the|his|her)\s)?(?:first\sdose|start|initiation|beginning)\sof\s(?P<drug>[a-z]{5,})"
_EVENT = lazily(rf"\b(?P<event>{_DONE}|{'|'.join(_VERBS)})\b")
_UNTIL = lazily(r"\b(?:until|till|to|through|for|since|before|after)\s(?:the\s)?\Z", re.IGNORECASE)
_UNDONE = lazily(
    r"\b(?:plan\w*|refus\w*|declin\w*|consider\w*|before|prior|after|following|since|until|awaiting|scheduled|previous)\b[^.,;]{0,30}\Z"
)
_CUT = ("ectomy", "otomy", "ostomy", "plasty", "desis", "pexy", "graft", "rrhaphy")
_CALLED = (
    "surgery", "operation", "procedure", "resection", "repair", "debridement", "decortication", "decompression",
    "fixation", "replacement", "reconstruction", "transplant", "transplantation", "amputation", "excision",
)  # fmt: skip


class EventDay(NamedTuple):
    """An event, in the word that names it, and its day; `scale` is the day's, or `day` where the text has only that."""

    event: str
    scale: str
    day: CourseDay
    words: frozenset[str]  # the stems of its sentence, which tell what was placed, removed or given


def event_days(reading: Reading) -> tuple[EventDay, ...]:
    """Every event of the case in the sentence of a day, behind it or before it, the next day not reached.

    Ask for it by `Reading.once`.
    """
    return tuple(_in_reading(reading))


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


def _in_reading(reading: Reading) -> Iterator[EventDay]:
    days = [
        each
        for each in reading.once(course_days)
        if part_at(reading, each.block) == "body" and each.scale != "pregnancy"
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
            if not _UNDONE.search(text, before, match.start()):
                yield EventDay(event_named(match["event"]), each.scale or "day", each, words)


def _listed(text: str, one: CourseDay, other: CourseDay) -> bool:
    """Whether two days stand in one list: `on days 3, 5 and 7`."""
    return text[one.end : other.start].strip(" ,") in ("", "and")
