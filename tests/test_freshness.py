"""A build with nothing changed does nothing and says so; anything that matters makes it build again."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from casewright.freshness import forget, is_fresh, remember


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """A project, small as can be, as if just built."""
    for name in (
        "manuscript/case.yaml",
        "templates/wjg/abstract.md",
        "refs.bib",
        "pyproject.toml",
        "build/wjg/a.docx",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    remember(str(tmp_path), [], ["build/wjg"])
    return tmp_path


def fresh(project: Path, *arguments: str) -> bool:
    return is_fresh(str(project), list(arguments))


def test_nothing_changed_is_fresh(built: Path) -> None:
    assert fresh(built)


def test_a_saved_file_with_the_same_content_is_fresh(built: Path) -> None:
    os.utime(built / "manuscript" / "case.yaml", (1, 1))

    assert fresh(built)
    assert fresh(built)


CHANGES: dict[str, Callable[[Path], object]] = {
    "a changed value of the same length": lambda p: (p / "manuscript" / "case.yaml").write_text(
        "MANUSCRIPT/case.yaml"
    ),
    "a longer file": lambda p: (p / "refs.bib").write_text("refs.bib and more"),
    "a new file": lambda p: (p / "manuscript" / "abstract.md").write_text("new"),
    "a file that is gone": lambda p: (p / "templates" / "wjg" / "abstract.md").unlink(),
    "an output that was altered": lambda p: (p / "build" / "wjg" / "a.docx").write_text("build/wjg/b.docx"),
    "an output that is gone": lambda p: (p / "build" / "wjg" / "a.docx").unlink(),
    "a damaged record": lambda p: (p / "build" / ".casewright.json").write_text("{"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_a_change_is_not_fresh(built: Path, change: Callable[[Path], object]) -> None:
    change(built)

    assert not fresh(built)


def test_other_arguments_are_another_build(built: Path) -> None:
    assert not fresh(built, "--journal=jmcr")


def test_what_failed_is_forgotten(built: Path) -> None:
    forget(str(built), [])

    assert not fresh(built)


def test_the_second_build_says_that_there_is_nothing_to_do(project: Path) -> None:
    command = [sys.executable, "build.py"]
    subprocess.run(command, cwd=project, check=True, capture_output=True)

    again = subprocess.run(command, cwd=project, check=True, capture_output=True, text=True)

    assert again.stdout == "nothing to do: the outputs are those of this manuscript\n"


def test_deciding_that_there_is_nothing_to_do_imports_nothing_heavy(built: Path) -> None:
    heavy = "{'jinja2', 'lxml', 'ruamel', 'argparse', 'dataclasses', 'pathlib', 'casewright.errors'}"
    program = (
        f"import sys; from casewright.cli import main; main(['build']); print({heavy} & set(sys.modules))"
    )

    result = subprocess.run(
        [sys.executable, "-I", "-c", program], cwd=built, check=True, capture_output=True, text=True
    )

    assert result.stdout.splitlines() == ["nothing to do: the outputs are those of this manuscript", "set()"]
