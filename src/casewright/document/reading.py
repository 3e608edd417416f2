"""A document with its mentions: what the rules look at. Each kind is found once, when first asked for."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from casewright.document.mentions.model import (
    AbbreviationMention,
    CallMention,
    CitationMention,
    DateMention,
    Mention,
    QuantityMention,
    Sentence,
    SexMention,
    ShareMention,
)
from casewright.document.model import Block, Document, Section

T = TypeVar("T")

if TYPE_CHECKING:
    from casewright.document.mentions.stretch import Stretch
    from casewright.journal.model import Profile


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a mention stands, as a reader sees it: section title, the sentence around it, line and column."""

    section_title: str
    quote: str
    line: int
    column: int


@dataclass
class Reading:
    """A document, its blocks numbered in reading order, its sentences and its mentions."""

    document: Document
    project: object = field(default=None)  # a casewright.case.model.Case, where the manuscript is a project's
    journal: Profile | None = field(default=None)  # for which it is meant, where that is known
    _made: dict[Any, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    def once(self, make: Callable[[Reading], T]) -> T:
        """What `make` gives for this reading, made once however many rules ask for it."""
        try:
            known: T = self._made[make]
        except KeyError:
            known = self._made[make] = make(self)
        return known

    @cached_property
    def blocks(self) -> tuple[tuple[Section, Block], ...]:
        return tuple(self.document.blocks())

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        from casewright.document.mentions.sentences import find_sentences

        return find_sentences(self)

    @cached_property
    def stretches(self) -> tuple[Stretch, ...]:
        """The sentences as the finders of mentions see them."""
        from casewright.document.mentions.stretch import find_stretches

        return tuple(find_stretches(self))

    def stretch_of(self, sentence: int) -> Stretch:
        """A sentence outside the reference list, by its index: the two count alike only as far as that list."""
        return self._stretches_by_sentence[sentence]

    @cached_property
    def _stretches_by_sentence(self) -> dict[int, Stretch]:
        return {stretch.sentence.index: stretch for stretch in self.stretches}

    @cached_property
    def quantities(self) -> tuple[QuantityMention, ...]:
        from casewright.document.mentions.quantities import find_quantities

        return find_quantities(self)

    @cached_property
    def shares(self) -> tuple[ShareMention, ...]:
        from casewright.document.mentions.shares import find_shares

        return find_shares(self)

    @cached_property
    def sexes(self) -> tuple[SexMention, ...]:
        from casewright.document.mentions.sexes import find_sexes

        return find_sexes(self)

    @cached_property
    def dates(self) -> tuple[DateMention, ...]:
        from casewright.document.mentions.dates import find_dates

        return find_dates(self)

    @cached_property
    def citations(self) -> tuple[CitationMention, ...]:
        from casewright.document.mentions.citations import find_citations

        return find_citations(self)

    @cached_property
    def calls(self) -> tuple[CallMention, ...]:
        from casewright.document.mentions.calls import find_calls

        return find_calls(self)

    @cached_property
    def abbreviations(self) -> tuple[AbbreviationMention, ...]:
        from casewright.document.mentions.abbreviations import find_abbreviations

        return find_abbreviations(self)

    def spot(self, mention: Mention) -> Standing:
        """Where the mention stands, with its sentence as the quote."""
        section, block = self.blocks[mention.block]
        sentence = self.sentences[mention.sentence]
        place = block.at(mention.start)
        quote = block.text[sentence.start : sentence.end]
        return Standing(section.title or section.role, quote, place.line, place.column)

    def sentence_at(self, block: int, offset: int) -> int:
        """The index of the sentence that holds a character of a block; of the nearest before it, where none does."""
        return max(0, bisect_right(self._begins, (block, offset)) - 1)

    @cached_property
    def _begins(self) -> list[tuple[int, int]]:
        """Where each sentence begins: its block, and the character there."""
        return [(sentence.block, sentence.start) for sentence in self.sentences]
