"""The checker beside `pull` says what it would say in the same process."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.revise.loop import edited, say, send, write_project

from casewright.document.pandoc import Pandoc
from casewright.errors import CasewrightError
from casewright.revise.checker import Checker
from casewright.revise.checking import findings
from casewright.revise.pull import make_plan
from casewright.revise.workspace import laid_out


def test_a_plan_says_the_same_with_the_checker_beside_it(tmp_path: Path, pandoc: Pandoc) -> None:
    folder = write_project(tmp_path / "case")
    back = tmp_path / "back.docx"
    back.write_bytes(edited(send(folder, pandoc), lambda root: say(root, "6800 /μL", "6800000 /μL")))

    with Checker() as checker:
        beside = make_plan(folder, [back], pandoc, checker)

    assert beside.findings
    assert beside == make_plan(folder, [back], pandoc)


def test_what_goes_wrong_there_is_raised_here(tmp_path: Path, pandoc: Pandoc) -> None:
    folder = write_project(tmp_path / "case")
    state = laid_out(folder, "wjg", pandoc)
    (folder / "pyproject.toml").write_text("[tool.casewright]\nselect = 7\n", "utf-8")
    with pytest.raises(CasewrightError) as here:
        findings(folder, state.layout.document, state.sources.case)

    with Checker() as checker:
        checker.ask(folder, state.layout.document, state.sources.case)
        with pytest.raises(CasewrightError) as there:
            checker.answer()

    assert str(there.value) == str(here.value)


def test_a_checker_that_ended_is_told(tmp_path: Path) -> None:
    with Checker() as checker:
        checker._process.kill()
        with pytest.raises(CasewrightError, match="ended unexpectedly"):
            checker.answer()
