"""CW101."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations
from typing import ClassVar

from casewright.check.evidence.people.cases import cases_told
from casewright.check.evidence.telling.aside import is_aside
from casewright.check.evidence.telling.columns import in_a_table
from casewright.check.evidence.telling.doses import doses_told_twice, in_other_fractions, same_of_a_day
from casewright.check.evidence.telling.givenotherwise import given_otherwise
from casewright.check.evidence.telling.onething import ENOUGH, can_be_one, elsewhen
from casewright.check.evidence.telling.orphans import (
    echo_rivals,
    ends_untold,
    is_bound,
    is_slip,
    orphan_rivals,
)
from casewright.check.evidence.telling.statements import Statement, agree, likeness, statements
from casewright.check.evidence.text.parts import words_of
from casewright.check.evidence.times.eventdays import of_other_events, told_on_two_days
from casewright.check.evidence.times.madeup import (
    DAYS,
    adds_up,
    counts_part,
    ends_on,
    is_between,
    is_of_two,
    is_told_under,
)
from casewright.check.evidence.times.toldotherwise import is_told_otherwise
from casewright.check.evidence.values.kin import akin
from casewright.check.evidence.values.repeated import named_twice
from casewright.check.evidence.words.wording import stem
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import as_said, found
from casewright.document.reading import Reading
from casewright.patterns import lazily
from casewright.quantity.analytes import ANALYTES
from casewright.quantity.model import Unit

_MOST = 40  # figures of one kind that are compared with one another
_AT_THAT_TIME = lazily(r"\b[Aa]t(?: the age of)? \Z")
_LATER = lazily(r"\b(?:discharge|after|follow-?up|post-?\w*|before|pre-?op\w*|later|repeat)\b", re.IGNORECASE)
_ONSETS = {"duration", "interval", "previously"}
_TIMES = {"duration", "interval", "previously", "stay", ""}
_NO_THING = frozenset(("", "before", "after", "earlier", "later"))
_OF_ONE = frozenset(("gravidity", "parity")) | {  # of which a patient has one, whatever words stand around
    f"count of {stem(thing)}"
    for thing in ("miscarriages", "pregnancies", "operations", "debridements", "daughters")
}


class MeasureWithTwoValues:
    """One measure of the patient with one value in the abstract, comments or a legend and another in the case.

    Why it is bad
        The two cannot both be true. The reader who sees only the abstract takes away a wrong figure; half of all
        abstracts disagree with their own text somewhere.

    Example
        Abstract: The hemoglobin was 8.7 g/dL. Case report: On arrival the hemoglobin was 7.8 g/dL.

    Write instead
        Abstract: The hemoglobin was 7.8 g/dL. Case report: On arrival the hemoglobin was 7.8 g/dL.

    Source
        Pitkin et al. 1999, doi:10.1001/jama.281.12.1110. A value agrees where the case has it anywhere, at any time,
        in any unit, to its rounding. Figures of cited studies, relatives and other patients are not compared, nor
        times that have no more in common than what they are counted from, nor sizes taken by two means.
    """

    code: ClassVar[str] = "CW101"
    name: ClassVar[str] = "measure-with-two-values"
    severity: ClassVar[Severity] = "error"

    def check(self, reading: Reading) -> Iterator[Finding]:
        stated = reading.once(statements)
        told = [each for each in stated if each.part == "body"]
        several = reading.once(cases_told) > 1
        seen: set[tuple[str, str, str]] = set()
        taken: set[tuple[int, int]] = set()
        for echo in stated:
            if echo.part == "body" or not echo.about or echo.what == "age" or echo.in_table or echo.summed:
                continue
            if several and reading.blocks[echo.block][0].role == "conclusion":
                continue
            rivals = rivals_of(echo, stated, told) or orphan_rivals(echo, stated, told)
            rivals = rivals or echo_rivals(echo, stated, told)
            if (
                not rivals
                or (_of_other_day(echo, rivals[0]) and not any(is_slip(echo, each) for each in rivals))
                or (is_bound(echo) and echo.what != "duration")
                or any(same_of_a_day(echo, each) for each in told if echo.of == each.of != "")
                or any(ends_on(echo, each) for each in told)
                or is_between(echo, told)
                or is_of_two(echo, told)
                or is_told_under(echo, told, rivals[0])
                or adds_up(echo, told)
                or is_told_otherwise(echo)
                or is_aside(reading, echo)
                or any(counts_part(echo, each) for each in rivals)
                or any(_bears_out(echo, each, rivals[0]) for each in told)
                or (key := (echo.what, echo.of, echo.text)) in seen
            ):
                continue
            seen.add(key)
            yield self._finding(reading, echo, rivals)
            taken.add((echo.block, echo.start))
        for echo, rival in given_otherwise(stated, told):
            if (echo.block, echo.start) not in taken:
                yield self._finding(reading, echo, [rival])
                taken.add((echo.block, echo.start))
        for echo in ends_untold(stated, told):
            if (echo.block, echo.start) not in taken:
                rivals = [each for each in told if each.what == echo.what and each.about][:3]
                yield self._finding(reading, echo, rivals)
        yield from self._days(reading, taken)
        yield from self._within(reading, told)
        for first, second in named_twice(reading):
            message = f"{ANALYTES[first.measure].name} is {first.text} and {second.text} in one list"
            hint = "one of the two is another's: correct its name"
            yield found(self, reading, second, message, hint, [first], "warning")
        for one, other in doses_told_twice(told):
            figures = f"{as_said(other.text)} here and {as_said(one.text)} before"
            message = f"`{subject_of(other, one)}` is {figures}, as often"
            hint = "make the two agree, or say that the dose was changed"
            yield found(self, reading, other, message, hint, [one], "warning")

    def _days(self, reading: Reading, taken: set[tuple[int, int]]) -> Iterator[Finding]:
        """Events that a summary gives another day of the course than the case."""
        if reading.once(cases_told) > 1:
            return
        for echo, case in told_on_two_days(reading):
            if any(
                block == echo.day.block and echo.day.start <= start < echo.day.end for block, start in taken
            ):
                continue
            here, there = (
                " ".join(reading.blocks[each.block][1].text[each.start : each.end].split())
                for each in (echo.day, case.day)
            )
            section = reading.blocks[case.day.block][0].title or "the case report"
            message = f"`{echo.event}` is told of `{here}` here and of `{there}` in {section}"
            yield found(self, reading, echo.day, message, "make the two agree", [case.day], "warning")

    def _within(self, reading: Reading, told: list[Statement]) -> Iterator[Finding]:
        """Two figures of the case in words so alike that they may be one: a note, since courses are told alike."""
        if reading.once(cases_told) > 1:
            return
        groups: dict[tuple[str, str, Unit | None, str], list[Statement]] = {}
        for each in told:
            plain = each.quantity.shape in ("single", "product") and not each.quantity.comparison
            plain = plain and each.quantity.unit is not None
            if plain and each.about and not (each.named or each.time or each.in_table or each.what == "age"):
                groups.setdefault((each.what, each.of, each.quantity.unit, each.quantity.shape), []).append(
                    each
                )
        for group in groups.values():
            for one, other in combinations(group[:_MOST], 2):
                if (
                    one.sentence != other.sentence
                    and not agree(one, other)
                    and _so_alike(one, other)
                    and not in_other_fractions(one, other)
                ):
                    figures = f"{as_said(other.text)} here and {as_said(one.text)} before"
                    message = f"`{subject_of(other, one)}` is {figures}, in like words"
                    yield found(self, reading, other, message, "are the two one figure?", [one], "note")
                    break

    def _finding(self, reading: Reading, echo: Statement, rivals: list[Statement]) -> Finding:
        section = reading.blocks[rivals[0].block][0].title or "the case report"
        values = " and ".join(dict.fromkeys(_figure(rival) for rival in rivals[:3]))
        message = f"`{subject_of(echo, rivals[0])}` is {_figure(echo)} here and {values} in {section}"
        certain = echo.named and echo.part == "echo" and len({rival.text for rival in rivals}) == 1
        severity: Severity = "error" if certain else "warning"
        return found(self, reading, echo, message, "make the two agree", rivals[:3], severity)


def _figure(statement: Statement) -> str:
    """A figure as the text has it; of a score the number alone, whose words the message has."""
    is_score = statement.what.startswith("score of")
    return statement.quantity.numbers[0].text if is_score else as_said(statement.text)


def _of_other_day(echo: Statement, rival: Statement) -> bool:
    """Whether a legend or discussion names a time that the case's value has not: `discharge ECG, heart rate 83/min`."""
    role = echo.reading.blocks[echo.block][0].role
    if not echo.named or (role.startswith(("abstract", "core_tip", "comments")) and not echo.in_legend):
        return False
    here, there = (
        {
            match.lower()
            for match in _LATER.findall(words_of(each.reading, each.reading.sentences[each.sentence]))
        }
        for each in (echo, rival)
    )
    return bool(here - there)


