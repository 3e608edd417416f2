import pytest
from documents import block, marked, roles, texts
from pages import lines, pdf

from casewright.errors import InputError, Problem
from casewright.read.pdf import read_pdf

STORY = (
    "A 61-year-old carpenter was brought to the clinic with a stiff knee, which had been swollen",
    "for 9 days after a fall from a ladder. He had no fever, and the joint was warm on the inner",
    "side, where a small tear was found.",
)


def read(*pages):
    return read_pdf(pdf(*pages), "report.pdf")


def test_lines_are_joined_into_paragraphs():
    document = read(
        [*lines(700, "CASE REPORT"), *lines(676, *STORY), *lines(620, "DISCUSSION"), *lines(596, *STORY)]
    )
    assert roles(document) == ["case", "discussion"]
    assert texts(document, "case") == [" ".join(STORY)]


def test_bold_lines_are_headings():
    document = read([(60, 700, 10, "F2", "Story of the ladder"), *lines(676, *STORY)])
    assert [s.title for s in document.sections] == ["Story of the ladder"]


def test_a_raised_citation_before_a_full_stop_stays_in_its_line():
    line = [
        (60, 700, 10, "F1", "Most of them are harmless"),
        (174.5, 704, 6, "F1", "3"),
        (178, 700, 10, "F1", ". The next one is not."),
    ]
    document = read([*line, *lines(688, "It was drained.")])
    assert texts(document) == ["Most of them are harmless3. The next one is not. It was drained."]
    assert marked(document, "superscript") == [("", "3")]


def test_lowered_characters_are_subscripts():
    document = read(
        [
            (60, 700, 10, "F1", "Saturation of SpO"),
            (143.2, 697, 6, "F1", "2"),
            (147, 700, 10, "F1", " was low at night."),
        ]
    )
    assert marked(document, "subscript") == [("", "2")]


def page(number, *body):
    return [(60, 800, 8, "F1", "Other A. A stiff knee"), *lines(700, *body), (290, 30, 8, "F1", str(number))]


def test_running_heads_and_page_numbers_are_left_out():
    document = read(page(1, *STORY), page(2, *STORY), page(3, *STORY))
    assert texts(document) == [" ".join(STORY)] * 3


def test_a_paragraph_goes_on_over_the_end_of_a_page():
    document = read(page(1, *STORY[:2]), page(2, STORY[2]))
    assert texts(document) == [" ".join(STORY)]


def test_a_paragraph_that_stops_short_above_the_end_of_a_page_ends_there():
    first = ("Weller B, Onslow T (2016) Grafts of the hand and of the wrist.", "https://doi.org/10.5555/a.16")
    second = "Pryor C (2018) Splints of the hand in forty patients of one ward."
    assert texts(read(page(1, *first), page(2, second))) == [" ".join(first), second]


def test_a_word_parted_at_the_end_of_a_line_is_mended():
    document = read(
        lines(
            700,
            "The swelling of the knee had been there for nine days, and no in-",
            "flammation was found in it.",
        )
    )
    assert texts(document) == [
        "The swelling of the knee had been there for nine days, and no inflammation was found in it."
    ]


def test_a_hyphen_that_the_word_has_elsewhere_is_kept():
    first = "He came for a follow-up after nine days, and at the next follow-"
    assert "next follow-up he" in texts(read(lines(700, first, "up he walked well.")))[0]


def test_columns_set_apart_are_the_cells_of_a_table():
    rows = [
        (60, 700, 10, "F1", "Hb"),
        (200, 700, 10, "F1", "9.1"),
        (60, 688, 10, "F1", "CRP"),
        (200, 688, 10, "F1", "12"),
    ]
    assert block(read(rows), "Hb").text == "Hb\t9.1\nCRP\t12"


def test_a_cell_that_is_broken_into_lines_stands_in_its_row():
    rows = [
        (60, 700, 10, "F1", "Test"),
        (200, 700, 10, "F1", "Value"),
        (60, 686, 10, "F1", "Cells of the"),
        (60, 672, 10, "F1", "blood"),
        (200, 686, 10, "F1", "9,800"),
        (60, 658, 10, "F1", "Iron"),
        (200, 658, 10, "F1", "12"),
    ]
    assert texts(read(rows)) == ["Test\tValue\nCells of the blood\t9,800\nIron\t12"]


def test_a_place_is_the_page_and_the_line():
    document = read(page(1, *STORY), page(2, "It was drained in one sitting, and it did not come back."))
    assert block(document, "It was").at(3).line == 2


def test_a_page_without_text_is_said_to_be_unread():
    document = read(lines(700, *STORY), [])
    assert any("page 2" in words for words in document.unread)


def test_a_scan_is_refused_with_a_hint():
    with pytest.raises(InputError, match="its pages are pictures"):
        read([])


@pytest.mark.parametrize("damage", [slice(0, 400), slice(0, 9), slice(9, None)])
def test_a_damaged_file_is_refused_or_read_without_a_traceback(damage):
    data = b"%PDF-1.4\n" + pdf(lines(700, *STORY))[damage]
    problems = [Problem("", "read")]
    try:
        read_pdf(data, "x.pdf")
    except InputError as error:
        problems = list(error.problems)
    assert all(problem.hint for problem in problems)
