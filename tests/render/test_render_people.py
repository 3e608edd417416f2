"""The words for a person follow sex and age."""

from __future__ import annotations

import re

import pytest
from render_project import make_case

ALL = "{{ p | noun }} {{ p | pronoun }} {{ p | objective }} {{ p | possessive }}"


@pytest.mark.parametrize(
    ("sex", "age", "words"),
    [
        ("male", "45 years", "man he him his"),
        ("female", "45 years", "woman she her her"),
        ("male", "17 years", "boy he him his"),
        ("female", "7 months", "girl she her her"),
        ("female", "18 years", "woman she her her"),
        ("female", "3 d", "girl she her her"),
        ("intersex", "30 years", "person they them their"),
        ("not stated", "6 years", "child they them their"),
        ("female", None, "woman she her her"),
    ],
)
def test_words_for(project, sex, age, words) -> None:
    project.case = make_case({"p": {"sex": sex} | ({"age": age} if age else {})})
    assert re.sub(r"\[(\w+)\]\{[^}]*\}", r"\1", project.printed(ALL)) == words


def test_a_person_of_unknown_sex_is_a_person(project) -> None:
    project.case = make_case({"p": {"age": "30 years"}})
    assert project.printed(ALL) == "person they them their"
