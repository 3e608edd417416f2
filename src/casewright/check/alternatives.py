"""Words of which one excludes the others: the parts of an organ, the ways of an operation.

A patient's lesion is in the head or in the tail of the pancreas; an operation is open or laparoscopic. Each family has
one pattern; what it finds is given as (family, value).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from casewright.check.parts import Part, of_patient, part_at
from casewright.check.passage import Passage
from casewright.check.wording import stem
from casewright.document.reading import Reading

_SITES: dict[str, str] = {
    "part of the pancreas": r"pancreatic (head|neck|body|tail)"
    r"|(head|neck|body|tail|uncinate process) of (?:the )?pancreas",
    "lobe of the lung": r"(upper|middle|lower)[ -]lobe\b(?! of (?:the )?(?:thyroid|liver))",
    "part of the stomach": r"gastric (antrum|fundus|cardia|body)|(antrum|fundus|cardia) of (?:the )?stomach",
    "part of the colon": r"(ascending|transverse|descending|sigmoid) colon",
    "lobe of the brain": r"(frontal|parietal|temporal|occipital) lobes?\b(?! and)",
    "part of the duodenum": r"(first|second|third|fourth) (?:part|portion) of (?:the )?duodenum",
    "part of the esophagus": r"(upper|middle|lower|proximal|distal) (?:third of (?:the )?)?o?esophagus",
    "flexure of the colon": r"(splenic|hepatic) flexure",
    "pole of the kidney": r"(upper|lower|superior|inferior) pole (?:of|in) (?:the )?(?:left |right )?kidney",
    "papillary muscle": r"(posteromedial|anterolateral) papillary",
    "coronary artery": r"(left anterior descending|right coronary|circumflex"
    r"|left main)(?: coronary)? (?:artery|stenosis|occlusion)",
    "segment of the liver": r"segment ([IV]{1,4}|[1-8])\b(?! (?:of the )?(?:lung|colon|ST))",
    "sex of the newborn": r"(?:deliver\w*|birth (?:to|of)"
    r"|gave birth to) (?:an? )?(?:[\w-]+ ){0,2}?(girl|boy|female|male)",
    "end of the bone": r"(proximal|distal) (?:femur|humerus|tibia|radius|ulna|fibula)",
    "part of the ureter": r"(proximal|distal|upper|lower|mid) ureter",
    "genotype": r"genotype (\d[a-c]?)(?!\w)",
    "Stanford type": r"Stanford type ([AB])\b",
    "finger": r"(index|middle|ring|little) finger",
    "rib": r"(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth) rib",
}
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
_OTHER_WAYS: dict[str, str] = {
    "resection of the lung": r"(lobectomy|segmentectomy|pneumonectomy|wedge resection)",
    "surgical approach": r"(anterior|posterior|lateral|anterolateral"
    r"|posterolateral|retroperitoneal|transperitoneal) approach",
    "approach to the spine": r"(anterior|posterior) (?:decompression|stabili[sz]ation|fusion|fixation"
    r"|corpectomy|instrumentation)",
    "operation on the mitral valve": r"mitral valve (repair|replacement)",
    "operation on the aortic valve": r"aortic valve (repair|replacement)",
    "way of delivery": r"\b(c(?:a)?esarean|vaginal(?:ly)?)(?= (?:section|delivery|birth))"
    r"|delivered (vaginally)",
}
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
_NEEDS: dict[str, tuple[str, ...]] = {  # what every match of a family has, in small letters
    "part of the pancreas": ("pancrea",), "lobe of the lung": ("lobe",), "part of the stomach": ("gastric", "stomach"),
    "part of the colon": (" colon",), "lobe of the brain": (" lobe",), "part of the duodenum": ("duodenum",),
    "part of the esophagus": ("esophagus",), "end of the bone": ("proximal ", "distal "),
    "part of the ureter": ("ureter",),
    "genotype": ("genotype",), "Stanford type": ("stanford",), "finger": ("finger",),
    "flexure of the colon": ("flexure",), "papillary muscle": ("papillary",),
    "pole of the kidney": (" pole",), "coronary artery": ("artery", "stenosis", "occlusion"),
    "segment of the liver": ("segment ",), "sex of the newborn": ("deliver", "birth"),
    "approach to the spine": ("anterior ", "posterior "), "operation on the mitral valve": ("mitral valve",),
    "operation on the aortic valve": ("aortic valve",), "rib": (" rib",),
    "resection of the lung": ("lobectomy", "segmentectomy", "pneumonectomy", "wedge"),
    "surgical approach": ("approach",),
    "way of delivery": ("delivery", "section", "birth", "delivered"),
}  # fmt: skip
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
_ALL_SITES = {family: re.compile(rf"\b(?:{words})", re.IGNORECASE) for family, words in _SITES.items()}
_ALL_WAYS = {family: re.compile(words, re.IGNORECASE) for family, words in _OTHER_WAYS.items()}
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


def sites(reading: Reading) -> tuple[Chosen, ...]:
    """The parts of organs and the spinal levels that are named."""
    return tuple(_found(reading, _sites_in))


def procedures(reading: Reading) -> tuple[Chosen, ...]:
    """The ways and extents of the operations that are named."""
    return tuple(_found(reading, _procedures_in))


def rivals(chosen: tuple[Chosen, ...]) -> Iterator[tuple[Chosen, list[Chosen]]]:
    """Each word of an echo that the case does not have, with the words of its family that the case has instead."""
    told: dict[str, list[Chosen]] = {}
    others: set[tuple[str, str]] = set()
    for each in chosen:
        if each.part == "body" and each.about:
            told.setdefault(each.family, []).append(each)
        if each.part == "body":
            others.add((each.family, each.value))
    seen: set[tuple[str, str]] = set()
    for each in chosen:
        key = (each.family, each.value)
        if each.part == "body" or not each.about or key in others or key in seen or each.family not in told:
            continue
        seen.add(key)
        beside = {
            other.value
            for other in chosen
            if other.place.block == each.place.block and other.family == each.family
        }
        if beside.isdisjoint(other.value for other in told[each.family]):
            yield each, told[each.family]


def level_of(match: re.Match[str]) -> str:
    """The normal form of a pair of vertebrae: `T11/T12` for T11-12."""
    return f"{match['a']}{match['n']}/{match['b'] or match['a']}{match['m']}"


LEVEL = _LEVEL
_Choice = tuple[int, int, str, str]  # start, end, family and value


def _found(reading: Reading, finder: Callable[[str, str, list[str]], Iterator[_Choice]]) -> Iterator[Chosen]:
    families = reading.once(_families)
    for number, lower, text in reading.once(_telling):
        for start, end, family, value in finder(text, lower, families):
            index = reading.sentence_at(number, start)
            value = _SAME.get(value.lower(), value.lower() if len(value) > 7 or value.islower() else value)
            yield Chosen(
                Passage(number, start, end),
                family,
                value,
                part_at(reading, number),
                of_patient(reading, index, start),
            )


def _telling(reading: Reading) -> tuple[tuple[int, str, str], ...]:
    """The texts that may name a choice: the number of the block, the text in small letters and as it is."""
    return tuple(
        (number, block.text.lower(), block.text)
        for number, (section, block) in enumerate(reading.blocks)
        if block.kind not in ("reference", "heading")
        and not section.role.startswith(("references", "statements"))
    )


def _families(reading: Reading) -> list[str]:
    """The families that the manuscript may name at all."""
    whole = "\n".join(lower for _, lower, _ in reading.once(_telling))
    return [family for family, needs in _NEEDS.items() if any(need in whole for need in needs)]


def _sites_in(text: str, lower: str, families: list[str]) -> Iterator[_Choice]:
    yield from _of_families(text, lower, families, _ALL_SITES)
    for match in _JOINED.finditer(text):
        span = f"{match['a']}{match['n']}/{match['b']}{match['m']}"
        near = match["a"] == match["b"] and int(match["n"]) + 1 == int(match["m"])
        family = f"spinal level ({match['a']})" if near else "range of spinal levels"
        yield match.start(), match.end(), family, span
    for match in _GRADED.finditer(text):
        yield match.start(), match.end(), match["scale"].lower(), (match["grade"]).upper()
    for match in _LEVEL.finditer(text):
        if int(match["n"]) + 1 == int(match["m"]) or match["b"] not in (None, match["a"]):
            yield match.start(), match.end(), f"spinal level ({match['a']})", level_of(match)


def _procedures_in(text: str, lower: str, families: list[str]) -> Iterator[_Choice]:
    for match in _WAY.finditer(text) if any(way in lower for way in _WAYS) else ():
        yield match.start(), match.end(), f"way of {stem(match[2])}", match[1].lower()
    for match in _EXTENT.finditer(text) if "ectomy" in lower else ():
        yield match.start(), match.end(), f"extent of {match[3].lower()}", (match[1] or match[2]).lower()
    yield from _of_families(text, lower, families, _ALL_WAYS)


def _of_families(
    text: str, lower: str, families: list[str], patterns: dict[str, re.Pattern[str]]
) -> Iterator[_Choice]:
    """The choices of those families that the manuscript names at all."""
    for family in families:
        pattern = patterns.get(family)
        if pattern is None or not any(need in lower for need in _NEEDS[family]):
            continue
        for match in pattern.finditer(text):
            yield match.start(), match.end(), family, next(group for group in match.groups() if group).lower()
