"""CW451."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from casewright.check.finding import Finding, Severity
from casewright.check.rules.figures.calling import first_calls
from casewright.check.spotting import found
from casewright.document.reading import Reading


class FigureCalledOutOfOrder:
    """A figure or table is first called after one with a higher number.

    Why it is bad
        Figures are numbered in the order in which the text first calls them. A reader who meets Figure 3
        before Figure 2 looks for a call that is not there, and journals send the manuscript back.

    Example
        The mass enhanced (Figure 2). A radiograph had been normal (Figure 1).

    Write instead
        The mass enhanced (Figure 1). A radiograph had been normal (Figure 2).

    Source
        ICMJE Recommendations, Preparing a Manuscript, Illustrations (Figures): figures are numbered
        consecutively in the order in which they are cited in the text.
    """

    code: ClassVar[str] = "CW451"
    name: ClassVar[str] = "figure-called-out-of-order"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        """A finding for each first call that comes after a call with a higher number."""
        for kind in ("figure", "table"):
            highest = None
            for call in first_calls(reading, kind):
                if highest is None or call.number > highest.number:
                    highest = call
                    continue
                message = f"{kind} {call.number} is first mentioned after {kind} {highest.number}"
                hint = f"number each {kind} in the order of its first call"
                yield found(self, reading, call, message, hint, against=[highest])
