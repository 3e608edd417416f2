"""CW145."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from casewright.check.evidence.people.cases import cases_told
from casewright.check.evidence.telling.treatments import not_in_case
from casewright.check.evidence.text.extent import is_excerpt
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.document.reading import Reading


class TreatmentNotInCase:
    """An operation or a treatment that a summary says was carried out, and the case shows in no words.

    Why it is bad
        The abstract is what is read and remembered; here it tells of a treatment that the patient did not have, or the
        case leaves out the one that the patient had.

    Example
        Abstract: She was treated with splenectomy. Case report: A catheter was placed, and the abscess was drained.

    Write instead
        Abstract: She was treated with drainage. Case report: A catheter was placed, and the abscess was drained.

    Source
        CARE 2013, items 3b and 9a, doi:10.1186/1752-1947-7-223. An operation counts as shown by its name, or by its
        organ in a sentence that removes, resects or operates; any other treatment by one of many words that may tell of
        it.
    """

    code: ClassVar[str] = "CW145"
    name: ClassVar[str] = "treatment-not-in-case"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        if reading.once(cases_told) > 1 or reading.once(is_excerpt):
            return
        seen: set[str] = set()
        for place, name in not_in_case(reading):
            if name not in seen:
                seen.add(name)
                message = f"`{name}` is told here, and the case has none"
                yield found(self, reading, place, message, "correct the summary, or tell it in the case")
