"""A document with its mentions: what the rules look at. Each kind is found once, when first asked for."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from casewright.document.mentions.model import Sentence
from casewright.document.model import Block, Document, Section


@dataclass
class Reading:
    """A document, its blocks numbered in reading order, its sentences and its mentions."""

    document: Document
    project: object = field(default=None)  # a casewright.case.model.Case, where the manuscript is a project's

    @cached_property
    def blocks(self) -> tuple[tuple[Section, Block], ...]:
        return tuple(self.document.blocks())

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        from casewright.document.mentions.sentences import find_sentences

        return find_sentences(self)
