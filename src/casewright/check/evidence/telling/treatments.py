"""Operations and treatments that a summary says were carried out, and whether the case shows them in any words.

An operation that takes something out is shown by its own name, or by the organ in a sentence that removes, resects or
operates; any other treatment by one of its words. A case that shows a treatment in words that are not listed here is
why the lists of words are wide: what is not shown is held against the summary.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from casewright.check.evidence.denial.care import DONE, GOT, NOT_DONE
from casewright.check.evidence.text.parts import of_patient, part_at
from casewright.check.evidence.text.passage import Passage
from casewright.document.mentions.stretch import Stretch
from casewright.document.reading import Reading
from casewright.patterns import lazily

_TAKEN_OUT = {  # an operation, and how its organ may be named
    "splenectomy": "splen|spleen",
    "cholecystectomy": "gall ?bladder|cholecyst",
    "append(?:ic)?ectomy": "append",
    "nephrectomy": "kidney|renal|nephr",
    "hysterectomy": "uter|hyster|womb",
    "(?:salpingo-)?oophorectomy": "ovar|adnex|salping|oophor",
    "orchi(?:d)?ectomy": "testi|testes|orchi|scrot",
    "gastrectomy": "stomach|gastr|antr",
    "o?esophagectomy": "esophag",
    "(?:hemi)?colectomy": "colon|colic|colec|bowel|sigmoid|c[ae]+cum|ileoc|rect",
    "prostatectomy": "prostat",
    "cystectomy": "bladder|vesic|cyst",
    "thyroidectomy": "thyroid",
    "parathyroidectomy": "parathyroid",
    "adrenalectomy": "adrenal",
    "mastectomy": "breast|mamm|mast",
    "pneumonectomy": "lung|pulmon|pneumon",
    "lobectomy": "lobe|lobec|lung",
    "hepatectomy": "liver|hepat|lobe|segment",
    "(?:pancreatectomy|pancreatoduodenectomy|pancreaticoduodenectomy)": "pancrea|whipple",
    "thymectomy": "thym",
    "thrombectomy": "thromb|clot",
    "embolectomy": "embol|clot",
    "endarterectomy": "endarter|plaque|carotid",
    "vitrectomy": "vitre",
    "laminectomy": "lamin|decompress|spin",
    "tonsillectomy": "tonsil",
    "amputation": "amputat|disartic|toe|leg|foot|finger|limb|ray",
}
_UNTOLD = ("title", "keywords", "learning_points")
_ACTION = lazily(
    r"remov|resect|excis|ectom|extirpat|taken out|explant|operat|surg|laparo|thorac|ablat|dissect|enucleat|disartic"
)
_OTHER = {  # a treatment, and the words of which one must show it
    "arthroplasty": "arthroplast|replac|prosthes|implant",
    "craniotomy": "crani|bone flap|skull|burr|trepan",
    "tracheo(?:s)?tomy": "trache",
    "embolization": "embol|coil|angiogr|particles|glue|onyx",
    "coiling": "coil|embol",
    "clipping": "clip",
    "stenting": "stent",
    "stent placement": "stent",
    "angioplasty": "angioplast|balloon|dilat|stent|percutaneous|pci",
    "thrombolysis": "lysis|lytic|teplase|kinase|tpa|lysed",
    "radiotherapy": r"radi(?:o|at)|irradi|\bgy\b|linac|cyberknife|brachy|proton",
    "chemotherapy": "chemo|cycle|platin|taxel|rubicin|mab|folf|regimen|cytotox|fluoro|citabine|tinib|vincr|poside"
    "|methotrex|cyclophos|hydroxyurea|imatinib",
    "plasmapheresis": "pheresis|plasma exchange|plasma-exchange|tpe|plex",
    "plasma exchange": "pheresis|plasma exchange|plasma-exchange|tpe|plex",
    "h?a?emodialysis": r"dialy|filtrat|crrt|renal replacement|cvv|\bhd\b",
    "pericardiocentesis": "pericardi",
    "thoracentesis": "thora|pleur|chest tube|drain",
    "paracentesis": "paracent|ascit|tap",
    "pericardial window": "window|pericardi",
    "sphincterotomy": "sphincterot|papillot|ercp|endoscopic retrograde",
    "cardioversion": "cardiover|shock|defibrill|electric|sinus rhythm",
    "defibrillation": "defibrill|shock|cardiover",
    "liver transplantation": "transplant|graft",
    "(?:kidney|renal) transplantation": "transplant|graft",
    "heart transplantation": "transplant|graft",
    "bone marrow transplantation": "transplant|stem cell|hsct|marrow",
    "skin graft(?:ing)?": "graft|flap|skin",
    "lithotripsy": "lithotrip|eswl|laser|fragment|stone",
    "hyperbaric oxygen(?: therapy)?": "hyperbaric|hbo",
    "electroconvulsive therapy": r"electroconv|\bect\b",
    "phototherapy": "photother|light|uv",
}
_NAMES = (*_TAKEN_OUT, *_OTHER)
_ANY = "|".join(_NAMES)
_SIGNS = (  # one of these every name has
    "ectomy", "amput", "plasty", "otomy", "emboli", "coil", "clip", "stent", "lysis", "therapy", "pheres", "plasma",
    "centesis", "version", "fibrill", "transpl", "window", "graft", "tripsy", "oxygen",
)  # fmt: skip
_SAID = lazily(
    rf"\b(?:{GOT}|(?:treated|managed|relieved|controlled) by) (?:(?!no\b|without\b|not\b)[\w-]+,? ){{0,4}}?"
    rf"(?P<got>{_ANY})\b"
    rf"|\b(?P<done>{_ANY})(?: of the [a-z -]{{3,40}}?)? (?:was|were) (?:\w+ )?{DONE}\b"
)
_NOT_THEN = lazily(
    rf"{NOT_DONE}|\b(?:no|not|without|never|refus\w*|declin\w*|instead|rather|avoid\w*|after|following|since|had|years"
    r"|patients|awaiting|before|until|who)\b"
)
_ENOUGH = 10  # words of a case that tells what was done


def not_in_case(reading: Reading) -> Iterator[tuple[Passage, str]]:
    """Each treatment that a summary says was carried out and the case shows in no words: its place, and its name."""
    for stretch in reading.stretches:
        lower = stretch.lower
        if part_at(reading, stretch.sentence.block) != "echo" or not any(sign in lower for sign in _SIGNS):
            continue
        if stretch.section.role in _UNTOLD or stretch.block.kind == "legend" or _NOT_THEN.search(lower):
            continue
        for match in _SAID.finditer(lower):
            group = match.lastgroup or "got"
            start = stretch.offset + match.start(group)
            case = reading.once(_case)
            if (
                case
                and of_patient(reading, stretch.sentence.index, start)
                and not _is_shown(match[group], case)
            ):
                yield Passage(stretch.sentence.block, start, start + len(match[group])), match[group]


def _case(reading: Reading) -> list[str]:
    """The sentences of the case, in small letters; none where they are too few."""
    case = [stretch.lower for stretch in reading.stretches if _tells(reading, stretch)]
    return case if sum(text.count(" ") for text in case) >= _ENOUGH else []


def _tells(reading: Reading, stretch: Stretch) -> bool:
    """Whether a sentence is of the case, its legends or its tables."""
    return part_at(reading, stretch.sentence.block) == "body" or stretch.block.kind in ("legend", "table")


def _is_shown(name: str, case: list[str]) -> bool:
    known = next(each for each in _NAMES if re.fullmatch(each, name))
    shown = re.compile(_TAKEN_OUT.get(known) or _OTHER[known])
    if known in _OTHER:
        return any(shown.search(text) for text in case)
    own = name[: len(name) - len("tomy")]  # `splenec`, which `splenic` is not
    return any(own in text or (shown.search(text) and _ACTION.search(text)) for text in case)
