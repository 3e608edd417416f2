"""Manuscripts for these tests, in our own words, and Word files made of XML strings."""

from __future__ import annotations

import io
import zipfile

from casewright.document.model import Block, Document

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
)
PROSE = (
    "A 61-year-old carpenter was brought to the clinic with a "
    "stiff knee, which had been swollen for 9 days after a fall from "
    "a ladder. He had no fever, and the joint was warm on the inner side."
)

REPORT = f"""A swollen knee after a fall

Abstract

A carpenter had a swollen knee. It was drained, and he was well again in 4 weeks.

INTRODUCTION
Knees swell for many reasons, and most of them are harmless[1].

CASE REPORT
{PROSE}

Figure 1 The knee from the front, on day 2.

DISCUSSION
In this man the cause was a small tear that the first radiograph did not show.

References
1. Someone A. On knees. Journal of Joints 2011; 4: 1-3.
"""


def word(body: str, parts: dict[str, str] | None = None, relations: str = "") -> bytes:
    """A .docx whose body is this XML."""
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package_file:
        package_file.writestr(
            "word/document.xml", f"<w:document {NAMES}><w:body>{body}</w:body></w:document>"
        )
        package_file.writestr(
            "word/_rels/document.xml.rels", f'<Relationships xmlns="{package}">{relations}</Relationships>'
        )
        for name, content in (parts or {}).items():
            package_file.writestr(name, content)
    return file.getvalue()


def para(text: str, style: str = "", look: str = "") -> str:
    """A paragraph of one run."""
    named = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{named}{run(text, look)}</w:p>"


def run(text: str, look: str = "") -> str:
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


def roles(document: Document) -> list[str]:
    """The roles of the sections, in order."""
    return [section.role for section in document.sections]


def texts(document: Document, role: str = "") -> list[str]:
    """The texts of the blocks of all sections, or of those of one role."""
    return [
        block.text
        for section, block in document.blocks()
        if block.kind != "heading" and (not role or section.role == role)
    ]


def block(document: Document, beginning: str) -> Block:
    """The one block that begins so."""
    (found,) = [b for _, b in document.blocks() if b.text.startswith(beginning)]
    return found


def marked(document: Document, kind: str) -> list[tuple[str, str]]:
    """The marks of a kind, as what they say and what they stand on."""
    return [
        (mark.target, b.text[mark.start : mark.end])
        for _, b in document.blocks()
        for mark in b.marks
        if mark.kind == kind
    ]
