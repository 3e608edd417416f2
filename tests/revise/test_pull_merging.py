"""Word files that come back from several co-authors, late, without their marks, or damaged."""

from __future__ import annotations

import shutil

import pytest
from tests.revise.desk import Desk, both, typed
from tests.revise.loop import (
    FILES,
    Element,
    W,
    without_controls,
)

from casewright.errors import InputError
from casewright.revise.pull import make_plan


def test_without_controls_and_bookmarks_the_text_is_enough_and_the_plan_says_so(desk: Desk) -> None:
    plan = desk.pull(
        both(
            typed("Few reports", "No reports"), typed("45-year-old man", "47-year-old man"), without_controls
        )
    )

    assert plan.counts["placed"] == 2
    assert len(plan.remarks) == 2


def test_edits_of_two_co_authors_are_merged(desk: Desk) -> None:
    plan = desk.pull(
        typed("Few reports", "No reports"),
        both(typed("is quick", "is fast"), typed("Few reports", "No reports")),
    )

    assert plan.counts == {"placed": 3, "refused": 0, "conflict": 0, "unplaced": 0}
    assert (
        "No reports exist[@wilson2012]. MRI shows them, and MRI is fast."
        in plan.files["manuscript/introduction.md"]
    )


def test_two_co_authors_who_want_different_words_are_in_conflict(desk: Desk) -> None:
    plan = desk.pull(typed("Few reports", "No reports"), typed("Few reports", "Many reports"))

    assert plan.counts == {"placed": 0, "refused": 0, "conflict": 2, "unplaced": 0}
    assert plan.files == {}
    assert "“Many”" in plan.rulings[0].reason


def test_sources_that_moved_on_take_edits_whose_words_still_stand(desk: Desk) -> None:
    file = desk.folder / "manuscript/introduction.md"
    file.write_text(
        "A first paragraph of mine.\n\n" + FILES["manuscript/introduction.md"].replace("last", "final"),
        "utf-8",
    )

    plan = desk.pull(
        both(typed("Few reports", "No reports"), typed("the last paragraph", "the very last paragraph"))
    )

    assert [ruling.state for ruling in plan.rulings] == ["placed", "conflict"]
    assert plan.files["manuscript/introduction.md"] == file.read_text("utf-8").replace(
        "Few reports", "No reports"
    )


def test_a_plan_that_was_made_finds_nothing_more_to_do(desk: Desk) -> None:
    change = both(typed("Few reports", "No reports"), typed("45-year-old man", "46-year-old man"))
    for name, text in desk.pull(change).files.items():
        (desk.folder / name).write_text(text, "utf-8")

    again = desk.pull(change)

    assert again.files == {}
    assert again.counts["placed"] == 2


def test_a_file_of_another_manuscript_is_refused(desk: Desk) -> None:
    def other(root: Element) -> None:
        for number, text in enumerate(root.iter(W + "t")):
            text.text = f"quite other words {number}"

    with pytest.raises(InputError, match=r"another manuscript: \d+% of the words of this one"):
        desk.pull(other)


@pytest.mark.parametrize(
    ("kept", "more"),
    [(0.5, b""), (0, b""), (0, b"PK\x03\x04 not a zip"), (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 99)],
)
def test_a_damaged_or_encrypted_file_is_refused(desk: Desk, kept: float, more: bytes) -> None:
    file = desk.folder / "damaged.docx"
    file.write_bytes(desk.sent[: int(len(desk.sent) * kept)] + more)

    with pytest.raises(InputError):
        make_plan(desk.folder, [file], desk.pandoc)


def test_a_file_that_was_not_kept_is_compared_with_a_fresh_build(desk: Desk) -> None:
    shutil.rmtree(desk.folder / "build/sent")

    plan = desk.pull(typed("Few reports", "No reports"))

    assert plan.counts["placed"] == 1
    assert "fresh build" in plan.remarks[0]
