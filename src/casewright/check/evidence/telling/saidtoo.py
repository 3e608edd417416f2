"""Whether the case says somewhere, in whatever words, that a test was as another telling has it.

A test is done again: `the swabs were negative ... but a new nasal swab was positive` tells of both.
"""

from __future__ import annotations

import re

from casewright.check.evidence.text.parts import of_patient, part_at
from casewright.document.reading import Reading

_SAID = r"(?P<said>positive|negative|reactive|non-?reactive)\b"


def says_too(reading: Reading, name: str, *, positive: bool) -> bool:
    """Whether a sentence of the case has the name of a test, and next to it in its clause this result."""
    beside = re.compile(
        rf"(?<![\w-]){re.escape(name)}(?![\w-])[^.,;:()]{{0,50}}?"
        r" (?:was|were|been|came|turned|became|returned|tested|proved|remained)"
        rf" (?:back |out |\w+ly |also |again |now ){{0,2}}{_SAID}",
        re.IGNORECASE,
    )
    for stretch in reading.stretches:
        if part_at(reading, stretch.sentence.block) != "body" or name.lower() not in stretch.lower:
            continue
        for match in beside.finditer(stretch.text):
            is_so = match["said"].lower().startswith(("posit", "react"))
            if is_so == positive and of_patient(reading, stretch.sentence.index):
                return True
    return False
