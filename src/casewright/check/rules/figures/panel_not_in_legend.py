"""CW455."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from casewright.check.finding import Finding, Severity
from casewright.check.rules.figures.calling import calls_in_text, legends
from casewright.check.spotting import found
from casewright.document.reading import Reading


class PanelNotInLegend:
    """A panel is called that the legend of its figure does not have.

    Why it is bad
        The reader is sent to a picture that is not there, or is there without a word on what it shows.

    Example
        "synaptophysin was positive (Figure 2E)", and a legend with panels A to D.

    Write instead
        synaptophysin was positive (Figure 2D)

    Source
        ICMJE Recommendations, Preparing a Manuscript, Illustrations (Figures): symbols, letters and numbers
        that identify parts of an illustration are each explained in the legend.
    """

    code: ClassVar[str] = "CW455"
    name: ClassVar[str] = "panel-not-in-legend"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        """A finding at each such call, where the legend has panels A, B and so on; against the legend."""
        known: dict[int, list[tuple[str, ...]]] = {}
        by_number = {}
        for legend in legends(reading, "figure"):
            known.setdefault(legend.number, []).append(legend.panels)
            by_number[legend.number] = legend
        for call in calls_in_text(reading, "figure"):
            panels = known.get(call.number, [()])
            absent = [panel for panel in call.panels if panel not in panels[0]]
            if len(panels) == 1 and panels[0] and absent:
                extent = f"its legend has {panels[0][0]} to {panels[0][-1]}"
                message = f"panel {absent[0]} of figure {call.number} is called, and {extent}"
                hint = "explain the panel in the legend, or correct the call"
                yield found(self, reading, call, message, hint, against=[by_number[call.number]])
