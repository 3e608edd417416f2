"""Dates that step back where the words go on: a visit before the onset, a relapse before the diagnosis."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from casewright.check.evidence.text.parts import part_at
from casewright.check.evidence.times.timeline import course_dates, days_of
from casewright.check.evidence.words.wording import content
from casewright.document.mentions.model import DateMention
from casewright.document.reading import Reading
from casewright.patterns import lazily

_BACK = lazily(
    r"\b(?:had|has|previous(?:ly)?|prior|earlier|history|since|before|ago|retrospective(?:ly)?|last|preceding"
    r"|already|elsewhere|another hospital|initially|whose|having|who|born|compared|planned|scheduled"
    r"|report(?:ed|s)?|because)\b",
    re.IGNORECASE,
)
_RELAPSE = lazily(
    r"\b(?:recurr(?:ed|ence)|relapsed?)\b", re.IGNORECASE
)  # it may also be a part of the history
_NEXT = lazily(
    r"\b(?:later|subsequently|then|thereafter|eventually|again|afterwards?|readmitted"
    r"|re-admitted|rehospitali[sz]ed|reoperat(?:ed|ion)|re-operat(?:ed|ion)"
    r"|(?:at|on) (?:the )?follow-?up|follow-up (?:visit|mri|ct|scan|imaging|examination|echocardiogra\w+))\b",
    re.IGNORECASE,
)
_BEGAN = (
    r"\b(?:developed|noticed|fell ill|became ill|onset|symptoms (?:began|started|appeared)|starting|beginning"
    r"|first (?:felt|noticed|saw|symptoms?)|began to (?:have|feel|suffer|notice)|was bitten|was injured|injured h)\b"
)
_FOUND = (
    r"\b(?:(?:was|were) (?:first |initially )?diagnosed|was found to have"
    r"|diagnosis (?:of [\w\s-]{3,40} )?was made)\b"
)
_ADMITTED = r"\badmitted\b"
_CAME = (
    r"\b(?:visited|consulted|presented|admitted|hospitali[sz]ed|was (?:referred|transferred|brought|seen)|sought"
    r"|came to|went to|attended)\b"
)
_ARRIVAL = lazily(_CAME, re.IGNORECASE)
_UNTIL = r"\b(?:until|till)\s(?:the\s)?(?:end of\s)?\Z"
_STAY = (
    r"\b(?:discharged|extubated|weaned|died|went home"
    r"|transferred to (?:the |our )?(?:icu|intensive|ward|rehabilitation|general)"
    r"|emergency (?:\w+ )?(?:laparotomy|surgery|operation|craniotomy|thoracotomy|section))\b"
)
_DIED = r"\bdied\b"
_LADDER = tuple(
    (lazily(first, re.IGNORECASE), lazily(second, re.IGNORECASE))
    for first, second in (
        (_BEGAN, rf"{_CAME}|{_DIED}"),
        (_FOUND, rf"{_UNTIL}|{_DIED}"),
        (_ADMITTED, _STAY),
        (r"\bunderwent\b|\bwas operated\b", r"\b(?:extubated|weaned|discharged|died|postoperative(?:ly)?)\b"),
    )
)
_FIRST = lazily(r"\b(?:first|initial|1st) (?P<what>[a-z]{3,}(?:[ -][a-z]{3,})?)", re.IGNORECASE)
_SECOND = lazily(
    r"\b(?:second|third|2nd|3rd|repeat(?:ed)?) (?P<what>[a-z]{3,}(?:[ -][a-z]{3,})?)", re.IGNORECASE
)
_SLIP = 60  # days by which a date without a year may step back and still be of that year
_REACH = 90  # characters on either side of a date whose words tell what happened


class _Told(NamedTuple):
    """A date of the course with the days it allows, and the words of its sentence before and behind it."""

    mention: DateMention
    first: date
    last: date
    before: str
    behind: str


def stepping_back(reading: Reading) -> Iterator[tuple[DateMention, DateMention]]:
    """Pairs of dates of which the second is earlier, and what it dates can only have come later."""
    for one, other in pairwise(_told(reading)):
        if (
            other.last < one.first
            and 0 <= other.mention.block - one.mention.block <= 1
            and _goes_on(one, other)
        ):
            yield one.mention, other.mention


def _goes_on(one: _Told, other: _Told) -> bool:
    """Whether the words around a date say that it is later than the one told before it."""
    if _numbered(one, other):
        return True
    words = other.before + other.behind
    if _BACK.search(words):
        return False
    opens = len(other.before) <= len("On the ")
    said = other.behind if opens else other.before
    if one.mention.block == other.mention.block and _NEXT.search(said):
        return True
    came = one.before + one.behind
    if _RELAPSE.search(said) and (" first " in came or not _ARRIVAL.search(came)):
        return True
    same = one.mention.sentence == other.mention.sentence
    lead = one.before if same else one.before + one.behind
    return any(
        first.search(lead) and (second.search(other.before) or (opens and second.search(other.behind)))
        for first, second in _LADDER
    )


def _numbered(one: _Told, other: _Told) -> bool:
    """Whether two dates are of the first and the second of one thing: `a first stroke in ... and a second in ...`."""
    opens = len(other.before) <= len("On the ")
    first, second = _FIRST.search(one.before), _SECOND.search(other.behind if opens else other.before)
    if second is None:
        return False
    if first is None:  # `A biopsy in May was normal. In March a second biopsy ...`
        return (
            opens and bool(content(second["what"]) & content(one.before)) and not _BACK.search(other.behind)
        )
    return second["what"].split()[0] == "one" or bool(content(first["what"]) & content(second["what"]))


def _told(reading: Reading) -> Iterator[_Told]:
    """The patient's dates in the running text of the case, in reading order."""
    year: date | None = None
    ends: dict[int, int] = {}
    dates = [each for each in reading.once(course_dates) if each.subject == "patient"]
    for mention, following in zip(dates, [*dates[1:], None], strict=False):
        block = reading.blocks[mention.block][1]
        days = days_of(mention)
        if days is None and year and mention.day and mention.year is None:
            days = days_of(replace(mention, year=year.year))
            days = days if days and 0 < (year - days[1]).days <= _SLIP else None
        if days is None or block.kind != "paragraph" or part_at(reading, mention.block) != "body":
            continue
        year = days[0]
        sentence = reading.sentences[mention.sentence]
        start = max(sentence.start, ends.get(mention.sentence, 0))
        end = sentence.end
        if following is not None and following.sentence == mention.sentence:
            end = min(end, following.start)
        ends[mention.sentence] = mention.end
        if block.text.count("(", sentence.start, mention.start) > block.text.count(
            ")", sentence.start, mention.start
        ):
            continue
        yield _Told(
            mention,
            *days,
            block.text[max(start, mention.start - _REACH) : mention.start],
            block.text[mention.end : min(end, mention.end + _REACH)],
        )
