"""Totals that stand behind their parts: `for 4 days, then for 3 days, 7 days in all`, `six coils, four distal and two
proximal`, `doses on days 1, 8 and 15 (three doses)`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from casewright.check.evidence.text.around import stretches_with
from casewright.check.evidence.text.passage import Passage, scan_around, scan_near
from casewright.document.mentions.wordset import words
from casewright.document.reading import Reading
from casewright.patterns import lazily
from casewright.quantity.number import SPELLED, read_number

_COUNT = rf"\d{{1,3}}(?:,\d{{3}})+|\d{{1,5}}(?:\.\d+)?|{SPELLED}"
_NOUN = r"[a-zA-Zµμ]{1,15}"
_IN_ALL = lazily(
    rf"[,;:(–-]\s?(?:and\s)?(?:(?:together|in all|in total|altogether|a total of)\s(?P<late>{_COUNT})"
    rf"(?:\s(?P<behind>{_NOUN}))?"
    rf"|(?P<early>{_COUNT})(?:\s(?P<noun>{_NOUN}))?\s(?:in all|in total|altogether|together))(?=[\s.,;:)\]\[]|\Z)",
    re.IGNORECASE,
)
_CUES = ("together", "in all", "in total", "altogether", "a total of")
_PART = lazily(
    rf"(?<![\w.,/–-])(?P<count>{_COUNT})\s?(?P<more>(?:further|more|additional|other)\s)?(?:(?!of\b|to\b|or\b)[a-z-]+\s){{0,2}}?"
    rf"(?P<noun>{_NOUN})\b",
    re.IGNORECASE,
)
_ADDED = lazily(r"\b(?:further|more|additional|another|other)\b", re.IGNORECASE)
_LOOSE = lazily(  # what parts of a whole are not: ranges, averages, shares, comparisons
    r"\b(?:mean|median|average|range|between|versus|vs|of which|per|each|to \d|respectively|including|at least"
    r"|about)\b|[%±]",
    re.IGNORECASE,
)
_DOSED = words("g mg µg μg mcg kg mL ml IU U mmol mEq Gy")
_TAKEN = lazily(r"\b(?:days?|nights?|doses|times|twice|cycles|sessions|daily|hourly|weekly|consecutive)\b")
_REACH = 260  # characters before a total in which its parts stand
_VERBS = frozenset(("were", "was", "had", "did", "underwent", "died", "received", "survived", "showed"))

_OPPOSED = (
    ("distal", "proximal"), ("left", "right"), ("upper", "lower"), ("medial", "lateral"), ("anterior", "posterior"),
    ("superior", "inferior"), ("benign", "malignant"), ("positive", "negative"), ("arterial", "venous"),
    ("large", "small"), ("male", "female"), ("superficial", "deep"), ("solid", "cystic"), ("open", "closed"),
    ("central", "peripheral"), ("hepatic", "pulmonary"), ("pelvic", "abdominal"), ("cervical", "thoracic"),
)  # fmt: skip
_KIND = "|".join(word for pair in _OPPOSED for word in pair)
_KINDS = lazily(
    rf"(?<![\w.,/–-])(?P<whole>{_COUNT})\s(?:[a-z-]+\s){{0,3}}?[a-z]{{3,}}s\s?[,:;(–-]\s?"
    rf"(?P<a>{_COUNT})\s(?P<one>{_KIND})\b[^.;:()\d,]{{0,25}}?,?\sand\s"
    rf"(?P<b>{_COUNT})\s(?P<two>{_KIND})\b",
    re.IGNORECASE,
)
_SECOND = lazily(rf"and (?:{_COUNT})\s(?:{_KIND})\b")
_GIVEN = (
    r"(?:doses?|cycles?|infusions?|injections?|sessions?|courses?|pulses|treatments|transfusions|operations"
    r"|debridements|procedures|biopsies|measurements)"
)
_DAYS = r"(?:postoperative |hospital )?(?:days?|weeks?|months?) (?P<list>\d{1,3}(?:, \d{1,3}){0,8},? and \d{1,3})\b"
_ON_DAYS = lazily(
    rf"(?<![\w.,/–-])(?P<count>{_COUNT})\s(?:[a-z-]+\s){{0,2}}?{_GIVEN}\b[^.;()\d]{{0,40}}?\(?(?:on |at |in )?"
    rf"{_DAYS}(?P<behind>[^.;]{{0,30}})",
    re.IGNORECASE,
)
_TIMES = (
    r"(?P<list>\d{1,3}(?:, \d{1,3}){0,8},? and \d{1,3})\s?(?:h|hours|hrs|min|minutes|days|weeks|months)\b"
)
_AT_TIMES = lazily(  # `at 0, 8 and 16 h (three doses)`, `three doses of antivenom at 0, 8 and 16 h`
    rf"(?<![\w.,/–-])(?P<count>{_COUNT})\s(?:[a-z-]+\s){{0,2}}?{_GIVEN}\b[^.;()\d]{{0,40}}?\(?at {_TIMES}"
    rf"(?P<behind>[^.;]{{0,30}})"
    rf"|\b(?:at {_TIMES.replace('<list>', '<times>')}"
    rf"|(?:on|at) (?:days|weeks|months) (?P<days>\d{{1,3}}(?:, \d{{1,3}}){{0,8}},? and \d{{1,3}}))"
    rf",? \((?:a total of |total of )?(?P<total>{_COUNT})\s(?:[a-z-]+\s){{0,2}}?"
    rf"(?:{_GIVEN}|samples)(?: in (?:total|all))?\)",
    re.IGNORECASE,
)
_TIMES_SIGN = lazily(r"and \d{1,3}(?:\s?(?:h|hours|hrs|min|minutes|days|weeks|months)\b|,? \()")
_EACH = lazily(r"\b(?:each|every|cycle|of the|course|and|then|again|later|last|first|second|third|fourth)\b")
_LISTED = lazily(r"(?:days?|weeks?|months?) \d{1,3}(?:, \d{1,3}){0,8},? and \d{1,3}\b")


_GROUPS = lazily(  # `of 90 patients, 45 received heparin and 45 placebo, respectively`
    rf"(?<![\w.,/–-])(?P<whole>{_COUNT})\s(?:[a-z-]+\s){{0,2}}?(?:patients|women|men|children|adults|participants|subjects|eyes)"
    rf"[,:;]?\s(?:of whom\s)?(?P<a>{_COUNT})\s(?:[a-z-]+\s){{0,1}}?"
    r"(?:received|underwent|had|got|were (?:given|treated|assigned|allocated|randomi[sz]ed))\b[^.;()\d]{2,80}?,?\sand\s"
    rf"(?P<b>{_COUNT})\s(?!days|weeks|months|years|of\b|to\s\d|%)[a-z]",
    re.IGNORECASE,
)
_PARTING = words(  # of which one stands where groups are parted
    "random randomly randomized randomised randomization randomisation assigned allocated respectively other rest"
    " remaining"
)
_PARTED = lazily(r"\b(?:random|assigned|allocated|respectively|the (?:other|rest|remaining))", re.IGNORECASE)
_PUT = lazily("received|underwent|were ")


class Total(NamedTuple):
    """A whole and its parts as printed, and where they stand."""

    whole: str
    parts: tuple[str, ...]
    place: Passage


def totals(reading: Reading) -> Iterator[Total]:
    """The totals told behind or before their parts, all of which were read."""
    yield from _in_all(reading)
    for passage, match in scan_near(reading, _SECOND, _KINDS, 110, 2, starts=("and ",)):
        pair = match["one"].lower(), match["two"].lower()
        if pair in _OPPOSED or pair[::-1] in _OPPOSED:
            yield Total(match["whole"], (match["a"], match["b"]), passage)


def over_whole(reading: Reading) -> Iterator[Total]:
    """Two groups that are kept apart, and are more people together than the whole they were taken from."""
    parted = {stretch.sentence.block for stretch in stretches_with(reading, _PARTING)}
    for passage, match in scan_near(reading, _PUT, _GROUPS, 60, 170, among=parted):
        sentence = reading.sentences[reading.sentence_at(passage.block, passage.start)]
        parts = match["a"], match["b"]
        if _PARTED.search(match.string, sentence.start, sentence.end) and sum(
            map(value_of, parts)
        ) > value_of(match["whole"]):
            yield Total(match["whole"], parts, passage)


def counted_days(reading: Reading) -> Iterator[Total]:
    """The counts of doses and the like with the days on which each was given."""
    for passage, match in scan_near(reading, _LISTED, _ON_DAYS, 110, 30, starts=("day", "week", "month")):
        if not _EACH.search(match["behind"]):
            yield Total(match["count"], tuple(re.findall(r"\d+", match["list"])), passage)
    for passage, match in scan_near(reading, _TIMES_SIGN, _AT_TIMES, 130, 60, starts=("and ",)):
        if match["total"] or not _EACH.search(match["behind"]):
            times = match["list"] or match["times"] or match["days"]
            yield Total(match["count"] or match["total"], tuple(re.findall(r"\d+", times)), passage)


def value_of(printed: str) -> Decimal:
    number = read_number(printed.lower())
    return number.value if number else Decimal(0)


def _in_all(reading: Reading) -> Iterator[Total]:
    for passage, match in scan_around(reading, _IN_ALL, 40, 60, *_CUES):
        whole, noun = match["late"] or match["early"], match["behind"] or match["noun"] or ""
        text, sentence = match.string, reading.sentence_at(passage.block, passage.start)
        start = max(reading.sentences[sentence].start, passage.start - _REACH)
        parts = _parts(text, start, passage.start, noun)
        if len(parts) == 1 and _ADDED.search(text, start, passage.start):
            start = max(0, passage.start - _REACH)
            parts = _parts(text, start, passage.start, noun)
        told = {value_of(part) for part in parts}
        if noun in _DOSED and _TAKEN.search(text, start, passage.start):
            continue  # `1 g/kg (8 g) on two consecutive days, a total of 16 g`
        if len(parts) > 1 and value_of(whole) not in told and not _LOOSE.search(text, start, passage.start):
            yield Total(whole, tuple(parts), passage)


def _parts(text: str, start: int, end: int, noun: str) -> list[str]:
    """The counts of one kind of thing: that of the total, or that of the first count."""
    found = [match for match in _PART.finditer(text, start, end) if match["noun"].lower() not in ("of", "to")]
    if not found:
        return []
    stem = _stem(noun if noun and noun.lower() not in _VERBS else found[-1]["noun"])
    if stem in _VERBS:
        stem = next((_stem(each["noun"]) for each in found if each["noun"].lower() not in _VERBS), "")
    return [each["count"] for each in found if _stem(each["noun"]) in (stem, *_VERBS) and stem]


def _stem(noun: str) -> str:
    return noun.lower().removesuffix("s") if noun.lower() not in _VERBS else noun.lower()
