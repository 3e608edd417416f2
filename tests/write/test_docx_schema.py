"""The Word file is built as Word wants it: order of elements, ids, relations, types."""

from __future__ import annotations

import io
import os
import re
from pathlib import Path

from lxml import etree
from tests.write.docx_sample import W

GOLDEN = Path(__file__).with_name("docx_golden")


# Order of child elements by the schema of ECMA-376 part 1 (wml.xsd), as far as they are used.
ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore numPr tabs spacing ind contextualSpacing jc outlineLvl rPr",
    "rPr": "rStyle rFonts b bCs i iCs smallCaps strike color sz szCs u vertAlign lang",
    "sdtPr": "rPr alias tag id dataBinding richText text",
    "sdt": "sdtPr sdtContent",
    "tbl": "tblPr tblGrid tr",
    "tblPr": "tblStyle tblW tblInd tblBorders tblLayout tblCellMar tblLook",
    "tr": "trPr tc",
    "trPr": "cantSplit tblHeader",
    "tc": "tcPr p",
    "sectPr": "footerReference pgSz pgMar",
    "style": "name basedOn next uiPriority semiHidden qFormat pPr rPr tblPr tblStylePr",
    "tblStylePr": "rPr tcPr",
    "lvl": "start numFmt suff lvlText lvlJc pPr",
    "abstractNum": "multiLevelType lvl",
    "num": "abstractNumId lvlOverride",
    "numbering": "abstractNum num",
    "styles": "docDefaults style",
    "settings": "zoom defaultTabStop characterSpacingControl footnotePr compat themeFontLang",
    "font": "altName family pitch",
    "body": None,
}


def test_elements_stand_in_the_order_of_the_schema(members):
    seen = set()
    for name, data in members.items():
        if not name.endswith(".xml"):
            continue
        for node in etree.fromstring(data).iter():
            tag = node.tag.removeprefix(W)
            if not node.tag.startswith(W) or not ORDER.get(tag):
                continue
            order = ORDER[tag].split()
            children = [child.tag.removeprefix(W) for child in node]
            assert children == sorted(children, key=order.index), (name, tag, children)
            seen.add(tag)
    assert seen == {tag for tag in ORDER if ORDER[tag]}


def test_ids_are_unique(main, members):
    notes = etree.fromstring(members["word/footnotes.xml"])
    for path in (f"{W}sdtPr/{W}id", f"{W}bookmarkStart"):
        ids = [
            node.get(W + "val") or node.get(W + "id")
            for root in (main, notes)
            for node in root.iterfind(f".//{path}")
        ]
        assert len(ids) == len(set(ids)) > 0
    pictures = [node.get("id") for node in main.iter() if node.tag.endswith("}docPr")]
    assert len(pictures) == len(set(pictures)) == 2
    starts = [node.get(W + "id") for node in main.iter(W + "bookmarkStart")]
    assert sorted(starts) == sorted(node.get(W + "id") for node in main.iter(W + "bookmarkEnd"))


def test_every_relation_leads_to_a_part_and_every_part_has_a_type(members):
    types = etree.fromstring(members["[Content_Types].xml"])
    overrides = {node.get("PartName") for node in types if node.get("PartName")}
    defaults = {node.get("Extension") for node in types if node.get("Extension")}
    assert overrides <= {f"/{name}" for name in members}
    for name, data in members.items():
        assert f"/{name}" in overrides or name.rpartition(".")[2] in defaults
        if not name.endswith(".rels"):
            continue
        folder = name.rpartition("_rels/")[0]
        for relation in etree.fromstring(data):
            if relation.get("TargetMode") != "External":
                target = os.path.normpath(os.path.join(folder, relation.get("Target")))  # noqa: PTH118 names in a zip
                assert target.replace(os.sep, "/") in members
    related = {node.get("Id") for node in etree.fromstring(members["word/_rels/document.xml.rels"])}
    document = members["word/document.xml"].decode()
    assert set(re.findall(r'r:(?:id|embed)="(rId\d+)"', document)) <= related


def test_only_links_of_the_web_and_of_mail_are_links(members):
    relations = etree.fromstring(members["word/_rels/document.xml.rels"])

    outside = [node.get("Target") for node in relations if node.get("TargetMode") == "External"]

    assert outside == ["https://example.org/a?b=1&c=2"]


def test_styles_lists_and_notes_that_are_used_are_there(main, members):
    styles = {s.get(W + "styleId") for s in etree.fromstring(members["word/styles.xml"]).iter(W + "style")}
    numbers = {n.get(W + "numId") for n in etree.fromstring(members["word/numbering.xml"]).iter(W + "num")}
    notes = {n.get(W + "id") for n in etree.fromstring(members["word/footnotes.xml"]).iter(W + "footnote")}

    for tag in ("pStyle", "rStyle", "tblStyle"):
        assert {node.get(W + "val") for node in main.iter(W + tag)} <= styles
    assert {node.get(W + "val") for node in main.iter(W + "numId")} <= numbers
    assert {node.get(W + "id") for node in main.iter(W + "footnoteReference")} <= notes


def test_every_cell_ends_in_a_paragraph_and_every_row_fills_the_grid(main):
    for table in main.iter(W + "tbl"):
        columns = len(table.find(W + "tblGrid"))
        for row in table.iter(W + "tr"):
            assert len(row.findall(W + "tc")) == columns
        assert all(cell[-1].tag == W + "p" for cell in table.iter(W + "tc"))


def test_python_docx_opens_it(file):
    import docx

    document = docx.Document(io.BytesIO(file))

    assert document.paragraphs[0].style.name == "Title"
    assert document.core_properties.title == "A tumor of the cord: A case report"
