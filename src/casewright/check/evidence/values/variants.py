"""Variants of a gene: the change of the coding DNA and that of the protein, as the HGVS nomenclature writes them."""

from __future__ import annotations

import re
from itertools import product
from typing import NamedTuple

from casewright.check.evidence.text.passage import Passage, scan
from casewright.document.reading import Reading
from casewright.patterns import lazily

LETTER = {
    "Ala": "A", "Arg": "R", "Asn": "N", "Asp": "D", "Cys": "C", "Gln": "Q", "Glu": "E", "Gly": "G", "His": "H",
    "Ile": "I", "Leu": "L", "Lys": "K", "Met": "M", "Phe": "F", "Pro": "P", "Ser": "S", "Thr": "T", "Trp": "W",
    "Tyr": "Y", "Val": "V", "Ter": "*", "X": "*",
}  # fmt: skip
ACID = rf"(?:{'|'.join(LETTER)}|[ACDEFGHIKLMNPQRSTVWY*])"

# The standard code, NCBI translation table 1; its bases run T, C, A, G, the third the fastest.
_CODE = dict(
    zip(
        ("".join(bases) for bases in product("TCAG", repeat=3)),
        "FFLLSSSSYY**CC*WLLLLPPPPHHQQRRRRIIIMTTTTNNKKSSRRVVVVAAAADDEEGGGG",
        strict=True,
    )
)

DNA = lazily(
    r"c\.\s?(?:(?P<at>\d{1,5})(?P<offset>\s?[-+]\s?\d{1,3}(?=[\sACGT]))?(?P<to>[-_–]\d{1,5})?\s?"
    r"(?:(?P<old>[ACGT])\s?(?:>|→|&gt;)\s?(?P<new>[ACGT])(?![A-Za-z])|(?P<kind>del|dup|ins)[ACGTacgt]*)"
    r"|(?P<older>[ACGT])(?P<there>\d{1,5})(?P<newer>[ACGT])(?![A-Za-z\d]))"
)
PROTEIN = lazily(
    rf"p\.\s?[(\[]?(?P<acid>{ACID})\s?(?P<codon>\d{{1,5}})\s?(?P<to>{ACID}(?![a-z]))?(?P<rest>fs|del|dup|ins|_)?"
)
_BETWEEN = 70  # characters from the one name to the other
_PARTED = lazily(r";|\.\s|\band\b|\bor\b|\brespectively\b|\bwhile\b|\bwhereas\b|\bbut\b|\bversus\b")
_SHIFT = (
    25  # codons: how far behind its first base the first amino acid changed by a shifted frame is looked for
)
_FIRST = 1  # codon that a mature protein may be counted short: its first
_SIGNAL = range(15, 61)  # codons of a signal peptide, by which it may be counted short
_ENCLOSED = lazily(
    r"(?:\*|Ter|X)?\d{0,3}[)\]]?\s?[(\[]\s?"
)  # between `p.G12C` and what is put behind it in brackets
_NAMED = lazily(
    r"[\s,;:()]{1,3}p\."
)  # behind a change of DNA that has a protein, even one that cannot be read


class Variant(NamedTuple):
    """The change of a coding DNA with the amino acid beside it that it changes.

    `base` and `codon` are as printed, counted from the first base of the start codon and from its methionine.
    """

    dna: Passage
    protein: Passage
    name: str  # of the DNA, without spaces
    base: int
    bases: str  # the old and the new one, or nothing where bases are lost, gained or doubled
    acid: str  # one letter
    codon: int
    new_acid: str  # one letter, or nothing
    shifts: bool


def variants(reading: Reading) -> tuple[Variant, ...]:
    """The variants whose DNA and protein a report names beside each other, in whichever order."""
    dna = list(scan(reading, DNA, "c."))
    if not dna:
        return ()
    proteins = list(scan(reading, PROTEIN, "p."))
    found = []
    for index, (at, match) in enumerate(dna):
        before = dna[index - 1][0] if index else None
        after = dna[index + 1][0] if index + 1 < len(dna) else None
        partner = _partner(at, match.string, proteins, before, after)
        if partner and match["offset"] is None and (variant := _variant(at, match, *partner)):
            found.append(variant)
    return tuple(found)


