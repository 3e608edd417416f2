"""Teeth by name and number: `the upper left canine (23)`, `tooth 36, the lower left first molar`.

A number of two digits is of the notation of the FDI World Dental Federation (ISO 3950:2016): the first is the quadrant,
1 to 4 of permanent and 5 to 8 of primary teeth, clockwise from the upper right as the dentist looks at it; the second
counts the teeth from the midline. In the universal system of the United States they are counted from 1 to 32, from the
upper right third molar to the lower right one. A number that fits the name in either is right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from casewright.check.evidence.text.around import stretches_with
from casewright.check.evidence.text.passage import Passage, factual
from casewright.document.mentions.stretch import Stretch
from casewright.document.mentions.wordset import words
from casewright.document.reading import Reading
from casewright.patterns import lazily

_KINDS = words(
    "incisor incisors canine canines cuspid cuspids premolar premolars bicuspid bicuspids molar molars"
)
_WORD = (
    r"(?:primary|deciduous|permanent|maxillary|mandibular|upper|lower|right|left|first|second|third|1st|2nd|3rd|central"
    r"|lateral|wisdom|impacted|carious|decayed|and|the|incisors?|canines?|cuspids?|premolars?|bicuspids?|molars?|tooth|teeth)"
)
_NAME = rf"(?P<name>{_WORD}(?:[ -]{_WORD}){{0,11}})"
_NUMBER = r"(?:#\s?)?[1-8][1-8](?![\d.%])"
_LIST = rf"{_NUMBER}(?:(?:, | and |,|, and |/){_NUMBER}){{0,9}}"
_NUMBERED = lazily(  # `canine (23)`, `canine #23`, `canine tooth 23`; `tooth 23 (upper left canine)`
    rf"\b{_NAME}(?: \((?:(?:FDI|ISO|no\.?|number|teeth|tooth) )?(?P<numbers>{_LIST})\)"
    rf"|,? (?:#\s?|(?:FDI|no\.|number) )(?P<bare>{_NUMBER}))"
    rf"|(?:\b(?:[Tt]ooth|[Tt]eeth) |#)(?P<before>{_LIST}) \((?P<behind>(?:the )?{_WORD}(?:[ -]{_WORD}){{0,11}})\)"
)
_NOUNS = {"incisor": "incisor", "canine": "canine", "cuspid": "canine", "premolar": "premolar", "bicuspid": "premolar",
          "molar": "molar"}  # fmt: skip
_NOUN = lazily(r"\b(incisor|canine|cuspid|premolar|bicuspid|molar)s?\b")
_RANKS = {
    "central": 1,
    "lateral": 2,
    "first": 1,
    "1st": 1,
    "second": 2,
    "2nd": 2,
    "third": 3,
    "3rd": 3,
    "wisdom": 3,
}
_PERMANENT = ("", "incisor", "incisor", "canine", "premolar", "premolar", "molar", "molar", "molar")
_PRIMARY = ("", "incisor", "incisor", "canine", "molar", "molar", "", "", "")
_FIRST_OF = {
    "incisor": 0,
    "canine": 2,
    "premolar": 3,
    "molar": 5,
}  # teeth before the first of a kind, from the midline


class Tooth(NamedTuple):
    """What a number says of a tooth; `rank` counts the teeth of its kind from the midline."""

    jaw: str
    side: str
    dentition: str
    kind: str
    rank: int


class Misnumbered(NamedTuple):
    """A number beside the name of another tooth."""

    place: Passage
    number: str
    name: str


def misnumbered(reading: Reading) -> Iterator[Misnumbered]:
    """The numbers that are of another tooth than the name beside them, by either system."""
    for stretch in stretches_with(reading, _KINDS):
        if factual(stretch.section.role) and stretch.block.kind != "table":
            yield from _in_sentence(stretch)


def _in_sentence(stretch: Stretch) -> Iterator[Misnumbered]:
    for match in _NUMBERED.finditer(stretch.text):
        name = match["name"] or match["behind"]
        said = set(re.findall(r"[\w]+", name.lower()))
        if _NOUN.search(name) is None or "supernumerary" in said:
            continue
        group = next(each for each in ("numbers", "bare", "before") if match[each])
        for number in re.finditer(r"\d\d", match[group]):
            fitting = [
                each for each in (_fdi(number[0]), _universal(number[0])) if each and _fits(said, each)
            ]
            if not fitting and _fdi(number[0]):
                start = stretch.offset + match.start(group) + number.start()
                yield Misnumbered(Passage(stretch.sentence.block, start, start + 2), number[0], name)


def _fdi(number: str) -> Tooth | None:
    quadrant, position = int(number[0]), int(number[1])
    primary = quadrant > 4
    kind = (_PRIMARY if primary else _PERMANENT)[position]
    if not kind:
        return None
    corner = (quadrant - 1) % 4
    before = 3 if primary and kind == "molar" else _FIRST_OF[kind]
    return Tooth(
        "upper" if corner < 2 else "lower",
        "right" if corner in (0, 3) else "left",
        "primary" if primary else "permanent",
        kind,
        position - before,
    )


def _universal(number: str) -> Tooth | None:
    count = int(number)
    if count > 32:
        return None
    quadrant, place = divmod(count - 1, 8)
    position = 8 - place if quadrant % 2 == 0 else place + 1
    return _fdi(f"{quadrant + 1}{position}")


def _fits(said: set[str], tooth: Tooth) -> bool:
    """Whether no word of a name excludes a tooth."""
    jaws = {"upper" for each in ("upper", "maxillary") if each in said}
    jaws |= {"lower" for each in ("lower", "mandibular") if each in said}
    sides = said & {"right", "left"}
    dentitions = {"primary" for each in ("primary", "deciduous") if each in said} | (said & {"permanent"})
    kinds = {_NOUNS[each.rstrip("s")] for each in said if each.rstrip("s") in _NOUNS}
    if any(
        known and value not in known
        for known, value in ((jaws, tooth.jaw), (sides, tooth.side), (kinds, tooth.kind))
    ):
        return False
    if dentitions and tooth.dentition not in dentitions:
        return False
    named = ("central", "lateral") if tooth.kind == "incisor" else tuple(_RANKS)[2:]
    ranks = {_RANKS[each] for each in said if each in named}
    return tooth.kind == "canine" or not ranks or tooth.rank in ranks
