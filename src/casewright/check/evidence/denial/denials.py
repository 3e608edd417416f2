"""Symptoms and signs that a report denies in one place and states in another, at one time of the case."""

from __future__ import annotations

from collections.abc import Iterator

from casewright.check.evidence.denial.polarity import EXAMINING, Told, told_of
from casewright.check.evidence.denial.visits import at_one_time, is_first, time_of
from casewright.check.evidence.words.wording import stem
from casewright.document.mentions.wordset import words
from casewright.document.reading import Reading
from casewright.patterns import lazily

_BACK = 3  # sentences before one in which the examination may be named
_NARROWING = lazily(  # `diffuse abdominal pain`, `further episodes of fever`
    r"\b(?:diffuse|severe|significant|other|new|further|acute|frank|massive|marked|gross|overt"
    r"|persistent|residual|constant"
    r"|generali[sz]ed|focal|multifocal|discrete|typical|characteristic|large|prominent|bilateral"
    r"|continuous|additional|definite|similar|progressive)\s(?:[a-z]+\s){0,2}\Z"
)
_SHOWN_BY = lazily(
    r"[^.;,]{0,25}?\b(?:shown|seen|found|noted|detected|demonstrated|elicited) (?:by|with|during)\b"
    r"(?! (?:the )?(?:staging|admission|arrival|presentation|imaging|examination))"
)
_PAST = words(
    "was were had presented admitted came showed revealed complained presenting underwent disclosed demonstrated found"
    " detected noted identified confirmed"
)
_OLD = lazily(
    r"\bhistory\b|\bknown\b|\bbackground of|\bsuffer(?:s|ed|ing) from|\bpre-?existing|\blong-?standing"
    r"|\bsince\b"
    r"|\bcomorbid"
    r"|\bfor (?:\w+ ){0,2}years|\btreated for|\bmedication for"
)
_NEW = lazily(  # before a disease that was none before
    r"\b(?:family|familial|develop\w*|new\w*|post|induced|diagnosis of|confirmed|no|without|denied"
    r"|consistent)\b"
    r"[^.;,]{0,30}\Z"
)
_OF_WHAT = lazily(  # `an epileptic seizure`, `an asthmatic breathing pattern`: what is told is what came just then
    r" (?:seizures?|fits?|attacks?|events?|episodes?|status|emergency|breathing|pattern|headaches?|flare|like)\b"
)
_NEAR = 60  # characters on either side of a disease in which it is told as an old one
_ANYWHERE = ("metastasis", "lymphadenopathy")  # what `none` is said of wherever it may be
_ELSEWHERE = lazily(r"\b(?:extra[a-z]+|distant|regional|nodal|other|elsewhere|outside|nodes?|margins?)\b")
_SAMPLED = words("biopsy biopsies cytology aspiration aspirate frozen")


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
    if denied.sign.lasting:
        return denied.part != "other" != stated.part and _is_old(stated)
    if denied.stretch.section is stated.stretch.section:
        return denied.part != "other" and _at_one_time(reading, denied, stated)
    if {denied.part, stated.part} == {"body", "other"}:
        return _retold(denied, stated, every)
    if denied.part == stated.part or "other" in (denied.part, stated.part):
        return False
    return _echoed(reading, denied, stated, every)


def _is_old(stated: Told) -> bool:
    """Whether a disease is told as one that the patient has had before: it cannot be denied of his history."""
    lower = stated.stretch.lower
    start, end = (at - stated.stretch.offset for at in (stated.place.start, stated.place.end))
    if _NEW.search(lower, 0, start) is not None or _OF_WHAT.match(lower, end):
        return False
    return _OLD.search(lower, max(0, start - _NEAR), end + _NEAR) is not None


def _of_one_place(denied: Told, stated: Told) -> bool:
    """Whether what is denied takes in what is stated: `no effusion` says nothing of `a small
    pericardial effusion`."""
    where = stated.where or frozenset(map(stem, stated.stretch.tokens))  # `the marrow showed blasts`
    if not denied.where <= where or _is_narrow(denied):
        return False
    anywhere = denied.sign.name in _ANYWHERE and not _ELSEWHERE.search(denied.stretch.lower)
    return not denied.sign.placed or bool(denied.where) or not stated.where or anywhere


def _is_narrow(denied: Told) -> bool:
    """Whether only a kind or a degree is denied, or what one test shows: `no severe pain`, `no ataxia shown by`."""
    text, start = denied.stretch.text, denied.place.start - denied.stretch.offset
    end = denied.place.end - denied.stretch.offset
    before = _NARROWING.search(text, max(0, start - 40), start)
    return before is not None or (not denied.by and _SHOWN_BY.match(text, end) is not None)


def _at_one_time(reading: Reading, denied: Told, stated: Told) -> bool:
    """Whether two places of one section tell of one time: none of them, and nothing between them, goes
    on to another."""
    if denied.how and stated.how and denied.how != stated.how:
        return False
    if denied.stretch.words.isdisjoint(_SAMPLED) != stated.stretch.words.isdisjoint(_SAMPLED):
        return False  # a sample, and the whole of it
    ours, theirs = _by(reading, denied), _by(reading, stated)
    alike = ours <= theirs if ours and theirs else ours == theirs
    return alike and at_one_time(reading, denied.stretch, stated.stretch)


def _by(reading: Reading, told: Told) -> frozenset[str]:
    """By which examinations it was seen: those that its sentence names, else the sentences before it."""
    if told.by or told.how == "told":
        return told.by
    before = [each for each in reading.stretches if told.number - _BACK <= each.sentence.index < told.number]
    for each in reversed(before):
        if each.sentence.block == told.place.block and not each.words.isdisjoint(EXAMINING):
            return frozenset(EXAMINING[word] for word in each.words & EXAMINING.keys())
    return told.by


def _retold(denied: Told, stated: Told, every: list[Told]) -> bool:
    """Whether a discussion and the case tell of one place, by one examination, and neither has both."""
    if not denied.where or "told" in (denied.how, stated.how):
        return False
    if denied.by and stated.by and denied.by.isdisjoint(stated.by):
        return False
    same = [each for each in every if denied.where <= each.where]
    return not any(
        each.part == told.part and each.there != told.there for each in same for told in (denied, stated)
    )


def _echoed(reading: Reading, denied: Told, stated: Told, every: list[Told]) -> bool:
    """Whether a summary and the case tell of the first visit, and the case does not have both."""
    times = [time_of(reading, each.stretch) for each in (denied, stated)]
    came = is_first(reading, stated.stretch) or (
        times[1] == "" and (stated.part == "echo" or bool(stated.by))
    )
    if not came or times[0] == "later" or (denied.how and stated.how and denied.how != stated.how):
        return False
    if stated.stretch.words.isdisjoint(_PAST):
        return False
    case = {each.there for each in every if each.part == "body"}
    return len(case) == 1
