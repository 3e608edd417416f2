"""`casewright journals`: how far a manuscript is from each journal."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from tests.conftest import ROOT

from casewright.check.extents import EXTENTS
from casewright.cli import main
from casewright.commands.journals import Count, Row, journal_table, printed_rows
from casewright.document.pandoc import Pandoc
from casewright.journal.model import LIMITS
from casewright.journal.profile import journal_folders

BEAD = ROOT / "examples" / "bead-in-the-nose"


@pytest.fixture(scope="module")
def table(pandoc: Pandoc) -> dict[str, Row]:
    return {row.id: row for row in journal_table(BEAD, pandoc)}


@pytest.fixture
def child(tmp_path: Path) -> Path:
    """A copy of the smallest example that a test may change."""
    return Path(shutil.copytree(BEAD, tmp_path / "project"))


def count(row: Row, name: str) -> Count:
    return next(count for count in row.counts if count.name == name)


def test_every_limit_that_a_profile_can_state_is_counted() -> None:
    assert tuple(EXTENTS) == LIMITS


def test_every_journal_has_its_row(table: dict[str, Row]) -> None:
    assert list(table) == list(journal_folders(None))
    assert {"ajcr", "bmjcr", "bpg", "care", "ccr", "cureus", "jmcr", "rcr", "wjg"} <= table.keys()


def test_a_row_says_what_is_too_much_or_too_little_and_what_is_not_written(table: dict[str, Row]) -> None:
    title = count(table["wjg"], "title_words")
    assert (title.counted, title.most, title.away, title.verified) == (13, 12, 1, True)
    assert count(table["cureus"], "keywords").away == -2
    assert count(table["bmjcr"], "learning_points").away == 0
    assert "Clinical diagnosis" in table["wjg"].to_write
    assert "Peer review" not in table["wjg"].to_write  # written by others
    assert not table["wjg"].fits
    assert table["bmjcr"].fits


def test_a_row_says_how_far_its_headings_were_read(table: dict[str, Row]) -> None:
    assert table["ajcr"].headings.startswith("verified in part: Parums")
    assert table["ccr"].headings.startswith("not confirmed: ")


def test_prose_that_a_journal_does_not_print_is_named(table: dict[str, Row]) -> None:
    assert "manuscript/learning_points.md" in table["wjg"].left_out
    assert table["bmjcr"].left_out == (
        "manuscript/conclusion.md", "manuscript/core_tip.md", "manuscript/running_title.md"
    )  # fmt: skip


def test_rules_of_titles_and_headings_are_in_the_table(pandoc: Pandoc, child: Path) -> None:
    (child / "manuscript" / "title.md").write_text("A rare bead of a man\n", encoding="utf-8")
    shutil.rmtree(child / "manuscript" / "abstract")
    (child / "manuscript" / "abstract.md").write_text("A bead was removed.\n", encoding="utf-8")
    rows = {row.id: row for row in journal_table(child, pandoc, ["bmjcr", "jmcr"])}
    assert rows["bmjcr"].breaks == (
        "BMJ Case Reports does not want `rare` in a title",
        "BMJ Case Reports does not want `man` in a title",
    )
    (broken,) = rows["jmcr"].breaks
    assert broken == "Abstract is not divided as Journal of Medical Case Reports wants it"
    assert not rows["jmcr"].fits


def test_a_citation_style_that_is_only_the_nearest_is_named(table: dict[str, Row]) -> None:
    assert {row.id for row in table.values() if row.style} == {"ajcr", "ccr"}


def test_the_table_is_printed(table: dict[str, Row]) -> None:
    printed = "\n".join(printed_rows(table.values()))
    assert "cureus   Cureus: 1 to change" in printed
    assert "keywords                3 (at least 5 key words, verified), 2 too few" in printed
    assert "not printed there: manuscript/learning_points.md" in printed


def test_without_a_manuscript_the_limits_alone_are_listed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["journals", str(tmp_path), "--format", "json"]) == 0
    records = json.loads(capsys.readouterr().out)["journals"]
    assert [record["id"] for record in records] == list(journal_folders(None))
    assert all(count["counted"] is None for record in records for count in record["counts"])


def test_a_file_is_held_against_the_journal_that_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "case.md"
    file.write_text(
        "# A rare tumor\n\n## Abstract\n\nA man had a tumor of 5 mm.\n\n## Case report\n\nHe was treated.\n",
        encoding="utf-8",
    )
    assert main(["check", str(file), "--select", "CW9"]) == 0
    assert main(["check", str(file), "--select", "CW9", "--journal", "bmjcr"]) == 1
    assert "BMJ Case Reports does not want `rare` in a title" in capsys.readouterr().out
    assert main(["check", str(file), "--journal", "bmjrc"]) == 2
    assert "did you mean `bmjcr`?" in capsys.readouterr().err


def test_a_journal_that_cannot_be_laid_out_says_why(child: Path, pandoc: Pandoc) -> None:
    (child / "templates" / "rcr").mkdir(parents=True)
    (child / "templates" / "rcr" / "profile.yaml").write_text("id: rcr\n", encoding="utf-8")
    rows = {row.id: row for row in journal_table(child, pandoc, ["jmcr", "rcr"])}
    assert "missing: name" in rows["rcr"].fault
    assert not rows["rcr"].fits
    assert not rows["jmcr"].fault
