"""The HTML page as a file: what it says, what it carries, and what it cannot do."""

from __future__ import annotations

import json
import re
from base64 import b64decode, b64encode
from dataclasses import replace
from hashlib import sha256

import pytest
from lxml import etree
from tests.write.sample import IMAGES, Sample, build, sample

from casewright.document.pandoc import Pandoc
from casewright.read.html import read_html
from casewright.verify import differences
from casewright.write.html import write_html
from casewright.write.html_facts import fact_spans, snippet


def written(given: Sample) -> bytes:
    return write_html(given.document, given.profile, given.case, given.images)


@pytest.fixture(scope="module")
def page() -> bytes:
    return written(sample())


@pytest.fixture(scope="module")
def tree(page: bytes) -> etree._Element:
    return etree.fromstring(page, etree.HTMLParser(encoding="utf-8"))


@pytest.fixture(scope="module")
def facts(tree: etree._Element) -> dict:
    return json.loads(tree.findtext(".//script[@id='facts']"))


def test_it_says_what_the_document_says(page: bytes) -> None:
    assert differences(sample().document, read_html(page, "page.html"), "page.html") == ()


def test_the_same_document_gives_the_same_bytes(page: bytes) -> None:
    assert written(sample()) == page


def test_every_id_is_there_once_and_every_link_inside_leads_somewhere(tree: etree._Element) -> None:
    ids = tree.xpath("//@id")
    inside = [target for target in tree.xpath("//a/@href") if target.startswith("#")]

    assert len(ids) == len(set(ids))
    assert len(inside) == 15
    assert {target[1:] for target in inside} <= set(ids)


def test_sections_carry_role_landmark_and_name(tree: etree._Element) -> None:
    sections = {section.get("data-role"): section for section in tree.iter("section")}

    assert sections["abstract"].get("role") == "doc-abstract"
    assert sections["references"].get("role") == "doc-bibliography"
    heading = sections["case.laboratory"].get("aria-labelledby")
    assert tree.find(f".//*[@id='{heading}']").text == "Laboratory"
    assert sections["keywords"].get("aria-label") == "Key words"
    assert sections["case.laboratory"].getparent() is sections["case"]


def test_the_title_is_the_only_first_heading(tree: etree._Element) -> None:
    assert ["".join(h.itertext()) for h in tree.iter("h1")] == ["A tumor of the spinal cord: A case report"]
    assert tree.findtext(".//title") == "A tumor of the spinal cord: A case report"


def test_every_fact_is_an_element_that_the_keyboard_reaches(tree: etree._Element) -> None:
    marks = [mark for _, block in sample().document.blocks() for mark in block.marked("fact")]
    elements = tree.xpath("//*[@data-fact]")

    assert [element.get("data-fact") for element in elements] == [mark.target for mark in marks]
    for element in elements:
        assert (element.get("tabindex"), element.get("role"), element.get("aria-expanded")) == (
            "0",
            "button",
            "false",
        )


def test_the_data_of_the_cards_name_source_formula_and_every_place(tree: etree._Element, facts: dict) -> None:
    assert facts["labs.leukocytes"]["written"] == "6800 /uL"
    assert facts["labs.leukocytes"]["place"] == "manuscript/case.yaml:12:3"
    assert facts["interval"]["formula"] == "operation - biopsy, in whole days"
    for fact, record in facts.items():
        elements = [element.get("id") for element in tree.xpath(f"//*[@data-fact='{fact}']")]
        assert [place["at"] for place in record["places"]] == elements
        for place in record["places"]:
            printed = "".join(tree.find(f".//*[@id='{place['at']}']").itertext())
            assert printed in place["text"]


def test_the_places_are_named_by_the_headings_they_stand_under(facts: dict) -> None:
    places = [place["where"] for place in facts["labs.leukocytes"]["places"]]

    assert places == ["Abstract", "Case report", "Case report", "Case report"]
    assert facts["labs.anc"]["places"][0]["where"] == "Case report, Laboratory"


