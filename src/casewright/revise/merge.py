"""Edits of several files, made to sources that may have moved on: onto the present, and against one another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

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

    def rebased(self, ruling: Ruling) -> Ruling:
        """A ruling on the present sources; a conflict where they no longer say what the edit changes."""
        if self.unchanged:
            return ruling
        edit = ruling.edit
        if self._is_done(edit):
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


def _lines(text: str) -> frozenset[str]:
    return frozenset(line.strip() for line in text.replace("\t", "\n").split("\n"))


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
        found[number] = found[number].but(
            "conflict", *_said(found[number], [found[other] for other in sorted(others)])
        )
    return found


def _clash(one: SourceChange, other: SourceChange) -> bool:
    if (one.start, one.end, one.new) == (other.start, other.end, other.new):
        return False
    if one.start == one.end and other.start == other.end:
        return one.start == other.start
    return one.start < other.end and other.start < one.end


def _said(ruling: Ruling, others: Sequence[Ruling]) -> tuple[str, str]:
    said = "; ".join(
        f"{other.edit.author or other.edit.file} wrote “{other.edit.new.strip() or '(nothing)'}”"
        for other in others
    )
    return (
        f"another edit wants something else of the same words: {said}",
        f"decide, and change it at {ruling.place}",
    )


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
                found[number] = ruling.but(
                    "conflict", f"{fact} was changed to different values: {typed}", hint
                )
                continue
            at = [ruling.written.index(written) for written in shared]
            found[number] = replace(
                ruling, options=tuple(ruling.options[n] for n in at), written=tuple(shared)
            )
    return found


def standing_together(rulings: Sequence[Ruling]) -> list[Ruling]:
    """The rulings, with no words removed that were exchanged for words without a place: both stand, or neither."""
    return [
        next(
            (
                ruling.but(other.state, _EXCHANGED, other.hint)
                for other in rulings
                if _exchanged(ruling, other)
            ),
            ruling,
        )
        for ruling in rulings
    ]


_EXCHANGED = "it was exchanged for words that are not placed"


def _exchanged(removed: Ruling, put: Ruling) -> bool:
    """Whether one ruling places a removal, and the other does not place what was put where the removed words stood."""
    gone, come = removed.edit, put.edit
    return (
        removed.state == "placed"
        and put.state != "placed"
        and gone.to < 0
        and bool(gone.old.strip())
        and not gone.new.strip()
        and bool(come.new.strip())
        and not come.old.strip()
        and gone.start - 1 <= come.start <= gone.end + 1
    )
