"""Manuscripts flattened onto few lines, as a saved or copied page is: headings, captions and references found inside.

A heading there is a name that journals use, capitalised, between the end of one sentence and the beginning of the
next. A name inside a sentence is followed by a small letter or preceded by a word; names in a row are a table of
contents.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from casewright.document.headings import role_of
from casewright.document.model import Block
from casewright.document.roles import part_of
from casewright.patterns import lazily
from casewright.read.blocks import cut
from casewright.read.flattened_parts import (
    captions_in,
    is_reference_start,
    references_in,
    title_length,
    undoubled,
)
from casewright.read.outline import ROLE

_LONG = 700
"""Characters from which on a paragraph may hold headings that nothing sets off; two screens of an article."""

_NAMES = (
    "Abstract", "Summary", "Key ?[Ww]ords?", "Core [Tt]ips?", "Introduction", "Background",
    "Objectives?", "Case [Pp]resentations?", "Case [Rr]eports?", "Case [Dd]escriptions?",
    "Case [Hh]istory", "Case [Ss]ummary", "Case [Ss]eries", "Case [Ss]tudy", "Clinical [Cc]ase",
    "Presentation of (?:the )?[Cc]ases?", "Patient and [Oo]bservation",
    "Materials? and [Mm]ethods?", "Patients and [Mm]ethods?", "Methods?", "methods?",
    "Results?", "Discussions?", "Literature [Rr]eview",
    "Review of (?:the )?[Ll]iterature", "Conclusions?", "Comments?", "Article [Hh]ighlights",
    "Learning [Pp]oints?", "Patient(?:['’]s)? [Pp]erspective", "Take[- ][Hh]ome [Mm]essages?",
    "Figure [Ll]egends?", "Consent(?: [Ss]tatement| for [Pp]ublication)?",
    "Informed [Cc]onsent(?: [Ss]tatement| for [Pp]ublication)?",
    "Patient [Cc]onsent(?: [Ss]tatement| for [Pp]ublication)?", "Competing [Ii]nterests?",
    "Conflicts? of [Ii]nterests?(?: [Ss]tatement)?", "Conflict-of-interest statement",
    "Funding(?: [Ss]tatement)?", "Financial support and sponsorship", "Source of [Ss]upport",
    "Acknowledge?ments?", "Declarations", "Authors?['’]?s?['’]? [Cc]ontributions?",
    "Ethic(?:al|s) [Aa]pproval", "Abbreviations", "List of [Aa]bbreviations",
    "Data [Aa]vailability(?: [Ss]tatement)?", "Supplementary [Mm]aterials?", "Footnotes",
    "Authors['’] [Aa]ffiliations", "Résumé", "Resumen", "Resumo", "Zusammenfassung", "References?",
    "Bibliography", "How to cite this article",
)  # fmt: skip
_CAPITALS = "|".join(re.sub(r"\[(\w)\w\]", r"\1", name).upper().replace("(?:", "(?:") for name in _NAMES)
_NUMBER = r"(?:\d{1,2}\.?\s|[IVX]{1,4}\.\s)"
# Every name begins with a plain letter, and nothing stands before it: six times as fast as with the number.
_NAME = lazily(rf"(?P<name>{'|'.join(_NAMES)}|{_CAPITALS})(?P<stop>\s?:|\.(?=\s[A-Z]))?(?=\s|$)")
_OPENING = lazily(_NUMBER)
_BEFORE = lazily(rf"(?:(?<![\w-])(?P<number>{_NUMBER})|(?<![\w-]))\Z")
_AFTER = lazily(r"\s*(?:[A-Z0-9À-Þ\"“‘'(\[<>]|$)")
_SENTENCE = lazily(r"[.!?:;\])”\"]\s*$")
_STOPPED = lazily(r"(?:[.!?:]|^)\s*$")
_ENDED = lazily(
    r"(?:[.!?:;\])”\"\d]|(?:^|\b)(?:Open Access|Go to:?|window|view|reports?|[12]\d{3}|None|Nil))\s*$"
)
_IN_CAPITALS = lazily(r"\s*[A-Z]{3,}\s+[A-Z]{2,}\b")
_AFTER_CAPITALS = lazily(r"\b[A-Z]{2,}\s+$")
_PAGE = lazily(
    r"Skip to (?:main )?content|Skip to navigation|requires JavaScript|Advanced\s+Search|Sign [Ii]n|My Account"
)
_FOREIGN = frozenset(("résumé", "resumen", "resumo", "zusammenfassung"))
_SHORT_NAMES = frozenset(
    ("Case", "Result", "Results", "Method", "Methods", "Comment", "Summary", "Objective", "Reference")
)
_GREAT_PARTS = frozenset(("introduction", "case", "discussion", "conclusion"))
_LAST_WORD = lazily(r"\b([a-z]{2,})\s+$")
_LEADING_ON = frozenset(
    ("the", "in", "see", "our", "of", "and", "this", "to", "from", "or", "with", "for", "an", "by", "under")
)
_ADJACENT = 30
_CONTENTS = 3


@dataclass(frozen=True, slots=True)
class _Found:
    """A name inside a paragraph: `start` to `end`, with its number and its colon; its role."""

    start: int
    end: int
    name: str
    role: str
    colon: bool

    @property
    def capital(self) -> bool:
        return self.name.isupper()


def unfold(block: Block) -> Iterator[Block]:
    """The block, or the headings and paragraphs that it holds, in order."""
    if len(block.text) > 4 * _LONG and not block.marks:
        block = undoubled(block)
    text = block.text
    if block.kind not in ("paragraph", "item") or len(text) < 20:
        yield block
        return
    long = len(text) > _LONG
    if not long and not _NAME.match(text, opening.end() if (opening := _OPENING.match(text)) else 0):
        yield block
        return
    names = _headings(text, long)
    if long and len(names) == 1 and not names[0].start and part_of(names[0].role) == "back":
        names = []  # the text only begins with a statement
    if not long and len(names) == 1 and names[0].colon:  # a heading that runs into its paragraph
        names = []
    if not names:
        yield from _plain(block, len(text) > 4 * _LONG)
        return
    page = len(text) > 4 * _LONG and (len(names) > 2 or _PAGE.search(text, 0, 2000) is not None)
    if names[0].start:
        yield from _head(cut(block, 0, names[0].start), page)
    for found, after in zip(names, [*names[1:], None], strict=True):
        end = after.start if after else len(text)
        yield _heading(block, found)
        if end > found.end:
            yield from _body(cut(block, found.end, end), found.role, page)


def _heading(block: Block, found: _Found) -> Block:
    piece = cut(block, found.start, found.end, "heading")
    key = ROLE + "front" if found.name.lower() in _FOREIGN else ""
    return Block("heading", piece.text, (), piece.place, piece.anchors, 1, key)


def _head(block: Block, page: bool) -> Iterator[Block]:
    """What stands before the first heading: the title, where it ends recognisably, and the rest of the page's head."""
    length = title_length(block.text) if page else 0
    if length:
        yield cut(block, 0, length)
        yield cut(block, length, len(block.text))
    else:
        yield block


