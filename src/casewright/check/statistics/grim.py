"""Means and deviations that whole numbers can have.

GRIM: the mean of n whole numbers is a whole number over n (Brown and Heathers 2017,
doi:10.1177/1948550616673876). GRIMMER: with a given sum, the sum of squares is a whole number of the same parity
(Anaya 2016, doi:10.7287/peerj.preprints.2400v1). Both hold the printed figure to its rounding, half up or half
even.
"""

from __future__ import annotations

import math
from decimal import Decimal
from fractions import Fraction

from casewright.quantity.model import Number


def _whole_numbers(low: Fraction, high: Fraction) -> range:
    return range(math.ceil(low), math.floor(high) + 1)


def counts_of(percent: Number, n: int) -> range:
    """The counts of `n` that round to this percentage as written; empty where none does."""
    low, high = (Fraction(bound) * n / 100 for bound in percent.bounds)
    found = _whole_numbers(max(low, Fraction(0)), high)
    return range(found.start, min(found.stop, n + 1))


def percent_fits(part: Decimal, whole: Decimal, percent: Number) -> bool:
    """Whether `part` of `whole` rounds to this percentage as written."""
    low, high = percent.bounds
    return Fraction(low) <= Fraction(part) * 100 / Fraction(whole) <= Fraction(high)


def sums_of(mean: Number, n: int) -> range:
    """The sums of `n` whole numbers whose mean rounds to this one as written; empty: none does (GRIM)."""
    low, high = (Fraction(bound) * n for bound in mean.bounds)
    return _whole_numbers(low, high)


def deviation_fits(mean: Number, deviation: Number, n: int) -> bool:
    """Whether `n` whole numbers with this mean can have this sample standard deviation (GRIMMER)."""
    if n < 2:
        return False
    low, high = (max(Fraction(bound), Fraction(0)) for bound in deviation.bounds)
    for total in sums_of(mean, n):
        base = Fraction(total * total, n)
        squares = _whole_numbers(base + low * low * (n - 1), base + high * high * (n - 1))
        if any(square % 2 == total % 2 for square in squares[:2]):
            return True
    return False
