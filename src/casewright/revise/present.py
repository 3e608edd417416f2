"""Edits brought from the sources as they were sent to the sources as they are now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import cycle, takewhile

from casewright.revise.edits import Edit
from casewright.revise.ruling import Ruling, SourceChange
from casewright.revise.shift import Shift
from casewright.revise.texts import Texts

DONE = "the manuscript says so already"


@dataclass(frozen=True, slots=True)
class Present:
    """The way from the sources as sent, and from their printed text, to the present ones."""

    sent: Texts
    now: Texts
    printed: Shift
    files: Mapping[str, Shift]
    old_lines: frozenset[str]
    lines: frozenset[str]

    @classmethod
    def between(cls, sent: Texts, now: Texts, sent_text: str, text: str) -> Present:
        """Compare two states of the same project."""
        files = {name: Shift(old, now[name]) for name, old in sent.items() if name in now}
        return cls(sent, now, Shift(sent_text, text), files, _lines(sent_text), _lines(text))

    @property
    def unchanged(self) -> bool:
        """Whether nothing of the sources changed."""
        return self.printed.same and all(shift.same for shift in self.files.values())

    def rebased(self, rulings: Sequence[Ruling]) -> list[Ruling]:
        """Rulings on the present sources; conflicts where these no longer say what an edit changes."""
        if self.unchanged:
            return list(rulings)
        made = _Made(self.sent, self.now, rulings)
        return [self._rebased(ruling, made.is_made(ruling)) for ruling in rulings]

    def _rebased(self, ruling: Ruling, made: bool) -> Ruling:
        edit = ruling.edit
        if made or self._is_done(edit):
            return replace(ruling, state="placed", options=(), written=(), reason=DONE, hint="")
        if ruling.state != "placed":
            return ruling
        found = [self._moved(option) for option in ruling.options]
        if any(option == () for option in found):
            return replace(ruling, options=(), written=(), reason=DONE)
        text = self.printed.stretch(edit.start, edit.end)
        target = self.printed.stretch(edit.to, edit.to) if edit.to >= 0 else (-1, -1)
        options = [option for option in found if option is not None]
        if not options or text is None or target is None:
            hint = f"compare it with {ruling.place} and change it there"
            file = ruling.options[0][0].file
            return ruling.but("conflict", f"{file} was changed here after the file was sent", hint)
        written = [
            ruling.written[n] for n, option in enumerate(found) if option is not None and ruling.written
        ]
        edit = replace(edit, start=text[0], end=text[1], to=target[0])
        return replace(ruling, edit=edit, options=tuple(options), written=tuple(written))

    def _is_done(self, edit: Edit) -> bool:
        """Whether the manuscript says by now what the co-author's paragraphs say, and did not when it was sent."""
        if edit.new.strip() or "\n" not in edit.old:
            fresh = [line for line in edit.lines if line not in self.old_lines]
            return bool(fresh) and all(line in self.lines for line in edit.lines)
        return edit.to < 0 and not any(line in self.lines for line in edit.old.split("\n") if line.strip())

    def _moved(self, option: tuple[SourceChange, ...]) -> tuple[SourceChange, ...] | None:
        """The changes at their present places, without those that are made already; None where others were made."""
        moved = []
        for change in option:
            if change.file not in self.sent and change.file not in self.now:
                moved.append(change)  # a new file
                continue
            shift = self.files.get(change.file)
            found = shift.stretch(change.start, change.end) if shift else None
            if found is None:
                return None
            says = self.now[change.file][found[0] : found[1]]
            if says == change.new and says != change.old:
                continue
            if says != change.old:
                return None
            moved.append(change.moved(found[0]))
        return tuple(moved)


class _Made:
    """Which edits the present sources have already: those that stand there as in the sources with all edits made."""

    def __init__(self, sent: Texts, now: Texts, rulings: Sequence[Ruling]) -> None:
        self._versions = []
        for number in range(max((len(ruling.options) for ruling in rulings), default=0)):
            changes = [
                change
                for ruling in rulings
                if ruling.state == "placed" and ruling.options
                for change in ruling.options[min(number, len(ruling.options) - 1)]
            ]
            self._versions.append(
                {
                    file: _Version(sent[file], now[file], [one for one in changes if one.file == file])
                    for file in {change.file for change in changes}
                    if file in now and file in sent
                }
            )

    def is_made(self, ruling: Ruling) -> bool:
        """Whether one of the ways of placing an edit has been taken."""
        return ruling.state == "placed" and any(
            all(change.file in version and version[change.file].has(change) for change in option)
            for number, version in enumerate(self._versions)
            for option in ruling.options[number : number + 1]
        )


class _Version:
    """A file with all of its edits made, beside the file as it is now."""

    def __init__(self, sent: str, now: str, changes: Iterable[SourceChange]) -> None:
        pieces: list[str] = []
        self._starts: dict[SourceChange, int] = {}
        at = length = 0
        for change in sorted(set(changes), key=lambda one: (one.start, one.end)):
            if change.start >= at:
                pieces += [sent[at : change.start], change.new]
                length += change.start - at
                self._starts[change] = length
                length += len(change.new)
                at = change.end
        self.text = "".join([*pieces, sent[at:]])
        self._shift = Shift(self.text, now)

    def has(self, change: SourceChange) -> bool:
        """Whether the file now says what the change writes, between the characters that stand beside it.

        A word put in or taken out beside its like could be either of the two: all of them have to be as they should.
        """
        if change not in self._starts:
            return False
        start = self._starts[change]
        end = start + len(change.new)
        low, high = start, end
        for repeated in (change.old, change.new):
            low = min(low, start - _run(reversed(self.text[:start]), repeated[::-1]))
            high = max(high, end + _run(self.text[end:], repeated))
        return self._shift.keeps(max(0, low - 1), min(len(self.text), high + 1))


def _run(text: Iterable[str], repeated: str) -> int:
    """How far a text begins as if something were repeated over and over."""
    expected = cycle(repeated)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(text, expected, strict=False)))


def _lines(text: str) -> frozenset[str]:
    return frozenset(line.strip() for line in text.replace("\t", "\n").split("\n"))
