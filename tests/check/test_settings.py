"""`[tool.casewright]` in pyproject.toml is read strictly."""

from __future__ import annotations

from pathlib import Path

import pytest

from casewright.check.settings import Settings, load_settings
from casewright.errors import InputError


def settings(folder: Path, text: str) -> Settings:
    (folder / "pyproject.toml").write_text(text, encoding="utf-8")
    return load_settings(folder)


def test_without_a_file_the_settings_are_the_ordinary_ones(tmp_path: Path) -> None:
    assert load_settings(tmp_path) == Settings()


def test_what_is_written_is_what_holds(tmp_path: Path) -> None:
    read = settings(
        tmp_path,
        '[tool.casewright]\nselect = ["CW2"]\nbaseline = "known.json"\nacknowledged = "kept.yaml"\n'
        '[tool.casewright.ignore]\nCW201 = "counted twice"\n',
    )
    assert read.select == ("CW2",)
    assert read.ignore == {"CW201": "counted twice"}
    assert read.baseline == tmp_path / "known.json"
    assert read.acknowledged == tmp_path / "kept.yaml"


def test_ignore_may_be_a_list(tmp_path: Path) -> None:
    assert settings(tmp_path, '[tool.casewright]\nignore = ["CW6"]\n').ignore == {"CW6": ""}


def test_the_acknowledgements_of_a_project_are_found(tmp_path: Path) -> None:
    file = tmp_path / "manuscript" / "acknowledged.yaml"
    file.parent.mkdir()
    file.write_text("[]")
    assert load_settings(tmp_path).acknowledged == file


def test_arguments_replace_what_is_selected_and_add_to_what_is_ignored() -> None:
    before = Settings(select=("CW2",), ignore={"CW3": "why"})
    after = before.with_arguments(("CW4",), ("CW6",))
    assert after.select == ("CW4",)
    assert after.ignore == {"CW3": "why", "CW6": "ignored on the command line"}
    assert before.with_arguments() == before


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[tool.casewright\n", "not valid TOML"),
        ('[tool.casewright]\nselct = ["CW2"]\n', r"toml:2: unknown key `selct`(.|\n)*did you mean `select`"),
        ('[tool.casewright]\nselect = "CW2"\n', "toml:2: `select` must be a list of rules"),
        ("[tool.casewright]\nignore = [1]\n", "`ignore` must be a list of rules, or a table"),
        ("[tool.casewright]\nbaseline = 3\n", "`baseline` must be the path of a file"),
    ],
)
def test_what_cannot_be_meant_is_refused_with_its_place(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        settings(tmp_path, text)


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(InputError) as fault:
        settings(tmp_path, "[tool.casewright]\nselect = 1\nbaseline = 2\nfoo = 3\n")
    assert len(fault.value.problems) == 3


def test_a_file_that_is_not_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(InputError, match="cannot be read"):
        load_settings(tmp_path)
