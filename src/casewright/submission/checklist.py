"""A reporting checklist filled in from a built manuscript: where each item is met, by which facts, or that it is not.

That an item is touched is seen; whether it is met well is for the authors and the reviewers to say.
"""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass
from typing import Literal

from casewright.document.model import Block, Document, Section
from casewright.document.roles import part_of
from casewright.errors import Place
from casewright.pipeline import Build
from casewright.submission.guidelines import Guideline, Item
from casewright.submission.places import Places

Status = Literal["met", "to be written", "explained", "missing"]
_OPEN = re.compile("to be (?:written|filled in|completed|added)\\b", re.I)
SHOWN = 3  # places of an item that are listed


@dataclass(frozen=True, slots=True)
class Standing:
    """Where an item is met: section, page and line of the PDF, number of the paragraph in the Word file."""

    section: str
    page: int
    line: int
    paragraph: int
    quote: str

    def __str__(self) -> str:
        page = f"page {self.page}, line {self.line}" if self.page else "page not found"
        return f"{self.section}, {page} (paragraph {self.paragraph})"


@dataclass(frozen=True, slots=True)
class Answer:
    """One line of the checklist. `reason` is the author's, where an item does not apply."""

    number: str
    topic: str
    asks: str
    status: Status
    places: tuple[Standing, ...] = ()
    facts: tuple[str, ...] = ()
    reason: str = ""
    basis: str = ""  # where the item itself was read, if not in the guideline


@dataclass(frozen=True, slots=True)
class _Evidence:
    number: int  # of the block, from 1
    section: Section
    block: Block
    start: int = 0


def fill(guideline: Guideline, build: Build) -> tuple[Answer, ...]:
    """Every item of the guideline with its answer, in order."""
    pages, paragraphs = (Places(build.read_back[f"manuscript.{kind}"]) for kind in ("pdf", "docx"))
    facts = build.sources.case.facts
    answers = []
    for item in guideline.items:
        evidence, ids, is_open = _evidence(item, build.document)
        places = tuple(_standing(one, pages, paragraphs) for one in evidence[:SHOWN])
        written = facts[item.reason].written if item.reason in facts else _not_wanted(item, build)
        status: Status = "missing"
        if evidence:
            status = "met"
        elif is_open:
            status = "to be written"
        elif written:
            status = "explained"
        answers.append(Answer(item.number, item.topic, item.asks, status, places, ids, written, item.basis))
    return tuple(answers)


def _not_wanted(item: Item, build: Build) -> str:
    """Why the journal itself keeps an item out; "" where it does not."""
    profile = build.sources.profile
    if item.roles == ("title",) and profile.titles.case_report == "unwanted":
        return f"{profile.journal} does not want these words in a title"
    return ""


def checklist_json(guideline: Guideline, journal: str, answers: tuple[Answer, ...]) -> bytes:
    """The filled checklist for machines."""
    record = {
        "version": 1,
        "guideline": guideline.id,
        "name": guideline.name,
        "journal": journal,
        "note": guideline.note,
        "items": [asdict(answer) for answer in answers],
    }
    return (json.dumps(record, ensure_ascii=False, indent=1) + "\n").encode()


def _evidence(item: Item, document: Document) -> tuple[list[_Evidence], tuple[str, ...], bool]:
    """Where the item is met, by which facts, and whether a place for it is left to be written."""
    by_fact: list[_Evidence] = []
    by_text: list[_Evidence] = []
    ids: dict[str, None] = {}
    is_open = False
    words = re.compile(item.words) if item.words else None
    for number, (section, block) in enumerate(document.blocks(), 1):
        for mark in block.marked("fact"):
            if any(_is_below(mark.target, prefix) for prefix in item.facts) and _is_filled(block, mark.start):
                by_fact.append(_Evidence(number, section, block, mark.start))
                ids[mark.target] = None
        if block.kind == "heading" or not _is_about(section.role, item.roles):
            continue
        if _missing(block):
            is_open = True
        elif words is None and _has_words(block) and item.roles:
            by_text.append(_Evidence(number, section, block))
        elif words is not None and (found := words.search(block.text.lower())):
            by_text.append(_Evidence(number, section, block, found.start()))
        elif words is not None and item.roles and words.search(section.title.lower()):
            by_text.append(_Evidence(number, section, block))
    seen: dict[int, _Evidence] = {}
    for one in [*by_text, *by_fact]:
        seen.setdefault(one.number, one)
    return sorted(seen.values(), key=lambda one: _rank(one, item)), tuple(ids), is_open


def _rank(evidence: _Evidence, item: Item) -> tuple[bool, bool, bool, int]:
    """The item's own sections first, then those of which they are parts, then the main text, then reading order."""
    role = evidence.section.role
    is_own = bool(item.roles) and _is_about(role, item.roles)
    is_around = role.partition(".")[0] in {own.partition(".")[0] for own in item.roles}
    return not is_own, not is_around, part_of(role) != "main", evidence.number


def _is_below(fact: str, prefix: str) -> bool:
    return fact == prefix or fact.startswith(prefix if prefix.endswith(".") else f"{prefix}.")


def _is_about(role: str, roles: tuple[str, ...]) -> bool:
    return not roles or any(role == own or role.startswith(f"{own}.") for own in roles)


def _missing(block: Block) -> bool:
    if any(mark.target == "missing" for mark in block.marked("generated")):
        return True
    return not all(_is_filled(block, mark.start) for mark in block.marked("fact"))


def _is_filled(block: Block, start: int) -> bool:
    return not _OPEN.match(block.text, start)


def _has_words(block: Block) -> bool:
    return any(character.isalpha() for character in block.text)


def _standing(evidence: _Evidence, pages: Places, paragraphs: Places) -> Standing:
    text = evidence.block.text
    start = text.rfind(". ", 0, evidence.start) + 2 if ". " in text[: evidence.start] else 0
    before = (text[:start],) if start else ()
    page = pages.find(text[start:], before) or Place()
    paragraph = paragraphs.find(text[start:], before) or Place()
    title = (evidence.section.title or evidence.section.role.replace("_", " ")).rstrip(":")
    return Standing(title, page.line, page.column, paragraph.line, text[start : start + 80])