def dna_name(match: re.Match[str]) -> str:
    """The name of a change of DNA, its bases in front of the number as well as behind it."""
    if match["there"]:
        return f"c.{match['there']}{match['older']}>{match['newer']}"
    return re.sub(r"\s", "", match[0]).replace("&gt;", ">").replace("→", ">")


def _partner(
    at: Passage,
    text: str,
    proteins: list[tuple[Passage, re.Match[str]]],
    before: Passage | None,
    after: Passage | None,
) -> tuple[Passage, re.Match[str]] | None:
    """The protein in whose brackets a change of DNA stands, or that is named next behind it, or else next in front of
    it, with no other name between."""
    beside = [each for each in proteins if each[0].block == at.block and each[0].end < at.start]
    if beside and _ENCLOSED.fullmatch(text, beside[-1][0].end, at.start):
        return beside[-1]
    rivals = [each for each in (before, after) if each is not None and each.block == at.block]
    if any(_is_listed(text, at, each) for each in rivals):
        return None
    near = [each for each in proteins if each[0].block == at.block and _joined(text, at, each[0])]
    if not near:
        return None
    place, match = min(near, key=lambda each: (each[0].start < at.end, abs(each[0].start - at.end)))
    if place < at and (_NAMED.match(text, at.end) or any(_is_of(each, place, at) for each in rivals)):
        return None
    return None if any(min(at, place) < each < max(at, place) for each in rivals) else (place, match)


def _is_of(dna: Passage, protein: Passage, other: Passage) -> bool:
    """Whether a protein stands behind a change of DNA, and nearer to it than to another that follows."""
    return dna < protein and protein.start - dna.end <= other.start - protein.end


def _joined(text: str, one: Passage, other: Passage) -> bool:
    """Whether two names stand near each other, with no word between that parts them."""
    first, second = sorted((one, other))
    return 0 <= second.start - first.end <= _BETWEEN and _PARTED.search(text, first.end, second.start) is None


def _is_listed(text: str, one: Passage, other: Passage) -> bool:
    """Whether two names of one kind stand in a list, so that what stands behind it may be of either."""
    first, second = sorted((one, other))
    return "p." not in text[first.end : second.start] and second.start - first.end <= _BETWEEN


def _variant(at: Passage, dna: re.Match[str], place: Passage, protein: re.Match[str]) -> Variant | None:
    bases = (dna["old"] or dna["older"] or "") + (dna["new"] or dna["newer"] or "")
    new_acid = protein["to"] or ""
    shifts = protein["rest"] is not None
    if bases and (shifts or not new_acid or dna["to"]):
        return None
    acid = LETTER.get(protein["acid"], protein["acid"])
    base = int(dna["at"] or dna["there"])
    one_letter = LETTER.get(new_acid, new_acid)
    return Variant(
        at, place, dna_name(dna), base, bases, acid, int(protein["codon"]), one_letter, shifts or not bases
    )


def codon_of(base: int) -> int:
    """The number of the codon that a base of the coding DNA is of."""
    return (base + 2) // 3


def is_of_codon(variant: Variant) -> bool:
    """Whether the amino acid may be the one that the changed base codes for.

    A mature protein is counted without its first methionine or its signal peptide, by older custom; bases that are
    lost, gained or doubled may leave some amino acids behind them as they were.
    """
    late = variant.codon - codon_of(variant.base)
    if variant.shifts:
        return -_FIRST <= late <= _SHIFT
    return late == 0 or -late == _FIRST or -late in _SIGNAL


def can_become(variant: Variant) -> bool:
    """Whether some codon of the first amino acid is one of the second after the change of its base."""
    if variant.shifts or codon_of(variant.base) != variant.codon or not variant.new_acid:
        return True
    at = (variant.base - 1) % 3
    old, new = variant.bases[0], variant.bases[1]
    return any(
        codon[at] == old and _CODE[codon[:at] + new + codon[at + 1 :]] == variant.new_acid
        for codon, acid in _CODE.items()
        if acid == variant.acid
    )
