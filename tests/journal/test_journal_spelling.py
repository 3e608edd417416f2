"""Words are spelled as the journal's country does, whoever wrote them."""

from __future__ import annotations

from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casewright.journal.spelling import respelling


def respelled(text: str, country: Literal["us", "uk"]) -> str:
    pattern, change = respelling(country)
    return pattern.sub(lambda match: change(match[0]), text)


@pytest.mark.parametrize(
    ("american", "british"),
    [
        ("the tumor and other Tumors", "the tumour and other Tumours"),
        ("HEMOGLOBIN and hemoglobinopathy", "HAEMOGLOBIN and haemoglobinopathy"),
        ("a hematoma without hemorrhage or hematemesis", "a haematoma without haemorrhage or haematemesis"),
        ("gastroesophageal reflux, hyperkalemia", "gastro-oesophageal reflux, hyperkalaemia"),
        ("tumor-like edema", "tumour-like oedema"),
    ],
)
def test_both_ways(american: str, british: str) -> None:
    assert respelled(american, "uk") == british
    assert respelled(british, "us") == american
    assert respelled(british, "uk") == british
    assert respelled(american, "us") == american


@pytest.mark.parametrize(
    "text", ["tumorous", "https://tumor.example/anemia", "it@tumor.example", "the cell centerpiece"]
)
def test_what_only_looks_like_a_word_of_the_list_is_left_alone(text: str) -> None:
    assert respelled(text, "uk") == text


@given(st.text(alphabet="aehmortuxglycni -", max_size=200))
def test_respelling_twice_is_respelling_once(text: str) -> None:
    once = respelled(text, "uk")
    assert respelled(once, "uk") == once
