"""The tutorial does what it says: every command on it is run, every file on it is written, every answer is given."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from casewright.cli import main

PAGE = Path(__file__).resolve().parents[1] / "docs" / "tutorial.md"
BLOCK = re.compile(r"^```(\w+)(?: file=(\S+))?\n(.*?)^```$", re.M | re.S)


def steps() -> Iterator[tuple[str, str, str]]:
    """Kind, name and content of each block: a file to be written, or a command with the lines of its answer."""
    for kind, name, content in BLOCK.findall(PAGE.read_text("utf-8")):
        if name:
            yield "file", name, content
        elif kind == "console":
            for command, answer in re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", content, re.M):
                yield "command", command, answer


def test_a_newcomer_can_follow_the_tutorial_to_a_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = []
    for kind, what, content in steps():
        if kind == "file":
            Path(what).parent.mkdir(parents=True, exist_ok=True)
            Path(what).write_text(content, "utf-8")
            continue
        program, *words = shlex.split(what)
        if program == "cd":
            monkeypatch.chdir(Path.cwd() / words[0])
            continue
        assert program == "casewright"
        status = main(words)
        said = capfd.readouterr()
        assert status != 2, f"{what}\n{said.err}"
        for line in content.splitlines():
            assert line in said.out, f"{what}\n{said.out}\n{said.err}"
        ran.append(words[0])

    assert ran == ["new", "build", "timeline", "build", "check", "checklist", "pack", "verify", "build"]
    assert (Path.cwd() / "build" / "submission" / "care" / "care-submission.zip").is_file()


def test_the_tutorial_names_only_commands_that_there_are() -> None:
    from casewright.arguments import parser

    named = set(re.findall(r"casewright ([a-z]+)", PAGE.read_text("utf-8")))

    assert named <= set(next(iter(parser()._subparsers._group_actions)).choices)  # type: ignore[union-attr]