def _bears_out(echo: Statement, each: Statement, rival: Statement) -> bool:
    """Whether the case has the very time or count of an echo, beside its rival or in words no less like."""
    if (
        echo.named
        or echo.quantity.unit != each.quantity.unit
        or [number.value for number in echo.quantity.numbers]
        != [number.value for number in each.quantity.numbers]
    ):
        return False
    kinds = {echo.what, each.what}
    if all(_at_that_time(one) for one in (echo, each)):
        return True
    if len(kinds) > 1 and not kinds <= _TIMES:
        return False
    if echo.what == each.what == "interval" and likeness(echo, rival) < ENOUGH:
        return True  # too little is alike for it to be the rival rather than this one
    like = likeness(echo, each)
    apart = abs(each.sentence - rival.sentence)
    beside = apart == 0 and not echo.what.startswith("count of unit")  # of several products
    return beside or like >= max(1, likeness(echo, rival)) or (apart == 1 and like > 0)


def _at_that_time(one: Statement) -> bool:
    """Whether a time says when the patient was seen: `at 9 months`."""
    text = one.reading.blocks[one.block][1].text
    return _AT_THAT_TIME.search(text, max(0, one.start - 16), one.start) is not None


def _so_alike(one: Statement, other: Statement) -> bool:
    return len(one.near & other.near) >= 2 and likeness(one, other) >= ENOUGH + 2


