"""Counts and times of a summary that several figures of the case make up: three cycles and three more are six."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations, pairwise

from casewright.check.evidence.telling.statements import Statement
from casewright.check.evidence.text.parts import words_of
from casewright.check.evidence.times.courseday import course_days
from casewright.check.evidence.words.wording import stem

DAYS = frozenset(("day", "postoperative day"))
_FEW = 8  # counts of the case of which two or three may add up


def ends_on(echo: Statement, each: Statement) -> bool:
    """Whether a stay of so many days ends on that day of the course: 6 days in intensive care, left on day 6."""
    unit = echo.quantity.unit
    of_days = echo.what == "duration" and unit is not None and unit.code == "d"
    return of_days and each.what in DAYS and each.quantity.numbers == echo.quantity.numbers


def is_between(echo: Statement, told: list[Statement]) -> bool:
    """Whether a time in days is that from one day of the course to another: ventilated from day 3 to day 14."""
    unit = echo.quantity.unit
    if echo.what != "duration" or unit is None or unit.code != "d":
        return False
    days = {float(each.quantity.numbers[0].value) for each in told if each.what in DAYS}
    days |= {float(each.day) for each in echo.reading.once(course_days)}
    return any(day + float(echo.quantity.numbers[0].value) in days for day in days)


def adds_up(echo: Statement, told: list[Statement]) -> bool:
    """Whether a count of things is that of two or three of the case together: three cycles and three more."""
    if not echo.what.startswith("count of "):
        return False
    counts = [int(each.quantity.numbers[0].value) for each in told if each.what == echo.what and each.about]
    whole = int(echo.quantity.numbers[0].value)
    return any(sum(some) == whole for n in (2, 3) for some in combinations(counts[:_FEW], n))


def is_of_two(echo: Statement, told: list[Statement]) -> bool:
    """Whether a time is that of two told one behind the other: six weeks, of two in hospital and four at home."""
    if echo.what != "duration" or echo.quantity.unit is None:
        return False
    spans = [
        each
        for each in told
        if each.what in ("duration", "")
        and each.quantity.unit is not None
        and each.quantity.unit.dimension == echo.quantity.unit.dimension
    ]
    return any(
        0 <= other.sentence - one.sentence <= 1 and _length(one) + _length(other) == _length(echo)
        for one, other in pairwise(spans)
        if "duration" in (one.what, other.what)
    )


def is_told_under(echo: Statement, told: list[Statement], rival: Statement) -> bool:
    """Whether sentences behind the very day of an echo, up to the next day that is told, say what the echo says.

    `On day 5 the fever was 39 °C. CT showed an abscess. A drain was placed.` tells of a drain placed on day 5.
    """
    if echo.what != "day":
        return False
    days = [each for each in told if each.what == "day"]
    for each, after in pairwise(days):
        if each.quantity.numbers[0].value == echo.quantity.numbers[0].value and after.block == each.block:
            said = range(each.sentence, after.sentence)
            stretches = (echo.reading.stretch_of(number) for number in said)
            stems = {stem(token) for stretch in stretches for token in stretch.tokens}
            if len(echo.near & stems) >= max(3, len(echo.near & rival.near) - 1):
                return True
    return False


def counts_part(echo: Statement, rival: Statement) -> bool:
    """Whether the sentence of a count or a score has the echo's number too: `five cysts; two of them were removed`."""
    if not echo.what.startswith(("count of", "score of", "gcs")):
        return False
    said = (
        words_of(rival.reading, rival.reading.sentences[rival.sentence])
        .lower()
        .replace(",", " ")
        .rstrip(".")
        .split()
    )
    number = echo.quantity.numbers[0]
    return not {number.text.lower(), str(number.value)}.isdisjoint(said)


def _length(span: Statement) -> Fraction:
    unit = span.quantity.unit
    return Fraction(span.quantity.numbers[0].value) * (unit.factor if unit is not None else 1)
