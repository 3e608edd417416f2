"""The p value that a ratio and its confidence interval imply."""

from __future__ import annotations

import math

from casewright.check.statistics.p_values import p_value
from casewright.quantity.model import Number

_Z = {
    "90": 1.645,
    "95": 1.960,
    "99": 2.576,
}  # standard errors from the estimate to a limit, by level in per cent


def p_of_interval(estimate: Number, low: Number, high: Number, level: str) -> tuple[float, float] | None:
    """The least and the greatest two-sided p of a ratio whose printed figures are rounded; None where it has none.

    Altman and Bland 2011, doi:10.1136/bmj.d2304: the logarithm of the ratio over its standard error, which the
    width of the interval gives, is a z value.
    """
    ends = [tuple(map(float, number.bounds)) for number in (estimate, low, high)]
    if level not in _Z or any(least <= 0 for least, _ in ends):
        return None
    (least, most), (low_least, low_most), (high_least, high_most) = ends
    narrow = (math.log(high_least) - math.log(low_most)) / (2 * _Z[level])
    wide = (math.log(high_most) - math.log(low_least)) / (2 * _Z[level])
    if narrow <= 0:
        return None
    effects = [abs(math.log(least)), abs(math.log(most))]
    smallest = 0.0 if least <= 1 <= most else min(effects)
    return p_value("z", max(effects) / narrow), p_value("z", smallest / wide)
