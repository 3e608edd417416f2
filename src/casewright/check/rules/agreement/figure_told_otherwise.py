"""CW114."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from casewright.check.evidence.people.cases import cases_told
from casewright.check.evidence.places.lesions import Lesion
from casewright.check.evidence.places.retaken import resized
from casewright.check.evidence.telling.picturedthen import pictured_then
from casewright.check.evidence.telling.retoldshares import retold_shares
from casewright.check.evidence.telling.settledfigures import settled_figures
from casewright.check.evidence.telling.slots import Slot
from casewright.check.evidence.telling.twins import twins
from casewright.check.evidence.times.eventdates import event_dates, same_event
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import as_said, found
from casewright.document.mentions.model import QuantityMention
from casewright.document.reading import Reading
from casewright.quantity.analytes import ANALYTES


class FigureToldOtherwise:
    """A figure that a second place of the report gives otherwise, in like words.

    Why it is bad
        A report tells its case more than once: in the case, in a timeline, beneath a figure, in the discussion. Where
        the words are the same and one figure is not, one of the two is a slip.

    Example
        Case report: The drain was removed on the 14th postoperative day. Discussion: In our patient the drain was
        removed on the 41st postoperative day.

    Write instead
        Case report: The drain was removed on the 14th postoperative day. Discussion: In our patient the drain was
        removed on the 14th postoperative day.

    Source
        Two figures are compared where they count the same thing, stand in two tellings, and most of the rare words
        beside them are common; a figure that the report has at more than one place is believed. So are two dates
        that differ in the day, the month or the year alone, and the sizes of a lesion spoken of as known (`the 5-cm
        cyst`), where the case has no such size of it, within 15%, and tells of one such lesion. A time or a
        count that two tellings or more agree on, and a third alone has otherwise, is told as well; so is the only time
        of a legend, where the sentence that mentions the figure has another and the case has that one nowhere. Words
        that few sentences of the report have weigh more: Spärck Jones 1972, doi:10.1108/eb026526.
    """

    code: ClassVar[str] = "CW114"
    name: ClassVar[str] = "figure-told-otherwise"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        seen: set[tuple[int, int]] = set()
        for pair in twins(reading):
            one, other = pair.one, pair.other
            if (other.block, other.start) in seen or _of_two_events(reading, one, other):
                continue
            seen.add((other.block, other.start))
            name, here, there = _measured(reading, other, one)
            figures = f"{as_said(here.text)} here and {as_said(there.text)}"
            message = f"{name} is {figures} in {_where(reading, one.block)}, in like words"
            yield found(self, reading, here, message, "make the two agree", [there])
        for figure, agreed in settled_figures(reading) if reading.once(cases_told) == 1 else ():
            agreed = sorted(agreed, key=lambda each: each.part != "body")
            where = _where(reading, agreed[0].block)
            message = (
                f"this is {as_said(figure.text)} here and {as_said(agreed[0].text)} in {where} and elsewhere"
            )
            yield found(self, reading, figure, message, "make them agree", agreed[:1])
        for moment, told in pictured_then(reading):
            figures = f"{as_said(moment.text)} here and {as_said(told.text)} where the figure is mentioned"
            yield found(self, reading, moment, f"this is {figures}", "make the two agree", [told])
        for lesion, before in resized(reading):
            sizes = f"{_extent(lesion)} here, as known, and {_extent(before)} before"
            message = f"the {lesion.name} is {sizes}"
            yield found(self, reading, lesion.place, message, "make the two agree", [before.place])
        for share, case in retold_shares(reading) if reading.once(cases_told) == 1 else ():
            where = _where(reading, case.block)
            message = f"this is `{as_said(share.text)}` here and `{as_said(case.text)}` in {where}"
            yield found(self, reading, share, message, "make the two agree", [case])
        for known, lone in event_dates(reading):
            message = f"this is dated {lone.text} here and {known.text} in {_where(reading, known.block)}"
            yield found(self, reading, lone, message, "make the two dates agree", [known])


def _extent(lesion: Lesion) -> str:
    """The size of a lesion, in print."""
    return f"{' × '.join(f'{each:g}' for each in lesion.sizes)} mm"


def _measured(
    reading: Reading, first: Slot, second: Slot
) -> tuple[str, Slot | QuantityMention, Slot | QuantityMention]:
    """What two figures are of, in words, and the two with their whole units, where both are values of one analyte."""
    one, other = (
        next((m for m in reading.quantities if m.block == each.block and m.start <= each.start < m.end), None)
        for each in (first, second)
    )
    if one is None or other is None or one.measure != other.measure or one.measure not in ANALYTES:
        return "this", first, second
    return f"`{ANALYTES[one.measure].name}`", one, other


def _of_two_events(reading: Reading, one: Slot, other: Slot) -> bool:
    """Whether two figures are parts of dates, and the dates those of different events."""
    dates = [
        next(
            (
                date
                for date in reading.dates
                if date.block == each.block and date.start <= each.start < date.end
            ),
            None,
        )
        for each in (one, other)
    ]
    return dates[0] is not None and dates[1] is not None and not same_event(reading, dates[0], dates[1])


def _where(reading: Reading, block: int) -> str:
    """The section of a block, in words."""
    section = reading.blocks[block][0]
    return section.title or section.role.replace(".", ", ").replace("_", " ")
