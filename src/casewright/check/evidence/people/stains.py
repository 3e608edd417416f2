"""Stains and shapes of bacteria that no germ of the case has."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from casewright.check.evidence.people.cases import cases_told
from casewright.check.evidence.text.around import stretches_with, vocabulary
from casewright.check.evidence.text.parts import of_patient, part_at
from casewright.check.evidence.text.passage import Passage
from casewright.check.evidence.words.bacteria import GENUS_OF, KIND_OF
from casewright.document.mentions.stretch import Stretch
from casewright.document.mentions.wordset import words
from casewright.document.reading import Reading
from casewright.patterns import lazily

_STAINED = lazily(
    r"gram(?:[- ]stain)?[- ](?P<sign>positive|negative)[ ,-]{1,2}(?:[a-z-]+ ){0,2}?"
    r"(?:(?P<shape>cocci|coccus|diplococc(?:i|us)|rods?|bacill(?:i|us))|organisms?|bacteri(?:a|um)|isolates?|strains?"
    r"|growth|microorganisms?)\b"
)
_SHOWN = words(
    "grew grown grow growing growth showed revealed seen observed positive isolated yielded demonstrated detected"
    " identified confirmed signaled flagged isolate isolation cultured recovered found culture cultures"
)
_DENIED = lazily(
    r"\b(?:no|not|without|neither|nor|cover\w*|empiric\w*|against|exclud\w+|suspect\w+|possible|prophyla\w+|both|mixed"
    r"|polymicrobial|target\w*|active|such as|including|usually|most)\b"
)
_MIXED = words(
    "polymicrobial mixed coinfection co-infection superinfection contaminant contamination flora coinfected"
)
_SPECIES = lazily(r"\b(?P<genus>[A-Z][a-z]{5,})(?: (?:spp?\.|[a-z]{4,}))|\b[A-Z]\. ?(?P<species>[a-z]{4,})")
_GRAM, _NAMES = words("gram gram-positive gram-negative"), frozenset([*KIND_OF, *GENUS_OF])
_ROUND = "coccobacillus"


class Stained(NamedTuple):
    """What is told of a stain, and the only bacterium of the case, which is stained otherwise."""

    place: Passage
    said: str
    germ: str
    named: Passage


def stained_otherwise(reading: Reading) -> Iterator[Stained]:
    """Germs of the patient that are told of one stain or shape, where all that are named have another."""
    said = reading.once(vocabulary)
    if _GRAM.isdisjoint(said) or _NAMES.isdisjoint(said) or not _MIXED.isdisjoint(said):
        return
    named = list(_named(reading))
    kinds = {kind for _, kind, _ in named}
    if not named or reading.once(cases_told) > 1:
        return
    for stretch in stretches_with(reading, _GRAM):
        if not _tells_of_growth(reading, stretch):
            continue
        for match in _STAINED.finditer(stretch.lower):
            if _DENIED.search(stretch.lower, max(0, match.start() - 60), match.end() + 20):
                continue
            shape = _shape(match["shape"] or "")
            if not any(_fits(match["sign"], shape, kind) for kind in kinds):
                start = stretch.offset + match.start()
                place = Passage(stretch.sentence.block, start, start + len(match[0]))
                yield Stained(place, match[0], named[0][2], named[0][0])


def _named(reading: Reading) -> Iterator[tuple[Passage, str, str]]:
    """Every bacterium that the report names: where, how it is stained, and its name."""
    for stretch in stretches_with(reading, _NAMES):
        for match in _SPECIES.finditer(stretch.text):
            genus = (match["genus"] or "").lower() or GENUS_OF.get(match["species"] or "", "")
            if kind := KIND_OF.get(genus):
                start = stretch.offset + match.start()
                place = Passage(stretch.sentence.block, start, start + len(match[0]))
                yield place, kind, match[0]


def _tells_of_growth(reading: Reading, stretch: Stretch) -> bool:
    patients = (
        of_patient(reading, stretch.sentence.index) and part_at(reading, stretch.sentence.block) == "body"
    )
    return patients and not stretch.words.isdisjoint(_SHOWN)


def _shape(said: str) -> str:
    return "" if not said else "coccus" if "cocc" in said else "rod"


def _fits(sign: str, shape: str, kind: str) -> bool:
    """Whether a bacterium of a kind may be told so."""
    stain, _, form = kind.partition(" ")
    return stain == sign and (not shape or form in (shape, _ROUND))
