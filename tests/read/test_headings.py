import pytest

from casewright.document.headings import likely_role, normalise, role_of
from casewright.document.roles import ROLES


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("2. CASE REPORT:", "case report"),
        ("II. Discussion", "discussion"),
        ("3.1.2 Treatment", "treatment"),
        ("A. Case", "case"),
        ("• Key points", "key points"),
        ("Patient’s perspective", "patient's perspective"),
        ("Conflict–of–interest", "conflict-of-interest"),
        ("**Introduction**", "introduction"),
        ("Follow\u2010up", "follow-up"),
        ("I", "i"),
        ("", ""),
    ],
)
def test_a_heading_is_its_name_without_number_case_and_signs(title, name):
    assert normalise(title) == name


@pytest.mark.parametrize(
    "name", ["Summary", "Case", "Treatment", "Diagnosis", "Outcome", "Background", "Peer-review"]
)
def test_every_role_that_a_name_can_get_is_one_of_the_list(name):
    for within in ("", *ROLES):
        assert role_of(name, within) in ("", *ROLES)


@pytest.mark.parametrize(
    ("name", "within", "role"),
    [
        ("Summary", "", "abstract"),
        ("Summary", "discussion", "conclusion"),
        ("Background", "abstract", "abstract.background"),
        ("Background", "keywords", "introduction"),
        ("Case 2", "case.outcome", "case"),
        ("First patient", "introduction", "case"),
        ("Differential diagnosis", "case", "case.diagnosis"),
        ("Differential diagnosis", "comments", "comments.differential_diagnosis"),
        ("Differential diagnosis", "discussion", ""),
        ("Case characteristics", "discussion", "comments.case_characteristics"),
        ("Patients", "discussion", ""),
        ("Chief complaint", "introduction", "case.complaint"),
        ("Ladders", "case", ""),
    ],
)
def test_a_name_counts_in_its_context(name, within, role):
    assert role_of(name, within) == role


@pytest.mark.parametrize(
    ("title", "within", "role"),
    [
        ("3 Clinical disscusion", "case", "discussion"),
        ("An illustrative case of a knee", "introduction", "case"),
        ("Surgical technique and findings", "case", "case.treatment"),
        ("Surgical technique and findings", "discussion", ""),
        ("Patients' consents", "statements", "statements.consent"),
        ("Ladders and their makers", "case", ""),
        ("A very long title in which the word discussion comes up late and by chance", "", ""),
    ],
)
def test_an_unusual_heading_has_the_role_that_its_words_point_to(title, within, role):
    assert likely_role(title, within) == role


def test_a_long_line_has_no_role():
    assert role_of("discussion " * 30) == ""