def rivals_of(echo: Statement, stated: tuple[Statement, ...], told: list[Statement]) -> list[Statement]:
    """The figures of the case that stand where this one should, none of which agrees with it; likest first.

    Where the case has none, those of the other echoes that the case bears out.
    """
    like = [each for each in stated if each is not echo and _comparable(echo, each)]
    supports = [each for each in like if each.part != "echo" and _supports(echo, each)]
    if echo.named and (supports or in_a_table(echo)):
        return []
    if echo.in_legend and any(_beside(echo, each, told) for each in stated):
        return []
    too = [] if echo.named else [each for each in like if each.sentence == echo.sentence]
    against = [
        each
        for each in like
        if each.part == "body"
        and not each.in_table
        and _rivals(echo, each)
        and each.about
        and not any(agree(one, each) for one in too)
    ]
    if not against and not supports:
        others = [
            each for each in like if each.part == "echo" and each.block != echo.block and _rivals(echo, each)
        ]
        against = [
            each
            for each in others
            if any(_comparable(each, other) and _supports(each, other) for other in told)
        ]
    if not against:
        return []
    if echo.named:
        return sorted(against, key=lambda each: each.time != echo.time)
    best = max(likeness(echo, each) for each in against)
    if (
        supports
        and (most := max(likeness(echo, each) for each in supports))
        and (most >= 2 or most + 2 > best)
    ):
        return []
    return sorted(
        (each for each in against if likeness(echo, each) >= best - 1), key=lambda each: -likeness(echo, each)
    )


def _beside(echo: Statement, other: Statement, told: list[Statement]) -> bool:
    """Whether a legend has another value of the same measure, which the case bears out: the figure shows a course."""
    same_place = other.block == echo.block and other is not echo and other.what == echo.what != ""
    return same_place and any(_comparable(other, each) and _supports(other, each) for each in told)


def _supports(echo: Statement, other: Statement) -> bool:
    """Whether a figure that is comparable bears the echo out."""
    if echo.what == other.what == "dose" and (other.quantity.comparison or echo.of != other.of != ""):
        return False  # a limit, or another drug
    if echo.what == "duration" and other.what == "age":
        return False
    return _plain(other) and agree(echo, other)


def subject_of(statement: Statement, rival: Statement) -> str:
    """What a figure is of, in words."""
    analyte = ANALYTES.get(statement.what)
    name = analyte.name if analyte else statement.what.replace("_", " ")
    thing = next((each for each in (statement.of, rival.of) if each.partition(" ")[0] not in _NO_THING), "")
    return " of ".join(part for part in (name, thing) if part) or "this figure"


def _comparable(one: Statement, other: Statement) -> bool:
    """Whether two figures could be of the same thing: by their measure, and by what their units measure."""
    units = (one.quantity.unit, other.quantity.unit)
    if units[0] is None or units[1] is None:
        return units[0] is units[1] and one.what == other.what != ""
    if one.named and other.named:
        return akin(one.what, other.what)
    return units[0].dimension == units[1].dimension


def _rivals(echo: Statement, other: Statement) -> bool:
    """Whether a figure that is comparable stands where the echo's should, and differs."""
    if other.quantity.shape != echo.quantity.shape or agree(echo, other):
        return False
    if echo.named or other.named:
        return echo.what == other.what and not other.quantity.comparison
    if other.quantity.comparison or not can_be_one(echo, other):
        return False
    if echo.what in _OF_ONE:
        return True
    places = (echo.block, echo.start), (other.block, other.start)
    if echo.what in DAYS and of_other_events(echo.reading, *places):
        return False
    alike = likeness(echo, other)
    if echo.what == other.what and ((echo.of and echo.of == other.of) or echo.quantity.unit is None):
        return alike >= 2
    if (
        {echo.what, other.what} <= _ONSETS
        and "duration" in (echo.what, other.what)
        and not (elsewhen(echo) or elsewhen(other))
        and (echo.near & other.near or len(echo.words & other.words) >= 2)
    ):
        return alike >= 2
    if (echo.quantity.shape == "product" or echo.what == other.what == "size") and echo.near & other.near:
        return alike >= 2
    if {echo.what, other.what} == {"duration"} and not (echo.of or other.of) and not echo.near & other.near:
        return False  # `ventilated for 11 days`, and `immunoglobulin for five days`
    few = min(len(echo.words), len(other.words))
    return alike >= ENOUGH or (alike >= 2 and alike >= few)


def _plain(other: Statement) -> bool:
    """Whether a figure can bear the echo out: one of the patient, or any of the case that is no limit."""
    return (other.part == "body" and not other.quantity.comparison) or other.about
