"""Holding a file that was read back against the document it was written from: word by word, fact by fact.

The file was opened by a reader that shares no code with the writer. Both documents become one stream of words and one
list of facts, and the two have to be equal.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from casewright.document.model import Block, Document, Section
from casewright.document.roles import part_of
from casewright.errors import Place, Problem
from casewright.patterns import lazily

CONTEXT = 6  # words shown on either side of a difference
SHOWN = 20  # differences shown of one file; the rest are counted
SAID_BY_ELEMENTS = {
    "running_title",
    "authors",
    "keywords",
}  # in JATS, whose elements stand for labels and list marks
FRONT_ORDER = ("title", "running_title", "authors", "front", "keywords")
PART_ORDER = ("front", "abstract", "core_tip", "main", "comments", "tables", "legends", "back", "references")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a manuscript and the section it stands in."""

    text: str
    section: str


@dataclass(frozen=True, slots=True)
class StatedFact:
    """A fact at one of its places: its id, its text there, the section."""

    id: str
    text: str
    section: str


def differences(built: Document, read: Document, name: str) -> tuple[Problem, ...]:
    """What the file called `name`, read as `read`, says otherwise than `built`; empty where nothing.

    A PDF's text layer carries no ids of facts and no certain spaces; JATS keeps the front matter before the body,
    and its parts in an order of their own, whatever the manuscript does, and is compared part by part.
    """
    spaced = facts = read.format != "pdf"
    by_part = read.format == "jats"
    expected = tuple(_words(built, by_part))
    actual = tuple(_words(read, by_part))
    between = " " if spaced else ""
    problems: list[Problem] = []
    if between.join(word.text for word in expected) != between.join(word.text for word in actual):
        problems += _word_problems(expected, actual, name, between)
    if facts:
        stated = tuple(_facts(built, by_part))
        found = tuple(_facts(read, by_part))
        if [(fact.id, fact.text) for fact in stated] != [(fact.id, fact.text) for fact in found]:
            problems += _fact_problems(stated, found, name)
    if len(problems) > SHOWN:
        rest = len(problems) - SHOWN
        problems[SHOWN:] = [Problem(f"{rest} more differences", place=Place(name))]
    return tuple(problems)


def _sections(document: Document, by_part: bool) -> Iterable[tuple[Section, Block]]:
    if not by_part:
        return document.blocks()
    return sorted(document.blocks(), key=lambda pair: _seat(pair[0].role))


def _seat(role: str) -> tuple[int, int]:
    """Where a section of this role stands among the parts of an article, and on its title page."""
    return PART_ORDER.index(part_of(role)), FRONT_ORDER.index(role) if role in FRONT_ORDER else 0


def _words(document: Document, by_part: bool) -> Iterator[Word]:
    for section, block in _sections(document, by_part):
        label = section.title or section.role
        text = _plain(block.text)
        if by_part and section.role in SAID_BY_ELEMENTS:
            text = _LIST_MARKS.sub(" ", text.removeprefix(f"{section.title}:"))
        yield from (Word(word, label) for word in text.split())


def _facts(document: Document, by_part: bool) -> Iterator[StatedFact]:
    for section, block in _sections(document, by_part):
        for mark in block.marked("fact"):
            text = " ".join(_plain(block.text[mark.start : mark.end]).split())
            yield StatedFact(mark.target, text, section.title or section.role)


_LIST_MARKS = lazily(r"(?<!\d)[;,]|[;,](?!\d)")
_INVISIBLE = lazily("[\u00ad\u200b\u200c\u200d\u2060\ufeff]")


def _plain(text: str) -> str:
    """Compatibility characters (ligatures, superscript digits, no-break spaces) as the plain ones they stand for."""
    return _INVISIBLE.sub("", unicodedata.normalize("NFKC", text))


def _word_problems(
    expected: tuple[Word, ...], actual: tuple[Word, ...], name: str, between: str
) -> Iterator[Problem]:
    a, b = [word.text for word in expected], [word.text for word in actual]
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if between.join(a[i1:i2]) == between.join(b[j1:j2]):
            continue
        at = expected[min(i1, len(expected) - 1)].section if expected else ""
        before = " ".join(a[max(0, i1 - CONTEXT) : i1])
        due, got = " ".join(a[i1:i2]), " ".join(b[j1:j2])
        if tag == "delete":
            what = f"“{due}” is missing after “{before}”"
        elif tag == "insert":
            what = f"“{got}” stands after “{before}”, which the manuscript does not have"
        else:
            what = f"“{got}” stands where the manuscript says “{due}”, after “{before}”"
        yield Problem(
            f"{at}: {what}",
            "casewright does not print these words as they stand, and nothing was replaced: write them otherwise or "
            "more simply there to go on, and please report it",
            Place(name),
        )


def _fact_problems(
    stated: tuple[StatedFact, ...], found: tuple[StatedFact, ...], name: str
) -> Iterator[Problem]:
    a = [(fact.id, fact.text) for fact in stated]
    b = [(fact.id, fact.text) for fact in found]
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        for fact in stated[i1:i2]:
            instead = ", ".join(f"{other.id} “{other.text}”" for other in found[j1:j2]) or "nothing"
            yield Problem(
                f"{fact.section}: {fact.id} should be stated as “{fact.text}”; here stands {instead}",
                place=Place(name),
            )
        if tag == "insert":
            for fact in found[j1:j2]:
                yield Problem(
                    f"{fact.section}: {fact.id} is stated as “{fact.text}”, and the manuscript does not state it here",
                    place=Place(name),
                )
