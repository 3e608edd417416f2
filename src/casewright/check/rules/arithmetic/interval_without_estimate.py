"""CW218."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import ClassVar

from casewright.check.evidence.text.passage import scan, scan_around, scan_at, scan_near
from casewright.check.evidence.values.tableranges import averages_in_tables
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.document.reading import Reading
from casewright.patterns import lazily
from casewright.quantity.model import Number

_NUMBER = r"[-−]?\d+(?:\.\d+)?"
_INTERVAL = lazily(
    rf"(?<![\d.])(?<!\d[–—])(?<!\d to )(?P<estimate>{_NUMBER})\s?(?P<unit>%|[a-zA-Z]{{1,6}})?\s*[,;:]?\s*[(\[]?\s*"
    rf"(?:9[059](?:\.0)?\s?%\s?)(?:CI|C\.I\.|confidence intervals?(?:\s?[(\[]CI[)\]])?)\s*[:,=]?\s*(?:of\s)?[(\[]?\s*"
    rf"(?P<low>{_NUMBER})\s?%?\s?(?:-|–|—|−|to|,|;)\s?(?P<high>{_NUMBER})(?![\d.]*\d)"
)
_BEHIND = lazily(  # `81.3% (71.1%, 88.5%, 95% confidence interval)`
    rf"(?<![\d.])(?P<estimate>{_NUMBER})\s?%?\s?[(\[](?P<low>{_NUMBER})\s?%?\s?(?:-|–|to|,)"
    rf"\s?(?P<high>{_NUMBER})\s?%?"
    r"[,;]\s?9[059]\s?%\s?(?:CI|confidence interval)"
)
_BARE = lazily(  # `odds ratio 4.1 (1.2-14.3)`
    rf"\b(?:odds ratio|hazard ratio|relative risk|risk ratio|a?OR|a?HR|RR)\b(?:\s?\((?:OR|HR|RR)\))?(?:\s(?:of"
    rf"|was|is)|[:,=]|\s=)?"
    rf"\s?(?P<estimate>{_NUMBER})\s?[(\[](?P<low>{_NUMBER})\s?(?:-|–|to|,)\s?(?P<high>{_NUMBER})[)\],;]"
)
_TO_AVERAGE = (  # `mean age of the 24 patients was`
    r"[^.;:()\d]{0,60}?(?:\bof\s(?:the\s|these\s|all\s|our\s)*\d{1,4}\s[a-z]+\s)?[^.;:()\d]{0,60}?"
)
_RANGE = lazily(  # `a median of 3.9 months (range, 1-9)`
    rf"\b(?:[Mm]edian|[Mm]ean|[Aa]verage)\b{_TO_AVERAGE}(?P<estimate>{_NUMBER})\s?(?:[a-zA-Z%/]{{1,9}}\s?)?"
    rf"(?:±\s?[\d.]+\s?(?:[a-z]+\s)?)?[(\[,]\s?(?:(?:SD"
    rf"|standard deviation)\s?[=:,]?\s?[\d.]+\s?[;,]\s?)?(?:inter-?quartile range|IQR"
    rf"|range|ranging)\s?[,:=]?\s?(?:of\s|from\s)?(?P<low>{_NUMBER})"
    rf"\s?(?:-|–|—|to)\s?"
    rf"(?P<high>{_NUMBER})(?![\d.]*\d)"
)
_AVERAGED = lazily(  # `in 3-11 days, with a median of 6 days`, `aged 20 to 44 years (mean 51)`
    rf"(?<![\d.,/-])(?P<low>{_NUMBER})\s?(?:-|–|—|to)\s?(?P<high>\d+(?:\.\d+)?)\s?(?P<unit>%|[a-z]{{1,8}}(?:/[a-z]{{1,3}})?)"
    rf",?\s[(\[]?(?:and\s)?(?:with\s)?(?:an?\s|the\s)?(?P<what>median|mean|average)(?:\s(?:value|age|duration|time))?"
    rf"(?:\s(?:of|was|is)|[,:=]|\s=)?\s(?P<estimate>\d+(?:\.\d+)?)(?![\d.,]*\d|\s?[-–]|\s?±)(?P<behind>\s?(?:%|[a-z]{{1,8}}))?"
)
_IN_BRACKETS = lazily(  # `the mean follow-up was 14 months (18–60 months)`
    rf"\b(?:[Mm]edian|[Mm]ean|[Aa]verage)\s{_TO_AVERAGE}\b(?:was|of|is)\s(?P<estimate>\d+(?:\.\d+)?)\s(?P<unit>[a-z]{{1,8}})\s"
    r"\((?P<low>\d+(?:\.\d+)?)\s?[-–]\s?(?P<high>\d+(?:\.\d+)?)(?:\s(?P=unit))?\)"
)
_MEDIAN, _QUARTILES = lazily(r"[Mm]edian"), lazily(r"IQR|inter-?quartile")
_STEP = lazily(r"\b(?:each|every|per)\s(?:[a-z-]+\s){0,3}\Z")
_LEVEL, _RANGE_ANCHOR = lazily(r"9[059](?:\.0)?\s?%\s?[Cc]"), lazily(r"rang(?:e|ing)|IQR")
_LIMITS = lazily(  # `(normal range, 145-135 mmol/L)`
    r"\b(?:[Nn]ormal|[Rr]eference)(?:\s(?:range|values?|interval))?[\s:,=]{1,3}(?P<low>\d+(?:\.\d+)?)\s?[-–]\s?(?P<high>\d+(?:\.\d+)?)"
    r"(?![.,]?\d|\s\d{3}(?!\d))",  # a space parts thousands
)


class IntervalWithoutEstimate:
    """A confidence interval, or a range, that does not hold the estimate or the average it belongs to.

    Why it is bad
        An interval is built around its estimate; where the estimate lies outside, one of the three figures is wrong.

    Example
        The odds ratio was 4.1 (95%CI: 5.2-14.3).

    Write instead
        The odds ratio was 4.1 (95%CI: 1.2-14.3).

    Source
        The definition of a confidence interval; pairs of ratio and interval in 486000 abstracts: Georgescu and Wren
        2018, doi:10.1093/bioinformatics/btx811.
    """

    code: ClassVar[str] = "CW218"
    name: ClassVar[str] = "interval-without-estimate"
    severity: ClassVar[Severity] = "error"

    def check(self, reading: Reading) -> Iterator[Finding]:
        for passage, match in (
            *scan_near(reading, _LEVEL, _INTERVAL, 40, 70),
            *scan(reading, _BEHIND, "confidence interval", "% ci"),
            *scan(reading, _BARE, "odds ratio", "hazard ratio", "risk ratio", "relative risk"),
        ):
            if _STEP.search(match.string, max(0, match.start() - 30), match.start()):
                continue  # `odds ratio 1.3 for each 5 kg, 95% CI 1.1 to 1.6`
            estimate, low, high = (_number(match[part]) for part in ("estimate", "low", "high"))
            if low.value > high.value:
                message = (
                    f"the confidence interval begins at {match['low']}, above its end at {match['high']}"
                )
                yield found(self, reading, passage, message, "print the lower limit first, or correct it")
            elif estimate.bounds[1] < low.bounds[0] or estimate.bounds[0] > high.bounds[1]:
                message = f"{match['estimate']} lies outside its confidence interval, {match['low']} to {match['high']}"
                yield found(self, reading, passage, message, "check the estimate and both limits")
        for passage, match in scan_at(reading, _LIMITS, "normal", "reference"):
            if Decimal(match["low"]) > Decimal(match["high"]):
                message = f"the reference range begins at {match['low']}, above its end at {match['high']}"
                yield found(self, reading, passage, message, "print the lower limit first, or correct it")
        for passage, match in scan_around(reading, _AVERAGED, 50, 50, "median", "mean ", "mean,", "average"):
            estimate, low, high = (_number(match[part]) for part in ("estimate", "low", "high"))
            alike = (match["behind"] or match["unit"]).strip().rstrip("s") == match["unit"].rstrip("s")
            if alike and low.value < high.value and not low.bounds[0] <= estimate.value <= high.bounds[1]:
                outside = f"lies outside its range, {match['low']} to {match['high']}"
                message = f"the {match['what']} of {match['estimate']} {outside}"
                yield found(self, reading, passage, message, "check the average and both ends of the range")
        for passage, match in (
            *scan_near(reading, _RANGE_ANCHOR, _RANGE, 170, 50),
            *scan_around(reading, _IN_BRACKETS, 1, 190, "median", "mean ", "average"),
        ):
            is_mean_of_quartiles = not _MEDIAN.match(match[0]) and _QUARTILES.search(
                match[0]
            )  # may lie outside
            if not is_mean_of_quartiles and _is_outside(match["estimate"], match["low"], match["high"]):
                message = f"{match['estimate']} lies outside its range, {match['low']} to {match['high']}"
                yield found(self, reading, passage, message, "check the average and both ends of the range")
        for each in averages_in_tables(reading):
            if _is_outside(each.estimate, each.low, each.high):
                message = f"{each.estimate} lies outside its range, {each.low} to {each.high}"
                yield found(
                    self, reading, each.place, message, "check the average and both ends of the range"
                )


def _is_outside(estimate: str, low: str, high: str) -> bool:
    """Whether an average lies outside its range, each held to its rounding."""
    least, most = _number(low), _number(high)
    return least.value < most.value and not least.bounds[0] <= _number(estimate).value <= most.bounds[1]


def _number(text: str) -> Number:
    return Number(text, Decimal(text.replace("−", "-")))
