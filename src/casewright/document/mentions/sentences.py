"""Sentences: where a block's text is cut so that each stretch says one thing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from casewright.document.mentions.model import Sentence
from casewright.document.mentions.wordset import words
from casewright.patterns import lazily

if TYPE_CHECKING:
    from casewright.document.reading import Reading

LONGEST = (
    1500  # characters; a longer run without an end is cut at a space, so that every finder's work is bounded
)

# Behind a stop: what may close (quotes, brackets, citations in brackets or flattened), a space, a beginning.
_CLOSED = (
    r"(?:[\"'”’)\]]+)??"
    r"((?:\s?\[[\d,\s–-]{1,30}\]|(?:\d{1,3}(?:[,–-]\d{1,3}){0,6})(?=\s))?)"
    r"\s+(?=[\"'“‘(\[]{0,2}[A-Z0-9α-ω])"
)
_GLUED = r"(?<=[a-z]{4}\.)(?=[A-Z][a-z]{1,}[ ,])"  # the space behind the stop was lost: `was seen.The lung`
_END = lazily(rf"[.!?](?:{_CLOSED}|{_GLUED})")
_END_OR_LINE = lazily(rf"{_END.pattern}|\s*\n\s*")  # slow, for texts that have lines
# Words whose full stop does not end a sentence.
_SHORT = words(
    "fig figs tab ref refs eq no nos vol vs viz al dr prof mr mrs ms st jr sr approx ca cf eg"
    " ie e.g i.e resp etc "
    "dept univ inc ltd co corp suppl pt pts ed eds spp sp subsp var min max sec hr hrs i.v"
    " i.m s.c p.o b.i.d q.d "
    "t.i.d a.m p.m u.s u.k ph.d m.d jan feb mar apr jun jul aug sep sept oct nov dec"
)
_TIMES = words("min sec hr hrs")  # units, which end a sentence as well: `at 4 L/min. The next day`
_LAST = lazily(r"([A-Za-z][A-Za-z.]{0,12}|\d[\d,]{0,10})\Z")
# What stands behind `c.` or `p.` in the name of a variant that is written with a space.
_CHANGE = lazily(
    r"\(?(?:\d{1,7}(?:[_+-]\d{1,7})*\s?(?:[ACGT]\s?>|del|dup|ins)|[A-Z][a-z]{2}\d|[A-Z]\d{1,5}[A-Z*])"
)
_BEGINS = words(
    "A After Although An As At Based Because Both But Due During For Given He Her His However"
    " If In It Its Many Most "
    "Moreover No On One Our Patients She Several Since Some Such That The Their Then There"
    " Therefore These They This "
    "Those Thus To Treatment Two Upon We When While With"
)
_NEXT = lazily(r"[A-Za-z]+")


def find_sentences(reading: Reading) -> tuple[Sentence, ...]:
    """The sentences of every block, in reading order; a table's are its rows."""
    sentences: list[Sentence] = []
    for number, (_, block) in enumerate(reading.blocks):
        for start, end in cut(block.text):
            sentences.append(Sentence(len(sentences), number, start, end))
    return tuple(sentences)


def cut(text: str) -> Iterator[tuple[int, int]]:
    """The spans of the sentences of `text`, without the spaces between them."""
    start = 0
    for match in (_END_OR_LINE if "\n" in text else _END).finditer(text):
        if match[0][0] in ".!?" and not _ends(text, start, match):
            continue
        end = match.end(1) if match[1] else match.start() + len(match[0].rstrip())
        yield from _shortened(text, start, end)
        start = match.end()
    yield from _shortened(text, start, len(text))


def _ends(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether the stop that `match` found ends a sentence."""
    last = _LAST.search(text, max(start, match.start() - 14), match.start())
    if last is None or match[0][0] != ".":
        return True
    word = last[1]
    if word[0].isdigit():
        if not match[1] or match[1][0] in " [":
            return True
        return _begins(text, match)  # `in 2500.1 It can`: a flattened citation
    if word in ("c", "g", "m", "p") and _CHANGE.match(text, match.end()):
        return False  # `c. 760delC`
    if len(word) == 1 and word.isupper():
        return bool(match[1]) or text[match.start() - 2 : match.start() - 1] not in (" ", ".", "")
    return word.lower() not in _SHORT or (word.lower() in _TIMES and _begins(text, match))


def _begins(text: str, match: re.Match[str]) -> bool:
    """Whether a word with which sentences often begin stands behind a stop."""
    follower = _NEXT.match(text, match.end())
    return follower is not None and follower[0] in _BEGINS


def _shortened(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """One span, trimmed, or several where it is too long to be a sentence."""
    while end - start > LONGEST:
        middle = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        middle = middle if middle > 0 else start + LONGEST
        yield start, middle
        start = middle
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if end > start:
        yield start, end
