"""The draft of the answer: the reviewers' points, and the places that changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from casewright.document.model import Block, Document, Section
from casewright.errors import InputError, Place
from casewright.journal.profile import load_profile
from casewright.read.docx import read_docx
from casewright.revise.reply import Changed, changed_places, reply_docx, reply_markdown
from casewright.revise.reply_points import Point, read_points

LETTER = """Dear authors,

Reviewer #1:
1. Please explain the choice
   of the drug.
2. The discussion is long.

Reviewer 2
Comment 1: Why was there no control?
"""
REVIEW = """comments:
  - id: 5f0c1b7a92de
    author: Reviewer 3
    date: "2026-01-05T10:00:00Z"
    section: Discussion
    quote: one case
    text: Only one?
    resolved: no
    replies: []
"""


def document(*paragraphs: str) -> Document:
    return Document(
        (Section("discussion", "Discussion", tuple(Block("paragraph", text) for text in paragraphs)),)
    )


def test_numbered_points_of_a_letter_are_told_apart_by_reviewer(tmp_path: Path):
    file = tmp_path / "letter.txt"
    file.write_text(LETTER, "utf-8")

    assert read_points(tmp_path, file) == (
        Point("Letter", "Dear authors,"),
        Point("Reviewer #1", "Please explain the choice of the drug."),
        Point("Reviewer #1", "The discussion is long."),
        Point("Reviewer 2", "Why was there no control?"),
    )


def test_without_numbers_each_paragraph_is_a_point(tmp_path: Path):
    file = tmp_path / "letter.txt"
    file.write_text("First remark,\nin two lines.\n\nSecond remark.\n", "utf-8")

    assert [point.text for point in read_points(tmp_path, file)] == [
        "First remark, in two lines.",
        "Second remark.",
    ]


def test_comments_that_were_pulled_are_points_with_the_words_they_stand_at(tmp_path: Path):
    (tmp_path / "reviews").mkdir()
    (tmp_path / "reviews" / "a.yaml").write_text(REVIEW, "utf-8")

    assert read_points(tmp_path, None) == (Point("Reviewer 3", "Only one?", "one case"),)


def test_no_comment_at_all_is_said_with_what_to_do(tmp_path: Path):
    with pytest.raises(InputError, match="no reviewer's comment was found") as told:
        read_points(tmp_path, None)
    assert "--reply letter.txt" in str(told.value)


def test_a_changed_place_names_its_section_and_both_wordings():
    old = document("We describe one case of a rare tumor in a man of middle age.", "Unchanged.")
    new = document("We describe one case of a very rare tumor in a man of middle age.", "Unchanged.")

    (place,) = changed_places(old, new)

    assert place.section == "Discussion"
    assert place.new == "We describe one case of a very rare tumor in a man of middle age."
    assert place.page == 0


def test_changes_close_together_are_one_place_and_those_apart_are_two():
    old = document(
        "The left leg was weak. " + "Nothing else was found in this patient. " * 3 + "He died in June."
    )
    new = document(
        "The right arm was weak. " + "Nothing else was found in this patient. " * 3 + "He died in July."
    )

    assert len(changed_places(old, new)) == 2


def test_added_and_removed_paragraphs_are_places_too():
    old, new = (
        document("One stays.", "This one goes away."),
        document("One stays.", "That is another text.", "And more."),
    )

    places = changed_places(old, new)

    assert any("goes away" in place.old for place in places)
    assert any("And more." in place.new for place in places)


def test_the_page_is_that_of_the_pdf_where_the_words_stand_once():
    new = document("A first paragraph here.", "The treatment was stopped after nine days.")
    pdf = Document((Section("text", "", (
        Block("paragraph", "A first paragraph here.", place=Place("m.pdf", 1, 1)),
        Block("paragraph", "The treatment was stopped after nine days.", place=Place("m.pdf", 4, 1)),
    )),))  # fmt: skip

    (place,) = changed_places(
        document("A first paragraph here.", "The treatment was stopped after six days."), new, pdf
    )

    assert place.page == 4


def test_each_point_is_quoted_with_room_for_an_answer_and_its_own_changes():
    points = (Point("Reviewer 1", "Only one?", "one case"), Point("Reviewer 1", "Fine."))
    places = (Changed("Discussion", 3, "one case", "two cases", "We describe one case."),)

    draft = reply_markdown(points, places, "A title")

    assert draft.count("Answer: to be written") == 2
    assert "> Only one?" in draft
    before_second = draft[: draft.index("**2**")]
    assert "Discussion, page 3: “one case” → “two cases”" in before_second
    assert draft.rstrip().endswith("1. Discussion, page 3: “one case” → “two cases”")


def test_the_word_file_says_the_same_as_the_markdown():
    points = (Point("Reviewer 1", "Only *one* <b>?"),)
    places = (Changed("Discussion", 0, "", "two cases", ""), Changed("Discussion", 0, "one", "", ""))

    data = reply_docx(points, places, "A title", load_profile("wjg"))

    text = "\n".join(block.text for _, block in read_docx(data, "reply.docx").blocks())
    for said in ("A title", "Reviewer 1", "Only *one* <b>?", "Answer: to be written",
                 "1. Discussion: new: “two cases”", "2. Discussion: taken out: “one”"):  # fmt: skip
        assert said in text
