"""A built manuscript as one long text, with the place in the sources of each of its characters."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from casewright.document.model import Block, Document, Section
from casewright.errors import Place
from casewright.revise.citing import Works
from casewright.revise.texts import Source, Texts

SpanKind = Literal[
    "fact", "citation", "call", "abbreviation", "numbering", "reference", "expression", "markup"
]


@dataclass(frozen=True, slots=True)
class Span:
    """Characters that nobody typed into the prose: a printed fact, or text that the build made.

    `target` is the fact's id, the citation's keys, the short form, ...; `source` is the expression that printed them.
    """

    kind: SpanKind
    start: int
    end: int
    target: str = ""
    source: Source | None = None


@dataclass(frozen=True)
class Layout:
    """The text of a document, a line a block; `sources[i]` is where character i stands, None where nowhere."""

    text: str
    sources: tuple[Source | None, ...]
    spans: tuple[Span, ...]
    blocks: tuple[tuple[int, str], ...]  # start of each block, and the title of its section
    document: Document
    texts: Texts
    repeated: Mapping[str, tuple[tuple[int, int, int], ...]] = field(
        default_factory=dict
    )  # by file, the stretches printed more than once: start, end, how often
    works: Works = field(default_factory=Works)  # what can be cited in it

    def spans_within(self, start: int, end: int) -> Iterator[Span]:
        """The spans that share a character with `start` to `end`; for an empty stretch, those it stands inside of."""
        first = bisect_right(self.spans, start, key=lambda span: span.end)
        for span in self.spans[first:]:
            if span.start >= max(end, start + (start == end)):
                break
            if span.start < end or (start == end and span.start < start):
                yield span

    def block_at(self, offset: int) -> int:
        """The number of the block that holds a character."""
        return max(0, bisect_right(self.blocks, offset, key=lambda block: block[0]) - 1)

    def section_at(self, offset: int) -> str:
        """The title of the section that holds a character."""
        return self.blocks[self.block_at(offset)][1] if self.blocks else ""

    def times_printed(self, file: str, start: int, end: int) -> int:
        """How often a stretch of source is printed, by a loop or a macro; an empty one with what it touches."""
        return max(
            (
                times
                for first, last, times in self.repeated.get(file, ())
                if (first < end and start < last) or (start == end and first <= start <= last)
            ),
            default=1,
        )

    @property
    def references(self) -> tuple[str, ...]:
        """The keys of the reference list in its order: the first is cited as 1."""
        return tuple(span.target for span in self.spans if span.kind == "reference")

    def block_of(self, offset: int) -> Block:
        """The block that holds a character."""
        return self._documented[self.block_at(offset)][1]

    def role_at(self, offset: int) -> str:
        """The role of the section that holds a character."""
        return self._documented[self.block_at(offset)][0].role

    @cached_property
    def _documented(self) -> list[tuple[Section, Block]]:
        return [(section, block) for section, block in self.document.blocks() if block.text]

    def is_label(self, span: Span) -> bool:
        """Whether a span is the heading over a section, or at the start of its paragraph, as the journal words it."""
        begins = span.start == self.blocks[self.block_at(span.start)][0]
        set_by_journal = span.source is not None and span.source.file.startswith("templates/")
        return span.kind in ("expression", "numbering") and begins and set_by_journal

    def place(self, source: Source) -> Place:
        """File, line and column of a stretch of source."""
        return self.texts.place(source.file, source.start)
