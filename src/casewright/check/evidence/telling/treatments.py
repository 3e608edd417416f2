"""Operations and treatments that a summary has, and whether the rest of the report shows them in any words.

An operation is shown by its own name in any form, or by the part that it is of in a sentence that tells what was done;
any other treatment by one of its words. A report that shows a treatment in words that are not listed here is why the
lists of words are wide: what is not shown is held against the summary.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from casewright.check.evidence.denial.care import DONE, GOT, NOT_DONE
from casewright.check.evidence.text.around import places_of_words, vocabulary
from casewright.check.evidence.text.extent import is_excerpt
from casewright.check.evidence.text.parts import of_others, of_patient, part_at
from casewright.check.evidence.text.passage import Passage
from casewright.document.mentions.stretch import Stretch
from casewright.document.mentions.wordset import ByFewWords, ByWord
from casewright.document.reading import Reading
from casewright.patterns import lazily

_PARTS = {  # the first letters of operations, and with what the words begin that name the part, or the way
    "adre": "adrenal", "ampu": "amputat|disartic|toe|leg|foot|finger|limb|ray", "appe": "append", "arth": "joint",
    "bron": "endosc|airway", "chol": "gall ?bladder|cholecyst|bili",
    "cole": "colon|colic|colec|bowel|sigmoid|c[ae]+cum|ileoc|rect", "colo": "colon|bowel|endosc",
    "cran": "skull|open", "cyst": "bladder|vesic|cyst|endosc", "embo": "(?:thrombo)?embol|clot",
    "enda": "endarter|plaque|carotid", "esop": "o?esophag|endosc", "gast": "stomach|gastr|antr|endosc",
    "hepa": "liver|hepat|lobe|segment", "hyst": "uter|hyster|womb", "kera": "corne", "lami": "lamin|decompress|spin",
    "lapa": "abdom|open|explor", "lary": "endosc|cords", "lobe": "lobe|lobec|lung", "mast": "breast|mamm|mast",
    "neph": "kidn|renal|(?:hydro)?nephr", "oeso": "o?esophag|endosc", "ooph": "ovar|adnex|salping|oophor",
    "orch": "testi|testes|orchi|scrot", "panc": "pancrea|whipple", "para": "parathyroid|tap|ascit|chamber",
    "phle": "vein", "pneu": "lung|pulmon|pneumon", "pros": "prostat", "salp": "ovar|adnex|salping|oophor",
    "sple": "splen|spleen", "ster": "chest|stern", "thor": "chest|open", "thro": "thromb|clot", "thym": "thym",
    "thyr": "thyroid", "tons": "tonsil", "vitr": "vitre",
}  # fmt: skip
_ROOT = 4  # letters by which the part that an operation is of is known
_STEM = 5  # letters at least by which an operation is known in other words
_ENDINGS = (
    "ectomy", "otomy", "ostomy", "oscopy", "oplasty", "odesis", "opexy", "otripsy", "orrhaphy", "ocentesis",
)  # fmt: skip
_REMOVED = lazily(
    r"remov|resect|excis|ectom|extirpat|amputat|taken|explant|operat|surg|laparo|thorac|ablat|dissect|enucleat|disartic"
)
_DONE = lazily(  # by an operation that takes nothing out
    r"\b(?:opened|opening|incis|drain|fixed|fixation|repair|reconstruct|explor|inspect|punctur|aspirat|fragment|crush"
    r"|sutur|endosc)"
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
_ANY = rf"(?:hemi)?(?:{'|'.join(_PARTS)})[a-z-]*ectomy|amputation|{'|'.join(_OTHER)}"
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
_UNTOLD = ("title", "keywords", "learning_points")
_SUMMARIES = ("title", "abstract.case", "abstract", "keywords", "core_tip", "highlights")
_ASIDE = ("abstract.background", "abstract.conclusion")
_ENOUGH = 10  # words of a case that tells what was done
_TOLD = 2  # sentences that tell of the operation that the case has


class _Signs(NamedTuple):
    """What shows a treatment in a sentence: one of its words, or the part that it is of beside what was done."""

    words: re.Pattern[str]
    part: re.Pattern[str] | None = None
    done: re.Pattern[str] = _DONE

    def stand_in(self, lower: str) -> bool:
        if self.words.search(lower) is not None:
            return True
        if self.part is None or self.done.search(lower) is None:
            return False
        return self.part.search(_OPERATION.sub(" ", lower)) is not None


def _signs(name: str) -> _Signs:
    for treatment, shown in _OTHER.items():
        if re.fullmatch(treatment, name):
            return _Signs(re.compile(shown))
    own = name[: max(_STEM, len(name) - len("tomy"))]  # `splenec`, which `splenic` is not
    root = name.removeprefix("hemi")[:_ROOT]
    part = re.compile(rf"\b(?:{root}|{_PARTS.get(root, root)})")
    return _Signs(re.compile(own), part, _REMOVED if name.endswith(("ectomy", "amputation")) else _DONE)


_SHOWN_BY = ByWord(_signs)
_OPERATION = lazily(rf"\b(?!endoscop)\w*(?:{'|'.join(_ENDINGS)})\b")  # endoscopy is a way, of no part
_OPERATIONS = ByFewWords(lambda word: word.endswith(_ENDINGS))


def _is_shown(name: str, sentences: Iterable[str]) -> bool:
    return any(map(_SHOWN_BY[name].stand_in, sentences))


def not_in_case(reading: Reading) -> Iterator[tuple[Passage, str]]:
    """Each treatment that a summary says was carried out and the case shows in no words: its place, and its name."""
    for stretch in reading.stretches:
        lower = stretch.lower
        if part_at(reading, stretch.sentence.block) != "echo" or not any(sign in lower for sign in _SIGNS):
            continue
        if stretch.section.role in _UNTOLD or stretch.block.kind == "legend" or _NOT_THEN.search(lower):
            continue
        for match in _SAID.finditer(lower):
            name, case = match[match.lastgroup or "got"], reading.once(_case)
            start = stretch.offset + match.start(match.lastgroup or "got")
            if case and of_patient(reading, stretch.sentence.index, start) and not _is_shown(name, case):
                yield Passage(stretch.sentence.block, start, start + len(name)), name


def named_once(reading: Reading) -> Iterator[tuple[Passage, str, Passage, str]]:
    """Each operation that a summary names and nothing else in the report shows, where the case tells of another.

    `Sigmoidectomy` in the title of a report whose case tells of a colotomy: the place and the name of both.
    """
    places, named = reading.once(places_of_words), _OPERATIONS.among(reading.once(vocabulary))
    if len(named) < 2 or reading.once(is_excerpt):
        return
    for name in sorted(named):
        own = reading.stretches[places[name][0]]
        if len(places[name]) > 1 or not _is_summary(reading, own):
            continue
        if own.section.role.startswith("keywords") and name.endswith("scopy"):
            continue  # the art, of which the case names a kind: `dermoscopy` of a trichoscopy
        if any(name != other and name.endswith(other) for other in named):
            continue  # `hemicolectomy` beside `colectomy`
        if not _is_shown(name, (stretch.lower for stretch in reading.stretches if stretch is not own)):
            case = _most_told(reading, named.keys() - {name})
            if case is not None:
                yield _place(own, name), name, _place(*case), case[1]


def _case(reading: Reading) -> list[str]:
    """The sentences of the case, its legends and its tables, in small letters; none where they are too few."""
    case = [
        stretch.lower
        for stretch in reading.stretches
        if part_at(reading, stretch.sentence.block) == "body" or stretch.block.kind in ("legend", "table")
    ]
    return case if sum(text.count(" ") for text in case) >= _ENOUGH else []


def _is_summary(reading: Reading, stretch: Stretch) -> bool:
    role = stretch.section.role
    plain = role.startswith(_SUMMARIES) and not role.startswith(_ASIDE) and stretch.block.kind != "heading"
    return plain and not of_others(reading, stretch.sentence.index)


def _most_told(reading: Reading, named: set[str]) -> tuple[Stretch, str] | None:
    """The sentence of the case that first names the operation of which the report tells most, with its name."""
    told: Counter[str] = Counter()
    first: dict[str, Stretch] = {}
    for word in sorted(named):
        for stretch in (reading.stretches[number] for number in reading.once(places_of_words)[word]):
            told[word] += 1
            if part_at(reading, stretch.sentence.block) == "body":
                first.setdefault(word, stretch)
    known = [word for word, count in told.most_common() if word in first and count >= _TOLD]
    return (first[known[0]], known[0]) if known else None


def _place(stretch: Stretch, word: str) -> Passage:
    start = stretch.offset + stretch.lower.index(word)
    return Passage(stretch.sentence.block, start, start + len(word))
