"""What the case says of a thing, and another part says otherwise: `the reduction failed`, `the reduction succeeded`.

Only plain statements are read: the thing, a verb, its value. A joint is the thing where it is held in a position.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from casewright.check.evidence.denial.visits import time_of
from casewright.check.evidence.text.around import stretches_with
from casewright.check.evidence.text.parts import of_patient, part_at
from casewright.check.evidence.text.passage import Passage, factual
from casewright.check.evidence.words.wording import STOP, stem
from casewright.document.mentions.stretch import Stretch
from casewright.document.mentions.wordset import plain_words, words
from casewright.document.reading import Reading
from casewright.patterns import lazily

_THING = r"(?:\A|[.;:,] |\b(?:and|but|that) )(?:(?:on|at|upon) \w+,? )?(?P<of>(?!and |but )[a-z][a-z0-9' -]{3,70}?)"
_WAS = r"(?:was|were|remained|proved|came out|appeared)"
_OUTCOME = lazily(
    rf"{_THING} (?:(?:was|were|had) )?(?:(?P<failed>failed|unsuccessful|not successful)"
    r"|(?P<successful>succeeded|successful))"
    r"(?=[.,;]|\Z| (?:and|on|at|in|after|but|because|due)\b)"
)
_LEVEL = lazily(
    rf"{_THING} {_WAS} (?:(?P<low>low|decreased|reduced|diminished)"
    r"|(?P<normal>normal|within (?:the )?normal (?:range|limits))"
    r"|(?P<high>high|elevated|increased|raised|brisk|exaggerated)|(?P<absent>absent))"
    r"(?=[.,;]|\Z| (?:and|on|at|in)\b)"
)
_HELD = lazily(
    r"\bin (?:full |slight |neutral )?(?:(?P<flexion>flexion)|(?P<extension>extension)|(?P<supination>supination)"
    r"|(?P<pronation>pronation)|(?P<abduction>abduction)|(?P<adduction>adduction))"
    r"(?=[.,;]|\Z| (?:and|for|with|by|gave)\b)"
)
_OPPOSITES = {
    "flexion": "extension", "extension": "flexion", "supination": "pronation", "pronation": "supination",
    "abduction": "adduction", "adduction": "abduction",
}  # fmt: skip
_ENDING = words("failed unsuccessful successful succeeded")
_LEVELS = words(
    "low decreased reduced diminished normal high elevated increased raised brisk exaggerated absent"
)
_HOLDING = words(
    "splint splinted cast plaster immobilized immobilised immobilization immobilisation brace held kept"
)
_NOTHING = STOP | words(  # what says nothing of which thing is meant
    "level levels serum value values activity concentration attempt attempts patient patients treatment therapy it he"
    " she this that these those they there result results procedure outcome which other others rest remaining"
    " examination findings all both count test tests"
)
_ELSE = words(
    "second first initial initially repeat repeated another again later finally if previous previously until"
)


class Predicate(NamedTuple):
    """What a sentence says of a thing."""

    stretch: Stretch
    place: Passage
    value: str
    said: str  # the word for it
    thing: str
    of: frozenset[str]  # the stems of the thing


def predicates_told_otherwise(reading: Reading) -> Iterator[tuple[Predicate, Predicate]]:
    """What the case says of a thing, with what another part says of it, where neither part says both."""
    told = [*_told(reading, _OUTCOME, _ENDING), *_told(reading, _LEVEL, _LEVELS), *_held(reading)]
    case = [each for each in told if part_at(reading, each.place.block) == "body"]
    for here in told:
        if here not in case:
            same = [each for each in case if _are_one(each, here)]
            there = [each for each in told if each not in case and _are_one(each, here)]
            said = {each.value for each in same}
            if same and said.isdisjoint(each.value for each in there):
                yield same[0], here


def _told(reading: Reading, pattern: re.Pattern[str], asked: frozenset[str]) -> Iterator[Predicate]:
    for stretch in stretches_with(reading, asked):
        if stretch.words.isdisjoint(_ELSE) and (said := list(pattern.finditer(stretch.lower))):
            for match in said if _may_tell(reading, stretch) else ():
                of = frozenset(stem(word) for word in plain_words(match["of"]) if word not in _NOTHING)
                if of:
                    yield _predicate(stretch, match, match["of"].strip(), of)


def _held(reading: Reading) -> Iterator[Predicate]:
    """The positions in which a joint is held."""
    for stretch in stretches_with(reading, frozenset(_OPPOSITES)):
        if stretch.words.isdisjoint(_HOLDING) or not stretch.words.isdisjoint(_ELSE):
            continue
        if _may_tell(reading, stretch):
            for match in _HELD.finditer(stretch.lower):
                value = match.lastgroup or ""
                yield _predicate(
                    stretch, match, "the position", frozenset(sorted((value, _OPPOSITES[value])))
                )


def _predicate(stretch: Stretch, match: re.Match[str], thing: str, of: frozenset[str]) -> Predicate:
    value = match.lastgroup or ""
    start, end = (stretch.offset + at for at in match.span(value))
    return Predicate(stretch, Passage(stretch.sentence.block, start, end), value, match[value], thing, of)


def _may_tell(reading: Reading, stretch: Stretch) -> bool:
    """Whether a sentence states what was so of our patient, and at no later time."""
    if not factual(stretch.section.role) or stretch.block.kind in ("heading", "table"):
        return False
    return time_of(reading, stretch) != "later" and of_patient(reading, stretch.sentence.index)


def _are_one(one: Predicate, other: Predicate) -> bool:
    return one.of <= other.of or other.of <= one.of
