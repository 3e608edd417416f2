"""Where edited characters stand in the sources: the edges of a stretch, and whether it can be changed there."""

from __future__ import annotations

import re
from collections.abc import Callable

from casewright.revise.layout import Layout
from casewright.revise.ruling import State
from casewright.revise.texts import Source

_CALLS = re.compile(r"(?:\s?(?:\[@[^\]]{1,300}\]|@[\w:.#$%&+?<>~/,-]*\w))+|(?:\s?\[\^[^\]]{1,99}\])+")


class NoPlace(Exception):  # noqa: N818 - the word says what was found
    """An edit that no change of one file makes."""

    def __init__(self, message: str, hint: str = "", state: State = "unplaced") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.state = state


class Anchors:
    """The places of a layout's characters. `writable` says whether the project has a source file of its own."""

    def __init__(self, layout: Layout, writable: Callable[[str], bool]) -> None:
        self.layout = layout
        self.texts = layout.texts
        self.writable = writable

    def bounds(self, block: int) -> tuple[int, int]:
        """Where a block begins and ends in the text."""
        blocks = self.layout.blocks
        end = blocks[block + 1][0] - 1 if block + 1 < len(blocks) else len(self.layout.text)
        return blocks[block][0], end

    def source(self, offset: int) -> Source | None:
        """The source of a character: its literal, or the expression that printed it."""
        if not 0 <= offset < len(self.layout.text):
            return None
        for span in self.layout.spans_within(offset, offset + 1):
            return span.source
        return self.layout.sources[offset]

    def edge(self, offset: int, start: bool) -> tuple[str, int] | None:
        """Where a character's source begins or ends; None of one that has no source."""
        source = self.source(offset)
        return None if source is None else (source.file, source.start if start else source.end)

    def is_literal(self, offset: int) -> bool:
        """Whether a character was typed into a file."""
        source = self.layout.sources[offset]
        return source is not None and not any(self.layout.spans_within(offset, offset + 1))

    def behind_calls(self, at: int, begins: int) -> tuple[str, int] | None:
        """Behind citations and calls that end a stretch: they have no characters of their own in the text."""
        known = next((n for n in range(at - 1, begins - 1, -1) if self.source(n) is not None), None)
        edge = self.edge(known, False) if known is not None else None
        if edge is None:
            return None
        found = _CALLS.match(self.texts[edge[0]], edge[1])
        return (edge[0], found.end()) if found else None

    def before_calls(self, begins: int, end: int) -> tuple[str, int] | None:
        """Before citations and calls that begin a stretch."""
        known = next((n for n in range(begins, end) if self.source(n) is not None), None)
        edge = self.edge(known, True) if known is not None else None
        if edge is None:
            return None
        text = self.texts[edge[0]]
        line = text.rfind("\n", 0, edge[1]) + 1
        found = _CALLS.fullmatch(text, line, edge[1])
        return (edge[0], line) if found else None

    def stretch(self, start: int, end: int) -> Source:
        """The source of characters `start` to `end`, all in one file. Raises NoPlace."""
        block_start, _ = self.bounds(self.layout.block_at(start))
        _, block_end = self.bounds(self.layout.block_at(max(end - 1, start)))
        left = self.edge(start, True)
        if left is None and start > block_start:
            left = self.edge(start - 1, False) or self.behind_calls(start, block_start)
        elif left is None:
            left = self.before_calls(start, end)
        right = self.edge(end - 1, False)
        if right is None and (end < block_end or self.layout.text[end - 1] == "\n"):
            right = self.edge(end, True)
        if right is None:
            right = self.behind_calls(end, block_start)
        if left is None or right is None:
            raise NoPlace("these words stand in no file", "they are made by the build", "refused")
        if left[0] != right[0] or left[1] > right[1]:
            raise self._scattered(start, end, left, right)
        source = Source(left[0], left[1], right[1])
        self.check(source)
        return source

    def check(self, source: Source) -> None:
        """Raise NoPlace for a stretch that is not for anybody to change."""
        place = self.texts.place(source.file, min(source.start, len(self.texts[source.file])))
        if not self.writable(source.file):
            message = "these words belong to the journal's template, which comes with casewright"
            raise NoPlace(
                message, f"put a copy of {source.file} into your project and change it at {place}", "refused"
            )
        if source.file.endswith((".yaml", ".bib")):
            raise NoPlace("these words stand in the data", f"change them at {place}", "refused")

    def _scattered(self, start: int, end: int, left: tuple[str, int], right: tuple[str, int]) -> NoPlace:
        files = f"{left[0]} and {right[0]}"
        if self.layout.block_at(start) != self.layout.block_at(max(end - 1, start)):
            return NoPlace(f"these paragraphs come from different places: {files}")
        hint = f"change the words of each, at {self.texts.place(*left)} and {self.texts.place(*right)}"
        return NoPlace(f"these words are put together from different places: {files}", hint)
