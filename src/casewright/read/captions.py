"""Captions of figures and tables, and entries of reference lists, recognised by how their paragraphs begin."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from casewright.document.model import Block
from casewright.patterns import lazily
from casewright.read.blocks import cut

CAPTION = lazily(
    r"(?P<what>(?:Supplement(?:ary|al)\s+|Online\s+|Additional\s+)?(?:Figures?|Figs?\.?|FIGURES?|FIGS?\.?|Tables?|TABLES?|Videos?|VIDEOS?|Scheme|Graph|Chart|Algorithm|Box|Image|IMAGE))"
    r"\s*(?P<number>[S]?\d{1,2}|[IVX]{1,4}\b|[A-Z]\d)(?P<panel>[A-Ha-h]?(?:\s?[-–,&]\s?(?:\d{1,2}|[A-Ha-h]))*)(?=[\s.:|)\]\-–—(,]|$)"
    r"\s*(?P<stop>[.:|)\]\-–—]*)\s*"
)
_ROMAN = {
    "I": "1",
    "II": "2",
    "III": "3",
    "IV": "4",
    "V": "5",
    "VI": "6",
    "VII": "7",
    "VIII": "8",
    "IX": "9",
    "X": "10",
}
_FLOATED = lazily(
    r"(?:F(?<=[.)\]\d]F)ig(?:ure)?|F(?<=[.)\]\d] F)ig(?:ure)?|T(?<=[.)\]\d]T)able|T(?<=[.)\]\d] T)able)"
    r"\.?[\s\u00a0]?(?P<number>\d{1,2})[.:]?[\s\u00a0]+(?=[A-Z(])"
)
_LONGEST = 3000  # characters of a caption
_LABEL = lazily(r"(?:Fig(?:ure)?\.?|Table)[\s\u00a0]?\d{1,2}")
_VERB = lazily(
    r"(?:shows?|showed|demonstrates?|demonstrated|illustrates?|depicts?|presents?|summari[sz]es?|lists?|describes?|is|are|was|were|"
    r"reveals?|represents?|displays?|outlines?|gives?|provides?|reports?|and|to|in|of|for)\b"
)
_TABLE = lazily(r"(?:(?:Supplement(?:ary|al)|Online|Additional)\s+)?tables?\b", re.IGNORECASE)
_NUMBERED = lazily(r"\[?(\d{1,3})(?:[\].):]|\s)\s*(?=[A-Z\"“‘'\[(À-Þa-z])")


def caption_of(block: Block) -> Block | None:
    """The block as a legend with its printed number as key, or None where it is no caption."""
    found = CAPTION.match(block.text)
    if found is None:
        return None
    rest = block.text[found.end() :]
    if rest and not found["stop"] and (rest[0].islower() or _VERB.match(rest)) and not found["panel"].strip():
        return None
    if rest and not found["stop"] and _VERB.match(rest):
        return None
    if rest[:1] in (",", ";"):
        return None
    return replace(block, kind="legend", key=_ROMAN.get(found["number"], found["number"]), level=0)


def captions_apart(block: Block) -> list[Block]:
    """A paragraph of plain text without the captions that it runs into, and these captions behind it; else the block.

    Text taken from a web page has a figure where it floated: `was normal.Fig. 2 Tumor of the cecum. Fig. 2 He was`.
    Such a caption is glued to the sentence before it, or its label is printed once more where it ends.
    """
    text = block.text
    if block.kind != "paragraph" or not ("Fig" in text or "Table" in text):
        return [block]
    floated = list(_floated(text))
    parts: list[Block] = []
    told = 0
    for number, (start, closing, behind) in enumerate(floated):
        if start < told:
            continue
        before = cut(block, told, start)  # `Fig. 1Fig. 2 A cyst`: the label of the figure before, once more
        limit = floated[number + 1][0] if number + 1 < len(floated) else len(text)
        parts += [
            *([] if _LABEL.fullmatch(before.text) else [before]),
            cut(block, start, min(closing, limit)),
        ]
        told = min(limit, behind)
    return [part for part in (*parts, cut(block, told, len(text))) if part.text] if floated else [block]


def _floated(text: str) -> Iterator[tuple[int, int, int]]:
    """Where each floated caption begins and ends, and where the text goes on behind it."""
    for match in _FLOATED.finditer(text):
        again = re.compile(rf"(?<=[.)\]]) {match[0][:3]}\w*\.?\s?{match['number']}\.?(?:\s+(?=[A-Z(])|\s*\Z)")
        closing = again.search(text, match.end(), match.end() + _LONGEST)
        if closing:
            yield match.start(), closing.start(), closing.end()
        elif not text[match.start() - 1].isspace():
            yield match.start(), len(text), len(text)


def is_table_caption(block: Block) -> bool:
    """Whether a legend belongs to a table."""
    return block.kind == "legend" and _TABLE.match(block.text) is not None


def entries_of(block: Block) -> list[Block]:
    """The entries of a reference list typed line under line, which Markdown runs into one paragraph; else the block.

    Each line must begin with the number after that of the line before it.
    """
    begun = _NUMBERED.match(block.text)
    if begun is None or len(block.anchors) < 2:
        return [block]
    starts = [0]
    for offset, _, _ in block.anchors[1:]:
        found = _NUMBERED.match(block.text, offset)
        if found and int(found[1]) == int(begun[1]) + len(starts):
            starts.append(offset)
    ends = [*starts[1:], len(block.text)]
    return [cut(block, start, end) for start, end in zip(starts, ends, strict=True)]


def reference_of(block: Block, number: int) -> Block:
    """An entry of a reference list, with its printed number as key, or its position where none is printed."""
    found = _NUMBERED.match(block.text)
    return replace(block, kind="reference", key=found[1] if found else block.key or str(number), level=0)
