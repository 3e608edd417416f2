"""CW505."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import ClassVar

from casewright.check.finding import Finding, Severity
from casewright.check.rules.abbreviations.parts import COUNTED, NEEDS_NONE, definitions, is_bracketed
from casewright.check.spotting import found
from casewright.document.reading import Reading
from casewright.document.roles import part_of


class AbbreviationNeverUsed:
    """An abbreviation is defined and never used again.

    Why it is bad
        The reader learns letters for nothing.

    Example
        Magnetic resonance spectroscopy (MRS) was not done. [and no MRS anywhere after it]

    Write instead
        Magnetic resonance spectroscopy was not done.

    Source
        ICMJE Recommendations, Preparing a Manuscript, Abbreviations and Symbols: abbreviations are avoided where they
        are not needed; journals ask that a term be used again for its abbreviation to be given.
    """

    code: ClassVar[str] = "CW505"
    name: ClassVar[str] = "abbreviation-never-used"
    severity: ClassVar[Severity] = "note"

    def check(self, reading: Reading) -> Iterator[Finding]:
        """A finding at a definition in running text whose short form stands nowhere else, alone or in a compound."""
        counts = Counter(
            form
            for mention in reading.abbreviations
            for form in {mention.short, *mention.short.replace("/", "-").split("-")}
        )
        for mention in definitions(reading):
            if not (part_of(mention.role) in COUNTED and is_bracketed(reading, mention)):
                continue
            if counts[mention.short] == 1 and mention.short not in NEEDS_NONE:
                message = f"{mention.short} is defined and never used"
                yield found(self, reading, mention, message, f"leave `({mention.short})` out")
