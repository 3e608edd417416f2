"""CW201."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import ROUND_FLOOR, Decimal
from itertools import pairwise
from typing import ClassVar

from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.check.statistics.grim import percent_fits
from casewright.document.mentions.model import ShareMention
from casewright.document.reading import Reading
from casewright.patterns import lazily
from casewright.quantity.model import Number

_WORDS = lazily(r"(?:\s[A-Za-z-]+){1,14}\s?\(")
_LOOSE = lazily(
    r"(?:about|approximately|around|nearly|almost|roughly|over|more than|less than|at least|up to|[<>≤≥~≈])\s*\Z",
    re.IGNORECASE,
)


class PercentNotOfCount:
    """A percentage that is not that of the count and the whole printed with it.

    Why it is bad
        One of the three figures is wrong, and it is often the one that others will quote.

    Example
        Of these, 12 of 46 patients (28.1%) had weakness.

    Write instead
        Of these, 12 of 46 patients (26.1%) had weakness.

    Source
        Count over whole, the percentage held to its rounding; one that was cut off instead of rounded is a note.
        Such pairs disagreed in 3 of 122 places of 2139 published case reports.
    """

    code: ClassVar[str] = "CW201"
    name: ClassVar[str] = "percent-not-of-count"
    severity: ClassVar[Severity] = "error"

    def check(self, reading: Reading) -> Iterator[Finding]:
        for share in reading.shares:
            if share.part is None or share.whole is None or not share.whole.value:
                continue
            if share.part.value > share.whole.value:
                message = f"{share.part.text} of {share.whole.text} is a part larger than its whole"
                yield found(self, reading, share, message, "correct one of the two")
            elif share.percent is not None and not percent_fits(
                share.part.value, share.whole.value, share.percent
            ):
                yield from self._unequal(reading, share, share.part, share.whole, share.percent)
        yield from self._behind(reading)

    def _behind(self, reading: Reading) -> Iterator[Finding]:
        """A count of a whole and its percentage some words behind: `three of twelve eyes were lost (25%)`."""
        for share, other in pairwise(reading.shares):
            if other.part or other.whole or other.percent is None or share.sentence != other.sentence:
                continue
            part, whole, percent = share.part, share.whole, other.percent
            between = reading.blocks[share.block][1].text[share.end : other.start]
            if part is None or whole is None or share.percent or not _WORDS.fullmatch(between):
                continue
            rest = whole.value - part.value
            if 0 <= rest < whole.value and not any(
                percent_fits(one, whole.value, percent) for one in (part.value, rest)
            ):
                exact = float(part.value * 100 / whole.value)
                message = f"{part.text} of {whole.text} is {exact:.1f}%, not {percent.text}%"
                hint = "correct the count, the whole or the percentage"
                yield found(self, reading, other, message, hint, [share], "warning")

    def _unequal(
        self, reading: Reading, share: ShareMention, part: Number, whole: Number, percent: Number
    ) -> Iterator[Finding]:
        exact = part.value * 100 / whole.value
        if (
            _LOOSE.search(reading.blocks[share.block][1].text[: share.start][-20:])
            and abs(exact - percent.value) < 5
        ):
            return
        cut = exact.quantize(Decimal(1).scaleb(-percent.decimals), ROUND_FLOOR) == percent.value
        severity: Severity = "note" if cut else "error"
        value = f"{float(exact):.{max(percent.decimals, 1)}f}%"
        message = f"{part.text} of {whole.text} is {value}, not {percent.text}%"
        yield found(
            self, reading, share, message, "correct the count, the whole or the percentage", (), severity
        )
