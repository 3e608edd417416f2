"""CW102."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from casewright.check.evidence.telling.orphans import is_of_dates
from casewright.check.evidence.telling.statements import Statement, agree, likeness, statements
from casewright.check.evidence.text.parts import part_at
from casewright.check.evidence.times.courseday import course_days
from casewright.check.finding import Finding, Severity
from casewright.check.rules.agreement.measure_with_two_values import rivals_of
from casewright.check.spotting import found
from casewright.document.reading import Reading

_ECHOES = ("abstract", "core_tip", "highlights", "comments")
_MEASURED = {
    "mass/volume",
    "amount/volume",
    "activity/volume",
    "count/volume",
    "volume",
    "length",
    "pressure",
    "temperature",
}
_SHORT_TIMES = {"min", "h", "s"}
_HOURS = 24
_DAYS_OF = {"d": 1.0, "wk": 7.0, "mo": 30.4}  # how many days a longer time is counted in
_ALIKE = 2  # words in common, those close by counted twice, of two figures of one kind


class FigureNotInCase:
    """A figure in the abstract, core tip, highlights or comments that the rest of the report does not have.

    Why it is bad
        The reader cannot check it; four of ten abstracts have a figure that their text lacks.

    Example
        Abstract: The operation took 210 minutes. Case report: The operation lasted 120 minutes.

    Write instead
        Abstract: The operation took 120 minutes. Case report: The operation lasted 120 minutes.

    Source
        Fontelo et al. 2013, doi:10.1136/eb-2013-101290. A laboratory value, a size, a volume or a time in minutes or
        hours is a warning, and so is a longer time of a kind that the case tells in the same unit; all else is a note.
    """

    code: ClassVar[str] = "CW102"
    name: ClassVar[str] = "figure-not-in-case"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        stated = reading.once(statements)
        told = [each for each in stated if each.part == "body"]
        if len(told) < 5:
            return
        seen: set[str] = set()
        for echo in stated:
            role = reading.blocks[echo.block][0].role
            if (
                not role.startswith(_ECHOES)
                or not echo.about
                or echo.what == "age"
                or echo.text in seen
                or echo.summed
            ):
                continue
            if _elsewhere(echo, stated) or _is_day_told(reading, echo) or rivals_of(echo, stated, told):
                continue
            seen.add(echo.text)
            message = f"`{' '.join(echo.text.split())}` stands here and nowhere in the case report"
            hint = "give it in the case report, or correct it"
            kin = _of_its_kind(echo, told)
            yield found(self, reading, echo, message, hint, kin, _severity(echo, kin))


def _of_its_kind(echo: Statement, told: list[Statement]) -> list[Statement]:
    """The figures of the case with the same unit and measure, or like words, of which this should be one."""
    alike = [each for each in told if each.about and each.quantity.unit == echo.quantity.unit]
    named = [each for each in alike if each.what == echo.what != ""]
    loose = [each for each in alike if not (each.what and echo.what) and likeness(echo, each) >= _ALIKE]
    return (named or loose)[:3]


def _elsewhere(echo: Statement, stated: tuple[Statement, ...]) -> bool:
    """Whether any figure outside the echoes agrees, whatever it is of."""
    return any(
        (each.part != "echo" or each.in_table)
        and (each.quantity.unit is None) == (echo.quantity.unit is None)
        and agree(echo, each)
        for each in stated
    )


def _is_day_told(reading: Reading, echo: Statement) -> bool:
    """Whether the case counts the day that ends a time: `after three days`, where it has `on day 3`; `after two
    months`, where it has `on the 57th day`."""
    unit, count = echo.quantity.unit, echo.quantity.numbers[0].value
    if unit is None or unit.code not in _DAYS_OF:
        return False
    days = [each.day for each in reading.once(course_days) if part_at(reading, each.block) == "body"]
    if unit.code == "d":
        return any(day in (count, count + 1) for day in days)
    return any(round(day / _DAYS_OF[unit.code]) == count for day in days)


def _severity(echo: Statement, kin: list[Statement]) -> Severity:
    unit = echo.quantity.unit
    if echo.quantity.comparison or echo.quantity.shape == "range":
        return "note"
    if unit is None:
        return "warning" if kin and echo.what == "postoperative day" else "note"
    if unit.code == "h" and echo.quantity.numbers[0].value % _HOURS == 0:
        return "note"  # `at 24 hours`, where the case has `the next day`
    if unit.dimension == "time" and unit.code not in _SHORT_TIMES and is_of_dates(echo):
        return "note"
    measured = unit.dimension in _MEASURED or unit.code in _SHORT_TIMES
    return "warning" if measured or (kin and unit.dimension == "time") else "note"
