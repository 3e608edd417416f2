"""Two texts side by side."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from casewright.revise.align import changes
from casewright.revise.shift import Shift

PARAGRAPHS = st.lists(
    st.lists(
        st.sampled_from(["alpha", "beta", "gamma", "delta", "12", "3.5", ",", "."]), min_size=1, max_size=8
    ).map(" ".join),
    min_size=1,
    max_size=7,
)


def patched(old: list[str], new: list[str]) -> str:
    """The old text with the changes made in it."""
    one, other = "\n".join(old), "\n".join(new)
    out, at = [], 0
    for change in changes(old, new):
        assert change.start >= at
        out += [one[at : change.start], other[change.new_start : change.new_end]]
        at = change.end
    return "".join([*out, one[at:]])


@settings(deadline=None)
@given(PARAGRAPHS, PARAGRAPHS)
def test_the_changes_make_the_new_text_of_the_old(old: list[str], new: list[str]) -> None:
    assert patched(old, new).split("\n") == new


@settings(deadline=None)
@given(PARAGRAPHS)
def test_the_same_text_has_no_changes(text: list[str]) -> None:
    assert changes(text, text) == []


def test_only_the_words_that_differ_are_changed() -> None:
    old = ["The tumor was found late by most doctors.", "A second paragraph."]
    new = ["The tumor was found early by most doctors.", "A second paragraph."]

    (change,) = changes(old, new)

    assert old[0][change.start : change.end] == "late"


def test_a_paragraph_in_between_is_added_whole() -> None:
    (change,) = changes(
        ["First one here.", "Last one there."], ["First one here.", "Quite new.", "Last one there."]
    )

    assert (change.start, change.end) == (15, 15)


@settings(deadline=None)
@given(st.text("ab\n ", max_size=30), st.text("ab\n ", max_size=30))
def test_what_stands_between_two_kept_characters_is_found(old: str, new: str) -> None:
    shift = Shift(old, new)
    for at in range(len(old)):
        found = shift.stretch(at, at + 1)
        if found is not None:
            left, right = found
            assert left <= right
            assert at == 0 or new[left - 1] == old[at - 1]
            assert at + 1 == len(old) or new[right] == old[at + 1]
