"""CW455."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from casewright.check.finding import Finding, Severity
from casewright.check.rules.figures.calling import calls_in_text, panels_of
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
        known = panels_of(reading)
        for call in calls_in_text(reading, "figure"):
            if call.number not in known:
                continue
            legend, panels = known[call.number]
            text = reading.blocks[legend.block][1].text
            absent = [panel for panel in call.panels if panel not in panels and not _is_named(panel, text)]
            if absent:
                extent = f"its legend has {panels[0]} to {panels[-1]}"
                message = f"panel {absent[0]} of figure {call.number} is called, and {extent}"
                hint = "explain the panel in the legend, or correct the call"
                yield found(self, reading, call, message, hint, against=[legend])


def _is_named(panel: str, legend: str) -> bool:
    """Whether a letter stands by itself in a legend, if in other words than the panels that were read."""
    return re.search(rf"(?<![\w.-]){panel}(?![\w.-])", legend) is not None
