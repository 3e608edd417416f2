"""CW307."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import ClassVar

from casewright.check.evidence.values.lettered import lettered_over
from casewright.check.evidence.values.scales import scored, scored_over
from casewright.check.evidence.values.tnm import categories
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.document.reading import Reading


class ScoreOffItsScale:
    """A clinical score or class that lies beyond the ends of its scale.

    Why it is bad
        No patient can have it; the reader cannot tell which value was found.

    Example
        The Glasgow Coma Scale score was 17.

    Write instead
        The Glasgow Coma Scale score was 15.

    Source
        The ends of each scale, by its definition: 3 to 15 of the Glasgow Coma Scale, 0 to 10 of the Apgar score,
        I to IV of the New York Heart Association, A to C of Child and Pugh, and so on
        (`casewright.check.evidence.values.scales` and `lettered`). They were not
        verified scale by scale. T0 to T4, N0 to N3 and M0 to M1: TNM Classification of Malignant Tumours, 8th edition
        (UICC 2017).
    """

    code: ClassVar[str] = "CW307"
    name: ClassVar[str] = "score-off-its-scale"
    severity: ClassVar[Severity] = "error"

    def check(self, reading: Reading) -> Iterator[Finding]:
        cited = {(each.block, each.start) for each in reading.citations}
        for each in chain(scored(reading), scored_over(reading), categories(reading)):
            if (each.place.block, each.place.start) in cited:
                continue  # `the dyspnea scale mMRC (7)`
            if not each.least <= each.value <= each.greatest:
                message = f"the {each.name} goes from {each.least} to {each.greatest}"
                yield found(self, reading, each.place, message, "correct the value")
        for class_ in lettered_over(reading):
            message = f"the {class_.name} goes from A to {class_.last}"
            yield found(self, reading, class_.place, message, "correct the letter")
