"""Lines of a PDF joined into paragraphs: running heads and page numbers left out, words parted at line ends mended."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from dataclasses import dataclass, replace
from statistics import median

from casewright.document.headings import role_of
from casewright.document.model import BlockKind, Mark
from casewright.patterns import lazily
from casewright.read.blocks import Anchor
from casewright.read.captions import CAPTION
from casewright.read.lines import is_heading
from casewright.read.pdf_lines import Line

_DIGITS = lazily(r"\d+")
_PAGE_NUMBER = lazily(r"(?:page\s*)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?|[-–]\s*\d{1,4}\s*[-–]", re.IGNORECASE)
_SENTENCE_ENDS = (".", "!", "?", ":", ".”", '."', ".)", "]")
_NUMBER = lazily(r"\[?(\d{1,3})[\].)]?\s")
_RUN_IN = lazily(r"([A-Z][^:.]{2,50}):")
_SHORT = 0.25  # of the width of a paragraph
_WRAPPED = 4  # lines at most that a cell of a table is broken into
_EDGE = 3  # lines at the top and the bottom of a page that may be running


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that belong together, as one text."""

    kind: BlockKind
    text: str
    marks: tuple[Mark, ...]
    anchors: tuple[Anchor, ...]
    level: int = 0


def without_running_lines(pages: list[list[Line]]) -> list[Line]:
    """All lines but those that stand at the edge of several pages, page numbers and line numbers."""
    edges = Counter(_running(line) for page in pages for line in _edge(page))
    kept: list[Line] = []
    for page in pages:
        edge = {id(line) for line in _edge(page)}
        for line in page:
            if id(line) in edge and (
                (edges[_running(line)] > 1 and len(pages) > 1) or _PAGE_NUMBER.fullmatch(line.text)
            ):
                continue
            kept.append(line)
    numbers = [line for line in kept if line.text.isdigit()]
    if len(numbers) > 20 and sum(
        int(b.text[:9]) == int(a.text[:9]) + 1 for a, b in itertools.pairwise(numbers)
    ) > 0.8 * len(numbers):
        kept = [line for line in kept if not line.text.isdigit()]
    return kept


def with_wrapped_cells(lines: list[Line]) -> list[Line]:
    """The lines, with those of a cell that is broken into several put before the cells that stand beside it."""
    joined: list[Line] = []
    for line in lines:
        first = next(
            (at for at in range(-1, -1 - min(_WRAPPED, len(joined)), -1) if _beside(joined[at], line)), 0
        )
        cell = joined[first:] if first else []
        if (
            not cell
            or not all(each.right < line.left for each in cell)
            or not ("\t" in line.text or _in_table(joined, first))
        ):
            joined.append(line)
            continue
        row = _joined("table", cell, " ", None)
        behind = len(row.text) + 1
        marks = tuple(replace(mark, start=mark.start + behind, end=mark.end + behind) for mark in line.marks)
        del joined[first:]
        text = f"{row.text}\t{line.text}"
        joined.append(replace(cell[0], text=text, marks=row.marks + marks, right=line.right, y=cell[-1].y))
    return joined


def _beside(cell: Line, line: Line) -> bool:
    """Whether a line stands to the right of another, on its baseline."""
    return cell.page == line.page and abs(cell.y - line.y) < 1 and cell.right < line.left


def _in_table(lines: list[Line], first: int) -> bool:
    """Whether the line before a cell is a row of a table."""
    return len(lines) + first > 0 and "\t" in lines[first - 1].text


def _running(line: Line) -> tuple[str, int]:
    """What makes a running line: the same words at the same height, whatever the number of the page."""
    return _DIGITS.sub("#", line.text), round(line.y)


