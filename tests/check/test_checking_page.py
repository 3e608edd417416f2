"""The examples in docs/checking.md are read as the page says; hooks and action name commands that exist."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from ruamel.yaml import YAML

from casewright.check.acknowledgement import load_acknowledgements
from casewright.check.settings import load_settings
from casewright.check.suppression import find_suppressions
from casewright.report import FORMATS

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "checking.md").read_text(encoding="utf-8")


def example(language: str) -> str:
    """The first example in a language."""
    return re.findall(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)[0]


def test_the_settings_are_settings(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text(example("toml"), encoding="utf-8")
    settings = load_settings(tmp_path)
    assert settings.ignore == {"CW607": "the hospital is named on purpose"}
    assert set(tomllib.loads(example("toml"))["tool"]["casewright"]) == {
        "select",
        "baseline",
        "acknowledged",
        "ignore",
    }


def test_the_acknowledgement_is_one(tmp_path: Path) -> None:
    file = tmp_path / "acknowledged.yaml"
    file.write_text(example("yaml"), encoding="utf-8")
    (entry,) = load_acknowledgements(file)
    assert (entry.code, entry.section) == ("CW204", "Laboratory diagnosis")


def test_the_comment_is_a_suppression_with_a_reason() -> None:
    (comment,) = find_suppressions(example("markdown"), "a.md")
    assert comment.selectors == ("CW201",)
    assert comment.reason


def test_every_format_is_named() -> None:
    assert all(f"`{format}`" in PAGE or f"--format {format}" in PAGE for format in FORMATS)


def test_the_hooks_and_the_action_run_the_check() -> None:
    hooks = YAML(typ="safe").load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert [hook["entry"] for hook in hooks] == ["casewright check"] * 2
    action = YAML(typ="safe").load((ROOT / "action.yml").read_text(encoding="utf-8"))
    assert action["inputs"]["format"]["default"] in FORMATS
    assert "casewright check" in action["runs"]["steps"][-1]["run"]
