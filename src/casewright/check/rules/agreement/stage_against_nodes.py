"""CW122."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from casewright.check.evidence.people.cases import cases_told
from casewright.check.evidence.text.around import vocabulary
from casewright.check.evidence.text.parts import of_patient
from casewright.check.evidence.text.passage import Passage, scan
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.document.mentions.wordset import words
from casewright.document.reading import Reading
from casewright.patterns import lazily

_N = lazily(r"(?<![A-Za-z])(?P<how>[py]{0,2})T(?P<t>[0-4])[a-d]?(?:\(m\))?,? ?p?N(?P<n>[0-3])")
_COUNT = lazily(
    r"(?P<tumor>\b(?:metasta\w+|carcinoma|adenocarcinoma|tumou?r|cancer|(?-i:[A-Z]{2,5}))\b (?:[a-z]+ ){0,2}?in )?"
    r"(?P<k>\d{1,2}) ?(?:/|of|out of) ?(?P<n>\d{1,3}) (?:[\w-]+ ){0,5}?(?:lymph )?nodes?\b"
    r"(?P<said> (?:was|were|is|are)? ?(?:positive|involved|metastatic|negative|showed metasta\w+))?",
    re.IGNORECASE,
)
_NONE = lazily(
    r"\bno (?:evidence of )?(?:regional |lymphatic )?(?:lymph )?node (?:metasta\w+|involvement)",
    re.IGNORECASE,
)

_NODES = words("node nodes")


class StageAgainstNodes:
    """A stage without nodal metastasis where nodes are said to hold tumor, or the other way round.

    Why it is bad
        The N category is read off the nodes; whoever plans the next treatment reads the stage alone.

    Example
        The tumor was staged as pT2pN0M0. Carcinoma was found in 1/2 lymph nodes.

    Write instead
        The tumor was staged as pT2pN1M0. Carcinoma was found in 1/2 lymph nodes.

    Source
        TNM Classification of Malignant Tumours, 8th edition (UICC 2017): N0 is no regional lymph node metastasis.
    """

    code: ClassVar[str] = "CW122"
    name: ClassVar[str] = "stage-against-nodes"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        if reading.once(vocabulary).isdisjoint(_NODES):
            return
        stages = [
            (place, match["n"] != "0", match["t"])
            for place, match in scan(reading, _N, "n0", "n1", "n2", "n3")
            if match["how"] and _own(reading, place)
        ]
        if not stages or reading.once(cases_told) > 1:
            return
        nodes = list(_nodes(reading))
        for place, involved, size in stages:
            if any(other[1] != involved and other[2] != size for other in stages):
                continue  # of two tumors
            against = [other for other, found_there in nodes if found_there != involved]
            if against and len(against) == len(nodes):
                held = "holds" if involved else "holds no"
                message = f"the stage {held} nodal metastasis, and the nodes are told otherwise"
                yield found(self, reading, place, message, "make the stage and the nodes agree", against[:2])


def _nodes(reading: Reading) -> Iterator[tuple[Passage, bool]]:
    """The places that tell of the nodes, each with whether any holds tumor."""
    for place, match in scan(reading, _COUNT, "node"):
        said = (match["said"] or "").lower()
        if (match["tumor"] or said) and "negative" not in said and _own(reading, place):
            yield place, match["k"] != "0"
    for place, _ in scan(reading, _NONE, "node"):
        if _own(reading, place):
            yield place, False


def _own(reading: Reading, place: Passage) -> bool:
    return of_patient(reading, reading.sentence_at(place.block, place.start), place.start)
