"""Every shape of quantity, as a journal prints it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casewright.journal.model import Profile
from casewright.journal.profile import load_profile
from casewright.quantity.model import Quantity
from casewright.quantity.parse import parse_quantity
from casewright.render.style import quantity_text, value_text

WJG = load_profile("wjg")
LONG = replace(
    WJG,
    numbers=replace(
        WJG.numbers,
        thousands=",",
        range_sign="–",
        percent_repeated=False,
        unit_repeated=False,
        comparison_spaced=False,
    ),
    units=replace(
        WJG.units,
        micro="µ",
        per_spaced=False,
        degree_spaced=False,
        time={"d": ("day", "days"), "wk": ("week", "weeks"), "a": ("year", "years")},
    ),
)


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("15 days", "15 d"),
        ("3 weeks", "3 wk"),
        ("3.9 months", "3.9 mo"),
        ("5 h", "5 h"),
        ("45 years", "45 years"),
        ("1 year", "1 year"),
        ("6800 /uL", "6800 /μL"),
        ("131000 /µL", "131000 /μL"),
        ("35.0 mg/dL", "35.0 mg/dL"),
        ("95.3%", "95.3%"),
        ("1-2 %", "1%-2%"),
        ("4.2%-8.5%", "4.2%-8.5%"),
        ("5.9 x 5.3 x 14.8 mm", "5.9 mm × 5.3 mm × 14.8 mm"),
        ("100/70 mmHg", "100/70 mmHg"),
        ("grade III", "grade III"),
        ("<5 mm", r"\< 5 mm"),
        ("<5%", r"\< 5%"),
        ("100 mg/m2", "100 mg/m^2^"),
        ("5.2 x10^9/L", "5.2 × 10^9^/L"),
        ("36.4 °C", "36.4 °C"),
        ("105 /min", "105 per minute"),
        (">10 /10 HPF", r"\> 10 per 10 HPF"),
        ("8 of 9", "8 of 9"),
        ("1-3", "1-3"),
        ("~1000", "about 1000"),
        ("7.1 ± 2.0 mo", "7.1 ± 2.0 mo"),
    ],
)
def test_wjg_prints(written: str, printed: str) -> None:
    assert quantity_text(parse_quantity(written), WJG) == printed


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("15 d", "15 days"),
        ("1 d", "1 day"),
        ("2-3 wk", "2–3 weeks"),
        ("131000 /uL", "131,000/µL"),
        ("6800 /uL", "6800/µL"),
        ("1-2 %", "1–2%"),
        ("5.9 x 5.3 x 14.8 mm", "5.9 × 5.3 × 14.8 mm"),
        ("<5 mm", r"\<5 mm"),
        ("36.4 °C", "36.4°C"),
    ],
)
def test_another_journal_prints_the_same_otherwise(written: str, printed: str) -> None:
    assert quantity_text(parse_quantity(written), LONG) == printed


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("6800 /uL", "6800"),
        ("grade III", "III"),
        ("<5 mm", r"\< 5"),
        ("100/70 mmHg", "100/70"),
        ("1-2 %", "1-2"),
        ("8 of 9", "8 of 9"),
    ],
)
def test_the_value_alone_has_no_unit(written: str, printed: str) -> None:
    assert value_text(parse_quantity(written), WJG) == printed


@pytest.mark.parametrize("profile", [WJG, LONG])
@pytest.mark.parametrize("written", ["35.0 mg/dL", "35 mg/dL", "0.10 mg/dL", "1.50 mg/dL"])
def test_decimals_stay_as_written(written: str, profile: Profile) -> None:
    assert quantity_text(parse_quantity(written), profile) == written


def read_again(printed: str) -> Quantity:
    """What a reader of the printed quantity takes it for."""
    return parse_quantity(printed.replace("\\", "").replace("^", "").replace("about ", "~"))


def meaning(quantity: Quantity) -> tuple[object, ...]:
    numbers = [(number.value, number.decimals) for number in quantity.numbers]
    return quantity.shape, numbers, quantity.unit, quantity.comparison, quantity.uncertainty is None


DIGITS = st.decimals(0, 10**7, places=2).map(str) | st.integers(0, 10**7).map(str)
UNITS = st.sampled_from(
    ["", " mg/dL", " /uL", " %", " mm", " d", " years", " mg/m2", " °C", " /min", " x10^9/L"]
)


@given(DIGITS, DIGITS, UNITS, st.sampled_from(["", "<", ">", "≤", "≥", "~"]))
def test_what_is_printed_reads_as_what_was_written(one: str, two: str, unit: str, sign: str) -> None:
    for written in (f"{sign}{one}{unit}", f"{one}-{two}{unit}", f"{one} x {two} mm", f"{one}/{two} mmHg"):
        try:
            quantity = parse_quantity(written)
        except ValueError:
            continue  # a range that falls, for one
        for profile in (WJG, replace(WJG, numbers=replace(LONG.numbers, thousands=""))):
            assert meaning(read_again(quantity_text(quantity, profile))) == meaning(quantity)
