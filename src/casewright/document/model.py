"""A manuscript as sections of blocks of text, with marks on the text.

A document that was built and one that was read are the same thing; only a built one has an `ast` (what pandoc's
writers take) and marks of kind `fact`. Text is plain Unicode with single spaces; all that is more than a character
(superscript, citation, fact) is a mark over a span of it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from casewright.errors import Place

MarkKind = Literal[
    "fact",  # target: the fact's id
    "citation",  # target: citation keys, or printed numbers where it was read, joined by ";"
    "call",  # a figure, panel or table call; target: "figure:KEY", "figure:KEY.A", "table:KEY"
    "abbreviation",  # an expansion made by the build; target: the short form
    "literal",  # a number that stands for itself; target: the reason
    "generated",  # numbering, reference list, labels: made by the build; target: what made it
    "emphasis",
    "strong",
    "superscript",
    "subscript",
    "link",  # target: the URL
    "inserted",  # a tracked insertion, read as accepted; target: "AUTHOR|DATE"
    "comment",  # a reviewer's comment on this span; target: its id
]

BlockKind = Literal["heading", "paragraph", "item", "table", "legend", "footnote", "reference", "figure"]


@dataclass(frozen=True, slots=True)
class Mark:
    """What the characters `text[start:end]` of a block are, beyond being characters."""

    kind: MarkKind
    start: int
    end: int
    target: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading, list item, table, legend, footnote or reference.

    A table's text is its rows joined by newlines and their cells by tabs, so that marks and places work in it as
    everywhere. `anchors` are (offset in text, line, column) of points whose place in the source is known, in order of
    offset, the first at offset 0; between two anchors columns count on.
    """

    kind: BlockKind
    text: str
    marks: tuple[Mark, ...] = ()
    place: Place = Place()
    anchors: tuple[tuple[int, int, int], ...] = ()
    level: int = 0  # of a heading, 1 the highest; of a list item, its depth
    key: str = ""  # of a figure, a table, a legend or a reference: its key, or its printed number
    origins: tuple[
        tuple[int, Place], ...
    ] = ()  # of a built block, in place of anchors: its words are from many files

    def at(self, offset: int) -> Place:
        """The place in the source of the character at `offset`."""
        if self.origins:
            first, place = self.origins[
                max(0, bisect_right(self.origins, offset, key=lambda origin: origin[0]) - 1)
            ]
            return Place(place.file, place.line, place.column + max(0, offset - first))
        if not self.anchors:
            return self.place
        start, line, column = self.anchors[max(0, bisect_right(self.anchors, (offset, 1 << 60, 0)) - 1)]
        return Place(self.place.file, line, column + max(0, offset - start))

    def marked(self, kind: MarkKind) -> Iterator[Mark]:
        """The marks of one kind, in order."""
        return (mark for mark in self.marks if mark.kind == kind)


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of the manuscript with one job.

    `role` is one of the names in `casewright.document.roles` (`abstract`, `core_tip`, `case`, `comments.treatment`);
    an unrecognised heading inherits the role of the section around it. `title` is the heading as printed, "" where it
    has none. `blocks` are those up to the next heading, the heading itself left out.
    """

    role: str
    title: str
    blocks: tuple[Block, ...]
    level: int = 1
    heading: Block | None = None

    @property
    def text(self) -> str:
        """The section's text, a line a block."""
        return "\n".join(block.text for block in self.blocks)


@dataclass(frozen=True, slots=True)
class Document:
    """A manuscript, built or read: its sections in reading order."""

    sections: tuple[Section, ...]
    source: str = ""  # path as given
    format: str = ""  # "docx", "md", "txt", "jats", "html", "pdf", "built"
    properties: Mapping[str, str] = field(default_factory=dict)  # the file's own metadata, by name
    unread: tuple[str, ...] = ()  # what the reader saw and could not read, in words
    ast: Any = None  # pandoc's JSON AST, in a built document

    def blocks(self) -> Iterator[tuple[Section, Block]]:
        """Every block with its section, headings included, in reading order."""
        for section in self.sections:
            if section.heading is not None:
                yield section, section.heading
            for block in section.blocks:
                yield section, block

    def roled(self, role: str) -> Iterator[Section]:
        """The sections of this role, and of the roles below it (`comments` gives `comments.treatment`)."""
        return (s for s in self.sections if s.role == role or s.role.startswith(role + "."))
