"""The characters of a PDF page put together into lines, superscripts kept where they belong.

PDFium gives a raised character lines of its own; here a character belongs to the line whose baseline is near and which
it continues to the right, whatever its size.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from ctypes import POINTER, byref, c_double, c_float, c_ulong, c_ushort, cast, create_string_buffer
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from casewright.document.model import Mark, MarkKind
from casewright.read.inline import Inline

if TYPE_CHECKING:
    from pypdfium2 import PdfTextPage

MAX_ARTIFACTS = 100
"""Running lines and numbers of notes of the fullest page; where there are more, the rest is read as text."""

MAX_CHARACTERS = 40_000
"""Characters of the fullest page that is read."""

_LINE_BREAKS = frozenset((0x0A, 0x0D, 0x00))
_HYPHENS = frozenset((0x02, 0xAD, 0xFFFE))
_BOLD = 600
# Bullets of the fonts Symbol and Wingdings, which have no characters of their own in Unicode.
_BULLETS = {0xF0B7: "•", 0xF0A7: "▪"}


@dataclass(slots=True)
class Glyph:
    """A character, the size it is set in, where its baseline starts, and its edges; points from the page's corner."""

    sign: str
    size: float
    x: float
    y: float
    right: float


@dataclass(slots=True)
class Line:
    """A line of print: its text with marks, its page and number on it, its edges, baseline and size in points."""

    text: str
    marks: tuple[Mark, ...]
    page: int
    number: int
    left: float
    right: float
    y: float
    size: float
    bold: bool = False


def lines_of(page: PdfTextPage, number: int) -> list[Line]:
    """The lines of a page, in the order in which the page draws them."""
    lines: list[Line] = []
    for glyphs in _grouped(_glyphs(page)):
        line = _line(glyphs, number, len(lines) + 1)
        if line.text:
            lines.append(line)
    if lines:
        _weigh(page, lines)
    return lines


def _glyphs(page: PdfTextPage) -> Iterator[Glyph]:
    import pypdfium2.raw as pdfium

    raw = page.raw
    x, y, left, right, low, high = (c_double() for _ in range(6))
    origin, box = (byref(x), byref(y)), (byref(left), byref(right), byref(low), byref(high))
    unicode, place = pdfium.FPDFText_GetUnicode, pdfium.FPDFText_GetCharOrigin
    edges, size = pdfium.FPDFText_GetCharBox, pdfium.FPDFText_GetFontSize
    artifacts = list(islice(_artifacts(page), MAX_ARTIFACTS))
    for index in range(min(page.count_chars(), MAX_CHARACTERS)):
        code = unicode(raw, index)
        if code in _LINE_BREAKS:
            continue
        place(raw, index, *origin)
        edges(raw, index, *box)
        if artifacts:
            # a box is of the ink, which a thin sign such as `1` begins well after its origin
            across, up = (left.value + right.value) / 2, (low.value + high.value) / 2
            if any(a < across < c and b < up < d for a, b, c, d in artifacts):
                continue
        sign = (
            "\u00ad"
            if code in _HYPHENS
            else _BULLETS[code]
            if code in _BULLETS
            else chr(code)
            if code < 0x110000 and not 0xD800 <= code < 0xE000
            else "\ufffd"
        )
        start = x.value
        yield Glyph(sign, size(raw, index) or 1.0, start, y.value, max(right.value, start))


def _artifacts(page: PdfTextPage) -> Iterator[tuple[float, float, float, float]]:
    """Where a tagged PDF has text that it says is no content: running heads, numbers of notes (ISO 32000, 14.8.2)."""
    import pypdfium2.raw as pdfium

    name, length = create_string_buffer(32), c_ulong()
    edges = [c_float() for _ in range(4)]
    for index in range(min(pdfium.FPDFPage_CountObjects(page.page.raw), MAX_CHARACTERS)):
        drawn = pdfium.FPDFPage_GetObject(page.page.raw, index)
        if pdfium.FPDFPageObj_GetType(drawn) != pdfium.FPDF_PAGEOBJ_TEXT:
            continue
        for mark in range(max(0, pdfium.FPDFPageObj_CountMarks(drawn))):
            tag = pdfium.FPDFPageObj_GetMark(drawn, mark)
            pdfium.FPDFPageObjMark_GetName(tag, cast(name, POINTER(c_ushort)), 32, byref(length))
            if name.raw[: length.value].decode("utf-16-le", "replace").rstrip("\0") == "Artifact":
                pdfium.FPDFPageObj_GetBounds(drawn, *(byref(edge) for edge in edges))
                left, bottom, right, top = (edge.value for edge in edges)
                yield left - 1, bottom - 1, right + 1, top + 1