def test_references_lead_back_to_each_of_their_citations(tree: etree._Element) -> None:
    entry = tree.find(".//li[@id='ref-adams2001']")
    back = [link.get("href") for link in entry.findall("a[@class='back']")]
    cites = [
        cite.get("id")
        for cite in tree.xpath("//*[@data-cites]")
        if "adams2001" in cite.get("data-cites").split()
    ]

    assert back == [f"#{cite}" for cite in cites]
    assert len(back) == 3


def test_printed_numbers_and_identifiers_are_links(tree: etree._Element) -> None:
    first = tree.find(".//span[@id='cite-1']")

    assert [link.get("href") for link in first.iter("a")] == ["#ref-adams2001", "#ref-zhu2004"]
    assert "".join(first.itertext()) in {"[1-3]", "[1–3]"}
    links = [link.get("href") for link in tree.find(".//li[@id='ref-adams2001']").iter("a")]
    assert links[:2] == ["https://pubmed.ncbi.nlm.nih.gov/123456/", "https://doi.org/10.1000/xyz(1).2"]


def test_a_figure_has_its_panels_with_text_and_size_and_its_legend(tree: etree._Element) -> None:
    figure = tree.find(".//figure[@id='figure-spine']")
    images = list(figure.iter("img"))

    assert [image.get("alt") for image in images] == ['Spine & "cord"', "After"]
    assert [(image.get("width"), image.get("height")) for image in images] == [("90", "60"), ("30", "80")]
    assert [b64decode(image.get("src").partition(",")[2]) for image in images] == list(IMAGES.values())
    assert "".join(figure.find("figcaption").itertext()).startswith("Figure 1 The spine.")


def test_nothing_is_loaded_and_nothing_else_may_run(page: bytes, tree: etree._Element) -> None:
    sources = [*tree.xpath("//@src"), *tree.xpath("//link/@href"), *re.findall(rb"url\(|@import", page)]
    policy = tree.find(".//meta[@http-equiv]").get("content")

    assert all(str(source).startswith("data:image/") for source in sources)
    assert policy.startswith("default-src 'none'; img-src data:;")
    for tag in ("style", "script[2]"):
        text = tree.xpath(f"//{tag}" if tag == "style" else "//script[2]")[0].text
        assert f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'" in policy
    assert not tree.xpath("//@style | //@onclick | //a[starts-with(@href, 'javascript')]")


def test_words_of_the_data_cannot_end_the_script(page: bytes) -> None:
    given = sample()
    hostile = replace(given.case.facts["site"], written="</script><script>alert(1)</script>")
    case = replace(given.case, facts={**given.case.facts, "site": hostile})

    altered = write_html(given.document, given.profile, case, given.images)

    assert altered.count(b"</script>") == page.count(b"</script>")
    root = etree.fromstring(altered, etree.HTMLParser(encoding="utf-8"))
    assert json.loads(root.findtext(".//script[@id='facts']"))["site"]["written"] == hostile.written


def test_a_manuscript_of_one_empty_section_is_a_page() -> None:
    with Pandoc() as pandoc:
        given = build('::: {.section role="title"}\n:::\n', pandoc, figures=())
    assert b"<article>" in written(given)


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (0, 5, "alpha bravo charlie delta echo foxtrot golf …"),
        (26, 30, "alpha bravo charlie delta echo foxtrot golf hotel india juliett kilo lima …"),
        (98, 102, "… juliett kilo lima mike november oscar papa quebec"),
    ],
)
def test_a_snippet_is_cut_at_words(start: int, end: int, expected: str) -> None:
    text = "alpha bravo charlie delta echo foxtrot golf hotel india juliett kilo lima mike november oscar papa quebec"
    assert snippet(text, start, end) == expected


def test_facts_are_found_inside_other_marks() -> None:
    fact = {
        "t": "Span",
        "c": [
            ["", ["fact"], [["key", "a"]]],
            [{"t": "Str", "c": "5"}, {"t": "Space"}, {"t": "Str", "c": "d"}],
        ],
    }
    inlines = [{"t": "Str", "c": "in"}, {"t": "Space"}, {"t": "Strong", "c": [{"t": "Str", "c": "("}, fact]}]

    assert list(fact_spans(inlines)) == [(4, 7)]
