"""CW453."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from casewright.check.finding import Finding, Severity
from casewright.check.rules.figures.calling import calls_in_text, legends
from casewright.check.spotting import found
from casewright.document.reading import Reading


class FigureWithoutCall:
    """A figure or table has a legend and is called nowhere in the text.

    Why it is bad
        The reader is not told when to look at it, and the typesetter not where to put it.

    Example
        Legends of Figures 1 to 3, and a text that calls Figures 1 and 2.

    Write instead
        Call the figure where the text speaks of what it shows.

    Source
        ICMJE Recommendations, Preparing a Manuscript, Tables: each table is cited in the text; Illustrations (Figures).
    """

    code: ClassVar[str] = "CW453"
    name: ClassVar[str] = "figure-without-call"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        """A finding at each such legend, where others of its kind are called."""
        for kind in ("figure", "table"):
            if not calls_in_text(reading, kind):
                continue
            called = {call.number for call in reading.calls if call.kind == kind}
            seen: set[int] = set()
            for legend in legends(reading, kind):
                if legend.number not in called and legend.number not in seen:
                    seen.add(legend.number)
                    message = f"{kind} {legend.number} is called nowhere in the text"
                    yield found(
                        self, reading, legend, message, "call it where the text speaks of what it shows"
                    )
