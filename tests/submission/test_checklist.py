"""The CARE checklist of the example: where each item is met, by which facts, and what is missing."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from casewright.pipeline import Build, make
from casewright.processes import Tools
from casewright.submission.checklist import Answer, fill
from casewright.submission.checklist_word import checklist_files
from casewright.submission.guidelines import CARE, SCARE

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def build(tools: Tools) -> Build:
    return make(ROOT, "wjg", tools)


@pytest.fixture(scope="module")
def answers(build: Build) -> dict[str, Answer]:
    return {answer.number: answer for answer in fill(CARE, build)}


def test_every_item_of_the_guideline_has_an_answer(answers: dict[str, Answer]) -> None:
    assert len(answers) == 28
    assert list(answers) == [item.number for item in CARE.items]


def test_an_item_names_the_facts_that_meet_it(answers: dict[str, Answer]) -> None:
    assert answers["5a"].status == "met"
    assert set(answers["5a"].facts) == {"patient.age", "patient.sex"}
    assert "labs.emergency.alp" in answers["8a"].facts


def test_a_place_is_the_page_of_the_pdf_and_the_paragraph_of_the_word_file(
    build: Build, answers: dict[str, Answer]
) -> None:
    from casewright.read.docx import read_docx

    examination = answers["6"].places[0]

    assert examination.section == "CASE REPORT"
    assert examination.page == page_with("Motor power, graded by", build)
    word = read_docx(build.files["manuscript.docx"], "manuscript.docx").blocks()
    assert [block.place.line for _, block in word if "Motor power, graded by" in block.text] == [
        examination.paragraph
    ]


def page_with(words: str, build: Build) -> int:
    """The page by another way than the one tested: PDFium's own text of each page."""
    import pypdfium2

    pdf = pypdfium2.PdfDocument(build.files["manuscript.pdf"])
    wanted = words.replace(" ", "")
    try:
        for number in range(len(pdf)):
            page = pdf[number]
            text = page.get_textpage()
            here = "".join(text.get_text_range().split())
            text.close()
            page.close()
            if wanted in here:
                return number + 1
    finally:
        pdf.close()
    raise AssertionError(f"{words} is on no page")


def test_a_timeline_that_is_not_drawn_is_missing(answers: dict[str, Answer]) -> None:
    assert answers["7"].status == "missing"


def test_an_absence_that_the_author_explains_is_not_missing(answers: dict[str, Answer]) -> None:
    assert answers["12"].status == "explained"
    assert answers["12"].reason == "the published report gives none"


def test_a_statement_that_is_to_be_filled_in_is_not_met(answers: dict[str, Answer]) -> None:
    assert answers["13"].status == "to be written"


def test_the_files_are_the_same_bytes_every_time(build: Build) -> None:
    files = checklist_files(build)

    assert sorted(files) == ["care-2013.docx", "care-2013.json"]
    assert files == checklist_files(build)
    assert len(json.loads(files["care-2013.json"])["items"]) == 28


def test_the_word_file_shows_every_item_and_what_is_missing(build: Build) -> None:
    from docx import Document

    table = Document(BytesIO(checklist_files(build)["care-2013.docx"])).tables[0]

    rows = {row.cells[0].text.split("\n")[0]: row.cells[2].text for row in table.rows}
    assert rows["7"] == "Not found"
    assert rows["6"].startswith("CASE REPORT, page ")
    assert len(rows) == 29


def test_the_word_file_holds_no_name_of_its_maker(build: Build) -> None:
    with ZipFile(BytesIO(checklist_files(build)["care-2013.docx"])) as package:
        core = package.read("docProps/core.xml").decode()
    assert "creator" not in core
    assert "lastModifiedBy" not in core


def test_scare_says_which_of_its_items_were_not_seen(build: Build) -> None:
    record = json.loads(checklist_files(build, ("scare-2023",))["scare-2023.json"])

    assert [item["number"] for item in record["items"]] == [item.number for item in SCARE.items]
    assert "under other numbers" in record["note"]
    unseen = {item["number"] for item in record["items"] if item["basis"]}
    assert unseen == {number for number in (i.number for i in SCARE.items) if number.startswith("2016/")}
