"""Abbreviations that a key explains, whatever their letters say: `TSH = ...;`, `CRP: ...,`, `MRI - ...`, `CT, ...;`.

A list of abbreviations has each in a line: `MRI magnetic resonance imaging`.
"""

from __future__ import annotations

from collections.abc import Iterator

from casewright.document.mentions.model import AbbreviationMention
from casewright.document.reading import Reading
from casewright.patterns import lazily

_BEHIND = lazily(
    r"\s?(?:[:=]|\s[–—-])\s(?P<long>[A-Za-z][A-Za-z' /-]{3,70})(?=\s?(?:[;,.]|\Z|\n|\t|\)))"
    r"|,\s(?!and\b|or\b)(?P<listed>[A-Za-z][A-Za-z' /-]{3,70})(?=\s?(?:;|\.?\s*\Z))"
)
_OPENING = frozenset(":=–—-,")  # what an entry goes on with
_ENTRY = lazily(
    r"\s(?P<long>[a-z][A-Za-z' /-]{5,60})\.?\s*\Z"
)  # of a list of abbreviations: alone in its line
_AT_START = lazily(r"(?:\A|[;,.:\n(\t]\s?|\b[Nn]egative\s)\Z")


def explained(reading: Reading) -> Iterator[tuple[AbbreviationMention, str]]:
    """Every short form at the beginning of an entry of a key, with the words of the entry."""
    for mention in reading.abbreviations:
        if mention.long:
            continue
        text = reading.blocks[mention.block][1].text
        if text[mention.end : mention.end + 3].lstrip()[:1] not in _OPENING:
            if mention.start == 0 and mention.role == "abbreviations":
                entry = _ENTRY.match(text, mention.end)
                if entry is not None:
                    yield mention, entry["long"].strip()
            continue
        match = _BEHIND.match(text, mention.end)
        if match is not None and _AT_START.search(text, max(0, mention.start - 10), mention.start):
            yield mention, (match["long"] or match["listed"]).strip()
