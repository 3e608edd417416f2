"""What tests of the whole build share: a copy of the example, a running pandoc, the tools that CI must have."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from casewright.document.pandoc import Pandoc
from casewright.judge import Judge
from casewright.processes import Tools

settings.register_profile(
    "any machine", deadline=None
)  # a busy one is slow now and then, and no fault for that
settings.load_profile("any machine")

ROOT = Path(__file__).resolve().parents[1]
EXAMPLE_PARTS = ("manuscript", "templates", "refs.bib", "build.py", "pyproject.toml")


@pytest.fixture(scope="session")
def pandoc() -> Iterator[Pandoc]:
    """One running pandoc for all tests of a process."""
    with Pandoc() as running:
        yield running


@pytest.fixture(scope="session")
def tools(pandoc: Pandoc) -> Iterator[Tools]:
    """What builds need, started once for all tests of a process: that pandoc, and one judge."""
    with Judge() as judge:
        yield Tools(pandoc, judge)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the example project that a test may change."""
    folder = tmp_path / "project"
    folder.mkdir()
    for name in EXAMPLE_PARTS:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name)
        else:
            shutil.copy(source, folder / name)
    return folder


def required_tool(name: str) -> str:
    """The path of a program; where it is missing the test is skipped on a person's machine and fails in CI."""
    found = shutil.which(name)
    if found is None:
        message = f"{name} is not installed; on Debian: apt-get install chromium libreoffice-writer-nogui poppler-utils"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    return found
