"""Paragraphs that were put in, taken out or moved, as changes of the files that they stand in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from casewright.revise.anchors import Anchors, NoPlace
from casewright.revise.edits import Edit
from casewright.revise.escape import as_prose
from casewright.revise.markup import EMPHASIS, as_source, with_delimiters, with_full_names
from casewright.revise.ruling import SourceChange
from casewright.revise.texts import Source

_MARKER = re.compile(r" *(?:[-*+]|\d{1,9}[.)]) +")
Option = tuple[SourceChange, ...]


class Structure:
    """Finds where paragraphs begin and end in the sources."""

    def __init__(self, anchors: Anchors) -> None:
        self.anchors = anchors
        self.layout = anchors.layout
        self.texts = anchors.texts

    def added(self, edit: Edit) -> tuple[Option, ...]:
        """The ways of putting in new paragraphs, or a heading. Raises NoPlace."""
        parts = [part.strip() for part in edit.new.strip("\n").split("\n") if part.strip()]
        if lines := self._lines(edit, parts):
            return lines
        if edit.level and len(parts) == 1:
            return self._put(edit.start, "#" * min(edit.level, 4) + " " + as_prose(parts[0]))
        return self._put(edit.start, "\n\n".join(as_source(part, self.layout.works, True) for part in parts))

    def _lines(self, edit: Edit, parts: Sequence[str]) -> tuple[Option, ...]:
        """New items of a list, or a new row of a table, behind the line of the one before."""
        at = edit.start - 1
        kind = self.layout.block_of(at).kind if at >= 0 else ""
        edge = self.anchors.edge(at, False)
        if edge is None or kind not in ("item", "table"):
            return ()
        file, offset = edge
        text = self.texts[file]
        end = text.find("\n", offset)
        end = end if end >= 0 else len(text)
        line = text[text.rfind("\n", 0, offset) + 1 : end]
        marker = _MARKER.match(line)
        if kind == "item" and edit.is_item and marker:
            new = "".join(f"\n{marker[0]}{as_source(part, self.layout.works, True)}" for part in parts)
        elif kind == "table" and line.startswith("|") and len(parts) == self._cells(at):
            new = f"\n| {' | '.join(as_source(part, self.layout.works, False) for part in parts)} |"
        else:
            return ()
        self.anchors.check(Source(file, offset - 1, offset))
        return ((SourceChange(file, end, end, "", new),),)

    def _cells(self, at: int) -> int:
        """How many cells the row of a table has that a character stands in."""
        text = self.layout.text
        end = text.find("\n", at + 1)
        return text[text.rfind("\n", 0, at) + 1 : end if end >= 0 else len(text)].count("\t") + 1

    def moved(self, edit: Edit) -> tuple[Option, ...]:
        """A paragraph cut where it stood and put where it stands now, with its facts and citations as they are."""
        gone = self.removed(edit)
        if len(gone) > sum(1 for _ in self._whole(edit.start, edit.end)):
            files = " and ".join(dict.fromkeys(change.file for change in gone))
            raise NoPlace(f"this paragraph is put together from different places: {files}")
        taken = "\n\n".join(change.old.strip("\n") for change in gone)
        found = []
        for option in self._put(edit.to, taken):
            found.append((*gone, *option))
            if option[0].file != gone[0].file:
                found.append((*gone, with_full_names(option[0], self.texts[gone[0].file])))
        return tuple(found)

    def covers(self, edit: Edit) -> bool:
        """Whether an edit takes out whole paragraphs, and nothing else."""
        return any(True for _ in self._whole(edit.start, edit.end))

    def removed(self, edit: Edit) -> Option:
        """Whole paragraphs taken out. Raises NoPlace."""
        taken = tuple(
            self._without(*piece)
            for block in self._whole(edit.start, edit.end)
            for piece in self._pieces(*block)
        )
        if not taken:
            raise NoPlace("the end of one paragraph and the start of another were taken out")
        return taken

    def _whole(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The blocks that lie wholly within a stretch, if nothing but white space of it lies outside of them."""
        first, last = self.layout.block_at(start), self.layout.block_at(max(start, end - 1))
        bounds = [self.anchors.bounds(number) for number in range(first, last + 1)]
        inside = [(begins, ends) for begins, ends in bounds if start <= begins and ends <= end]
        text = self.layout.text[start:end].strip("\n")
        if text and sum(ends - begins for begins, ends in inside) >= len(text):
            yield from inside

    def _pieces(self, begins: int, ends: int) -> Iterator[tuple[int, int]]:
        """The stretches of a block that stand in one file each; one file may take in another."""
        known = [
            (source.file, offset)
            for offset in range(begins, ends)
            if (source := self.anchors.source(offset)) is not None
        ]
        runs = [list(run) for _, run in groupby(known, key=lambda pair: pair[0])]
        if len(runs) < 2:
            yield begins, ends
            return
        yield from ((run[0][1], run[-1][1] + 1) for run in runs)

    def _without(self, begins: int, ends: int) -> SourceChange:
        """One block taken out, with the mark of a heading before it and the blank lines behind it."""
        source = self.anchors.stretch(begins, ends)
        text = self.texts[source.file]
        first, last = with_delimiters(text, source.start, source.end)
        if "{%" in text[first:last] or ":::" in text[first:last]:
            place = self.texts.place(source.file, first)
            raise NoPlace("a command of the template stands in this paragraph", f"see {place}")
        line = text.rfind("\n", 0, first) + 1
        if text[line:first].strip() and set(text[line:first]) <= set("# "):
            first = line
        last += len(text[last:]) - len(text[last:].lstrip(" \n"))
        if last < len(text):
            return SourceChange(source.file, first, last, text[first:last], "")
        first = len(text[:first].rstrip(" \n"))
        return SourceChange(source.file, first, last, text[first:], "\n" if first else "")

    def _put(self, at: int, written: str) -> tuple[Option, ...]:
        """Paragraphs of source behind the block that ends at an offset, or before the one that follows."""
        options: list[Option] = []
        refusal: NoPlace | None = None
        for file, offset, before in self._gaps(at):
            first = offset if before else max(offset - 1, 0)
            try:
                self.anchors.check(Source(file, first, first + 1))
            except NoPlace as reason:
                refusal = refusal or reason
                continue
            new = f"{written}\n\n" if before else f"\n\n{written}"
            options.append((SourceChange(file, offset, offset, "", new),))
        if not options:
            raise refusal or NoPlace("no file has a place between these two paragraphs")
        return tuple(options)

    def _gaps(self, at: int) -> Iterator[tuple[str, int, bool]]:
        """File and offset where a paragraph can begin, and whether it is before the one that stands there."""
        number = self.layout.block_at(max(at - 1, 0)) if at else -1
        if number >= 0 and (end := self._end_of(number)) is not None:
            yield *end, False
        if number + 1 < len(self.layout.blocks) and (start := self._start_of(number + 1)) is not None:
            yield *start, True

    def _end_of(self, block: int) -> tuple[str, int] | None:
        """Where the source of a block ends, if its line ends there."""
        begins, ends = self.anchors.bounds(block)
        edge = self.anchors.edge(ends - 1, False) or self.anchors.behind_calls(ends, begins)
        if edge is None:
            return None
        rest = self.texts[edge[0]][edge[1] :].partition("\n")[0]
        marks = len(rest) - len(rest.lstrip(EMPHASIS))
        return None if rest[marks:].strip() else (edge[0], edge[1] + marks)

    def _start_of(self, block: int) -> tuple[str, int] | None:
        """Where the source of a block begins, if its line begins there, or a command ends."""
        edge = self.anchors.edge(self.anchors.bounds(block)[0], True)
        if edge is None:
            return None
        lead = self.texts[edge[0]][: edge[1]].rpartition("\n")[2]
        marks = len(lead) - len(lead.rstrip(EMPHASIS))
        before = lead[: len(lead) - marks].rstrip()
        return (edge[0], edge[1] - marks) if not before or before.endswith("%}") else None
