"""Edits of several files, made to sources that may have moved on: onto the present, and against one another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from casewright.revise.ruling import Ruling, SourceChange
from casewright.revise.shift import Shift
from casewright.revise.texts import Texts


@dataclass(frozen=True, slots=True)
class Present:
    """The way from the sources as sent, and from their printed text, to the present ones."""

    sent: Texts
    now: Texts
    printed: Shift
    files: Mapping[str, Shift]

    @classmethod
    def between(cls, sent: Texts, now: Texts, sent_text: str, text: str) -> Present:
        """Compare two states of the same project."""
        files = {name: Shift(old, now[name]) for name, old in sent.items() if name in now}
        return cls(sent, now, Shift(sent_text, text), files)

    @property
    def unchanged(self) -> bool:
        """Whether nothing of the sources changed."""
        return self.printed.same and all(shift.same for shift in self.files.values())

    def rebased(self, ruling: Ruling) -> Ruling:
        """A ruling on the present sources; a conflict where they no longer say what the edit changes."""
        if ruling.state != "placed" or self.unchanged:
            return ruling
        options = []
        written = []
        for number, option in enumerate(ruling.options):
            moved = [self._moved(change) for change in option]
            if all(change is not None for change in moved):
                options.append(tuple(change for change in moved if change is not None))
                written += ruling.written[number : number + 1]
        edit = ruling.edit
        text = self.printed.stretch(edit.start, edit.end)
        target = self.printed.stretch(edit.to, edit.to) if edit.to >= 0 else (-1, -1)
        if not options or text is None or target is None:
            return self._overtaken(ruling)
        edit = replace(edit, start=text[0], end=text[1], to=target[0])
        return replace(ruling, edit=edit, options=tuple(options), written=tuple(written))

    def _moved(self, change: SourceChange) -> SourceChange | None:
        shift = self.files.get(change.file)
        found = shift.stretch(change.start, change.end) if shift else None
        return None if found is None else change.moved(found[0])

    def _overtaken(self, ruling: Ruling) -> Ruling:
        """What the present sources made of the words that the edit changes: the same edit, or another."""
        change = ruling.options[0][0]
        now = self.now[change.file] if change.file in self.now else ""
        if ruling.kind == "fact" and ruling.fact:
            for option in ruling.options:
                before = self.sent[change.file][: change.start].rpartition("\n")[2]
                if before.strip() and before + option[0].new in now:
                    return replace(ruling, options=(), written=(), reason="the data say so already")
        elif change.new.strip() and self._around(change) in now:
            return replace(ruling, options=(), reason="the text says so already")
        hint = f"compare it with {ruling.place} and change it there"
        return ruling.but("conflict", f"{change.file} was changed here after the file was sent", hint)

    def _around(self, change: SourceChange) -> str:
        """An edit with some of the text around it, as it would stand."""
        text = self.sent[change.file]
        return text[max(0, change.start - 20) : change.start] + change.new + text[change.end : change.end + 20]


def against_one_another(rulings: Sequence[Ruling]) -> list[Ruling]:
    """The rulings with every two that want something different of the same words, or of the same fact, in conflict."""
    found = _facts_agree(rulings)
    taken: list[tuple[SourceChange, int]] = []
    clashes: dict[int, set[int]] = {}
    for number, ruling in enumerate(found):
        for change in ruling.changes:
            if ruling.kind != "fact":
                taken.append((change, number))
    taken.sort(key=lambda item: (item[0].file, item[0].start, item[0].end))
    for at, (change, number) in enumerate(taken):
        for other, its_number in taken[at + 1 :]:
            if other.file != change.file or other.start > change.end:
                break
            one, two = found[number], found[its_number]
            if number != its_number and one.edit.file != two.edit.file and _clash(change, other):
                clashes.setdefault(number, set()).add(its_number)
                clashes.setdefault(its_number, set()).add(number)
    for number, others in clashes.items():
        found[number] = found[number].but("conflict", *_said(found[number], [found[other] for other in sorted(others)]))
    return found


def _clash(one: SourceChange, other: SourceChange) -> bool:
    if (one.start, one.end, one.new) == (other.start, other.end, other.new):
        return False
    if one.start == one.end and other.start == other.end:
        return one.start == other.start
    return one.start < other.end and other.start < one.end


def _said(ruling: Ruling, others: Sequence[Ruling]) -> tuple[str, str]:
    said = "; ".join(
        f"{other.edit.author or other.edit.file} wrote “{other.edit.new.strip() or '(nothing)'}”" for other in others
    )
    return f"another edit wants something else of the same words: {said}", f"decide, and change it at {ruling.place}"


def _facts_agree(rulings: Sequence[Ruling]) -> list[Ruling]:
    """Of each fact the options that all of its edits share; a conflict where there is none."""
    by_fact: dict[str, list[int]] = {}
    found = list(rulings)
    for number, ruling in enumerate(found):
        if ruling.kind == "fact" and ruling.state == "placed" and ruling.options:
            by_fact.setdefault(ruling.fact, []).append(number)
    for fact, numbers in by_fact.items():
        shared = [w for w in found[numbers[0]].written if all(w in found[n].written for n in numbers)]
        typed = ", ".join(dict.fromkeys(f"“{found[n].edit.new.strip()}”" for n in numbers))
        for number in numbers:
            ruling = found[number]
            if not shared:
                hint = f"decide, and write it at {ruling.place}"
                found[number] = ruling.but("conflict", f"{fact} was changed to different values: {typed}", hint)
                continue
            at = [ruling.written.index(written) for written in shared]
            found[number] = replace(
                ruling, options=tuple(ruling.options[n] for n in at), written=tuple(shared)
            )
    return found
