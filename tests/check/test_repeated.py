"""What several rules say of one pair of figures is told once."""

from __future__ import annotations

import pytest
from rule_examples import read

from casewright.check.evidence.people.numbered import numbered_cases
from casewright.check.runner import check_document
from casewright.check.settings import Settings
from casewright.document.reading import Reading

SLIP = """ABSTRACT
A 45-year-old man with fever had a plasma D-dimer level of 2.4 mg/L (normal < 0.5 mg/L) on admission to hospital.

CASE REPORT
A 45-year-old man came with fever. Tests on admission showed a plasma D-dimer level of 4.2 mg/L (normal < 0.5 mg/L).
"""


def codes(*select: str) -> list[str]:
    return [finding.code for finding in check_document(Reading(read(SLIP)), Settings(select=select))]


def test_one_slip_is_told_once_and_by_the_surest_rule() -> None:
    assert codes("CW101", "CW114", "CW116") == ["CW101"]


def test_of_the_rest_the_one_that_names_the_analyte_stays() -> None:
    assert codes("CW114", "CW116") == ["CW116"]


@pytest.mark.parametrize("code", ["CW101", "CW114", "CW116"])
def test_a_rule_that_runs_alone_tells_it(code: str) -> None:
    assert codes(code) == [code]


UNITS = """ABSTRACT
A 45-year-old woman had a hemoglobin of 9.3 g/L.

CASE REPORT
A 45-year-old woman came with fatigue. Hemoglobin was 9.3 g/dL.
"""


def test_one_figure_in_two_units_is_told_once() -> None:
    findings = check_document(Reading(read(UNITS)), Settings(select=("CW101", "CW111")))
    assert [finding.code for finding in findings] == ["CW101"]


WRONG_UNIT = """CASE REPORT
A 45-year-old woman came with fever. C-reactive protein was 212 mg/dL (normal 0-5 mg/dL).
"""


def test_a_value_and_its_range_in_one_wrong_unit_are_told_once() -> None:
    def found(*select: str) -> list[str]:
        settings = Settings(select=select)
        return [each.code for each in check_document(Reading(read(WRONG_UNIT)), settings)]

    assert found("CW317") == ["CW317"]
    assert found("CW301", "CW317") == ["CW301"]


OTHER_OPERATION = """ABSTRACT
A 57-year-old woman with gallstone ileus was treated with splenectomy.

CASE REPORT
A 57-year-old woman came with vomiting. An enterotomy was performed on day 2, and a stone was taken from the ileum. The
enterotomy was closed in two layers. She went home on day 9.
"""


def test_an_operation_of_the_abstract_alone_is_told_once_with_that_of_the_case() -> None:
    def found(*select: str) -> list[str]:
        settings = Settings(select=select)
        return [each.code for each in check_document(Reading(read(OTHER_OPERATION)), settings)]

    assert found("CW145") == ["CW145"]
    assert found("CW107", "CW145") == ["CW107"]


def test_what_is_computed_from_an_impossible_value_is_told_once() -> None:
    text = "CASE REPORT\nA man of 40 years weighed 90 kg (height, 180 m; BMI, 27.8 kg/m2).\n"
    assert [each.code for each in check_document(Reading(read(text)))] == ["CW301"]


def test_two_patients_do_not_contradict_each_other() -> None:
    def found(text: str) -> list[str]:
        settings = Settings(select=("CW1",))
        return [each.code for each in check_document(Reading(read(text)), settings)]

    told = "A man of {0} years came with a cough of {1} days. His hemoglobin on admission was {2} g/dL."
    one, other = told.format(40, 3, 9.1), told.format(61, 9, 12.4)
    assert found(f"CASE REPORT\n{one}\n\nCASE SUMMARY\n{other}\n")
    assert not found(f"CASE 1\n\n{one}\n\nCASE 2\n\n{other}\n")
    assert not found(f"CASE REPORTS\n\nCase 1. {one}\n\nCase 2. {other}\n")


def test_a_heading_below_a_numbered_case_goes_on_with_it() -> None:
    parts = (
        "CASE 1",
        "He fell.",
        "Physical examination",
        "He limped.",
        "CASE 2",
        "She fell.",
        "DISCUSSION",
        "Both fell.",
    )
    text = "\n\n".join((*parts, ""))
    reading = Reading(read(text))
    told = zip(numbered_cases(reading), (block.text for _, block in reading.blocks), strict=True)
    assert {text: number for number, text in told if text.endswith(".")} == {
        "He fell.": "1", "He limped.": "1", "She fell.": "2", "Both fell.": "",
    }  # fmt: skip
