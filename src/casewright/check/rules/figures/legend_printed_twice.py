"""CW457."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from casewright.check.finding import Finding, Severity
from casewright.check.rules.figures.calling import Legend, legends
from casewright.check.spotting import found
from casewright.document.reading import Reading

_LEAST = 9  # letters: shorter ones are no legends


class LegendPrintedTwice:
    """Two figures or tables with the same legend, word for word.

    Why it is bad
        Either a legend was copied and never changed, or the two show different views that nobody can tell apart.

    Example
        Figure 1. Radiograph of the wrist. Figure 2. Radiograph of the wrist.

    Write instead
        Figure 1. Anteroposterior radiograph of the wrist. Figure 2. Lateral radiograph of the wrist.

    Source
        ICMJE Recommendations, Preparing a Manuscript, Illustrations (Figures): each legend explains its own figure.
    """

    code: ClassVar[str] = "CW457"
    name: ClassVar[str] = "legend-printed-twice"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        for kind in ("figure", "table"):
            seen: dict[str, Legend] = {}
            for legend in legends(reading, kind):
                text = reading.blocks[legend.block][1].text[legend.end :]
                words = " ".join(text.lower().split()).strip(" .:|–-")
                first = seen.setdefault(words, legend)
                if len(words) >= _LEAST and first.number != legend.number:
                    message = f"{kind} {legend.number} has the legend of {kind} {first.number}, word for word"
                    yield found(self, reading, legend, message, "say what each of the two shows", [first])
