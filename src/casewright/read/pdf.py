"""PDF files by their text layer: lines put together from characters, paragraphs from lines."""

from __future__ import annotations

from itertools import chain

from casewright.document.model import Document
from casewright.errors import InputError
from casewright.read.blocks import make
from casewright.read.closing import close
from casewright.read.flattened import unfold
from casewright.read.opening import refuse
from casewright.read.outline import sections_of
from casewright.read.pdf_lines import Line, lines_of
from casewright.read.pdf_paragraphs import paragraphs_of, with_wrapped_cells, without_running_lines

MAX_PAGES = 80
"""Pages of the longest PDF by a stranger that is read: twice a long case report, and soon done."""


def read_pdf(data: bytes, source: str, most_pages: int = MAX_PAGES, is_ours: bool = False) -> Document:
    """A manuscript in PDF. A place's line is the page, its column the line on the page.

    One that `is_ours` parts no words at line ends, and its tags say which lines are running ones.
    """
    import pypdfium2
    from pypdfium2 import PdfiumError

    try:
        pdf = pypdfium2.PdfDocument(data)
    except PdfiumError as error:
        raise _unopened(str(error), source) from None
    unread: list[str] = []
    pages: list[list[Line]] = []
    properties: dict[str, str] = {}
    try:
        if len(pdf) > most_pages:
            unread.append(f"the pages after page {most_pages}")
        properties = dict(pdf.get_metadata_dict(skip_empty=True).items())
        for number in range(min(len(pdf), most_pages)):
            page = pdf[number]
            text = page.get_textpage()
            pages.append(lines_of(text, number + 1))
            if not pages[-1]:
                unread.append(f"page {number + 1}: it has no text layer (a scan or a picture)")
            text.close()
            page.close()
    except (PdfiumError, ValueError, OverflowError):
        unread.append("pages that are damaged")
    finally:
        pdf.close()
    if not any(pages):
        raise refuse(
            source,
            "this PDF has no text layer: its pages are pictures",
            "run text recognition on it, or name the .docx",
        )
    lines = with_wrapped_cells(list(chain.from_iterable(pages)) if is_ours else without_running_lines(pages))
    blocks = [
        part
        for paragraph in paragraphs_of(lines, words_are_parted=not is_ours)
        for part in unfold(
            make(paragraph.kind, paragraph.text, source, paragraph.anchors, paragraph.marks, paragraph.level)
        )
    ]
    return close(Document(sections_of(blocks), source, "pdf", properties, tuple(unread)))


def _unopened(message: str, source: str) -> InputError:
    if "assword" in message:
        return refuse(source, "this PDF is encrypted with a password", "save it without a password")
    return refuse(source, "this PDF is damaged or cut off", "save or download it again")
