"""Lesions that the case names: of what kind, with which article, where in the body, and how large.

`the proximal radius fracture` is a fracture spoken of as known, of the proximal radius. What is one lesion has one
place; which words of place exclude one another is given as scales, each value with the part that it is said of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from casewright.check.evidence.text.around import stretches_with
from casewright.check.evidence.text.parts import Part, of_patient, part_at
from casewright.check.evidence.text.passage import Passage
from casewright.check.evidence.words.contraries import by_word
from casewright.check.evidence.words.wording import stem
from casewright.document.mentions.stretch import Stretch
from casewright.document.mentions.wordset import lowered, words
from casewright.document.reading import Reading
from casewright.patterns import lazily

KINDS = words(
    "mass tumor tumour lesion nodule cyst polyp ulcer abscess stone calculus fracture hematoma haematoma aneurysm"
    " pseudoaneurysm pseudocyst stenosis stricture hernia thrombus thrombosis fistula perforation diverticulum adenoma"
    " carcinoma adenocarcinoma lipoma leiomyoma hemangioma haemangioma meningioma schwannoma melanoma neurofibroma"
    " fibroadenoma myxoma sarcoma osteosarcoma teratoma lymphoma papilloma plaque wound scar infarct infarction"
    " herniation dislocation lump swelling collection occlusion vegetation laceration bulla defect ulceration osteoma"
    " neoplasm cancer rupture dissection syrinx fibroid"
)
_MANY = frozenset(
    f"{kind}es" if kind.endswith(("s", "ch")) else f"{kind}s" for kind in KINDS if not kind.endswith("sis")
) | words("calculi thrombi diverticula metastases metastasis stenoses thromboses")
_KNOWN = words("the this that his her its their")
_NEW = words("a an one single solitary")
_FURTHER = words(
    "another second third fourth additional other further new both each every multiple several many two three four"
    " five six separate satellite remaining residual recurrent metastatic similar first larger smaller largest smallest"
    " bilateral any no contralateral synchronous metachronous concomitant primary secondary different"
)
_POSITIONS = (
    "anterior posterior",
    "superior inferior",
    "upper middle|mid lower",
    "proximal distal",
    "medial lateral",
    "inner outer",
    "ventral dorsal",
    "dorsal plantar",
    "dorsal palmar|volar",
    "internal external",
    "greater lesser",
    "ascending transverse descending sigmoid",
    "frontal parietal temporal occipital",
    "cervical thoracic lumbar sacral",
    "index ring little",
    "first second third fourth fifth sixth seventh eighth ninth tenth",
)
_PARTS = ("head neck|isthmus body tail", "antrum fundus cardia", "fundus cervix", "dome base trigone neck")
_ORGANS = (
    "liver|hepatic spleen|splenic pancreas|pancreatic kidney|renal stomach|gastric duodenum|duodenal jejunum|jejunal"
    " ileum|ileal cecum|caecum|cecal appendix|appendiceal rectum|rectal esophagus|esophageal|oesophagus|oesophageal"
    " bladder prostate|prostatic uterus|uterine ovary|ovarian testis|testicular thyroid adrenal lung|pulmonary"
    " breast gallbladder ureter|ureteral|ureteric urethra|urethral parotid",
    "cecum|caecum|cecal|caecal sigmoid rectum|rectal appendix|appendiceal",
    "basilar vertebral carotid subclavian axillary brachial popliteal femoral iliac splenic hepatic renal"
    " celiac|coeliac gastroduodenal portal mesenteric jugular saphenous basilic cephalic coronary",
    "mitral aortic tricuspid pulmonic",
    "circumflex descending",
    "mandible|mandibular maxilla|maxillary zygoma|zygomatic",
    "scaphoid lunate hamate capitate trapezium triquetrum metacarpal",
    "talus|talar calcaneus|calcaneal navicular cuboid metatarsal malleolus|malleolar",
    "femur|femoral tibia|tibial fibula|fibular humerus|humeral radius|radial ulna|ulnar scapula|scapular"
    " clavicle|clavicular sternum|sternal",
    "hip knee ankle shoulder elbow wrist",
    "antrum|antral fundus|fundal cardia",
    "thalamus|thalamic putamen|putaminal caudate cerebellum|cerebellar pons|pontine midbrain",
)
# `the perforated cecum` is a perforation of it
_STATES = {
    "perforated": "perforation", "ruptured": "rupture", "fractured": "fracture", "occluded": "occlusion",
    "thrombosed": "thrombosis", "stenosed": "stenosis", "stenotic": "stenosis", "lacerated": "laceration",
    "herniated": "herniation", "infarcted": "infarct", "dissected": "dissection", "dislocated": "dislocation",
}  # fmt: skip
_POSITION, _PART, _ORGAN = by_word(_POSITIONS), by_word(_PARTS), by_word(_ORGANS)
_PLACES = frozenset((*_POSITION, *_PART, *_ORGAN)) | words("left right both")
_SIDES = words("left right left-sided right-sided")
_WORD = lazily(r"[a-z][a-z-]*|[ivx]+\b|\d+(?:\.\d+)?|[,;:.()]")
_SEGMENT = lazily(r"\bsegment (?P<number>[ivx]+|\d{1,2})\b")
_SIZE = lazily(
    r"(?<![\w.,])(?P<sizes>\d+(?:\.\d+)?(?:(?:\s?[cm]m)?\s?[x×*]\s?\d+(?:\.\d+)?){0,2})[\s-]?(?P<unit>[cm]m)\b"
    r"(?!\s?(?:hg|h2o)|\s(?:from|above|below|away|proximal|distal|margins?))"
)
_NUMBER = lazily(r"\d+(?:\.\d+)?")
_REASON = lazily(r"\b(?:because|since|as|given|although|though)(?: of)? \Z")
_PLACED = lazily(
    r"(?:,[^,;.:()]{2,40},)?"
    r"(?:,? (?:which (?:was|is)|was|is|being|had been|has been|arose|arises|originated|originates))?"
    r"(?:[^,;.:()]{2,24} and)?"
    r"(?: (?:located|situated|seen|found|present|lying|arising|originating|localized|lodged|impacted))?"
    r" (?:of|in|at|on|over|above|below|within|involving|affecting|from|near|along|behind|beneath|under) "
    r"(?P<where>(?:[a-z-]+ ?){1,8})"
)
_END = words(
    "was were is are and or with which that who measuring measured showing showed had has by for after before to"
    " without but as causing using because at from"
)
_JOINED = words("and or to versus vs")
_OF_WHAT = lazily(  # adjectives of a part of the body, whichever: `rectal`, `tibial`, `vulvar`
    r"\A(?!clinical|typical|atypical|initial|original|focal|local|central|additional|residual|abnormal|irregular"
    r"|spherical|surgical|cystic|necrotic|symptomatic|asymptomatic|echogenic|\w*echoic|chronic|gigantic|metallic|final"
    r"|unusual|vertical|horizontal|partial|total|real|oval|solid)[a-z]{2,}(?:al|ar|ic)\Z"
)
_BACK = 8  # words before a lesion that may belong to it
_Where = dict[tuple[str, str], str]  # by scale and part of the body: the value


_SIGNS = KINDS | _MANY | frozenset(_STATES)


class Lesion(NamedTuple):
    """A lesion where it stands."""

    place: Passage
    sentence: int
    part: Part
    kind: str  # the stem of its name
    name: str
    known: bool  # whether it is spoken of as known: `the cyst`, `this cyst`
    new: bool  # or for the first time: `a cyst`
    where: _Where
    side: str
    sizes: tuple[float, ...]  # in millimeters
    resumed: bool  # whether it is known by its size: `the 5-cm cyst`, `because the cyst was 5 cm long`
    of: frozenset[str]  # words before it that tell of what it is: `urethral`


class Lesions(NamedTuple):
    """The lesions of the case one by one, and the kinds of which it tells of several."""

    each: tuple[Lesion, ...]
    several: frozenset[str]


def lesions(reading: Reading) -> Lesions:
    """The lesions that the case names."""
    found: list[Lesion] = []
    several: set[str] = set()
    for stretch in stretches_with(reading, _SIGNS):
        part = part_at(reading, stretch.sentence.block)
        if stretch.block.kind not in ("paragraph", "legend"):
            continue
        several |= {kind_of(word.removesuffix("s")) for word in stretch.words & _MANY}
        for lesion, further in _in_stretch(stretch, part):
            if further:
                several.add(lesion.kind)
            elif of_patient(reading, lesion.sentence, lesion.place.start):
                found.append(lesion)
    return Lesions(tuple(found), frozenset(several))


def _in_stretch(stretch: Stretch, part: Part) -> Iterator[tuple[Lesion, bool]]:
    """The lesions of a sentence, each with whether it is one of several."""
    text = lowered(stretch.text)
    tokens = list(_WORD.finditer(text))
    for number, token in enumerate(tokens):
        if token[0] in _STATES:
            yield from _in_state(stretch, tokens, number, part)
        if token[0] not in KINDS:
            continue
        said, article, further = _before(tokens[max(0, number - _BACK) : number])
        placed = _PLACED.match(text, token.end())
        behind = _behind(placed["where"].split() if placed else [])
        if said is None or behind is None:
            continue
        where = _where([*said, token[0]]) | _where(behind)
        if segment := _SEGMENT.search(text, token.end(), token.end() + 40):
            where["segment", ""] = segment["number"]
        sides = {word[:5].rstrip("-") for word in (*said, *behind) if word in _SIDES}
        start = token.start() - sum(len(word) + 1 for word in said)
        place = Passage(stretch.sentence.block, stretch.offset + max(0, start), stretch.offset + token.end())
        side = sides.pop() if len(sides) == 1 else ""
        known = article in _KNOWN
        begin = max(0, start)
        sizes, led = _sizes(text, begin, token.end())
        lesion = Lesion(
            place, stretch.sentence.index, part, kind_of(token[0]), token[0], known, article in _NEW, where, side,
            sizes, known and led, frozenset(word for word in said if _OF_WHAT.search(word)),
        )  # fmt: skip
        yield lesion, further


def _in_state(
    stretch: Stretch, tokens: list[re.Match[str]], number: int, part: Part
) -> Iterator[tuple[Lesion, bool]]:
    """A part of the body with the state that a lesion has brought it to: `the perforated cecum`."""
    token, name = tokens[number], _STATES[tokens[number][0]]
    said, article, further = _before(tokens[max(0, number - _BACK) : number])
    behind = [each[0] for each in tokens[number + 1 : number + 4]]
    end = next(
        (index for index, word in enumerate(behind) if word in _END or not word[0].isalnum()), len(behind)
    )
    where = _where([*(said or ()), *behind[:end]])
    if said is None or article not in _KNOWN or not where or _JOINED & set(behind):
        return
    place = Passage(
        stretch.sentence.block, stretch.offset + token.start(), stretch.offset + tokens[number + end].end()
    )
    sides = {word[:5].rstrip("-") for word in (*said, *behind[:end]) if word in _SIDES}
    side = sides.pop() if len(sides) == 1 else ""
    yield (
        Lesion(
            place,
            stretch.sentence.index,
            part,
            kind_of(name),
            name,
            True,
            False,
            where,
            side,
            (),
            False,
            frozenset(),
        ),
        further,
    )


def kind_of(name: str) -> str:
    """The kind of lesion that a name means: one for all that may be called a mass."""
    return "mass" if name.endswith("oma") and not name.endswith("matoma") else stem(name)


def _sizes(text: str, start: int, end: int) -> tuple[tuple[float, ...], bool]:
    """The size of a lesion, and whether it leads to the name or is given as a reason."""
    if before := _SIZE.search(text, start, end):
        return lengths(before), True
    behind = _SIZE.search(text, end, end + 60)
    if behind is None or "." in text[end : behind.start()]:
        return (), False
    return lengths(behind), _REASON.search(text, 0, max(0, text.rfind("the ", 0, end))) is not None


def lengths(size: re.Match[str]) -> tuple[float, ...]:
    """The extents of a size in millimeters."""
    factor = 10.0 if size["unit"] == "cm" else 1.0
    return tuple(float(each) * factor for each in _NUMBER.findall(size["sizes"]))


SIZE = _SIZE


def _before(tokens: list[re.Match[str]]) -> tuple[list[str] | None, str, bool]:
    """The words before a lesion, its article, and whether it is one of several; no words where two are named."""
    said: list[str] = []
    for token in reversed(tokens):
        word = token[0]
        if word in _JOINED:
            return None, "", False
        if word in _KNOWN or word in _NEW:
            return said, word, not _FURTHER.isdisjoint(said)
        if not word[0].isalnum() or word in _END or word in ("of", "in", "on"):
            break
        said.insert(0, word)
    return said, "", not _FURTHER.isdisjoint(said)


def _behind(told: list[str]) -> list[str] | None:
    """The words that place a lesion, as far as they do; none where they go on to a second place."""
    for number, word in enumerate(told):
        following = told[number + 1] if number + 1 < len(told) else ""
        if word in _JOINED and (following in _PLACES or following in _KNOWN):
            return None
        if word in _JOINED or word in _END:
            return told[:number]
    return told


def _where(said: list[str]) -> _Where:
    """The values that some words give on the scales of place, each with the part of the body that it is said of."""
    told = [word for word in said if word not in _SIDES and word not in _KNOWN and word != "of"]
    found: _Where = {}
    for number, word in enumerate(told):
        after = stem(told[number + 1]) if number + 1 < len(told) else ""
        before = stem(told[number - 1]) if number else ""
        for scale, value in _POSITION.get(word, ()):
            if after:
                found[f"position {scale}", after] = value
        for scale, value in _PART.get(word, ()):
            for part in {before, after} - {""}:
                found[f"part {scale}", part] = value
        for scale, value in _ORGAN.get(word, ()):
            found[f"organ {scale}", ""] = value
    return found
