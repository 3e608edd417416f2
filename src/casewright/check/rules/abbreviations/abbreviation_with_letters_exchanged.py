"""CW508."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import ClassVar

from casewright.check.finding import Finding, Severity
from casewright.check.rules.abbreviations.known import known_words
from casewright.check.rules.abbreviations.parts import NEEDS_NONE, exchanged
from casewright.check.spotting import found
from casewright.document.reading import Reading
from casewright.patterns import lazily
from casewright.quantity.analytes import find_analyte

_SHORT = lazily(r"[A-Z](?:[A-Z]{2}|[A-Za-z0-9]{3,7})")


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
            if short in defined or not _SHORT.fullmatch(short) or (len(short) == 3 and _is_known(short)):
                continue
            other = next((each for each in exchanged(short) if each in counts), "")
            often = counts[other] >= 2 * counts[short]
            if other and (often and other in defined if len(short) == 3 else often or other in defined):
                message = f"{short} is {other} with two letters exchanged"
                against = [defined.get(other, first[other])]
                yield found(self, reading, mention, message, "correct one of the two", against)


def _is_known(short: str) -> bool:
    """Whether three letters mean something in medicine by themselves: CPR beside CRP."""
    return short in NEEDS_NONE or bool(known_words(short)) or find_analyte(short) is not None
