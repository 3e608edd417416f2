"""Brothers and sisters called elder or younger than the patient, with an age that says the other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from casewright.check.evidence.people.ages import Age, ages
from casewright.check.evidence.people.cases import cases_told
from casewright.check.evidence.text.parts import part_at
from casewright.check.evidence.text.passage import Passage, scan_sentences
from casewright.document.mentions.wordset import words
from casewright.document.reading import Reading
from casewright.patterns import lazily

_CALLED = words("elder older younger")
_WHOSE = r"(?P<whose>his|her|the patient['’]s|our patient['’]s|the proband['’]s)"
_FIRST = r"of (?:the )?(?P<first>(?:first |index |above |present )?(?:patient|case|proband)(?: 1| I)?)"
_SIBLING = lazily(
    rf"(?:\b{_WHOSE} )?\b(?P<word>elder|older|younger) (?:brother|sister|sibling)(?: {_FIRST}\b)?"
    r"(?: \(|, | | (?:was|is) |, who (?:was|is) )(?:an? |aged |was an? |is an? |was |is )?(?P<age>\d{1,2})"
    r"(?:[\s-]years?[\s-]old\b|(?= years?,|\)|, )|(?: years?)(?=[,.;)]| and\b))(?! (?:ago|before|earlier))"
)


class Sibling(NamedTuple):
    """A brother or sister with an age, and the age of the patient with which the word is compared."""

    at: Passage
    word: str
    years: int
    of: Age


def siblings_against(reading: Reading) -> Iterator[Sibling]:
    """The siblings that are called elder and are younger, or called younger and are elder."""
    matches = list(scan_sentences(reading, _SIBLING, _CALLED, folded=True))
    if not matches:
        return
    told = [age for age in reading.once(ages) if age.part == "body" and age.unit == "year"]
    several = reading.once(cases_told) > 1
    for at, match in matches:
        whose, first = match["whose"], match["first"]
        alone = len({age.printed for age in told if not _is_at(age, at)}) == 1
        if part_at(reading, at.block) != "body" or not (first if several else (whose or first) and alone):
            continue
        age = next((each for each in told if not _is_at(each, at)), None)
        years = int(match["age"])
        if age and ((years < age.value) if match["word"] != "younger" else (years > age.value)):
            yield Sibling(at, match["word"], years, age)


def _is_at(age: Age, at: Passage) -> bool:
    return age.at.block == at.block and at.start <= age.at.start < at.end
