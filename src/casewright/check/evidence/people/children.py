"""Whether the patient of a report is a child."""

from __future__ import annotations

from casewright.document.reading import Reading
from casewright.patterns import lazily

_FEW = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
_CHILD = lazily(
    rf"\b(?:(?:\d|1[0-7]|{_FEW})[\s-]years?|(?:\d{{1,2}}|{_FEW})[\s-](?:month|week|day)s?)[\s-]old\b[^.;]{{0,40}}?"
    r"\b(?:boy|girl|male|female|infant|child|newborn|neonate|baby)\b"
)
_GROWN = lazily(r"\b(?:1[89]|[2-9]\d)[\s-]years?[\s-]old\b|\bgravid")


def of_child(reading: Reading) -> bool:
    """Whether the patient is a child, and no mother is told of with it: `the infant` is then the patient.

    Ask for it by `Reading.once`.
    """
    told = [block.text for section, block in reading.blocks if section.role.startswith(("case", "text"))]
    return any(_CHILD.search(text) for text in told) and not any(_GROWN.search(text) for text in told)
