"""What was really done to a file: the ground truth of one edit, and all of them in one edited file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Expected = Literal[
    "placed",  # it has one place in the sources, and belongs there
    "refused",  # the build makes these words: nothing in the sources is to be changed
    "conflict",  # two places of one fact now disagree
    "either",  # placed where the new build then says the same; else listed
    "gathered",  # a comment
    "nothing",  # formatting: no change of any source
]


@dataclass(frozen=True, slots=True)
class Change:
    """Of a file of the project: the characters from `offset` on that are `old` become `new`."""

    file: str
    offset: int
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Truth:
    """One edit: its kind, what should come of it, where it stands, and the change of the sources that it asks for.

    `blocks` are those whose text it changed. `fact` and `value` say what the data should state afterwards.
    """

    kind: str
    expected: Expected
    blocks: tuple[int, ...]
    start: int
    end: int
    old: str
    new: str
    change: Change | None = None
    fact: str = ""
    value: str = ""
    others: tuple[tuple[int, int, int], ...] = ()  # block, start, end of the further places of the same edit

    @property
    def places(self) -> tuple[tuple[int, int, int], ...]:
        """Block, start and end of every place."""
        return ((self.blocks[0], self.start, self.end), *self.others) if self.blocks else ()

    @property
    def structural(self) -> bool:
        """Whether it is an edit of whole paragraphs."""
        return self.kind.startswith("paragraph")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One co-author's file with every edit in it; `hand` says how they were made: plain, tracked, by LibreOffice.

    `whole` is the same file with the bookmarks and controls that another program may have dropped from it.
    """

    hand: str
    docx: bytes
    truths: tuple[Truth, ...]
    whole: bytes
