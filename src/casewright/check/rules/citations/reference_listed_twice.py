"""CW407."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from casewright.check.finding import Finding, Severity
from casewright.check.rules.citations.citing import Reference, page_of, references, work_of
from casewright.check.spotting import found
from casewright.document.reading import Reading


class ReferenceListedTwice:
    """Two entries of the reference list are the same work.

    Why it is bad
        The work counts twice, and its citations carry two numbers.

    Example
        References 3 and 11 with the same DOI.

    Write instead
        Keep one entry, and cite it by its one number.

    Source
        ICMJE Recommendations, Preparing a Manuscript, References: a reference keeps the number of its first citation.
    """

    code: ClassVar[str] = "CW407"
    name: ClassVar[str] = "reference-listed-twice"
    severity: ClassVar[Severity] = "error"

    def check(self, reading: Reading) -> Iterator[Finding]:
        """An error where DOI or PMID are the same, a warning where only first author and title are; pages of one title
        are two works at two addresses."""
        seen: dict[tuple[str, str], Reference] = {}
        for reference in references(reading):
            work = work_of(reference)
            title = work and f"{work} {page_of(reference)}"
            signs = {"DOI": reference.doi, "PMID": reference.pmid, "title": title}
            for sign, value in signs.items():
                first = seen.setdefault((sign, value), reference) if value else reference
                if first is not reference:
                    message = f"references {first.number} and {reference.number} have the same {sign}"
                    severity: Severity = "warning" if sign == "title" else "error"
                    hint = "keep one of them"
                    yield found(self, reading, reference, message, hint, against=[first], severity=severity)
                    break
