"""Whose a value is, when it was measured, and where it stands."""

from __future__ import annotations

import pytest
from reading_of import read, read_block

from casewright.document.mentions.sentences import cut
from casewright.document.model import Block, Mark
from casewright.errors import Place

SUBJECTS = [
    ("case", "He reported that his mother had died at 45 years.", "relative"),
    ("case", "Her blood pressure was 120/80 mmHg.", "patient"),
    ("discussion", "In a series of 12 patients the median survival was 3.9 months.", "study"),
    ("discussion", "In our patient the tumor measured 3 cm.", "patient"),
    ("discussion", "Lee et al. reported a 56-year-old man.", "study"),
    ("introduction", "It usually measures 2 cm.", "general"),
    ("case", "In patients with sepsis a pressure below 65 mmHg is critical.", "study"),
    ("case", "Case 2 was a 34-year-old woman.", "other_patient"),
    ("abstract", "We report a 45-year-old man.", "patient"),
    ("core_tip", "This is the first case of a 3 cm tumor.", "patient"),
    ("case", "The target INR was 2-3.", "general"),
    ("case", "A donor aged 30 years gave a kidney.", "other_patient"),
    ("discussion", "A 48-year-old woman died of it.", "other_patient"),
    ("case", "His father died at the age of 60 years.", "relative"),
    ("discussion", "He was treated with 20 mg of prednisone.", "patient"),
    ("case", "The normal range of CRP is < 5 mg/L.", "general"),
]


@pytest.mark.parametrize(("role", "sentence", "subject"), SUBJECTS)
def test_says_whose_a_value_is(role: str, sentence: str, subject: str) -> None:
    assert "; ".join(mention.subject for mention in read(sentence, role).quantities) == subject


MOMENTS = [
    ("On admission, the hemoglobin was 9.3 g/dL.", "admission"),
    ("On day 5 the CRP was 120 mg/L.", "day 5"),
    ("On postoperative day 3 the CRP was 120 mg/L.", "postoperative day 3"),
    ("On POD 3 the CRP was 120 mg/L.", "postoperative day 3"),
    ("Preoperatively the CRP was 120 mg/L.", "before operation"),
    ("The CRP was 120 mg/L on arrival.", "admission"),
    ("At discharge the CRP was 12 mg/L.", "discharge"),
    ("The CRP then fell to 12 mg/L.", "later"),
    ("The CRP was 120 mg/L.", ""),
    ("Initially, the CRP was 120 mg/L.", "initial"),
    ("In March 2014 the CRP was 120 mg/L.", "march 2014"),
    (
        "Before surgery the CRP was 120 mg/L; after surgery it was 30 mg/L.",
        "before operation; after operation",
    ),
]


@pytest.mark.parametrize(("sentence", "moment"), MOMENTS)
def test_says_when_a_value_was_measured(sentence: str, moment: str) -> None:
    assert "; ".join(mention.time for mention in read(sentence).quantities) == moment


SENTENCES = [
    ["It was done by Lee et al. in 2007.", "The patient improved."],
    ["See Fig. 2 for the lesion.", "It was 0.5 cm wide."],
    ["Dr. A. Smith saw him.", "He was well."],
    ["The prevalence is 1 in 2500.1", "It can be lethal."],
    ["Fever was noted.[5,6]", "Antibiotics were given."],
    ["It was reported before.4,5", "The outcome was poor."],
    ["Was he ill?", "Yes!", "He was."],
    ["The dose (approx. 5 mg) was low.", "It rose."],
    ["E. coli grew.", "It was sensitive."],
    ["The value was 5.1.", "The next was 6."],
]


@pytest.mark.parametrize("sentences", SENTENCES)
def test_cuts_text_where_a_sentence_ends(sentences: list[str]) -> None:
    text = " ".join(sentences)
    assert [text[start:end] for start, end in cut(text)] == sentences


def test_cuts_a_run_without_end_so_that_work_stays_bounded() -> None:
    text = "word " * 2000
    assert max(end - start for start, end in cut(text)) <= 1500


def test_a_superscript_citation_is_no_number() -> None:
    text = "The CRP was 120 mg/L5 in 2500 cases12 of 10 patients."
    at = text.index("12 of")
    block = Block("paragraph", text, (Mark("superscript", at, at + 2),))
    assert all(mention.start != at for mention in read_block(block).quantities)


def test_a_superscript_power_is_part_of_its_unit() -> None:
    text = "Leukocytes were 11.4 × 109/L."
    at = text.index("9/L")
    (mention,) = read_block(Block("paragraph", text, (Mark("superscript", at, at + 1),))).quantities
    assert mention.quantity.unit is not None
    assert mention.quantity.unit.code == "10*9/L"


def test_a_spot_has_section_quote_line_and_column() -> None:
    text = "All was well. The hemoglobin was 9.3 g/dL."
    reading = read_block(Block("paragraph", text, place=Place("a.md", 7, 1), anchors=((0, 7, 1),)))
    spot = reading.spot(reading.quantities[0])
    assert spot.section_title == "Case report"
    assert spot.quote == "The hemoglobin was 9.3 g/dL."
    assert (spot.line, spot.column) == (7, 1 + text.index("9.3"))


def test_references_are_not_searched() -> None:
    block = Block("reference", "Lee S. A dose of 20 mg. J Med 2007;84:85.")
    assert read_block(block).quantities == ()


def test_a_sentence_ends_where_the_space_behind_its_stop_was_lost() -> None:
    text = "The knee was warm.The culture grew S.aureus. It was made by Acme Inc.Springfield and sold."
    assert [text[start:end] for start, end in cut(text)] == [
        "The knee was warm.",
        "The culture grew S.aureus.",
        "It was made by Acme Inc.Springfield and sold.",
    ]
