"""The look of lines in text without styles: which are headings, and whether paragraphs were wrapped."""

from __future__ import annotations

import itertools
import re

from casewright.document.headings import normalise, role_of
from casewright.patterns import lazily

_SENTENCE_END = (".", "!", "?", ";", ",", "…", "。")
_NUMBERED = lazily(r"\d{1,2}(?:\.\d{1,2}){1,3}\.?\s+[A-Z]|\d{1,2}\.?\s+[A-Z][a-z]+(?:\s+[a-z]+){0,5}$")
_TITLE_LIKE = lazily(r"[A-Z][\w'’()/,:&+\-–— ]{2,79}")
_HAS_VERB = lazily(
    r"\b(?:is|are|was|were|has|have|had|be|been|will|can|could|did|does|do|showed|shows|underwent|declare|declared|received)\b"
)


def is_heading(line: str, following: str, alone: bool) -> bool:
    """Whether a line is a heading: by name; by numbering; in capitals; or short, with a paragraph right below it."""
    text = line.strip()
    if not text or len(text) > 90 or not any(map(str.isalpha, text)):
        return False
    if text[-1] in _SENTENCE_END and not normalise(text).replace(" ", "").isalpha():
        return False
    if text[-1] == "." and len(text.split()) > 4:
        return False
    if role_of(text) or role_of(text, "case") or role_of(text, "comments") or role_of(text, "abstract"):
        return True
    if text[-1] in _SENTENCE_END or (text[-1] == ":" and alone):
        return False
    words = text.split()
    if len(words) > 9:
        return False
    if (
        text.isupper()
        and len(text) > 4
        and text[0].isalpha()
        and sum(map(str.isdigit, text)) < 3
        and sum(map(str.isalpha, text)) > 0.6 * len(text)
    ):
        return True
    if re.match(r"(?:Fig|Table|Video|FIG|TABLE)", text):
        return False
    if _NUMBERED.match(text) and (alone or len(following) > len(text)):
        return True
    below = len(following) > 120 and following.count(" ") > 12 and "\t" not in following
    return below and _TITLE_LIKE.fullmatch(text) is not None and _HAS_VERB.search(text) is None


_LONGEST_ROW = 3000


def is_row(line: str) -> bool:
    """Whether a line is a row of a table: cells between tabs, and not a whole report with some tabs left in it."""
    return "\t" in line.strip(" ") and len(line) < _LONGEST_ROW


_FRAGMENT = lazily(r"[).,;:\]](?:\s|$)|\d{1,2}\s*$")


def is_broken(lines: list[str]) -> bool:
    """Whether one paragraph was broken at its citations and calls: lines that are a number, or begin with a stop."""
    if len(lines) < 2 or any("\t" in line for line in lines):
        return False
    fragments = sum(_FRAGMENT.match(line) is not None for line in lines[1:])
    return fragments > 0 and not lines[0].strip().isdigit() and any(len(line) > 40 for line in lines)


def is_wrapped(lines: list[str]) -> bool:
    """Whether paragraphs run over several lines: full lines of one width, most of which end within a sentence."""
    full = inside = 0
    width = 0
    for line, following in itertools.pairwise(lines):
        if not line or not following or line.isspace() or following.isspace() or "\t" in line:
            continue
        length = len(line)
        if length > 140:
            return False
        width = max(width, length)
        if length > 45:
            full += 1
            inside += line.rstrip()[-1:] not in ".:!?"
    return full >= 4 and inside > 0.6 * full
