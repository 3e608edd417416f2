"""`casewright new`: a project that builds at once, in which everything that is missing can be seen."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from casewright.case.load import load_case
from casewright.check.rules.project.still_to_be_written import StillToBeWritten
from casewright.cli import main
from casewright.commands.project import lay_out
from casewright.document.pandoc import Pandoc
from casewright.document.reading import Reading
from casewright.errors import InputError
from casewright.pipeline import make
from casewright.processes import Tools
from casewright.start.answers import Answers, ask
from casewright.start.case_yaml import case_yaml, scalar
from casewright.start.project import Imported, project_files, write_project

FULL = Answers("A rare {{ thing }} [of 3]: a case report", "wjg", "45 years", "male", "spinal: metastasis")


def unwritten(project: Path, pandoc: Pandoc) -> set[str]:
    """What the checker lists as still to be written."""
    sources, document = lay_out(project, None, pandoc)
    return {finding.message for finding in StillToBeWritten().check(Reading(document, project=sources.case))}


def made(folder: Path, answers: Answers, eject: bool = False) -> Path:
    write_project(folder, project_files(answers, Imported(), eject))
    return folder


def test_an_empty_project_builds_and_shows_what_is_missing(tmp_path: Path, tools: Tools) -> None:
    project = made(tmp_path / "new", Answers(journal="wjg"))

    build = make(project, "wjg", tools)

    discussion = next(build.document.roled("discussion"))
    assert discussion.text == "to be written"
    found = {f.message for f in build.result.findings if f.code == "CW806"}
    assert "DISCUSSION: to be written" in found
    assert "patient.age is not filled in" in found
    assert {f.severity for f in build.result.findings} <= {"warning", "note"}


def test_the_list_of_what_is_missing_is_no_fault_of_the_input(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = made(tmp_path / "new", Answers(journal="jmcr"))

    assert main(["check", str(project), "--journal", "jmcr"]) == 1
    printed = capsys.readouterr().out
    assert "manuscript/discussion.md:1:1: warning CW806" in printed
    assert "hint: write it as `article.keywords` in manuscript/case.yaml" in printed
    assert "nothing could be judged" not in printed


def test_each_text_written_makes_the_list_shorter(tmp_path: Path, pandoc: Pandoc) -> None:
    project = made(tmp_path / "new", FULL)
    before = unwritten(project, pandoc)
    (project / "manuscript" / "discussion.md").write_text("Such tumors are rare.\n", "utf-8")

    assert before - unwritten(project, pandoc) == {"DISCUSSION: to be written"}


def test_what_was_answered_stands_in_the_manuscript_as_it_was_typed(tmp_path: Path, pandoc: Pandoc) -> None:
    sources, document = lay_out(made(tmp_path / "new", FULL), "wjg", pandoc)

    assert next(document.roled("title")).text == FULL.title
    assert next(document.roled("case")).text.startswith("A 45-year-old man presented with")
    assert sources.case.facts["diagnosis.final"].value == "spinal: metastasis"


def test_the_top_level_is_that_of_this_repository(tmp_path: Path) -> None:
    project = made(tmp_path / "new", FULL)

    assert {path.name for path in project.iterdir()} == {
        "manuscript", "refs.bib", "build.py", "pyproject.toml", "README.md", "tests", ".github", ".gitignore",
    }  # fmt: skip
    assert not (project / "templates").exists()


def test_eject_copies_the_templates_which_then_win(tmp_path: Path, pandoc: Pandoc) -> None:
    project = made(tmp_path / "new", FULL, eject=True)
    (project / "templates" / "wjg" / "introduction.md").write_text(
        '::: {.section role="introduction" title="Opening"}\n# OPENING\n\nWords of our own.\n:::\n\n', "utf-8"
    )

    _, document = lay_out(project, "wjg", pandoc)

    assert next(document.roled("introduction")).text == "Words of our own."


def test_case_yaml_explains_every_field_in_care_order() -> None:
    text = case_yaml({})

    places = [text.index(f"── {title}") for title in ("CARE 5a", "CARE 7", "CARE 9", "CARE 10", "CARE 13")]
    assert places == sorted(places)
    assert "  age: to be written # Age when the story of the report begins" in text
    assert "(required)" in text


def test_every_commented_field_can_be_used_by_taking_its_sign_away(tmp_path: Path) -> None:
    taken = re.sub(r"^( *)# (?=\w+:(?: to be written| *$)|- |  \w+: )", r"\1", case_yaml({}), flags=re.M)
    taken = re.sub(r"^ *before: .*\n", "", taken, flags=re.M)  # an event comes after one, or before one
    (tmp_path / "case.yaml").write_text(taken.replace("weight: to be written", "weight: 68 kg"), "utf-8")

    facts = load_case(tmp_path).facts

    assert facts["patient.weight"].written == "68 kg"
    assert {fact.value for fact in facts.values() if fact.id != "patient.weight"} == {"to be written"}
    assert len(facts) > 150


@pytest.mark.parametrize(
    "value",
    [
        "",
        "~",
        "yes",
        "a: b",
        "# not a comment",
        "a #b",
        "- x",
        '"quoted"',
        "back\\slash",
        ">10 /10 HPF",
        "45 %",
        "50%",
    ],
)
def test_any_value_is_read_back_as_it_was(value: str) -> None:
    from ruamel.yaml import YAML

    assert YAML(typ="safe").load(f"key: {scalar(value)}")["key"] == value


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", "utf-8")

    with pytest.raises(InputError, match="something here already"):
        made(tmp_path, FULL)

    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_an_answer_that_the_case_cannot_hold_is_refused_with_a_hint(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status = main(["new", str(tmp_path / "new"), "--age", "45 kg", "--sex", "mail"])

    assert status == 2
    said = capsys.readouterr().err
    assert "age: `45 kg` is not a time" in said
    assert "did you mean `male`?" in said
    assert not (tmp_path / "new").exists()


def test_an_unknown_journal_is_refused_with_the_nearest(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", str(tmp_path / "new"), "--journal", "wjgg"]) == 2
    assert "did you mean `wjg`?" in capsys.readouterr().err


def test_questions_are_asked_until_the_answer_can_be_used() -> None:
    answers = iter(["A title", "bpx", "bpg", "forty", "45 years", "male", ""])
    asked = []

    def question(text: str) -> str:
        asked.append(text)
        return next(answers)

    found = ask(Answers(), "wjg", question)

    assert found == Answers("A title", "bpg", "45 years", "male", "")
    assert "did you mean `bpg`?" in asked[2]
    assert "`forty` is not a time" in asked[4]


def test_what_was_given_as_an_option_is_not_asked() -> None:
    asked: list[str] = []

    def question(text: str) -> str:
        asked.append(text)
        return ""

    ask(FULL, "wjg", question)

    assert asked == []


def test_an_age_beyond_every_life_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status = main(["new", str(tmp_path / "new"), "--age", "450 years"])

    assert status == 2
    assert "age: `450 years` is more than 125 years" in capsys.readouterr().err
    assert Answers(age="122 years").checked().age == "122 years"
