"""The Word file around a marked text: with what was brought from the old one, and in the same bytes every time."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from lxml import etree

from casewright.read.docx.styles import W
from casewright.read.xml import Element
from casewright.revise.marked_old import Bringer
from casewright.write.docx_package import DECLARATION, EARLIEST, OFFICE, PACKAGE, WORD
from casewright.write.docx_styles import MAIN
from casewright.write.docx_styles import footnotes as first_footnotes

NOTES = "word/footnotes.xml"


def packed(new: bytes, root: Element, bringer: Bringer, changed: dict[str, Element]) -> bytes:
    """The new file with another text part and with what was brought from the old one; the same bytes every time."""
    with zipfile.ZipFile(io.BytesIO(new)) as archive:
        parts = {info.filename: archive.read(info) for info in archive.infolist()}
    relations = etree.fromstring(parts["word/_rels/document.xml.rels"])
    types = etree.fromstring(parts["[Content_Types].xml"])
    if bringer.notes or changed:
        _put_notes(parts, root, changed | bringer.notes, relations, types)
    parts["word/document.xml"] = _serialized(root)
    relations.extend(bringer.relations)
    bringer.content_types(types)
    parts["word/_rels/document.xml.rels"] = _serialized(relations)
    parts["[Content_Types].xml"] = _serialized(types)
    return _zipped(parts | bringer.parts)


def _put_notes(
    parts: dict[str, bytes], root: Element, others: dict[str, Element], relations: Element, types: Element
) -> None:
    """All footnotes in the order of their calls, numbered by it: LibreOffice goes by the order, Word by the number."""
    if NOTES not in parts:
        parts[NOTES] = (DECLARATION + first_footnotes(())).encode()
        kind = f"{OFFICE}/footnotes"
        etree.SubElement(
            relations,
            f"{{{PACKAGE}/relationships}}Relationship",
            Id="rIdNotes",
            Type=kind,
            Target="footnotes.xml",
        )
        override = f"{{{PACKAGE}/content-types}}Override"
        etree.SubElement(types, override, PartName=f"/{NOTES}", ContentType=f"{WORD}.footnotes+xml")
    notes = etree.fromstring(parts[NOTES])
    known = {note.get(W + "id"): note for note in notes if note.get(W + "type") is None}
    for note in known.values():
        notes.remove(note)
    for number, call in enumerate(root.iter(W + "footnoteReference"), start=1):
        note = (known | others)[call.get(W + "id")]
        for identifier in (call, note):
            identifier.set(W + "id", str(number))
        notes.append(note)
    parts[NOTES] = _serialized(notes)


def _serialized(root: Element) -> bytes:
    etree.cleanup_namespaces(root, top_nsmap={"w": MAIN} if root.tag.startswith(W) else None)
    return DECLARATION.encode() + bytes(etree.tostring(root, encoding="UTF-8"))


def _zipped(parts: Mapping[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name, data in parts.items():
            info = zipfile.ZipInfo(name, EARLIEST)
            info.compress_type = zipfile.ZIP_STORED if "/media/" in name else zipfile.ZIP_DEFLATED
            info.create_system = 0
            info.external_attr = 0
            archive.writestr(info, data)
    return buffer.getvalue()
