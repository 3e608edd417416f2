"""CW154."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import ClassVar

from casewright.check.evidence.people.cases import cases_told
from casewright.check.evidence.telling.slots import Slot, value_of
from casewright.check.evidence.telling.untold import untold_figures
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import as_said, found
from casewright.document.reading import Reading

_MOST = 3  # notes of a report


class FigureOnlyRetold:
    """A figure of our patient in a discussion or a summary that the case does not have, where it has another.

    Why it is bad
        The reader cannot tell whether the figure is new or a slip for the one that the case tells.

    Example
        Case report: The patient was anhepatic for 15 hours before reperfusion. Discussion: In this patient the
        anhepatic time was 25 hours.

    Write instead
        Case report: The patient was anhepatic for 15 hours before reperfusion. Discussion: In this patient the
        anhepatic time was 15 hours.

    Source
        The sentence must name our patient outright and share rare words with one of the case that has another figure in
        the same unit; sums and differences of two figures of the case, limits and round figures are left alone. Often
        the figure is of something else: so it is a note.
    """

    code: ClassVar[str] = "CW154"
    name: ClassVar[str] = "figure-only-retold"
    severity: ClassVar[Severity] = "note"

    def check(self, reading: Reading) -> Iterator[Finding]:
        if reading.once(cases_told) > 1:
            return
        for each in islice(untold_figures(reading), _MOST):
            here, there = _said(reading, each.figure), _said(reading, each.case)
            message = (
                f"{here} stands here and nowhere in the case, which has {there} in like words; is that meant?"
            )
            hint = "correct one of the two, or tell it in the case; if it is of something else, leave it as it is"
            yield found(self, reading, each.figure, message, hint, [each.case])


def _said(reading: Reading, slot: Slot) -> str:
    return as_said((value_of(reading, slot) or slot).text)
