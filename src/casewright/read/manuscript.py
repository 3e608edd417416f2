"""A file of any format into a `Document`: what the file holds tells the format, its suffix only where that is open."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from casewright.document.model import Document
from casewright.read.language import require_english
from casewright.read.opening import load, refuse
from casewright.read.sniffing import sniff


def read_manuscript(path: Path) -> Document:
    """The manuscript in a file.

    Raises InputError, with a hint, for what cannot be used: no plain file, empty, encrypted, damaged, of no format
    that is known, too large, or not English.
    """
    source = str(path)
    data = load(Path(path))
    name = sniff(data, source)
    document = _reader(name)(data, source)
    require_english(document)
    return document


def _reader(name: str) -> Callable[[bytes, str], Document]:
    """The reader of a format, imported when it is needed."""
    if name == "docx":
        from casewright.read.docx import read_docx

        return read_docx
    if name == "jats":
        from casewright.read.jats import read_jats

        return read_jats
    if name == "html":
        from casewright.read.html import read_html

        return read_html
    if name == "pdf":
        from casewright.read.pdf import read_pdf

        return read_pdf
    if name == "md":
        from casewright.read.markdown import read_markdown

        return read_markdown
    if name == "txt":
        from casewright.read.text import read_text

        return read_text
    raise refuse("", f"no reader for {name}")
