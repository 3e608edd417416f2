"""`casewright pull` as it is typed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.revise.loop import FILES, Element, edited, say, send, write_project

from casewright.cli import main
from casewright.document.pandoc import Pandoc
from casewright.revise.asking import ask
from casewright.revise.pull import make_plan


def two_edits(root: Element) -> None:
    say(root, "Few reports", "No reports")
    say(root, "45-year-old man", "46-year-old man")


@pytest.fixture
def folder(tmp_path: Path, pandoc: Pandoc) -> Path:
    folder = write_project(tmp_path / "case")
    (folder / "back.docx").write_bytes(edited(send(folder, pandoc), two_edits))
    return folder


def pull(folder: Path, *words: str) -> int:
    return main(["pull", str(folder / "back.docx"), "--project", str(folder), *words])


def texts(folder: Path) -> dict[str, str]:
    return {name: (folder / name).read_text("utf-8") for name in FILES}


def test_the_plan_is_shown_and_nothing_is_written(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status = pull(folder)

    shown = capsys.readouterr().out
    assert status == 0
    assert "+Metastases" not in shown
    assert "+No reports exist[@wilson2012]." in shown
    assert "fact patient.age (manuscript/case.yaml:2:8): 45 years → 46 years" in shown
    assert "2 edits found: 2 placed, 0 refused, 0 conflicting, 0 unplaced" in shown
    assert texts(folder) == FILES


def test_applied_the_new_build_says_what_the_co_author_wrote(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert pull(folder, "--apply") == 0
    assert "written; what the files said before is in" in capsys.readouterr().out

    built = (folder / "build/wjg/manuscript.docx").read_bytes()
    assert built != b""
    assert pull(folder, "--format", "json") == 0
    again = json.loads(capsys.readouterr().out)
    assert again["files"] == {}
    assert again["summary"]["placed"] == 2


def test_the_json_of_a_plan_counts_every_edit(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pull(folder, "--format", "json")

    record = json.loads(capsys.readouterr().out)
    counts = record["summary"]
    assert counts["edits"] == len(record["edits"]) == 2
    assert sum(counts[state] for state in ("placed", "refused", "conflict", "unplaced")) == 2
    assert record["applied"] is False
    assert [fact["id"] for fact in record["facts"]] == ["patient.age"]


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"no Word file"])
def test_a_file_that_cannot_be_used_is_exit_2_and_the_sources_stay(folder: Path, content: bytes) -> None:
    (folder / "back.docx").write_bytes(content)

    assert pull(folder, "--apply") == 2
    assert texts(folder) == FILES


def test_asked_edit_by_edit_only_what_was_said_yes_to_is_taken(folder: Path, pandoc: Pandoc) -> None:
    plan = make_plan(folder, [folder / "back.docx"], pandoc)
    answers = iter(("what?", "n", "y"))

    asked = ask(plan, lambda _: next(answers))

    assert [ruling.state for ruling in asked.rulings] == ["refused", "placed"]
    assert list(asked.files) == [ruling.changes[0].file for ruling in asked.rulings if ruling.changes]


def test_the_end_of_the_answers_says_no_to_the_rest(folder: Path, pandoc: Pandoc) -> None:
    def nobody(_: str) -> str:
        raise EOFError

    assert ask(make_plan(folder, [folder / "back.docx"], pandoc), nobody).files == {}
