"""CW344."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import ClassVar

from casewright.check.evidence.text.passage import Passage, scan, scan_near
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.document.reading import Reading
from casewright.patterns import lazily

_WORD = r"(?P<word>(?<!not )(?<!non-)resistant|susceptible|sensitive)"
_CONCENTRATION = r"(?P<least>(?:>|<|≥|≤)=?\s?\d+(?:\.\d+)?)"
_ANCHOR = lazily(r"[Mm][Ii][Cc]s?\b|[Mm]inim(?:al|um) inhibitory")
_TOLD = lazily(
    rf"\b{_WORD}\b[^.;()\[\]]{{0,60}}[(\[][^.;()\[\]]{{0,12}}"
    r"(?:MICs?|[Mm]inim(?:al|um) inhibitory concentrations?(?: \(MIC\))?)\s?(?:of|was|:|,|=)?\s?"
    rf"{_CONCENTRATION}"
)
# `Levofloxacin ≥ 8 S` in a list in which `Amikacin ≥ 64 R` stands. `≤ 0.25 R` is printed where resistance is inferred.
_ROW = lazily(r"(?P<least>(?:>=|≥)\s?\d+(?:\.\d+)?)[\s|]{1,3}\(?(?P<word>[SR])\b")
_FEW = 2  # drugs that a list has more of


class SusceptibilityAgainstConcentration:
    """A germ called resistant at the least concentration that was tested, or sensitive beyond the highest.

    Why it is bad
        `Resistant` and `sensitive` have been exchanged, or the sign before the figure has; the choice of the drug
        depends on it.

    Example
        The isolate was resistant to linezolid (MIC ≤ 1 µg/mL) and sensitive to oxacillin (MIC > 4 µg/mL).

    Write instead
        The isolate was sensitive to linezolid (MIC ≤ 1 µg/mL) and resistant to oxacillin (MIC > 4 µg/mL).

    Source
        A minimum inhibitory concentration is printed with `≤` where the least concentration of the panel stopped the
        growth, with `>` or `≥` where the highest did not, or only just (CLSI M100, from memory, not verified).
    """

    code: ClassVar[str] = "CW344"
    name: ClassVar[str] = "susceptibility-against-concentration"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        for at, match in scan_near(reading, _ANCHOR, _TOLD, 120, 60, "mic", "inhibitory"):
            if (match["word"] == "resistant") == match["least"].startswith(("<", "≤")):
                yield self._finding(reading, at, match["word"], match["least"])
        rows = list(scan(reading, _ROW, "≥", ">="))
        resistant = Counter(at.block for at, match in rows if match["word"] == "R")
        for at, match in rows:
            if match["word"] == "S" and resistant[at.block] > _FEW:
                yield self._finding(reading, at, "S", match["least"])

    def _finding(self, reading: Reading, at: Passage, word: str, least: str) -> Finding:
        message = f"the germ is called `{word}` at a concentration of {least}"
        return found(self, reading, at, message, "correct the word or the sign before the figure")
