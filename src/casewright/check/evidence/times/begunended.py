"""What is removed or stopped before the day on which it was placed or begun: a drain, a catheter, a drug, dialysis."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from casewright.check.evidence.text.parts import part_at
from casewright.check.evidence.text.passage import Passage
from casewright.check.evidence.times.courseday import CourseDay, course_days
from casewright.check.evidence.words.lexicon import drugs_named
from casewright.document.mentions.stretch import Stretch
from casewright.document.mentions.wordset import words
from casewright.document.reading import Reading
from casewright.patterns import lazily

_BEGUN = words(
    "placed inserted implanted introduced started begun initiated commenced instituted intubated cannulated applied"
)
_ENDED = words(
    "removed withdrawn explanted stopped discontinued ceased terminated weaned extubated decannulated retrieved"
)
_THINGS = words(
    "drain catheter stent tube cannula pacemaker filter coil balloon pump device port line tamponade pack packing"
    " fixator cast splint traction tracheostomy dialysis hemodialysis haemodialysis hemofiltration ventilation ecmo"
    " sedation anticoagulation chemotherapy radiotherapy plasmapheresis antibiotics steroids feeding nutrition"
)
_DONE = lazily(
    rf"\b(?:(?P<thing>[a-z][a-z-]+)(?:\s(?:therapy|treatment|infusion|support))?,?\s(?:was|were|had\sbeen|has\sbeen)|and)"
    rf"\s(?:(?:then|later|finally|was|were|subsequently|successfully|safely|again)\s)*"
    rf"(?P<verb>{'|'.join(sorted(_BEGUN | _ENDED))})\b"
)
_ANOTHER = words(  # words of a second drain, or of a second time
    "second third another new again first replaced exchanged changed other both re-inserted reinserted restarted"
    " resumed reintubated re-intubated repositioned previous previously earlier initially one two three"
)
_PERSONS = words("he she patient")
_NEAR = 60  # characters behind a verb in which its time stands


class _Moment(NamedTuple):
    """A day or a date: how it counts (`admission`, `operation`, `date` ...), its number, and where it stands."""

    scale: str
    number: int
    at: Passage


class Step(NamedTuple):
    """What was done with a thing, in the verb that says so, and when."""

    thing: str
    verb: str
    scale: str
    number: int
    at: Passage


def ended_before_begun(reading: Reading) -> Iterator[tuple[Step, Step]]:
    """The beginning and the end of each thing that the case has once begun and once ended, the end being earlier."""
    moments = _moments(reading)
    steps: dict[str, list[Step]] = {}
    for stretch in reading.stretches:
        index = stretch.sentence.index
        if index in moments and not stretch.words.isdisjoint(_BEGUN | _ENDED):
            for step in _steps(reading, stretch, moments[index]):
                steps.setdefault(step.thing, []).append(step)
    for told in steps.values():
        begun = [each for each in told if each.verb in _BEGUN]
        ended = [each for each in told if each.verb in _ENDED]
        once = len(begun) == len(ended) == 1
        if once and begun[0].scale == ended[0].scale and ended[0].number < begun[0].number:
            yield begun[0], ended[0]


def _moments(reading: Reading) -> dict[int, list[_Moment]]:
    """The days and the dates of the case, by their sentence."""
    found: dict[int, list[_Moment]] = {}
    for each in (*map(_of_day, reading.once(course_days)), *_dates(reading)):
        if part_at(reading, each.at.block) == "body":
            found.setdefault(reading.sentence_at(each.at.block, each.at.start), []).append(each)
    return found


def _of_day(day: CourseDay) -> _Moment:
    return _Moment(day.scale or "day", day.day, Passage(day.block, day.start, day.end))


def _dates(reading: Reading) -> Iterator[_Moment]:
    """The dates with a day and a month; those without a year count in one of their own."""
    for each in reading.dates:
        if each.month and each.day:
            scale = "date" if each.year else "day of a year"
            try:
                number = date(each.year or 2000, each.month, each.day).toordinal()
            except ValueError:
                continue
            yield _Moment(scale, number, Passage(each.block, each.start, each.end))


def _steps(reading: Reading, stretch: Stretch, moments: list[_Moment]) -> Iterator[Step]:
    if not stretch.words.isdisjoint(_ANOTHER):
        return
    drugs, thing = reading.once(drugs_named), ""
    found = [*_DONE.finditer(stretch.lower)]
    for number, match in enumerate(found):
        named = match["thing"] or ""
        if named in _PERSONS or named in ("intubated", "extubated"):
            named = "ventilation" if "tubat" in match["verb"] else ""
        singular = named if named in _THINGS or named in drugs else named.removesuffix("s")
        thing = singular if singular in _THINGS or singular in drugs else "" if match["thing"] else thing
        behind = stretch.offset + match.end()
        until = stretch.offset + (found[number + 1].start() if number + 1 < len(found) else len(stretch.text))
        near = [each for each in moments if behind <= each.at.start < min(until, behind + _NEAR)]
        if not near and len(moments) == len(found) == 1:
            near = moments
        if thing and len(near) == 1:
            yield Step(thing, match["verb"], *near[0])
