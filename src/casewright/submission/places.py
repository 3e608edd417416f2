"""Where in a built file a text stands: page and line of the PDF, paragraph of the Word file."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Sequence

from casewright.document.model import Document
from casewright.errors import Place

ENOUGH = 60  # characters that tell one place from others


class Places:
    """A file as it was read back, to be searched without its spaces and line breaks.

    Of a PDF, a place's line is the page and its column the line on it; of a Word file, its line is the paragraph.
    """

    def __init__(self, file: Document) -> None:
        self._starts: list[int] = []
        self._places: list[tuple[int, Place]] = []
        pieces: list[str] = []
        length = 0
        for _, block in file.blocks():
            for offset, line, column in block.anchors or ((0, block.place.line, block.place.column),):
                self._starts.append(length + len(_bare(block.text[:offset])))
                self._places.append((offset, Place("", line, column)))
            bare = _bare(block.text)
            pieces.append(bare)
            length += len(bare)
        self._text = "".join(pieces)

    def find(self, text: str, after: Sequence[str] = ()) -> Place | None:
        """The text's first place; None where it is not found as it is.

        `after` are texts that come before it, the nearest last; they tell two places of the same words apart.
        """
        start = 0
        for before in after:
            start = max(start, self._text.find(_bare(before)[:ENOUGH], start))
        at = self._text.find(_bare(text)[:ENOUGH], start)
        if at < 0:
            at = self._text.find(_bare(text)[:ENOUGH])
        if at < 0 or not self._starts:
            return None
        return self._places[max(0, bisect_right(self._starts, at) - 1)][1]


def _bare(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split()).replace("-", "").replace("\u00ad", "")
