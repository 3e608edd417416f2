"""Proving a plan before anything is written: with its changes the sources must print what the co-authors wrote.

The changed sources are rendered in a folder of their own. Every paragraph that was edited must then say what the
co-author's file says, every other one what it said before, every fact what was typed for it; what does not is not
placed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher

from casewright.document.pandoc import Pandoc
from casewright.errors import InputError
from casewright.revise.citing import with_citations
from casewright.revise.layout import Layout
from casewright.revise.ruling import Ruling, SourceChange
from casewright.revise.workspace import State, changed, state_of

MOST_TRIALS = 120
_FAILED = "written into the source, it would not print as it was typed"


def with_changes(texts: Mapping[str, str], rulings: Iterable[Ruling]) -> dict[str, str]:
    """The texts of the files that these rulings change."""
    by_file: dict[str, list[SourceChange]] = {}
    for ruling in rulings:
        for change in ruling.changes:
            changes = by_file.setdefault(change.file, [])
            if change not in changes:
                changes.append(change)
    return {file: _applied(texts[file], changes) for file, changes in by_file.items()}


def _applied(text: str, changes: Sequence[SourceChange]) -> str:
    pieces = []
    at = 0
    for change in sorted(changes, key=lambda change: (change.start, change.end)):
        if change.start < at or text[change.start : change.end] != change.old:
            raise Overlap
        pieces += [text[at : change.start], change.new]
        at = change.end
    return "".join([*pieces, text[at:]])


class Overlap(Exception):  # noqa: N818 - says what two changes do
    """Two changes of the same characters."""


@dataclass
class Proof:
    """`now` is the present state; `rulings` those of all files, rebased on it."""

    now: State
    journal: str
    pandoc: Pandoc
    proven: list[Ruling] = field(default_factory=list)
    failed: dict[int, Ruling] = field(default_factory=dict)
    then: State | None = None  # the manuscript with everything that is proven
    trials: int = 0
    fault: str = ""  # why the last sources that could not be built could not

    def settle(self, rulings: Sequence[Ruling]) -> list[Ruling]:
        """The rulings in their order, those that prove wrong unplaced."""
        units: dict[object, list[Ruling]] = {}
        for ruling in rulings:
            if ruling.state == "placed" and ruling.options:
                units.setdefault(_unit(ruling), []).append(ruling)
        kept: dict[int, Ruling] = {}
        self._settle(list(units.values()))
        for ruling in (*self.proven, *self.failed.values()):
            kept[id(ruling.edit)] = ruling
        return [kept.get(id(ruling.edit), ruling) for ruling in rulings]

    def _settle(self, units: list[list[Ruling]]) -> None:
        if not units:
            return
        group = [ruling for unit in units for ruling in unit]
        wrong = self._trial(group)
        if wrong is None:
            self.proven += group
            return
        good = [unit for unit in units if not any(id(ruling.edit) in wrong for ruling in unit)]
        bad = [unit for unit in units if unit not in good]
        if good and bad:
            self._settle(good)
            self._settle(bad)
        elif len(units) == 1:
            self._settle_one(units[0])
        else:
            middle = len(units) // 2
            self._settle(units[:middle])
            self._settle(units[middle:])

    def _settle_one(self, unit: list[Ruling]) -> None:
        """Another way of placing one edit, or none."""
        rest = [replace(ruling, options=ruling.options[1:], written=ruling.written[1:]) for ruling in unit]
        if all(ruling.options for ruling in rest) and self.trials < MOST_TRIALS:
            self._settle([rest])
            return
        for ruling in unit:
            reason = f"{_FAILED}: {self.fault}" if self.fault else _FAILED
            if self.trials >= MOST_TRIALS:
                reason = "too many edits fail: this one was not tried alone"
            if ruling.kind == "fact":
                said = f" ({self.fault})" if self.fault else ""
                reason = (
                    f"no value of {ruling.fact} that was tried prints as “{ruling.edit.new.strip()}”{said}"
                )
            self.failed[id(ruling.edit)] = ruling.but(
                "unplaced", reason, f"change it by hand at {ruling.place}"
            )

    def _trial(self, group: Sequence[Ruling]) -> set[int] | None:
        """The edits that do not come out as typed, together with those that are proven; None where all do."""
        everyone = {id(ruling.edit) for ruling in group}
        self.trials += 1
        if self.trials > MOST_TRIALS:
            return everyone
        together = [*self.proven, *group]
        try:
            texts = with_changes(dict(self.now.texts.items()), together)
            then = state_of(changed(dict(self.now.texts.items()), texts), self.journal, self.pandoc)
        except Overlap:
            return everyone
        except InputError as error:
            self.fault = error.problems[0].message
            return everyone
        self.fault = ""
        wrong = _differing(self.now.layout, then.layout, together)
        if not wrong:
            self.then = then
            return None
        return (wrong & everyone) or everyone


def _unit(ruling: Ruling) -> object:
    """What stands or falls together: the edits of one fact; the same edit by several co-authors."""
    return ruling.fact or (
        ruling.options,
        ruling.edit.start,
        ruling.edit.end,
        ruling.edit.new,
        ruling.edit.to,
    )


def _differing(before: Layout, after: Layout, rulings: Sequence[Ruling]) -> set[int]:
    expected = _expected(before, rulings)
    actual = [line for line in map(_tidy, "".join(_normal(after)).split("\n")) if line]
    lines = [line for line, _ in expected]
    wrong: set[int] = set()
    facts_change = any(ruling.kind == "fact" for ruling in rulings)
    if lines != actual:
        for tag, i1, i2, _, _ in SequenceMatcher(None, lines, actual, autojunk=False).get_opcodes():
            if tag == "equal":
                continue
            owners = {
                owner for _, own in expected[max(0, i1 - (i1 == i2)) : i2 + (i1 == i2)] for owner in own
            }
            if owners or not facts_change:
                wrong |= owners or {id(ruling.edit) for ruling in rulings}
    return wrong | _wrong_facts(before, after, rulings)


def _wrong_facts(before: Layout, after: Layout, rulings: Sequence[Ruling]) -> set[int]:
    wrong = set()
    printed: dict[str, list[str]] = {}
    for span in after.spans:
        if span.kind == "fact":
            printed.setdefault(span.target, []).append(_tidy(after.text[span.start : span.end]))
    for ruling in rulings:
        if ruling.kind != "fact":
            continue
        mentions = [span.start for span in before.spans if span.kind == "fact" and span.target == ruling.fact]
        now = printed.get(ruling.fact, [])
        typed = _tidy(ruling.edit.new)
        if len(now) == len(mentions) and ruling.edit.start in mentions:
            right = now[mentions.index(ruling.edit.start)] == typed
        else:
            right = typed in now
        if not right:
            wrong.add(id(ruling.edit))
    return wrong


def _normal(layout: Layout) -> list[str]:
    """The text, character by character; what the build makes by what it stands for, so that numbering is no change."""
    found = list(layout.text.replace("\t", "\n"))
    for span in layout.spans:
        words = layout.text[span.start : span.end]
        stands_for = {
            "fact": f"\x02{span.target}\x03",
            "citation": f"\x04{span.target}\x05",
            "call": f"\x06{span.target}\x07",
            "abbreviation": span.target + ("s" if span.target + "s" in words else ""),
        }.get(span.kind, "" if span.kind in ("reference", "numbering") else words)
        found[span.start : span.end] = [stands_for] + [""] * (span.end - span.start - 1)
    return found


def _as_normal(typed: str, layout: Layout) -> str:
    return with_citations(typed, layout.references, lambda keys: f"\x04{';'.join(keys)}\x05", str)


def _tidy(line: str) -> str:
    return " ".join(line.split())


def _expected(layout: Layout, rulings: Sequence[Ruling]) -> list[tuple[str, set[int]]]:
    """The lines that the edits make of the text, each with the edits that have a part in it."""
    text = _normal(layout)
    put: dict[int, list[tuple[str, int]]] = {}
    gone: dict[int, int] = {}
    seen = set()
    for ruling in rulings:
        edit, owner = ruling.edit, id(ruling.edit)
        key = (edit.start, edit.end, edit.new, edit.to, ruling.kind)
        typed = "" if key in seen or ruling.kind == "fact" else _as_normal(edit.new, layout)
        if edit.to >= 0 and key not in seen:
            put.setdefault(edit.to, []).append(
                (
                    "\n" + "".join(text[edit.start : edit.end]).strip("\n") + ("\n" if not edit.to else ""),
                    owner,
                )
            )
        put.setdefault(edit.start, []).append((typed, owner))
        seen.add(key)
        if ruling.kind != "fact":
            gone.update(dict.fromkeys(range(edit.start, edit.end), owner))
    lines: list[tuple[list[str], set[int]]] = [([], set())]

    def add(piece: str, owner: int | None) -> None:
        for number, part in enumerate(piece.split("\n")):
            if number:
                lines.append(([], set()))
            lines[-1][0].append(part)
            if owner is not None:
                lines[-1][1].add(owner)

    for at in range(len(text) + 1):
        for piece, owner in put.get(at, ()):
            add(piece, owner)
        if at < len(text):
            if at in gone:
                lines[-1][1].add(gone[at])
            else:
                add(text[at], None)
    tidy = [(_tidy("".join(pieces)), owners) for pieces, owners in lines]
    return [(line, owners) for line, owners in tidy if line]
