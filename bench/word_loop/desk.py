"""A co-author's desk: which places are still free, so that each edit of a file can be told from the others."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from paper import Element, Paper
from sources import Manuscript
from spots import Spot

NEW_WORDS = (
    "notably", "clearly", "rather", "mostly", "gradually", "thereafter", "presumably", "substantially", "initially",
    "subsequent", "careful", "marked", "repeated", "evident", "severe", "moderate", "prompt", "unusual",
)  # fmt: skip


@dataclass
class Desk:
    """One file under one hand. A block, and a fact, is changed by one edit at most."""

    manuscript: Manuscript
    spots: Sequence[Spot]
    rng: random.Random
    tracked: bool
    paper: Paper
    used: set[int] = field(default_factory=set)
    facts: set[str] = field(default_factory=set)
    _alone: dict[str, list[Spot]] = field(
        default_factory=dict
    )  # facts that can change without any other text
    _places: dict[int, list[tuple[int, Element]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for block, offset, paragraph in self.paper.paragraphs():
            self._places.setdefault(block, []).append((offset, paragraph))
        facts = self.manuscript.sources.case.facts.values()
        bound = {source for fact in facts for source in fact.sources}
        printed = Counter(mark.target for block in self.manuscript.blocks for mark in block.marked("fact"))
        for spot in self.spots:
            if spot.fact and spot.fact not in bound:
                self._alone.setdefault(spot.fact, []).append(spot)
        for fact, spots in list(self._alone.items()):
            if len(spots) < printed[fact]:
                del self._alone[fact]

    def at(self, block: int, offset: int) -> tuple[Element, int]:
        """The paragraph that holds a character of a block, and the character's number in it."""
        start, paragraph = max(
            (place for place in self._places[block] if place[0] <= offset), key=lambda p: p[0]
        )
        return paragraph, offset - start

    def paragraph(self, block: int) -> Element:
        return self._places[block][0][1]

    def free(self, accept: Callable[[Spot], bool]) -> Spot | None:
        """A place that nobody has touched yet; its block is taken."""
        choice = [spot for spot in self.spots if spot.block not in self.used and accept(spot)]
        if not choice:
            return None
        spot = self.rng.choice(choice)
        self.used.add(spot.block)
        return spot

    def free_fact(self, accept: Callable[[list[Spot]], bool]) -> list[Spot]:
        """All places of a fact none of which has been touched; their blocks are taken."""
        choice = [
            spots
            for fact, spots in self._alone.items()
            if fact not in self.facts and not any(spot.block in self.used for spot in spots) and accept(spots)
        ]
        if not choice:
            return []
        spots = self.rng.choice(choice)
        self.facts.add(spots[0].fact)
        self.used.update(spot.block for spot in spots)
        return spots

    def free_run(self, length: int, plain: bool = False) -> list[int]:
        """Neighbouring paragraphs of one prose file, untouched; they are taken.

        `plain`: the first may go without any number or abbreviation elsewhere becoming another.
        """
        blocks = self.manuscript.blocks
        looped = {spot.block for spot in self.spots if spot.sort == "loop"}

        def good(number: int, file: str) -> bool:
            return (
                number < len(blocks)
                and blocks[number].kind == "paragraph"
                and blocks[number].place.file == file
                and number not in self.used | looped
                and blocks[min(number + 1, len(blocks) - 1)].kind != "footnote"  # it would go along
            )

        choice = [
            number
            for number, block in enumerate(blocks)
            if block.place.file
            in ("manuscript/case.md", "manuscript/discussion.md", "manuscript/introduction.md")
            and not (plain and any(mark.kind in ("citation", "call", "abbreviation") for mark in block.marks))
            and all(good(number + step, block.place.file) for step in range(length))
        ]
        if not choice:
            return []
        first = self.rng.choice(choice)
        self.used.update(range(first, first + length))
        return list(range(first, first + length))

    def word(self, unlike: str = "") -> str:
        return self.rng.choice([word for word in NEW_WORDS if word != unlike.lower()])

    def neighbours(self, spot: Spot) -> tuple[str, str]:
        """The characters on both sides of a place."""
        text = self.manuscript.blocks[spot.block].text
        return text[: spot.start][-1:], text[spot.end :][:1]
