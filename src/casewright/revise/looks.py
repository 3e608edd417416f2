"""Changes of looks only: words that are the same and are printed otherwise (bold, italic, raised, lowered, linked)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, pairwise

from casewright.revise.align import Change
from casewright.revise.paragraphs import Paragraph

FORMATS = frozenset(("strong", "emphasis", "superscript", "subscript", "link"))
Look = frozenset[str]


def looks_changed(old: Sequence[Paragraph], new: Sequence[Paragraph], changes: Sequence[Change]) -> int:
    """How many stretches of unchanged words look otherwise; `changes` are those of the words."""
    before, after = _looks(old), _looks(new)
    ends = [(0, 0), *chain.from_iterable(((c.start, c.new_start), (c.end, c.new_end)) for c in changes)]
    count = 0
    for (start, new_start), (end, _) in list(pairwise([*ends, (len(before), len(after))]))[::2]:
        differs = False
        for offset in range(end - start):
            at, now = start + offset, new_start + offset
            if now >= len(after) or before[at] is None:
                continue
            was_different, differs = differs, before[at] != after[now]
            count += differs and not was_different
    return count


def _looks(paragraphs: Sequence[Paragraph]) -> list[Look | None]:
    """How each character looks; None of white space, which marks leave out at their ends."""
    found: list[Look | None] = []
    for paragraph in paragraphs:
        looks: list[set[str]] = [set() for _ in paragraph.text]
        for mark in paragraph.marks:
            if mark.kind in FORMATS:
                for offset in range(mark.start, mark.end):
                    looks[offset].add(mark.kind)
        found += [
            None if character.isspace() else frozenset(look)
            for character, look in zip(paragraph.text, looks, strict=True)
        ]
        found.append(None)
    return found
