"""The two processes that a build needs beside its own: pandoc, and the judge. They boot while the rest is imported."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from casewright.document.pandoc import Pandoc
from casewright.judge import Judge


@dataclass(frozen=True, slots=True)
class Tools:
    """Both, running."""

    pandoc: Pandoc
    judge: Judge

    @classmethod
    @contextmanager
    def started(cls) -> Iterator[Tools]:
        """Start both, and end them afterwards."""
        with Pandoc() as pandoc, Judge() as judge:
            yield cls(pandoc, judge)
