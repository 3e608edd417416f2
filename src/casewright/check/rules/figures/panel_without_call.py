"""CW456."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from casewright.check.finding import Finding, Severity
from casewright.check.rules.figures.calling import calls_in_text, panels_of
from casewright.check.spotting import found
from casewright.document.reading import Reading


class PanelWithoutCall:
    """A panel of a figure is never called, although the others are called one by one.

    Why it is bad
        What the panel shows is left out of the argument, or its call has a wrong letter.

    Example
        A legend with panels A to C, and a text that calls Figure 1A and Figure 1B.

    Write instead
        Call Figure 1C too, or the figure as a whole.

    Source
        ICMJE Recommendations, Preparing a Manuscript, Illustrations (Figures).
    """

    code: ClassVar[str] = "CW456"
    name: ClassVar[str] = "panel-without-call"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        """A finding at the legend, unless the figure is also called whole."""
        for number, (legend, panels) in panels_of(reading).items():
            calls = [call for call in calls_in_text(reading, "figure") if call.number == number]
            called = {panel for call in calls for panel in call.panels}
            uncalled = [panel for panel in panels if panel not in called]
            if called and uncalled and all(call.panels for call in calls):
                message = (
                    f"panel {uncalled[0]} of figure {number} is never mentioned, and panel {min(called)} is"
                )
                hint = "call the panel, or the figure as a whole"
                yield found(self, reading, legend, message, hint, calls[:1])
