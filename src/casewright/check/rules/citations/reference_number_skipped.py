"""CW402."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from casewright.check.finding import Finding, Severity
from casewright.check.rules.citations.citing import (
    cited_anywhere,
    is_plain,
    may_be_cited,
    numbered,
    references,
    well_read,
)
from casewright.check.spotting import found
from casewright.document.reading import Reading


class ReferenceNumberSkipped:
    """The numbers of the citations leave one out.

    Why it is bad
        A number that is never cited, between numbers that are, means a citation that was deleted or mistyped.

    Example
        Surgery was described twice[1,2], and radiotherapy once[4].

    Write instead
        Surgery was described twice[1,2], and radiotherapy once[3].

    Source
        ICMJE Recommendations, Preparing a Manuscript, References: numbered consecutively by first mention.
    """

    code: ClassVar[str] = "CW402"
    name: ClassVar[str] = "reference-number-skipped"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        """A finding at the next higher number; where a reference list was read, CW403 speaks of it instead."""
        citations = numbered(reading)
        if references(reading) or not well_read(reading):
            return
        if any(c.kind == "table" for c in reading.calls) and not any(
            b.kind == "table" for _, b in reading.blocks
        ):
            return  # the number may be cited in a table that was not read
        cited = cited_anywhere(reading)
        gaps = sorted(set(range(1, max(cited))) - cited)
        if len(gaps) > max(2, len(cited) // 10):
            return  # not a text whose citations were all read
        plain = all(is_plain(reading, citation) for citation in citations)
        for gap in gaps:
            if not plain and may_be_cited(reading, gap):
                continue
            following = min(number for number in cited if number > gap)
            citation = next((c for c in citations if following in c.numbers), None)
            if citation:
                message = f"reference {gap} is not cited, and reference {following} is"
                yield found(
                    self, reading, citation, message, "cite it where it belongs, or number the rest anew"
                )
