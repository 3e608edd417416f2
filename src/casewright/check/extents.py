"""What journals set limits to, counted: words by part, key words, references, figures, authors."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from casewright.document.model import Block, Section
from casewright.document.reading import Reading
from casewright.patterns import lazily

if TYPE_CHECKING:
    from casewright.journal.model import Limit

_WORD = lazily(r"\S*\w\S*")
Place = tuple[int, Section, Block]  # the number of a block, and the block


@dataclass(frozen=True, slots=True)
class Extent:
    """One thing that is counted: what it is called, in what it is counted, and where a manuscript has it."""

    what: str
    unit: str
    places: Callable[[Reading], Iterator[Place]]
    count: Callable[[Block], int] = lambda _: 1

    def of(self, reading: Reading) -> int:
        """How much of it there is; what is still to be written counts nothing."""
        return sum(self.count(block) for _, _, block in self.places(reading) if not _is_unwritten(block))

    def at(self, reading: Reading) -> int | None:
        """The block in which it begins; None where the manuscript has none of it."""
        return next((number for number, _, _ in self.places(reading)), None)


class Excess(NamedTuple):
    """A count that is out of bounds."""

    extent: Extent
    limit: Limit
    counted: int
    block: int | None

    @property
    def over(self) -> bool:
        """Whether it is too much; else it is too little."""
        return self.limit.most is not None and self.counted > self.limit.most


def excesses(reading: Reading, names: tuple[str, ...]) -> Iterator[Excess]:
    """What of these is out of the bounds of the journal that the manuscript is meant for.

    What the manuscript does not have at all is missing, and not too short.
    """
    for name in names:
        limit = reading.journal.limit(name) if reading.journal else None
        if limit is None:
            continue
        extent = EXTENTS[name]
        counted, block = extent.of(reading), extent.at(reading)
        too_many = limit.most is not None and counted > limit.most
        if too_many or (counted and limit.least is not None and counted < limit.least):
            yield Excess(extent, limit, counted, block)


def words(block: Block) -> int:
    """The words of a block: without citations, and without a heading that runs into it."""
    text = block.text
    for mark in sorted(block.marked("citation"), key=lambda mark: -mark.start):
        text = text[: mark.start] + " " + text[mark.end :]
    return len(_WORD.findall(_without_run_in(block, text)))


def listed(block: Block) -> int:
    """The entries of a list in one paragraph, such as key words."""
    text = _without_run_in(block, block.text)
    entries = [entry for entry in re.split(r"[;\n]" if ";" in text else r"[,\n]", text) if entry.strip()]
    return len(entries)


def _without_run_in(block: Block, text: str) -> str:
    """The text after its bold heading, as in `Key words: ...`."""
    first = next(block.marked("strong"), None)
    head = text[: first.end].rstrip() if first and first.start == 0 else ""
    return text[len(head) :] if head.endswith(":") else re.sub(r"^[A-Z][A-Za-z ]{2,20}: ", "", text)


def _is_unwritten(block: Block) -> bool:
    return any(mark.target == "missing" for mark in block.marked("generated"))


def _of_role(role: str) -> Callable[[Reading], Iterator[Place]]:
    def places(reading: Reading) -> Iterator[Place]:
        for number, (section, block) in enumerate(reading.blocks):
            if block.kind != "heading" and (section.role == role or section.role.startswith(f"{role}.")):
                yield number, section, block

    return places


def _of_kind(kind: str) -> Callable[[Reading], Iterator[Place]]:
    def places(reading: Reading) -> Iterator[Place]:
        seen: set[str] = set()
        for number, (section, block) in enumerate(reading.blocks):
            key = block.key or f"{number}"
            if block.kind == kind and key not in seen:
                seen.add(key)
                yield number, section, block

    return places


def _first(places: Callable[[Reading], Iterator[Place]]) -> Callable[[Reading], Iterator[Place]]:
    def first(reading: Reading) -> Iterator[Place]:
        for place in places(reading):
            yield place
            return

    return first


def _main(reading: Reading) -> Iterator[Place]:
    from casewright.document.roles import part_of

    for number, (section, block) in enumerate(reading.blocks):
        if part_of(section.role) == "main" and block.kind in ("paragraph", "item"):
            yield number, section, block


def _cited_in_abstract(reading: Reading) -> Iterator[Place]:
    for citation in reading.citations:
        section, block = reading.blocks[citation.block]
        if section.role.partition(".")[0] == "abstract":
            yield citation.block, section, block


EXTENTS: Mapping[str, Extent] = {
    "title_words": Extent("the title", "words", _first(_of_role("title")), words),
    "running_title_words": Extent("the running title", "words", _of_role("running_title"), words),
    "abstract_words": Extent("the abstract", "words", _of_role("abstract"), words),
    "core_tip_words": Extent("the core tip", "words", _of_role("core_tip"), words),
    "main_words": Extent("the text", "words", _main, words),
    "keywords": Extent("the list of key words", "key words", _of_role("keywords"), listed),
    "authors": Extent("the title page", "authors", _first(_of_role("authors")), listed),
    "references": Extent("the reference list", "references", _of_kind("reference")),
    "figures": Extent("the manuscript", "figures", _of_kind("legend")),
    "learning_points": Extent("the list of learning points", "points", _of_role("learning_points")),
    "abstract_citations": Extent("the abstract", "citations", _cited_in_abstract),
}
