"""CW128."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import ClassVar

from casewright.check.evidence.people.cases import cases_told
from casewright.check.evidence.people.introduced import introduced
from casewright.check.evidence.text.parts import part_at
from casewright.check.evidence.times.onsets import ALL, COMPLAINT, LOCAL, Onset, onsets
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import as_said, found
from casewright.document.reading import Reading

_SETTLED = 2  # places that agree on a time, against which another is a slip


class SymptomOfTwoDurations:
    """A symptom of the history that had begun at one time by the complaint and at another by what is told next.

    Why it is bad
        The course before admission cannot be followed; one of the two times is a slip.

    Example
        A 40-year-old man came with a 6-day history of fever and cough. Three days earlier, he had developed fever.

    Write instead
        A 40-year-old man came with a 6-day history of fever and cough. Six days earlier, he had developed fever.

    Source
        Times of one symptom at one site are compared within the history, whatever their units, half a month or year
        allowed for rounding and a third where the text says `about`. A change in it (`the cough became worse two days
        ago`) may be later than its beginning, never earlier. A time that one place of the whole report has alone,
        where two others or more agree on another, counts as well.
    """

    code: ClassVar[str] = "CW128"
    name: ClassVar[str] = "symptom-of-two-durations"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        told = reading.once(onsets)
        if len(told) < 2 or reading.once(cases_told) > 1 or _several(reading):
            return
        case = [each for each in told if each.part == "body"]
        for one, other in combinations(case, 2):
            if symptom := _opposed(one, other):
                message = f"`{symptom}` is of {as_said(other.text)} here and of {as_said(one.text)} before"
                yield found(self, reading, other.place, message, "make the two agree", [one.place])
                return
        for lone, rivals in _unsettled(told):
            message = (
                f"the history is of {as_said(lone.text)} here and of {as_said(rivals[0].text)} elsewhere"
            )
            against = [each.place for each in rivals]
            yield found(self, reading, lone.place, message, "make them agree", against)


def _several(reading: Reading) -> bool:
    """Whether the case introduces more than one person."""
    people = [each for each in reading.once(introduced) if part_at(reading, each.at.block) == "body"]
    return len({(each.age, each.unit, each.sex) for each in people}) > 1


def _unsettled(told: tuple[Onset, ...]) -> Iterator[tuple[Onset, list[Onset]]]:
    """A time that no other place of the report bears out, with two places or more that agree on another."""
    plain = [each for each in told if not each.changed]
    if len(told) == len(plain) == len({each.part for each in told}) == 2 and not _meet(*plain):
        one, other = plain
        if ALL in one.symptoms | other.symptoms or _of_one_thing(one, other):
            yield one, [other]
    for lone in plain:
        rest = [each for each in told if each.place.block != lone.place.block]
        if any(_meet(lone, each) for each in told if each is not lone) or len(rest) < _SETTLED:
            continue
        if ALL in lone.symptoms:
            rivals = rest if all(_meet(*pair) for pair in combinations(rest, 2)) else []
        else:
            alike = [each for each in rest if _of_one_thing(lone, each) and not each.changed]
            rivals = [*alike, *(each for each in rest if alike and _bears_out(each, alike[0]))]
            rivals = list(dict.fromkeys(rivals))
        if len({each.place.block for each in rivals}) >= _SETTLED and all(
            _meet(*pair) for pair in combinations(rivals, 2)
        ):
            yield lone, rivals


def _bears_out(each: Onset, other: Onset) -> bool:
    return _meet(each, other) and (_of_one_thing(each, other) or each.symptoms == {ALL})


def _meet(one: Onset, other: Onset) -> bool:
    """Whether two times can be one."""
    return one.low <= other.high and other.low <= one.high


def _of_one_thing(one: Onset, other: Onset) -> bool:
    """Whether two times are of one symptom, at one site, or of what brought the patient."""
    shared = (one.symptoms & other.symptoms) - {ALL}
    if one.sites and other.sites and not one.sites & other.sites:
        shared -= LOCAL
    return bool(shared)


def _opposed(one: Onset, other: Onset) -> str:
    """The symptom that cannot have begun at both times; "" where there is none."""
    shared = (one.symptoms & other.symptoms) - {ALL, COMPLAINT}
    if one.sites and other.sites and not one.sites & other.sites:
        shared -= LOCAL
    if not shared or one.sentence == other.sentence:
        return ""
    if (other.changed and other.low <= one.high) or (one.changed and one.low <= other.high):
        return ""
    return "" if one.low <= other.high and other.low <= one.high else min(shared)
