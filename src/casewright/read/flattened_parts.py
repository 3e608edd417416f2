"""Titles, captions and references inside text that was flattened onto one line."""

from __future__ import annotations

import re
from dataclasses import replace

from casewright.document.model import Block
from casewright.patterns import lazily
from casewright.read.blocks import cut, joined

_TITLE_ENDS = lazily(r"\s\|\s| Warning: | Skip to | - (?:PMC|PubMed|J |Journal)|\s{2}|(?<=[a-z]) Abstract\b")
_CAPTION = lazily(
    r"(?:(?<=[.\])”])|(?<=window)|(?<=view)|(?<=\)\.))\s+(?=(?:Figure|FIGURE|Fig\.?|Table|TABLE)\s?\d{1,2}\s?[.:]?\s+(?:[A-Z(0-9\"“][^\s]*\s))"
)
_CAPTION_HEAD = lazily(r"(?:Figure|FIGURE|Fig\.?|Table|TABLE)\s?\d{1,2}\s?[.:]?\s+")
_CAPTION_END = lazily(
    r"[.!?][\"”)]?\s+(?=[A-Z])|\s(?=Open in a separate window|Click here to view)"
    r"|(?<=[a-z])\s(?=This is |The patient|She |He )"
)
_PANEL = lazily(
    r"\(?[A-H]\)?\s?[:.)]|\([A-H]\)|[A-H][:,]|(?:Arrows?|Note|Scale|Magnification|Original|Hematoxylin|H&E)\b"
)
_VERBS = lazily(r"(?:[A-Z]\w* )?(?:shows?|demonstrates?|summari[sz]es|outlines|illustrates?|lists|depicts)\b")
_REFERENCE_START = lazily(
    r"\s*(?:\[?1[.\])]|1\s+[A-Z]|[A-Z][\w'’-]+,? (?:[A-Z]{1,3}|[A-Z][a-z]+ ?[A-Z]?)\b[^.]{0,200}[,:.])"
)
_AFTER_NUMBER = lazily(r"\s+[A-ZÀ-Þ\"“‘'\[(]|\s+(?:de|van|von|el|al|den|di|da)\b")
_LINKS = lazily(
    r"(?:PubMed Central |PubMed |Article |View Article |CrossRef )*Google Scholar\s+"
    r"|(?:\[(?:PubMed|Google Scholar|CrossRef|PMC free article)\]\s*)+"
)
_DOUBLED = lazily(
    r"\((?P<what>[Ff]ig(?:ure|\.)?|[Tt]able)s?(?P<again> \((?P=what)\s?(?P<number>\d{1,2})\)[.,]?) (?P=number)\b"
)
_LONGEST_CAPTION = 900
_LONGEST_TABLE_CAPTION = 200


def undoubled(block: Block) -> Block:
    """A block without the second writing of a call that pages of PubMed Central have: `(Figure (Figure1). 1 )`."""
    pieces, last = [], 0
    for found in _DOUBLED.finditer(block.text):
        pieces.append(cut(block, last, found.start("again")))
        last = found.end("again")
    if not pieces:
        return block
    pieces.append(cut(block, last, len(block.text)))
    text, anchors = joined([(piece.text, piece.anchors) for piece in pieces], " ")
    return replace(block, text=text, anchors=anchors, marks=())


def title_length(text: str) -> int:
    """Where the title at the head of a page ends; 0 where that cannot be told."""
    found = _TITLE_ENDS.search(text, 0, 400)
    return found.start() if found and found.start() > 12 else 0


def is_reference_start(text: str, at: int) -> bool:
    """Whether a list of references begins here: a number, or the name of an author."""
    return _REFERENCE_START.match(text, at, at + 300) is not None


def captions_in(text: str) -> list[tuple[int, int]]:
    """From where to where the captions in a text stand: a figure's to the end of its sentences about panels."""
    spans: list[tuple[int, int]] = []
    for found in _CAPTION.finditer(text):
        start = found.end()
        head = _CAPTION_HEAD.match(text, start)
        if head is None or (spans and start < spans[-1][1]) or _VERBS.match(text, head.end()):
            continue
        limit = min(len(text), start + (_LONGEST_TABLE_CAPTION if text[start] in "Tt" else _LONGEST_CAPTION))
        spans.append((start, _caption_end(text, head.end(), limit)))
    return spans


def _caption_end(text: str, start: int, limit: int) -> int:
    at = start
    while (found := _CAPTION_END.search(text, at, limit)) is not None:
        if found.group().strip() and _PANEL.match(text, found.end()):
            at = found.end()
            continue
        return found.end()
    space = text.rfind(" ", start, limit)
    return limit if limit == len(text) else space if space > start else limit


def references_in(text: str) -> list[tuple[int, int]]:
    """From where to where the entries of a reference list stand: by their numbers, else by the links behind each."""
    starts: list[int] = []
    number, at = 1, 0
    while True:
        found = re.compile(rf"(?:(?<=\s)|^)\[?{number}[.\]]").search(text, at, at + 1500)
        while found and not _AFTER_NUMBER.match(text, found.end()):
            found = re.compile(rf"(?<=\s)\[?{number}[.\]]").search(text, found.end(), at + 1500)
        if found is None or number > 400:
            break
        starts.append(found.start())
        number, at = number + 1, found.end()
    if len(starts) < 2:
        starts = [0, *(found.end() for found in _LINKS.finditer(text) if found.end() < len(text))]
    return [
        (start, end)
        for start, end in zip(starts, [*starts[1:], len(text)], strict=True)
        if text[start:end].strip()
    ]
