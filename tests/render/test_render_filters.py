"""What templates can do with a fact; whatever it is, the fact keeps its id."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from casewright.render.markdown import escaped
from casewright.render.words import cardinal, ordinal

SPAN = re.compile(r'\[((?:\\.|[^\]\\])*)\]\{\.fact key="([^"]*)"\}')


@pytest.mark.parametrize(
    ("expression", "words", "fact"),
    [
        ("labs.emergency.leukocytes", "6800 /μL", "labs.emergency.leukocytes"),
        ("labs.emergency.leukocytes | value", "6800", "labs.emergency.leukocytes"),
        ("labs.emergency.leukocytes | unit", "/μL", "labs.emergency.leukocytes"),
        ("labs.emergency.leukocytes | si", "6.8 × 10^9^/L", "labs.emergency.leukocytes"),
        ("labs.emergency.hemoglobin | si", "97 g/L", "labs.emergency.hemoglobin"),
        ("labs.emergency.creatinine | si", "133 μmol/L", "labs.emergency.creatinine"),
        ("patient.age | aged", "45-year-old", "patient.age"),
        ("patient | noun", "man", "patient.sex"),
        ("patient.sex | noun", "man", "patient.sex"),
        ("patient | pronoun | sentence_start", "He", "patient.sex"),
        ("patient | objective", "him", "patient.sex"),
        ("patient | possessive", "his", "patient.sex"),
        ("study.patients | words", "twelve", "study.patients"),
        ("study.patients | sentence_start", "Twelve", "study.patients"),
        ("study.patients | ordinal", "twelfth", "study.patients"),
        ('study.operated | words("none")', "none", "study.operated"),
        ("study.improved | count", "8", "study.improved"),
        ("study.improved | whole", "9", "study.improved"),
        ("study.survival | compound", "10-year", "study.survival"),
        ("sites[1]", "bone", "sites.2"),
        ("sites | first | sentence_start", "Liver", "sites.1"),
        ("stains.cd56.name | lower_start", "CD56", "stains.cd56.name"),
        (
            'stains | having("result", "negative") | parts("name") | first',
            "mucicarmin",
            "stains.mucicarmin.name",
        ),
        ('patient | part("age")', "45 years", "patient.age"),
        ("labs.emergency | measured | first", "6800 /μL", "labs.emergency.leukocytes"),
    ],
)
def test_a_filter_changes_the_words_and_keeps_the_fact(project, expression, words, fact) -> None:
    rendered = project.rendered(f"{{{{ {expression} }}}}")
    assert SPAN.fullmatch(rendered.markdown).groups() == (words, fact)
    assert list(rendered.printed) == [fact]


@pytest.mark.parametrize(
    ("expression", "words"),
    [
        ("sites | join_list", "liver, bone and gallbladder"),
        ('sites | join_list("or")', "liver, bone or gallbladder"),
        ("sites[:2] | join_list", "liver and bone"),
        ("sites[:1] | join_list", "liver"),
        ('"patient" | plural(study.patients)', "patients"),
        ('"patient" | plural(sites)', "patients"),
        ('"body" | plural(study.patients, "bodies")', "bodies"),
        ("labs.emergency.leukocytes | label", "leukocytes"),
        ("patient.age | label", "age"),
        ("(labs.emergency | items)[1][0]", "hemoglobin"),
        ("(sites[0] ~ ' and more') | sentence_start", "Liver and more"),
        ("patient | part('height')", ""),
    ],
)
def test_words_around_facts(project, expression, words) -> None:
    assert SPAN.sub(r"\1", project.printed(f"{{{{ {expression} }}}}")) == words


def test_every_item_of_a_list_keeps_its_id(project) -> None:
    rendered = project.rendered("{{ sites | join_list }}")
    assert list(rendered.printed) == ["sites.1", "sites.2", "sites.3"]


def test_a_list_has_a_comma_before_the_last_word_where_the_journal_sets_one(project) -> None:
    project.profile = replace(project.profile, list_comma=True)
    assert SPAN.sub(r"\1", project.printed("{{ sites | join_list }}")) == "liver, bone, and gallbladder"


def test_a_journal_in_si_units_prints_every_value_in_them(project) -> None:
    project.profile = replace(project.profile, units=replace(project.profile.units, system="si"))
    assert SPAN.sub(r"\1", project.printed("{{ labs.emergency.creatinine }}")) == "133 μmol/L"


def test_a_literal_carries_its_reason(project) -> None:
    page = '{{ "T1" | literal("weighting of the MRI") }}'
    assert project.printed(page) == '[T1]{.literal reason="weighting of the MRI"}'


def test_a_literal_without_a_reason_is_refused(project) -> None:
    assert project.faults('{{ "T1" | literal }}') == project.faults('{{ "T1" | literal("") }}')
    assert project.faults('{{ "T1" | literal(" ") }}') == [
        "templates/house/page.md:1:1: a literal needs its reason | "
    ]


def test_text_of_the_data_is_never_markup(project) -> None:
    assert project.printed("{{ note }}") == (
        r'[one \*star\*, \<b\>, \[x\](y) and \"salt \& pepper\"]{.fact key="note"}'
    )


def test_control_characters_of_the_data_are_left_out() -> None:
    assert escaped("a\x01b\x02\n c") == "ab c"


@pytest.mark.parametrize(
    ("page", "fault"),
    [
        ("{{ patient.sex | words }}", "`words` is for numbers, `patient.sex` is none"),
        (
            "{{ labs.emergency.hemoglobin | words }}",
            "`words` is for whole numbers, `labs.emergency.hemoglobin` is 9.7",
        ),
        ("{{ labs.emergency.leukocytes | aged }}", "`labs.emergency.leukocytes` is not an age"),
        (
            "{{ labs.emergency.leukocytes | count }}",
            "`labs.emergency.leukocytes` is no share, such as `8 of 9`",
        ),
        ('{{ "word" | value }}', "`value` is for numbers, `word` is none"),
        ("{{ labs.emergency }}", "`labs.emergency` is a group of facts, not a fact"),
        ("{{ patient.sex | items }}", "`items` is for a group of facts"),
        ("{{ patient.sex | measured }}", "`measured` is for a group of facts"),
        ("{{ considered == true }}", "a condition is printed here: True"),
    ],
)
def test_a_filter_that_does_not_fit_is_named_with_its_place(project, page, fault) -> None:
    (found,) = project.faults("one\ntwo " + page)
    assert found.startswith("templates/house/page.md:2:")
    assert fault in found


def test_conditions_read_the_data(project) -> None:
    page = (
        '{% if patient.sex == "male" and patient.age == 45 and considered %}yes{% endif %}'
        '{% if patient.sex == "female" %}no{% endif %}{% if imaging is defined %}no{% endif %}'
    )
    assert project.printed(page) == "yes"


@pytest.mark.parametrize(
    ("number", "words", "rank"),
    [
        (0, "zero", "zeroth"),
        (8, "eight", "eighth"),
        (12, "twelve", "twelfth"),
        (21, "twenty-one", "twenty-first"),
        (40, "forty", "fortieth"),
        (105, "one hundred and five", "one hundred and fifth"),
        (1000, "one thousand", "one thousandth"),
        (
            131006,
            "one hundred and thirty-one thousand and six",
            "one hundred and thirty-one thousand and sixth",
        ),
    ],
)
def test_numbers_in_words(number: int, words: str, rank: str) -> None:
    assert (cardinal(number), ordinal(number)) == (words, rank)


@pytest.mark.parametrize("number", [-1, 1_000_000])
def test_numbers_without_words_are_refused(number: int) -> None:
    with pytest.raises(ValueError, match="no words"):
        cardinal(number)
