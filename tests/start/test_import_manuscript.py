"""A manuscript becomes a project and, built again, the same words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casewright.document.model import Block, Document, Mark
from casewright.document.pandoc import Pandoc
from casewright.pipeline import Build, make
from casewright.processes import Tools
from casewright.read import read_manuscript
from casewright.start.answers import Answers
from casewright.start.as_prose import block_as_prose
from casewright.start.imports import import_file
from casewright.start.project import project_files, write_project

ROOT = Path(__file__).resolve().parents[2]
ANSWERS = Answers(journal="wjg")
REPORT = """\
# A rare thing: a case report

Ada Example, Grace Sample

## Abstract

We report a 45-year-old man with hemoglobin 9.7 g/dL and *Salmonella* sepsis (a_b, {% x %}, {{ y }}, {## z ##}).

## Keywords

Salmonella; sepsis

## Introduction

1\\. It is rare [1], and a tumour of odd behaviour.

- really

## Case report

A 45-year-old man had hemoglobin 9.7 g/dL, WBC 12,300/µL, sodium 131 mmol/L and Na^+^ low (Figure 1). He weighed
68 kg, and had a nodule of 15 mm. Creatinine was 1.2 mg/dL. Creatinine was 3.1 mg/dL.

| Day | Hb (g/dL) |
|---|---|
| 1 | 9.7 |

## Discussion

- First
- Second

## References

1. Able A. Surgery of cords. J Cord 2001; 1: 1-2.
"""


@pytest.fixture(scope="module")
def tools() -> Iterator[Tools]:
    with Tools.started() as running:
        yield running


def rebuilt(file: Path, folder: Path, tools: Tools) -> Build:
    write_project(folder, project_files(ANSWERS, import_file(file, None, ANSWERS), eject=False))
    return make(folder, "imported", tools)


def words(document: Document) -> list[str]:
    return [word for _, block in document.blocks() for word in block.text.split()]


def test_the_examples_own_word_file_gives_the_same_text_back(tmp_path: Path, tools: Tools) -> None:
    file = tmp_path / "example.docx"
    file.write_bytes(make(ROOT, "wjg", tools).files["manuscript.docx"])

    build = rebuilt(file, tmp_path / "project", tools)

    assert words(build.read_back["manuscript.docx"]) == words(read_manuscript(file))
    assert [s.role for s in build.read_back["manuscript.docx"].sections] == [
        s.role for s in read_manuscript(file).sections
    ]


@pytest.mark.parametrize("name", ["manuscript.xml", "report.md"])
def test_other_formats_give_the_same_text_back(tmp_path: Path, tools: Tools, name: str) -> None:
    file = tmp_path / name
    file.write_bytes(REPORT.encode() if name == "report.md" else make(ROOT, "wjg", tools).files[name])

    build = rebuilt(file, tmp_path / "project", tools)

    assert words(build.read_back["manuscript.docx"]) == words(read_manuscript(file))


def test_sure_quantities_become_facts_and_the_others_are_listed(tmp_path: Path, tools: Tools) -> None:
    file = tmp_path / "report.md"
    file.write_text(REPORT, "utf-8")

    build = rebuilt(file, tmp_path / "project", tools)

    facts = build.sources.case.facts
    assert facts["patient.age"].written == "45 years"
    assert facts["patient.sex"].value == "male"
    assert facts["labs.reported.hemoglobin"].written == "9.7 g/dL"
    printed = [m.target for _, b in build.document.blocks() for m in b.marked("fact")]
    assert printed.count("labs.reported.hemoglobin") == 2
    account = (tmp_path / "project" / "IMPORTED.md").read_text("utf-8")
    assert "“12,300/µL” in Case report: it is written otherwise than it would be printed" in account
    assert "“15 mm” in Case report: what it measures is not certain" in account
    assert facts["patient.weight"].written == "68 kg"


def test_two_values_of_one_measure_at_one_time_are_for_the_author_to_decide(tmp_path: Path) -> None:
    file = tmp_path / "report.md"
    file.write_text(REPORT, "utf-8")

    imported = import_file(file, None, ANSWERS)

    assert sum("several values" in line and "mg/dL" in line for line in imported.to_confirm) >= 2
    assert all("creatinine" not in values for values in imported.case["labs"].values())


def test_pictures_of_a_word_file_come_along_without_metadata_and_are_listed(
    tmp_path: Path, tools: Tools
) -> None:
    file = tmp_path / "example.docx"
    file.write_bytes(make(ROOT, "wjg", tools).files["manuscript.docx"])

    imported = import_file(file, None, ANSWERS)

    pictures = [name for name in imported.files if name.startswith("manuscript/figures/")]
    assert len(pictures) == 6
    assert sum("to which figure it belongs" in line for line in imported.left_out) == 6


_TEXT = st.text(
    st.sampled_from("ab1. (){}[]%#*_^~`<>|\\\"'!$@&:+-=/µ≤"), min_size=1, max_size=40
).map(lambda text: " ".join(text.split())).filter(bool)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(_TEXT)
def test_any_words_are_printed_as_they_stood(pandoc: Pandoc, text: str) -> None:
    from casewright.document.build import MARKDOWN
    from casewright.document.sourcepos import unwrap
    from casewright.document.tree import leaves, plain
    from casewright.errors import Place

    written = block_as_prose(Block("paragraph", text))

    assert "{%" not in written
    assert "{{" not in written
    assert "{##" not in written
    blocks, _ = unwrap(pandoc.read(written, MARKDOWN)["blocks"], lambda *_: Place())
    assert [(leaf.kind, plain(leaf.inlines)) for leaf in leaves(blocks)] == [("paragraph", text)]


@pytest.mark.parametrize(
    ("text", "mark", "written"),
    [
        ("10^9", Mark("superscript", 3, 4), "10\\^^9^"),
        ("a Salmonella b", Mark("emphasis", 2, 12), "a *Salmonella* b"),
        ("x (y)z", Mark("emphasis", 2, 5), "x (y)z"),
        ("H2O", Mark("subscript", 1, 2), "H~2~O"),
    ],
)
def test_marks_are_kept_where_markdown_can_keep_them(text: str, mark: Mark, written: str) -> None:
    assert block_as_prose(Block("paragraph", text, (mark,))) == written