def _body(block: Block, role: str, page: bool) -> Iterator[Block]:
    if role == "references":
        yield from (cut(block, start, end) for start, end in references_in(block.text))
    elif role != "front":
        yield from _plain(block, page)
    else:
        yield block


def _plain(block: Block, page: bool) -> Iterator[Block]:
    """A stretch of text, and in a flattened page the captions in it as blocks of their own."""
    spans = captions_in(block.text) if page else []
    last = 0
    for start, end in spans:
        if block.text[last:start].strip():
            yield cut(block, last, start)
        yield cut(block, start, end)
        last = end
    if block.text[last:].strip():
        yield cut(block, last, len(block.text)) if last else block


def _headings(text: str, long: bool) -> list[_Found]:
    """The names in a text that are headings where they stand."""
    candidates = _without_contents(text, list(_found(text)))
    kept: list[_Found] = []
    for found in candidates:
        if kept and kept[-1].role == "references":
            break
        if _is_heading(text, found, kept, long):
            kept.append(found)
    return _without_article_types(kept)


def _found(text: str) -> Iterator[_Found]:
    """Each name with its number, where that follows the end of a sentence; a number in a sentence is not the name's."""
    for match in _NAME.finditer(text):
        before = _BEFORE.search(text, max(0, match.start() - 6), match.start())
        if before is None:
            continue
        start = before.start()
        if start and before["number"] and not _SENTENCE.search(text, max(0, start - 4), start):
            start = match.start()
        name = match["name"]
        if name[0].islower() and not _STOPPED.search(text, max(0, start - 2), start):
            continue  # the last word of a sentence: `by the “wait and see” method.`
        role = "front" if name.lower() in _FOREIGN else role_of(name) or "text"
        yield _Found(start, match.end(), name, role, bool(match["stop"]))


