"""The answer to the reviewers as a draft: each point quoted, room for the answer, and the places that changed."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from casewright.document.model import Block, Document, Section
from casewright.document.tree import Node, text, wrap
from casewright.journal.model import Profile
from casewright.revise.align import Change, changes
from casewright.revise.reply_points import Point
from casewright.write.docx import write_docx

AROUND = 40  # characters shown on either side of a change
CLOSE = 25  # characters between two changes that are told as one
TO_WRITE = "to be written"


@dataclass(frozen=True, slots=True)
class Changed:
    """A place that changed: section, page of the PDF (0: not known), the words before and now, each with some around.

    `paragraph` is the whole paragraph as it was.
    """

    section: str
    page: int
    old: str
    new: str
    paragraph: str


def changed_places(old: Document, new: Document, pdf: Document | None = None) -> tuple[Changed, ...]:
    """Every stretch of words that differs between two readings of the manuscript, in the order of the new one."""
    sides = [[(section, block.text) for section, block in document.blocks()] for document in (old, new)]
    texts = [[said for _, said in side] for side in sides]
    joined = ["\n".join(side) for side in texts]
    starts = [[0, *accumulate(len(said) + 1 for said in side)] for side in texts]
    pages = _Pages(pdf)
    found = []
    for change in _together(changes(texts[0], texts[1]), joined[0]):
        was, now = joined[0][change.start : change.end], joined[1][change.new_start : change.new_end]
        if not was.strip() and not now.strip():
            continue
        at = change.new_start + (len(now) - len(now.lstrip()))
        number = min(bisect_right(starts[1], at) - 1, len(sides[1]) - 1)
        before = min(bisect_right(starts[0], change.start) - 1, len(sides[0]) - 1)
        section = sides[1][number][0] if sides[1] else sides[0][before][0]
        shown = _around(joined[1], change.new_start, change.new_end)
        page = pages.of(joined[1], change.new_start, change.new_end)
        found.append(
            Changed(section.title or section.role, page, _around(joined[0], change.start, change.end), shown,
                    texts[0][before] if texts[0] else "")
        )  # fmt: skip
    return tuple(found)


def _together(found: Sequence[Change], old: str) -> list[Change]:
    """Changes of one paragraph with only a few characters between them as one."""
    merged: list[Change] = []
    for change in found:
        between = old[merged[-1].end : change.start] if merged else "\n"
        if merged and len(between) <= CLOSE and "\n" not in between:
            merged[-1] = replace(merged[-1], end=change.end, new_end=change.new_end)
        else:
            merged.append(change)
    return merged


def _around(whole: str, start: int, end: int) -> str:
    """The words with some of their paragraph on either side; "" where nothing stands."""
    if not whole[start:end].strip():
        return ""
    first = max(whole.rfind("\n", 0, start) + 1, start - AROUND)
    final = whole.find("\n", end)
    last = min(len(whole) if final < 0 else final, end + AROUND)
    while first > 0 and not whole[first - 1].isspace() and first < start:
        first += 1
    while last < len(whole) and not whole[last].isspace() and last > end:
        last -= 1
    return " ".join(whole[first:last].split())


class _Pages:
    """On which page of the PDF words stand, where they stand on one only."""

    def __init__(self, pdf: Document | None) -> None:
        self.text = ""
        self.starts: list[int] = []
        self.numbers: list[int] = []
        for _, block in pdf.blocks() if pdf is not None else ():
            self.starts.append(len(self.text))
            self.numbers.append(block.place.line)
            self.text += "".join(block.text.split())

    def of(self, whole: str, start: int, end: int) -> int:
        for more in (0, 20, 60):
            words = "".join(whole[max(0, start - more) : end + more].split())
            if len(words) > 8 and self.text.count(words) == 1:
                return self.numbers[bisect_right(self.starts, self.text.index(words)) - 1]
        return 0


def reply_markdown(points: Sequence[Point], places: Sequence[Changed], title: str) -> str:
    """The draft as Markdown."""
    lines = ["# Answer to the reviewers", "", title, ""]
    for reviewer, numbered in _by_reviewer(points).items():
        lines += [f"## {reviewer}", ""]
        for number, point in numbered:
            lines += [f"**{number}**", "", *(f"> {line}" for line in point.text.splitlines()), ""]
            lines += [f"Answer: {TO_WRITE}", ""]
            lines += [f"- {_line(place)}" for place in _at(point, places)]
            lines += [""] * bool(_at(point, places))
    lines += ["## All changes", ""]
    lines += [f"{number}. {_line(place)}" for number, place in enumerate(places, start=1)] or ["none"]
    return "\n".join(lines) + "\n"


def reply_docx(points: Sequence[Point], places: Sequence[Changed], title: str, profile: Profile) -> bytes:
    """The same as a Word file in the type of the journal."""
    nodes: list[Node] = [_heading(1, "Answer to the reviewers"), _paragraph(title)]
    for reviewer, numbered in _by_reviewer(points).items():
        nodes.append(_heading(2, reviewer))
        for number, point in numbered:
            nodes += [
                _paragraph(str(number), strong=True),
                {"t": "BlockQuote", "c": [_paragraph(point.text)]},
            ]
            nodes.append(_paragraph(f"Answer: {TO_WRITE}"))
            nodes += [_paragraph(_line(place)) for place in _at(point, places)]
    nodes.append(_heading(2, "All changes"))
    nodes += [_paragraph(f"{number}. {_line(place)}") for number, place in enumerate(places, start=1)]
    said = tuple(Block("paragraph", said) for said in _said(nodes))
    return write_docx(Document((Section("text", "", said),), ast={"blocks": nodes}), profile, {})


def _by_reviewer(points: Sequence[Point]) -> Mapping[str, list[tuple[int, Point]]]:
    """The points of each reviewer, each under a number that runs on."""
    found: dict[str, list[tuple[int, Point]]] = {}
    for number, point in enumerate(points, start=1):
        found.setdefault(point.reviewer, []).append((number, point))
    return found


def _at(point: Point, places: Sequence[Changed]) -> list[Changed]:
    """The changes in the paragraph that a point was made at."""
    return [place for place in places if point.quote and point.quote in place.paragraph]


def _line(place: Changed) -> str:
    where = f"{place.section}, page {place.page}" if place.page else place.section
    if not place.old:
        return f"{where}: new: “{place.new}”"
    if not place.new:
        return f"{where}: taken out: “{place.old}”"
    return f"{where}: “{place.old}” → “{place.new}”"


def _paragraph(said: str, strong: bool = False) -> Node:
    return wrap("Para", [wrap("Strong", [text(said)]) if strong else text(said)])


def _heading(level: int, said: str) -> Node:
    return {"t": "Header", "c": [level, ["", [], []], [text(said)]]}


def _said(nodes: Sequence[Node]) -> Iterator[str]:
    from casewright.document.tree import leaves, plain

    return (plain(leaf.inlines) for leaf in leaves(nodes))
