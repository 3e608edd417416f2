"""The drugs that reports name: known by their names or by the stems of these (`drugs.psv`), with the use of each."""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import NamedTuple

from casewright.document.mentions.wordset import ByWord, plain_words, words

_ACID = " acid"  # behind a name that tells the drug without it
_SHORT = 5  # letters that a name has more of, where it is asked for its use
_BEFORE_USE, _BEFORE_STEM = 2, 3  # letters before a stem at least, where a use is asked, and a drug
_NOT_DRUG = words(
    "determine examine combine decline medicine urine baseline routine spine genuine fine line nine intestine vaccine"
    " provide include side wide slide outside inside decide beside guide divide peptide nucleotide chloride alone done"
    " none prone phone stone zone bone tone hormone cone amine guideline online machine creatinine discipline glycine"
    " quarantine feminine calcine saline marine alkaline mine vine pine deadline airline dine protein fluoride sodium"
    " oxide hydrogen dioxide monoxide triglyceride suicide incide coincide preside reside alongside bedside upside"
    " inpatient resolution solution condone abandoned hyperamide tine amide daytime overtime"
    " midline hairline pipeline headline waistline"
)


class Drug(NamedTuple):
    """A drug: its first name, its use ("" where none is told), and the limits of a dose in mg, as printed."""

    name: str
    use: str
    least: str = ""
    most: str = ""

    @property
    def limits(self) -> tuple[Fraction, Fraction] | None:
        """The least and the most that is given, in mg; None where it is not told."""
        return (Fraction(self.least), Fraction(self.most)) if self.most else None


class _Lexicon(NamedTuple):
    """The rows of `drugs.psv`: the drugs by each name, and the uses of the stems."""

    drugs: dict[str, Drug]
    parts: frozenset[str]  # the longest word of each name, and the last of an ending of two words
    endings: dict[str, str]
    any_ending: tuple[str, ...]
    beginnings: tuple[str, ...]


@cache
def _lexicon() -> _Lexicon:
    drugs: dict[str, Drug] = {}
    endings: dict[str, str] = {}
    beginnings: list[str] = []
    for line in Path(__file__).with_name("drugs.psv").read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        named, *more = line.split(" | ")
        names = named.split(", ")
        if named.startswith("-"):
            endings[named[1:]] = more[0] if more else ""
        elif named.endswith("-"):
            beginnings.append(named[:-1])
        else:
            names += [name.removesuffix(_ACID) for name in names if name.endswith(_ACID)]
            drugs.update(dict.fromkeys(names, Drug(names[0], *(more or ("",)))))
    parts = {max(plain_words(name), key=len) for name in drugs}
    parts.update(ending.rpartition(" ")[2] for ending in endings if " " in ending)
    return _Lexicon(drugs, frozenset(parts), endings, tuple(endings), tuple(beginnings))


def drug_named(name: str) -> Drug | None:
    """The drug of a name in small letters, None where the lexicon has no row of it."""
    return _lexicon().drugs.get(name)


def _use(word: str) -> str:
    if len(word) <= _SHORT:
        return ""
    known = drug_named(word)
    if known is not None:
        return known.use
    lexicon = _lexicon()
    if word.endswith(lexicon.any_ending):
        for ending, use in lexicon.endings.items():
            if use and word.endswith(ending) and len(word) >= len(ending) + _BEFORE_USE:
                return use
    return ""


def _is_drug(word: str) -> bool:
    lexicon = _lexicon()
    if word in lexicon.drugs:
        return True
    if word in _NOT_DRUG:
        return False
    if word.startswith(lexicon.beginnings) and " " not in word:
        return True
    return word.endswith(lexicon.any_ending) and any(
        word.endswith(ending) and len(word) >= len(ending) + _BEFORE_STEM and (" " in ending) == (" " in word)
        for ending in lexicon.endings
    )


def _is_part(word: str) -> bool:
    lexicon = _lexicon()
    return word in lexicon.parts or word.startswith(lexicon.beginnings) or word.endswith(lexicon.any_ending)


def _name(word: str) -> str:
    known = drug_named(word)
    return word if known is None else known.name


_USES = ByWord(_use)
_DRUGS = ByWord(_is_drug)
_NAMES = ByWord(_name)
_PARTS = ByWord(_is_part)


def group_of(word: str) -> str:
    """The use of the drug that a word in small letters names, by the drug's name or its stem; "" for other words."""
    return _USES[word]


def is_drug(name: str) -> bool:
    """Whether a name in small letters looks like a drug's where a dose stands beside it."""
    return _DRUGS[name]


def may_name_drug(word: str) -> bool:
    """Whether a run of small letters may be of a drug's name: of its one word, or of one of its words."""
    return _PARTS[word]


def names_drug(word: str) -> bool:
    """Whether a word in small letters is a drug's name, or ends with a stem that only drugs have."""
    return bool(group_of(word)) or drug_named(word) is not None


def drug_name(word: str) -> str:
    """A drug's first name, `epinephrine` for `adrenaline`; a word that names none stays as it is."""
    return _NAMES[word]
