"""Extents and angles against the body they are measured in.

The limits are casewright's own judgement, and are not verified against a source: they are set so far outside what is
found in patients that a figure beyond them is a wrong unit or a misprint.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from casewright.check.evidence.text.around import vocabulary
from casewright.check.evidence.text.passage import Passage, scan_around, scan_near
from casewright.check.evidence.values.values import printed
from casewright.document.mentions.model import QuantityMention
from casewright.document.mentions.wordset import words
from casewright.document.reading import Reading
from casewright.patterns import lazily

_MOST = 65  # centimetres: the largest tumors that were removed measured less than this across
_WIDEST = 190  # degrees that any joint can be bent, with some room

# organ | least | greatest extent of the whole organ, in centimetres, of a newborn or of the largest of the sick
_ORGANS = """
liver | 3 | 50
spleen | 1.5 | 60
kidney | 1.5 | 50
gallbladder | 0.6 | 40
uterus | 1 | 60
prostate | 0.8 | 25
appendix | 0.15 | 35
aorta | 0.3 | 25
common bile duct | 0.05 | 12
portal vein | 0.15 | 8
thyroid lobe | 0.5 | 30
testis | 0.4 | 40
heart | 2 | 40
placenta | 3 | 45
ovary | 0.2 | 65
pancreas | 1 | 45
"""
# lesion | greatest extent that is seen in patients, in centimetres
_LESIONS = {
    "aneurysm": 30, "pseudoaneurysm": 30, "polyp": 20, "stone": 20, "calculus": 20, "vegetation": 12, "thrombus": 45,
    "myxoma": 20, "gallstone": 20, "nodule": 15, "ulcer": 40, "node": 20,
    "lymph node": 20, "fibroid": 70, "myoma": 70,
}  # fmt: skip
_HEART = lazily(
    r"\b(?:atri(?:um|al)|ventric(?:le|ular) (?!system))|\b(?:mitral|tricuspid|aortic) valve", re.IGNORECASE
)
_IN_HEART = 15  # centimetres: no heart holds more
_NO_WIDTH = lazily(r"(?: (?:long|in length)\b|[^.;]{0,20}\b(?:from|length))")  # how far, and not how wide
_DUCT = 7  # centimetres that a bile or pancreatic duct is wide where no cyst of it is spoken of
_PANCREATIC_DUCT = 4  # the same of the pancreatic duct
_PANCREATIC = lazily(r"\b(?:pancreatic|Wirsung|MPD)\b")
_CYSTS = words("cyst cysts cystic choledochal choledochocele cystadenoma cystadenocarcinoma ipmn mucinous")
_WIDTH = lazily(r"\b(?:dilat\w*|diameter|wide(?:ned)?|width|calib(?:er|re)|distended)\b", re.IGNORECASE)
# `the colon was dilated to 18 mm`: what is wide in a child is narrow in an adult
_WIDENED = lazily(
    r"(?:colon|ca?ecum|stomach|large bowel)\s"
    r"(?:(?:was|is|were|had|with|showed|measured|massively|markedly|grossly|severely|hugely|also|a|an|the|of)\s){0,4}"
    r"(?:dilat\w+|distended|distension|(?:maxim\w+|greatest|largest)\s(?:transverse\s)?(?:diameter|calib(?:er|re)|width))"
    r"\b[^.;,\d()]{0,40}?\(?(?P<figure>\d{1,2}(?:\.\d)?)\s?mm\b(?!\s(?:mass|polyp|lesion|tumou?r|nodule|stone|thick))",
    re.IGNORECASE,
)
_HOLLOW = ("colon", "cecum", "caecum", "stomach", "large bowel")
_NARROW = 25  # millimetres: no hollow organ of an adult that is called wide is narrower
_YOUNG = words(
    "child infant baby newborn neonate toddler fetus fetal foetal paediatric pediatric boy girl preterm"
)
_LIMITS = {
    name: (float(least), float(most))
    for name, least, most in (
        (cell.strip() for cell in line.split("|")) for line in _ORGANS.strip().splitlines()
    )
}
_FIGURE = r"\d{1,4}(?:[.,]\d{1,2})?"
_TIMES = r"\s?(?:cm|mm)?\s?[x×*X]\s?"
_PRODUCT = lazily(rf"(?<![\w.,/]){_FIGURE}(?:{_TIMES}{_FIGURE}){{1,2}}\s?(?P<unit>cm|mm)\b(?![²³23/])")
_ORGAN = lazily(
    rf"\b(?P<organ>{'|'.join(_LIMITS)})\s(?:(?:was|is|were|which|that|also|markedly|slightly|enlarged|grossly),?\s){{0,4}}?"
    r"(?:(?:had|with) an?\s)?"
    r"(?:measur(?:ing|ed|es)|(?:span|length|size|diameter)(?: (?:of|was))?|enlarged (?:to|at))"
    r"\s(?:approximately |about |up to |nearly |of )?"
    rf"(?P<figures>{_FIGURE}(?:{_TIMES}{_FIGURE}){{0,2}})\s?(?P<unit>cm|mm)\b"
    r"(?!\s(?:below|under|beneath|from|above|lesion|mass|nodule|in thickness|thick|[x×]))",
    re.IGNORECASE,
)
_MEASURING = ("measur", "span", "length", "size", "diameter", "enlarged to", "enlarged at")
_WITHIN = lazily(  # `a tear in the ascending aorta measuring 2 mm`: not the organ is measured
    r"\b(?:wound|tear|perforation|defect|rupture|laceration|hole|lesion|mass|nodule|tumou?r|cyst|abscess|stone|calculus"
    r"|polyp|cancer|aneurysm|dissection|plaque|ulcer|thrombus|clot|metastas[ei]s|h(?:a)?ematoma|fistula|vegetation|collection|part"
    r"|portion|segment|area|wall|stump|neck|pole|rim|margin)s?\b[^.;]{0,60}\b(?:of|in|at|on|within|to|into) "
    r"(?:[\w-]+ ){0,4}\Z"
)
_BY = lazily(r"[x×*X]\s?\d")
_BENT = lazily(
    r"\b(?P<angle>\d{3})\s?(?:°|degrees?)\s(?:of\s)?(?:[a-z]+\s)?(?:flexion|extension|abduction|adduction"
    r"|dorsiflexion|elevation|kyphosis|scoliosis|lordosis)\b"
    r"|\b(?:flexion|extension|abduction|adduction|dorsiflexion|kyphosis|scoliosis|Cobb(?:['’]s)? angle)\s"
    r"(?:was |of |to |is |up to |angle |limited to |restricted to ){1,3}(?P<angle2>\d{3})\s?(?:°|degrees?)",
    re.IGNORECASE,
)
_NO_PART = lazily(
    r"\b(?:room|field|sheet|towel|drape|bed|table|matrix|film|skin|burn|quilt|carpet|plantation)\b"
)


class Beyond(NamedTuple):
    """A measurement that no body has, and why."""

    place: Passage
    why: str
    hint: str


def beyond_body(reading: Reading) -> Iterator[Beyond]:
    """Every extent and angle that is beyond the body."""
    told: set[tuple[int, int]] = set()
    for passage, match in scan_around(reading, _ORGAN, 70, 90, *_MEASURING):
        organ = match["organ"].lower()
        least, most = _LIMITS[organ]
        largest = max(_centimetres(match["figures"], match["unit"]))
        within = _WITHIN.search(match.string, max(0, passage.start - 90), passage.start)
        if not least <= largest <= most and within is None:
            place = Passage(
                passage.block, passage.start + match.start("figures") - match.start(), passage.end
            )
            told.add((place.block, place.start))
            small = "larger" if largest > most else "smaller"
            yield Beyond(place, f"no {organ} is so much {small} than others", _unit(match["unit"]))
    for mention in reading.quantities:
        most = _greatest(reading, mention)
        if most and extent(mention) > most and (mention.block, mention.start) not in told:
            told.add((mention.block, mention.start))
            place = Passage(mention.block, mention.start, mention.end)
            yield Beyond(place, f"no {mention.of} measures {printed(mention)}", "is the unit mm?")
    young = not _YOUNG.isdisjoint(reading.once(vocabulary))
    for passage, match in scan_around(reading, _WIDENED, 0, 130, *(() if young else _HOLLOW)):
        within = _WITHIN.search(match.string, max(0, passage.start - 90), passage.start)
        if float(match["figure"]) < _NARROW and within is None:
            place = Passage(passage.block, passage.start + match.start("figure") - match.start(), passage.end)
            yield Beyond(place, "no organ that is so narrow is wide", "is the unit cm?")
    for passage, match in scan_near(reading, _BY, _PRODUCT, 10, 24, "cm", "mm"):
        if max(_centimetres(match[0], match["unit"])) <= _MOST or (passage.block, passage.start) in told:
            continue
        if not _NO_PART.search(match.string, max(0, passage.start - 60), passage.end + 30):
            yield Beyond(passage, f"nothing in a body measures {match[0]}", _unit(match["unit"]))
    for passage, match in scan_around(reading, _BENT, 8, 90, "degree", "°"):
        if int(match["angle"] or match["angle2"]) > _WIDEST:
            yield Beyond(passage, "no joint and no spine is bent so far", "correct the angle")


def _greatest(reading: Reading, mention: QuantityMention) -> float:
    """The greatest extent that a lesion can have, in centimetres; nought where none is known."""
    if mention.measure != "size":
        return 0
    text = reading.blocks[mention.block][1].text
    organ = mention.of.removesuffix("s")
    if organ in _LIMITS and not (organ == "aorta" and _NO_WIDTH.match(text, mention.end)):
        return _LIMITS[organ][1]
    if mention.of == "duct":
        wide = _WIDTH.search(text, max(0, mention.start - 40), mention.end + 20)
        pancreatic = _PANCREATIC.search(text, max(0, mention.start - 50), mention.start)
        most = _PANCREATIC_DUCT if pancreatic else _DUCT
        return most if wide and _CYSTS.isdisjoint(reading.once(vocabulary)) else 0
    if mention.of in ("mass", "tumor", "tumour"):
        behind = text[mention.end : min(mention.end + 40, reading.sentences[mention.sentence].end)]
        return _IN_HEART if _HEART.search(behind) else 0
    return _LESIONS.get(mention.of, 0)


def extent(mention: QuantityMention) -> float:
    """The greatest of the figures of a length, in centimetres; nought for what is none."""
    unit = mention.quantity.unit
    if unit is None or unit.dimension != "length":
        return 0
    return max(float(n.value) for n in mention.quantity.numbers) * float(unit.factor) * 100


def _centimetres(figures: str, unit: str) -> list[float]:
    scale = 0.1 if unit.lower() == "mm" else 1.0
    return [float(figure.replace(",", ".")) * scale for figure in re.findall(_FIGURE, figures)]


def _unit(printed: str) -> str:
    return "is the unit cm?" if printed.lower() == "mm" else "is the unit mm?"
