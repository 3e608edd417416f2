"""The two incomplete special functions behind p values, by continued fractions.

Source: NIST Digital Library of Mathematical Functions, https://dlmf.nist.gov: 8.17.22 (incomplete beta), 8.9.2
and 8.7.1 (incomplete gamma), 3.10(iii) (evaluation by the modified Lentz algorithm). Relative error is below 1e-10
for the arguments that printed statistics have.
"""

from __future__ import annotations

import math
from collections.abc import Callable

_TINY = 1e-300
_ENOUGH = 1e-14
_MOST_STEPS = 10_000


def _continued_fraction(term: Callable[[int], tuple[float, float]]) -> float:
    """b0 + a1/(b1 + a2/(b2 + ...)), where `term(i)` gives (a_i, b_i) and a_0 is not used."""
    value = term(0)[1] or _TINY
    upper, lower = value, 0.0
    for i in range(1, _MOST_STEPS):
        a, b = term(i)
        lower = 1.0 / ((b + a * lower) or _TINY)
        upper = (b + a / upper) or _TINY
        step = upper * lower
        value *= step
        if abs(step - 1.0) < _ENOUGH:
            break
    return value


def incomplete_beta(x: float, a: float, b: float) -> float:
    """The regularized incomplete beta function I_x(a, b), for 0 <= x <= 1 and positive a and b."""
    if not (0.0 <= x <= 1.0 and a > 0.0 and b > 0.0):
        raise ValueError("incomplete beta needs 0 <= x <= 1 and positive parameters")
    if x in (0.0, 1.0):
        return x
    if x > (a + 1.0) / (a + b + 2.0):  # the fraction converges fast on this side only
        return 1.0 - incomplete_beta(1.0 - x, b, a)
    log_front = a * math.log(x) + b * math.log1p(-x) + math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b)

    def term(i: int) -> tuple[float, float]:
        if i <= 1:
            return 1.0, float(i)
        m = (i - 1) // 2
        if i % 2:
            return m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)), 1.0
        return -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)), 1.0

    return math.exp(log_front) / a * _continued_fraction(term)


def upper_incomplete_gamma(a: float, x: float) -> float:
    """The regularized upper incomplete gamma function Q(a, x), for positive a and x >= 0."""
    if not (a > 0.0 and x >= 0.0):
        raise ValueError("incomplete gamma needs a positive parameter and x >= 0")
    if x == 0.0:
        return 1.0
    log_front = a * math.log(x) - x - math.lgamma(a)
    if x < a + 1.0:
        return 1.0 - _lower_series(a, x) * math.exp(log_front)

    def term(i: int) -> tuple[float, float]:
        return (1.0, 0.0) if i == 0 else (1.0 if i == 1 else -(i - 1) * (i - 1 - a), x + 2 * i - 1 - a)

    return math.exp(log_front) * _continued_fraction(term)


def _lower_series(a: float, x: float) -> float:
    total = step = 1.0 / a
    for n in range(1, _MOST_STEPS):
        step *= x / (a + n)
        total += step
        if step < total * _ENOUGH:
            break
    return total
