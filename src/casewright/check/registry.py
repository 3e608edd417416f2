"""Every rule, by hand: each family lists its own, and rules of others come in through entry points."""

from __future__ import annotations

from functools import cache
from typing import get_args

from casewright.check.added import added_rules
from casewright.check.finding import Severity
from casewright.check.rule import Rule
from casewright.check.rules import (
    abbreviations,
    agreement,
    arithmetic,
    citations,
    figures,
    journal,
    plausibility,
    privacy,
    project,
    reporting,
)
from casewright.errors import InputError, Problem

RULES: tuple[type[Rule], ...] = (
    *agreement.RULES,  # CW1
    *arithmetic.RULES,  # CW2
    *plausibility.RULES,  # CW3
    *citations.RULES,  # CW40 to CW44
    *figures.RULES,  # CW45 to CW49
    *abbreviations.RULES,  # CW5
    *privacy.RULES,  # CW6
    *reporting.RULES,  # CW7
    *project.RULES,  # CW8
    *journal.RULES,  # CW9
)

FAMILIES = {
    "CW1": "agreement",
    "CW2": "arithmetic",
    "CW3": "plausibility",
    "CW4": "citations and figures",
    "CW5": "abbreviations",
    "CW6": "privacy",
    "CW7": "reporting",
    "CW8": "project",
    "CW9": "journal limits",
}


@cache
def all_rules() -> tuple[type[Rule], ...]:
    """The rules of casewright and those that other packages add, in order of code.

    Raises `InputError` where an added rule cannot be loaded, is not a rule, or takes a code that is in use.
    """
    rules = {rule.code: rule for rule in RULES}
    for entry in added_rules():
        try:
            rule = entry.load()
        except (ImportError, AttributeError) as fault:
            raise InputError(
                Problem(f"the rule `{entry.name}` of another package could not be loaded: {fault}")
            ) from fault
        _hold_to_its_shape(rule, entry.name, rules)
        rules[rule.code] = rule
    return tuple(rules[code] for code in sorted(rules))


def _hold_to_its_shape(rule: type[Rule], origin: str, taken: dict[str, type[Rule]]) -> None:
    code = getattr(rule, "code", None)
    if (
        not isinstance(code, str)
        or getattr(rule, "severity", None) not in get_args(Severity)
        or not rule.__doc__
    ):
        raise InputError(
            Problem(
                f"`{origin}` is not a rule",
                "a rule has a code, a name, a severity, a page and a method `check`",
            )
        )
    if code in taken:
        raise InputError(
            Problem(f"the rule `{origin}` takes the code {code}, which `{taken[code].name}` has")
        )


def rule_of(selector: str) -> type[Rule]:
    """The rule with this code or name. Raises `InputError` with the nearest one where there is none."""
    from difflib import get_close_matches

    for rule in all_rules():
        if selector.lower() in (rule.code.lower(), rule.name):
            return rule
    names = [name for rule in all_rules() for name in (rule.code, rule.name)]
    near = get_close_matches(selector, names, n=1, cutoff=0.5)
    hint = f"did you mean `{near[0]}`?" if near else "`casewright rules` lists them all"
    raise InputError(Problem(f"there is no rule `{selector}`", hint))
