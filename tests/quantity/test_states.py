"""Words that name a measure and judge it, with the forms that follow by rule."""

from __future__ import annotations

import pytest

from casewright.quantity.analytes import ANALYTES
from casewright.quantity.states import STATE_WORDS


@pytest.mark.parametrize(
    ("word", "measure", "state"),
    [
        ("leukocytosis", "leukocytes", "high"),
        ("leucocytosis", "leukocytes", "high"),
        ("hyponatraemic", "sodium", "low"),
        ("anaemia", "hemoglobin", "low"),
        ("tachypnoeic", "respiratory_rate", "high"),
        ("afebrile", "temperature", "normal"),
        ("alkalosis", "ph_blood", "high"),
        ("normotensive", "blood_pressure", "normal"),
    ],
)
def test_word_in_either_spelling_judges_its_measure(word: str, measure: str, state: str) -> None:
    measures, said = STATE_WORDS[word]
    assert measure in measures
    assert said == state


def test_every_measure_judged_is_an_analyte() -> None:
    assert {measure for measures, _ in STATE_WORDS.values() for measure in measures} <= ANALYTES.keys()
