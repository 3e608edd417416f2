"""Showing long steps on a terminal; silent in a pipe."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TextIO


@dataclass(frozen=True, slots=True)
class Progress:
    """Says what is being done, on one line that the next step replaces; nothing where `stream` is None."""

    stream: TextIO | None = None

    @classmethod
    def for_terminal(cls) -> Progress:
        """On standard error if a person looks at it."""
        return cls(sys.stderr if sys.stderr is not None and sys.stderr.isatty() else None)

    def step(self, what: str) -> None:
        """Now doing `what`."""
        if self.stream is not None:
            self.stream.write(f"\r\x1b[K{what} ...")
            self.stream.flush()

    def done(self) -> None:
        """Leave the line empty for what follows."""
        if self.stream is not None:
            self.stream.write("\r\x1b[K")
            self.stream.flush()
