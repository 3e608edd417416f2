"""Where a manuscript tells of its patient: what the rules of this family look through."""

from __future__ import annotations

import re
from collections.abc import Iterator

from casewright.check.spotting import Span
from casewright.document.reading import Reading
from casewright.document.roles import part_of

_PATIENT = (
    "case",
    "abstract",
    "core_tip",
    "comments",
    "legends",
    "text",
    "learning_points",
    "highlights",
    "timeline",
)


def tells_of_the_patient(role: str) -> bool:
    """Whether a section of this role tells of the patient: not the front matter, not what others have published."""
    return role.partition(".")[0] in _PATIENT


def told(reading: Reading) -> Iterator[tuple[int, str]]:
    """The number and the text of every block that tells of the patient, tables included."""
    for number, (section, block) in enumerate(reading.blocks):
        if tells_of_the_patient(section.role) and block.kind not in ("heading", "reference"):
            yield number, block.text


def written(reading: Reading) -> Iterator[tuple[int, str]]:
    """The number and the text of every block between front matter and statements, the discussion included."""
    for number, (section, block) in enumerate(reading.blocks):
        if part_of(section.role) not in ("front", "back", "references") and block.kind not in (
            "heading",
            "reference",
        ):
            yield number, block.text


def matched(block: int, match: re.Match[str], group: int | str = 0) -> Span:
    """The stretch of a match in a block."""
    return Span(block, match.start(group), match.end(group))
