"""A project and the Word file that was sent from it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tests.revise.desk import Desk
from tests.revise.loop import send, write_project

from casewright.document.pandoc import Pandoc


@pytest.fixture(scope="session")
def post(tmp_path_factory: pytest.TempPathFactory, pandoc: Pandoc) -> tuple[Path, bytes]:
    """The project with what was sent, built once."""
    folder = write_project(tmp_path_factory.mktemp("post") / "case")
    return folder, send(folder, pandoc)


@pytest.fixture
def desk(tmp_path: Path, post: tuple[Path, bytes], pandoc: Pandoc) -> Desk:
    folder = tmp_path / "case"
    shutil.copytree(post[0], folder)
    return Desk(folder, post[1], pandoc)
