"""A marked manuscript with all its changes accepted, or all rejected, as Word does it."""

from __future__ import annotations

import io
import zipfile

from lxml import etree

from casewright.read.docx.styles import W
from casewright.read.xml import Element

MAIN_PART = "word/document.xml"
_NEW, _GONE = (W + "ins", W + "moveTo"), (W + "del", W + "moveFrom")
_RANGES = tuple(
    W + name + side
    for name in ("moveFromRange", "moveToRange", "customXmlInsRange", "customXmlDelRange")
    for side in ("Start", "End")
)


def settled(docx: bytes, accept: bool) -> bytes:
    """The file without tracked changes: with every change made, or with none of them."""
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    root = etree.fromstring(parts[MAIN_PART])
    settle(root, accept)
    parts[MAIN_PART] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def settle(root: Element, accept: bool) -> None:
    """The same, of a text part."""
    out, kept = (_GONE, _NEW) if accept else (_NEW, _GONE)
    _properties(root, accept)
    if not accept:
        _controls(root)
    for row in list(root.iter(W + "tr")):
        if any(row.find(f"{W}trPr/{tag}") is not None for tag in out):
            row.getparent().remove(row)
    for table in list(root.iter(W + "tbl")):
        if table.find(W + "tr") is None:
            table.getparent().remove(table)
    joining = [
        paragraph
        for paragraph in root.iter(W + "p")
        if any(paragraph.find(f"{W}pPr/{W}rPr/{tag}") is not None for tag in out)
    ]
    for element in list(root.iter(*out)):
        if element.getparent().tag not in (W + "rPr", W + "trPr"):
            element.getparent().remove(element)
    for element in list(root.iter(*kept)):
        _unwrap(element)
    for element in [*root.iter(W + "delText"), *root.iter(*_RANGES)]:
        if element.tag == W + "delText":
            element.tag = W + "t"
        else:
            element.getparent().remove(element)
    for paragraph in joining:
        _join(paragraph)


def _properties(root: Element, accept: bool) -> None:
    for change in list(root.iter(W + "pPrChange")):
        properties = change.getparent()
        before = change.find(W + "pPr")
        properties.remove(change)
        if not accept and before is not None:
            look = properties.find(W + "rPr")
            for child in list(properties):
                properties.remove(child)
            properties.extend(list(before))
            if look is not None:
                properties.append(look)


def _controls(root: Element) -> None:
    """Content controls that were inserted are taken out with all that is in them."""
    for control in list(root.iter(W + "sdt")):
        before = control.getprevious()
        if before is not None and before.tag == W + "customXmlInsRangeStart":
            control.getparent().remove(control)


def _unwrap(element: Element) -> None:
    if element.getparent().tag not in (W + "rPr", W + "trPr"):
        for child in list(element):
            element.addprevious(child)
    element.getparent().remove(element)


def _join(paragraph: Element) -> None:
    """A paragraph without its end: what it says begins the next one; the last of a flow stays, if it says anything."""
    content = [child for child in paragraph if child.tag != W + "pPr"]
    following = paragraph.getnext()
    if following is not None and following.tag == W + "p":
        at = 1 if following.find(W + "pPr") is not None else 0
        following[at:at] = content
        paragraph.getparent().remove(paragraph)
    elif not any(True for _ in paragraph.iter(W + "t", W + "drawing")):
        paragraph.getparent().remove(paragraph)
