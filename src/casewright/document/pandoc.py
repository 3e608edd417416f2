"""Pandoc: the only module that starts it, as one process that reads, cites and writes until it is closed.

A start costs about as much as all the work on a case report, so one `pandoc lua` process does everything of a build,
or of many builds under watch. It reads nothing but what it is sent, and the one citation style that it is told.
"""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import threading
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from types import TracebackType
from typing import Any

from casewright.errors import CasewrightError

Ast = dict[str, Any]  # a document as pandoc's JSON, https://hackage.haskell.org/package/pandoc-types

OLDEST_VERSION = (3, 6)
LONGEST_ANSWER = 30.0  # seconds for one request; a case report takes a tenth of one, fifty thousand words two
EPOCH = (
    "315532800"  # 1980-01-01, the first date that a zip archive can hold: pandoc writes no other into a file
)

INSTALL_HINT = "install it with: python -m pip install pypandoc_binary"


class PandocError(CasewrightError):
    """Pandoc is missing, too old, died, took too long, or refused what it was sent."""


def find_pandoc() -> Path:
    """The binary that the pypandoc_binary wheel carries (importing pypandoc to ask it would cost ten times as much)."""
    spec = find_spec("pypandoc")
    name = "pandoc.exe" if sys.platform == "win32" else "pandoc"
    for folder in spec.submodule_search_locations or () if spec else ():
        binary = Path(folder, "files", name)
        if binary.is_file():
            return binary
    raise PandocError(f"pandoc is not installed\n  hint: {INSTALL_HINT}")


class Pandoc:
    """A running pandoc. Starting returns at once, so that it boots while Python does something else.

    Each request waits for its answer; requests from several threads take turns.
    """

    def __init__(self, binary: Path | None = None, longest_answer: float = LONGEST_ANSWER) -> None:
        worker = Path(__file__).with_name("worker.lua")
        environment = {**os.environ, "SOURCE_DATE_EPOCH": EPOCH, "TZ": "UTC", "LC_ALL": "C.UTF-8"}
        self._longest_answer = longest_answer
        self._turn = threading.Lock()
        self._checked = False
        try:
            self._process = subprocess.Popen(
                [binary or find_pandoc(), "lua", worker],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                env=environment,
                encoding="utf-8",
                errors="replace",
            )
        except OSError as fault:
            raise PandocError(
                f"pandoc cannot be started: {fault.strerror or fault}\n  hint: {INSTALL_HINT}"
            ) from None

    def read(self, text: str, format: str = "commonmark_x+sourcepos") -> Ast:
        """The AST of a text; nothing that the text names is opened."""
        return self._ast("read", text, format=format)

    def read_bibliography(self, text: str, format: str = "biblatex") -> dict[str, Ast]:
        """The works of a bibliography by key, as the metadata that citeproc takes."""
        references = self.read(text, format)["meta"].get("references", {"c": []})["c"]
        return {reference["c"]["id"]["c"]: reference for reference in references}

    def cite(self, ast: Ast, style: str) -> Ast:
        """The AST with its citations and its reference list formatted; its metadata hold the `references`.

        `style` is the path of a CSL style, or the style itself as a data URL.
        """
        return self._ast("cite", ast, style=style)

    def write(
        self,
        ast: Ast,
        format: str,
        options: Mapping[str, Any] | None = None,
        template: str | None = None,
    ) -> str:
        """The AST in another format of text. `options` are pandoc's WriterOptions; a `template` makes it standalone."""
        request: dict[str, Any] = {"format": format, "options": dict(options or {})}
        if template is not None:
            request["template"] = template
        return str(json.loads(self._ask("write", ast, request)))

    def close(self) -> None:
        """End the process; a closed pandoc cannot be asked again."""
        with contextlib.suppress(OSError):
            if self._process.stdin:
                self._process.stdin.close()
        try:
            self._process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        for stream in (self._process.stdout, self._process.stderr):
            if stream:
                stream.close()

    def __enter__(self) -> Pandoc:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, at: TracebackType | None
    ) -> None:
        self.close()

    def _ast(self, operation: str, subject: str | Ast, **request: Any) -> Ast:
        ast: Ast = json.loads(self._ask(operation, subject, request))
        return ast

    def _ask(self, operation: str, subject: str | Ast, request: Mapping[str, Any]) -> str:
        with self._turn:
            if not self._checked:
                self._check_version()
            return self._exchange(operation, subject, request)

    def _check_version(self) -> None:
        version = str(json.loads(self._exchange("version", "", {})))
        if tuple(int(part) for part in version.split(".")[:2]) < OLDEST_VERSION:
            oldest = ".".join(map(str, OLDEST_VERSION))
            raise PandocError(
                f"pandoc {version} is too old; {oldest} or newer is needed\n  hint: {INSTALL_HINT}"
            )
        self._checked = True

    def _exchange(self, operation: str, subject: str | Ast, request: Mapping[str, Any]) -> str:
        process = self._process
        assert process.stdin is not None
        assert process.stdout is not None
        late = threading.Event()

        def give_up() -> None:
            late.set()
            process.kill()

        timer = threading.Timer(self._longest_answer, give_up)
        timer.daemon = True
        timer.start()
        try:
            process.stdin.write(f"{json.dumps({'op': operation, **request})}\n{json.dumps(subject)}\n")
            process.stdin.flush()
            status, answer = process.stdout.readline().strip(), process.stdout.readline()
        except (OSError, ValueError):
            status, answer = "", ""
        finally:
            timer.cancel()
        if late.is_set():
            raise PandocError(f"pandoc did not answer within {self._longest_answer:g} seconds ({operation})")
        if status == "ok" and answer.endswith("\n"):
            return answer
        if status == "error" and answer:
            raise PandocError(f"pandoc refused to {operation}: {_first_line(str(json.loads(answer)))}")
        raise PandocError(f"pandoc ended before it answered ({operation}){self._last_words()}")

    def _last_words(self) -> str:
        process = self._process
        if process.stderr is None or process.stderr.closed:
            return ""
        process.kill()
        words = _first_line(process.stderr.read())
        return f": {words}" if words else ""


def _first_line(text: str) -> str:
    return next((line.strip() for line in text.splitlines() if line.strip()), "")
