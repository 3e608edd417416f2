"""The pages in docs/rules are those that the rules make; the recipe for a rule names files that exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from casewright.check.registry import RULES
from casewright.errors import InputError
from casewright.report.rule_pages import explain_text, pages, write_pages

ROOT = Path(__file__).parents[2]


def test_the_pages_are_current() -> None:
    folder = ROOT / "docs" / "rules"
    written = {file.name: file.read_text(encoding="utf-8") for file in folder.glob("*.md")}
    assert written == dict(pages()), "run `python -m casewright.report.rule_pages docs/rules`"


def test_writing_pages_deletes_those_of_rules_that_are_no_more(tmp_path: Path) -> None:
    (tmp_path / "CW000.md").write_text("old")
    write_pages(tmp_path)
    assert {file.name for file in tmp_path.iterdir()} == {*pages()}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_is_explained_by_code_and_by_name(rule: type) -> None:
    text = explain_text(rule.code.lower())
    assert text == explain_text(rule.name)
    assert text.startswith(f"{rule.code} {rule.name} ({rule.severity}: ")
    assert "Why it is bad" in text


def test_an_unknown_rule_is_not_explained() -> None:
    with pytest.raises(InputError, match="there is no rule `CW000`"):
        explain_text("CW000")


def test_the_recipe_for_a_rule_names_files_that_exist() -> None:
    recipe = (ROOT / "docs" / "adding-a-rule.md").read_text(encoding="utf-8")
    named = re.findall(r"`((?:src|tests|docs)/[^`]+\.\w+)`", recipe)
    assert len(named) >= 7
    assert [path for path in named if not (ROOT / path).exists()] == []