def _grouped(glyphs: Iterator[Glyph]) -> Iterator[list[Glyph]]:
    line: list[Glyph] = []
    base = size = 0.0
    for glyph in glyphs:
        if glyph.sign == " ":
            if line:
                line.append(Glyph(" ", line[-1].size, line[-1].right, line[-1].y, line[-1].right))
            continue
        last = line[-1] if line else glyph
        near = abs(glyph.y - base) < 0.62 * max(size, glyph.size)
        onward = glyph.x > last.x - 0.5 * max(size, glyph.size)  # the parts of a ligature have one place
        if line and not (near and onward):
            yield line
            line = []
        if not line or glyph.size > 1.1 * size:
            base, size = glyph.y, glyph.size
        elif near and glyph.size > 0.9 * size:
            base = glyph.y
        line.append(glyph)
    if line:
        yield line


def _line(glyphs: list[Glyph], page: int, number: int) -> Line:
    inked = [glyph for glyph in glyphs if glyph.sign != " "] or glyphs
    size = Counter(round(glyph.size, 1) for glyph in inked).most_common(1)[0][0]
    base = Counter(round(glyph.y, 1) for glyph in inked if round(glyph.size, 1) == size).most_common(1)[0][0]
    inline = Inline()
    last: Glyph | None = None
    for glyph in glyphs:
        if glyph.sign == "\u00ad":
            glyph.sign = "-"
        if last is not None and glyph.sign != " " and glyph.x - last.right > 1.9 * size:
            inline.separate("\t")
        elif last is not None and glyph.sign != " " and glyph.x - last.right > 0.22 * size:
            inline.write(" ")
        start = inline.length
        inline.write(glyph.sign)
        if kind := _script(glyph, size, base):
            inline.mark(kind, start)
        if glyph.sign != " ":
            last = glyph
    text, marks = inline.finished()
    return Line(text, marks, page, number, inked[0].x, max(glyph.right for glyph in inked), base, size)


def _script(glyph: Glyph, size: float, base: float) -> MarkKind | None:
    """A small character off the baseline is a super- or subscript."""
    if glyph.sign == " " or (glyph.size > 0.9 * size and abs(glyph.y - base) < 0.25 * size):
        return None
    if glyph.y - base > 0.15 * size:
        return "superscript"
    return "subscript" if base - glyph.y > 0.05 * size and glyph.size < 0.9 * size else None


def _weigh(page: PdfTextPage, lines: list[Line]) -> None:
    """Finds the lines that are bold, by the weight or the name of the font of their characters."""
    from ctypes import c_int, create_string_buffer

    import pypdfium2.raw as pdfium

    raw = page.raw
    count = min(page.count_chars(), MAX_CHARACTERS)
    name, flags = create_string_buffer(128), c_int()
    found: dict[float, list[bool]] = {}
    x, y = c_double(), c_double()
    for index in range(0, count, 4):
        pdfium.FPDFText_GetCharOrigin(raw, index, byref(x), byref(y))
        heavy = pdfium.FPDFText_GetFontWeight(raw, index) >= _BOLD
        if not heavy and pdfium.FPDFText_GetFontInfo(raw, index, name, 128, byref(flags)):
            heavy = b"bold" in name.value.lower()
        found.setdefault(round(y.value, 1), []).append(heavy)
    for line in lines:
        weights = found.get(round(line.y, 1), [])
        line.bold = len(weights) > 0 and sum(weights) > 0.8 * len(weights)
