"""CW453."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from casewright.check.finding import Finding, Severity
from casewright.check.rules.figures.calling import calls_in_text, legends
from casewright.check.spotting import found
from casewright.document.reading import Reading
from casewright.patterns import lazily

_SPOKEN = {  # in words that are no call: `the figure`
    "figure": lazily(r"\b(?:[Ff]ig(?:ure|s|\.)|FIG)"),
    "table": lazily(r"\b(?:[Tt]ables?\b|TABLE|[Tt]ab\.)"),
}


class FigureWithoutCall:
    """A figure or table has a legend and is mentioned nowhere in the text.

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
        """A finding at each such legend; where no figure is called at all, at the first one, for all of them."""
        for kind in ("figure", "table"):
            called = {call.number for call in reading.calls if call.kind == kind}
            if not calls_in_text(reading, kind):
                if not called:
                    yield from self._none_called(reading, kind)
                continue
            seen: set[int] = set()
            for legend in legends(reading, kind):
                if legend.number not in called and legend.number not in seen:
                    seen.add(legend.number)
                    message = f"{kind} {legend.number} is mentioned nowhere in the text"
                    yield found(
                        self, reading, legend, message, "call it where the text speaks of what it shows"
                    )

    def _none_called(self, reading: Reading, kind: str) -> Iterator[Finding]:
        found_here = legends(reading, kind)
        numbers = [legend.number for legend in found_here]
        others = kind == "table" and calls_in_text(reading, "figure")  # the calls were read
        if len(numbers) < (1 if others else 2) or len(set(numbers)) < len(numbers):
            return  # one alone may have lost its call in reading
        texts = [reading.blocks[legend.block][1].text[legend.end :] for legend in found_here]
        least = 2 if kind == "figure" else 0  # words of a legend: fewer are a label that stands alone
        paragraphs = [block.text for _, block in reading.blocks if block.kind in ("paragraph", "item")]
        if all(len(text.split()) > least for text in texts) and not any(
            map(_SPOKEN[kind].search, paragraphs)
        ):
            alone = (
                f"{kind} {numbers[0]} is mentioned nowhere"
                if len(numbers) == 1
                else f"no {kind} is mentioned"
            )
            message = f"{alone} in the text"
            hint = "call it where the text speaks of what it shows"
            yield found(self, reading, found_here[0], message, hint, found_here[1:])
