"""Persons whom a report introduces with age and sex, the patient or another, and the pronouns that mean only them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from casewright.check.evidence.people.persons import PRONOUN, PRONOUNS, Pronoun, somebody_besides
from casewright.check.evidence.text.passage import Passage, factual
from casewright.document.mentions.stretch import Stretch
from casewright.document.mentions.wordset import plain_words, words
from casewright.document.reading import Reading
from casewright.patterns import lazily

SEXES = {
    "man": "male", "male": "male", "boy": "male", "gentleman": "male",
    "woman": "female", "female": "female", "girl": "female", "lady": "female",
}  # fmt: skip
DESCRIBED = r"(?:(?!(?:who|whose|with|at|of|gestation|deliver\w*|gave|bore)\b)[\w-]+,?\s){0,4}?"  # between age and noun
_WHO = "man|male|boy|gentleman|woman|female|girl|lady"
_INTRODUCED = lazily(  # its first letter is found fast; what must not stand before it is asked of its matches
    rf"(?:(?P<age>\d{{1,3}})(?i:[\s-]?(?P<unit>year|yr|month|week|day)s?[\s-](?:old,?\s)?(?:\([^()]{{1,40}}\),?\s)?{DESCRIBED}"
    rf"(?P<noun>{_WHO})\b(?! (?:partner|donor|sexual|patients|infants|newborns|children|adults|relatives)))"
    r"|(?P<sex>[Mm]ale|[Ff]emale)(?: (?:patient|infant|child|donor))?,? (?:aged )?(?P<years>\d{1,3})[\s-]years?\b"
    r"|(?P<who>[Mm]an|[Ww]oman|[Bb]oy|[Gg]irl),? aged (?P<at>\d{1,3})\b)"
)
_NOT_BEFORE = lazily(r"[\w.–-]")
_SIGNS = frozenset({"old", "aged", "year", "years", "yr"})
_BORN_TO = lazily(
    r"\b(?:born|delivered|delivery)\b[^.;]{0,60}\b(?:to|by|of) an? \Z|\bmarried (?:to|with) an? (?:[a-z]+ )?\Z"
)
_DONOR = lazily(r"\b[Dd]onor was\b")
_PARTED = lazily(
    r"\b(?:[Aa]nother|[Ss]econd|[Oo]ther|[Nn]ext|[Tt]hird|[Aa]n? (?:[\w-]+ ){0,4}(?:patient|person|case))\b"
    r"|\b(?:[Cc]ase|[Pp]atient) (?:\d|[A-Z])\b|\b[Oo]ne of (?:them|the|these|his|her)\b"
    r"|\b(?:patients|cases|men|women|boys|girls)\b|\b[Oo]ne (?:patient|case)\b"
)
_PARTING = words(
    "another second other next third patient person case one patients cases men women boys girls"
)
_OURS = lazily(r"\b(?:[Oo]ur|[Tt]he present) (?:patient|case)\b")
_ADULT = 18  # years


class Introduced(NamedTuple):
    """A person with the printed age and sex, and the pronouns up to the next person who is named."""

    at: Passage
    age: int
    unit: str
    sex: str
    pronouns: tuple[Pronoun, ...]


def introduced(reading: Reading) -> tuple[Introduced, ...]:
    """Every such person of the running text, in reading order. Ask for it by `Reading.once`."""
    found: list[Introduced] = []
    stretches = reading.stretches
    for number, stretch in enumerate(stretches):
        if stretch.words.isdisjoint(_SIGNS) or stretch.words.isdisjoint(SEXES):
            continue
        matches = list(_introductions(stretch.text)) if _tells(stretch) else []
        for index, match in enumerate(matches):
            lead = _DONOR.sub("", stretch.text[matches[index - 1].end() if index else 0 : match.start()])
            if _BORN_TO.search(lead) or somebody_besides(plain_words(lead), child=False):
                continue
            last = index + 1 == len(matches)
            end = len(stretch.text) if last else matches[index + 1].start()
            following = _following(stretches, number) if last else ()
            found.append(_person(stretch, match, end, following))
    return tuple(found)


def _introductions(text: str) -> Iterator[re.Match[str]]:
    for match in _INTRODUCED.finditer(text):
        if not match.start() or not _NOT_BEFORE.match(text, match.start() - 1):
            yield match


def _tells(stretch: Stretch) -> bool:
    return stretch.block.kind not in ("table", "heading") and factual(stretch.section.role)


def _person(
    stretch: Stretch, match: re.Match[str], end: int, following: Iterator[Stretch] | tuple[()]
) -> Introduced:
    sex = SEXES[(match["noun"] or match["sex"] or match["who"]).lower()]
    age, unit = int(match["age"] or match["years"] or match["at"]), (match["unit"] or "year").lower()
    child = unit not in ("year", "yr") or age < _ADULT
    said: list[Pronoun] = []
    if not somebody_besides(plain_words(stretch.text[match.end() : end]), child):
        said += pronouns_in(stretch, match.end(), end)
        for each in following:
            if somebody_besides(each.words, child) or _brings_in_another(each):
                break
            said += pronouns_in(each, 0, len(each.text))
    place = Passage(stretch.sentence.block, stretch.offset + match.start(), stretch.offset + match.end())
    return Introduced(place, age, unit.replace("yr", "year"), sex, tuple(said))


def _brings_in_another(stretch: Stretch) -> bool:
    """Whether a sentence goes over to somebody else."""
    if not stretch.words.isdisjoint(_PARTING):
        back = not stretch.section.role.startswith(("case", "text")) and _OURS.search(
            stretch.text
        )  # from somebody cited to our patient
        if back or _PARTED.search(stretch.text):
            return True
    return not stretch.words.isdisjoint(_SIGNS) and next(_introductions(stretch.text), None) is not None


def _following(stretches: tuple[Stretch, ...], number: int) -> Iterator[Stretch]:
    """The sentences behind one in its paragraph."""
    block = stretches[number].sentence.block
    for each in stretches[number + 1 :]:
        if each.sentence.block != block:
            return
        yield each


def pronouns_in(stretch: Stretch, start: int, end: int) -> Iterator[Pronoun]:
    """Every pronoun between two characters of a sentence, whomever it means."""
    for match in PRONOUN.finditer(stretch.text, start, end):
        at = stretch.offset + match.start()
        yield Pronoun(Passage(stretch.sentence.block, at, at + len(match[0])), PRONOUNS[match[0].lower()])
