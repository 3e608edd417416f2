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
    """One file under one hand. A fact is changed by one edit at most; two edits stand `margin` characters apart."""

    manuscript: Manuscript
    spots: Sequence[Spot]
    rng: random.Random
    tracked: bool
    paper: Paper
    margin: int = 1_000_000
    used: dict[int, list[tuple[int, int]]] = field(default_factory=dict)  # by block: what is taken of it
    facts: set[str] = field(default_factory=set)
    _alone: dict[str, list[Spot]] = field(
        default_factory=dict
    )  # facts that can change without any other text
    _shifts: dict[int, list[tuple[int, int]]] = field(default_factory=dict)
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

    def take(self, block: int, start: int = 0, end: int = 1_000_000) -> None:
        self.used.setdefault(block, []).append((start, end))

    def is_free(self, spot: Spot) -> bool:
        """Whether nothing near a place has been touched."""
        near = spot.start - self.margin, spot.end + self.margin
        return all(end <= near[0] or near[1] <= start for start, end in self.used.get(spot.block, ()))

    def at(self, block: int, offset: int) -> tuple[Element, int]:
        """The paragraph that holds a character of a block, and the character's number in it by now."""
        start, paragraph = max(
            (place for place in self._places[block] if place[0] <= offset), key=lambda p: p[0]
        )
        moved = sum(by for at, by in self._shifts.get(id(paragraph), ()) if at <= offset - start)
        return paragraph, offset - start + moved

    def shift(self, block: int, offset: int, by: int) -> None:
        """Remember that the text behind a character is longer or shorter now."""
        start, paragraph = max(
            (place for place in self._places[block] if place[0] <= offset), key=lambda p: p[0]
        )
        self._shifts.setdefault(id(paragraph), []).append((offset - start, by))

    def paragraph(self, block: int) -> Element:
        return self._places[block][0][1]

    def free(self, accept: Callable[[Spot], bool]) -> Spot | None:
        """A place that nobody has touched yet; it is taken."""
        choice = [spot for spot in self.spots if self.is_free(spot) and accept(spot)]
        if not choice:
            return None
        spot = self.rng.choice(choice)
        self.take(spot.block, spot.start, spot.end)
        return spot

    def free_fact(self, accept: Callable[[list[Spot]], bool]) -> list[Spot]:
        """All places of a fact none of which has been touched; they are taken."""
        choice = [
            spots
            for fact, spots in self._alone.items()
            if fact not in self.facts and all(map(self.is_free, spots)) and accept(spots)
        ]
        if not choice:
            return []
        spots = self.rng.choice(choice)
        self.facts.add(spots[0].fact)
        for spot in spots:
            self.take(spot.block, spot.start, spot.end)
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
                and number not in self.used.keys() | looped
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
        for number in range(first, first + length):
            self.take(number)
        return list(range(first, first + length))

    def word(self, unlike: str = "") -> str:
        return self.rng.choice([word for word in NEW_WORDS if word != unlike.lower()])

    def neighbours(self, spot: Spot) -> tuple[str, str]:
        """The characters on both sides of a place."""
        text = self.manuscript.blocks[spot.block].text
        return text[: spot.start][-1:], text[spot.end :][:1]
