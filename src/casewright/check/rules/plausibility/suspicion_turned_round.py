"""CW331."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from casewright.check.evidence.text.passage import scan
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.document.reading import Reading
from casewright.patterns import lazily

_LOW = r"low (?:index|degree|level) of (?:clinical )?suspicion"
_CALLED_FOR = lazily(
    rf"\b{_LOW} (?:for [^.;,]{{1,60}} )?(?:is|are|was|should be|must be|remains) (?:\w+ly )?"
    rf"(?:needed|required|necessary|mandatory|warranted|essential|crucial|imperative|maintained|kept|important)\b"
    rf"|\b(?:maintain|keep|have|requires?|needs?) (?:an? )?{_LOW}\b",
    re.IGNORECASE,
)


class SuspicionTurnedRound:
    """A low index of suspicion that is called for, where a high one is meant.

    Why it is bad
        Who suspects little overlooks the disease; the advice is turned into its opposite.

    Example
        A low index of suspicion is needed to recognise volvulus early.

    Write instead
        A high index of suspicion is needed to recognise volvulus early.

    Source
        The meaning of the words: an index of suspicion is how readily a disease is thought of; what should be low is
        the threshold for its tests.
    """

    code: ClassVar[str] = "CW331"
    name: ClassVar[str] = "suspicion-turned-round"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        for passage, match in scan(reading, _CALLED_FOR, "suspicion"):
            words = " ".join(match[0].split())
            yield found(
                self, reading, passage, f"`{words}`: little would be suspected", "is a high one meant?"
            )
