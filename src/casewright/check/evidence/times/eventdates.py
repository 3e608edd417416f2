"""Dates of one event that two tellings give otherwise: they differ in one part, and stand in like words."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from casewright.check.evidence.telling.tellings import telling, weight_of
from casewright.check.evidence.text.parts import of_others
from casewright.check.evidence.words.wording import content
from casewright.document.mentions.model import DateMention
from casewright.document.reading import Reading
from casewright.patterns import lazily

_REACH = 90  # characters on either side of a date whose words tell what it is of
_LIKE = 1.4  # weight of the words that both have: few dates differ in one part alone
_MOST = 60  # dates that are compared with one another
_NEAR = 45  # characters on either side in which the event itself is named
_EVENTS = content(
    "admitted admission hospitalized operation surgery discharged discharge biopsy died death delivered birth"
    " vaccinated vaccination diagnosed diagnosis transferred transplantation resection intubated extubated readmitted"
    " onset scan examined examination seen visit arrived arrival"
)
_WORD = lazily(r"[A-Za-z]{4,}")


def event_dates(reading: Reading) -> Iterator[tuple[DateMention, DateMention]]:
    """The pairs of dates of which one must be wrong, the one that stands nowhere else last."""
    dates = [each for each in reading.dates if each.month and _states(reading, each)][:_MOST]
    pairs: list[tuple[DateMention, DateMention]] = []
    for one, other in combinations(dates, 2):
        if one.sentence != other.sentence and _differ_in_one(one, other) and _told_twice(reading, one, other):
            lone = [each for each in (other, one) if _is_alone(each, dates)]
            if lone and _alike(reading, one, other):
                pairs.append((one, other) if lone[0] is other else (other, one))
    for pair in pairs:  # a date that is like several is one of a course
        if all(sum(each in others for others in pairs) == 1 for each in pair):
            yield pair


def _states(reading: Reading, date: DateMention) -> bool:
    section, block = reading.blocks[date.block]
    silent = section.role.startswith(("references", "statements", "acknowledgements", "authors", "front"))
    return not silent and block.kind != "reference" and date.subject not in ("relative", "study")


def _differ_in_one(one: DateMention, other: DateMention) -> bool:
    """Whether two dates are printed as far as each other and have all but one part in common."""
    parts = [(one.year, other.year), (one.month, other.month), (one.day, other.day)]
    if any((a is None) != (b is None) for a, b in parts):
        return False
    unlike = [index for index, (a, b) in enumerate(parts) if a != b]
    return len(unlike) == 1 and sum(a is not None for a, _ in parts) > 1


def _told_twice(reading: Reading, one: DateMention, other: DateMention) -> bool:
    """Whether the two stand in two tellings, neither of somebody else."""
    tellings = {telling(reading.stretch_of(each.sentence)) for each in (one, other)}
    return len(tellings) > 1 and not any(of_others(reading, each.sentence) for each in (one, other))


def _is_alone(date: DateMention, dates: list[DateMention]) -> bool:
    """Whether no other date of the report can be this one."""
    return not any(
        each is not date
        and each.month == date.month
        and (each.year is None or date.year is None or each.year == date.year)
        and (each.day is None or date.day is None or each.day == date.day)
        for each in dates
    )


def _alike(reading: Reading, one: DateMention, other: DateMention) -> bool:
    events = [_beside(reading, each, _NEAR) & _EVENTS for each in (one, other)]
    if events[0] != events[1] or not same_event(reading, one, other):
        return False
    shared = _beside(reading, one, _REACH) & _beside(reading, other, _REACH)
    return weight_of(reading, shared) >= (_LIKE if events[0] else 2 * _LIKE)


def same_event(reading: Reading, one: DateMention, other: DateMention) -> bool:
    """Whether the words beside two dates name one event, or both none."""
    return _event(reading, one) == _event(reading, other)


def _event(reading: Reading, date: DateMention) -> str:
    """The event that a date is of: the last named before it, else the first behind it, up to the dates beside it."""
    sentence = reading.sentences[date.sentence]
    text = reading.blocks[date.block][1].text
    others = [each for each in reading.dates if each.sentence == date.sentence and each.month]
    start = max((each.end for each in others if each.end <= date.start), default=sentence.start)
    end = min((each.start for each in others if each.start >= date.end), default=sentence.end)
    before = _WORD.findall(text, max(start, date.start - _REACH), date.start)[::-1]
    behind = _WORD.findall(text, date.end, min(end, date.end + _REACH))
    return next((event for word in (*before, *behind) if (event := _named_event(word))), "")


def _named_event(word: str) -> str:
    """The event that a word names, "" where it names none; to be admitted is one, though a stop word elsewhere."""
    if word.lower().startswith(("admitted", "admission")):
        return "admission"
    return next(iter(content(word) & _EVENTS), "")


def _beside(reading: Reading, date: DateMention, reach: int) -> frozenset[str]:
    sentence = reading.sentences[date.sentence]
    text = reading.blocks[date.block][1].text
    before = text[max(sentence.start, date.start - reach) : date.start]
    return content(before) | content(text[date.end : min(sentence.end, date.end + reach)])
