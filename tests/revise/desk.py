"""The author at work: a folder, the file that was sent from it, and what co-authors do to that file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.revise.loop import (
    FILES,
    Element,
    edited,
    say,
)

from casewright.document.pandoc import Pandoc
from casewright.revise.plan import Plan
from casewright.revise.pull import make_plan

Change = Callable[[Element], None]


@dataclass(frozen=True)
class Desk:
    """The author's folder, and the file that was sent from it."""

    folder: Path
    sent: bytes
    pandoc: Pandoc

    def pull(self, *changes: Change) -> Plan:
        """What would become of the edits of so many co-authors."""
        files = []
        for number, change in enumerate(changes):
            file = self.folder / f"{'abc'[number]}.docx"
            file.write_bytes(edited(self.sent, change))
            files.append(file)
        return make_plan(self.folder, files, self.pandoc)

    def after(self, file: str, old: str, new: str) -> str:
        """The text of a source file with one stretch replaced."""
        assert FILES[file].count(old) == 1
        return FILES[file].replace(old, new)


def both(*changes: Change) -> Change:
    def change(root: Element) -> None:
        for one in changes:
            one(root)

    return change


def typed(old: str, new: str) -> Change:
    return lambda root: say(root, old, new)