def _edge(page: list[Line]) -> list[Line]:
    by_height = sorted(page, key=lambda line: -line.y)
    most = min(_EDGE, max(1, len(page) // 6))
    return by_height[:most] + by_height[max(most, len(page) - most) :]


def paragraphs_of(lines: list[Line], words_are_parted: bool = True) -> list[Paragraph]:
    """The lines as paragraphs, headings and tables, in order; words that are parted at line ends are mended."""
    if not lines:
        return []
    body = median(line.size for line in lines for _ in range(1 + len(line.text) // 20))
    words = _words(lines) if words_are_parted else None
    leading = _leading(lines)
    found: list[Paragraph] = []
    group: list[Line] = []
    heads: list[Line] = []  # the heading just read
    for index, line in enumerate(lines):
        following = lines[index + 1].text if index + 1 < len(lines) else ""
        if group and not _goes_on(group, line, leading):
            found.append(_paragraph(group, words))
            group = []
        if not group and _is_heading(line, following, body):
            if heads and _continues_heading(heads[-1], line, body):
                found[-1] = replace(found[-1], text=f"{found[-1].text} {line.text}")
            else:
                level = 1 if line.text.isupper() else 2
                found.append(Paragraph("heading", line.text, (), ((0, line.page, line.number),), level))
            heads = [line]
            continue
        heads = []
        group.append(line)
    if group:
        found.append(_paragraph(group, words))
    return [p for p in found if p.text]


def _words(lines: list[Line]) -> Counter[str]:
    return Counter(word for line in lines for word in re.findall(r"[\w-]+", line.text.lower()))


def _leading(lines: list[Line]) -> float:
    gaps = [
        a.y - b.y for a, b in itertools.pairwise(lines) if a.page == b.page and 0 < a.y - b.y < 4 * a.size
    ]
    return median(gaps) if gaps else 14.0


def _is_heading(line: Line, following: str, body: float) -> bool:
    text = line.text
    if CAPTION.match(text) or len(text) > 100 or "\t" in text:
        return False
    if is_heading(text, following, alone=True):
        return True
    marked = line.bold or line.size > 1.12 * body
    return (
        marked and text[-1] not in ".,;-" and text[:1].isalnum() and len(text.split()) < 14 and len(text) > 2
    )


def _continues_heading(last: Line, line: Line, body: float) -> bool:
    """Whether a line of large print is the second line of a title."""
    same = line.size == last.size > 1.12 * body and line.bold == last.bold
    return same and 0 < last.y - line.y < 1.7 * line.size


def _goes_on(group: list[Line], line: Line, leading: float) -> bool:
    """Whether a line continues the paragraph of the lines before it."""
    last = group[-1]
    if ("\t" in last.text) != ("\t" in line.text):
        return False
    if CAPTION.match(line.text) and last.text.endswith(_SENTENCE_ENDS):
        return False
    if any(_is_next_entry(member, line) for member in group) or _runs_in(line):
        return False
    if abs(last.size - line.size) > 0.12 * max(last.size, line.size) or (
        last.bold != line.bold and last.text.endswith(_SENTENCE_ENDS)
    ):
        return False
    ended = last.text.endswith(_SENTENCE_ENDS) and not (last.text[-1] in ":]" and not line.text[0].isupper())
    drop = last.y - line.y
    if last.page != line.page or drop < 0:
        return not ended and not (line.text[0].isupper() and _stops_short(group))
    if "\t" in line.text:
        return drop <= _WRAPPED * leading
    if drop > 1.3 * leading:
        return False
    width = max(member.right for member in group) - min(member.left for member in group)
    short = last.right < max(member.right for member in group) - 0.12 * width
    indented = line.left > min(member.left for member in group) + 0.7 * line.size and len(group) > 1
    return not (ended and (short or indented))


def _stops_short(group: list[Line]) -> bool:
    """Whether the last of several lines ends so far from the edge that its paragraph ends there, with a link say."""
    right, left = max(member.right for member in group), min(member.left for member in group)
    return len(group) > 1 and group[-1].right < right - _SHORT * (right - left)


def _is_next_entry(first: Line, line: Line) -> bool:
    """Whether a line begins the entry of a numbered list that follows the one begun by `first`."""
    one, other = _NUMBER.match(first.text), _NUMBER.match(line.text)
    return (
        one is not None
        and other is not None
        and int(other[1]) == int(one[1]) + 1
        and abs(line.left - first.left) < line.size
    )


def _runs_in(line: Line) -> bool:
    """Whether a line begins with the name of a part and a colon, as a paragraph of its own does."""
    found = _RUN_IN.match(line.text)
    return found is not None and any(role_of(found[1], part) for part in ("", "case", "comments", "abstract"))


def _paragraph(group: list[Line], words: Counter[str] | None) -> Paragraph:
    if sum("\t" in line.text for line in group) > 1:
        return _joined("table", group, "\n", words)
    return _joined("paragraph", group, " ", words)


def _joined(kind: BlockKind, group: list[Line], between: str, words: Counter[str] | None) -> Paragraph:
    """Lines as one text; `words` tell which hyphens at line ends are a word's own (None: all are)."""
    text = ""
    marks: list[Mark] = []
    anchors: list[Anchor] = []
    for line in group:
        piece = line.text if kind == "table" else line.text.replace("\t", " ")
        if text.endswith("-") and piece[:1].islower() and kind == "paragraph":
            text = text if words is None or _keeps_hyphen(text, piece, words) else text[:-1]
        elif text and not (text.endswith(("-", "–", "/")) and text[-2:-1].isalnum()):
            text += between
        anchors.append((len(text), line.page, line.number))
        marks += [
            replace(mark, start=mark.start + len(text), end=mark.end + len(text)) for mark in line.marks
        ]
        text += piece
    marks = [replace(mark, end=min(mark.end, len(text))) for mark in marks]
    return Paragraph(kind, text, tuple(marks), tuple(anchors))


def _keeps_hyphen(text: str, piece: str, words: Counter[str]) -> bool:
    """Whether a hyphen at a line's end is the word's own: by how the word is written elsewhere."""
    head = re.search(r"[\w-]+-$", text)
    tail = re.match(r"\w+", piece)
    if head is None or tail is None:
        return True
    whole = (head.group() + tail.group()).lower()
    if head.group()[:-1].isdigit() or "-" in head.group()[:-1] or any(map(str.isdigit, head.group())):
        return True
    return words[whole] > 0 and words[whole.replace("-", "")] == 0
