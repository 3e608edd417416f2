"""CW213."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import ClassVar

from casewright.check.evidence.text.parts import of_patient
from casewright.check.evidence.text.passage import scan
from casewright.check.evidence.times.agedyears import aged_in
from casewright.check.evidence.times.timeline import Dated, course_dates, dated_events, days_of
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import Stretch, found
from casewright.document.reading import Reading
from casewright.patterns import lazily

_BORN = lazily(r"\b(?:was )?born in ((?:19|20)\d\d)\b")
_SEEN = lazily(
    r"\b(?:was|were|been) (?:first )?(?:seen|evaluated|examined|assessed|transferred|hospitali[sz]ed|diagnosed)\b"
    r"|\b(?:attended|visited|consulted|arrived)\b"
)


class AgeNotOfBirth:
    """An age that the date of birth and the date of admission do not give.

    Why it is bad
        One of the three is wrong.

    Example
        A 26-year-old woman, born in 1983, was admitted on 2 May 2020.

    Write instead
        A 26-year-old woman, born in 1993, was admitted on 2 May 2020.

    Source
        The calendar; the age in completed years lies between the two that the printed dates allow. So does an age that
        is told with its year.
    """

    code: ClassVar[str] = "CW213"
    name: ClassVar[str] = "age-not-of-birth"
    severity: ClassVar[Severity] = "error"

    def check(self, reading: Reading) -> Iterator[Finding]:
        events = dated_events(reading)
        births: list[tuple[date, date, Stretch]] = [
            (one.first, one.last, one.mention) for one in events if one.event == "birth"
        ]
        births = births or [
            (date(int(match[1]), 1, 1), date(int(match[1]), 12, 31), passage)
            for passage, match in scan(reading, _BORN, "born in")
            if of_patient(reading, reading.sentence_at(passage.block, passage.start))
        ]
        visits = [one for one in events if one.event == "admission"] or _visits(reading)
        ages = [
            m
            for m in reading.quantities
            if m.measure == "age" and m.subject == "patient" and of_patient(reading, m.sentence, m.start)
        ]
        years = [
            m
            for m in ages
            if m.quantity.shape == "single" and m.quantity.unit and m.quantity.unit.code == "a"
        ]
        if len({birth[0] for birth in births}) != 1:
            return
        first, last, place = births[0]
        yield from self._then(reading, first, place)
        if not visits or not years:
            return
        youngest = (min(visit.first for visit in visits) - last).days / 365.25
        oldest = (max(visit.last for visit in visits) - first).days / 365.25
        for age in years[:1]:
            value = float(age.quantity.numbers[0].value)
            fits = youngest - 1.01 <= value <= oldest + 0.01
            sentence = age.sentence if age.block == visits[0].mention.block else None
            if not fits and not _was(reading, value, first, last, sentence):
                message = (
                    f"an age of {age.quantity.numbers[0].text} years does not fit a birth in {first.year}"
                )
                against: list[Stretch] = [place, visits[0].mention]
                yield found(self, reading, age, message, "correct the age or the date of birth", against)

    def _then(self, reading: Reading, birth: date, place: Stretch) -> Iterator[Finding]:
        """Ages that are told with their year: `in 2010, at the age of 57`."""
        for mention, year, age, coming in reading.once(aged_in):
            if not coming and not year - birth.year - 1 <= age <= year - birth.year:
                message = f"an age of {age} years in {year} does not fit a birth in {birth.year}"
                yield found(self, reading, mention, message, "correct the age or one of the dates", [place])


def _was(reading: Reading, age: float, first: date, last: date, sentence: int | None) -> bool:
    """Whether someone born between two days was of an age on another date of the course, that of an accident; where
    the admission is told beside the age, on a date of the same sentence."""
    dates = [each for each in reading.once(course_dates) if sentence in (None, each.sentence)]
    days = [each for mention in dates if (each := days_of(mention)) is not None]
    return any(
        (begin - last).days / 365.25 - 1.01 <= age <= (end - first).days / 365.25 + 0.01
        for begin, end in days
        if begin > last
    )


def _visits(reading: Reading) -> list[Dated]:
    """The date on which the patient was seen, where none of an admission is told."""
    for mention in reading.once(course_dates):
        days = days_of(mention)
        if days is None or not mention.month or mention.subject != "patient" or mention.negated:
            continue
        start = reading.sentences[mention.sentence].start
        if _SEEN.search(reading.blocks[mention.block][1].text, start, mention.start):
            return [Dated("admission", *days, mention)]
    return []
