"""CW275."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import ClassVar

from casewright.check.evidence.text.passage import scan_around
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.document.reading import Reading
from casewright.patterns import lazily
from casewright.quantity.number import read_number

_NUMBER = r"\d{1,3}(?:\.\d)?|one|two|three|half an?|a"
_DAILY = (
    rf"(?P<a>{_NUMBER})\s(?P<what>cigarettes|packs?|packets?)(?: of cigarettes)?"
    r"\s?(?:/|(?:per|a|each|every)\s)?d(?:ay|aily)\b"
)
_YEARS = r"(?P<years>\d{1,2})\s?years\b"
_PACK_YEARS = r"(?P<told>\d{1,3}(?:\.\d)?)[ -]pack[ -]?years?\b"
_TOLD = lazily(
    rf"\b{_DAILY}\s(?:for|over)\s(?:the (?:last|past)\s|about\s|more than\s)?{_YEARS}[^.;\d]{{0,25}}{_PACK_YEARS}"
    rf"|\b{_PACK_YEARS.replace('<told>', '<first>')}\s?[(,:]"
    rf"\s?{_DAILY.replace('<a>', '<b>').replace('<what>', '<kind>')}"
    rf"\s(?:for|over)\s{_YEARS.replace('<years>', '<span>')}",
    re.IGNORECASE,
)
_PACK = 20  # cigarettes
_NEAR = Decimal("0.2")  # of the product: years and cigarettes are told in round figures


class PackYearsNotOfCigarettes:
    """Pack-years that the cigarettes a day and the years of smoking beside them do not give.

    Why it is bad
        Pack-years decide on screening and on risk; one of the three figures is wrong.

    Example
        He had smoked 10 cigarettes a day for 30 years (45 pack-years).

    Write instead
        He had smoked 10 cigarettes a day for 30 years (15 pack-years).

    Source
        NCI Dictionary of Cancer Terms, pack year: packs of 20 cigarettes a day times years. A fifth is allowed for
        round figures.
    """

    code: ClassVar[str] = "CW275"
    name: ClassVar[str] = "pack-years-not-of-cigarettes"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        for passage, match in scan_around(reading, _TOLD, 80, 100, "pack-year", "pack year"):
            daily = _value(match["a"] or match["b"])
            packs = daily if (match["what"] or match["kind"]).lower().startswith("pack") else daily / _PACK
            exact = packs * int(match["years"] or match["span"])
            told = Decimal(match["told"] or match["first"])
            if abs(told - exact) > max(_NEAR * exact, Decimal(1)):
                message = f"these are {exact.normalize():f} pack-years, not {told}"
                yield found(
                    self, reading, passage, message, "correct the pack-years, or what they are reckoned from"
                )


def _value(printed: str) -> Decimal:
    if printed.lower().startswith("half"):
        return Decimal("0.5")
    number = read_number(printed.lower())
    return number.value if number else Decimal(1)
