"""CW454."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from casewright.check.finding import Finding, Severity
from casewright.check.rules.figures.calling import (
    figures_were_read,
    first_calls,
    is_labelled_within,
    legends,
)
from casewright.check.spotting import found
from casewright.document.reading import Reading


class FigureWithoutLegend:
    """A figure or table is called that has no legend.

    Why it is bad
        The reader is sent to something that is not there.

    Example
        A text that calls Figure 4, and legends of Figures 1 to 3.

    Write instead
        Add the figure with its legend, or correct the number of the call.

    Source
        ICMJE Recommendations, Preparing a Manuscript, Illustrations (Figures).
    """

    code: ClassVar[str] = "CW454"
    name: ClassVar[str] = "figure-without-legend"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        """A finding at the first call of each, where the other legends were read."""
        for kind in ("figure", "table"):
            if not figures_were_read(reading, kind):
                continue
            numbers = {legend.number for legend in legends(reading, kind)}
            for call in first_calls(reading, kind):
                if call.number not in numbers and not is_labelled_within(reading, kind, call.number):
                    message = f"{kind} {call.number} is mentioned in the text and has no legend"
                    yield found(self, reading, call, message, "add its legend, or correct the number")
