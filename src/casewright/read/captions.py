"""Captions of figures and tables, and entries of reference lists, recognised by how their paragraphs begin."""

from __future__ import annotations

import re
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
_GLUED = lazily(
    r"(?P<label>(?:F(?<=[.)\]\d]F)ig(?:ure)?\.?|T(?<=[.)\]\d]T)able)[\s\u00a0]?\d{1,2})[.:]?[\s\u00a0]+(?=[A-Z(])"
)
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
    """
    text = block.text
    if block.kind != "paragraph" or not ("Fig" in text or "Table" in text):
        return [block]
    glued = list(_GLUED.finditer(text))
    if not glued:
        return [block]
    ends = [each.start() for each in glued[1:]] + [len(text)]
    parts: list[Block] = []
    told = 0
    for match, end in zip(glued, ends, strict=True):
        closing = _again(text, match["label"], match.end(), end)
        before = cut(
            block, told, match.start()
        )  # `Fig. 1Fig. 2 A cyst`: the label of the figure before, once more
        parts += [*([] if _LABEL.fullmatch(before.text) else [before]), cut(block, match.start(), closing)]
        told = min(end, closing + len(match["label"]) + 1)
    return [part for part in (*parts, cut(block, told, len(text))) if part.text]


def _again(text: str, label: str, start: int, end: int) -> int:
    """Where a label is printed again by itself behind a sentence, or the end."""
    place = text.find(f" {label}", start, end)
    while place >= 0:
        behind = text[place + len(label) + 1 : place + len(label) + 3]
        if text[place - 1] in ".)]" and (not behind or (behind[0] == " " and behind[1:].isupper())):
            return place
        place = text.find(f" {label}", place + 1, end)
    return end


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
