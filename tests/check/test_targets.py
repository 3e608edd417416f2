"""Files and projects are checked one by one; what could not be judged does not pass."""

from __future__ import annotations

from pathlib import Path

import pytest
from rule_examples import read

from casewright.check.baseline import write_baseline
from casewright.check.result import Results
from casewright.check.targets import check_targets
from casewright.cli import main
from casewright.document.reading import Reading

FAULTY = "CASE REPORT\nA 45-year-old man was seen. Of the patients, 7 of 31 (25%) died (Figure 2), then (Figure 1).\n"
CLEAN = (
    "CASE REPORT\nA 45-year-old man was seen with a hemoglobin of 9.7 g/dL and a pulse of 80 per minute.\n"
)


@pytest.fixture(autouse=True)
def in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def check(text: str, name: str = "report.txt", **arguments: tuple[str, ...]) -> Results:
    Path(name).write_text(text * 3 if len(text) < 60 else text, encoding="utf-8")
    return check_targets([Path(name)], **arguments)


def test_a_finding_makes_1_and_none_makes_0() -> None:
    assert check(FAULTY).exit_status == 1
    assert check(CLEAN).exit_status == 0


def test_notes_do_not_count() -> None:
    results = check(CLEAN + "He saw Dr. Miller.\n")
    assert results.summary["notes"] == 1
    assert results.exit_status == 0


def test_coverage_says_what_was_read() -> None:
    coverage = check(FAULTY).files[0].coverage
    assert coverage.sections == ("CASE REPORT",)
    assert coverage.quantities == 2
    assert coverage.figures == 2


def test_a_manuscript_without_a_quantity_does_not_pass() -> None:
    results = check(
        "CASE REPORT\nA man was seen by a doctor who thought of the spine, and then of the spine again.\n"
    )
    assert results.exit_status == 2
    assert "no quantity was recognised" in results.files[0].problems[0].message


def test_a_file_that_cannot_be_read_leaves_the_others_judged() -> None:
    Path("good.txt").write_text(FAULTY, encoding="utf-8")
    results = check_targets([Path("absent.txt"), Path("good.txt")])
    assert results.exit_status == 2
    assert results.files[0].problems
    assert [finding.code for finding in results.files[1].findings] == ["CW201", "CW451"]


def test_a_folder_that_is_no_project_is_refused() -> None:
    results = check_targets([Path()])
    assert results.exit_status == 2
    assert "not one of a case project" in results.files[0].problems[0].message


def test_a_project_is_built_and_judged_by_its_own_settings() -> None:
    project = Path("project")
    (project / "manuscript").mkdir(parents=True)
    (project / "pyproject.toml").write_text('[tool.casewright]\nignore = {CW201 = "a registry"}\n')
    results = check_targets([project], build=lambda _: Reading(read(FAULTY)))
    assert [finding.code for finding in results.files[0].findings] == ["CW451"]
    assert results.files[0].ignored == {"CW201": "a registry"}


def test_selection_on_the_command_line() -> None:
    assert [f.code for f in check(FAULTY, select=("CW4",)).files[0].findings] == ["CW451"]
    assert [f.code for f in check(FAULTY, ignore=("CW4",)).files[0].findings] == ["CW201"]


def test_a_file_beside_the_manuscript_acknowledges() -> None:
    Path("report.txt.acknowledged.yaml").write_text(
        "- {code: CW201, quote: 7 of 31, reason: as published}\n"
        "- {code: CW451, quote: Figure 1, reason: as published}\n"
        "- {code: CW451, quote: Figure 9, reason: gone}\n"
    )
    results = check(FAULTY)
    assert [(f.code, f.acknowledged) for f in results.files[0].findings] == [
        ("CW201", "as published"), ("CW451", "as published"), ("CW890", None),
    ]  # fmt: skip
    assert results.summary == {"errors": 0, "warnings": 1, "notes": 0, "acknowledged": 2}


def test_the_acknowledgements_of_a_project_hold_for_files_and_are_not_stale_there() -> None:
    Path("manuscript").mkdir()
    Path("manuscript/acknowledged.yaml").write_text("- {code: CW201, quote: nowhere, reason: as published}\n")
    assert [f.code for f in check(FAULTY).files[0].findings] == ["CW201", "CW451"]


def test_a_baseline_covers_what_is_known() -> None:

    before = check(FAULTY)
    write_baseline(Path("known.json"), before)
    Path("pyproject.toml").write_text('[tool.casewright]\nbaseline = "known.json"\n')
    after = check(FAULTY + "He is Mr. Miller.\n")
    assert [(f.code, f.counts) for f in after.files[0].findings] == [
        ("CW201", False), ("CW451", False), ("CW603", True),
    ]  # fmt: skip


def test_the_command_writes_a_baseline_that_covers_all_and_can_be_written_again(
    capsys: pytest.CaptureFixture[str],
) -> None:
    Path("report.txt").write_text(FAULTY, encoding="utf-8")
    assert main(["check", "report.txt", "--write-baseline", "known.json"]) == 0
    assert "known from now on" in capsys.readouterr().out
    first = Path("known.json").read_text("utf-8")
    Path("pyproject.toml").write_text('[tool.casewright]\nbaseline = "known.json"\n')
    assert main(["check", "report.txt"]) == 0
    assert main(["check", "report.txt", "--write-baseline", "known.json"]) == 0
    assert Path("known.json").read_text("utf-8") == first
    Path("report.txt").write_text(FAULTY + "Of the patients, 9 of 31 (25%) improved.\n", encoding="utf-8")
    assert main(["check", "report.txt"]) == 1


def test_no_baseline_is_written_where_a_file_could_not_be_judged(capsys: pytest.CaptureFixture[str]) -> None:
    Path("report.txt").write_text(FAULTY, encoding="utf-8")
    assert main(["check", "report.txt", "absent.txt", "--write-baseline", "known.json"]) == 2
    assert not Path("known.json").exists()
    assert main(["check", "report.txt", "--write-baseline", "no/such/known.json"]) == 2
    assert "the baseline cannot be written" in capsys.readouterr().err
