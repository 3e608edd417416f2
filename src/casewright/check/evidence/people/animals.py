"""Whether the patient is an animal: it has no privacy to keep, and other limits than a person."""

from __future__ import annotations

import re

from casewright.check.evidence.text.around import vocabulary
from casewright.check.evidence.text.passage import factual
from casewright.document.mentions.wordset import words
from casewright.document.reading import Reading
from casewright.patterns import lazily

_KINDS = words(
    "dog cat cow bull calf heifer mare horse stallion gelding foal pony donkey mule bitch puppy kitten ewe ram"
    " lamb goat sheep pig sow rabbit ferret parrot hen tortoise camel llama alpaca retriever terrier spaniel"
    " poodle dachshund shorthair shorthaired manatee dolphin whale seal lion elephant giraffe rhinoceros"
    " hippopotamus tiger bear gorilla chimpanzee macaque monkey buffalo deer reindeer zebra turtle snake python"
    " eagle penguin"
)
_KEPT = words("animal captivity zoo zoological aquarium oceanarium")
_ANIMAL = lazily(
    rf"\bold,?\s(?:[\w-]+,?\s){{0,6}}?(?:{'|'.join(sorted(_KINDS))})\b"
    # `the animal weighed 90 kg`, `kept at the zoo`: a species that no list has
    r"|\bthe animal (?:was|is) (?:\d|(?:immediately |humanely )?(?:euthani[sz]ed|necropsied))|\bthe animal weighed\b"
    r"|\b(?:held|kept|living|born|bred|raised) (?:in captivity|[ai][tn] (?:the |an? )?(?:\w+ ){0,3}?"
    r"(?:zoo|zoological (?:garden|park)|aquarium|oceanarium)\b)",
    re.IGNORECASE,
)


_NAMED_BEFORE = lazily(
    rf"\b(?:{'|'.join(sorted(_KINDS))})(?:,| was| is) an? (?:\d{{1,2}}[\s-])?\Z", re.IGNORECASE
)


def is_animal_named(text: str, start: int) -> bool:
    """Whether an age or a sex at a character is of an animal: `The dog, a 4-year-old female beagle`."""
    return _NAMED_BEFORE.search(text, max(0, start - 40), start) is not None


def is_of_an_animal(reading: Reading) -> bool:
    """Whether the facts of the case tell of an animal as the patient."""
    return reading.once(_is_of_an_animal)


def _is_of_an_animal(reading: Reading) -> bool:
    if reading.once(vocabulary).isdisjoint(_KINDS | _KEPT):
        return False
    return any(
        factual(section.role) and block.kind not in ("heading", "reference") and _ANIMAL.search(block.text)
        for section, block in reading.blocks
    )
