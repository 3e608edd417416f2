"""Things that are counted, and counted again as all that there are: `two cysts were seen ... all three cysts`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from math import inf
from typing import NamedTuple

from casewright.check.evidence.text.parts import of_patient, part_at
from casewright.check.evidence.text.passage import Passage, having, scan
from casewright.document.mentions.wordset import words
from casewright.document.reading import Reading
from casewright.patterns import lazily
from casewright.quantity.number import read_number

_FEW = r"(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,2})"
_PLURAL = r"(?:[a-z]{4,}s|children|calculi|thrombi|diverticula|emboli)"
_MANY = rf"(?:{_FEW}|multiple|several|numerous|many)"
_SIGN = lazily(
    rf" (?={_MANY} )(?:(?<=(?:the|all|his|her) )|(?<=(?:these|their) )|(?<=all of ))"
)  # begins with a space, as few places do behind which a count stands
_ALL = lazily(
    r"(?:(?P<all>all(?: of)?(?: the| these| his| her)?)|(?:of )?(?:the|these|his|her)|of their)"
    rf" (?P<n>{_MANY})"
    r" (?:(?!and |or |to |of |in |most |other |remaining |[a-z]+(?:est|ed|er) )[a-z-]+ ){0,2}?"
    rf"(?P<noun>{_PLURAL})\b"
)
_REACH = 500  # characters between the two counts
_KNOWN = words(  # what is counted in time or in amounts, and what everybody has so many of
    "days weeks months years hours minutes times doses cycles courses sessions stages patients cases limbs extremities"
    " quadrants chambers valves lobes segments eyes kidneys fingers toes vessels arteries veins ventricles sides groups"
    " criteria points drugs stations ports samples series reports studies authors participants members levels"
)
_KIN = words("sisters brothers siblings daughters sons children")  # a sentence on them is of no patient
_FURTHER = lazily(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+|another|additional|further|other|new|more|second|third|both"
    r"|several|multiple|remaining|only|a|an)\b"
)


class Counted(NamedTuple):
    """All of some things by their words, and the lesser count that was told of them before."""

    all: Passage
    words: str
    before: Passage
    told: str


def more_than_counted(reading: Reading) -> Iterator[Counted]:
    """The things of which all are more than were told a few sentences before, with no others told between."""
    for passage, match in scan(reading, _ALL, among=having(reading, _SIGN), folded=True):
        if match["noun"] in _KNOWN or part_at(reading, passage.block) != "body":
            continue
        text, sentence = match.string, reading.sentence_at(passage.block, passage.start)
        told = list(_count_of(match["noun"]).finditer(text, max(0, passage.start - _REACH), passage.start))
        ours = match["noun"] in _KIN or of_patient(reading, sentence, passage.start)
        if len(told) != 1 or not ours:
            continue
        before = told[0]
        start = reading.sentences[reading.sentence_at(passage.block, before.start())].start
        end = text.rfind(" ", 0, passage.start - 1) if match[0].startswith("of") else passage.start
        if _FURTHER.search(text, start, before.start()) or _FURTHER.search(text, before.end(), end):
            continue
        first, last = _count(before["n"]), _count(match["n"])
        if 0 < first < last or (match["all"] and first > last > 1):
            yield Counted(passage, match[0], Passage(passage.block, *before.span()), before[0])


def _count(printed: str | None) -> float:
    """A printed number; one for what is told as single, and more than any for `multiple`."""
    if printed is None:
        return 1
    number = read_number(printed)
    return float(number.value) if number else inf


@cache
def _count_of(noun: str) -> re.Pattern[str]:
    one = noun.removesuffix("s")
    return re.compile(
        rf"\b(?:(?P<n>{_FEW}) (?:[a-z-]+ ){{0,2}}{noun}|(?:an? |one )?(?:solitary|single) (?:[a-z-]+ ){{0,2}}{one})\b"
    )
