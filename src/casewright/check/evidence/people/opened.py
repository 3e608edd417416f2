"""Paragraphs of the case that tell of somebody else: they open with the newborn, the donor, the sister."""

from __future__ import annotations

from casewright.check.evidence.people.children import of_child
from casewright.check.evidence.text.parts import part_at
from casewright.document.mentions.wordset import words
from casewright.document.reading import Reading
from casewright.patterns import lazily

_KIN = "donor|son|daughter|brother|sister|sibling|mother|father|twin"
_CHILDREN = "newborn|neonate|infant|baby|child|boy|girl"
_WORDS = words(f"{_KIN} {_CHILDREN}".replace("|", " "))
_OPENING = lazily(  # `The newborn, a boy, was admitted`, `The donor was his mother`
    rf"(?:[Tt]he|[Hh]is|[Hh]er|[Tt]heir) (?:[a-z]+ ){{0,2}}?(?:(?:{_KIN})|(?P<child>{_CHILDREN}))"
    r"(?:,[^,.;]{3,40},)? (?:was|had|weighed|is|received|underwent|developed|presented|required|died|needed)\b"
    r"(?! (?:\w+ly )?(?:brought|noticed|reported|told|said|informed|worried|aware|asked|noted) )"
)


def told_of_another(reading: Reading) -> frozenset[int]:
    """The numbers of such paragraphs; a child is somebody else where the patient is none.

    Ask for it by `Reading.once`.
    """
    found: set[int] = set()
    block = -1
    for stretch in reading.stretches:
        if stretch.sentence.block == block:
            continue
        block = stretch.sentence.block
        if stretch.words.isdisjoint(_WORDS) or part_at(reading, block) != "body":
            continue
        opening = _OPENING.match(stretch.text)
        if opening and not (opening["child"] and reading.once(of_child)):
            found.add(block)
    return frozenset(found)
