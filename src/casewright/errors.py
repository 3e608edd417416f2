"""What can go wrong, as one tree; each class knows the exit status of the command that meets it.

CasewrightError            2
├── InputError             2   the input could not be used: one or more problems, each with its place
└── OutputError            1   an output does not say what the data say: nothing was replaced
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where something stands in a file: path as given, line and column counted from 1 (0: not known)."""

    file: str = ""
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        parts = [self.file or "?"]
        if self.line:
            parts.append(str(self.line))
            if self.column:
                parts.append(str(self.column))
        return ":".join(parts)


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with an input: what, where, and what to do about it."""

    message: str
    hint: str = ""
    place: Place = Place()

    def __str__(self) -> str:
        text = f"{self.place}: {self.message}" if self.place.file else self.message
        return f"{text}\n  hint: {self.hint}" if self.hint else text


class CasewrightError(Exception):
    """Anything that casewright itself refuses; never shown as a traceback."""

    exit_code = 2


class InputError(CasewrightError):
    """The input could not be used. Carries every problem found in one run, in order of place."""

    def __init__(self, problems: Problem | Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = (problems,) if isinstance(problems, Problem) else tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))

    def __reduce__(self) -> tuple[type[InputError], tuple[tuple[Problem, ...]]]:
        return type(self), (self.problems,)  # crosses from one process to another whole


class OutputError(InputError):
    """A built output does not say what the data say; the last good outputs stay in place."""

    exit_code = 1
