"""Calendar dates, in the usual forms of both sides of the Atlantic."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from casewright.document.mentions.model import DateMention
from casewright.document.mentions.months import MONTH
from casewright.document.mentions.stretch import Stretch
from casewright.document.mentions.wordset import words
from casewright.patterns import lazily

if TYPE_CHECKING:
    from casewright.document.reading import Reading

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEKDAY = r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)"
_DAY = r"\d{1,2}(?!\d)(?:st|nd|rd|th)?"
_YEAR = r"(?:19|20)\d\d(?!\d)"
_DATE = lazily(
    r"\b(?=[\dA-Zabdefilmostuy])"  # the first letters: at most places no more is looked at
    rf"(?:(?P<weekday>{_WEEKDAY}),? (?:the )?)?(?:"
    rf"(?<![\w./-])(?P<year8>{_YEAR}) (?P<month8>{MONTH})\.? (?P<day8>\d{{1,2}})(?=[;.,:)\]]|\Z| [A-Z(])|"
    rf"(?<![\w.,/-])(?P<day1>{_DAY})(?: of)?[ -](?P<month1>{MONTH})\.?(?:,? ?[ -]?(?P<year1>{_YEAR}))?"
    rf"|\b(?P<month2>{MONTH})\.? (?P<day2>{_DAY})(?! ?(?:year|month|day|week|patient|case"
    rf"|%))(?:,? (?P<year2>{_YEAR}))?"
    rf"|\b(?P<month3>{MONTH})\.?,? (?:of )?(?P<year3>{_YEAR})"
    r"|(?<![\w./-])(?P<year4>(?:19|20)\d\d)[-/.](?P<month4>\d{1,2})[-/.](?P<day4>\d{1,2})(?![\w/-])"
    r"|(?<![\w./-])(?P<first>\d{1,2})(?P<mark>[/.-])(?P<second>\d{1,2})(?P=mark)(?P<year5>(?:19"
    r"|20)\d\d)(?![\w/-])"
    r"|(?<![\w./-])(?P<month7>0[1-9]|1[0-2]|(?<=[Ii]n )[1-9])/(?P<year7>(?:19|20)\d\d)(?![\w/-]|%| (?:patients|cases))"
    r"|\b(?:[Ii]n|[Ss]ince|[Ff]rom|[Uu]ntil|[Dd]uring|[Bb]y|[Yy]ear|[Bb]etween|[Oo]f|to|and"
    rf"|[Bb]efore|[Aa]fter|early|late|mid) (?P<year6>{_YEAR})(?!\w|[./-]\d|%|°| (?:mg|mL|ml|cells"
    r"|patients|cases|IU|U|g|kcal|units|people|individuals|women|men)\b)"
    r")"
)
_CENTURY = lazily(r"1[89]\d\d|20\d\d")
_MONTH_WORDS = frozenset(_MONTHS) | words(
    "january february march april june july august sept september october november december"
)


def find_dates(reading: Reading) -> tuple[DateMention, ...]:
    """Every calendar date; of `3/4/2020`, whose order no other date of the manuscript tells, the year alone."""
    matches = [
        (stretch, match)
        for stretch in reading.stretches
        if stretch.has_digits
        and (_CENTURY.search(stretch.text) is not None or not stretch.words.isdisjoint(_MONTH_WORDS))
        for match in _DATE.finditer(stretch.text)
    ]
    return tuple(_mentions(matches, _day_comes_first([match for _, match in matches])))


def _mentions(matches: list[tuple[Stretch, re.Match[str]]], day_first: bool | None) -> Iterator[DateMention]:
    for stretch, match in matches:
        text = stretch.text
        found = {name: value for name, value in match.groupdict().items() if value is not None}
        year, month, day = _fields(found, day_first)
        if (month is not None and not 1 <= month <= 12) or (day is not None and not 1 <= day <= 31):
            continue
        start = match.start("year6") if "year6" in found else match.start()
        end = match.end() - text.endswith(".", 0, match.end())  # the mark of a sentence, or of a short form
        yield DateMention(
            block=stretch.sentence.block,
            start=stretch.offset + start,
            end=stretch.offset + end,
            sentence=stretch.sentence.index,
            text=text[start:end],
            role=stretch.section.role,
            subject=stretch.whose.at(start, end),
            year=year,
            month=month,
            day=day,
            weekday=_WEEKDAYS.index(found["weekday"][:3].lower()) if "weekday" in found else None,
        )


def _day_comes_first(matches: list[re.Match[str]]) -> bool | None:
    """Whether the dates of a manuscript have the day before the month (`21/3/2020`); None where they do not tell."""
    figures = [
        (int(match["first"]), int(match["second"])) for match in matches if match["mark"] in ("/", "-")
    ]
    told = {first > 12 for first, second in figures if (first > 12) != (second > 12)}
    return told.pop() if len(told) == 1 else None


def _fields(found: dict[str, str], day_first: bool | None) -> tuple[int | None, int | None, int | None]:
    """Year, month and day of what matched."""
    if "first" in found:
        first, second = int(found["first"]), int(found["second"])
        return int(found["year5"]), *_ordered(first, second, found["mark"], day_first)
    year = next((int(value) for name, value in found.items() if name.startswith("year")), None)
    month = next((value for name, value in found.items() if name.startswith("month")), None)
    day = next((value for name, value in found.items() if name.startswith("day")), None)
    number = (
        None if month is None else int(month) if month.isdigit() else 1 + _MONTHS.index(month[:3].lower())
    )
    return year, number, None if day is None else int(re.sub(r"\D", "", day))


def _ordered(first: int, second: int, mark: str, day_first: bool | None) -> tuple[int | None, int | None]:
    """Month and day of two numbers: with points the day comes first; else by which of them can be a month, here or in
    the other dates of the manuscript."""
    if mark == "." or first > 12 or (day_first and second <= 12):
        return second, first
    if second > 12 or day_first is False:
        return first, second
    return (first, second) if first == second else (None, None)
