"""A Word document into a `Document`: its body paragraph by paragraph, with what hangs on them."""

from __future__ import annotations

from casewright.document.model import Document
from casewright.read.closing import close
from casewright.read.docx.body import Body
from casewright.read.docx.package import Package
from casewright.read.docx.properties import properties_of
from casewright.read.docx.runs import Flow
from casewright.read.docx.styles import Styles, W
from casewright.read.opening import MAX_LINES, MAX_TEXT, refuse, too_long
from casewright.read.outline import sections_of


def read_docx(data: bytes, source: str) -> Document:
    """A manuscript in Word: tracked changes as accepted, facts of its content controls as marks.

    A place's line is the number of the paragraph in the document, its column the character in the paragraph.
    """
    package = Package(data, source)
    root = package.xml(package.main)
    body = root.find(W + "body") if root is not None else None
    if body is None:
        raise refuse(
            source,
            "this Word document has no text part that can be read",
            "open it in Word and save it again",
        )
    length = sum(len(text.text or "") for text in body.iter(W + "t"))
    paragraphs = sum(1 for _ in body.iter(W + "p"))
    if length > MAX_TEXT or paragraphs > MAX_LINES:
        raise too_long(
            source,
            f"{length} characters in {paragraphs} paragraphs; the limits are {MAX_TEXT} and {MAX_LINES}",
        )
    links = package.relations(package.main)
    folder = package.main.rpartition("/")[0]
    flow = Flow(Styles(package.optional(f"{folder}/styles.xml")), links)
    reader = Body(
        flow, source, package.optional(f"{folder}/footnotes.xml"), package.optional(f"{folder}/endnotes.xml")
    )
    blocks = reader.blocks(body)
    unread = [f"{flow.hidden} characters of hidden text"] if flow.hidden else []
    properties = properties_of(package, folder, flow.images)
    return close(Document(sections_of(blocks), source, "docx", properties, tuple(unread)))
