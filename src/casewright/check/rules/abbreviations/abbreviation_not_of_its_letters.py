"""CW506."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from casewright.check.finding import Finding, Severity
from casewright.check.rules.abbreviations.initials import gives_inside, initials
from casewright.check.rules.abbreviations.known import abbreviated, known_words, plain_words
from casewright.check.rules.abbreviations.parts import NEEDS_NONE, definitions, exchanged, is_bracketed
from casewright.check.spotting import found
from casewright.document.reading import Reading
from casewright.patterns import lazily
from casewright.quantity.analytes import find_analyte

_CAPITALS = lazily(r"[A-Z]{3,6}")
_BEFORE = 120  # characters: no long form is longer
_PARTNERS = {  # words that name the two of a pair, by the letters they give
    frozenset(pair.split())
    for pair in (
        "left right", "artery vein", "arterial venous", "superior inferior", "anterior posterior", "upper lower",
        "internal external", "medial lateral", "atrial ventricular", "atrium ventricle", "proximal distal",
        "systolic diastolic", "mitral tricuspid", "aortic mitral", "aortic pulmonary", "acute chronic",
        "positive negative",
    )
}  # fmt: skip


_SYMBOLS = {  # chemical elements whose symbol is not of their English name
    "potassium": "k", "sodium": "na", "iron": "fe", "gold": "au", "silver": "ag", "lead": "pb", "mercury": "hg",
    "tin": "sn", "copper": "cu", "tungsten": "w", "antimony": "sb",
}  # fmt: skip
_ADJECTIVE = lazily(r"(?:al|ic|ar|ous|ary)\Z")
_ROOT = lazily(
    r"pen[ai]|gra[pm]|scop|gen[ie]|lyt|path|plast|trop|tom|ect|cyt|derm|my|glob"
)  # has a letter of its own
_CROSS = ("ex", "cross", "trans", "x")  # words that X stands for: `TXA`, `CXM`


class AbbreviationNotOfItsLetters:
    """An abbreviation beside a long form that fits it but for one letter.

    Why it is bad
        One of the two is a slip, and they name different things: an artery and a vein, the left and the right.

    Example
        The superior mesenteric vein (SMA) was occluded.

    Write instead
        The superior mesenteric vein (SMV) was occluded.

    Source
        ICMJE Recommendations, Preparing a Manuscript, Abbreviations and Symbols.
    """

    code: ClassVar[str] = "CW506"
    name: ClassVar[str] = "abbreviation-not-of-its-letters"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        defined = {mention.short: mention for mention in definitions(reading)}
        for mention in reading.abbreviations:
            if not _CAPITALS.fullmatch(mention.short) or mention.short in NEEDS_NONE:
                continue
            text = reading.blocks[mention.block][1].text
            if text[mention.start - 1 : mention.start] != "(" or not is_bracketed(reading, mention):
                continue
            before = text[max(0, mention.start - _BEFORE) : mention.start - 1]
            if turned := _turned(before, mention.short):
                message = f"{mention.short} stands beside `{turned[0]}`, whose letters give {turned[1]}"
                yield found(self, reading, mention, message, "correct the abbreviation")
                continue
            odd = (_odd_part if mention.long else _odd_word)(before, mention.short)
            if odd:
                long, word, letter = odd
                if (analyte := find_analyte(long)) and analyte == find_analyte(mention.short):
                    continue  # `high density cholesterol (HDL)`, a common name of one thing
                message = f"{mention.short} stands beside `{long}`: `{word}` gives no {letter}"
                against = [defined[mention.short]] if mention.short in defined else []
                yield found(self, reading, mention, message, "correct the abbreviation or the word", against)


def _odd_word(before: str, short: str) -> tuple[str, str, str] | None:
    """The long form that ends `before`, its only word that does not fit, and the letter that it should give."""
    for parted in (False, True):
        letters, words = initials(before, parted=parted)
        tail, last = letters[-len(short) :], words[-len(short) :]
        wrong = [index for index, letter in enumerate(short.lower()) if tail[index : index + 1] != letter]
        if len(tail) < len(short) or len(wrong) != 1 or not tail[wrong[0]].isalpha():
            continue
        index = wrong[0]
        word = last[index][0]
        if any(_spells(short.lower(), before[start:end].lower()) for _, start, end in last):
            return None  # `Immunohistochemical analyses (IHC)`
        if _is_symbol(word, short[index].lower()) or gives_inside(word, short[index].lower()):
            return None
        if len(word) > 2 and (index > 0 or _has_partner(word, short[index].lower())):
            return " ".join(before[last[0][1] :].split()), word, short[index]
    return None


def _odd_part(before: str, short: str) -> tuple[str, str, str] | None:
    """The same, where the letter was found inside a part that begins with another: T of naso|gastric."""
    letters, taken = initials(before, parted=True)
    tail, last = letters[-len(short) :], taken[-len(short) :]
    wrong = [index for index, letter in enumerate(short.lower()) if tail[index : index + 1] != letter]
    if len(tail) < len(short) or len(wrong) != 1 or wrong[0] == 0 or " " in tail:
        return None
    index, letter = wrong[0], short[wrong[0]]
    part = last[index][0]
    if last[index - 1][1] != last[index][1] or letter == short[index - 1] or letter.lower() not in part:
        return None
    if _ADJECTIVE.search(part) and not _ROOT.search(part):
        return " ".join(before[last[0][1] :].split()), part, letter
    return None


def _turned(before: str, short: str) -> tuple[str, str] | None:
    """The long form that ends `before`, where two neighboring letters of it stand exchanged, and what it gives.

    Left alone are the first two (`tried over-the-counter (OTC)`), what is known in the field (ANA, EUS), which has its
    own rule, and terms of which a compound gives two letters.
    """
    if known_words(short):
        return None
    letters, words = initials(before)
    tail = letters[-len(short) :].upper()
    if tail not in exchanged(short) or tail[0] != short[0] or " " in tail:
        return None
    if initials(before, parted=True)[0].upper().endswith(short):
        return None  # `post ventriculoperitoneal shunt (VPS)`
    long = before[words[-len(short)][1] :]
    return None if abbreviated(" ".join(plain_words(long))) else (" ".join(long.split()), tail)


def _spells(short: str, word: str) -> bool:
    """Whether one long compound has all letters of a short form, in order, from its first on."""
    rest = iter(word)
    return len(word) > 3 * len(short) and word[0] == short[0] and all(letter in rest for letter in short)


def _is_symbol(word: str, letter: str) -> bool:
    """Whether a letter is the usual sign of a word, if not its first: K of potassium, X of what crosses."""
    return letter in _SYMBOLS.get(word, "") or (letter == "x" and word.startswith(_CROSS))


def _has_partner(word: str, letter: str) -> bool:
    """Whether the letter is that of the other word of a pair: R beside `left`."""
    return any(word in pair and any(other[0] == letter for other in pair - {word}) for pair in _PARTNERS)
