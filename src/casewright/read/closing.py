"""What a reader owes the checker: to say plainly what of a document was not read."""

from __future__ import annotations

from dataclasses import replace

from casewright.document.model import Document
from casewright.document.roles import part_of

_NO_ROLE = ("text", "front", "title")


def close(document: Document) -> Document:
    """The document with its `unread` completed: no text, or no section that could be recognised."""
    unread = list(document.unread)
    if not any(block.text.strip() for _, block in document.blocks()):
        unread.append("no text was found in this file")
    elif not any(
        section.role not in _NO_ROLE and part_of(section.role) != "front" for section in document.sections
    ):
        unread.append("no section was recognised: none of the headings that journals use was found")
    return replace(document, unread=tuple(unread))
