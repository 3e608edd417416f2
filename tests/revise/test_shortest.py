"""The shortest way from one list of words to another, and changes of looks."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from casewright.document.model import Mark
from casewright.revise.align import changes
from casewright.revise.looks import looks_changed
from casewright.revise.paragraphs import Paragraph
from casewright.revise.shortest import MOST_EDITS, shortest

ITEMS = st.lists(st.sampled_from("abc"), max_size=9)


def common(one: list[str], other: list[str]) -> int:
    """The length of the longest common subsequence, by the textbook."""
    if not one or not other:
        return 0
    if one[0] == other[0]:
        return 1 + common(one[1:], other[1:])
    return max(common(one[1:], other), common(one, other[1:]))


@settings(deadline=None)
@given(ITEMS, ITEMS)
def test_the_opcodes_make_the_new_of_the_old_and_keep_all_that_can_be_kept(old: list[str], new: list[str]):
    opcodes = shortest(old, new)

    made, kept, at = [], 0, 0
    for tag, i1, i2, j1, j2 in opcodes or []:
        assert i1 == at
        at = i2
        made += old[i1:i2] if tag == "equal" else new[j1:j2]
        kept += i2 - i1 if tag == "equal" else 0
    assert (at, made) == (len(old), new)
    assert kept == common(old, new)


def test_two_texts_without_a_word_in_common_are_left_to_others():
    assert shortest(["a"] * MOST_EDITS, ["b"] * MOST_EDITS) is None


def test_one_changed_word_among_repeated_words_is_one_change():
    old = "power was normal in the right arm and normal in the left arm, and it stayed so"
    new = old.replace("in the right", "in unusual right").replace(", and", ", careful")

    found = [(old[c.start : c.end], new[c.new_start : c.new_end]) for c in changes([old], [new])]

    assert found == [("the", "unusual"), ("and", "careful")]


def test_looks_are_counted_in_a_paragraph_whose_words_changed_too():
    old = Paragraph("The left leg was weak.")
    new = Paragraph("The right leg was weak.", (Mark("emphasis", 10, 13), Mark("strong", 18, 22)))

    assert looks_changed([old], [new], changes([old.text], [new.text])) == 2
    assert looks_changed([old], [old], []) == 0
