"""p values against published tables, GRIM and GRIMMER against samples of whole numbers."""

from __future__ import annotations

import statistics as stdlib
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casewright.check.statistics.grim import counts_of, deviation_fits, percent_fits, sums_of
from casewright.check.statistics.p_values import p_range, p_value
from casewright.check.statistics.special import incomplete_beta, upper_incomplete_gamma
from casewright.quantity.model import Number


def number(text: str) -> Number:
    return Number(text, Decimal(text))


@pytest.mark.parametrize(
    ("statistic", "value", "df", "df2", "p"),
    [  # critical values of NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7
        ("t", 2.228, 10, 0, 0.05),
        ("t", 12.706, 1, 0, 0.05),
        ("t", -2.750, 30, 0, 0.01),
        ("F", 4.965, 1, 10, 0.05),
        ("F", 2.978, 10, 10, 0.05),
        ("chi2", 3.841, 1, 0, 0.05),
        ("chi2", 18.307, 10, 0, 0.05),
        ("chi2", 6.635, 1, 0, 0.01),
        ("z", 1.959964, 0, 0, 0.05),
    ],
)
def test_p_value_is_that_of_the_tables(statistic, value, df, df2, p):
    assert p_value(statistic, value, df, df2) == pytest.approx(p, rel=2e-3)


def test_chi_squared_with_two_degrees_is_an_exponential():
    assert upper_incomplete_gamma(1, 7.3) == pytest.approx(2.718281828459045**-7.3)
    assert upper_incomplete_gamma(1, 0.4) == pytest.approx(2.718281828459045**-0.4)


@given(st.floats(0.01, 0.99), st.floats(0.5, 200))
def test_incomplete_beta_of_one_is_a_power(x, a):
    assert incomplete_beta(x, a, 1) == pytest.approx(x**a, rel=1e-9)


@given(st.integers(-950, 950), st.integers(3, 200))
def test_a_correlation_has_the_p_value_of_its_t(thousandths, df):
    r = thousandths / 1000  # as finely as one is printed: a smaller r leaves its t too few digits
    t = r * (df / (1 - r * r)) ** 0.5
    assert p_value("r", r, df) == pytest.approx(p_value("t", t, df), rel=1e-8)


def test_a_rounded_statistic_gives_a_range_of_p():
    low, high = p_range("t", 2.15, 2.25, 20)
    assert low < p_value("t", 2.2, 20) < high
    assert p_range("z", -0.05, 0.05)[1] == 1.0


@pytest.mark.parametrize("arguments", [("F", -1.0, 2, 3), ("r", 1.2, 5)])
def test_impossible_statistics_are_refused(arguments):
    with pytest.raises(ValueError, match=r"never negative|between -1 and 1"):
        p_value(*arguments)


def test_a_percentage_knows_its_counts():
    assert list(counts_of(number("22.6"), 31)) == [7]
    assert not counts_of(number("23.5"), 31)
    assert list(counts_of(number("89"), 9)) == [8]
    assert percent_fits(Decimal(7), Decimal(31), number("22.6"))
    assert not percent_fits(Decimal(7), Decimal(31), number("22.8"))


def test_a_mean_of_whole_numbers_is_a_fraction_of_their_count():
    assert sums_of(number("3.45"), 20)
    assert not sums_of(number("5.19"), 28)


@settings(max_examples=60)
@given(st.lists(st.integers(0, 30), min_size=3, max_size=25))
def test_no_sample_of_whole_numbers_is_refused(sample):
    mean = number(f"{Decimal(sum(sample)) / len(sample):.2f}")
    deviation = number(f"{stdlib.stdev(sample):.2f}")
    assert sums_of(mean, len(sample))
    assert deviation_fits(mean, deviation, len(sample))


def test_a_deviation_that_no_sample_has_is_refused():
    assert not deviation_fits(number("3.44"), number("2.47"), 18)  # the sums exist, the squares do not
    assert not deviation_fits(number("2.0"), number("1.0"), 1)
