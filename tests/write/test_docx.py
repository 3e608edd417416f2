"""The Word file says what the document says.

The golden members are written anew by `CASEWRIGHT_GOLDEN=write pytest tests/write/test_docx.py`; read the difference
before committing it.
"""

from __future__ import annotations

import io
import os
import re
import zipfile
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree
from tests.write.docx_sample import IMAGES, LONG, W, value, words

from casewright.errors import InputError
from casewright.write.docx import write_docx
from casewright.write.docx_facts import NAMESPACE, fact_alias, fact_tag

GOLDEN = Path(__file__).with_name("docx_golden")


def test_members_are_as_in_the_golden_file(members):
    shown = {
        name: etree.tostring(etree.fromstring(data), pretty_print=True, encoding="unicode")
        for name, data in members.items()
        if "/media/" not in name
    }
    if os.environ.get("CASEWRIGHT_GOLDEN") == "write":
        GOLDEN.mkdir(exist_ok=True)
        for name, text in shown.items():
            (GOLDEN / name.replace("/", "__")).write_text(text, "utf-8", newline="\n")
    golden = {path.name.replace("__", "/"): path.read_text("utf-8") for path in GOLDEN.iterdir()}
    assert sorted(shown) == sorted(golden)
    for name, text in golden.items():
        assert shown[name] == text, name


def test_paragraphs_say_what_the_blocks_say(main, built):
    expected = [
        block.text for _, block in built.blocks() if block.kind not in ("table", "figure", "footnote")
    ]
    table_text = {words(p) for tbl in main.iter(W + "tbl") for p in tbl.iter(W + "p")}

    said = [words(p) for p in main.iter(W + "p") if next(p.iterancestors(W + "tbl"), None) is None]

    assert [text for text in said if text] == expected
    assert table_text == {"", "Test", "Value", "ANC", "1", "none"}


def test_a_fact_is_a_control_with_its_name_and_id_in_each_place(main):
    controls = [(value(sdt, "w:sdtPr/w:tag"), words(sdt)) for sdt in main.iter(W + "sdt")]

    assert controls == [
        ("site", "the cord"),
        ("labs.leukocytes", "6800 /μL"),
        ("dose", "70 mg/m2"),
        ("grade", "II"),
        ("labs.leukocytes", "6800 /μL"),
        (fact_tag(LONG), "4 < 5"),
        ("anc", "1"),
        ("days", "5 d"),
    ]
    assert [value(sdt, "w:sdtPr/w:alias") for sdt in main.iter(W + "sdt")][1] == "labs › leukocytes"


def test_all_places_of_a_fact_are_bound_to_one_element_that_holds_their_text(members, main):
    item = etree.fromstring(members["customXml/item1.xml"])
    notes = etree.fromstring(members["word/footnotes.xml"])
    store = etree.fromstring(members["customXml/itemProps1.xml"]).get(
        "{http://schemas.openxmlformats.org/officeDocument/2006/customXml}itemID"
    )
    paths = Counter()
    for root in (main, notes):
        for sdt in root.iter(W + "sdt"):
            binding = sdt.find(f"{W}sdtPr/{W}dataBinding")
            if binding is None:
                assert value(sdt, "w:sdtPr/w:tag") == "dose"  # its superscript cannot be held as plain text
                continue
            assert binding.get(W + "prefixMappings") == f"xmlns:m='{NAMESPACE}'"
            assert binding.get(W + "storeItemID") == store
            (element,) = item.xpath(binding.get(W + "xpath"), namespaces={"m": NAMESPACE})
            assert element.text == words(sdt)
            assert fact_tag(element.get("id")) == value(sdt, "w:sdtPr/w:tag")
            paths[binding.get(W + "xpath")] += 1
    assert max(paths.values()) == 3  # leukocytes: abstract, case, footnote
    assert item.xpath("string(//m:fact[contains(@id, 'very')]/@id)", namespaces={"m": NAMESPACE}) == LONG


def test_names_longer_than_word_allows_are_shortened_and_stay_different():
    other = LONG[:-1] + "x"

    assert len(fact_tag(LONG)) <= 64 >= len(fact_alias(LONG))
    assert fact_tag(LONG) != fact_tag(other)
    assert fact_tag("labs.leukocytes") == "labs.leukocytes"


