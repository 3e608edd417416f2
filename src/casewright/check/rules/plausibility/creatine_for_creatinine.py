"""CW310."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from casewright.check.evidence.text.passage import Passage, scan
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.document.reading import Reading
from casewright.patterns import lazily

_NAMED = lazily(
    r"\b(?P<enzyme>[Cc]reatinine[ -](?:phospho)?kinase)\b|\b(?P<waste>[Cc]reatine)(?: levels?)?(?: of| was|:| =)?\s?\(?"
    r"\d[\d.]*(?!\s?[µμ]?I?[UuK]|[\d.])",
    re.IGNORECASE,
)


class CreatineForCreatinine:
    """Creatine and creatinine exchanged: `creatinine kinase`, or a creatine that is a kidney's value.

    Why it is bad
        They are two substances: the enzyme of muscle turns over creatine, and the kidney clears creatinine.

    Example
        Creatinine kinase was 4200 U/L.

    Write instead
        Creatine kinase was 4200 U/L.

    Source
        LOINC 2157-6 (creatine kinase) and 2160-0 (creatinine).
    """

    code: ClassVar[str] = "CW310"
    name: ClassVar[str] = "creatine-for-creatinine"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        """One finding for each of the two, at its first place."""
        places: dict[str, list[Passage]] = {}
        for passage, match in scan(
            reading, _NAMED, "creatinine kin", "creatinine phos", "creatinine-", "creatine "
        ):
            kind = match.lastgroup or ""
            start = match.start(kind)
            places.setdefault(kind, []).append(Passage(passage.block, start, match.end(kind)))
        for kind, (first, *others) in places.items():
            message = (
                "the kinase is one of creatine"
                if kind == "enzyme"
                else "the value of the kidney is creatinine"
            )
            hint = "write creatine kinase" if kind == "enzyme" else "write creatinine, if it is meant"
            yield found(self, reading, first, message, hint, others)
