"""Which of several numbered patients each block of a report tells of."""

from __future__ import annotations

from casewright.document.headings import case_number
from casewright.document.reading import Reading
from casewright.document.roles import part_of
from casewright.patterns import lazily

_RUN_IN = lazily(r"(?:case|patient)\s(?:no\.?\s?|number\s)?(?:\d{1,2}|ii?i?|one|two|three)\s?[:.—–-]")
_SHORT = 60  # characters of a heading inside a paragraph, and a few more


def numbered_cases(reading: Reading) -> tuple[str, ...]:
    """The number of the case that each block belongs to, by the heading above it or at its start; else "".

    A heading that names no case goes on with the one before it, as `Physical examination` below `Case 2` does, until
    the case is over.
    """
    found: list[str] = []
    number, above = "", None
    for section, block in reading.blocks:
        if section is not above:
            above = section
            told = case_number(section.title)
            number = told or (number if part_of(section.role) == "main" and _is_case(section.role) else "")
        if number or _is_case(section.role):
            head = block.text[:_SHORT].lower()
            number = case_number(head) if _RUN_IN.match(head) else number
        found.append(number)
    return tuple(found)


def _is_case(role: str) -> bool:
    return role.partition(".")[0] == "case"
