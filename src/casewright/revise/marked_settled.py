"""A marked manuscript with all its changes accepted, or all rejected, as Word does it."""

from __future__ import annotations

import io
import zipfile

from lxml import etree

from casewright.read.docx.package import Package
from casewright.read.docx.styles import W
from casewright.read.xml import Element

TEXTS = ("word/document.xml", "word/footnotes.xml")
_PICTURES = ("word/media/", "word/embeddings/")
_NEW, _GONE = (W + "ins", W + "moveTo"), (W + "del", W + "moveFrom")
_RANGES = tuple(
    W + name for name in ("moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd")
)


def settled(docx: bytes, accept: bool) -> bytes:
    """The file without tracked changes, to be read: with every change made, or with none of them; without pictures."""
    package = Package(docx, "manuscript.docx")
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name in sorted(package.names):
            if not name.startswith(_PICTURES):
                archive.writestr(name, _settled_part(package, name, accept))
    return buffer.getvalue()


def _settled_part(package: Package, name: str, accept: bool) -> bytes:
    if name not in TEXTS:
        return package.content(name)
    root = package.xml(name)
    settle(root, accept)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def settle(root: Element, accept: bool) -> None:
    """The same, of a text part."""
    out, kept = (_GONE, _NEW) if accept else (_NEW, _GONE)
    _properties(root, accept)
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
