"""Variants of a gene by name or in words, wherever they stand: `c.1246C>T`, `m.3243A>G`, `R506Q`, `Arg506Gln`, and
`arginine at position 506 to glutamine`."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from casewright.check.evidence.text.around import vocabulary
from casewright.check.evidence.text.passage import Passage, scan, scan_sentences
from casewright.check.evidence.values.variants import DNA, LETTER, PROTEIN, dna_name
from casewright.document.mentions.wordset import words
from casewright.document.reading import Reading
from casewright.patterns import lazily

_SAID = words("mutation mutations mutant mutated variant variants substitution substituted codon")
_ONE = "[ACDEFGHIKLMNPQRSTVWY]"
_THREE = "|".join(name for name in LETTER if len(name) == 3)
_GENOMIC = lazily(
    r"[mgn](?<!\w.)\.\s?(?P<at>\d{1,9})\s?(?P<old>[ACGT])\s?(?:>|→|&gt;)\s?(?P<new>[ACGT])(?![A-Za-z])"
)
_BARE = lazily(
    rf"(?P<acid>{_ONE})(?<![\w.]\w)(?P<codon>\d{{3,4}})(?P<to>[ACDEFGHIKLMNPQRSTVWY*X](?![\w-]))"
    rf"|(?P<long>{_THREE})(?<![\w.]\w\w\w)(?P<there>\d{{1,4}})(?P<other>(?:{_THREE}|[Ss]top|X|\*)(?!\w))"
)
_ACIDS = {
    "alanine": "A", "arginine": "R", "asparagine": "N", "aspartate": "D", "aspartic acid": "D", "cysteine": "C",
    "glutamine": "Q", "glutamate": "E", "glutamic acid": "E", "glycine": "G", "histidine": "H", "isoleucine": "I",
    "leucine": "L", "lysine": "K", "methionine": "M", "phenylalanine": "F", "proline": "P", "serine": "S",
    "threonine": "T", "tryptophan": "W", "tyrosine": "Y", "valine": "V",
}  # fmt: skip
_ACID_WORD = "|".join(_ACIDS)
_WHERE = r"(?:at |in )?(?:the )?(?:amino[- ]acid )?(?:position|codon|residue|amino acid) "
_IN_WORDS = lazily(
    rf"(?P<acid>{_ACID_WORD})(?:"
    rf" (?:residue )?{_WHERE}(?P<there>\d{{1,4}})\b,? (?:is |was |being )?(?:\w+ )?"
    rf"(?:to|by|with|into) (?:an? )?(?P<to>{_ACID_WORD})"
    rf"|(?: residue)?(?: is| was)?(?: \w+)? (?:to|by|with|into) (?:an? )?(?P<other>{_ACID_WORD}) (?:residue )?{_WHERE}"
    r"(?P<codon>\d{1,4})\b)"
)
_PLACES = words("position codon residue acid")


class Told(NamedTuple):
    """A variant by one of its names: `text` is the same for all ways of writing it, `digits` its number."""

    at: Passage
    text: str
    digits: str
    in_words: bool = False

    @property
    def may_be_dna(self) -> bool:
        """Whether it may be a change of DNA: `C1030T`, whose letters are bases and amino acids alike."""
        return not self.text.startswith("p.") or {self.text[2], self.text[-1]} <= set("ACGT")


def names(reading: Reading) -> tuple[Told, ...]:
    """Every change of DNA or of a protein by its name, amino acids in one letter. Ask for it by `Reading.once`."""
    return tuple(chain(_of_dna(reading), _of_proteins(reading)))


def _of_dna(reading: Reading) -> Iterator[Told]:
    for at, match in scan(reading, DNA, "c."):
        yield Told(at, dna_name(match), match["at"] or match["there"])
    if not reading.once(vocabulary).isdisjoint(_SAID):
        for at, match in scan(reading, _GENOMIC, ">", "→", "&gt;"):
            yield Told(at, f"{match[0][0]}.{match['at']}{match['old']}>{match['new']}", match["at"])


def _of_proteins(reading: Reading) -> Iterator[Told]:
    for at, match in scan(reading, PROTEIN, "p."):
        yield _protein(at, match["acid"], match["codon"], match["to"])
    if reading.once(vocabulary).isdisjoint(_SAID):
        return
    for at, match in scan(reading, _BARE):
        if match["long"]:
            yield _protein(at, match["long"], match["there"], match["other"])
        else:
            yield _protein(at, match["acid"], match["codon"], match["to"])
    for at, match in scan_sentences(reading, _IN_WORDS, _PLACES, folded=True):
        to = _ACIDS[match["to"] or match["other"]]
        digits = match["there"] or match["codon"]
        yield Told(at, f"p.{_ACIDS[match['acid']]}{digits}{to}", digits, in_words=True)


def _protein(at: Passage, acid: str, codon: str, to: str | None) -> Told:
    old, new = (LETTER.get(each, "*" if each in ("stop", "Stop") else each) for each in (acid, to or ""))
    return Told(at, f"p.{old}{codon}{new}", codon)
