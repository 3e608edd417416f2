"""CW234."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from math import ceil
from typing import ClassVar

from casewright.check.evidence.text.passage import scan_near
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.document.reading import Reading
from casewright.patterns import lazily

_P = r"\d{1,3}(?:\.\d+)?"
_FOLLOWS = lazily(
    rf"(?:\b(?P<k>\d{{1,5}})\s(?:of|out of)\s(?:the\s)?(?P<n>\d{{1,5}})|\b(?P<whole>{_P})"
    rf"\s?%)[^.,;%]{{0,140}}?\bas follows\s?:\s?"
    rf"(?P<list>[^.;:%]{{1,60}}{_P}\s?%(?:(?:\d\.\d|[^.;:%]){{1,60}}?{_P}\s?%){{1,7}})",
    re.IGNORECASE,
)
_MADE_OF = lazily(
    rf"\b(?:ingredients|compos(?:ed|ition)|consist(?:s|ed|ing)|made up|mixture|blend|containing)\b[^.;%\d]{{0,25}}"
    rf"(?P<list>{_P}\s?%(?:(?:\d\.\d|[^.;:%()]){{1,70}}?{_P}\s?%){{1,5}})",
    re.IGNORECASE,
)
_NUMBER = lazily(rf"({_P})\s?%")
_WITHIN = lazily(
    r"\bof (?:which|whom|these|those|them|the)\b|\bof \w+ content\b|\bwith\b|\bincluding\b|~|-|–|\bto\b"
)
_FOLLOWS_ANCHOR = lazily(r"as follows")
_MADE_OF_ANCHOR = lazily(r"(?:ingredient|compos|consist|made up|mixture|blend|containing)[^%.;]{0,40}%")


class SharesNotOfList:
    """Percentages of a list that do not make up the whole they divide.

    Why it is bad
        A share is wrong, or one is missing; tables of reviews are filled from such lists.

    Example
        Of the admissions, 32% were urgent, as follows: trauma (18%), stroke (9%), and sepsis (7%).

    Write instead
        Of the admissions, 32% were urgent, as follows: trauma (18%), stroke (9%), and sepsis (5%).

    Source
        Addition, each share held to its rounding: a list `as follows` against its whole, the parts of a mixture against
        one hundred.
    """

    code: ClassVar[str] = "CW234"
    name: ClassVar[str] = "shares-not-of-list"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        for passage, match in scan_near(reading, _FOLLOWS_ANCHOR, _FOLLOWS, 170, 500, "%"):
            shares = _shares(match["list"])  # fewer than the whole are no fault: what is rare is left out
            if _exceed(shares, match):
                whole = f"{match['whole']}%" if match["whole"] else f"{match['k']} of {match['n']}"
                message = f"the shares of this list add up to {sum(shares)}%, more than {whole}"
                yield found(self, reading, passage, message, "correct one of the shares")
        for passage, match in scan_near(reading, _MADE_OF_ANCHOR, _MADE_OF, 0, 400, "%"):
            within = _WITHIN.search(match["list"])
            shares = _shares(match["list"][: within.start() if within else None])
            if len(shares) > 1 and sum(shares) > 100 + _slack(shares):
                message = f"the parts of this mixture add up to {sum(shares)}%"
                yield found(self, reading, passage, message, "correct one of the shares")


def _shares(text: str) -> list[Decimal]:
    return [Decimal(each) for each in _NUMBER.findall(text)]


def _exceed(shares: list[Decimal], match: re.Match[str]) -> bool:
    """Whether shares are more than their whole: in persons where the whole is counted, else in per cent."""
    if match["whole"]:
        return sum(shares) > Decimal(match["whole"]) + _slack([*shares, Decimal(match["whole"])])
    part, whole = int(match["k"]), int(match["n"])
    fewest = sum(ceil((share - _slack([share])) * whole / 100) for share in shares)
    return fewest > part


def _slack(shares: list[Decimal]) -> Decimal:
    """What rounding may add: half of the last digit of each share."""
    digits = [-int(share.as_tuple().exponent) for share in shares]
    return sum((Decimal("0.5").scaleb(-each) for each in digits), Decimal(0))
