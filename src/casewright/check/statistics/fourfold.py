"""P of a fourfold table: two counts of their wholes, compared by the usual tests."""

from __future__ import annotations

from math import comb

from casewright.check.statistics.p_values import p_value


def p_of_counts(first: tuple[int, int], second: tuple[int, int]) -> tuple[float, float]:
    """The least and the greatest P by Fisher's exact test, by χ² and by χ² corrected for continuity (Yates).

    Each count comes with its whole. The tests: Altman, Practical Statistics for Medical Research, 1991, chapter 10.
    """
    (a, n1), (c, n2) = first, second
    found = [_fisher(a, n1, c, n2)]
    successes, whole = a + c, n1 + n2
    expected = n1 * n2 * successes * (whole - successes)
    if expected:
        apart = abs(a * (n2 - c) - c * (n1 - a))
        for correction in (0.0, whole / 2):
            found.append(p_value("chi2", whole * max(0.0, apart - correction) ** 2 / expected, 1.0))
    return min(found), max(found)


def _fisher(a: int, n1: int, c: int, n2: int) -> float:
    """The two-sided P: of all tables with these margins, those no likelier than this one."""
    successes = a + c
    ways = {
        k: comb(n1, k) * comb(n2, successes - k)
        for k in range(max(0, successes - n2), min(n1, successes) + 1)
    }
    return sum(each for each in ways.values() if each <= ways[a]) / sum(ways.values())
