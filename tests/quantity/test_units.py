"""Units, analytes and conversion."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casewright.quantity.analytes import ANALYTES, find_analyte
from casewright.quantity.convert import ConversionError, convert, convert_value, round_to
from casewright.quantity.model import Number, Unit
from casewright.quantity.parse import parse_quantity
from casewright.quantity.units import BY_CODE, UNITS, find_unit, near_units


@pytest.mark.parametrize(
    ("spelling", "code"),
    [
        ("M/µL", "10*6/uL"), ("m", "m"), ("MG/DL", "mg/dL"), ("mm Hg", "mm[Hg]"), ("/mm3", "/uL"), ("μmol/L", "umol/L"),
        ("mEq/L", "meq/L"), ("beats/minute", "{beats}/min"), ("gram per day", "g/d"), ("high-power field", None),
        ("/high-power field", "/[HPF]"), ("mL/min/1.73 m2", "mL/min/{1.73_m2}"), ("parsecs", None), ("", None),
    ],
)  # fmt: skip
def test_finds_a_unit_by_its_spelling(spelling: str, code: str | None) -> None:
    unit = find_unit(spelling)
    assert (unit.code if unit else None) == code


def test_near_units_are_those_a_typing_slip_away() -> None:
    assert "mg/d" in near_units("mg/dk")
    assert near_units("qqqqqqqq") == ()


def test_every_unit_has_a_code_of_its_own() -> None:
    assert len(BY_CODE) == len(UNITS)


@pytest.mark.parametrize(
    ("analyte", "written", "code", "expected"),
    [
        ("creatinine", "1.5 mg/dL", "umol/L", "132.6"),
        ("bilirubin_total", "4.7 mg/dL", "umol/L", "80.4"),
        ("urea_nitrogen", "35.0 mg/dL", "mmol/L", "12.5"),
        ("hemoglobin", "9.7 g/dL", "g/L", "97.0"),
        ("hemoglobin", "9.7 g/dL", "mmol/L", "6.0"),
        ("calcium", "10 mg/dL", "meq/L", "5.0"),
        ("glucose", "180.156 mg/dL", "mmol/L", "10.0"),
        (None, "98.6 °F", "Cel", "37.0"),
        (None, "6800 /uL", "10*9/L", "6.8"),
        (None, "100 mmHg", "kPa", "13.3"),
        (None, "60 U/L", "ukat/L", "1.0"),
    ],
)
def test_converts(analyte: str | None, written: str, code: str, expected: str) -> None:
    assert round_to(convert(parse_quantity(written), BY_CODE[code], analyte).numbers[0], 1).text == expected


def test_a_deviation_converts_without_the_offset() -> None:
    converted = convert(parse_quantity("98.6 ± 1.8 °F"), BY_CODE["Cel"])
    assert converted.uncertainty is not None
    assert converted.uncertainty.value == 1


def test_refuses_to_convert_what_measures_different_things() -> None:
    with pytest.raises(ConversionError, match="cannot be converted"):
        convert(parse_quantity("5 mg"), BY_CODE["cm"])
    with pytest.raises(ConversionError, match="without a unit"):
        convert(parse_quantity("5"), BY_CODE["cm"])
    with pytest.raises(ConversionError):
        convert(parse_quantity("5 mg/dL"), BY_CODE["mmol/L"], "crp")


@given(st.fractions(), st.sampled_from(UNITS), st.sampled_from(UNITS))
def test_there_and_back_is_the_identity(value: Fraction, one: Unit, two: Unit) -> None:
    if one.dimension == two.dimension:
        assert convert_value(convert_value(value, one, two), two, one) == value


def test_rounds_half_up() -> None:
    assert round_to(Number("2.45", Decimal("2.45")), 1).text == "2.5"
    assert round_to(Number("35", Decimal("35")), 1).text == "35.0"


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Hb", "hemoglobin"), ("haemoglobin", "hemoglobin"), ("platelet counts", "platelets"), ("SGOT", "ast"),
        ("γ-GTP", "ggt"), ("CA 19-9", "ca19_9"), ("BUN", "urea_nitrogen"), ("WBC", "leukocytes"), ("alt", "alt"),
        ("blood pressure", "blood_pressure"), ("labs", None), ("", None),
    ],
)  # fmt: skip
def test_finds_an_analyte_by_its_name(name: str, key: str | None) -> None:
    analyte = find_analyte(name)
    assert (analyte.key if analyte else None) == key


def test_no_name_belongs_to_two_analytes() -> None:
    owners: dict[str, str] = {}
    for analyte in ANALYTES.values():
        for name in analyte.names:
            assert owners.setdefault(name, analyte.key) == analyte.key, name


@pytest.mark.parametrize("key", list(ANALYTES))
def test_ranges_and_limits_are_in_a_unit_of_the_analyte_and_have_a_source(key: str) -> None:
    analyte = ANALYTES[key]
    dimensions = {unit.dimension for unit in analyte.units}
    for range_ in analyte.references:
        assert range_.unit.dimension in dimensions
        assert range_.source
        assert range_.low is not None or range_.high is not None
        assert range_.low is None or range_.high is None or range_.low < range_.high
    if analyte.plausible is not None:
        assert analyte.plausible.unit.dimension in dimensions
        assert analyte.plausible.low < analyte.plausible.high
        assert analyte.plausible.source


def test_the_reference_range_depends_on_the_sex() -> None:
    hemoglobin = ANALYTES["hemoglobin"]
    female, male = hemoglobin.reference("female"), hemoglobin.reference("male")
    assert female is not None
    assert male is not None
    assert (female.low, male.low) == (12, 14)
    assert hemoglobin.reference("") is None
