"""The edits of one co-author: what differs between the file that was sent and the file that came back."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from casewright.revise.align import Change, changes
from casewright.revise.crossing import Crossing
from casewright.revise.figures import apart, is_doubtful, overlaps
from casewright.revise.layout import Layout, Span
from casewright.revise.looks import looks_changed
from casewright.revise.paragraphs import Paragraph, WordFile

LITTLE = 12  # characters of unchanged text between two changes that were likely made together
SHORTEST_MOVE = 12  # characters; a shorter paragraph that stands elsewhere may be another one


@dataclass(frozen=True, slots=True)
class Edit:
    """One edit: characters `start` to `end` of the layout's text became `new`.

    `to` is where a moved stretch now stands, -1 of anything else; a newline in `old` or `new` is the end of a
    paragraph. `level` is that of a heading that was put in. Author and date are those of the tracked change, "" of an
    untracked one.
    """

    start: int
    end: int
    old: str
    new: str
    section: str = ""
    author: str = ""
    date: str = ""
    to: int = -1
    level: int = 0
    is_item: bool = False  # of a list, put in
    file: str = ""  # the co-author's file
    said: str = ""  # `new`, with the keys of the works in place of each citation that was typed
    rewording: int = -1  # number of the rewording in its file that it is part of
    doubtful: bool = False  # a figure that may be another one than the one that stood there
    lines: tuple[str, ...] = ()  # the paragraphs of that file in which it stands


@dataclass(frozen=True, slots=True)
class Comparison:
    """What one file brought back: its edits in reading order, how many changes are of looks only, what to know."""

    edits: tuple[Edit, ...]
    formatting: int
    likeness: float  # share of the sent words that are still there
    remarks: tuple[str, ...]
    landing: Callable[[int], int]  # from an offset in the edited text to one in the layout's


def compare(layout: Layout, sent: WordFile, edited: WordFile) -> Comparison:
    """The edits between two readings of the same manuscript, at their places in its layout."""
    old = [paragraph.text for paragraph in sent.paragraphs]
    new = [paragraph.text for paragraph in edited.paragraphs]
    crossing = Crossing(sent.text, layout)
    raw = changes(old, new, _same_marks(sent.paragraphs, edited.paragraphs))
    shaped = _shaped(raw, sent.text, edited.text, crossing.spans)
    author_of = _Authors(edited)
    edits = []
    for number, change, doubtful in _rewordings(shaped, sent.text, edited.text):
        start, end = crossing.stretch(change.start, change.end)
        was, now = sent.text[change.start : change.end], edited.text[change.new_start : change.new_end]
        author, date = author_of(change, was)
        level = author_of.level(change) if "\n" in now else 0
        lines = author_of.lines(change)
        begins = now.startswith("\n") or layout.text[start - 1 : start] not in ("", "\n")
        section = layout.section_at(max(start - (begins and not was.strip()), 0))
        said = layout.works.with_citations(now, lambda keys: f"\x04{';'.join(keys)}\x05", str)
        edits.append(
            Edit(
                start,
                end,
                was,
                now,
                section,
                author,
                date,
                level=level,
                is_item=author_of.is_item(change) and "\n" in now,
                file=edited.source,
                said=said,
                rewording=number,
                doubtful=doubtful,
                lines=lines,
            )
        )
    kept = sum(map(len, old)) - sum(edit.end - edit.start for edit in edits)
    likeness = kept / max(1, sum(map(len, old)))
    return Comparison(
        tuple(_moves(edits)),
        looks_changed(sent.paragraphs, edited.paragraphs, raw),
        likeness,
        _remarks(sent, edited),
        lambda offset: crossing.stretch(*[_sent_offset(shaped, offset)] * 2)[0],
    )


def _sent_offset(found: Sequence[Change], offset: int) -> int:
    """Where a character of the edited text stood in the sent one, or where the words it replaced did."""
    for change in reversed(found):
        if change.new_end <= offset:
            return change.end + offset - change.new_end
        if change.new_start <= offset:
            return change.start
    return offset


def _remarks(sent: WordFile, edited: WordFile) -> tuple[str, ...]:
    found = []
    if sent.controls and not edited.controls:
        found.append(
            "its content controls are gone (Google Docs and Word for the web drop them): facts were found by their text"
        )
    if not any(paragraph.block >= 0 for paragraph in edited.paragraphs):
        found.append("its bookmarks are gone: paragraphs were found by their text")
    return tuple(found)


def _same_marks(old: Sequence[Paragraph], new: Sequence[Paragraph]) -> list[tuple[int, int]]:
    there = {paragraph.block: number for number, paragraph in enumerate(new) if paragraph.block >= 0}
    return [(n, there[p.block]) for n, p in enumerate(old) if p.block >= 0 and p.block in there]


def _shaped(raw: Sequence[Change], old: str, new: str, spans: Sequence[Span]) -> list[Change]:
    """Edits as a person made them: scraps of one rewording together, a figure as a whole, words apart from figures."""
    found: list[Change] = []
    for change in _whole_spans(_joined(raw, old, new, spans), spans):
        if old[change.start : change.end] == new[change.new_start : change.new_end]:
            continue
        found += apart(change, old, new, spans)
    return found


def _joined(raw: Sequence[Change], old: str, new: str, spans: Sequence[Span]) -> list[Change]:
    """Changes of words that only a little unchanged text parts, as one."""
    found: list[Change] = []
    for change in raw:
        before = found[-1] if found else None
        if before is not None and _belong(before, change, old, new, spans):
            found[-1] = Change(before.start, change.end, before.new_start, change.new_end)
        else:
            found.append(change)
    return found


def _belong(one: Change, other: Change, old: str, new: str, spans: Sequence[Span]) -> bool:
    between = old[one.end : other.start]
    both = old[one.start : other.end] + new[one.new_start : other.new_end]
    if "\n" in both or overlaps(one.start, other.end, spans):
        return False
    sizes = [max(change.end - change.start, change.new_end - change.new_start) for change in (one, other)]
    return len(between) <= 1 or (len(between) < min(sizes) and len(between) <= LITTLE)


def _whole_spans(found: Sequence[Change], spans: Sequence[Span]) -> list[Change]:
    """Changes that touch part of a figure, or of text the build made, widened to all of it."""
    out: list[Change] = []
    for change in found:
        start, end = change.start, change.end
        for span in overlaps(start, end, spans):
            start, end = min(start, span.start), max(end, span.end)
        wide = Change(
            start, end, change.new_start - (change.start - start), change.new_end + (end - change.end)
        )
        if out and wide.start < out[-1].end:
            last = out.pop()
            wide = Change(last.start, max(last.end, wide.end), last.new_start, wide.new_end)
        out.append(wide)
    return out


def _rewordings(found: Sequence[Change], old: str, new: str) -> Iterator[tuple[int, Change, bool]]:
    """Each change with the number of its rewording: changes that little unchanged text parts are of one.

    One in which a figure is doubtful is one change, and said to be so: only a person can take it apart.
    """
    groups: list[list[int]] = []
    for number, change in enumerate(found):
        between = old[found[number - 1].end : change.start] if number else "\n"
        if len(between) <= LITTLE and "\n" not in between:
            groups[-1].append(number)
        else:
            groups.append([number])
    for name, numbers in enumerate(groups):
        if any(is_doubtful(found, number, old, new) for number in numbers):
            first, last = found[numbers[0]], found[numbers[-1]]
            yield name, Change(first.start, last.end, first.new_start, last.new_end), True
        else:
            yield from ((name, found[number], False) for number in numbers)


class _Authors:
    """Who made a change, by the tracked changes of the paragraph that it stands in."""

    def __init__(self, edited: WordFile) -> None:
        self.paragraphs = edited.paragraphs
        self.starts = [0]
        for paragraph in edited.paragraphs:
            self.starts.append(self.starts[-1] + len(paragraph.text) + 1)

    def __call__(self, change: Change, old: str) -> tuple[str, str]:
        numbers = self._numbers(change)
        for number in numbers:
            start = self.starts[number]
            for mark in self.paragraphs[number].marks:
                if (
                    mark.kind == "inserted"
                    and mark.start + start < change.new_end
                    and mark.end + start > change.new_start
                ):
                    author, _, date = mark.target.rpartition("|")
                    return author, date
        words = old.strip()
        for number in (*numbers, *(n + 1 for n in numbers[-1:] if n + 1 < len(self.paragraphs))):
            for tracked in self.paragraphs[number].tracked:
                if not tracked.inserted and words and (words in tracked.text or tracked.text.strip() in old):
                    return tracked.author, tracked.date
        return "", ""

    def lines(self, change: Change) -> tuple[str, ...]:
        """The paragraphs in which the new words stand."""
        return tuple(self.paragraphs[number].text for number in self._numbers(change))

    def level(self, change: Change) -> int:
        """The heading level of the paragraph that was put in."""
        numbers = self._numbers(change)
        return self.paragraphs[numbers[-1]].level if numbers else 0

    def is_item(self, change: Change) -> bool:
        """Whether the paragraph that was put in is an item of a list."""
        numbers = self._numbers(change)
        return bool(numbers) and self.paragraphs[numbers[-1]].is_item

    def _numbers(self, change: Change) -> list[int]:
        from bisect import bisect_right

        if not self.paragraphs:
            return []
        last = len(self.paragraphs) - 1
        first = min(max(0, bisect_right(self.starts, change.new_start) - 1), last)
        final = min(max(first, bisect_right(self.starts, max(change.new_end - 1, 0)) - 1), last)
        return list(range(first, final + 1))


def _moves(edits: Sequence[Edit]) -> list[Edit]:
    """Edits with each paragraph that went from one place to another as one edit."""
    found = list(edits)
    for edit in edits:
        text = edit.old.strip()
        if edit.new.strip() or "\n" not in edit.old or len(text) < SHORTEST_MOVE:
            continue
        twin = next((e for e in found if not e.old.strip() and "\n" in e.new and e.new.strip() == text), None)
        if twin is not None and edit in found:
            found.remove(twin)
            author = edit.author or twin.author
            found[found.index(edit)] = replace(
                edit, to=twin.start, author=author, date=edit.date or twin.date
            )
    return found
