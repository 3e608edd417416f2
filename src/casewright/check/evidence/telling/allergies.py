"""Drugs that the patient cannot have, and the places where the case gives them all the same."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from casewright.check.evidence.people.cases import cases_told
from casewright.check.evidence.text.around import stretches_with, vocabulary
from casewright.check.evidence.text.parts import of_patient, part_at
from casewright.check.evidence.text.passage import Passage
from casewright.check.evidence.words.lexicon import drugs_named
from casewright.document.mentions.stretch import Stretch
from casewright.document.mentions.wordset import words
from casewright.document.reading import Reading
from casewright.patterns import lazily

_CLASSES = {  # classes as charts name them, and the endings and beginnings of their drugs
    "penicillin": ("cillin", ""),
    "penicillins": ("cillin", ""),
    "cephalosporin": ("", "cef"),
    "cephalosporins": ("", "cef"),
    "quinolones": ("floxacin", ""),
    "fluoroquinolones": ("floxacin", ""),
    "macrolides": ("thromycin", ""),
    "tetracyclines": ("cycline", ""),
    "carbapenems": ("penem", ""),
    "sulfonamides": ("", "sulfameth"),
    "sulfa": ("", "sulfameth"),
    "statins": ("vastatin", ""),
}
_ALLERGIC = words("allergic allergy allergies hypersensitivity hypersensitive anaphylaxis")
_TO = lazily(
    r"\b(?:allerg(?:ic|y|ies)|hypersensitiv(?:ity|e)|anaphylaxis)(?: reactions?)? (?:to|against) (?:the |both "
    r"|drugs like )?"
    r"(?P<of>[a-z]{5,}(?:(?:,| and| or|, and) [a-z]{5,}){0,3})|\b(?P<of2>[a-z]{5,})[ -](?:allerg(?:y|ic)"
    r"|hypersensitivity)\b"
)
_NOT_SO = lazily(
    r"\b(?:no|not|without|denied|denies|nor|neither|never|developed|suspect\w*|possible|test\w*|excluded|mother"
    r"|father|family"
    r"|reaction to|question\w*|mild|minor|delay\w*|label\w*)\b"
)
_GIVEN = lazily(
    r"\b(?:given|gave|treated|treatment with|started|received|administered|prescribed|begun|began|infused"
    r"|injected|prophylaxis"
    r"|initiated|commenced|put on|took|taking|on)\b"
)
_EXCUSED = lazily(
    r"\b(?:not|avoid\w*|instead|despite|although|because|desensiti\w*|challeng\w*|tolerat\w*|test\w*|allerg\w*"
    r"|hypersens\w*"
    r"|substitut\w*|contraindicat\w*|alternative\w*|previous\w*|before|earlier|ago|history|resist\w*|sensitiv\w*"
    r"|suscept\w*"
    r"|never|prior|premedic\w*|withheld|replaced|would|should|could|usually|standard|if|mistake\w*|inadvertent\w*"
    r"|unknow\w*"
    r"|known|accident\w*|once|years?)\b"
)
_KNOWINGLY = words("desensitization desensitisation desensitized delabeling delabelling rechallenge")


class Despite(NamedTuple):
    """A drug that is given, and the allergy that was told before."""

    drug: Passage
    name: str
    allergy: Passage
    to: str


def given_despite_allergy(reading: Reading) -> Iterator[Despite]:
    """The drugs that the case gives after it has told of an allergy to them, without a word of it."""
    said = reading.once(vocabulary)
    if said.isdisjoint(_ALLERGIC) or not said.isdisjoint(_KNOWINGLY) or reading.once(cases_told) > 1:
        return
    for stretch in stretches_with(reading, _ALLERGIC):
        if part_at(reading, stretch.sentence.block) == "body" and of_patient(reading, stretch.sentence.index):
            for place, allergen in _allergens(stretch):
                for drug in sorted(
                    each for each in said if _is_of(each, allergen, reading.once(drugs_named))
                ):
                    if given := _given(reading, drug, stretch):
                        yield Despite(given, drug, place, allergen)


def _allergens(stretch: Stretch) -> Iterator[tuple[Passage, str]]:
    text = stretch.lower
    for match in _TO.finditer(text):
        if _NOT_SO.search(text, max(0, match.start() - 60), match.end()):
            continue
        start = stretch.offset + match.start()
        for name in (match["of"] or match["of2"]).replace(",", " ").split():
            yield Passage(stretch.sentence.block, start, start + len(match[0])), name


def _is_of(word: str, allergen: str, known: frozenset[str]) -> bool:
    """Whether a word is a drug of a class, or the drug itself."""
    if allergen not in _CLASSES:
        return word == allergen and word in known
    ending, beginning = _CLASSES[allergen]
    return (
        word not in _CLASSES
        and len(word) > len(ending) + 1
        and word.endswith(ending)
        and word.startswith(beginning)
    )


def _given(reading: Reading, drug: str, allergy: Stretch) -> Passage | None:
    """The first place behind the allergy where the patient is given a drug, with nothing that explains it."""
    for stretch in stretches_with(reading, frozenset((drug,))):
        sentence = stretch.sentence
        if sentence.index <= allergy.sentence.index or part_at(reading, sentence.block) != "body":
            continue
        text = stretch.lower
        if _EXCUSED.search(text):
            return None
        if _GIVEN.search(text) and of_patient(reading, sentence.index):
            start = stretch.offset + text.index(drug)
            return Passage(sentence.block, start, start + len(drug))
    return None
