"""An edit of words as a change of the file that they stand in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from casewright.revise.anchors import Anchors, NoPlace
from casewright.revise.edits import Edit
from casewright.revise.markup import as_source, guard_next, over_edges, with_delimiters
from casewright.revise.ruling import SourceChange
from casewright.revise.structure import Option, Structure
from casewright.revise.texts import Source


class Prose:
    """Finds the source of edited words."""

    def __init__(self, anchors: Anchors) -> None:
        self.anchors = anchors
        self.layout = anchors.layout
        self.texts = anchors.texts
        self.structure = Structure(anchors)

    def change(self, edit: Edit) -> tuple[Option, ...]:
        """The ways of making an edit, the likeliest first. Raises NoPlace."""
        if edit.to >= 0:
            return self.structure.moved(edit)
        if edit.start == edit.end:
            if edit.new.startswith("\n") or (edit.start == 0 and edit.new.endswith("\n")):
                return self.structure.added(edit)
            return self._inserted(edit)
        if not edit.new.strip() and "\n" in edit.old and self.structure.covers(edit):
            return (self.structure.removed(edit),)
        return self._replaced(edit)

    def _replaced(self, edit: Edit) -> tuple[Option, ...]:
        """The words in their place; without the space beside them where that stands in another file."""
        try:
            return self._exchanged(edit)
        except NoPlace:
            lead = len(edit.old) - len(edit.old.lstrip(" "))
            tail = len(edit.old) - len(edit.old.rstrip(" "))
            if not edit.old.strip() or not lead + tail:
                raise
            start, end = edit.start + lead, edit.end - tail
            return self._exchanged(replace(edit, start=start, end=end, old=edit.old.strip(" ")))

    def _exchanged(self, edit: Edit) -> tuple[Option, ...]:
        """The words alone; or, where they reach over an edge of emphasis, with its marks."""
        source = self.anchors.stretch(edit.start, edit.end)
        text = self.texts[source.file]
        start, end = source.start, source.end
        if not edit.new:
            start, end = with_delimiters(text, start, end)
        wider = over_edges(text, start, end)
        stretches = [(start, end)] if wider == (start, end) else [(start, end), wider]
        return tuple(self._over(edit, source.file, *stretch) for stretch in stretches)

    def _over(self, edit: Edit, file: str, start: int, end: int) -> Option:
        text = self.texts[file]
        slice_ = text[start:end]
        if "{%" in slice_ or ":::" in slice_:
            raise NoPlace(
                "a command of the template stands between these words", f"see {self.texts.place(file, start)}"
            )
        if "{{" in slice_ and not any(self.layout.spans_within(edit.start, edit.end)):
            raise NoPlace("something is printed between these words", f"see {self.texts.place(file, start)}")
        new = self._written(edit.new, text, start, edit.old)
        return (SourceChange(file, start, end, slice_, new), *guard_next(text, file, start, end, new))

    def _inserted(self, edit: Edit) -> tuple[Option, ...]:
        options: list[Option] = []
        refusal: NoPlace | None = None
        for file, offset in self._points(edit.start):
            try:
                self.anchors.check(Source(file, offset, offset + 1))
            except NoPlace as reason:
                refusal = refusal or reason
                continue
            new = self._written(edit.new, self.texts[file], offset)
            options.append((SourceChange(file, offset, offset, "", new),))
        if not options:
            raise refusal or NoPlace("no words of a file stand on either side of it")
        return tuple(dict.fromkeys(options))

    def _points(self, at: int) -> Iterator[tuple[str, int]]:
        """Where text would print at an offset: behind what stands before it, or before what stands behind it."""
        block = self.layout.block_at(max(at - 1, 0) if at and self.layout.text[at - 1] != "\n" else at)
        begins, ends = self.anchors.bounds(block)
        before = self.anchors.edge(at - 1, False) if at > begins else None
        behind = self.anchors.edge(at, True) if at < ends else None
        literal_before = before is not None and self.anchors.is_literal(at - 1)
        literal_behind = behind is not None and self.anchors.is_literal(at)
        if before is not None and (literal_before or not literal_behind):
            yield before
        if behind is not None:
            yield behind
        if before is not None:
            yield before
        if before is None and at > begins and (found := self.anchors.behind_calls(at, begins)) is not None:
            yield found

    def _written(self, typed: str, text: str, at: int, gone: str = "") -> str:
        """What was typed as source; its paragraphs are parted by blank lines, two that were joined by a line end."""
        if typed == " " and "\n" in gone:
            return "\n"
        begins = at == 0 or text[at - 1] == "\n"
        first, *more = typed.split("\n")
        works = self.layout.works
        written = [
            as_source(first, works, begins),
            *(as_source(part.strip(), works, True) for part in more),
        ]
        return "\n\n".join(written)
