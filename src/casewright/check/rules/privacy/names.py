"""Names of persons in running text: by a title, as an apposition to the patient, by a forename that is common."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from casewright.document.mentions.wordset import words
from casewright.patterns import lazily

TABLE = Path(__file__).with_name("forenames.txt")
_NAME = r"[A-ZÀ-Þ][a-zß-ÿ’'-]{1,30}"
_FULL = rf"(?:{_NAME}|[A-Z]\.)(?: [A-Z]\.)?[ ]{_NAME}"
_PERSON = r"\b(?:patient|man|woman|boy|girl|male|female|infant|baby|lady|gentleman|child)"
_AGED = r"(?:an? )?(?:\d{1,3}[- ](?:year|month|week|day)s?[- ]old|aged \d)"

# What stands around a name tells that it is the patient's, whatever the name.
_TOLD = lazily(
    r"\b(?:Mr|Mrs|Ms|Miss|Mister)\b\.?\s(?P<surname>(?:[A-Z]\.\s?){1,3}(?!(?:The|He|She|His|Her|This|It|We|On|In|At|An?)\b"
    r"|[A-Z][a-z]+(?:ese|ean|can|ish|ian)\b)"
    r"[A-Z][a-z’'-]{2,30}(?=,?\s(?:an?|aged|\d|who|was|is|had|has|presented|came|complained|developed|died|underwent|[(])"
    r"|,)|[A-Z][A-Za-z’'-]{0,30}(?: [A-Z][a-z’'-]{1,30})?\.?)"
    rf"|\b[Pp]atient(?:’s|'s)? (?:named?(?: is| was)?|called):? (?P<name>{_NAME}(?: {_NAME})?)"
    rf"|{_PERSON}(?:,| \w+ \w+ \w+)? (?:named|called) (?P<called>{_NAME}(?: {_NAME})?)"
    r"|\b[Pp]atient,? \(?(?P<initials>[A-Z]\.[ ]?[A-Z]\.(?:[ ]?[A-Z]\.)?)\)?"
    rf"|{_PERSON}, (?P<apposed>{_FULL}),"
    rf"|\b(?P<aged>{_FULL}|[A-Z]\.[ ]?[A-Z]\.), {_AGED}"
    rf"|\bName ?: ?(?P<form>{_NAME}(?:,? {_NAME})?)"
)
_FORENAME = lazily(  # alone, as an apposition that ends: `Leyla, a 6-year-old girl, was`
    rf", (?={_AGED}[^.,;]{{0,40}}, (?:was|is|had|has|presented|came|complained|developed)\b)"
)
_ALONE = lazily(rf"(?:\A|[.:] )(?P<forename>{_NAME})\Z")
_REACH = 35  # characters before an apposition in which the name stands
# One of these signs every text has in which the pattern above finds a name; they are found much faster.
_TITLES = words("mr mrs ms miss mister name named called")
_TOLD_WORDS = ("Mr", "Ms", "Mis", "name", "Name", "called")
_TOLD_SIGNS = (
    lazily(r"atient,? \(?[A-Z]\."),
    lazily(r", (?:[A-ZÀ-Þ](?<=[a-z], .)[^ ,]* [A-ZÀ-Þ][^,]{1,64},|(?:an? )?(?:\d{1,3}[ -][ymwd]|aged \d))"),
)
_PLAIN = lazily(r"[a-z]+")
_CAPITALISED = lazily(r"[A-ZÀ-Þ][a-zß-ÿ]+")
# A name that is known as one, where somebody is told of.
_KNOWN = lazily(
    rf"(?:{_PERSON},? (?P<person>{_NAME} {_NAME})"
    rf"|\b(?P<acting>{_NAME} {_NAME}) (?:was (?:admitted|brought|referred|seen|discharged|treated|found)|presented|came"
    r"|complained|underwent|developed|died|recovered|returned)\b"
    rf"|\b(?:wife|husband|mother|father|son|daughter|brother|sister|uncle|aunt),? (?P<kin>{_NAME})\b)"
)
_NO_NAME = {"The", "A", "An", "With", "Who", "Was", "And", "Of"}


_LEADING = words(
    "patient proband case male female man woman boy girl mother father index child infant donor recipient here herein"
    " today then once later first second third thus hence moreover meanwhile therefore however history afterwards"
)


def _leads(word: str) -> bool:
    """Whether a word before `, a 30-year-old man,` only leads in: `Recently`, `Herein`."""
    return word.lower() in _LEADING or word.endswith("ly")


@dataclass(frozen=True, slots=True)
class Clues:
    """Whether, by its words, a common forename stands in a manuscript, and whether a title or `named` does."""

    forename: bool
    title: bool


def clues(vocabulary: frozenset[str]) -> Clues:
    """The clues that words in small letters give."""
    return Clues(not vocabulary.isdisjoint(_forename_words()), not vocabulary.isdisjoint(_TITLES))


def names_in(text: str, known: Clues) -> Iterator[tuple[str, re.Match[str], str]]:
    """Each name of a person about whom the text tells, with its match and the group in which it stands."""
    for match in _TOLD.finditer(text) if _may_tell(text, titled=known.title) else ():
        group = match.lastgroup or ""
        if match[group] not in _NO_NAME:
            yield match[group], match, group
    for aged in _FORENAME.finditer(text):
        alone = _ALONE.search(text, max(0, aged.start() - _REACH), aged.start())
        if alone and not _leads(alone["forename"]):
            yield alone["forename"], alone, "forename"
    if not known.forename or forenames().isdisjoint(_CAPITALISED.findall(text)):
        return
    for match in _KNOWN.finditer(text):
        group = match.lastgroup or ""
        if match[group].partition(" ")[0] in forenames():
            yield match[group], match, group


@cache
def _forename_words() -> frozenset[str]:
    """Of each the longest run of plain small letters: `jos` of José."""
    return frozenset(max(_PLAIN.findall(name.lower()), key=len) for name in forenames())


def _may_tell(text: str, *, titled: bool) -> bool:
    if titled and any(word in text for word in _TOLD_WORDS):
        return True
    return any(sign.search(text) for sign in _TOLD_SIGNS)


@cache
def forenames() -> frozenset[str]:
    """Common forenames."""
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
