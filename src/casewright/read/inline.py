"""Running text put together from pieces of markup: single spaces, and marks over spans of it."""

from __future__ import annotations

import re

from casewright.document.model import Mark, MarkKind

_SPACES = re.compile(r"[\s\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_NO_WIDTH = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff\ufffc\ufffe\uffff\x00-\x08\x0e-\x1f\ud800-\udfff]+")
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "ft", 0xFB06: "st"}


class Inline:
    """The text of one block while it is read. `keep` is the white space that stays as it is: a table's tabs."""

    __slots__ = ("_parts", "_spaced", "length", "marks")

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._spaced = True
        self.length = 0
        self.marks: list[Mark] = []

    def write(self, text: str) -> None:
        """Adds characters; white space of any length is one space, and none at the start."""
        if not text.isascii():
            text = _NO_WIDTH.sub("", text).translate(_LIGATURES)
        text = _SPACES.sub(" ", text)
        if self._spaced and text[:1] == " ":
            text = text[1:]
        if not text:
            return
        self._parts.append(text)
        self.length += len(text)
        self._spaced = text[-1] == " "

    def separate(self, sign: str) -> None:
        """Ends a cell or a row: `sign` in place of white space around it."""
        self._trim()
        self._parts.append(sign)
        self.length += len(sign)
        self._spaced = True

    def mark(self, kind: MarkKind, start: int, target: str = "") -> None:
        """Marks what was written since `start`, white space at its ends left out."""
        text = self.text()
        end = self.length
        while end > start and text[end - 1].isspace():
            end -= 1
        while start < end and text[start].isspace():
            start += 1
        if end > start:
            self.marks.append(Mark(kind, start, end, target))

    def text(self) -> str:
        """All that was written so far."""
        if len(self._parts) > 1:
            self._parts = ["".join(self._parts)]
        return self._parts[0] if self._parts else ""

    def finished(self) -> tuple[str, tuple[Mark, ...]]:
        """The text without white space at its end, and its marks in order of place."""
        text = self.text().rstrip()
        marks = [mark if mark.end <= len(text) else Mark(mark.kind, mark.start, len(text), mark.target) for mark in self.marks]
        return text, tuple(sorted((mark for mark in marks if mark.start < mark.end), key=lambda mark: (mark.start, -mark.end)))

    def _trim(self) -> None:
        text = self.text()
        if text.endswith(" "):
            self._parts = [text[:-1]]
            self.length -= 1
