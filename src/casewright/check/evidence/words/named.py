"""Drugs and organisms by name: what is given and what is grown has one name wherever it is told.

Drugs are known by the common stems of international nonproprietary names (WHO, The use of stems in the selection of
international nonproprietary names for pharmaceutical substances, 2018), in groups of one use; organisms by their genus.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from casewright.check.evidence.text.around import stretches_with, vocabulary, words_at
from casewright.check.evidence.text.parts import Part, of_others, of_patient, part_at
from casewright.check.evidence.text.passage import Passage, factual
from casewright.check.evidence.words.lexicon import drugs_named
from casewright.check.evidence.words.viruses import VIRUS_WORDS, viruses_in
from casewright.document.mentions.drugs import drug_name, group_of
from casewright.document.mentions.stretch import Stretch
from casewright.document.mentions.wordset import words
from casewright.document.reading import Reading
from casewright.patterns import lazily

GENERA = words(
    "acinetobacter actinomyces aeromonas aspergillus bacteroides bartonella bordetella borrelia brucella burkholderia"
    " campylobacter candida chlamydia chlamydophila citrobacter clostridium clostridioides corynebacterium coxiella"
    " cryptococcus cutibacterium echinococcus entamoeba enterobacter enterococcus escherichia fusarium fusobacterium"
    " gemella haemophilus helicobacter histoplasma klebsiella lactobacillus legionella leishmania leptospira listeria"
    " moraxella morganella mycobacterium mycoplasma naegleria neisseria nocardia pasteurella plasmodium pneumocystis"
    " prevotella proteus providencia pseudomonas rhizopus rickettsia salmonella schistosoma serratia shigella"
    " staphylococcus stenotrophomonas strongyloides streptococcus toxoplasma treponema trichomonas trichosporon"
    " trypanosoma ureaplasma vibrio yersinia"
)
SPECIES = {
    "aureus": "staphylococcus", "epidermidis": "staphylococcus", "coli": "escherichia", "baumannii": "acinetobacter",
    "aeruginosa": "pseudomonas", "albicans": "candida", "glabrata": "candida", "fumigatus": "aspergillus",
    "faecalis": "enterococcus", "faecium": "enterococcus", "mirabilis": "proteus", "cloacae": "enterobacter",
    "pylori": "helicobacter", "monocytogenes": "listeria", "marcescens": "serratia", "maltophilia": "stenotrophomonas",
}  # fmt: skip
"""The genus of a species whose name, with the genus cut short, tells it: `S. aureus`."""
ORGANISMS = GENERA | SPECIES.keys()
_NAMED = lazily(
    rf"\b(?P<genus>[A-Z][a-z]{{4,}}|{'|'.join(sorted(GENERA))}|[A-Z]\.)\s"
    r"(?P<species>[a-z]{2,}(?:[lrtnehsz]i|ai|us|um|is|a|ans|ae|ii|le|ne|es|ens|yr|ax))\b"
)
_NO_SPECIES = lazily(
    r"(?!(?:cap|m)itis).*(?:emia|itis|osis|ia|species|culture|urethra|disease|was|tes|nies|ores|hyphae|larvae"
    r"|bacteria|anti)"
)
_WITHSTOOD = lazily(r"[\s-](?:and [a-z]+[\s-])?(?:non-?)?(?:resist|suscept|sensitiv|intermediate)")
_WITHSTANDS = lazily(
    r"\b(?:resist\w*|(?:non-?)?suscept\w*|(?:in)?sensitiv\w*) (?:only )?(?:to|against)\b[^.;()]*\Z"
)
_GROWN = lazily(
    r"\b(?:gr[eo]w\w*|yield\w*|identified|isolated|reveal\w*|show\w*|confirm\w*|positive (?:for|with)|return\w*"
    r"|support\w*|indicat\w*|detect\w*|caused by|found)\b[^.;]{0,60}\Z"
)
_WAS_GROWN = lazily(  # `Nocardia farcinica was isolated`
    r"[^.;,]{0,25}\s(?:was|were) (?:\w+ )?(?:gr[eo]wn|cultured|isolated|detected|identified|found|recovered)\b"
)
NOT_GROWN = words("no not without negative excluded ruled versus first initially presumed suspected")
_LATER = words(
    "further second later subsequent subsequently another repeat repeated again then also additionally"
)
_SPECIMENS = words(
    "blood sputum urine stool wound line tip catheter nose throat skin pus swab bile ascites cerebrospinal csf pleural"
    " lavage tissue ear bone valve synovial aspirate"
)
_APART = 60  # characters between two organisms of one sentence that does not list them
_LISTED = 120  # characters over which a list of what an organism withstands may reach
INFECTING = frozenset({"organism", "virus"})  # groups of which a patient with one has, as a rule, no other
_CAUSING = lazily(r"\b(?:due to|caused by|secondary to)(?: (?:an?|the|human))? \Z")
_OUR = lazily(
    r"\b(?:[Oo]ur|[Tt]his|[Pp]resent) (?:present |own )?(?:patient|case|report)\b|\b[Ww]e (?:present|report|describe)"
)
_PATIENT = lazily(r"\b[Tt]he patient\b(?! with)")
_SOMEBODY = lazily(
    r"\b\d{1,3}-(?:year|month|week|day)s?-old\b"
    r"|\b(?:first|second|third|fourth|last|previous|other|another|one) (?:case|patient|report)\b"
)
_LIKENED = lazily(
    r"\b(?:similar to|like|unlike|possible)\b[^.;,]*\Z"
)  # `similar to that with mycoplasma pneumoniae`


@dataclass(frozen=True, slots=True)
class Name:
    """A drug or an organism where it is named; `group` is what it may be mistaken within."""

    place: Passage
    sentence: int
    group: str
    name: str
    part: Part


def names(reading: Reading) -> tuple[Name, ...]:
    """The drugs and organisms that the manuscript and its key words name, not its references and statements."""
    given = reading.once(drugs_named)
    said = reading.once(vocabulary)
    genera, germs = said & GENERA, said & (SPECIES.keys() | VIRUS_WORDS)
    telling = given | genera | germs
    return tuple(
        name
        for stretch in (reading.stretches if genera else stretches_with(reading, given | germs))
        if (not stretch.words.isdisjoint(telling) or ". " in stretch.text)
        and stretch.block.kind != "table"
        and (factual(stretch.section.role) or stretch.section.role == "keywords")
        for name in sorted(_in_stretch(reading, stretch, given, genera), key=lambda each: each.place)
    )


def of_case(reading: Reading, name: Name) -> bool:
    """Whether a name is of what this patient was given or had; outside the case the sentence must say so."""
    sentence = reading.sentences[name.sentence]
    text = reading.blocks[name.place.block][1].text
    if name.part == "other" and not _is_ours(reading, name, text):
        caused = _CAUSING.search(text, sentence.start, name.place.start) is not None
        if name.group not in INFECTING or not caused or of_others(reading, name.sentence):
            return False
    return of_patient(reading, name.sentence, name.place.start)


def _is_ours(reading: Reading, name: Name, text: str) -> bool:
    """Whether a sentence of a discussion names our patient, or `the patient` in a paragraph that had nobody else."""
    sentence = reading.sentences[name.sentence]
    if _LIKENED.search(text, sentence.start, name.place.start):
        return False
    if _OUR.search(text, sentence.start, sentence.end):
        return True
    if _PATIENT.search(text, sentence.start, sentence.end) is None or _SOMEBODY.search(text, 0, sentence.end):
        return False
    paragraph = takewhile(
        lambda index: reading.sentences[index].block == sentence.block, range(name.sentence, -1, -1)
    )
    return not any(of_others(reading, index) for index in paragraph)


def same_name(one: str, other: str) -> bool:
    """Whether two names are one, in another spelling or cut short: `C. albicans`, `oleanzapine`."""
    if one.endswith("virus") or other.endswith("virus"):
        return one == other
    if " " in one and " " in other:
        first, second = one.split(), other.split()
        return first[0][0] == second[0][0] and first[1][-6:] == second[1][-6:]
    one, other = drug_name(one), drug_name(other)
    if "heparin" in (one, other) and one.endswith("parin") and other.endswith("parin"):
        return True  # of low molecular weight
    return one == other or (one[-4:] == other[-4:] and one[0] == other[0] and _is_one_slip(one, other))


def _is_one_slip(one: str, other: str) -> bool:
    """Whether two names differ in one letter, or in `ph` and `y` for `f` and `i`."""
    one, other = (each.replace("ph", "f").replace("y", "i") for each in (one, other))
    first = next((at for at, (x, y) in enumerate(zip(one, other, strict=False)) if x != y), None)
    if first is None:
        return abs(len(one) - len(other)) <= 1
    rest, there = one[first:], other[first:]
    return rest[1:] == there or rest == there[1:] or rest[1:] == there[1:]


def other_species(reading: Reading, name: Name, organisms: list[Name]) -> list[Name]:
    """The organism of the genus of one that grew and is named but once, where it is one of another species.

    None where the two grew at two times, or in two specimens, or where the case has a third of the genus.
    """
    if name.part != "body" or not of_case(reading, name) or not grew(reading, name):
        return []
    own = [each for each in organisms if each.part != "other" or of_case(reading, each)]
    if sum(same_name(each.name, name.name) for each in own) > 1:
        return []
    others = [
        each
        for each in own
        if each.part != "echo"
        and _is_other_species(name.name, each.name)
        and of_case(reading, each)
        and words_at(reading, each.sentence).isdisjoint(NOT_GROWN)
        and (each.sentence != name.sentence or abs(each.place.start - name.place.start) > _APART)
    ]
    alone = len({each.name for each in others}) == 1
    return others if alone and not all(_grew_apart(reading, name, each) for each in others) else []


def _grew_apart(reading: Reading, one: Name, other: Name) -> bool:
    """Whether two organisms grew at two times, or in two specimens."""
    said = [words_at(reading, each.sentence) for each in (one, other)]
    if not (said[0] | said[1]).isdisjoint(_LATER):
        return True
    here, there = (words_said & _SPECIMENS for words_said in said)
    return bool(here and there) and here.isdisjoint(there)


def grew(reading: Reading, name: Name) -> bool:
    """Whether a sentence says outright that an organism was found."""
    text, start = reading.blocks[name.place.block][1].text, reading.sentences[name.sentence].start
    said = words_at(reading, name.sentence)
    said = said - {"negative"} if "except" in said else said  # `negative, except for a panel that confirmed`
    if not said.isdisjoint(NOT_GROWN):
        return False
    found = _GROWN.search(text, start, name.place.start) or _WAS_GROWN.match(text, name.place.end)
    return found is not None


def _is_other_species(one: str, other: str) -> bool:
    (genus, species), (genus_there, species_there) = one.split(), other.split()
    same = genus_there.startswith(genus.rstrip(".")) or genus.startswith(genus_there.rstrip("."))
    return same and species[:4] != species_there[:4] and species[-6:] != species_there[-6:]


def _in_stretch(
    reading: Reading, stretch: Stretch, drugs: frozenset[str], genera: frozenset[str]
) -> Iterator[Name]:
    told = stretch.lower
    for word in stretch.words & drugs:
        start = _given_at(told, word)
        if start >= 0:
            yield _name(reading, stretch, start, word, group_of(word))
    for first, last, virus in viruses_in(stretch):
        yield _name(reading, stretch, first, virus, "virus", last - first)
    known = not stretch.words.isdisjoint(genera | SPECIES.keys())
    if known or (genera and ". " in stretch.text):
        initials = {genus[0] for genus in genera}
        for match in _NAMED.finditer(stretch.text):
            genus, species = match["genus"].lower(), match["species"]
            is_short = genus.endswith(".") and genus[0] in initials | {SPECIES.get(species, " ")[0]}
            if (genus in genera or is_short) and not _NO_SPECIES.fullmatch(species):
                yield _name(reading, stretch, match.start(), f"{genus} {species}", "organism")


def _given_at(told: str, word: str) -> int:
    """Where a sentence names a drug as one that is given, not as what an organism withstands; -1 where nowhere."""
    start = told.find(word)
    while start >= 0 and (
        _WITHSTOOD.match(told, start + len(word)) or _WITHSTANDS.search(told, max(0, start - _LISTED), start)
    ):
        start = told.find(word, start + len(word))
    return start


def _name(
    reading: Reading, stretch: Stretch, start: int, name: str, group: str, length: int | None = None
) -> Name:
    block, begin = stretch.sentence.block, stretch.offset + start
    place = Passage(block, begin, begin + (len(name) if length is None else length))
    part = "echo" if stretch.section.role == "keywords" else part_at(reading, block)
    return Name(place, stretch.sentence.index, group, name, part)
