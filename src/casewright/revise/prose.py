"""An edit of words as a change of the file that they stand in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from casewright.revise.citing import with_citations
from casewright.revise.edits import Edit
from casewright.revise.escape import as_prose, guarded
from casewright.revise.layout import Layout, Source
from casewright.revise.ruling import SourceChange, State

Option = tuple[SourceChange, ...]
_CALLS = re.compile(r"(?:\s?(?:\[@[^\]]{1,300}\]|@[\w:.#$%&+?<>~/,-]*\w))+|(?:\s?\[\^[^\]]{1,99}\])+")
_PAIRS = {"*": "*", "_": "_", "~": "~", "^": "^", "[": "]"}
_SHORT_NAME = re.compile(r"\{%-?\s*set (\w+) = ([\w.]+)\s*-?%\}")
_EXPRESSION = re.compile(r"\{\{[^}\n]{0,500}\}\}")
_NAME = re.compile(r"(?<![\w.\"'])[A-Za-z_]\w*(?![\w(\"'])")
_ATTRIBUTES = re.compile(r"\](?:\{[^}\n]{0,300}\}|\([^)\n]{0,300}\))?")


class NoPlace(Exception):  # noqa: N818 - the word says what was found
    """An edit that no change of one file makes."""

    def __init__(self, message: str, hint: str = "", state: State = "unplaced") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.state = state


class Prose:
    """Finds the source of edited words. `writable` says whether the project has a source file of its own."""

    def __init__(self, layout: Layout, writable: Callable[[str], bool]) -> None:
        self.layout = layout
        self.texts = layout.texts
        self.writable = writable

    def change(self, edit: Edit) -> tuple[Option, ...]:
        """The ways of making an edit of words, the likeliest first. Raises NoPlace."""
        if edit.start == edit.end:
            if edit.new.startswith("\n") or (edit.start == 0 and edit.new.endswith("\n")):
                return self._new_paragraphs(edit.start, self._paragraphs(edit.new, edit.level))
            return self._inserted(edit)
        if not edit.new.strip() and "\n" in edit.old and self._covers_blocks(edit):
            return (self._without_blocks(edit.start, edit.end),)
        return self._replaced(edit)

    def move(self, edit: Edit) -> tuple[Option, ...]:
        """A paragraph cut where it stood and put where it stands now, with its facts and citations as they are."""
        gone = self._without_blocks(edit.start, edit.end)
        taken = "\n\n".join(change.old.strip("\n") for change in gone)
        found = []
        for option in self._new_paragraphs(edit.to, taken):
            found.append((*gone, *option))
            if option[0].file != gone[0].file:
                own = _with_full_names(option[0], self.texts[gone[0].file])
                found.append((*gone, own))
        return tuple(found)

    def _replaced(self, edit: Edit) -> tuple[Option, ...]:
        """The words alone; or, where they reach over an edge of emphasis, with its marks."""
        source = self._stretch(edit.start, edit.end)
        text = self.texts[source.file]
        start, end = source.start, source.end
        if not edit.new:
            start, end = _with_delimiters(text, start, end)
        wider = _over_edges(text, start, end)
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
        return (SourceChange(file, start, end, slice_, new), *_guard_next(text, file, start, end, new))

    def _inserted(self, edit: Edit) -> tuple[Option, ...]:
        options: list[Option] = []
        refusal: NoPlace | None = None
        for file, offset in self._points(edit.start):
            try:
                self._check(Source(file, offset, offset + 1), offset)
            except NoPlace as reason:
                refusal = refusal or reason
                continue
            new = self._written(edit.new, self.texts[file], offset)
            options.append((SourceChange(file, offset, offset, "", new),))
        if not options:
            raise refusal or NoPlace("no words of a file stand on either side of it")
        return tuple(dict.fromkeys(options))

    def _points(self, at: int) -> Iterator[tuple[str, int]]:
        """Places in the sources where text would print at an offset: behind what is before, then before what is behind."""
        block = self.layout.block_at(max(at - 1, 0) if at and self.layout.text[at - 1] != "\n" else at)
        begins, ends = self._bounds(block)
        before = self._edge(at - 1, False) if at > begins else None
        behind = self._edge(at, True) if at < ends else None
        literal_before = before is not None and self._is_literal(at - 1)
        literal_behind = behind is not None and self._is_literal(at)
        if before is not None and (literal_before or not literal_behind):
            yield before
        if behind is not None:
            yield behind
        if before is not None:
            yield before
        if before is None and at > begins and (found := self._behind_calls(at, begins)) is not None:
            yield found

    def _is_literal(self, offset: int) -> bool:
        source = self.layout.sources[offset]
        return source is not None and not any(self.layout.spans_within(offset, offset + 1))

    def _edge(self, offset: int, start: bool) -> tuple[str, int] | None:
        """Where a character's source begins or ends; None of one that has no source."""
        source = self._source(offset)
        return None if source is None else (source.file, source.start if start else source.end)

    def _source(self, offset: int) -> Source | None:
        if not 0 <= offset < len(self.layout.text):
            return None
        for span in self.layout.spans_within(offset, offset + 1):
            return span.source
        return self.layout.sources[offset]

    def _behind_calls(self, at: int, begins: int) -> tuple[str, int] | None:
        """Behind citations and calls that end a stretch: they have no characters of their own in the text."""
        known = next((n for n in range(at - 1, begins - 1, -1) if self._source(n) is not None), None)
        edge = self._edge(known, False) if known is not None else None
        if edge is None:
            return None
        found = _CALLS.match(self.texts[edge[0]], edge[1])
        return (edge[0], found.end()) if found else None

    def _before_calls(self, begins: int, end: int) -> tuple[str, int] | None:
        """Before citations and calls that begin a stretch."""
        known = next((n for n in range(begins, end) if self._source(n) is not None), None)
        edge = self._edge(known, True) if known is not None else None
        if edge is None:
            return None
        text = self.texts[edge[0]]
        line = text.rfind("\n", 0, edge[1]) + 1
        found = _CALLS.fullmatch(text, line, edge[1])
        return (edge[0], line) if found else None

    def _stretch(self, start: int, end: int) -> Source:
        """The source of characters `start` to `end`, all in one file and printed once."""
        block_start, _ = self._bounds(self.layout.block_at(start))
        _, block_end = self._bounds(self.layout.block_at(max(end - 1, start)))
        left = self._edge(start, True)
        if left is None and start > block_start:
            left = self._edge(start - 1, False) or self._behind_calls(start, block_start)
        if left is None and start == block_start:
            left = self._before_calls(start, end)
        right = self._edge(end - 1, False)
        if right is None and (end < block_end or self.layout.text[end - 1] == "\n"):
            right = self._edge(end, True)
        if right is None:
            right = self._behind_calls(end, block_start)
        if left is None or right is None:
            raise NoPlace("these words stand in no file", "they are made by the build", "refused")
        if left[0] != right[0] or left[1] > right[1]:
            if self.layout.block_at(start) == self.layout.block_at(max(end - 1, start)):
                message = f"these words are put together from several files: {left[0]} and {right[0]}"
                raise NoPlace(
                    message,
                    f"change the words of each, at {self.texts.place(*left)} and {self.texts.place(*right)}",
                )
            raise NoPlace(f"these paragraphs come from different files: {left[0]} and {right[0]}")
        source = Source(left[0], left[1], right[1])
        self._check(source, start)
        return source

    def _check(self, source: Source, _offset: int) -> None:
        place = self.texts.place(source.file, min(source.start, len(self.texts[source.file])))
        if not self.writable(source.file):
            message = "these words belong to the journal's template, which comes with casewright"
            raise NoPlace(
                message, f"put a copy of {source.file} into your project and change it at {place}", "refused"
            )
        if source.file.endswith((".yaml", ".bib")):
            raise NoPlace("these words stand in the data", f"change them at {place}", "refused")
        if self.layout.times_printed(source) > 1:
            raise NoPlace(
                "these words are printed in several places from one line",
                f"change them, for all of them, at {place}",
                "refused",
            )

    def _written(self, typed: str, text: str, at: int, gone: str = "") -> str:
        begins = at == 0 or text[at - 1] == "\n"
        parts = typed.split("\n")
        if len(parts) == 1 and typed == " " and "\n" in gone:
            return "\n"
        written = [self._cited(parts[0], begins), *(self._cited(part.strip(), True) for part in parts[1:])]
        return "\n\n".join(written)

    def _cited(self, typed: str, begins_line: bool) -> str:
        """Text as source, in which citations that were typed as they are printed are citations."""
        written = with_citations(typed, self.layout.references, _as_source, as_prose)
        return guarded(written) if begins_line else written

    def _paragraphs(self, typed: str, level: int) -> str:
        parts = [part.strip() for part in typed.strip("\n").split("\n") if part.strip()]
        if level and len(parts) == 1:
            return "#" * min(level, 4) + " " + as_prose(parts[0])
        return "\n\n".join(self._cited(part, True) for part in parts)

    def _bounds(self, block: int) -> tuple[int, int]:
        blocks = self.layout.blocks
        end = blocks[block + 1][0] - 1 if block + 1 < len(blocks) else len(self.layout.text)
        return blocks[block][0], end

    def _covers_blocks(self, edit: Edit) -> bool:
        return any(True for _ in self._whole(edit.start, edit.end))

    def _whole(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The blocks that lie wholly within a stretch, if nothing but white space of it lies outside of them."""
        found, covered = [], 0
        for number in range(self.layout.block_at(start), self.layout.block_at(max(start, end - 1)) + 1):
            begins, ends = self._bounds(number)
            if start <= begins and ends <= end:
                found.append((begins, ends))
                covered += ends - begins
        if (
            covered
            and not self.layout.text[start:end].strip("\n") == ""
            and covered >= len(self.layout.text[start:end].strip("\n"))
        ):
            yield from found

    def _without_blocks(self, start: int, end: int) -> Option:
        taken = []
        for begins, ends in self._whole(start, end):
            source = self._stretch(begins, ends)
            text = self.texts[source.file]
            first, last = _with_delimiters(text, source.start, source.end)
            if "{%" in text[first:last] or ":::" in text[first:last]:
                raise NoPlace(
                    "a command of the template stands in this paragraph",
                    f"see {self.texts.place(source.file, first)}",
                )
            line = text.rfind("\n", 0, first) + 1
            lead = text[line:first]
            if lead and set(lead) <= set("# ") and lead.strip():
                first = line
            while last < len(text) and text[last] in " \n":
                last += 1
            if last == len(text):
                while first and text[first - 1] in " \n":
                    first -= 1
                taken.append(SourceChange(source.file, first, last, text[first:last], "\n" if first else ""))
            else:
                taken.append(SourceChange(source.file, first, last, text[first:last], ""))
        if not taken:
            raise NoPlace("the end of one paragraph and the start of another were taken out")
        return tuple(taken)

    def _new_paragraphs(self, at: int, written: str) -> tuple[Option, ...]:
        """Paragraphs of source behind the block that ends at an offset, or before the one that follows."""
        options: list[Option] = []
        refusal: NoPlace | None = None
        for file, offset, before in self._gaps(at):
            try:
                self._check(
                    Source(file, offset, offset + 1) if before else Source(file, max(offset - 1, 0), offset),
                    at,
                )
            except NoPlace as reason:
                refusal = refusal or reason
                continue
            new = f"{written}\n\n" if before else f"\n\n{written}"
            options.append((SourceChange(file, offset, offset, "", new),))
        if not options:
            raise refusal or NoPlace("no file has a place between these two paragraphs")
        return tuple(options)

    def _gaps(self, at: int) -> Iterator[tuple[str, int, bool]]:
        text = self.layout.text
        number = self.layout.block_at(max(at - 1, 0)) if at else -1
        if number >= 0:
            begins, ends = self._bounds(number)
            edge = self._edge(ends - 1, False) or self._behind_calls(ends, begins)
            if edge is not None:
                source = self.texts[edge[0]]
                offset = edge[1]
                while offset < len(source) and source[offset] in "*_^~":
                    offset += 1
                line_end = source.find("\n", offset)
                rest = source[offset : line_end if line_end >= 0 else len(source)]
                if not rest.strip():
                    yield edge[0], offset, False
        if number + 1 < len(self.layout.blocks) and text:
            begins, _ = self._bounds(number + 1)
            edge = self._edge(begins, True)
            if edge is not None:
                source = self.texts[edge[0]]
                offset = edge[1]
                while offset and source[offset - 1] in "*_^~":
                    offset -= 1
                lead = source[source.rfind("\n", 0, offset) + 1 : offset]
                if not lead.strip() or lead.rstrip().endswith("%}"):
                    yield edge[0], offset, True


def _with_full_names(change: SourceChange, text: str) -> SourceChange:
    """A moved paragraph that does without the short names which its file gives to groups of facts."""
    names = dict(_SHORT_NAME.findall(text))
    new = change.new
    for _ in range(len(names)):
        longer = _EXPRESSION.sub(lambda found: _NAME.sub(lambda n: names.get(n[0], n[0]), found[0]), new)
        if longer == new or len(longer) > 100_000:
            break
        new = longer
    return replace(change, new=new)


def _as_source(keys: Sequence[str]) -> str:
    return f"[{'; '.join(f'@{key}' for key in keys)}]"


def _with_delimiters(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch with the marks of emphasis, link or span that would be left with nothing between them."""
    while start and end < len(text) and _PAIRS.get(text[start - 1]) == text[end]:
        if text[start - 1] == "[":
            found = _ATTRIBUTES.match(text, end)
            end = found.end() if found else end + 1
        else:
            end += 1
        start -= 1
    return start, end


def _over_edges(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch with the other half of the marks of emphasis of which it holds one."""
    while start and text[start - 1] in "*_~^" and text[start - 1] in text[start:end]:
        start -= 1
    while end < len(text) and text[end] in "*_~^" and text[end] in text[start:end]:
        end += 1
    return start, end


def _guard_next(text: str, file: str, start: int, end: int, new: str) -> Option:
    """Where a deletion brings other words to the start of a line: those kept from being markup."""
    if new or not (start == 0 or text[start - 1] == "\n"):
        return ()
    line_end = text.find("\n", end)
    rest = text[end : line_end if line_end >= 0 else len(text)]
    safe = guarded(rest)
    if safe == rest:
        return ()
    at = end + next((n for n, pair in enumerate(zip(rest, safe, strict=False)) if pair[0] != pair[1]), 0)
    return (SourceChange(file, at, at, "", "\\"),)
