"""Groups and stretches that make up their whole: `132 patients were divided into two groups`, `three patients had a
fracture, one of type I and three of type II`, `an 18-week programme of two three-week and two six-week phases`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from casewright.check.evidence.text.passage import scan_near
from casewright.check.evidence.values.totals import Total, value_of
from casewright.document.reading import Reading
from casewright.patterns import lazily
from casewright.quantity.number import SPELLED

_COUNT = rf"(?:\d{{1,5}}|{SPELLED})(?!\s(?:hundred|thousand))"
_WHO = (
    r"(?:patients|cases|subjects|participants|individuals|persons|people|children|adults|infants|women|men|eyes|knees"
    r"|hips|fractures|lesions|tumou?rs|animals|rats|mice|specimens|samples)"
)
_PUT = r"(?:divided|split|separated|assigned|allocated|randomi[sz]ed|grouped|classified|stratified)"
_DIVIDED = lazily(
    rf"(?<![\w.,/–-])(?P<whole>{_COUNT})\s(?:[a-z-]+\s){{0,2}}?{_WHO},?\s(?:[a-z]+\s){{0,6}}?"
    rf"(?:were|and)\s(?:[a-z]+\s){{0,2}}?{_PUT}\s(?:equally\s|randomly\s)?(?:in)?to\s(?:the\s)?"
    r"(?P<groups>two|three|four|2|3|4)\s(?:[a-z]+\s){0,2}?groups\b",
    re.IGNORECASE,
)
_GROUPS = lazily(r"(?:two|three|four|2|3|4) (?:[a-z]+ ){0,2}?groups\b")
_GROUP = r"[Gg]roup\s(?P<{}>[A-D]|I{{1,3}}|IV|[1-4])\b"
_IN_GROUP = lazily(
    rf"(?<![\w.,/–-])(?P<count>{_COUNT})\s(?:\([\d.]+\s?%\)\s)?(?:[a-z-]+\s){{0,3}}?(?:in|to)\s(?:the\s)?"
    rf"{_GROUP.format('name')}|{_GROUP.format('first')}\s?[(,:]\s?[nN]?\s?=?\s?(?P<behind>{_COUNT})\b(?!\s?[%.\d-])",
    re.IGNORECASE,
)
_REACH = 500  # characters behind the division in which the groups are counted
_NUMBERS = {"two": 2, "three": 3, "four": 4}

_GRADE = r"(?:type|grade|stage|class|category|level)s?[\s-](?P<{}>[IVX]{{1,4}}|\d)[A-Ca-c]?\b"
_HAD = r"(?:had|were|was|showed|with|of)"
_GRADED = lazily(  # `three patients had open fractures, one had a type I and two had a type II fracture`
    rf"(?<![\w.,/–-])(?P<whole>{_COUNT})\s(?:[a-z-]+\s){{0,2}}?{_WHO}\s[^.;:()\d%]{{0,60}}?[,:(]\s?(?:of whom\s)?"
    rf"(?P<a>{_COUNT})\s(?:{_HAD}\s)?[^.;:()\d%,]{{0,30}}?{_GRADE.format('one')}[^.;:()\d%,]{{0,25}}?"
    rf"(?:,\sand|,|\sand)\s(?P<b>{_COUNT})\s(?:{_HAD}\s)?[^.;:()\d%,]{{0,30}}?{_GRADE.format('two')}",
    re.IGNORECASE,
)
_GRADE_SIGN = lazily(
    r"(?:type|grade|stage|class|category|level)s?[\s-](?:[ivx]{1,4}|\d)[a-c]?\b", re.IGNORECASE
)
_GRADES = ("type", "grade", "stage", "class", "category", "level")

_LENGTH = r"(?:week|month|day|hour|minute|year)"
_PHASES = lazily(
    rf"(?<![\w.,/–-])(?P<whole>{_COUNT})[\s-](?P<unit>{_LENGTH})s?\b[^.;:()\d]{{0,70}}?"
    r"\b(?:consisting of|comprising|composed of|made up of|divided into|split into)\s"
    rf"(?P<list>(?:{_COUNT})\s(?:{_COUNT}|[a-z]+)-(?P=unit)\b(?:\s(?!and\b)[a-z]+)?"
    rf"(?:(?:,\sand|,|\sand)\s(?:{_COUNT})\s(?:{_COUNT}|[a-z]+)-(?P=unit)\b(?:\s(?!and\b)[a-z]+)?){{0,3}})",
    re.IGNORECASE,
)
_PHASE = lazily(rf"({_COUNT})\s({_COUNT}|[a-z]+)-{_LENGTH}\b", re.IGNORECASE)
_MADE_OF = ("consisting of", "comprising", "composed of", "made up of", "divided into", "split into")
_PHASE_SIGN = lazily(rf"(?:{'|'.join(_MADE_OF)}) (?:{_COUNT}) [a-z\d]+-{_LENGTH}\b")


def misfitting_groups(reading: Reading) -> Iterator[Total]:
    """The wholes that their groups do not make up, with the counts of the groups as printed."""
    yield from _divided(reading)
    for place, match in scan_near(reading, _GRADE_SIGN, _GRADED, 190, 110, starts=_GRADES):
        parts = match["a"], match["b"]
        if match["one"].lower() != match["two"].lower() and sum(map(value_of, parts)) > value_of(
            match["whole"]
        ):
            yield Total(match["whole"], parts, place)
    for place, match in scan_near(reading, _PHASE_SIGN, _PHASES, 110, 90, starts=_MADE_OF):
        phases = [(value_of(count), value_of(length)) for count, length in _PHASE.findall(match["list"])]
        lengths = [count * length for count, length in phases]
        if all(lengths) and sum(lengths) != value_of(match["whole"]):
            each_length = tuple(str(length) for count, length in phases for _ in range(int(count)))
            yield Total(match["whole"], each_length, place)


def _divided(reading: Reading) -> Iterator[Total]:
    """People divided into so many groups, each of which is counted once behind the division."""
    for place, match in scan_near(reading, _GROUPS, _DIVIDED, 170, 2):
        told: dict[str, set[str]] = {}
        bracketed = False
        for each in _IN_GROUP.finditer(match.string, place.end, place.end + _REACH):
            bracketed |= bool(each["behind"])
            told.setdefault((each["name"] or each["first"]).upper(), set()).add(
                each["count"] or each["behind"]
            )
        number = _NUMBERS.get(match["groups"].lower()) or int(match["groups"])
        if len(told) != number or any(len(counts) != 1 for counts in told.values()):
            continue
        parts = tuple(count for counts in told.values() for count in counts)
        total, whole = sum(map(value_of, parts), Decimal(0)), value_of(match["whole"])
        if total < whole or (total > whole and not bracketed):  # `n = 32` in brackets is another rule's
            yield Total(match["whole"], parts, place)
