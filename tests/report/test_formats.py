"""Every format says what was found, what contradicts it, what is acknowledged and why, and what was read."""

from __future__ import annotations

import json
from xml.etree import ElementTree

import pytest
from report_fixtures import results

from casewright.check.result import Results
from casewright.errors import InputError
from casewright.report import FORMATS, render_report

each_format = pytest.mark.parametrize("format", FORMATS)


@each_format
def test_every_format_holds_message_rival_reason_and_coverage(format: str) -> None:
    report = render_report(results(), format).replace("%25", "%")
    for words in (
        "the patient is 45 and 46 years old",
        "46-year-old",
        "as published",
        "a text box",
        "is empty",
    ):
        assert words in report
    assert report.endswith("\n")


@each_format
def test_the_same_results_give_the_same_report(format: str) -> None:
    assert render_report(results(), format) == render_report(results(), format)


@each_format
def test_a_report_on_nothing_is_still_a_report(format: str) -> None:
    assert render_report(Results(()), format).endswith("\n")


def test_an_unknown_format_is_answered_with_the_nearest() -> None:
    with pytest.raises(InputError, match="did you mean `sarif`"):
        render_report(results(), "sarf")


def test_json_is_the_contract() -> None:
    data = json.loads(render_report(results(), "json"))
    assert list(data) == ["version", "files", "summary"]
    assert data["version"] == 1
    assert data["summary"] == {"errors": 1, "warnings": 1, "notes": 1, "acknowledged": 1}
    file, unread = data["files"]
    assert list(file) == ["path", "coverage", "findings"]
    assert file["coverage"] == {
        "sections": ["Abstract", "Case"], "quantities": 3, "citations": 1, "figures": 2, "abbreviations": 1,
        "unread": ["a text box"],
    }  # fmt: skip
    assert file["findings"][0] == {
        "code": "CW103", "name": "patient-of-two-ages", "severity": "error",
        "message": "the patient is 45 and 46 years old", "hint": "make them agree",
        "section": "Abstract", "quote": "45-year-old", "line": 3, "column": 3,
        "related": [{"section": "Case", "quote": "46-year-old", "line": 7, "column": 5}],
        "acknowledged": None,
    }  # fmt: skip
    assert [finding["acknowledged"] for finding in file["findings"]] == [None, None, "as published", None]
    assert unread["coverage"]["unread"] == ["is empty"]


def test_github_escapes_what_the_runner_would_read() -> None:
    lines = render_report(results(), "github").splitlines()
    assert lines[0].startswith(
        "::error file=case.md,line=3,col=3,title=CW103 patient-of-two-ages::the patient is 45"
    )
    assert "%0ACase: 46-year-old%0Amake them agree" in lines[0]
    assert lines[1].startswith("::notice ")
    assert lines[2].startswith("::notice ")
    assert "22.6%25, not 25%25" in lines[2]
    assert lines[3].startswith("::warning file=data/case.yaml,line=4,col=1")
    assert "::error file=empty.txt::is empty" in lines


def test_junit_counts_what_makes_the_exit_status() -> None:
    root = ElementTree.fromstring(render_report(results(), "junit").partition("\n")[2])
    suite, unread = root
    assert (suite.get("tests"), suite.get("failures"), suite.get("skipped")) == ("4", "2", "2")
    assert (unread.get("tests"), unread.get("errors")) == ("1", "1")
    assert root.get("failures") == "2"
    assert "acknowledged: as published" in suite.findall("testcase/skipped")[1].get("message", "")


def test_junit_holds_any_text() -> None:
    from dataclasses import replace

    file = replace(results().files[0], path="a\x00b\x1f.txt")
    ElementTree.fromstring(render_report(Results((file,)), "junit").partition("\n")[2])


@each_format
def test_a_name_that_is_no_text_can_be_written(format: str) -> None:
    from dataclasses import replace

    file = replace(results().files[0], path="caf\udce9.txt")
    render_report(Results((file,)), format).encode("utf-8")
