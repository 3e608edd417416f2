"""`casewright journals`: how far a manuscript is from each journal."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.conftest import ROOT

from casewright.check.extents import EXTENTS
from casewright.cli import main
from casewright.commands.journals import Count, Row, journal_table
from casewright.document.pandoc import Pandoc
from casewright.journal.model import LIMITS
from casewright.journal.profile import journal_folders


@pytest.fixture(scope="module")
def table(pandoc: Pandoc) -> dict[str, Row]:
    return {row.id: row for row in journal_table(ROOT, pandoc)}


def count(row: Row, name: str) -> Count:
    return next(count for count in row.counts if count.name == name)


def test_every_limit_that_a_profile_can_state_is_counted() -> None:
    assert tuple(EXTENTS) == LIMITS


def test_every_journal_has_its_row(table: dict[str, Row]) -> None:
    assert list(table) == list(journal_folders(None))
    assert {"ajcr", "bmjcr", "bpg", "care", "ccr", "cureus", "jmcr", "rcr", "wjg"} <= table.keys()


def test_a_row_says_what_is_too_long_and_what_is_not_written(table: dict[str, Row]) -> None:
    abstract = count(table["bmjcr"], "abstract_words")
    assert (abstract.counted, abstract.most, abstract.away, abstract.verified) == (166, 150, 16, True)
    assert count(table["bmjcr"], "learning_points").away == -3
    assert "Learning points" in table["bmjcr"].to_write
    assert not table["bmjcr"].fits
    assert count(table["wjg"], "title_words").away == 0


def test_prose_that_a_journal_does_not_print_is_named(table: dict[str, Row]) -> None:
    assert "manuscript/case/differential.md" in table["bpg"].left_out
    assert "manuscript/case/differential.md" not in table["bmjcr"].left_out


def test_a_manuscript_that_is_whole_fits(pandoc: Pandoc) -> None:
    rows = {row.id: row for row in journal_table(ROOT / "examples" / "swallowed-stone", pandoc)}
    assert rows["bmjcr"].fits
    assert rows["jmcr"].fits


def test_the_table_is_printed(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["journals", str(ROOT / "examples" / "bead-in-the-nose")]) == 0
    printed = capsys.readouterr().out
    assert "cureus   Cureus: 1 out of bounds" in printed
    assert "keywords                3 (at least 5 key words, not confirmed), 2 too few" in printed
    assert main(["journals", str(tmp_path), "--format", "json"]) == 0
    records = json.loads(capsys.readouterr().out)["journals"]
    assert [record["id"] for record in records] == list(journal_folders(None))
    assert all(count["counted"] is None for record in records for count in record["counts"])


def test_a_journal_that_cannot_be_laid_out_says_why(project: Path, pandoc: Pandoc) -> None:
    (project / "templates" / "rcr" / "profile.yaml").write_text("id: rcr\n", encoding="utf-8")
    rows = {row.id: row for row in journal_table(project, pandoc)}
    assert "missing: name" in rows["rcr"].fault
    assert not rows["rcr"].fits
    assert not rows["jmcr"].fault
