"""CW459."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from casewright.check.evidence.text.passage import Passage
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.document.reading import Reading
from casewright.patterns import lazily

_POSITION = lazily(
    r"\((?:the )?(?P<where>left|right|top|bottom|upper|lower)(?: (?:panel|image|picture|side|row|half))?\)"
)
_OTHER = {
    "left": "right", "right": "left", "top": "bottom", "bottom": "top", "upper": "lower", "lower": "upper",
}  # fmt: skip


class PositionToldTwice:
    """A legend that puts two pictures in one place: `before (left) and after (left)`.

    Why it is bad
        The reader cannot tell which picture is which.

    Example
        The wrist before (left) and after the operation (left).

    Write instead
        The wrist before (left) and after the operation (right).

    Source
        ICMJE Recommendations, Preparing a Manuscript, Illustrations (Figures): what identifies parts of an illustration
        is explained in the legend. Said only where the opposite place is not named in the legend at all.
    """

    code: ClassVar[str] = "CW459"
    name: ClassVar[str] = "position-told-twice"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        for number, (_, block) in enumerate(reading.blocks):
            if block.kind != "legend" or "(" not in block.text:
                continue
            places = [*_POSITION.finditer(block.text.lower())]
            named = {match["where"] for match in places}
            if len(places) != 2 or len(named) != 1:
                continue
            where = named.pop()
            if _OTHER[where] in block.text.lower():
                continue
            first, second = (Passage(number, match.start(), match.end()) for match in places)
            message = f"two pictures of one legend are both `{where}`"
            yield found(self, reading, second, message, f"is one of them {_OTHER[where]}?", [first])
