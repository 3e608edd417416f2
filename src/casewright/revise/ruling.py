"""What becomes of an edit: placed in the sources, refused, in conflict, or without a place."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from casewright.errors import Place
from casewright.revise.edits import Edit

State = Literal["placed", "refused", "conflict", "unplaced"]
NOWHERE = Place()
Kind = Literal["prose", "fact", "generated", "structure"]


@dataclass(frozen=True, slots=True)
class SourceChange:
    """Characters `start` to `end` of a source file, which say `old`, shall say `new`."""

    file: str
    start: int
    end: int
    old: str
    new: str

    def moved(self, start: int) -> SourceChange:
        """The same at another offset."""
        return replace(self, start=start, end=start + self.end - self.start)


@dataclass(frozen=True, slots=True)
class Ruling:
    """An edit with what becomes of it.

    `options` are ways of placing it, the likeliest first; each is a set of changes that belong together. `reason` says
    why it is not placed, or why it will be refused if none of its options prints it; `hint` says what to do instead.
    Of a fact, `written` is what the data would say.
    """

    edit: Edit
    kind: Kind
    state: State
    place: Place = NOWHERE
    options: tuple[tuple[SourceChange, ...], ...] = ()
    reason: str = ""
    hint: str = ""
    fact: str = ""
    written: tuple[str, ...] = ()  # one for each option
    was: str = ""  # of a fact: what the data say now
    times: int = 1  # in how many places its words are printed from one line: all have to be edited alike

    @property
    def changes(self) -> tuple[SourceChange, ...]:
        """The likeliest way of placing it."""
        return self.options[0] if self.options and self.state == "placed" else ()

    def but(self, state: State, reason: str, hint: str = "") -> Ruling:
        """The same edit, ruled otherwise."""
        return replace(self, state=state, reason=reason, hint=hint)
