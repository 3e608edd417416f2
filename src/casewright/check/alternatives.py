"""Words of which one excludes the others: the parts of an organ, the ways of an operation.

A patient's lesion is in the head or in the tail of the pancreas; an operation is open or laparoscopic. Each family has
one pattern; what it finds is given as (family, value).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from casewright.check.families import SITES, Family
from casewright.check.kinds import KINDS, WAYS
from casewright.check.parts import Part, of_patient, part_at
from casewright.check.passage import Passage
from casewright.check.wording import stem
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
_BESIDE = re.compile(r"\b(\w+) (?:and|or|to) (?:the )?\Z")  # `superior and inferior mesenteric veins`: both
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
    return tuple(_found(reading, _sites_in))


def procedures(reading: Reading) -> tuple[Chosen, ...]:
    """The ways and extents of the operations that are named."""
    return tuple(_found(reading, _procedures_in))


def kinds(reading: Reading) -> tuple[Chosen, ...]:
    """The kinds of the disease that are named."""
    return tuple(_found(reading, _kinds_in))


def rivals(chosen: tuple[Chosen, ...]) -> Iterator[tuple[Chosen, list[Chosen]]]:
    """Each word of an echo that the case does not have, with the words of its family that the case has instead.

    Where a patient has but one of the family, two words of the case exclude each other as well.
    """
    families: dict[str, list[Chosen]] = {}
    for each in chosen:
        families.setdefault(each.family, []).append(each)
    for named in families.values():
        if len({each.value for each in named}) > 1:
            yield from _rivals_in(named)
            if named[0].once:
                yield from _rivals_of_one(named)


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


def _includes(one: str, other: str) -> bool:
    """Whether one value is the other told less exactly: `lateral` and `anterolateral`, `mid` and `middle`."""
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
_Choice = tuple[int, int, str, str, bool]  # start, end, family, value, whether there is but one
_Finder = Callable[[str, str, frozenset[Family]], Iterator[_Choice]]


def _found(reading: Reading, finder: _Finder) -> Iterator[Chosen]:
    families = reading.once(_families)
    for number, lower, text in reading.once(_telling):
        for start, end, family, value, once in finder(text, lower, families):
            index = reading.sentence_at(number, start)
            value = _SAME.get(value.lower(), value.lower() if len(value) > 7 or value.islower() else value)
            yield Chosen(
                Passage(number, start, end),
                family,
                value,
                part_at(reading, number),
                of_patient(reading, index, start),
                once,
            )


def _telling(reading: Reading) -> tuple[tuple[int, str, str], ...]:
    """The texts that may name a choice: the number of the block, the text in small letters and as it is."""
    return tuple(
        (number, block.text.lower(), block.text)
        for number, (section, block) in enumerate(reading.blocks)
        if block.kind not in ("reference", "heading")
        and not section.role.startswith(("references", "statements"))
    )


def _families(reading: Reading) -> frozenset[Family]:
    """The families that the manuscript may name at all."""
    known = " ".join(frozenset[str]().union(*(stretch.words for stretch in reading.stretches)))
    return frozenset(
        family for family in (*SITES, *WAYS, *KINDS) if any(need in known for need in family.needs)
    )


def _sites_in(text: str, lower: str, families: frozenset[Family]) -> Iterator[_Choice]:
    yield from _of_families(text, lower, families, SITES)
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


def _procedures_in(text: str, lower: str, families: frozenset[Family]) -> Iterator[_Choice]:
    for match in _WAY.finditer(text) if any(way in lower for way in _WAYS) else ():
        yield match.start(), match.end(), f"way of {stem(match[2])}", match[1].lower(), False
    for match in _EXTENT.finditer(text) if "ectomy" in lower else ():
        yield (
            match.start(),
            match.end(),
            f"extent of {match[3].lower()}",
            (match[1] or match[2]).lower(),
            False,
        )
    yield from _of_families(text, lower, families, WAYS)


def _kinds_in(text: str, lower: str, families: frozenset[Family]) -> Iterator[_Choice]:
    yield from _of_families(text, lower, families, KINDS)


def _of_families(
    text: str, lower: str, families: frozenset[Family], asked: tuple[Family, ...]
) -> Iterator[_Choice]:
    """The choices of those families that the manuscript names at all."""
    for family in asked:
        if family not in families or not any(need in lower for need in family.needs):
            continue
        for match in family.pattern.finditer(text):
            named = match.groupdict().get("of")
            value = next(group for group in match.groups() if group)
            name = f"{family.name} ({named.lower()})" if named else family.name
            yield match.start(), match.end(), name, value.lower(), family.once
            if beside := _BESIDE.search(text, max(0, match.start() - 30), match.start()):
                yield match.start(), match.end(), name, beside[1].lower(), family.once
