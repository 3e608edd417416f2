"""Words of which one excludes the others: the parts of an organ, the ways of an operation.

A patient's lesion is in the head or in the tail of the pancreas; an operation is open or laparoscopic. Each family has
one pattern; what it finds is given as (family, value).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain

from casewright.check.families import SITES, Family
from casewright.check.kinds import KINDS, WAYS
from casewright.check.parts import Part, of_patient, part_at
from casewright.check.passage import Passage
from casewright.check.slots import weights
from casewright.check.wording import content, stem
from casewright.document.reading import Reading

_HEADS = (
    r"\w*(?:ectomy|otomy|ostomy|plasty|scopy|pexy)|resection|repair|drainage|biopsy|fixation"
    r"|enucleation|excision|ligation"
    r"|embolization|reduction|replacement|bypass"
)
_WAY = re.compile(
    rf"\b(laparoscopic(?:ally)?|open|robotic|robot-assisted|endoscopic|percutaneous|thoracoscopic"
    rf"|transvaginal|transabdominal)"
    rf"[ -](?:assisted )?(?:(?!and|or|with|was|surgery|the\b)[\w-]+ ){{0,2}}?({_HEADS})\b",
    re.IGNORECASE,
)
_EXTENT = re.compile(
    r"\b(?:(total|subtotal|near-total|partial|distal|proximal|radical|simple) |(hemi))(?:abdominal "
    r"|laparoscopic )?([a-z]{3,24}ectomy)\b",
    re.IGNORECASE,
)
_LEVEL = re.compile(
    r"(?P<a>[CTL])(?<![\w-][CTL])(?P<n>\d{1,2})(?:\s?[-/–]\s?(?P<b>[CTLS])?(?P<m>\d{1,2}))(?![\w%]|\.\d)"
)
_JOINED = re.compile(
    r"(?<![\w-])(?P<a>[CTL])(?P<n>\d{1,2})(?: and | to | through "
    r"|(?:\s?[-–]\s?))(?P<b>[CTLS])(?P<m>\d{1,2})(?![\w%/]|\.\d)"
)
_GRADED = re.compile(
    r"\b(?P<scale>Frankel|ASIA|NYHA|Child-Pugh|ECOG|Clavien-Dindo|FIGO|Fuhrman|Hunt and Hess|Fisher"
    r"|Garden|Gartland|Killip|Forrest"
    r"|Bismuth|Los Angeles|Siewert|Bormann)(?: impairment scale| functional| classification)?(?: class"
    r"| grade| stage| type| score)?"
    r" (?P<grade>I{1,3}V?|IV|VI?|[A-E]|\d)[ab]?(?![\w-])"
)
_BESIDE = re.compile(r"\b(\w+) (?:and|or) (?:the )?\Z")  # `superior and inferior mesenteric veins`: both
_WAYS = (
    "laparoscop",
    "open",
    "robot",
    "endoscopic",
    "percutaneous",
    "thoracoscopic",
    "transvaginal",
    "transabdominal",
)
_ALIKE = (
    {"upper", "proximal"}, {"lower", "distal"}, {"upper", "superior"}, {"lower", "inferior"}, {"lower", "caudal"},
    {"i", "1"}, {"ii", "2"}, {"I", "1"}, {"II", "2"}, {"deceased", "cadaveric"}, {"biological", "bioprosthetic"},
    {"tissue", "bioprosthetic"}, {"tissue", "biological"}, {"acute", "sudden"}, {"gradual", "insidious"},
    {"pulmonic", "pulmonary"}, {"tubal", "cornual"}, {"tubal", "interstitial"}, {"cornual", "interstitial"},
)  # fmt: skip
_SAME = {
    "laparoscopically": "laparoscopic",
    "robot-assisted": "robotic",
    "vaginally": "vaginal",
    "cesarean": "caesarean",
}


@dataclass(frozen=True, slots=True)
class Chosen:
    """One of several words that exclude one another, where it stands."""

    place: Passage
    family: str
    value: str
    part: Part
    about: bool
    once: bool = False  # whether the patient has but one of the family


def sites(reading: Reading) -> tuple[Chosen, ...]:
    """The parts of organs and the spinal levels that are named."""
    return _found(reading, SITES, _levels_in)


def procedures(reading: Reading) -> tuple[Chosen, ...]:
    """The ways and extents of the operations that are named."""
    return _found(reading, WAYS, _operations_in)


def kinds(reading: Reading) -> tuple[Chosen, ...]:
    """The kinds of the disease that are named."""
    return _found(reading, KINDS)


def rivals(reading: Reading, chosen: tuple[Chosen, ...]) -> Iterator[tuple[Chosen, list[Chosen]]]:
    """Each word of an echo that the case does not have, with the words of its family that the case has instead.

    Where a patient has but one of the family, two words of the case exclude each other as well; so do they where the
    words around them are the same.
    """
    families: dict[str, list[Chosen]] = {}
    for each in chosen:
        families.setdefault(each.family, []).append(each)
    for named in families.values():
        if len({each.value for each in named}) > 1:
            yield from _rivals_in(named)
            if named[0].once:
                yield from _rivals_of_one(named)
            else:
                yield from _rivals_in_like_words(reading, named)


def _rivals_in(named: list[Chosen]) -> Iterator[tuple[Chosen, list[Chosen]]]:
    """The rivals of one family, each value once."""
    told = [each for each in named if each.part == "body" and each.about]
    known = {each.value for each in named if each.part == "body"}
    if not told:
        return
    for each in named:
        if each.part == "body" or not each.about or each.value in known:
            continue
        known.add(each.value)
        beside = {other.value for other in named if other.place.block == each.place.block}
        against = [other for other in told if not _includes(other.value, each.value)]
        if len(against) == len(told) and beside.isdisjoint(other.value for other in told):
            yield each, told


def _rivals_of_one(named: list[Chosen]) -> Iterator[tuple[Chosen, list[Chosen]]]:
    """Two words for what a patient has but one of, both of the case or neither, one of them said but once."""
    for body in (True, False):
        told = [each for each in named if each.about and (each.part == "body") == body]
        values = [each.value for each in told]
        lone = [each for each in told if values.count(each.value) == 1]
        others = [each for each in told if lone and each.value != lone[-1].value]
        same = {each.value for each in named if each.part == "body"} if not body else set()
        apart = bool(others) and (body or lone[-1].place.block != others[0].place.block)
        if len(set(values)) == 2 and apart and not same and not _includes(*set(values)):
            yield lone[-1], others


def _rivals_in_like_words(reading: Reading, named: list[Chosen]) -> Iterator[tuple[Chosen, list[Chosen]]]:
    """Two words of the case that stand among the same rare words, one of them said but once."""
    told = [each for each in named if each.about and each.part == "body"]
    values = [each.value for each in named]
    for lone in (each for each in told if values.count(each.value) == 1):
        for other in told:
            beside = {
                each.value for each in named if each.place.block in (lone.place.block, other.place.block)
            }
            apart = lone.place.block != other.place.block and not _includes(lone.value, other.value)
            if apart and len(beside) == 2 and _likeness(reading, lone, other) >= _LIKE:
                yield lone, [other]
                return


def _likeness(reading: Reading, one: Chosen, other: Chosen) -> float:
    """The weight of the rare words that the sentences of two choices share."""
    known = reading.once(weights)
    shared = _words_beside(reading, one) & _words_beside(reading, other)
    return sum(known.get(word, 0.0) for word in shared)


def _words_beside(reading: Reading, each: Chosen) -> frozenset[str]:
    sentence = reading.sentences[reading.sentence_at(each.place.block, each.place.start)]
    text = reading.blocks[each.place.block][1].text
    before, after = text[sentence.start : each.place.start], text[each.place.end : sentence.end]
    return content(before[-_AROUND:]) | content(after[:_AROUND])


def _includes(one: str, other: str) -> bool:
    """Whether one value is the other, in other words or told less exactly: `lateral` and `anterolateral`."""
    if {one, other} in _ALIKE:
        return True
    short, long = sorted((one, other), key=len)
    long = long.replace("antero", "anterior").replace("postero", "posterior")
    return (
        len(short) > 2
        and not long.startswith(("non", "sub"))
        and (long.startswith(short) or long.endswith(short))
    )


def level_of(match: re.Match[str]) -> str:
    """The normal form of a pair of vertebrae: `T11/T12` for T11-12."""
    return f"{match['a']}{match['n']}/{match['b'] or match['a']}{match['m']}"


LEVEL = _LEVEL
_LIKE = 9.0  # weight of the rare words that two sentences share, from which they tell one thing
_AROUND = 90  # characters on either side of its letters within which a pattern matches
_Choice = tuple[int, int, str, str, bool]  # start, end, family, value, whether there is but one
_Finder = Callable[[str, str], Iterator[_Choice]]


def _found(reading: Reading, asked: tuple[Family, ...], others: _Finder | None = None) -> tuple[Chosen, ...]:
    """The choices of the families of which the manuscript names two values or more."""
    known = reading.once(_known)
    families = [
        family for family in asked if any(need in known or need[-1].isdigit() for need in family.needs)
    ]
    named: dict[str, list[tuple[int, _Choice]]] = {}
    for number, lower, text in reading.once(_telling):
        for choice in chain(_of_families(text, lower, families), others(text, lower) if others else ()):
            named.setdefault(choice[2], []).append((number, choice))
    return tuple(
        _chosen(reading, number, choice)
        for choices in named.values()
        if len({choice[3].lower() for _, choice in choices}) > 1
        for number, choice in choices
    )


def _chosen(reading: Reading, number: int, choice: _Choice) -> Chosen:
    start, end, family, value, once = choice
    about = of_patient(reading, reading.sentence_at(number, start), start)
    value = _SAME.get(value.lower(), value.lower() if len(value) > 7 or value.islower() else value)
    return Chosen(Passage(number, start, end), family, value, part_at(reading, number), about, once)


def _telling(reading: Reading) -> tuple[tuple[int, str, str], ...]:
    """The texts that may name a choice: the number of the block, the text in small letters and as it is."""
    return tuple(
        (number, block.text.lower(), block.text)
        for number, (section, block) in enumerate(reading.blocks)
        if block.kind not in ("reference", "heading")
        and not section.role.startswith(("references", "statements"))
    )


def _known(reading: Reading) -> str:
    """Every word of the manuscript, once."""
    return " ".join(frozenset[str]().union(*(stretch.words for stretch in reading.stretches)))


def _levels_in(text: str, _: str) -> Iterator[_Choice]:
    for match in _JOINED.finditer(text):
        span = f"{match['a']}{match['n']}/{match['b']}{match['m']}"
        near = match["a"] == match["b"] and int(match["n"]) + 1 == int(match["m"])
        family = f"spinal level ({match['a']})" if near else "range of spinal levels"
        yield match.start(), match.end(), family, span, False
    for match in _GRADED.finditer(text):
        yield match.start(), match.end(), match["scale"].lower(), (match["grade"]).upper(), False
    for match in _LEVEL.finditer(text):
        if int(match["n"]) + 1 == int(match["m"]) or match["b"] not in (None, match["a"]):
            yield match.start(), match.end(), f"spinal level ({match['a']})", level_of(match), False


def _operations_in(text: str, lower: str) -> Iterator[_Choice]:
    for match in _matches(_WAY, text, lower, _WAYS):
        yield match.start(), match.end(), f"way of {stem(match[2])}", match[1].lower(), False
    for match in _matches(_EXTENT, text, lower, ("ectomy",)):
        extent = (match[1] or match[2]).lower()
        yield match.start(), match.end(), f"extent of {match[3].lower()}", extent, False


def _of_families(text: str, lower: str, families: list[Family]) -> Iterator[_Choice]:
    """The choices of those families that the manuscript names at all."""
    for family in families:
        for match in _matches(family.pattern, text, lower, family.needs):
            named = match.groupdict().get("of")
            group = next(number for number, value in enumerate(match.groups(), 1) if value)
            name = f"{family.name} ({named.lower()})" if named else family.name
            yield match.start(), match.end(), name, match[group].lower(), family.once
            beside = _BESIDE.search(text, max(0, match.start() - 30), match.start())
            if beside and family.pattern.match(beside[1] + text[match.end(group) : match.end()]):
                yield match.start(), match.end(), name, beside[1].lower(), family.once


def _matches(
    pattern: re.Pattern[str], text: str, lower: str, needs: tuple[str, ...]
) -> Iterator[re.Match[str]]:
    """The matches of a slow pattern, sought around the letters of which each has one."""
    places = sorted(place for need in needs if need in lower for place in _places(lower, need))
    end = 0
    for place in places:
        if place < end:
            continue
        match = pattern.search(text, max(end, place - _AROUND), place + _AROUND)
        while match is not None:
            yield match
            end = match.end()
            match = pattern.search(text, end, place + _AROUND)


def _places(lower: str, need: str) -> Iterator[int]:
    place = lower.find(need)
    while place >= 0:
        yield place
        place = lower.find(need, place + 1)
