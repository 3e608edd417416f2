"""CW457."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from casewright.check.finding import Finding, Severity
from casewright.check.rules.figures.calling import Legend, legends
from casewright.check.spotting import found
from casewright.document.reading import Reading

_CONTINUED = ("cont", "(cont", "part", "(part", "panel")
_SHARED = (
    0.5  # of the words of the shorter of two legends: one printed under the picture and again in the list
)
_LEAST = 9  # letters: shorter ones are no legends


class LegendPrintedTwice:
    """Two figures or tables with the same legend, word for word, or two legends with the same number.

    Why it is bad
        Either a legend was copied and never changed, or the two show different views that nobody can tell apart. Of
        two with one number the text can call only one.

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
            numbered: dict[int, tuple[Legend, str]] = {}
            for legend in legends(reading, kind):
                text = reading.blocks[legend.block][1].text[legend.end :]
                words = " ".join(text.lower().split()).strip(" .:|–-")
                first = seen.setdefault(words, legend)
                other, its_words = numbered.setdefault(legend.number, (legend, words))
                if other is not legend and _are_two((other, its_words), (legend, words)):
                    message = f"two {kind}s have the number {legend.number}"
                    hint = "give each a number of its own, in the order of their calls"
                    yield found(self, reading, legend, message, hint, [other])
                if first.number == legend.number or len(words) < _LEAST:
                    continue
                if not (_is_told_on(reading, first) and _is_told_on(reading, legend)):
                    message = f"{kind} {legend.number} has the legend of {kind} {first.number}, word for word"
                    yield found(self, reading, legend, message, "say what each of the two shows", [first])


def _is_told_on(reading: Reading, legend: Legend) -> bool:
    """Whether one paragraph alone follows a legend before the next: the legend is a title, and that explains it."""
    behind = [block.kind for _, block in reading.blocks[legend.block + 1 : legend.block + 3]]
    return behind[:1] == ["paragraph"] and behind[1:] in ([], ["legend"], ["heading"])


def _are_two(one: tuple[Legend, str], other: tuple[Legend, str]) -> bool:
    """Whether two legends of one number are of two pictures: not of two panels, nor one legend printed again."""
    if any(len(legend.panels) == 1 or words.startswith(_CONTINUED) for legend, words in (one, other)):
        return False
    first, second = (set(words.split()) for _, words in (one, other))
    return min(len(first), len(second)) > 1 and len(first & second) < _SHARED * min(len(first), len(second))