def test_every_block_has_its_bookmark_and_the_part_says_where_it_was_written(members, main, built):
    item = etree.fromstring(members["customXml/item1.xml"])
    listed = {block.get("bookmark"): block for block in item.iter(f"{{{NAMESPACE}}}block")}
    notes = etree.fromstring(members["word/footnotes.xml"])

    names = [mark.get(W + "name") for root in (main, notes) for mark in root.iter(W + "bookmarkStart")]

    assert sorted(names) == sorted(listed)
    assert len(listed) == len(list(built.blocks()))
    assert listed["_cw_0"].get("origin") == "manuscript/prose.md:3:1"
    assert listed["_cw_0"].get("role") == "title"


def test_headings_title_legend_and_lists_have_the_styles_of_word(members, main):
    styles = etree.fromstring(members["word/styles.xml"])
    known = {style.get(W + "styleId"): value(style, "w:name") for style in styles.iter(W + "style")}

    used = {words(p): known[value(p, "w:pPr/w:pStyle")] for p in main.iter(W + "p")}

    assert used["A tumor of the cord: A case report"] == "Title"
    assert used["Abstract"] == used["CASE II"] == "heading 1"
    assert used["two"] == used["four"] == "List Paragraph"
    assert used["Figure 1 The spine. A: before; B: after 5 d."] == "caption"
    assert used["1 Adams A. A title. J Tests 2001; 1: 1-2."] == "Bibliography"


def test_type_and_page_are_the_profiles(built, profile):
    other = replace(
        profile.typography, font="Georgia & Co", size_pt=11.5, line_spacing=2, paper="letter", margin_cm=3
    )

    data = write_docx(built, replace(profile, typography=other, language="en-GB"), IMAGES)

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        styles = etree.fromstring(archive.read("word/styles.xml"))
        page = etree.fromstring(archive.read("word/document.xml")).find(f".//{W}sectPr")
    defaults = styles.find(f"{W}docDefaults")
    assert defaults.find(f".//{W}rFonts").get(W + "ascii") == "Georgia & Co"
    assert defaults.find(f".//{W}sz").get(W + "val") == "23"
    assert defaults.find(f".//{W}lang").get(W + "val") == "en-GB"
    assert defaults.find(f".//{W}spacing").get(W + "line") == "480"
    assert (page.find(W + "pgSz").get(W + "w"), page.find(W + "pgMar").get(W + "left")) == ("12240", "1701")


def test_images_have_alternative_text_and_keep_their_proportions(main, members):
    inlines = [node for node in main.iter() if node.tag.endswith("}inline")]

    found = []
    for inline in inlines:
        extent, properties = inline[0], inline[1]
        found.append((properties.get("descr"), round(int(extent.get("cx")) / int(extent.get("cy")), 2)))
    assert found == [("Spine & cord", 1.5), ("After", 0.38)]
    assert [name for name in members if "media" in name] == ["word/media/image1.png", "word/media/image2.png"]
    assert members["word/media/image1.png"] == IMAGES["a.png"]


def test_the_letters_of_panels_are_numbers_of_a_list_and_no_text(main, members):
    numbering = etree.fromstring(members["word/numbering.xml"])
    starts = {num.get(W + "numId"): num for num in numbering.iter(W + "num")}
    letters = [
        p.find(f"{W}pPr/{W}numPr/{W}numId").get(W + "val")
        for p in main.iter(W + "p")
        if value(p, "w:pPr/w:pStyle") == "Panel"
    ]

    assert [starts[n].find(f".//{W}startOverride").get(W + "val") for n in letters] == ["1", "2"]


def test_the_file_names_the_manuscript_and_nobody_and_no_day(members):
    core = etree.fromstring(members["docProps/core.xml"])

    assert {child.tag.rpartition("}")[2]: child.text for child in core} == {
        "title": "A tumor of the cord: A case report",
        "keywords": "One; Two & three",
        "language": "en-US",
    }
    assert not any(name.endswith("app.xml") for name in members)


def test_the_same_document_gives_the_same_bytes(file, built, profile):
    assert write_docx(built, profile, dict(reversed(IMAGES.items()))) == file


@pytest.mark.parametrize(
    ("images", "message"),
    [
        ({}, "the image `a.png` was not read"),
        ({**IMAGES, "a.png": b"BM a bitmap"}, "Word cannot show the image `a.png`"),
        ({**IMAGES, "b.png": b"not an image"}, "Word cannot show the image `b.png`"),
    ],
)
def test_an_image_that_word_cannot_show_is_refused(built, profile, images, message):
    with pytest.raises(InputError, match=re.escape(message)):
        write_docx(built, profile, images)
