"""Manuscripts that are out of the ordinary say the same words, too, when they are built again."""

from __future__ import annotations

from pathlib import Path

import pytest

from casewright.processes import Tools
from casewright.read import read_manuscript
from casewright.start.imports import import_file
from tests.start.test_import_manuscript import ANSWERS, rebuilt, words

CASE = "## Case report\n\nA 45-year-old man had a nodule of 15 mm and base excess of -6.0 mmol/L.\n\n"
ODD = {
    "key words before an abstract in another language": (
        "# A thing: a case report\n\n## Abstract\n\nWe saw a thing.\n\n## Keywords:\n\nThing, cord, man\n\n"
        "## Résumé\n\nNous avons vu une chose.\n\n" + CASE
    ),
    "key words that run into a citation of the report": (
        "# A thing: a case report\n\n## Abstract\n\nWe saw a thing.\n\n"
        "## Keywords:\n\nThing; cord, man How to cite: A thing. J Thing 2016;4:80-4 [seen 14];4:80-4.\n\n" + CASE
    ),
    "a contribution with the name of a part of the text": (
        "# A thing: a case report\n\n" + CASE + "## Author contributions\n\nConceptualization: Ada Example.\n\n"
        "### Methodology:\n\nGrace Sample.\n\n## Abbreviations\n\nCT = computed tomography\n"
    ),
    "a reference list without numbers, and what stands behind it": (
        "# A thing: a case report\n\n" + CASE + "## References\n\n- Able A. Things. J Thing 2001; 1: 1-2.\n"
        "- Baker B. More things. J Thing 2002; 2: 3-4.\n\nCole C. A thing in a paragraph. 2003.\n\n"
        "Table 1 What was found\n\n| Day | Value |\n|---|---|\n| first | low |\n"
    ),
    "signs for which Typst has others": (
        "# A thing: a case report\n\n" + CASE + "HSV-1 and -2 were absent ... in the 1960’s and 1990's; `a`--b, "
        "5'3\" and “so”, two and a half- months, （p＜0.05） and 5％ of ㎎.\n"
    ),
}  # fmt: skip


@pytest.mark.parametrize("text", ODD.values(), ids=ODD.keys())
def test_an_odd_manuscript_gives_the_same_text_back(tmp_path: Path, tools: Tools, text: str) -> None:
    file = tmp_path / "report.md"
    file.write_text(text, "utf-8")

    build = rebuilt(file, tmp_path / "project", tools)

    assert words(build.read_back["manuscript.docx"]) == words(build.document) == words(read_manuscript(file))


def test_entries_of_a_list_without_numbers_have_an_identifier_each(tmp_path: Path) -> None:
    file = tmp_path / "report.md"
    file.write_text(ODD["a reference list without numbers, and what stands behind it"], "utf-8")

    prose = import_file(file, None, ANSWERS).files["manuscript/references.md"].decode()

    opened = [line for line in prose.splitlines() if line.startswith("::: {#ref-imported-")]
    assert len(opened) == len(set(opened)) == 3


def test_numbers_of_two_reference_lists_stay_numbers(tmp_path: Path) -> None:
    listed = "1\\. Able A. On cords of all kinds. J Cord 2001; 1: 1-2.\n\n"
    file = tmp_path / "report.md"
    file.write_text(
        f"# A thing\n\n## Introduction\n\nIt is rare [1].\n\n{CASE}## References\n\n{listed}## References\n\n"
        f"{listed.replace('1', '2', 1)}",
        "utf-8",
    )

    imported = import_file(file, None, ANSWERS)

    assert any("there is more than one reference list" in line for line in imported.left_out)
