"""Classes that are told by a letter, and the last letter of each: Child-Pugh A to C, Stanford A and B."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from casewright.check.evidence.text.passage import Passage, scan_sentences
from casewright.document.mentions.wordset import words
from casewright.document.reading import Reading
from casewright.patterns import lazily

# The last letter of each, by its definition. They were not verified scale by scale.
_CLASS = lazily(
    r"\b(?:(?P<C>Child[-–]?(?:Turcotte[-–])?Pugh(?: \([A-Z]{2,4}\))?(?: (?:class(?:ification)?|grade|stage|score))?"
    r"|Child(?: class)|(?:Danis[-–]Weber(?: type)?|Weber type))"
    r"|(?P<B>Stanford(?: type)?)"
    r"|(?P<E>(?:ASIA|AIS)(?: Impairment Scale)?(?: \([A-Z]{3,4}\))? grade"
    r"|American Spinal Injury Association(?: \(ASIA\))?"
    r"(?: [Ii]mpairment [Ss]cale)?(?: grade)?|Frankel grade)"
    r"|(?P<D>BCLC(?: stage)?|Barcelona Clinic Liver Cancer(?: \(BCLC\))?(?: stage)?|Los Angeles grade|LA grade))"
    r"(?: (?:of|was|is))? (?P<letter>[A-Z])(?![\w'’-]|\.\w)"
)
_NAMES = {
    "C": "Child-Pugh or Weber class",
    "B": "Stanford type",
    "E": "grade of spinal injury",
    "D": "stage or grade",
}
_SIGNS = words("child pugh weber stanford asia ais american frankel bclc barcelona angeles la")


class Lettered(NamedTuple):
    """A class by its letter where it stands, with the last letter that its scale has."""

    name: str
    last: str
    place: Passage


def lettered_over(reading: Reading) -> Iterator[Lettered]:
    """Every class whose letter is behind the last of its scale."""
    for place, match in scan_sentences(reading, _CLASS, _SIGNS):
        last = next(letter for letter in _NAMES if match[letter])
        if match["letter"] > last:
            yield Lettered(_NAMES[last], last, place)
