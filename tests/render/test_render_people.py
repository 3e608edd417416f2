"""The words for a person follow sex and age."""

from __future__ import annotations

import re

import pytest
from render_project import make_case

from casewright.journal.profile import load_profile
from casewright.render.people import introduced
from casewright.render.tracing import without_marks
from casewright.render.values import Branch

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


@pytest.mark.parametrize(
    ("age", "sex", "exact", "by_decade"),
    [
        ("45 years", "male", "a 45-year-old man", "a man in his 40s"),
        ("80 years", "female", "an 80-year-old woman", "a woman in her 80s"),
        ("18 years", "female", "an 18-year-old woman", "a woman in her teens"),
        ("11 years", "male", "an 11-year-old boy", "a boy in his second decade of life"),
        ("3 years", "female", "a 3-year-old girl", "a girl in her first decade of life"),
        ("6 months", "male", "a 6-month-old boy", "a boy in his first decade of life"),
        ("30 years", "not stated", "a 30-year-old person", "a person in their 30s"),
    ],
)
def test_a_person_is_introduced_by_age_or_by_decade(age: str, sex: str, exact: str, by_decade: str) -> None:
    case = make_case({"patient": {"age": age, "sex": sex}})
    person = Branch(case.tree, "", load_profile("wjg")).child("patient")
    assert without_spans(introduced(person, False)) == exact
    assert without_spans(introduced(person, True)) == by_decade


def without_spans(text: str) -> str:
    return re.sub(r"\[([^\]]*)\]\{[^}]*\}", r"\1", without_marks(text))
