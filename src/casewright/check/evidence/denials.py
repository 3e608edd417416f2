"""Symptoms and signs that a report denies in one place and states in another, at one time of the case."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from casewright.check.evidence.polarity import EXAMINING, Told, told_of
from casewright.document.mentions.stretch import Stretch
from casewright.document.mentions.wordset import lowered, words
from casewright.document.reading import Reading
from casewright.patterns import lazily

Time = Literal["first", "later", ""]

_MONTHS = "january|february|march|april|june|july|august|september|october|november|december"
_LATER = lazily(  # words that set a sentence apart in time, from the one before or from the first visit
    r"\b(?:later|subsequent\w*|thereafter|then|develop\w*|days?|post-?\s?operat\w*|follow(?:ing|ed|-up"
    r"| up)|after\w*|next"
    r"|repeat\w*|again|during|progress\w*|discharg\w*|eventual\w*|gradual\w*|recurr\w*|until|still"
    r"|persist\w*|ago|previous\w*"
    r"|prior|before|earlier|past|childhood|second|third|another|evening|night|morning|now|became|become"
    r"|becoming|began|started"
    r"|appear\w*|new|increas\w*|worsen\w*|deteriorat\w*|first|once|control|last|months?|weeks?|years?"
    r"|hours?|since|already"
    r"|intermittent\w*|occasional\w*|sometimes|when|while|whenever|relaps\w*|at rest|prenatal\w*"
    r"|antenatal\w*|pre-?\s?operat\w*"
    rf"|intra-?\s?operat\w*|treat\w*|therapy|surgery|operation|transfer\w*|finally|currently|underwent"
    rf"|{_MONTHS})\b"
)
_FIRST = lazily(  # and words that set it at the first visit
    r"\b(?:on|at|upon|by) (?:the )?(?:(?:day|time|date|moment) of )?(?:the |his |her |hospital |initial "
    r"|first |same )*"
    r"(?:admission|presentation|arrival|consultation|visit)\b|\bday of (?:presentation|admission|arrival)\b"
    r"|\bat (?:the )?(?:same|initial) (?:time|examination|visit)\b"
    r"|\bsame (?:ultrasound|examination|echocardiogram|ct|mri|scan|visit|study|session|specimen|biopsy)\b"
)
_CAME = lazily(  # the complaint, with the time that it has lasted
    r"\b(?:present(?:ed|ing)|admitted|referred|came|seen|brought|consulted"
    r"|attended)\b[^.;]{0,60}? (?:with|for|because of|due to"
    r"|complaining of)\b|\b(?:complain(?:ed|ing)|complaints?) of\b|\bhistory of\b|\bchief complaint"
)
_LASTING = lazily(
    r"\b(?:for|of|over|a|an|in|since)? ?(?:the )?(?:past|last|previous|preceding)? ?(?:\d+|one|two|three"
    r"|four|five|six|seven|eight|ten|several"
    r"|few|couple of)[ -]?(?:to|-|–)? ?(?:\d+|two|three|four|five)?[ -](?:hours?|days?|weeks?|months?"
    r"|years?)\b(?:['’]? ?(?:history|duration))?(?! (?:later|after|ago|before|prior))"
)
_BACK = 3  # sentences before one in which the examination may be named
_PAST = words("was were had presented admitted came showed revealed complained presenting underwent")


def denied_and_stated(reading: Reading) -> Iterator[tuple[Told, Told]]:
    """The pairs of what is denied and what is stated that cannot both be true."""
    for every in told_of(reading).values():
        denied = [each for each in every if not each.there]
        stated = [each for each in every if each.there]
        pairs = (
            (one, other) for one in denied for other in stated if _contradict(reading, one, other, every)
        )
        yield from [pair for pair in (next(pairs, None),) if pair]


def _contradict(reading: Reading, denied: Told, stated: Told, every: list[Told]) -> bool:
    if denied.number == stated.number or not _of_one_place(denied, stated):
        return False
    if denied.stretch.section is stated.stretch.section:
        return denied.part != "other" and _at_one_time(reading, denied, stated)
    if denied.part == stated.part or "other" in (denied.part, stated.part):
        return False
    return _echoed(denied, stated, every)


def _of_one_place(denied: Told, stated: Told) -> bool:
    """Whether what is denied takes in what is stated: `no effusion` says nothing of `a small"
    " pericardial effusion`."""
    if not denied.where <= stated.where:
        return False
    return not denied.sign.placed or bool(denied.where) or not stated.where


def _at_one_time(reading: Reading, denied: Told, stated: Told) -> bool:
    """Whether two places of one section tell of one time: none of them, and nothing between them, goes"
    " on to another."""
    if denied.how and stated.how and denied.how != stated.how:
        return False
    times = [_time(each.stretch) for each in (denied, stated)]
    if "later" in times or _by(reading, denied) != _by(reading, stated):
        return False
    first, last = sorted((denied.number, stated.number))
    return times == ["first", "first"] or not any(
        _time(each) == "later" for each in reading.stretches if first < each.sentence.index < last
    )


def _by(reading: Reading, told: Told) -> frozenset[str]:
    """By which examinations it was seen: those that its sentence names, else the sentences before it."""
    if told.by or told.how == "told":
        return told.by
    before = [each for each in reading.stretches if told.number - _BACK <= each.sentence.index < told.number]
    for each in reversed(before):
        if each.sentence.block == told.place.block and not each.words.isdisjoint(EXAMINING):
            return frozenset(EXAMINING[word] for word in each.words & EXAMINING.keys())
    return told.by


def _echoed(denied: Told, stated: Told, every: list[Told]) -> bool:
    """Whether a summary and the case tell of the first visit, and the case does not have both."""
    times = [_time(each.stretch) for each in (denied, stated)]
    came = times[1] == "first" or (stated.part == "echo" and times[1] == "")
    if not came or times[0] == "later" or (denied.how and stated.how and denied.how != stated.how):
        return False
    if stated.stretch.words.isdisjoint(_PAST):
        return False
    case = {each.there for each in every if each.part == "body"}
    return len(case) == 1


def _time(stretch: Stretch) -> Time:
    lower = lowered(stretch.text)
    if _FIRST.search(lower):
        return "first"
    came = _CAME.search(lower) is not None
    if _LATER.search(_LASTING.sub(" ", lower) if came else lower):
        return "later"
    return "first" if came else ""
