"""Words of which one excludes the others: the parts of an organ, the ways of an operation.

A patient's lesion is in the head or in the tail of the pancreas; an operation is open or laparoscopic. Each family has
one pattern; what it finds is given as (family, value).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import chain
from typing import Literal, NamedTuple

from casewright.check.evidence.text.around import matches_around, matches_at, vocabulary
from casewright.check.evidence.text.parts import Part, of_patient, part_at, words_of
from casewright.check.evidence.text.passage import Passage, told_texts
from casewright.check.evidence.text.texts import Texts, texts_of
from casewright.check.evidence.words.families import SITES
from casewright.check.evidence.words.family import Family
from casewright.check.evidence.words.kinds import KINDS
from casewright.check.evidence.words.means import MEANS
from casewright.check.evidence.words.modifiers import modified
from casewright.check.evidence.words.samewords import SAME
from casewright.check.evidence.words.shown import SHOWN
from casewright.check.evidence.words.structures import STRUCTURES
from casewright.check.evidence.words.ways import WAYS
from casewright.check.evidence.words.wording import stem
from casewright.document.mentions.wordset import words
from casewright.document.reading import Reading
from casewright.patterns import lazily

_HEADS = (
    r"\w*(?:ectomy|otomy|ostomy|plasty|scopy|pexy)|resection|repair|drainage|biopsy|fixation"
    r"|enucleation|excision|ligation"
    r"|embolization|reduction|replacement|bypass"
)
_WAY = lazily(
    rf"\b(laparoscopic(?:ally)?|open|robotic|robot-assisted|endoscopic|percutaneous|thoracoscopic"
    rf"|transvaginal|transabdominal(?! pre-?peritoneal))"
    rf"[ -](?:assisted )?(?:(?!and|or|with|was|surgery|the\b)[\w-]+ ){{0,2}}?({_HEADS})\b",
    re.IGNORECASE,
)
_EXTENT = lazily(
    r"\b(?:(total|subtotal|near-total|partial|distal|proximal|radical|simple) |(hemi))(?:abdominal "
    r"|laparoscopic )?([a-z]{3,24}ectomy)\b",
    re.IGNORECASE,
)
_LEVEL = lazily(
    r"(?P<a>[CTL])(?<![\w-][CTL])(?P<n>\d{1,2})(?:\s?[-/–]\s?(?P<b>[CTLS])?(?P<m>\d{1,2}))(?![\w%]|\.\d)"
)
_JOINED = lazily(
    r"(?<![\w-])(?P<a>[CTL])(?P<n>\d{1,2})(?: and | to | through "
    r"|(?:\s?[-–]\s?))(?P<b>[CTLS])(?P<m>\d{1,2})(?![\w%/]|\.\d)"
)
_GRADED = lazily(  # nothing stands before the names, which are so found faster
    r"(?P<scale>Frankel|ASIA|NYHA|Child-Pugh|ECOG|Clavien-Dindo|FIGO|Fuhrman|Hunt and Hess|Fisher"
    r"|Garden|Gartland|Killip|Forrest"
    r"|Bismuth|Los Angeles|Siewert|Bormann"
    r"|Rutherford|Gustilo|Salter-Harris|Schatzker|Fontaine|Hinchey|Todani|Strasberg)"
    r"(?: impairment scale| functional| classification)?(?: class"
    r"| grade| stage| type| score)?"
    r" (?P<grade>I{1,3}V?|IV|VI?|[A-E]|\d)[ab]?(?![\w-])"
)
# `superior and inferior mesenteric veins` names both, `open, as opposed to laparoscopic approach` the first.
_BESIDE = lazily(
    r"\b(?P<word>\w+)(?:-?,? (?:and|or|as well as|and/or)"
    r"|(?P<instead>,? (?:as opposed to|rather than|instead of|and not))) (?:an? |the )?\Z"
)
# What may be needed is not what was done: `may need to convert to an open procedure`.
_SUPPOSED = lazily(
    r"\b(?:may|might|could|should|if|unless|whether|apparently|seemingly|presumabl[ey]|presumed|initially"
    r"|thought|believed|suspected|assumed|differential)\b"
    r"[^.;:\n]{0,45}\Z",
    re.IGNORECASE,
)
_DENIED = lazily(  # `no perinephric abscess`
    r"\b(?:no|not|without|absence of|nor|neither)"
    r"(?: (?!only|since|after|until|but|with|and|in|by|for)[a-z-]+){0,3}? \Z",
    re.IGNORECASE,
)
_SUSPECTED = lazily(  # `a malignant tumor was suspected`
    r"[^.;:,\n]{0,45}?\s(?:was|were|is)\s(?:\w+ly\s|first\s|at first\s)?(?:suspected|considered|presumed|assumed|feared"
    r"|thought|ruled out|excluded|planned|discussed|entertained)\b"
)
_FORMER = lazily(  # an operation of other years, or of another hospital
    r"\b(?:years?|months?) (?:before|ago|earlier|previously|prior)\b|\belsewhere\b|\bhad previously\b|\bpreviously"
    r"|\b(?:medical|surgical|past) history\b|\bhistory of\b",
    re.IGNORECASE,
)
_SOUND = lazily(  # `the right coronary artery and the circumflex artery were normal`
    r"[^.;:,\n]{0,45}?\s(?:was|were|is|are|appeared|looked)\s(?:both\s|all\s|\w+ly\s)?"
    r"(?:normal|unremarkable|patent|spared|unaffected|healthy|not (?:affected|involved|diseased))\b"
)
_SELDOM = 3  # places of a value that may be a slip
_AHEAD = 55  # characters before a choice in which it may be told as supposed
_NAMES = r"(?:V[1-6]|[1-6]|aV[RLF]|I{1,3})(?!\w)"
_OPERATIONS = WAYS + MEANS
_KINDS = KINDS + SHOWN
_SITES = SITES + STRUCTURES
_OPERATION_LETTERS, _KIND_LETTERS, _SITE_LETTERS = (
    frozenset(need for family in families for need in family.needs)
    for families in (_OPERATIONS, _KINDS, _SITES)
)
_LEADS = lazily(
    rf"\bST[- ](?:segment )?(?:(?P<what>elevations?|depressions?)[^.;,()]{{0,30}}?) in (?:the )?"
    rf"(?:(?:\w+ )?leads? "
    rf"(?P<leads>V[1-6](?!\w)(?:(?:, and | and |, |\s?[-–]\s?| to | through )(?:V[1-6]|[1-6])(?!\w))*"
    rf"|(?:aV[RLF]|I{{1,3}})(?!\w)(?:(?:, and | and |, ){_NAMES})*)"
    rf"|(?P<wall>(?:infero|antero)?(?:inferior|anterior|lateral|septal)(?: and (?:inferior|anterior|lateral))?) leads)"
)
_WALLS = {
    "inferior": ("II", "III", "aVF"),
    "anterior": ("V1", "V2", "V3", "V4"),
    "lateral": ("I", "aVL", "V5", "V6"),
}  # Thygesen et al. 2018, doi:10.1161/CIR.0000000000000617
_LEAD = lazily(r"(?P<to>[-–]\s?|to |through )?(?P<name>V[1-6]|\b[1-6]|aV[RLF]|I{1,3})(?!\w)")
_SPINE = lazily(r"[CTL]\d")  # what every level has, found in one pass
_SCALES = words(
    "frankel asia nyha pugh ecog clavien figo fuhrman hess fisher garden gartland killip forrest bismuth angeles"
    " siewert bormann rutherford gustilo salter schatzker fontaine hinchey todani strasberg"
)
_WAYS = words(
    "laparoscopic laparoscopically open robotic robot endoscopic percutaneous thoracoscopic transvaginal transabdominal"
)
_How = Literal["", "once", "many", "loose"]


class Chosen(NamedTuple):
    """One of several words that exclude one another, where it stands."""

    place: Passage
    family: str
    value: str
    part: Part
    about: bool
    how: _How = ""  # whether the patient has but one of the family, or the report many


def sites(reading: Reading) -> tuple[Chosen, ...]:
    """The parts of organs and the spinal levels that are named."""
    return _found(reading, _SITES, _SITE_LETTERS, _levels_in)


def procedures(reading: Reading) -> tuple[Chosen, ...]:
    """The ways and extents of the operations that are named."""
    return _found(reading, _OPERATIONS, _OPERATION_LETTERS, _operations_in)


def kinds(reading: Reading) -> tuple[Chosen, ...]:
    """The kinds of the disease that are named."""
    return _found(reading, _KINDS, _KIND_LETTERS, _leads_in)


def level_of(match: re.Match[str]) -> str:
    """The normal form of a pair of vertebrae: `T11/T12` for T11-12."""
    return f"{match['a']}{match['n']}/{match['b'] or match['a']}{match['m']}"


LEVEL = _LEVEL
_Choice = tuple[int, int, str, str, _How]  # start, end, family, value, how many of the family there are
_Named = tuple[int, int, _Choice, Texts]  # a choice with its block, its place there, and the texts it is of
_Finder = Callable[[Texts, frozenset[str]], Iterator[_Choice]]


def _found(
    reading: Reading, asked: tuple[Family, ...], letters: frozenset[str], others: _Finder
) -> tuple[Chosen, ...]:
    """The choices of the families of which the manuscript names two values or more."""
    told, said = reading.once(told_texts), reading.once(vocabulary)
    there = frozenset(filter(told.letters.__getitem__, letters))
    families = [family for family in asked if family.may_differ(said, there)]
    named: dict[str, list[_Named]] = {}
    for texts in (told, *reading.once(_keywords)):
        for choice in chain(_of_families(texts, said, families), others(texts, said)):
            if asked is _SITES and _SOUND.match(texts.text, choice[1]):
                continue
            text, start = texts.place(choice[0])
            if reading.blocks[text.block][1].kind != "heading":
                named.setdefault(choice[2], []).append((text.block, start, choice, texts))
    return tuple(
        _chosen(reading, each, former=asked is _OPERATIONS)
        for each_named in named.values()
        if _may_contradict([each[2] for each in each_named])
        for each in sorted(each_named, key=lambda each: each[:2])
    )


def _keywords(reading: Reading) -> tuple[Texts, ...]:
    """The key words, where there are any: they state no facts and yet name what the case has."""
    blocks = enumerate(reading.blocks)
    found = [(number, block.text) for number, (section, block) in blocks if section.role == "keywords"]
    return (texts_of(found),) if found else ()


def _may_contradict(choices: list[_Choice]) -> bool:
    """Whether there are two values, and any so seldom that it may be a slip, where a patient may have several."""
    counts = Counter(choice[3].lower() for choice in choices)
    if len(counts) < 2 or choices[0][4] != "loose" or len(choices) <= _SELDOM:
        return len(counts) > 1
    return min(counts.values()) <= _SELDOM


def _chosen(reading: Reading, named: _Named, *, former: bool) -> Chosen:
    block, offset, (start, end, family, value, how), texts = named
    begin, whole = start - offset, texts.text
    place = Passage(block, offset, end - begin)
    index = reading.sentence_at(block, place.start)
    about = of_patient(reading, index, place.start)
    about = about and _SUPPOSED.search(whole, max(begin, start - _AHEAD), start) is None
    about = about and _DENIED.search(whole, max(begin, start - _AHEAD), start) is None
    about = about and _SUSPECTED.match(whole, end) is None
    if about and (former or family.startswith("way of giving")):
        about = _FORMER.search(words_of(reading, reading.sentences[index])) is None
    value = SAME.get(value.lower(), value.lower() if _is_word(value) else value)
    table = reading.blocks[block][1].kind == "table"  # repeats what the text tells
    return Chosen(place, family, value, "echo" if table else part_at(reading, block), about, how)


def _is_word(value: str) -> bool:
    """Whether a value is no short name, nor a list of them: its capitals mean nothing."""
    return value.islower() or (len(value) > 7 and ", " not in value)


def _levels_in(told: Texts, said: frozenset[str]) -> Iterator[_Choice]:
    text = told.text
    spine = [match.start() for match in _SPINE.finditer(text)]
    for match in matches_at(_JOINED, text, spine):
        span = f"{match['a']}{match['n']}/{match['b']}{match['m']}"
        near = match["a"] == match["b"] and int(match["n"]) + 1 == int(match["m"])
        family = f"spinal level ({match['a']})" if near else "range of spinal levels"
        yield match.start(), match.end(), family, span, ""
    for match in () if said.isdisjoint(_SCALES) else _GRADED.finditer(text):
        if not text[max(0, match.start() - 1) : match.start()].isalnum():
            yield match.start(), match.end(), match["scale"].lower(), match["grade"].upper(), ""
    for match in matches_at(_LEVEL, text, spine):
        if int(match["n"]) + 1 == int(match["m"]) or match["b"] not in (None, match["a"]):
            yield match.start(), match.end(), f"spinal level ({match['a']})", level_of(match), ""


def _leads_in(told: Texts, _: frozenset[str]) -> Iterator[_Choice]:
    """The leads of an electrocardiogram that are told of, each by its name, and the walls that they see."""
    for match in matches_around(_LEADS, told.text, told.letters["lead"]):
        what, named = match["what"].lower().rstrip("s"), list(_leads(match["leads"] or ""))
        if named:
            yield match.start(), match.end(), f"place of the ST {what}", ", ".join(named), ""
        said = (match["wall"] or "").replace("septal", "anterior")
        walls = [
            wall for wall, leads in _WALLS.items() if wall[:5] in said or not set(leads).isdisjoint(named)
        ]
        yield match.start(), match.end(), f"wall of the ST {what}", " and ".join(walls), ""


def _leads(said: str) -> Iterator[str]:
    """The names of some leads: `V2 to V4` are three."""
    last = ""
    for lead in _LEAD.finditer(said):
        name = lead["name"] if lead["name"][0] in "IVa" else f"V{lead['name']}"
        if lead["to"] and last and last < name:
            yield from (f"V{number}" for number in range(int(last[-1]) + 1, int(name[1:])))
        yield name
        last = name


def _operations_in(told: Texts, said: frozenset[str]) -> Iterator[_Choice]:
    if len(said & _WAYS) > 1:
        for match in matches_at(_WAY, told.text, told.letters.of_any(said & _WAYS)):
            yield match.start(), match.end(), f"way of {stem(match[2])}", match[1].lower(), ""
    for match in matches_around(_EXTENT, told.text, told.letters["ectomy"]):
        extent = (match[1] or match[2]).lower()
        yield match.start(), match.end(), f"extent of {match[3].lower()}", extent, ""
    for start, end, family, value in modified(told.lower, told.letters, said):
        yield start, end, family, value, "loose"


def _of_families(told: Texts, said: frozenset[str], families: list[Family]) -> Iterator[_Choice]:
    """The choices of those families that the manuscript names at all."""
    text = told.text
    for family in families:
        how: _How = "once" if family.once else "many" if family.many else "loose" if family.loose else ""
        for match in family.matches(text, told.letters, said):
            named = match.groupdict().get("of")
            whose = family.pattern.groupindex.get("of")
            group = next(
                number for number, value in enumerate(match.groups(), 1) if value and number != whose
            )
            name = f"{family.name} ({SAME.get(named.lower(), named.lower())})" if named else family.name
            beside = _BESIDE.search(text, max(0, match.start() - 45), match.start())
            if beside and family.pattern.match(beside["word"] + text[match.end(group) : match.end()]):
                yield beside.start("word"), beside.end("word"), name, beside["word"].lower(), how
                if beside["instead"]:
                    continue
            yield match.start(), match.end(), name, match[group].lower().strip(), how
