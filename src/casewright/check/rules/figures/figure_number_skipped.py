"""CW452."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from casewright.check.evidence.text.extent import is_excerpt
from casewright.check.finding import Finding, Severity
from casewright.check.rules.figures.calling import figures_were_read, first_calls, legends
from casewright.check.spotting import found
from casewright.document.reading import Reading


class FigureNumberSkipped:
    """The calls of figures or tables leave a number out, and no legend has it.

    Why it is bad
        The reader looks for a figure that does not exist. Mostly one was dropped in revision and the rest kept their
        numbers.

    Example
        The mass enhanced (Figure 1). Histology showed rosettes (Figure 3).

    Write instead
        The mass enhanced (Figure 1). Histology showed rosettes (Figure 2).

    Source
        ICMJE Recommendations, Preparing a Manuscript, Illustrations (Figures): figures are numbered consecutively in
        the order in which they are cited in the text. Of a passage without headings, whose other calls may have been
        cut away, nothing is said.
    """

    code: ClassVar[str] = "CW452"
    name: ClassVar[str] = "figure-number-skipped"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        """A finding at the first call of the next higher number."""
        if is_excerpt(reading):
            return  # the calls of the rest are not seen
        for kind in ("figure", "table"):
            if figures_were_read(reading, kind):
                continue  # CW453 and CW454 know better
            firsts = {call.number: call for call in first_calls(reading, kind)}
            known = firsts.keys() | {legend.number for legend in legends(reading, kind)}
            for number, call in sorted(firsts.items()):
                if number > 1 and number - 1 not in known:
                    message = f"{kind} {number} is mentioned, and there is no {kind} {number - 1}"
                    yield found(
                        self, reading, call, message, f"number each {kind} in the order of its first call"
                    )
