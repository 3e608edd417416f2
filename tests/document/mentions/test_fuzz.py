"""Any text is read, in time that grows with its length."""

from __future__ import annotations

import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading_of import read

PIECES = (
    "hemoglobin", "Hb", "BP", "AST/ALT", "WBC", "CRP", "temperature", "of", "was", "and", "to", "from",
    "between", "(", ")", "[", "]", ",", ".", ";", ":", "/", "-", "–", "×", "x", "^", "±", "<", "≥", "=", "%",
    "°", "°C", "µ", "µL", "mg", "dL", "mmHg", "10", "109", "10^9/L", "120/80", "1,000", "1 000 000", "3.5",
    ".5", "7 of 31", "22.6%", "twenty-three", "years", "old", "day", "weeks", "later", "history", "normal",
    "range", "reference", "left", "right", "leg", "T10/11", "L4-5", "grade", "III", "positive", "negative",
    "for", "CD56", "man", "she", "her mother", "March", "2014", "12.03.2014", "Fig. 2", "\n", "\t", "\u00a0",
    "\u2009", "é", "ß", "İ", "中文", "עברית", "\u0000", "𝟗", "⁹", "½",
)  # fmt: skip


def read_all(text: str) -> None:
    """Every kind of mention of the text; each stands inside its block, with the words it says it has."""
    reading = read(text)
    for mentions in (reading.quantities, reading.shares, reading.dates, reading.sexes):
        for mention in mentions:
            sentence = reading.sentences[mention.sentence]
            assert sentence.start <= mention.start < mention.end <= sentence.end
            assert text[mention.start : mention.end] == mention.text


def from_pieces(seed: int) -> str:
    """A text of pieces of the grammar in any order, some joined without a space."""
    choice = random.Random(seed)
    return "".join(
        choice.choice(PIECES) + choice.choice(("", " ", " ")) for _ in range(choice.randrange(1, 60))
    )


@given(st.text(max_size=300))
@settings(max_examples=500, deadline=1000)
def test_any_text_is_read(text: str) -> None:
    read_all(text)


@pytest.mark.parametrize("start", range(0, 1500, 300))
def test_any_order_of_the_pieces_of_the_grammar_is_read(start: int) -> None:
    for seed in range(start, start + 300):
        read_all(from_pieces(seed))


@pytest.mark.long
def test_a_hundred_thousand_texts_are_read_each_within_a_second() -> None:
    for seed in range(100_000):
        text = from_pieces(seed)
        start = time.process_time()
        read_all(text)
        assert time.process_time() - start < 1.0, text


LONG = (
    "1", "1,", "1.", "1 ", "10^", "1/", "1-", "1 x ", "1 × 1 ", "mg/", "mg/dL ", "% ", "(", "((1) ", "<", "a ",
    "a, ", "A", "A. ", "of ", "and 1 ", "1 and ", "normal ", "hemoglobin ", "Hb, ", "AST/", "left ",
    "right leg ", "positive for CD56, ", "day 1 ", "1 of 1 ", "from 1 to ", "her mother ", "grade ", "T10/",
    "in 2014 ", "twenty", "twenty-", "\t", "\n", "no ", "; ", "the ", "history of ", "1-year-old ", "was ",
    "12 March ", "et al. ", "±", "10 ", "109/L ", "aged ", "1 patient ", "1% ",
)  # fmt: skip


@pytest.mark.parametrize("piece", LONG)
def test_a_piece_said_three_thousand_times_is_read_fast(piece: str) -> None:
    text = piece * 3_000
    start = time.process_time()
    read_all(text)
    assert time.process_time() - start < 1.0 + len(text) / 50_000


def test_time_grows_with_length() -> None:
    text = (
        "On admission, the hemoglobin was 9.3 g/dL and the blood pressure 90/50 mmHg in a 45-year-old man. "
    )
    took = []
    for times in (100, 800):
        start = time.process_time()
        read_all(text * times)
        took.append(time.process_time() - start)
    assert took[1] < took[0] * 8 * 3
