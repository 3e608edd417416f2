"""Words that were exchanged for words without a place are not removed: both edits stand, or neither."""

from __future__ import annotations

from casewright.revise.edits import Edit
from casewright.revise.merge import standing_together
from casewright.revise.ruling import Ruling, State


def ruled(start: int, end: int, old: str, new: str, state: State) -> Ruling:
    return Ruling(Edit(start, end, old, new), "structure", state, reason="because", hint="do it")


def states(*rulings: Ruling) -> list[State]:
    return [ruling.state for ruling in standing_together(rulings)]


def test_a_removed_heading_stays_where_the_new_one_has_no_place() -> None:
    removed = ruled(10, 19, "COMMENTS\n", "", "placed")
    put = ruled(19, 19, "", "Observations\n", "unplaced")

    kept = standing_together([removed, put])

    assert [ruling.state for ruling in kept] == ["unplaced", "unplaced"]
    assert "exchanged" in kept[0].reason
    assert kept[0].hint == "do it"


def test_where_both_have_a_place_both_are_placed() -> None:
    assert states(
        ruled(10, 19, "COMMENTS\n", "", "placed"), ruled(19, 19, "", "Observations\n", "placed")
    ) == ["placed", "placed"]


def test_what_stands_elsewhere_has_nothing_to_do_with_it() -> None:
    assert states(ruled(10, 19, "COMMENTS\n", "", "placed"), ruled(40, 40, "", "word", "refused")) == [
        "placed",
        "refused",
    ]
