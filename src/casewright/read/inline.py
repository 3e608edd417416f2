"""Running text put together from pieces of markup: single spaces, and marks over spans of it."""

from __future__ import annotations

from casewright.document.model import Mark, MarkKind
from casewright.patterns import lazily

_SPACES = lazily(r"[\s\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_NO_WIDTH = lazily("[\u00ad\u200b-\u200f\u2060\ufeff\ufffc\ufffe\uffff\x00-\x08\x0e-\x1f\ud800-\udfff]+")
_JOINED = frozenset(("strong", "emphasis", "superscript", "subscript", "inserted", "comment"))
_LIGATURES = {
    0xFB00: "ff",
    0xFB01: "fi",
    0xFB02: "fl",
    0xFB03: "ffi",
    0xFB04: "ffl",
    0xFB05: "ft",
    0xFB06: "st",
}


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
        """Marks what was written since `start`."""
        if self.length > start:
            self.marks.append(Mark(kind, start, self.length, target))

    def finished(self) -> tuple[str, tuple[Mark, ...]]:
        """The text without white space at its end; its marks in order, none on white space alone, neighbours as one."""
        text = "".join(self._parts).rstrip()
        whole: dict[tuple[MarkKind, str], list[Mark]] = {}
        for mark in sorted(self.marks, key=_by_place):
            start, end = mark.start, min(mark.end, len(text))
            while start < end and text[start].isspace():
                start += 1
            while end > start and text[end - 1].isspace():
                end -= 1
            if start == end:
                continue
            same = whole.setdefault((mark.kind, mark.target), [])
            if same and mark.kind in _JOINED and not text[same[-1].end : start].strip():
                same[-1] = Mark(mark.kind, same[-1].start, max(end, same[-1].end), mark.target)
            else:
                same.append(Mark(mark.kind, start, end, mark.target))
        return text, tuple(sorted((mark for same in whole.values() for mark in same), key=_by_place))

    def _trim(self) -> None:
        if self._parts and self._parts[-1].endswith(" "):
            self._parts[-1] = self._parts[-1][:-1]
            self.length -= 1


def _by_place(mark: Mark) -> tuple[int, int]:
    return mark.start, -mark.end
