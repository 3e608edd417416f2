"""The checker in a process of its own: it boots while `pull` reads the files, and works while the plan is tried.

What passes between the two processes are pickled values of our own; nothing foreign is ever unpickled.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections import Counter
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from casewright.errors import CasewrightError

if TYPE_CHECKING:
    from casewright.case.model import Case
    from casewright.document.model import Document

Findings = Counter[str]
_ENDED = "the process that checks the manuscript has ended unexpectedly"


class Checker:
    """A running checker, for one plan. Starting returns at once; each question is answered in its turn."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "casewright.revise.checking"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            start_new_session=os.name == "posix",  # Ctrl-C is for the one who was asked
        )

    def ask(self, project: Path, document: Document, case: Case) -> None:
        """Begin with this manuscript."""
        assert self._process.stdin is not None
        try:
            pickle.dump(
                (project, replace(document, ast=None), case), self._process.stdin, pickle.HIGHEST_PROTOCOL
            )
            self._process.stdin.flush()
        except BrokenPipeError:
            raise CasewrightError(_ENDED) from None

    def answer(self) -> Findings:
        """Wait for what is found in the manuscript asked about first. Raises what went wrong there."""
        assert self._process.stdout is not None
        try:
            said = pickle.load(self._process.stdout)
        except EOFError:
            raise CasewrightError(_ENDED) from None
        if isinstance(said, Exception):
            raise said
        found: Findings = said
        return found

    def __enter__(self) -> Checker:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, at: TracebackType | None
    ) -> None:
        self._process.kill()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                with suppress(BrokenPipeError):
                    stream.close()
        self._process.wait()
