"""CW508."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import ClassVar

from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.document.reading import Reading
from casewright.patterns import lazily

_SHORT = lazily(r"[A-Z][A-Za-z0-9]{3,7}")


class AbbreviationWithLettersExchanged:
    """An abbreviation that is another one of the manuscript with two neighboring letters exchanged.

    Why it is bad
        The reader looks in vain for its definition.

    Example
        Inflammatory myofibroblastic tumor (IMFT) is rare. The IMFT was resected. No IFMT came back.

    Write instead
        Inflammatory myofibroblastic tumor (IMFT) is rare. The IMFT was resected. No IMFT came back.

    Source
        The manuscript itself: the other abbreviation is defined there, or stands there at least twice as often.
    """

    code: ClassVar[str] = "CW508"
    name: ClassVar[str] = "abbreviation-with-letters-exchanged"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        """A finding at the first place of each such abbreviation that is not defined itself."""
        counts = Counter(mention.short for mention in reading.abbreviations)
        first = {mention.short: mention for mention in reversed(reading.abbreviations)}
        defined = {mention.short: mention for mention in reading.abbreviations if mention.long}
        for short, mention in first.items():
            if short in defined or not _SHORT.fullmatch(short):
                continue
            other = next((each for each in _exchanged(short) if each in counts), "")
            if other and (other in defined or counts[other] >= 2 * counts[short]):
                message = f"{short} is {other} with two letters exchanged"
                against = [defined.get(other, first[other])]
                yield found(self, reading, mention, message, "correct one of the two", against)


def _exchanged(short: str) -> Iterator[str]:
    for at in range(len(short) - 1):
        one, other = short[at], short[at + 1]
        if one != other and one.isalpha() and other.isalpha():
            yield short[:at] + other + one + short[at + 2 :]
