"""The PDF: tagged, whole words, the words of the document, the same bytes, and nothing from outside."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from dataclasses import replace

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from tests.write.sample import Sample, build, sample

from casewright.document.pandoc import Pandoc
from casewright.errors import InputError, OutputError
from casewright.read.pdf import read_pdf
from casewright.read.pdf_bare import bare, bare_text
from casewright.verify import differences
from casewright.write.pdf import write_pdf
from casewright.write.pdf_source import FITTING
from casewright.write.pdf_text import typst_string


def written(given: Sample, pandoc: Pandoc) -> bytes:
    return write_pdf(given.document, given.profile, given.images, pandoc)


@pytest.fixture(scope="module")
def file(pandoc: Pandoc) -> bytes:
    return written(sample(), pandoc)


@pytest.fixture
def pdf(file: bytes) -> Iterator[pypdfium2.PdfDocument]:
    opened = pypdfium2.PdfDocument(file)
    yield opened
    opened.close()


def text_of(file: bytes) -> str:
    opened = pypdfium2.PdfDocument(file)
    pages = [opened[number] for number in range(len(opened))]
    text = "\n".join(page.get_textpage().get_text_bounded() for page in pages)
    opened.close()
    return text


def test_it_says_what_the_document_says(file: bytes) -> None:
    assert differences(sample().document, read_pdf(file, "sample.pdf"), "sample.pdf") == ()


def test_the_same_document_gives_the_same_bytes(file: bytes, pandoc: Pandoc) -> None:
    assert written(sample(), pandoc) == file


def test_every_fact_stands_unbroken_in_the_text(file: bytes) -> None:
    text = " ".join(text_of(file).replace("\u00a0", " ").split(" "))
    for _, block in sample().document.blocks():
        for mark in block.marked("fact"):
            printed = block.text[mark.start : mark.end]
            assert len(printed) > 30 or printed in text, printed


def test_a_word_with_a_hyphen_or_solidus_never_crosses_a_line(pandoc: Pandoc) -> None:
    words = "45-year-old T10/T11 mg/dL 4.2%-8.5% right-sided well-known "
    text = words * 40
    given = build(f'::: {{.section role="case"}}\n# CASE\n\n{text}\n:::\n', pandoc, works="", figures=())

    lines = re.split(r"\s+", text_of(written(given, pandoc)).replace("\u2060", ""))

    for word in words.split():
        assert lines.count(word) == 40


def test_it_is_tagged_and_says_its_title_language_and_key_words(
    pdf: pypdfium2.PdfDocument, file: bytes
) -> None:
    properties = pdf.get_metadata_dict(skip_empty=True)

    assert pdfium.FPDFCatalog_IsTagged(pdf.raw)
    assert properties["Title"] == "A tumor of the spinal cord: A case report"
    assert properties["Keywords"] == 'Spinal cord, Ependymoma, "Salt & pepper" chromatin'
    assert set(properties) == {"Title", "Keywords", "Creator"}
    assert b"<pdfuaid:part>1</pdfuaid:part>" in file
    assert b"en-US" in file


def test_the_outline_has_every_heading(pdf: pypdfium2.PdfDocument) -> None:
    headings = [
        (block.text, block.level - 1) for _, block in sample().document.blocks() if block.kind == "heading"
    ]

    assert [(entry.get_title(), entry.level) for entry in pdf.get_toc()] == headings


def test_pictures_have_their_text(pdf: pypdfium2.PdfDocument) -> None:
    found = [text for page in range(len(pdf)) for text in alternative_texts(pdf[page])]

    assert found == ['Spine & "cord"', "After"]


def test_citations_and_calls_lead_to_their_places(pdf: pypdfium2.PdfDocument) -> None:
    links = sum(
        pdfium.FPDFAnnot_GetSubtype(pdfium.FPDFPage_GetAnnot(page.raw, number)) == pdfium.FPDF_ANNOT_LINK
        for page in (pdf[index] for index in range(len(pdf)))
        for number in range(pdfium.FPDFPage_GetAnnotCount(page.raw))
    )
    assert links >= 8


def test_only_the_typesetter_s_own_fonts_are_used(file: bytes) -> None:
    names = set(re.findall(rb"/BaseFont\s*/\w+\+([A-Za-z]+)", file))

    assert names
    assert all(name.startswith((b"LibertinusSerif", b"DejaVuSansMono")) for name in names)


def test_typography_is_the_journal_s(file: bytes, pandoc: Pandoc) -> None:
    given = sample()
    look = replace(given.profile.typography, paper="us-letter", size_pt=9.0)
    other = written(replace(given, profile=replace(given.profile, typography=look)), pandoc)
    opened = pypdfium2.PdfDocument(other)

    assert opened[0].get_size() == (612, 792)
    assert differences(given.document, read_pdf(other, "letter.pdf"), "letter.pdf") == ()
    opened.close()


HOSTILE = [
    '#read("/etc/passwd")',
    r"\#read(\"main.typ\") $x$ @label <label> *b* _e_ `r` // c /* d */ = h - i + j ~ \u{41}",
    '";#panic()]#panic()[',
    "]] #include [[ #[",
]


@pytest.mark.parametrize("words", HOSTILE)
def test_words_that_look_like_typst_are_words(pandoc: Pandoc, words: str) -> None:
    escaped = re.sub(r"([^\w\s])", r"\\\1", words)
    title = f'::: {{.section role="title"}}\n{escaped}\n:::\n\n'
    text = f'{title}::: {{.section role="case"}}\n# {escaped}\n\n{escaped}\n:::\n'
    given = build(text, pandoc, works="", figures=())

    assert differences(given.document, read_pdf(written(given, pandoc), "odd.pdf"), "odd.pdf") == ()


def test_the_numbers_of_a_list_are_no_words(pandoc: Pandoc) -> None:
    text = (
        '::: {.section role="case"}\nText:\n\n1. one\n2. two\n\nText.\n\n9. nine\n10. ten\n11. eleven\n:::\n'
    )
    given = build(text, pandoc, works="", figures=())

    assert differences(given.document, read_pdf(written(given, pandoc), "list.pdf"), "list.pdf") == ()


def test_a_picture_that_is_none_is_refused_in_plain_words(pandoc: Pandoc) -> None:
    given = replace(sample(), images={**sample().images, "figures/a.png": b"no picture"})

    with pytest.raises(OutputError, match="the PDF cannot be set"):
        written(given, pandoc)


def test_a_figure_without_its_pictures_keeps_its_legend(pandoc: Pandoc) -> None:
    given = replace(sample(), images={})

    file = written(given, pandoc)

    assert differences(given.document, read_pdf(file, "bare.pdf"), "bare.pdf") == ()


def test_headings_that_leave_out_a_level_are_set_all_the_same(pandoc: Pandoc) -> None:
    text = '::: {.section role="case"}\n### Third\n\nText.\n\n# First\n\n#### Fourth\n\nText.\n:::\n'
    given = build(text, pandoc, works="", figures=())

    assert differences(given.document, read_pdf(written(given, pandoc), "odd.pdf"), "odd.pdf") == ()


def set_in(pandoc: Pandoc, words: str) -> tuple[Sample, bytes]:
    """A manuscript of a case with these words, and its PDF."""
    given = build(f'::: {{.section role="case"}}\n{words}\n:::\n', pandoc, works="", figures=())
    return given, written(given, pandoc)


@pytest.mark.parametrize(
    "words",
    [
        "base excess of -6.0",
        "HSV-1 and -2",
        "a--b, a---b",
        "so on ...",
        "1960’s, 1990's, 5'3\"",
        "a-?b",
        "(-3)",
    ],
)
def test_signs_are_set_as_they_are_written(pandoc: Pandoc, words: str) -> None:
    escaped = re.sub(r"([-.'\"?()])", r"\\\1", words)

    assert words in text_of(set_in(pandoc, escaped)[1])


def test_wide_signs_are_set_as_the_plain_ones_that_they_stand_for(pandoc: Pandoc) -> None:
    assert "(p<0.05), 5%, 3 mg" in text_of(set_in(pandoc, "（p＜0.05）, 5％, 3 ㎎")[1])


def test_a_hyphen_at_the_end_of_a_line_is_the_words_own(pandoc: Pandoc) -> None:
    words = " ".join("a" * (n % 7 + 1) + " half- month once-in-a-life-long-while" for n in range(40))
    given, file = set_in(pandoc, words)

    assert bare_text(file).endswith(bare(words))
    assert differences(given.document, read_pdf(file, "hyphens.pdf", is_ours=True), "hyphens.pdf") == ()


def test_no_row_of_a_table_is_parted_by_the_end_of_a_page(pandoc: Pandoc) -> None:
    rows = "".join(f"| Case {n} | {'one thing, ' * 9}| {'another, ' * 12}|\n" for n in range(40))
    given, file = set_in(pandoc, f"| Case | First | Second |\n|---|---|---|\n{rows}")

    assert len(pypdfium2.PdfDocument(file)) > 2
    assert differences(given.document, read_pdf(file, "rows.pdf", is_ours=True), "rows.pdf") == ()


def test_a_row_that_is_taller_than_a_page_is_set_cell_under_cell(pandoc: Pandoc) -> None:
    words = " ".join(f"word{n}" for n in range(1500))
    _, file = set_in(pandoc, f"| First | Second |\n|---|---|\n| {words} | {words} |\n| last | row |\n")

    assert bare_text(file) == bare(f"First Second {words} {words} last row")


def test_the_tallest_row_that_is_set_side_by_side_fits_on_a_page(pandoc: Pandoc) -> None:
    words = " ".join(["tall word"] * (FITTING // 50))
    cells = "|".join([words] * 5)
    given, file = set_in(pandoc, f"|a|b|c|d|e|\n{'|---' * 5}|\n|{cells}|\n|{cells}|\n")

    assert len(pypdfium2.PdfDocument(file)) > 1
    assert bare(words * 5) in bare_text(file)
    assert differences(given.document, read_pdf(file, "tall.pdf", is_ours=True), "tall.pdf") == ()


@pytest.mark.parametrize(("sign", "shown"), [("⁓", "“⁓”"), ("\uf0a7", "the sign U+F0A7")])
def test_a_sign_that_the_typeface_lacks_is_told_with_its_place(pandoc: Pandoc, sign: str, shown: str) -> None:
    with pytest.raises(InputError) as caught:
        set_in(pandoc, f"A breach of {sign}5 cm.")

    (problem,) = caught.value.problems
    assert problem.message == f"the typeface of the PDF does not have {shown}"
    assert (problem.place.line, problem.place.column) == (2, 13)


def test_a_string_of_typst_holds_any_character() -> None:
    assert typst_string('a "b" \\ \n\x01 #c') == '"a \\"b\\" \\\\ \\u{a}\\u{1} #c"'


def alternative_texts(page: pypdfium2.PdfPage) -> Iterator[str]:
    tree = pdfium.FPDF_StructTree_GetForPage(page.raw)
    for number in range(pdfium.FPDF_StructTree_CountChildren(tree)):
        yield from _alternatives(pdfium.FPDF_StructTree_GetChildAtIndex(tree, number))
    pdfium.FPDF_StructTree_Close(tree)


def _alternatives(element: object) -> Iterator[str]:
    length = pdfium.FPDF_StructElement_GetAltText(element, None, 0)
    if length > 2:
        buffer = ctypes.create_string_buffer(length)
        pdfium.FPDF_StructElement_GetAltText(element, buffer, length)
        yield buffer.raw.decode("utf-16-le").rstrip("\0")
    for number in range(max(0, pdfium.FPDF_StructElement_CountChildren(element))):
        child = pdfium.FPDF_StructElement_GetChildAtIndex(element, number)
        if child:
            yield from _alternatives(child)
