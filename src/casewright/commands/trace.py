"""`casewright trace TEXT|FACT`: where a fact or a text stands in the manuscript, and where it comes from."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path

from casewright.case.model import Fact
from casewright.commands.project import lay_out
from casewright.document.model import Block, Document, Section
from casewright.document.pandoc import Pandoc
from casewright.errors import InputError, Problem
from casewright.pipeline import Sources

AROUND = 40  # characters shown on either side


def trace(project: Path, journal: str | None, what: str, pandoc: Pandoc) -> int:
    """Print every place of a fact, or of words of the manuscript; raises InputError where there is none."""
    sources, document = lay_out(project, journal, pandoc)
    fact = sources.case.facts.get(what)
    lines = list(_of_fact(fact, document, sources) if fact else _of_text(what, document))
    if not lines:
        near = get_close_matches(what, sources.case.facts, n=3)
        hint = (
            f"did you mean {', '.join(near)}?" if near else "give a fact's id, or words as they are printed"
        )
        raise InputError(Problem(f"“{what}” is no fact and stands nowhere in the manuscript", hint))
    sys.stdout.write("\n".join(lines) + "\n")
    return 0


def _of_fact(fact: Fact, document: Document, sources: Sources) -> Iterator[str]:
    yield f"{fact.id} = {fact.written}"
    if fact.formula:
        yield f"  computed: {fact.formula}"
        yield from (f"  from {source} = {sources.case.facts[source].written}" for source in fact.sources)
    yield f"  written at {fact.place}"
    places = [(section, block, mark) for section, block in document.blocks()
              for mark in block.marked("fact") if mark.target == fact.id]  # fmt: skip
    yield f"  stands in {len(places)} places"
    for section, block, mark in places:
        yield _line(section, block, mark.start, mark.end)


def _of_text(text: str, document: Document) -> Iterator[str]:
    for section, block in document.blocks():
        start = block.text.find(text)
        while start >= 0:
            end = start + len(text)
            yield _line(section, block, start, end)
            for mark in block.marked("fact"):
                if mark.start < end and start < mark.end:
                    yield f"      {block.text[mark.start : mark.end]} is {mark.target}"
            start = block.text.find(text, end)


def _line(section: Section, block: Block, start: int, end: int) -> str:
    before = block.text[max(0, start - AROUND) : start]
    after = block.text[end : end + AROUND]
    return (
        f"  {section.title or section.role}: …{before}[{block.text[start:end]}]{after}…  ({block.at(start)})"
    )
