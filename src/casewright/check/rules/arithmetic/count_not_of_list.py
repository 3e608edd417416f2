"""CW249."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from typing import ClassVar

from casewright.check.evidence.text.passage import scan_near
from casewright.check.evidence.values.listing import listings
from casewright.check.evidence.values.numberedkinds import numbered_kinds
from casewright.check.evidence.values.totals import counted_days, value_of
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.document.reading import Reading
from casewright.patterns import lazily
from casewright.quantity.number import read_number

_N = r"\d{1,3}(?:\.\d{1,2})?"
_LISTED = lazily(
    r"(?<![\d.–-])\b(?P<n>two|three|four|five|[2-5])\s(?:[a-z-]+\s){0,3}?[a-z-]{3,}s\s"
    r"(?:of|measuring|sized|weighing|with (?:sizes|diameters|lengths) of)\s"
    rf"(?P<list>{_N}(?:\s?(?:mm|cm|mL|g|kg))?(?:,\s{_N}(?:\s?(?:mm|cm|mL|g|kg))?){{0,4}},?\sand\s{_N})\s?(?:mm|cm|mL|g|kg)\b"
    r"(?!\s?[x×*/])",
    re.IGNORECASE,
)
_ANCHOR = lazily(r"and\s\d[\d.]*\s?(?:[cm]m|mL|k?g)\b")
_BY = r"\d{1,3}(?:\.\d{1,2})?(?:\s?(?:mm|cm)?\s?[x×]\s?\d{1,3}(?:\.\d{1,2})?){1,2}\s?(?:mm|cm)?"
_PRODUCTS = lazily(  # `two masses measuring 15 x 9 mm, 14 x 7 mm, and 22 x 33 mm`
    r"(?<![\d.–-])\b(?P<n>two|three|four|five|[2-5])\s(?:[a-z-]+\s){0,3}?[a-z-]{3,}s\s(?:[a-z]+\s){0,8}?"
    r"(?:of|measuring|sized|with (?:sizes|diameters|dimensions) of)\s(?:respectively,?\s)?"
    rf"(?P<list>{_BY}(?:,\s{_BY}){{0,4}},?\sand\s{_BY})(?=[\s,.;)])",
    re.IGNORECASE,
)
_SECOND = lazily(r"and\s\d[\d.]*\s?(?:[cm]m\s?)?[x×]\s?\d")
_TIMES = lazily(_BY)


class CountNotOfList:
    """A number of things that is not that of those listed behind it.

    Why it is bad
        One is missing or counted twice.

    Example
        The liver held three hypodense cysts of 14 and 9 mm. Two drugs (warfarin, digoxin, and furosemide) were stopped.

    Write instead
        The liver held two hypodense cysts of 14 and 9 mm. Three drugs (warfarin, digoxin, and furosemide) were stopped.

    Source
        Counting; only sizes or weights in one unit, years, times, and lists of plain names, joined by commas and `and`,
        or numbered. A list that is not in brackets must have one more or one less than were counted.
    """

    code: ClassVar[str] = "CW249"
    name: ClassVar[str] = "count-not-of-list"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        for passage, match in scan_near(reading, _ANCHOR, _LISTED, 170, 16, starts=("and ",)):
            number, sizes = read_number(match["n"].lower()), re.findall(_N, match["list"])
            if number is not None and abs(int(number.value) - len(sizes)) == 1:
                message = f"{match['n'].lower()} are counted, and {len(sizes)} sizes are listed"
                yield found(self, reading, passage, message, "correct the count or the list")
        for passage, match in scan_near(reading, _SECOND, _PRODUCTS, 260, 40, starts=("and ",)):
            number, sizes = read_number(match["n"].lower()), _TIMES.findall(match["list"])
            if number is not None and abs(int(number.value) - len(sizes)) == 1:
                message = f"{match['n'].lower()} are counted, and {len(sizes)} sizes are listed"
                yield found(self, reading, passage, message, "correct the count or the list")
        for each in chain(listings(reading), numbered_kinds(reading)):
            if each.differs:
                verb = "are counted" if each.noun.endswith(("s", "a", "i")) else "is told"
                counted = f"{each.printed.lower()} {each.noun}".strip()
                message = f"{counted} {verb}, and {each.listed} are listed"
                yield found(self, reading, each.place, message, "correct the count or the list")
        for total in counted_days(reading):
            if value_of(total.whole) != len(total.parts):
                message = f"{total.whole.lower()} are counted, and {len(total.parts)} times are listed"
                yield found(self, reading, total.place, message, "correct the count or the list")
