"""What sentences tell of a variant beside its name: its exon, its codon, and on how many copies it is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from casewright.check.evidence.telling.slips import is_exchange
from casewright.check.evidence.text.around import stretches_with
from casewright.check.evidence.text.passage import Passage, factual
from casewright.check.evidence.values.variantnames import Told, names
from casewright.document.mentions.stretch import Stretch
from casewright.document.mentions.wordset import words
from casewright.document.reading import Reading
from casewright.patterns import lazily

_EXON = lazily(r"\bexon[\s-]?(?P<what>\d{1,3})\b(?![-–/]\d)", re.IGNORECASE)
_COPIES = lazily(r"\b(?P<what>homozyg|heterozyg)", re.IGNORECASE)
_PLACE = lazily(
    r"\b(?<!stop )(?<!termination )(?:codon|residue|amino acid(?: position)?|position) (?P<what>\d{1,4})\b"
)
_THE_SITE = lazily(
    r"\bthe (?:same )?(?:mutation|variant|deletion|insertion|substitution)(?: site)? (?:in|of) exon (?P<what>\d{1,3})\b"
)
_KIN = words(
    "parents mother father parent brother sister sibling siblings brothers sisters son daughter family families carrier"
    " carriers unaffected controls control relatives aunt uncle cousin cousins donor patients proband probands maternal"
    " paternal reported previously described allele alleles other another second or"
)
_PARENTS = words("parents mother father")
_HOMOZYGOUS_CARRIER = lazily(r"\bhomozyg\w+ carriers?\b(?! of (?:the )?factor)", re.IGNORECASE)
_LATER = lazily(r"\b(?:stop|terminat\w+|truncat\w+|later|downstream)\b")


class Beside(NamedTuple):
    """Something told of a variant, where it stands, and the sentence's variant."""

    at: Passage
    what: str
    of: Told


def exons(reading: Reading) -> Iterator[Beside]:
    """The exon of each variant that stands alone with one exon in a sentence."""
    return _alone(reading, words("exon"), _EXON, _may_be_dna)


def copies(reading: Reading) -> Iterator[Beside]:
    """On how many copies the patient has a variant that stands alone with the word for it in a sentence."""
    zygosity = words(
        "homozygous heterozygous homozygote heterozygote homozygosity heterozygosity homozygously"
    )
    for each in _alone(reading, zygosity, _COPIES, _is_any):
        stretch = reading.stretch_of(reading.sentence_at(each.at.block, each.at.start))
        if stretch.words.isdisjoint(_KIN) and "compound" not in stretch.words:
            yield each


def codons(reading: Reading) -> Iterator[Beside]:
    """The codons that sentences name in words with a protein whose number is another by a slip."""
    places = words("codon residue position")
    for each in _alone(reading, places, _PLACE, _is_protein):
        if each.what != each.of.digits and is_slip(each.what, each.of.digits):
            stretch = reading.stretch_of(reading.sentence_at(each.at.block, each.at.start))
            others = {told.digits for told in _named(reading, stretch)}
            if each.what not in others:
                yield each


def lone_exon(reading: Reading) -> Iterator[tuple[Passage, str, Beside]]:
    """`the mutation in exon 9` where every variant of the report is in another exon, which is one."""
    told = list(exons(reading))
    if len({each.what for each in told}) != 1:
        return
    every = [
        each for stretch in stretches_with(reading, words("exon")) for each in _EXON.findall(stretch.text)
    ]
    for stretch in stretches_with(reading, words("exon")):
        match = _THE_SITE.search(stretch.text) if factual(stretch.section.role) else None
        if match and match["what"] != told[0].what and every.count(match["what"]) == 1:
            yield _passage(stretch, match), match["what"], told[0]


def homozygous_carriers(reading: Reading) -> Iterator[Passage]:
    """Parents called homozygous carriers, of a patient who is homozygous: they would be ill as well."""
    stretches = stretches_with(reading, words("homozygous homozygote homozygotes"))
    if len(stretches) < 2:
        return
    for stretch in stretches:
        if not stretch.words.isdisjoint(_PARENTS) and (match := _HOMOZYGOUS_CARRIER.search(stretch.text)):
            yield _passage(stretch, match)


def is_slip(one: str, other: str) -> bool:
    """Whether two numbers differ in one digit, or in the order of two: `506` and `560`, `3` and `30`."""
    if len(one) == len(other):
        unlike = sum(a != b for a, b in zip(one, other, strict=True))
        return is_exchange(one, other) or (unlike == 1 and len(one) > 1)
    shorter, longer = sorted((one, other), key=len)
    return any(longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer)))


def _alone(
    reading: Reading, said: frozenset[str], pattern: re.Pattern[str], wanted: Callable[[Told], bool]
) -> Iterator[Beside]:
    for stretch in stretches_with(reading, said):
        if not factual(stretch.section.role) or stretch.block.kind == "table":
            continue
        matches = list(pattern.finditer(stretch.text))
        if len({match["what"].lower() for match in matches}) != 1:
            continue
        named = [told for told in _named(reading, stretch) if wanted(told)]
        if len({told.digits for told in named}) == 1:
            yield Beside(_passage(stretch, matches[0]), matches[0]["what"].lower(), named[0])


def _is_any(told: Told) -> bool:
    return bool(told.digits)


def _may_be_dna(told: Told) -> bool:
    return told.may_be_dna


def _is_protein(told: Told) -> bool:
    return not (told.may_be_dna or told.in_words)


def _named(reading: Reading, stretch: Stretch) -> list[Told]:
    sentence = stretch.sentence
    return [
        told
        for told in reading.once(names)
        if told.at.block == sentence.block and sentence.start <= told.at.start < sentence.end
    ]


def _passage(stretch: Stretch, match: re.Match[str]) -> Passage:
    return Passage(stretch.sentence.block, stretch.offset + match.start(), stretch.offset + match.end())
