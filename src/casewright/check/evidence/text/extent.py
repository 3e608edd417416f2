"""How much of a report was read: what is not in a part of one is not missing from it."""

from __future__ import annotations

import re

from casewright.document.reading import Reading
from casewright.document.roles import part_of
from casewright.patterns import lazily

_LEAST_WORDS = 300
_LETTER = lazily(r"(?:Dear |To the |Letter to the )(?:Sirs?|Madam|Editors?|Editor-in-Chief)\b", re.IGNORECASE)


def is_report(reading: Reading) -> bool:
    """Whether the text is a case report with its case and something around it, not a fragment."""
    roles = {section.role.partition(".")[0] for section in reading.document.sections}
    words = sum(block.text.count(" ") + 1 for _, block in reading.blocks)
    return (
        "case" in roles
        and (bool(roles & {"discussion", "introduction", "abstract"}) or is_letter(reading))
        and words >= _LEAST_WORDS
    )


def is_excerpt(reading: Reading) -> bool:
    """Whether the case was read alone and without a heading: an abstract, a passage that was cut out."""
    return all(
        block.kind != "heading" and section.role.partition(".")[0] in ("case", "text")
        for section, block in reading.blocks
    )


def is_whole(reading: Reading) -> bool:
    """Whether the abstract was read, which letters do not have, and statements or references as well."""
    sections = [section for section in reading.document.sections if section.text.strip()]
    begun = is_letter(reading) or any(part_of(section.role) == "abstract" for section in sections)
    return begun and any(part_of(section.role) in ("back", "references") for section in sections)


def is_letter(reading: Reading) -> bool:
    """Whether the text addresses an editor: it has a case and references, and no abstract or headings."""
    return any(_LETTER.match(block.text) is not None for _, block in reading.blocks[:4])


def stands_before_the_case(reading: Reading) -> bool:
    """Whether running text of the main part comes before the case: an introduction, whatever its heading."""
    for section in reading.document.sections:
        if section.role.partition(".")[0] == "case":
            return False
        if part_of(section.role) == "main" and section.text.strip():
            return True
    return False
