"""The judge: a process of its own that checks the document and reads back what was written from it.

It imports no writer, so that it cannot repeat a writer's mistake, and on a second core it works while the writers do:
the rules look at the document while the files are written, and each file is read as soon as it is there. What passes
between the two processes are pickled values of our own; nothing foreign is ever unpickled.
"""

from __future__ import annotations

import pickle
import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from casewright.errors import CasewrightError, Problem

if TYPE_CHECKING:
    from casewright.case.model import Case
    from casewright.check.result import FileResult
    from casewright.document.model import Document
    from casewright.journal.model import Profile


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the judge says: where the files say otherwise than the document, and the findings."""

    problems: tuple[Problem, ...]
    result: FileResult


class Judge:
    """A running judge. Starting returns at once; `document`, then each `file`, then `verdict`, and again."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "casewright.judging"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )

    def document(self, document: Document, case: Case, profile: Profile, project: Path) -> None:
        """Begin with this document; the rules look at it at once."""
        self._send("document", (replace(document, ast=None), case, profile, project))

    def file(self, name: str, data: bytes) -> None:
        """Read this file back and compare it."""
        self._send("file", (name, data))

    def verdict(self) -> Verdict:
        """Wait for what the judge says. Raises what went wrong there."""
        self._send("verdict", None)
        assert self._process.stdout is not None
        try:
            answer = pickle.load(self._process.stdout)
        except EOFError:
            raise CasewrightError("the process that reads the files back has ended unexpectedly") from None
        if isinstance(answer, Exception):
            raise answer
        verdict: Verdict = answer
        return verdict

    def close(self) -> None:
        """End the process, which holds nothing that it would have to put away."""
        self._process.kill()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                with suppress(BrokenPipeError):
                    stream.close()
        self._process.wait()

    def __enter__(self) -> Judge:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, at: TracebackType | None
    ) -> None:
        self.close()

    def _send(self, what: str, content: object) -> None:
        assert self._process.stdin is not None
        try:
            pickle.dump((what, content), self._process.stdin, pickle.HIGHEST_PROTOCOL)
            self._process.stdin.flush()
        except BrokenPipeError:
            raise CasewrightError("the process that reads the files back has ended unexpectedly") from None
