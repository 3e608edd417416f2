"""CW246."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from casewright.check.evidence.text.passage import having, scan
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.document.reading import Reading
from casewright.patterns import lazily

_TERMS = r"(?P<terms>\d{1,2}(?:\s?\+\s?\d{1,2}){1,5})"
_EQUATION = lazily(rf"(?<![\d.+×x*/^-])(?<![A-Za-z]){_TERMS}\s?=\s?(?P<sum>\d{{1,3}})(?![\d%+×x*/^-]|\.\d)")
_BRACKET = lazily(
    rf"\b(?:[Gg]leason|[Ss]core|[Ss]um|[Gg]rade|[Tt]otal|[Pp]oints|[Ii]ndex)\b[^.;()\d]{{0,25}}(?P<sum>\d{{1,3}})(?:/\d{{1,3}})?"
    rf"\s?[(\[](?:[A-Za-z ]{{0,12}}){_TERMS}[)\],;]"
)
_SIGN = lazily(r"\+\s?\d")


class ScoreNotItsSum:
    """A score that is not the sum of the parts printed with it.

    Why it is bad
        The score or one of its parts is wrong, and the grade of a tumour may rest on it.

    Example
        Biopsy showed adenocarcinoma, Gleason score 8 (3 + 4).

    Write instead
        Biopsy showed adenocarcinoma, Gleason score 7 (3 + 4).

    Source
        Addition: whole numbers joined by plus signs, before an equals sign or in brackets behind the score.
    """

    code: ClassVar[str] = "CW246"
    name: ClassVar[str] = "score-not-its-sum"
    severity: ClassVar[Severity] = "error"

    def check(self, reading: Reading) -> Iterator[Finding]:
        blocks = having(reading, _SIGN)
        for pattern in (_EQUATION, _BRACKET) if blocks else ():
            for passage, match in scan(reading, pattern, among=blocks):
                total = sum(int(each) for each in re.findall(r"\d+", match["terms"]))
                if total != int(match["sum"]):
                    message = f"{match['terms']} is {total}, not {match['sum']}"
                    yield found(self, reading, passage, message, "correct the sum or one of its parts")
