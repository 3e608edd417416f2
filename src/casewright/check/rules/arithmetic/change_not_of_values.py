"""CW222."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import ClassVar

from casewright.check.evidence.text.passage import having, scan, scan_around, scan_near
from casewright.check.evidence.values.toldchanges import told_changes
from casewright.check.evidence.values.values import Span, printed, span_of
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.document.reading import Reading
from casewright.patterns import lazily
from casewright.quantity.model import Number

_N = r"\d{1,3}(?:,\d{3})+(?!\d)|\d+(?:\.\d+)?"
_UNIT = r"(?:%|mm Hg|(?:[x×]\s?10\^?\d{1,2})?/?[a-zA-Zµμ]{1,5}(?:/[a-zA-Zµμ]{1,4}\d?)?)"
_CHANGE = (
    r"(?:loss|gain|fall|drop|decrease|reduction|rise|increase|decline|difference|lost|gained|fell|rose|dropped"
    r"|decreased"
    r"|increased|declined|improved|improvement)"
)
# `from 74 kg to 68 kg`, and `62 kg to 76 kg`
_FROM_TO = rf"from\s(?P<a>{_N})\s?(?P<ua>{_UNIT})?(?:\s\([^()]{{0,30}}\))?\sto\s(?P<b>{_N})\s?(?P<ub>{_UNIT})"
_BY = rf"(?P<c>{_N})\s?(?P<uc>percentage points?|{_UNIT}|percent)(?![\w/])"
_AFTER = lazily(
    rf"\b{_FROM_TO}(?:\s(?:at|after|on|over|within|in)\s[^.;,()\d]{{0,20}}\d{{0,3}}[^.;,()\d]{{0,12}})?"
    rf"(?:,\s|\s\(|;\s)(?:which (?:is|was) )?(?:an?\s)?(?:total\s|weight\s)?(?:{_CHANGE}\sof\s)?(?:by\s)?{_BY}",
)
_BEFORE = lazily(
    rf"\b(?P<verb>{_CHANGE})\s(?:(?:of|in)\s(?:body\s)?weight\s)?(?:by\s|of\s)?{_BY}[^.;()\d]{{0,30}}(?:\d{{1,2}}\s"
    rf"(?:days|weeks|months|years|mo|wk|h|hours))?(?:,?\s|,?\s?\()(?:his |her )?(?:weight )?{_FROM_TO}",
)
# `Before pregnancy she weighed 62 kg; at admission, 76 kg, a gain of 14 kg`
_PAIR = lazily(
    rf"\b(?P<a>{_N})\s?(?P<ua>kg|cm|mm|[µμ]m)\b[^.()\d]{{1,40}}\b(?P<b>{_N})\s?(?P<ub>kg|cm|mm|[µμ]m)(?:,\s|\s\()"
    rf"(?:an?\s)?(?:weight\s)?{_CHANGE}\sof\s(?P<c>{_N})\s?(?P<uc>(?P=ua)|%)",
)
# `(610 to 1,280 nmol/L, +109.8%)`
_SIGNED = lazily(
    rf"(?<![\d.,])(?P<a>{_N})\s?(?P<ua>{_UNIT})?\sto\s(?P<b>{_N})\s?(?P<ub>{_UNIT})[,;]\s[+−–-]\s?(?P<c>{_N})\s?(?P<uc>%)"
)
# `doubled from 120 U/L to 245 U/L`
_TIMES = lazily(
    rf"\b(?P<word>doubled|tripled|trebled|quadrupled|halved)(?:\s[a-z]+ly)?\s{_FROM_TO}(?![\w/])",
)
_TIMES_OF = {  # the least and the most that a reader takes for it, since such words are round
    "doubled": (1.6, 2.6), "tripled": (2.4, 3.9), "trebled": (2.4, 3.9), "quadrupled": (3.2, 5), "halved": (0.38, 0.63),
}  # fmt: skip
_MORE = lazily(r"\b(?:more than|over|at least|almost|nearly|not|than)\s\Z")
# `weighed 71 kg ... had gained 5 kg and weighed 76 kg`
_WEIGHED = lazily(
    rf"\bweigh(?:ed|t was|t of)\s(?P<a>{_N})\s?kg\b(?P<gap>[^()\d]{{1,110}})\b(?P<verb>gained|lost)\s(?P<c>{_N})\s?kg\b"
    rf"[^.;()\d]{{0,40}}?\b(?:weighed|weighing|weight (?:was|of))\s(?P<b>{_N})\s?kg\b"
)
_OF_OTHERS = lazily(
    r"\b(?:mother|father|sister|brother|baby|infant|child|had (?:lost|gained|weighed)|before|previous)"
)
_SIGN_STARTS = tuple(f"{mark} {sign}" for mark in ",;" for sign in "+−–-")
_SIGN = lazily(r"[,;]\s[+−–-]\s?\d")
_FROM, _CHANGE_OF = lazily(r"from\s\d"), lazily(r"of\s\d[\d.,]*\s?(?:[kcmµμ]|%)")
_PERCENT = lazily(r"percent(?:age points?)?")
_HINT = "correct one of the three"
_LOOSE = lazily(r"(?:about|approximately|around|nearly|almost|over|more than|less than|at least)\s\Z")


class ChangeNotOfValues:
    """A loss, a gain or a share of change that the values before and after do not give.

    Why it is bad
        One of the three figures is wrong, and the change is what the conclusion is drawn from.

    Example
        He lost 7 kg in 4 months, from 78 kg to 64 kg.

    Write instead
        He lost 7 kg in 4 months, from 71 kg to 64 kg.

    Source
        Subtraction, and division where a value has doubled or halved, give or take a fifth; a percentage is of the
        first value, and of two percentages it may be points. All figures are held to their rounding.
        Where the value before the change is told further up in the paragraph, it is the last of the same measure.
    """

    code: ClassVar[str] = "CW222"
    name: ClassVar[str] = "change-not-of-values"
    severity: ClassVar[Severity] = "error"

    def check(self, reading: Reading) -> Iterator[Finding]:
        reported: set[tuple[int, int]] = set()
        blocks = having(reading, _FROM)
        for matches in (
            scan(reading, _BEFORE, among=blocks),
            scan(reading, _AFTER, among=blocks),
            scan_near(reading, _CHANGE_OF, _PAIR, 100, 16),
            scan_near(reading, _SIGN, _SIGNED, 40, 16, starts=_SIGN_STARTS),
        ):
            for passage, match in matches:
                said = _said(match)
                if said is None or _LOOSE.search(match.string[: match.start("c")][-16:]):
                    continue
                if (passage.block, match.start("b")) not in reported:
                    reported.add((passage.block, match.start("b")))
                    message = f"from {match['a']} to {match['b']} is a change of {said}, not {match['c']} {match['uc']}"
                    yield found(self, reading, passage, message.replace(" %", "%"), _HINT)
        for told in told_changes(reading):
            if not any(
                block == told.at.block and told.at.start - 60 <= at <= told.at.end for block, at in reported
            ):
                message = f"from {printed(told.before)} to {told.after} is {told.given}, not `{told.words}`"
                yield found(self, reading, told.at, message, _HINT, [told.before], "warning")
        yield from self._times(reading)
        for passage, match in scan_around(reading, _WEIGHED, 160, 60, "gained ", "lost "):
            first, change, last = (_number(match[name]).value for name in "acb")
            result = first + change if match["verb"] == "gained" else first - change
            if not _OF_OTHERS.search(match["gap"]) and abs(result - last) > 1:
                message = f"{match['a']} kg, and {match['c']} kg {match['verb']}, are {result} kg, not {match['b']} kg"
                yield found(self, reading, passage, message, _HINT, (), "warning")

    def _times(self, reading: Reading) -> Iterator[Finding]:
        """Values said to have doubled, tripled or halved."""
        for passage, match in scan_around(reading, _TIMES, 1, 90, *_TIMES_OF):
            first, last = _number(match["a"]).value, _number(match["b"]).value
            low, high = _TIMES_OF[match["word"]]
            if not first or _MORE.search(match.string, max(0, match.start() - 12), match.start()):
                continue
            times = float(last / first)
            if match["ua"] in (None, match["ub"]) and not low <= times <= high:
                message = f"`{match['word']}`, and {match['b']} is {times:.2g} times {match['a']}"
                yield found(
                    self, reading, passage, message, "correct one of the values or the word", (), "warning"
                )


def _said(match: re.Match[str]) -> str | None:
    """The change that the two values give, in the unit of the printed one; None where it is the same."""
    first, last, change = (span_of(_number(match[name])) for name in "abc")
    before, after, unit = match["ua"] or match["ub"], match["ub"], _PERCENT.sub("%", match["uc"])
    if before != after or first.low <= 0:
        return None
    low, high = first.low - last.high, first.high - last.low
    apart = Span(low, high) if low > 0 else Span(-high, -low)
    if apart.low < 0:
        return None
    shares = (
        Span(apart.low / first.high, apart.high / first.low),
        Span(apart.low / last.high, apart.high / last.low),
    )
    possible = [Span(share.low * 100, share.high * 100) for share in shares] if unit == "%" else [apart]
    if match["uc"].startswith("percentage"):
        possible = []
    if unit == "%" == before:
        possible.append(apart)
    if unit not in ("%", before) or any(each.meets(change) for each in possible):
        return None
    if not possible:
        return None
    middle = float(possible[0].low + possible[0].high) / 2
    return f"{middle:.{max(_number(match['c']).decimals, 0)}f}{'' if unit == '%' else ' '}{unit}"


def _number(text: str) -> Number:
    return Number(text, Decimal(text.replace(",", "")))
