"""What a rule finds: a frozen value that every report prints."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning", "note"]


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a manuscript, as a reader sees it: section, the words there, line and column from 1.

    In a file with lines, line and column are those of the file; in .docx and .pdf the line is the number of
    the paragraph and the column that of the character in it. `block` and `start` say where the words stand in
    the document (-1: they stand nowhere, as where something is missing); they are not printed.
    """

    section: str
    quote: str
    line: int
    column: int
    block: int = -1
    start: int = 0


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a rule holds against a manuscript.

    `message` says what is wrong in a doctor's words, lower case, without a full stop; `hint` says what to do.
    `file` is set where it differs from the file that was checked (a line of the case data, a template).
    `acknowledged` is the author's reason for keeping it, or None.
    """

    code: str
    name: str
    severity: Severity
    message: str
    hint: str
    spot: Spot
    related: tuple[Spot, ...] = ()
    file: str = ""
    acknowledged: str | None = None

    @property
    def counts(self) -> bool:
        """Whether it makes the exit status 1: an error or a warning that nobody has acknowledged."""
        return self.severity != "note" and self.acknowledged is None
