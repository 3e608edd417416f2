"""Which rules run: by code (`CW201`), by the beginning of a code (`CW2`), or by name."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from difflib import get_close_matches

from casewright.check.rule import Rule
from casewright.errors import InputError, Problem


def matches(rule: type[Rule], selector: str) -> bool:
    """Whether `selector` means this rule; `ALL` means every rule."""
    return selector == "ALL" or selector == rule.name or rule.code.startswith(selector.upper())


def selected(
    rules: Sequence[type[Rule]], select: Collection[str] = (), ignore: Collection[str] = ()
) -> tuple[type[Rule], ...]:
    """The rules that are selected (none named: all of them) and not ignored.

    Where both name a rule, the longer selector counts: `select CW201`, `ignore CW2` runs CW201 alone of its
    family. Raises `InputError` for a selector that means no rule.
    """
    _refuse_unknown(rules, (*select, *ignore))
    return tuple(rule for rule in rules if _reach(rule, select or ("ALL",)) > _reach(rule, ignore))


def _reach(rule: type[Rule], selectors: Collection[str]) -> int:
    """How exactly the selectors mean the rule: 0 not at all, 1 as one of all, a code or a name the most."""
    exact = len(rule.code)
    return max(
        (1 if s == "ALL" else exact if s == rule.name else len(s) for s in selectors if matches(rule, s)),
        default=0,
    )


def _refuse_unknown(rules: Sequence[type[Rule]], selectors: Collection[str]) -> None:
    problems = []
    for selector in selectors:
        if selector == "" or not any(matches(rule, selector) for rule in rules):
            near = get_close_matches(
                selector, [n for rule in rules for n in (rule.code, rule.name)], n=1, cutoff=0.5
            )
            hint = f"did you mean `{near[0]}`?" if near else "`casewright rules` lists them all"
            problems.append(Problem(f"no rule is meant by `{selector}`", hint))
    if problems:
        raise InputError(problems)
