"""Changing one value in the data changes all its places in all formats, and nothing else: for each fact in turn."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from casewright.case.load import load_case
from casewright.case.model import Case
from casewright.document.build import build_document
from casewright.document.model import Document
from casewright.document.pandoc import Pandoc
from casewright.pipeline import gather, make
from casewright.processes import Tools
from tests.conftest import ROOT
from tests.manuscript.test_manuscript import TestManuscript as Example

STATED = {fact.id: fact for fact in load_case(ROOT / "manuscript").facts.values() if not fact.formula}
FACTS = list(STATED)
SHARES = 8
OTHER = {
    "male": "female",
    "positive": "negative",
    "negative": "positive",
    "yes": "no",
    "died": "alive",
    "right": "left",
    "normal": "grade II",
    "multiple": "single",
    "grade III": "grade II",
    "grade IV": "grade II",
    "grade V": "grade II",
}


@pytest.mark.parametrize("fact", FACTS[::5])
def test_the_manuscript_changes_where_it_states_the_fact_and_nowhere_else(
    fact: str, project: Path, pandoc: Pandoc
) -> None:
    """Every fifth fact; the test below takes all."""
    before = Example.build().document

    case, after = changed_in(project, fact, pandoc)

    assert not faults_between(before, after, {fact, *dependents(case, fact)}, fact)


@pytest.mark.long
@pytest.mark.parametrize("share", range(SHARES))
def test_all_formats_say_each_changed_value_in_all_its_places(
    share: int, project: Path, tools: Tools
) -> None:
    """Making a manuscript reads its four files back and raises OutputError where one says anything else."""
    before = Example.build().document
    faults = []
    for fact in FACTS[share::SHARES]:
        with altered(project, fact):
            made = make(project, "wjg", tools)
        changing = {fact, *dependents(made.sources.case, fact)}
        faults += faults_between(before, made.document, changing, fact)

    assert not faults


@pytest.fixture(scope="module")
def tools() -> Iterator[Tools]:
    with Tools.started() as running:
        yield running


def changed_in(project: Path, fact: str, pandoc: Pandoc) -> tuple[Case, Document]:
    with altered(project, fact):
        return lay_out(project, pandoc)


def lay_out(project: Path, pandoc: Pandoc) -> tuple[Case, Document]:
    sources = gather(project, "wjg")
    return sources.case, build_document(
        sources.rendered, sources.case, sources.profile, sources.bibliography, pandoc, project / "manuscript"
    )


class altered:  # noqa: N801  used as a statement
    """The project with another value of one fact in its YAML, put back at the end."""

    def __init__(self, project: Path, fact: str) -> None:
        self.stated = STATED[fact]
        self.file = project / "manuscript" / Path(self.stated.place.file).name
        self.original = self.file.read_text("utf-8")

    def __enter__(self) -> None:
        lines = self.original.splitlines(keepends=True)
        before = sum(map(len, lines[: self.stated.place.line - 1]))
        written = re.compile(r"\s+".join(map(re.escape, self.stated.written.split())))
        found = written.search(self.original, before + self.stated.place.column - 1)
        assert found is not None, self.stated
        start, end = found.span()
        self.file.write_text(self.original[:start] + another(found[0]) + self.original[end:], "utf-8")

    def __exit__(self, *_fault: object) -> None:
        self.file.write_text(self.original, "utf-8")


def another(value: str) -> str:
    """Another value of the same kind: its last number, which may be the end of a range, made larger or smaller."""
    if value in OTHER:
        return OTHER[value]
    numbers = list(re.finditer(r"(?<![\w/.])\d+(?:\.\d+)?", value))
    if not numbers or not re.match(r"[<>~×]?\s?\d", value):
        return f"{value} anew"
    end = numbers[-1].end()
    return value[: end - 1] + str(int(value[end - 1]) % 9 + 1) + value[end:]


def dependents(case: Case, fact: str) -> set[str]:
    """The facts computed from this one."""
    return {other.id for other in case.facts.values() if fact in other.sources}


def faults_between(before: Document, after: Document, changing: set[str], fact: str) -> list[str]:
    """What differs beyond the facts that may, and those of them that stayed the same everywhere.

    A fact that is nowhere printed may decide how others are (a stain's result puts its name into one list or the
    other): then the paragraphs that state its neighbours may change.
    """
    if not printed(before, fact):
        family = fact.rpartition(".")[0].rpartition(".")[0] + "."
        changing = {mark.target for _, block in before.blocks() for mark in block.marked("fact")
                    if mark.target.startswith(family)}  # fmt: skip
        return [] if without(before, changing) == without(after, changing) else [f"{fact}: beyond {family}"]
    old, new = masked(before, changing), masked(after, changing)
    faults = [f"{fact}: {b!r}" for a, b in zip(old, new, strict=False) if a != b]
    if len(old) != len(new):
        faults.append(f"{fact}: {len(new)} blocks for {len(old)}")
    if printed(before, fact) and printed(before, fact) == printed(after, fact):
        faults.append(f"{fact}: still {printed(after, fact)}")
    return faults


def without(document: Document, facts: set[str]) -> list[str]:
    """The text of the blocks that state none of these facts."""
    return [
        block.text
        for _, block in document.blocks()
        if not any(mark.target in facts for mark in block.marked("fact"))
    ]


def masked(document: Document, facts: set[str]) -> list[str]:
    """The text of every block with these facts left out."""
    texts = []
    for _, block in document.blocks():
        text = block.text
        for mark in reversed(list(block.marked("fact"))):
            if mark.target in facts:
                text = text[: mark.start] + "…" + text[mark.end :]
        texts.append(text)
    return texts


def printed(document: Document, fact: str) -> list[str]:
    return [
        block.text[m.start : m.end]
        for _, block in document.blocks()
        for m in block.marked("fact")
        if m.target == fact
    ]
