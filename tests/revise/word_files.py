"""Small Word files, a paragraph a string, for tests of what happens between two of them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

from lxml import etree

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{MAIN}}}"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
STYLES = (
    f'<w:styles xmlns:w="{MAIN}"><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
    '</w:style><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:pPr>'
    '<w:outlineLvl w:val="0"/></w:pPr></w:style></w:styles>'
)


def run(text: str, properties: str = "") -> str:
    """A run of text."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(content: str, style: str = "", bookmark: str = "") -> str:
    """A paragraph of ready runs, or of plain text."""
    inside = content if content.startswith("<") or not content else run(content)
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    if bookmark:
        number = sum(map(ord, bookmark))
        inside = (
            f'<w:bookmarkStart w:id="{number}" w:name="{bookmark}"/>{inside}<w:bookmarkEnd w:id="{number}"/>'
        )
    return f"<w:p>{properties}{inside}</w:p>"


def fact(name: str, text: str, number: int = 7) -> str:
    """A content control bound to a custom XML part."""
    binding = '<w:dataBinding w:xpath="/m[1]" w:storeItemID="{00000000-0000-0000-0000-000000000000}"/>'
    properties = f'<w:tag w:val="{name}"/><w:id w:val="{number}"/>{binding}<w:text/>'
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{run(text)}</w:sdtContent></w:sdt>"


def table(rows: Sequence[Sequence[str]]) -> str:
    """A table of plain cells."""
    grid = "<w:gridCol/>" * max(map(len, rows))
    lines = "".join(
        "<w:tr>" + "".join(f"<w:tc><w:tcPr/>{paragraph(cell)}</w:tc>" for cell in row) + "</w:tr>"
        for row in rows
    )
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{lines}</w:tbl>"


def note(number: int) -> str:
    """The call of a footnote."""
    return f'<w:r><w:footnoteReference w:id="{number}"/></w:r>'


def picture(relation: str) -> str:
    """A picture in the text."""
    return (
        '<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
        f'<wp:docPr id="1" name="x"/><a:blip xmlns:a="urn:a" r:embed="{relation}"/></wp:inline></w:drawing></w:r>'
    )


def docx(*blocks: str, notes: Sequence[str] = (), media: Mapping[str, bytes] | None = None) -> bytes:
    """A Word file of paragraphs and tables; a plain string is a paragraph of that text."""
    body = "".join(block if block.startswith(("<w:p>", "<w:tbl>")) else paragraph(block) for block in blocks)
    relations = [("rId1", f"{OFFICE}/styles", "styles.xml")]
    parts = {"word/styles.xml": STYLES.encode()}
    types = {"/word/document.xml": f"{WORD}.document.main+xml", "/word/styles.xml": f"{WORD}.styles+xml"}
    if notes:
        listed = "".join(
            f'<w:footnote w:id="{n}"><w:p><w:r><w:footnoteRef/></w:r>{run(text)}</w:p></w:footnote>'
            for n, text in enumerate(notes, start=1)
        )
        parts["word/footnotes.xml"] = f'<w:footnotes xmlns:w="{MAIN}">{listed}</w:footnotes>'.encode()
        relations.append(("rId2", f"{OFFICE}/footnotes", "footnotes.xml"))
        types["/word/footnotes.xml"] = f"{WORD}.footnotes+xml"
    for relation, data in (media or {}).items():
        parts[f"word/media/{relation}.png"] = data
        relations.append((relation, f"{OFFICE}/image", f"media/{relation}.png"))
    parts["word/document.xml"] = (
        f'<w:document xmlns:w="{MAIN}" xmlns:r="{R}"><w:body>{body}<w:sectPr/></w:body></w:document>'.encode()
    )
    parts["word/_rels/document.xml.rels"] = _relations(relations)
    parts["_rels/.rels"] = _relations([("rId1", f"{OFFICE}/officeDocument", "word/document.xml")])
    overrides = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in types.items())
    parts["[Content_Types].xml"] = (
        f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/><Default '
        'Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default '
        f'Extension="png" ContentType="image/png"/>{overrides}</Types>'
    ).encode()
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in ("[Content_Types].xml", *sorted(set(parts) - {"[Content_Types].xml"})):
            archive.writestr(zipfile.ZipInfo(name), parts[name])
    return buffer.getvalue()


def _relations(relations: Sequence[tuple[str, str, str]]) -> bytes:
    listed = "".join(f'<Relationship Id="{id}" Type="{kind}" Target="{to}"/>' for id, kind, to in relations)
    return f'<Relationships xmlns="{PACKAGE}/relationships">{listed}</Relationships>'.encode()


def part(data: bytes, name: str = "word/document.xml") -> etree._Element:
    """The root of a part."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read(name))


def said(data: bytes, name: str = "word/document.xml") -> list[str]:
    """What each paragraph of a part prints, deletions left out."""
    return ["".join(t.text or "" for t in p.iter(W + "t")) for p in part(data, name).iter(W + "p")]
