"""The commands: what they print, and the exit status that scripts rely on."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from casewright import __version__
from casewright.cli import main
from casewright.errors import CasewrightError
from casewright.judge import Judge
from tests.conftest import ROOT


def said(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    status = main(arguments)
    captured = capsys.readouterr()
    return status, captured.out, captured.err


def test_without_a_command_it_shows_what_there_is(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = said([], capsys)

    assert status == 2
    assert all(command in out for command in ("build", "check", "rules", "explain", "trace", "schema"))


def test_it_says_its_version() -> None:
    result = subprocess.run(
        [sys.executable, "-m", "casewright", "--version"], capture_output=True, text=True, check=True
    )

    assert result.stdout.strip() == f"casewright {__version__}"


def test_an_unknown_command_is_status_2(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["bild"])

    assert ended.value.code == 2
    assert "build" in capsys.readouterr().err


@pytest.mark.parametrize("file", ["case", "studies"])
def test_the_schema_is_json(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = said(["schema", file], capsys)

    assert status == 0
    assert json.loads(out)["$schema"].startswith("https://json-schema.org/")


def test_a_fact_is_traced_to_its_line_and_to_all_its_places(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = said(["trace", "labs.emergency.hemoglobin", "--project", str(ROOT)], capsys)

    assert status == 0
    assert "labs.emergency.hemoglobin = 9.7 g/dL" in out
    assert "case.yaml:" in out
    assert "stands in 2 places" in out
    assert "CASE REPORT" in out
    assert "Laboratory diagnosis" in out


def test_words_are_traced_to_the_facts_in_them(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = said(["trace", "hemoglobin 9.7 g/dL", "--project", str(ROOT)], capsys)

    assert status == 0
    assert out.count("9.7 g/dL is labs.emergency.hemoglobin") == 2


def test_what_stands_nowhere_is_status_2_with_the_nearest_names(capsys: pytest.CaptureFixture[str]) -> None:
    status, _, err = said(["trace", "labs.emergency.hemoglobine", "--project", str(ROOT)], capsys)

    assert status == 2
    assert "did you mean labs.emergency.hemoglobin" in err


def test_every_rule_is_listed_and_explained(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = said(["rules"], capsys)
    codes = [line.split()[0] for line in out.splitlines()]

    assert len(codes) == len(set(codes)) >= 70
    for code in codes:
        status, page, _ = said(["explain", code], capsys)
        assert status == 0
        assert code in page


def test_a_rule_that_does_not_exist_is_status_2(capsys: pytest.CaptureFixture[str]) -> None:
    status, _, err = said(["explain", "CW999"], capsys)

    assert status == 2
    assert "CW999" in err


def test_check_gives_the_json_that_is_promised(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report = tmp_path / "report.md"
    report.write_text(
        "# Case report\n\nOf 31 patients, 7 (32.6%) improved. Hemoglobin was 9.7 g/dL on admission.\n"
    )

    status, out, _ = said(["check", str(report), "--format", "json"], capsys)

    result = json.loads(out)
    assert status == 1
    assert result["version"] == 1
    assert set(result["files"][0]) >= {"path", "coverage", "findings"}
    assert set(result["files"][0]["coverage"]) == {
        "sections", "quantities", "citations", "figures", "abbreviations", "unread"
    }  # fmt: skip
    finding = next(f for f in result["files"][0]["findings"] if f["severity"] != "note")
    assert set(finding) == {
        "code", "name", "severity", "message", "hint", "section", "quote", "line", "column", "related", "acknowledged"
    }  # fmt: skip
    assert (finding["line"], finding["section"]) == (3, "Case report")
    assert set(result["summary"]) == {"errors", "warnings", "notes", "acknowledged"}


def test_a_file_in_which_nothing_could_be_read_does_not_pass(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    empty = tmp_path / "empty.md"
    empty.write_text("There is nothing in this text that could be judged by anybody in the world.\n")

    status, out, err = said(["check", str(empty)], capsys)

    assert status == 2
    assert "nothing could be judged" in out + err


def test_a_judge_that_dies_is_said_so() -> None:
    with Judge() as judge:
        judge._process.kill()
        judge._process.wait()
        with pytest.raises(CasewrightError, match="ended unexpectedly"):
            judge.verdict()
