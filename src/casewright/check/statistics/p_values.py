"""Two-sided p values from printed test statistics."""

from __future__ import annotations

import math
from typing import Literal

from casewright.check.statistics.special import incomplete_beta, upper_incomplete_gamma

Statistic = Literal["t", "F", "chi2", "r", "z"]


def p_value(statistic: Statistic, value: float, df: float = 0.0, df2: float = 0.0) -> float:
    """The p value of a printed statistic: two-sided for t, r and z, upper tail for F and chi-squared.

    `df` is the degrees of freedom of t, r and chi-squared and the numerator's of F, whose denominator has
    `df2`; z needs none. ValueError where the statistic cannot have that value.
    """
    match statistic:
        case "t":
            return incomplete_beta(df / (df + value * value), df / 2, 0.5)
        case "F":
            if value < 0:
                raise ValueError("F is never negative")
            return incomplete_beta(df2 / (df2 + df * value), df2 / 2, df / 2)
        case "chi2":
            return upper_incomplete_gamma(df / 2, value / 2)
        case "r":
            if abs(value) > 1:
                raise ValueError("a correlation lies between -1 and 1")
            return incomplete_beta(1 - value * value, df / 2, 0.5)
        case "z":
            return math.erfc(abs(value) / math.sqrt(2))


def p_range(
    statistic: Statistic, low: float, high: float, df: float = 0.0, df2: float = 0.0
) -> tuple[float, float]:
    """The least and the greatest p value of a statistic whose true value lies between `low` and `high`."""
    if statistic in ("t", "r", "z") and low <= 0 <= high:
        nearest, farthest = 0.0, max(-low, high)
    else:
        nearest, farthest = sorted((abs(low), abs(high)))
    if statistic == "r":
        nearest, farthest = min(nearest, 1.0), min(farthest, 1.0)
    return p_value(statistic, farthest, df, df2), p_value(statistic, nearest, df, df2)
