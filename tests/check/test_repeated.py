"""What several rules say of one pair of figures is told once."""

from __future__ import annotations

import pytest
from rule_examples import read

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
