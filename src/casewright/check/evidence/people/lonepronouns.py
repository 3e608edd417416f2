"""Pronouns that stand alone among those of the other sex, where a report tells of several patients."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from casewright.check.evidence.people.introduced import pronouns_in
from casewright.check.evidence.people.persons import Pronoun, names_one, pronouns
from casewright.check.evidence.text.passage import Passage
from casewright.document.mentions.stretch import Stretch
from casewright.document.reading import Reading

_AMONG = 2  # pronouns of the other sex in the same section or paragraph, at least


class Lone(NamedTuple):
    """A pronoun, and those of the other sex around it."""

    pronoun: Pronoun
    among: list[Passage]


def lone_pronouns(reading: Reading) -> Iterator[Lone]:
    """The only pronoun of one sex in a paragraph, or in a section, that names nobody of that sex."""
    clear = {each.place: each for each in pronouns(reading) if not each.goes_on}
    found: set[Passage] = set()
    for stretches in _told_together(reading, {place.block for place in clear}):
        said = [each for stretch in stretches for each in pronouns_in(stretch, 0, len(stretch.text))]
        for sex in ("male", "female"):
            same = [each.place for each in said if each.sex == sex]
            among = [each.place for each in said if each.sex != sex]
            if len(same) != 1 or len(among) < _AMONG or same[0] not in clear or same[0] in found:
                continue
            if not any(names_one(stretch.words, sex) for stretch in stretches):
                found.add(same[0])
                yield Lone(clear[same[0]], among)


def _told_together(reading: Reading, blocks: set[int]) -> list[list[Stretch]]:
    """The sentences of each paragraph of these numbers, and of each section that has one."""
    of_block, of_section = defaultdict[int, list[Stretch]](list), defaultdict[int, list[Stretch]](list)
    sections = {id(reading.blocks[block][0]) for block in blocks}
    for stretch in reading.stretches:
        if stretch.sentence.block in blocks:
            of_block[stretch.sentence.block].append(stretch)
        if id(stretch.section) in sections:
            of_section[id(stretch.section)].append(stretch)
    return [*of_block.values(), *of_section.values()]
