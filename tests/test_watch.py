"""Under `--watch` a save builds again, and a fault is waited out."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from queue import Queue

import pytest


class Watcher:
    """A running `casewright build --watch` and the lines it prints."""

    def __init__(self, project: Path) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "build.py", "--watch"],
            cwd=project,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self.lines: Queue[str] = Queue()
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.lines.put(line)

    def until(self, words: str) -> str:
        """Everything printed up to the line with these words."""
        printed = ""
        while words not in printed:
            printed += self.lines.get(timeout=30)
        return printed


@pytest.fixture
def watcher(project: Path) -> Iterator[Watcher]:
    running = Watcher(project)
    yield running
    running.process.terminate()
    running.process.wait(timeout=10)
    if running.process.stdout is not None:
        running.process.stdout.close()


def test_a_save_builds_again_and_a_fault_is_waited_out(project: Path, watcher: Watcher) -> None:
    data, page = project / "manuscript" / "case.yaml", project / "build" / "wjg" / "manuscript.html"
    watcher.until("waiting for the next save")
    time.sleep(0.5)  # the watcher of the files is started after the first build
    good = data.read_text("utf-8")

    data.write_text(good.replace("9.7 g/dL", "9.8 g/dX"), "utf-8")
    assert "g/dX" in watcher.until("waiting for the next save")
    assert "9.7 g/dL" in page.read_text("utf-8")

    data.write_text(good.replace("9.7 g/dL", "9.8 g/dL"), "utf-8")
    watcher.until("built in")
    assert "9.8 g/dL" in page.read_text("utf-8")


def test_comments_that_are_gathered_build_again(project: Path, watcher: Watcher) -> None:
    watcher.until("waiting for the next save")

    (project / "reviews").mkdir(exist_ok=True)
    comment = {
        "id": "1",
        "author": "Dr. A",
        "date": "",
        "text": "Is there a figure?",
        "quote": "an uncommon way",
    }
    (project / "reviews" / "a.yaml").write_text(json.dumps({"comments": [comment]}), "utf-8")

    watcher.until("built in")
