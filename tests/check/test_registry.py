"""No rule without a page, without examples of both kinds, with a name that is an instruction, or that is not
listed."""

from __future__ import annotations

import importlib
import inspect
import re
from pathlib import Path

import pytest
from rule_examples import FOLDER, examples_of, file_of

import casewright.check.rules
from casewright.check.registry import FAMILIES, RULES, all_rules, rule_of
from casewright.check.rule import Rule
from casewright.errors import InputError

HEADINGS = ["Why it is bad", "Example", "Write instead", "Source"]
INSTRUCTIONS = r"(?:no|do|dont|avoid|use|check|define|require|forbid|disallow|add|write|remove|must|should)-"
PACKAGE = Path(inspect.getfile(casewright.check.rules)).parent

each_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)


@each_rule
def test_rule_has_a_page(rule: type[Rule]) -> None:
    lines = inspect.getdoc(rule).splitlines()
    assert re.fullmatch(r"[A-Z].+\.", lines[0]), "the first line says in one sentence what the rule finds"
    assert [line for line in lines[1:] if re.match(r"\S", line)] == HEADINGS
    for heading in HEADINGS:
        assert lines[lines.index(heading) + 1].startswith("    "), f"`{heading}` is empty"


@each_rule
def test_rule_is_named_after_the_bad_pattern(rule: type[Rule]) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)+", rule.name)
    assert not re.match(INSTRUCTIONS, rule.name)


@each_rule
def test_rule_stands_in_the_file_of_its_name(rule: type[Rule]) -> None:
    assert rule.__module__.rpartition(".")[2] == rule.name.replace("-", "_")
    assert rule.__name__ == "".join(part.capitalize() for part in rule.name.split("-"))


@each_rule
def test_rule_has_examples_that_fail_and_that_pass(rule: type[Rule]) -> None:
    fails = examples_of(rule, "fails")
    assert fails, f"{file_of(rule)} has no example that fails"
    assert examples_of(rule, "passes"), f"{file_of(rule)} has no example that passes"
    for example in fails:
        assert example.expected, "an example that fails says what is found"
        for finding in example.expected:
            assert "message" in finding
            assert {"quote", "line", "section"} & set(finding), "and where"


@each_rule
def test_code_and_name_lead_back_to_the_rule(rule: type[Rule]) -> None:
    assert rule.code[:3] in FAMILIES
    assert rule_of(rule.code) is rule
    assert rule_of(rule.name) is rule


def test_codes_and_names_are_used_once_and_in_order() -> None:
    codes = [rule.code for rule in RULES]
    assert codes == sorted(set(codes))
    assert len({rule.name for rule in RULES}) == len(RULES)
    assert all_rules()[: len(RULES)] == RULES


def test_every_rule_file_is_registered() -> None:
    """A file in a family that holds a class with a code is a rule; others are helpers of the family."""
    written = set()
    for file in PACKAGE.glob("*/*.py"):
        module = importlib.import_module(f"casewright.check.rules.{file.parent.name}.{file.stem}")
        written |= {
            value
            for value in vars(module).values()
            if inspect.isclass(value)
            and value.__module__ == module.__name__
            and hasattr(value, "code")
            and hasattr(value, "check")
        }
    assert written == set(RULES)


def test_every_example_file_belongs_to_a_rule() -> None:
    assert set(FOLDER.glob("*/*.yml")) == {file_of(rule) for rule in RULES}


def test_an_unknown_rule_is_answered_with_the_nearest() -> None:
    with pytest.raises(InputError, match="did you mean `figure-called-out-of-order`"):
        rule_of("figures-called-out-of-order")
