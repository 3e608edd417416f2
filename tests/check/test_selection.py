"""Rules are chosen by code, by the beginning of a code, and by name; the more exact word counts."""

from __future__ import annotations

import pytest

from casewright.check.registry import RULES
from casewright.check.selection import selected
from casewright.errors import InputError


def codes(select: tuple[str, ...] = (), ignore: tuple[str, ...] = ()) -> set[str]:
    return {rule.code for rule in selected(RULES, select, ignore)}


def test_all_rules_run_where_nothing_is_said() -> None:
    assert codes() == codes(("ALL",)) == {rule.code for rule in RULES}


def test_a_prefix_selects_a_family_and_a_name_one_rule() -> None:
    assert codes(("CW40",)) == {code for code in codes() if code.startswith("CW40")}
    assert codes(("figure-called-out-of-order",)) == codes(("cw451",)) == {"CW451"}


def test_ignoring_wins_over_the_same_and_loses_to_the_more_exact() -> None:
    assert "CW451" not in codes((), ("CW451",))
    assert not {code for code in codes((), ("CW4",)) if code.startswith("CW4")}
    assert codes(("CW451",), ("CW4",)) == {"CW451"}
    assert "CW451" not in codes(("CW4",), ("figure-called-out-of-order",))
    assert codes((), ("ALL",)) == set()


@pytest.mark.parametrize("selector", ["CW999", "figures-called-out-of-order", "", "X"])
def test_a_word_that_means_no_rule_is_refused(selector: str) -> None:
    with pytest.raises(InputError, match="no rule is meant by"):
        codes((selector,))


def test_the_nearest_rule_is_named() -> None:
    with pytest.raises(InputError, match="did you mean `figure-called-out-of-order`"):
        codes((), ("figures-called-out-of-order",))
