"""Quantities as they are written in case data."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casewright.quantity.model import Quantity
from casewright.quantity.parse import QuantityError, parse_quantity
from casewright.quantity.units import UNITS

READ = [
    # written, shape, numbers, UCUM code, comparison
    ("6800 /uL", "single", "6800", "/uL", ""),
    ("6800 μL-1", "single", "6800", "/uL", ""),
    ("131,000 /µL", "single", "131000", "/uL", ""),
    ("1 000 000", "single", "1000000", None, ""),
    ("131\u00a0000 /µL", "single", "131000", "/uL", ""),
    ("1\u2009000\u2009000", "single", "1000000", None, ""),
    ("36.4 °C", "single", "36.4", "Cel", ""),
    ("36.4° C", "single", "36.4", "Cel", ""),
    ("36.4℃", "single", "36.4", "Cel", ""),
    ("98.6 °F", "single", "98.6", "[degF]", ""),
    ("35.0 mg/dL", "single", "35.0", "mg/dL", ""),
    ("4 mg·dL-1", "single", "4", "mg/dL", ""),
    ("8.7 gm%", "single", "8.7", "g/dL", ""),
    ("250 IU/L", "single", "250", "[IU]/L", ""),
    ("11.4 × 10^9/L", "single", "11.4", "10*9/L", ""),
    ("11.4 x 109/L", "single", "11.4", "10*9/L", ""),
    ("11.4×10⁹/L", "single", "11.4", "10*9/L", ""),
    ("11 × 10E9/L", "single", "11", "10*9/L", ""),
    ("12 x 10(3)/uL", "single", "12", "10*3/uL", ""),
    ("7.3 × 103 μL", "single", "7.3", "10*3/uL", ""),
    ("6.8 K/µL", "single", "6.8", "10*3/uL", ""),
    ("5 cells/mm3", "single", "5", "/uL", ""),
    ("105 per minute", "single", "105", "/min", ""),
    ("18 breaths per minute", "single", "18", "{breaths}/min", ""),
    ("100 mg/m2", "single", "100", "mg/m2", ""),
    ("5 mg/kg/day", "single", "5", "mg/kg/d", ""),
    ("10 per 10 HPF", "single", "10", "/10.[HPF]", ""),
    ("45-year-old", "single", "45", "a", ""),
    ("2.8-cm", "single", "2.8", "cm", ""),
    ("three weeks", "single", "3", "wk", ""),
    ("twenty-three", "single", "23", None, ""),
    ("ninety-nine hundred", "single", "9900", None, ""),
    ("-3.2 mmol/L", "single", "-3.2", "mmol/L", ""),
    ("<5 mm", "single", "5", "mm", "<"),
    (">= 7 d", "single", "7", "d", "≥"),
    ("about 5 mg", "single", "5", "mg", "~"),
    ("4.2-8.5 %", "range", "4.2 8.5", "%", ""),
    ("4.2%–8.5%", "range", "4.2 8.5", "%", ""),
    ("10 to 20 mg", "range", "10 20", "mg", ""),
    ("5.9 x 5.3 x 14.8 mm", "product", "5.9 5.3 14.8", "mm", ""),
    ("5.9 mm × 5.3 mm × 14.8 mm", "product", "5.9 5.3 14.8", "mm", ""),
    ("100/70 mmHg", "pair", "100 70", "mm[Hg]", ""),
    ("120/80", "pair", "120 80", None, ""),
    ("8 of 9", "share", "8 9", None, ""),
    ("3/5", "share", "3 5", None, ""),
]


@pytest.mark.parametrize(("written", "shape", "numbers", "code", "comparison"), READ)
def test_reads(written: str, shape: str, numbers: str, code: str | None, comparison: str) -> None:
    quantity = parse_quantity(written)
    assert quantity.shape == shape
    assert " ".join(str(number.value) for number in quantity.numbers) == numbers
    assert (quantity.unit.code if quantity.unit else None) == code
    assert quantity.comparison == comparison


def test_keeps_the_decimals_as_written() -> None:
    assert parse_quantity("35.0 mg/dL").numbers[0].decimals == 1
    assert parse_quantity("35.00 mg/dL").numbers[0].decimals == 2


def test_reads_a_deviation() -> None:
    quantity = parse_quantity("7.1 ± 2 mo")
    assert quantity.uncertainty is not None
    assert quantity.uncertainty.value == 2


@pytest.mark.parametrize(
    ("written", "value", "label"),
    [("grade III", 3, "III"), ("grade 3", 3, "3"), ("stage IIIB", 3, "IIIB"), ("class II", 2, "II")],
)
def test_reads_a_grade_and_keeps_its_label(written: str, value: int, label: str) -> None:
    quantity = parse_quantity(written)
    assert (quantity.shape, quantity.numbers[0].value, quantity.label) == ("grade", value, label)


@pytest.mark.parametrize(
    ("written", "message", "hint"),
    [
        ("", "the value is empty", "6800"),
        ("hello", "not a quantity", "number"),
        ("9 mg/dk", "`mg/dk` in `9 mg/dk` is not a known unit", "mg/d"),
        ("3,5 cm", "comma before its decimals", "`.`"),
        ("9 of 8", "larger than its whole", "8 of 9"),
        ("5 5", "not a known unit", "unit"),
        ("8-4 %", "begins above its end", "smaller"),
        ("5 mg to 7 mL", "different units", "once"),
        ("grade Z", "is not a grade", "grade III"),
        ("1" * 300, "longer than", "number"),
        ("mmHg", "not a quantity", "number"),
    ],
)
def test_refuses_with_a_hint(written: str, message: str, hint: str) -> None:
    with pytest.raises(QuantityError) as caught:
        parse_quantity(written)
    assert message in caught.value.message
    assert hint in caught.value.hint


_NUMBERS = st.decimals(min_value=0, max_value=10**6, places=2)


@given(_NUMBERS, st.sampled_from(UNITS))
def test_a_value_printed_with_its_symbol_or_its_code_is_read_back(value: Decimal, unit: object) -> None:
    for spelling in (unit.symbol, unit.code):  # type: ignore[attr-defined]
        quantity = parse_quantity(f"{value} {spelling}")
        assert quantity.numbers[0].value == value
        assert quantity.unit is unit


@given(_NUMBERS, _NUMBERS)
def test_a_range_is_read_back(one: Decimal, two: Decimal) -> None:
    low, high = sorted((one, two))
    quantity = parse_quantity(f"{low}-{high} mg/dL")
    assert [number.value for number in quantity.numbers] == [low, high]


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        quantity = parse_quantity(text)
    except QuantityError:
        return
    assert isinstance(quantity, Quantity)
    assert quantity.numbers