def _without_contents(text: str, names: list[_Found]) -> list[_Found]:
    """Names without those of a table of contents: three or more in a row with hardly a word between them."""
    rows: list[list[_Found]] = []
    for found in names:
        if (
            rows
            and found.start - rows[-1][-1].end < _ADJACENT
            and not re.search(r"[.!?]", text[rows[-1][-1].end : found.start])
        ):
            rows[-1].append(found)
        else:
            rows.append([found])
    return [found for row in rows for found in row if len(row) < _CONTENTS]


def _is_heading(text: str, found: _Found, before: list[_Found], long: bool) -> bool:
    if not found.colon and not _AFTER.match(text, found.end):
        return False
    if found.role == "references":
        return is_reference_start(text, found.end) and (
            found.capital or found.start == 0 or found.start > 0.3 * len(text)
        )
    if found.start == 0 or (before and not text[before[-1].end : found.start].strip()):
        return found.colon or found.name not in _SHORT_NAMES
    ended = _ENDED.search(text, max(0, found.start - 24), found.start) is not None
    if found.role == "abbreviations" and found.colon and before and part_of(before[-1].role) == "main":
        return False  # a note below a table
    if found.colon:
        return ended and (found.name not in _SHORT_NAMES or bool(before))
    if not long:
        return False
    if found.capital:
        return not _IN_CAPITALS.match(text, found.end) and not _AFTER_CAPITALS.search(
            text, max(0, found.start - 24), found.start
        )
    if found.name == "Abstract":
        return not any(earlier.role == "abstract" for earlier in before)
    if (
        before
        and before[-1].role in ("keywords", "front")
        and found.role in ("introduction", "case", "front")
    ):
        return True
    if found.role.startswith("statements") and " " in found.name:
        return text[found.end : found.end + 3].strip()[:1] != "("
    if found.name in _SHORT_NAMES or _late(found, before):
        return False
    return ended or (found.role in _GREAT_PARTS and _after_words(text, found, before))


def _after_words(text: str, found: _Found, before: list[_Found]) -> bool:
    """Whether a name follows words that end without a stop, as a caption or a list does, and begins a new part."""
    word = _LAST_WORD.search(text, max(0, found.start - 40), found.start)
    repeated = any(earlier.role == found.role and earlier.capital == found.capital for earlier in before)
    return word is not None and word[1] not in _LEADING_ON and not (repeated and found.role == "discussion")


def _late(found: _Found, before: list[_Found]) -> bool:
    """An introduction or a case after the discussion has begun is a name in its text, not a part of the report."""
    return found.role in ("introduction", "case", "abstract") and any(b.role == "discussion" for b in before)


def _without_article_types(names: list[_Found]) -> list[_Found]:
    """Headings without the article type ("CASE REPORT") that pages print before the abstract, and statements there."""
    abstract = next((index for index, found in enumerate(names) if found.role == "abstract"), 0)
    return names[abstract:] if any(found.role == "case" for found in names[abstract + 1 :]) else names
