"""Proving a plan before anything is written: with its changes the sources must print what the co-authors wrote.

The changed sources are rendered in a folder of their own. Every paragraph that was edited must then say what the
co-author's file says, every other one what it said before, every fact what was typed for it; what does not is not
placed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from casewright.errors import InputError
from casewright.revise.printed import Stray, difference
from casewright.revise.ruling import Ruling, SourceChange
from casewright.revise.workspace import State, Workshop

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
    return {file: _applied(texts.get(file, ""), changes) for file, changes in by_file.items()}


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
    workshop: Workshop
    proven: list[Ruling] = field(default_factory=list)
    failed: dict[int, Ruling] = field(default_factory=dict)
    then: State | None = None  # the manuscript with everything that is proven
    trials: int = 0
    stray: Stray = ()  # what the proven figures change besides
    fault: str = ""  # why the last sources that could not be built could not

    def settle(self, rulings: Sequence[Ruling]) -> list[Ruling]:
        """The rulings in their order, those that prove wrong unplaced."""
        kept: dict[int, Ruling] = {}
        self._settle(_units([ruling for ruling in rulings if ruling.state == "placed" and ruling.options]))
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
        if any(ruling.options[1:] for ruling in unit) and self.trials < MOST_TRIALS:
            self._settle([[_otherwise(ruling) for ruling in unit]])
            return
        for ruling in unit:
            if ruling.reason:
                self.failed[id(ruling.edit)] = ruling.but("refused", ruling.reason, ruling.hint)
                continue
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
            present = dict(self.now.texts.items())
            texts = with_changes(present, together)
            then = self.workshop.tried({**present, **texts}, self.journal)
        except Overlap:
            return everyone
        except InputError as error:
            self.fault = error.problems[0].message
            return self._blamed(error, group) or everyone
        self.fault = ""
        found = difference(self.now.layout, then.layout, together, then.respelled)
        if found.wrong:
            return (set(found.wrong) & everyone) or everyone
        if found.stray != self.stray and any(ruling.kind != "fact" for ruling in group):
            return {id(ruling.edit) for ruling in group if ruling.kind == "fact"} or everyone
        self.then, self.stray = then, found.stray
        return None

    def _blamed(self, error: InputError, group: Sequence[Ruling]) -> set[int]:
        """The figures that the problems of a build are about, by the lines on which they stand."""
        lines = {(Path(problem.place.file).name, problem.place.line) for problem in error.problems}
        return {
            id(ruling.edit)
            for ruling in group
            if ruling.kind == "fact" and (Path(ruling.place.file).name, ruling.place.line) in lines
        }


def _otherwise(ruling: Ruling) -> Ruling:
    """The next way of placing an edit, where there is one."""
    if not ruling.options[1:]:
        return ruling
    return replace(ruling, options=ruling.options[1:], written=ruling.written[1:])


def _units(rulings: Sequence[Ruling]) -> list[list[Ruling]]:
    """What stands or falls together: edits of one fact, of one line, of one rewording; co-authors' same edits."""
    parts: dict[tuple[str, int], list[Ruling]] = {}
    for ruling in rulings:
        parts.setdefault((ruling.edit.file, ruling.edit.rewording), []).append(ruling)
    units: dict[object, list[Ruling]] = {}
    for (_, number), together in parts.items():
        words = [ruling for ruling in together if not ruling.fact]
        key = tuple(map(_same, words)) if number >= 0 else ()
        for ruling in together:
            shared = ruling.fact or (ruling.options if ruling.times > 1 else key) or _same(ruling)
            units.setdefault(shared, []).append(ruling)
    return list(units.values())


def _same(ruling: Ruling) -> object:
    """By what the same edits of several co-authors are known."""
    return ruling.options, ruling.edit.start, ruling.edit.end, ruling.edit.new, ruling.edit.to
