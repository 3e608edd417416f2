"""CW217."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import ClassVar

from casewright.check.evidence.text.passage import having, scan
from casewright.check.evidence.values.proportions import statistics_off_scale
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.check.statistics.fourfold import p_of_counts
from casewright.check.statistics.intervals import p_of_interval
from casewright.check.statistics.p_values import Statistic, p_range
from casewright.document.reading import Reading
from casewright.patterns import lazily
from casewright.quantity.model import Number

_NUMBER = r"[-−–]?\d*\.?\d+"
_DF = r"\(\s*(?P<df>\d+(?:\.\d+)?)\s*(?:[,;]\s*(?:[Nn]\s*=\s*\d+|(?P<df2>\d+(?:\.\d+)?))\s*)?\)"
_REPORT = lazily(
    rf"(?<![\w-])(?P<name>[tFrzZ]|[χΧx𝜒]\s?[²2]|chi-squared?)\s*(?:{_DF})?\s*=\s*(?P<value>{_NUMBER})"
    r"(?:\s*[,;]\s*(?:df|d\.f\.)\s*=\s*(?P<late>\d+))?"
    r"\s*[,;]\s*[pP]\s*(?:-?value)?\s*(?P<sign>[=<>≤≥])\s*(?P<p>\d*\.\d+)(?!\s*[×x]\s*10)"
)
_RATIO = (
    r"(?:[Oo]dds ratio|[Hh]azard ratio|[Rr]isk ratio|[Rr]ate ratio|[Rr]elative risk|[as]?OR|[as]?HR|a?RR)"
)
_WITH_INTERVAL = lazily(  # `hazard ratio 2.1, 95% CI 1.3-3.4, P = 0.003`
    rf"\b{_RATIO}\b(?:\s?\([as]?[OHR]R\))?[^.;()\d]{{0,20}}\s?[(\[]?(?P<estimate>\d+(?:\.\d+)?)\s?[,;:]?\s?[(\[]?\s?"
    r"(?P<level>9[059])\s?%\s?(?:CI|[Cc]onfidence intervals?(?:\s\(CI\))?)[\s:,=]{0,3}(?:of\s)?[(\[]?"
    r"(?P<low>\d+(?:\.\d+)?)\s?(?:-|–|—|−|to|,)\s?(?P<high>\d+(?:\.\d+)?)[)\]]?"
    r"\s?[,;]?\s?[(]?[pP]\s?(?:-?value)?\s?(?P<sign>[=<>≤≥])\s?(?P<p>\d*\.\d+)(?!\s*[×x]\s*10)"
)
_COUNTS = lazily(  # `4/9 (44%) versus 1/34 (3%), P = 0.004`
    r"(?<![\d/])(?P<a>\d{1,3})\s?/\s?(?P<m>\d{1,4})(?:\s?[(\[][\d.]+\s?%[)\]])?\s"
    r"(?:vs\.?|versus|compared (?:with|to)|against)\s"
    r"(?P<c>\d{1,3})\s?/\s?(?P<n>\d{1,4})(?:\s?[(\[][\d.]+\s?%[)\]])?\s?[,;]?\s?[(]?[pP]\s?(?:-?value)?\s?"
    r"(?P<sign>[=<>≤≥])\s?(?P<p>\d*\.\d+)(?!\s*[×x]\s*10)"
)
_VERSUS = (" vs", " versus ", "compared ", " against ")
_INTERVAL = lazily(r"%\s?(?:ci|confidence)")
_SIGNIFICANT = 0.05
_OTHER_METHOD = 3.0  # times that exact methods and adjusted models move p away from that of the interval
_SYMBOLS: dict[Statistic, str] = {"t": "t", "F": "F", "chi2": "χ²", "r": "r", "z": "z"}


class PNotOfStatistic:
    """A p value that is not that of the test statistic printed beside it, or is more than 1.

    Why it is bad
        The statistic and its degrees of freedom fix the p value. Where they disagree one of the three is wrong, and
        the reader cannot know which; a conclusion may hang on it.

    Example
        The groups did not differ in age, t(46) = 2.80, P = 0.32.

    Write instead
        The groups differed in age, t(46) = 2.80, P = 0.007.

    Source
        p is recomputed two-sided, with the rounding of both figures honoured and a one-sided p accepted: Nuijten et
        al. 2016, doi:10.3758/s13428-015-0664-2. Distribution functions: NIST Digital Library of Mathematical
        Functions, sections 8.2 and 8.17. A ratio with its confidence interval has a p too (Altman and Bland 2011,
        doi:10.1136/bmj.d2304), which is held only against a p that is significant where that is not, or the reverse;
        so have two counts of their wholes, by Fisher's exact test and by χ² (Altman, Practical Statistics for Medical
        Research, 1991).
    """

    code: ClassVar[str] = "CW217"
    name: ClassVar[str] = "p-not-of-statistic"
    severity: ClassVar[Severity] = "error"

    def check(self, reading: Reading) -> Iterator[Finding]:
        for passage, match in scan(reading, _REPORT, "="):
            statistic = _statistic(match["name"])
            p_values = _recomputed(statistic, match)
            if p_values is None:
                continue
            least, greatest = p_values
            printed = Number(match["p"], Decimal(match["p"]))
            if not (
                _fits(match["sign"], printed, least, greatest)
                or _fits(match["sign"], printed, least / 2, greatest / 2)
            ):
                told = f"P {match['sign']} {match['p']}"
                message = (
                    f"`{told}` is not the P of this {_SYMBOLS[statistic]}, which is {_shown(least, greatest)}"
                )
                yield found(self, reading, passage, message, "recompute P, or correct the statistic")
        for each in statistics_off_scale(reading):
            yield found(self, reading, each.place, each.why, "correct the figure", (), "warning")
        yield from self._counts(reading)
        for passage, match in scan(reading, _WITH_INTERVAL, among=having(reading, _INTERVAL, "%")):
            estimate, low, high = (_number(match[name]) for name in ("estimate", "low", "high"))
            implied = p_of_interval(estimate, low, high, match["level"])
            if implied is not None and _is_turned(match["sign"], float(match["p"]), *implied):
                told = f"P {match['sign']} {match['p']}"
                message = f"`{told}` is not the P of this interval, which is {_shown(*implied)}"
                yield found(
                    self, reading, passage, message, "correct P, the ratio or its interval", (), "warning"
                )

    def _counts(self, reading: Reading) -> Iterator[Finding]:
        """Two counts of their wholes, of which the printed P says the reverse at the level of 0.05."""
        for passage, match in scan(reading, _COUNTS, *_VERSUS):
            first, second = (int(match["a"]), int(match["m"])), (int(match["c"]), int(match["n"]))
            if first[0] > first[1] or second[0] > second[1]:
                continue
            implied = p_of_counts(first, second)
            if _is_turned(match["sign"], float(match["p"]), *implied):
                told = f"P {match['sign']} {match['p']}"
                message = f"`{told}` is not the P of these counts, which is {_shown(*implied)}"
                yield found(self, reading, passage, message, "correct P or one of the counts", (), "warning")


def _is_turned(sign: str, p: float, low: float, high: float) -> bool:
    """Whether a printed p says the reverse of what the interval says at the level of 0.05."""
    if p < _SIGNIFICANT or (sign in "<≤" and p == _SIGNIFICANT):
        return sign not in ">≥" and low > max(_SIGNIFICANT, p) and low > _OTHER_METHOD * p
    return sign not in "<≤" and high < _SIGNIFICANT and _OTHER_METHOD * high < p


def _statistic(name: str) -> Statistic:
    if name in ("t", "F", "r"):
        return name  # type: ignore[return-value]
    return "z" if name in "zZ" else "chi2"


def _recomputed(statistic: Statistic, match: re.Match[str]) -> tuple[float, float] | None:
    """The range of p that the printed statistic allows; None where its degrees of freedom are not printed."""
    text = re.sub("[−–]", "-", match["value"])
    low, high = Number(text, Decimal(text)).bounds
    df = float(match["df"] or match["late"] or 0)
    df2 = float(match["df2"] or 0)
    if (df <= 0 and statistic != "z") or (df2 <= 0 and statistic == "F"):
        return None
    if statistic in ("F", "chi2"):
        low = max(low, Decimal(0))
    try:
        return p_range(statistic, float(low), float(high), df, df2)
    except ValueError:
        return None


def _fits(sign: str, printed: Number, low: float, high: float) -> bool:
    least, greatest = (float(bound) for bound in printed.bounds)
    match sign:
        case "=":
            return low <= greatest and least <= high
        case "<" | "≤":
            return low < max(float(printed.value), greatest if printed.value == 0 else 0)
        case _:
            return high > float(printed.value)


def _shown(low: float, high: float) -> str:
    middle = (low + high) / 2
    return "below 0.001" if middle < 0.001 else f"about {middle:.2g}"


def _number(text: str) -> Number:
    return Number(text, Decimal(text))
