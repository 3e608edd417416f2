"""What the rules of this family ask of a reading: the calls in running text, and the legends by kind and number."""

from __future__ import annotations

from casewright.document.mentions.model import CallMention
from casewright.document.reading import Reading
from casewright.document.roles import part_of


def calls_in_text(reading: Reading, kind: str) -> list[CallMention]:
    """The calls of figures or of tables in running text, in reading order; legends and tables call nothing first."""
    return [
        call
        for call in reading.calls
        if call.kind == kind
        and part_of(call.role) in ("abstract", "core_tip", "main", "comments")
        and reading.blocks[call.block][1].kind in ("paragraph", "item")
    ]


def first_calls(reading: Reading, kind: str) -> list[CallMention]:
    """The first call of each number, in reading order."""
    first: dict[int, CallMention] = {}
    for call in calls_in_text(reading, kind):
        first.setdefault(call.number, call)
    return list(first.values())
