"""A marked manuscript: the new Word file with every change since an old one as a tracked change.

Accepting all changes gives the new text, rejecting all the old one; `marked_proof` holds each marked file to that.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from lxml import etree

from casewright.read.docx.package import Package
from casewright.read.docx.styles import VAL, Styles, W
from casewright.read.xml import Element
from casewright.revise.align import groups
from casewright.revise.marked_changes import Changes, Signature
from casewright.revise.marked_flow import NOTE, Paragraph, Reader, Table, Token
from casewright.revise.marked_old import Bringer, Side
from casewright.revise.marked_package import packed
from casewright.revise.marked_pairs import Pair, closed, paired, with_moves
from casewright.write.docx_styles import MAIN

Item = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Marked:
    """A marked manuscript, and how many changes are tracked in it."""

    docx: bytes
    changes: int


def mark(old: bytes, new: bytes, source: str, author: str, date: str) -> Marked:
    """`new` with its differences from `old` tracked, signed with a name and a date (`2026-01-31T00:00:00Z`).

    `new` is a file of ours; `old`, called `source` in messages, may have been saved by any program. Raises InputError
    where one of them cannot be read.
    """
    sides = Side(Package(old, source)), Side(Package(new, "manuscript.docx"))
    bringer = Bringer(*sides)
    sign = Signature(author, date, _highest_id(sides[1]))
    work = _Marking(_reader(sides[0]), _reader(sides[1]), Changes(sign, bringer.bring))
    bodies = [side.root.find(W + "body") for side in sides]
    page = bodies[1].find(W + "sectPr")
    content = list(work.flow(list(work.old.flow(bodies[0])), list(work.new.flow(bodies[1]))))
    body = etree.Element(W + "body", nsmap=bodies[1].nsmap)
    body.extend(content)
    if page is not None:
        body.append(page)
    root = sides[1].root
    root.replace(bodies[1], body)
    _number_controls(root, sign)
    notes = {call: work.note(sides[0].notes[was], sides[1].notes[call]) for call, was in work.notes.items()}
    return Marked(packed(new, root, bringer, notes), sign.count)


def _reader(side: Side) -> Reader:
    return Reader(Styles(side.package.optional("word/styles.xml")), side.picture)


def _highest_id(side: Side) -> int:
    """The highest number that anything in the document has."""
    ids = [value for part in side.root.iter() for key, value in part.attrib.items()
           if key in (W + "id", "id") or (key == VAL and part.tag == W + "id")]  # fmt: skip
    return max((int(id) for id in ids if id.isdigit() and len(id) < 9), default=0)


@dataclass(frozen=True, slots=True)
class _Marking:
    old: Reader
    new: Reader
    changes: Changes
    notes: dict[str, str] = field(
        default_factory=dict
    )  # by the number of a footnote that was there before: its old one

    def flow(self, old: list[Item], new: list[Item]) -> Iterator[Element]:
        """The content of a body or of a cell: what belongs together compared, table by table and text by text."""
        pairs: list[Pair] = []
        parts: list[list[Pair] | list[Element]] = []
        for olds, news in _aligned(old, new):
            if not any(isinstance(item, Table) for item in (*olds, *news)):
                pairs += paired(_tokens(olds), _tokens(news))
                continue
            parts += [pairs, list(self._tables(olds, news))]
            pairs = []
        parts.append(closed(pairs))
        yield from self._written(parts)

    def _written(self, parts: list[list[Pair] | list[Element]]) -> Iterator[Element]:
        """Paragraphs and tables in order; a paragraph may have moved over a table."""
        pairs = [pair for part in parts for pair in part if isinstance(pair, Pair)]
        self.notes.update(_kept_notes(pairs))
        moved = iter(with_moves(pairs))
        for part in parts:
            if part and isinstance(part[0], Pair):
                yield from self.changes.paragraphs([next(moved) for _ in part])
            else:
                yield from (element for element in part if not isinstance(element, Pair))

    def note(self, old: Element, new: Element) -> Element:
        """A footnote with the changes of its words; its number stays what it is."""
        olds, news = list(self.old.flow(old)), list(self.new.flow(new))
        if [token.key for token in _tokens(olds)] == [token.key for token in _tokens(news)]:
            return new
        copied = etree.Element(W + "footnote", dict(new.attrib), nsmap={"w": MAIN})
        copied.extend(self.flow(olds, news))
        number = next((run for run in new.iter(W + "r") if run.find(W + "footnoteRef") is not None), None)
        if number is not None:
            first = copied.find(W + "p")
            first.insert(1 if first.find(W + "pPr") is not None else 0, copy.deepcopy(number))
        return copied

    def _tables(self, olds: Sequence[Item], news: Sequence[Item]) -> Iterator[Element]:
        """Items among which there are tables: two tables of one shape cell by cell, everything else as a whole."""
        if len(olds) == len(news) == 1 and isinstance(olds[0], Table) and isinstance(news[0], Table):
            yield self._table(olds[0], news[0])
            return
        for item in olds:
            yield from self._alone(item, "del")
        for item in news:
            yield from self._alone(item, "ins")

    def _alone(self, item: Item, kind: str) -> Iterator[Element]:
        if isinstance(item, Paragraph):
            gone = kind == "del"
            yield from self.changes.paragraphs(
                [Pair(token, None) if gone else Pair(None, token) for token in item.tokens]
            )
            return
        yield self._shell(item, [self._row(row, cells, kind) for row, cells in item.rows])

    def _table(self, old: Table, new: Table) -> Element:
        """Rows in pairs by what they say; a row that has no partner is inserted or deleted."""
        widths = {len(cells) for table in (old, new) for _, cells in table.rows}
        if len(widths) != 1:
            rows = [self._row(row, cells, "del") for row, cells in old.rows]
            return self._shell(new, rows + [self._row(row, cells, "ins") for row, cells in new.rows])
        rows = []
        said = [["\t".join(_said(cell) for cell in cells) for _, cells in table.rows] for table in (old, new)]
        for i1, i2, j1, j2 in _row_groups(*said):
            both = min(i2 - i1, j2 - j1)
            rows += [self._compared(old.rows[i1 + n][1], new.rows[j1 + n]) for n in range(both)]
            rows += [self._row(row, cells, "del") for row, cells in old.rows[i1 + both : i2]]
            rows += [self._row(row, cells, "ins") for row, cells in new.rows[j1 + both : j2]]
        return self._shell(new, rows)

    def _shell(self, table: Table, rows: Sequence[Element]) -> Element:
        copied = etree.Element(W + "tbl")
        copied.extend(copy.deepcopy(child) for child in table.element if child.tag != W + "tr")
        copied.extend(rows)
        return copied

    def _compared(self, olds: Sequence[Element], new: tuple[Element, Sequence[Element]]) -> Element:
        row, cells = new
        content = [
            list(self.flow(list(self.old.flow(was)), list(self.new.flow(now))))
            for was, now in zip(olds, cells, strict=True)
        ]
        return _filled(row, cells, content)

    def _row(self, row: Element, cells: Sequence[Element], kind: str) -> Element:
        """A whole row that is new, or gone: the row is tracked, and so is all its text."""
        reader = self.old if kind == "del" else self.new
        content = [
            [paragraph for item in reader.flow(cell) for paragraph in self._alone(item, kind)]
            for cell in cells
        ]
        filled = _filled(row, cells, content)
        properties = filled.find(W + "trPr")
        if properties is None:
            properties = etree.Element(W + "trPr")
            filled.insert(0, properties)
        properties.append(self.changes.sign.element(kind))
        return filled


def _aligned(old: list[Item], new: list[Item]) -> Iterator[tuple[list[Item], list[Item]]]:
    """The stretches of both flows that belong together, the equal ones included, item by item."""
    at_old = at_new = 0
    for i1, i2, j1, j2 in [
        *groups([_text(item) for item in old], [_text(item) for item in new]),
        (len(old), len(old), len(new), len(new)),
    ]:
        yield from (([was], [now]) for was, now in zip(old[at_old:i1], new[at_new:j1], strict=True))
        if i1 != i2 or j1 != j2:
            yield old[i1:i2], new[j1:j2]
        at_old, at_new = i2, j2


def _tokens(items: Sequence[Item]) -> list[Token]:
    return [token for item in items if isinstance(item, Paragraph) for token in item.tokens]


def _kept_notes(pairs: Sequence[Pair]) -> Iterator[tuple[str, str]]:
    """New and old number of each footnote that is called in both texts."""
    for pair in pairs:
        if pair.new is not None and pair.old is not None and pair.new.key == NOTE:
            now, was = (
                token.run.find(W + "footnoteReference").get(W + "id") for token in (pair.new, pair.old)
            )
            yield now, was


def _text(item: Item) -> str:
    """Tables are like tables only."""
    return f"\x02{item.text}" if isinstance(item, Table) else item.text


def _row_groups(old: list[str], new: list[str]) -> Iterator[tuple[int, int, int, int]]:
    at_old = at_new = 0
    for i1, i2, j1, j2 in [*groups(old, new), (len(old), len(old), len(new), len(new))]:
        yield at_old, i1, at_new, j1
        yield i1, i2, j1, j2
        at_old, at_new = i2, j2


def _said(cell: Element) -> str:
    return "".join(text.text or "" for text in cell.iter(W + "t"))


def _filled(row: Element, cells: Sequence[Element], content: Sequence[Sequence[Element]]) -> Element:
    """A row with other content in its cells."""
    copied = etree.Element(W + "tr")
    copied.extend(copy.deepcopy(child) for child in row if child.tag == W + "trPr")
    for cell, paragraphs in zip(cells, content, strict=True):
        new = etree.SubElement(copied, W + "tc")
        new.extend(copy.deepcopy(child) for child in cell if child.tag == W + "tcPr")
        new.extend(paragraphs)
    return copied


def _number_controls(root: Element, sign: Signature) -> None:
    """Two controls never share an id; one that stands around a change was copied."""
    seen: set[str] = set()
    for identity in root.iterfind(f".//{W}sdtPr/{W}id"):
        if identity.get(VAL) in seen:
            identity.set(VAL, sign.next_id())
        seen.add(identity.get(VAL) or "")
