"""The text layer of a PDF as one string without white space: what is quick to compare."""

from __future__ import annotations

import re
import unicodedata

from casewright.patterns import lazily

_INVISIBLE = lazily("[\u00ad\u200b\u200c\u200d\u2060\ufeff]")
_AT_LINE_END = lazily("[\ufffe\x02]")  # what PDFium makes of a hyphen there


def bare_text(data: bytes) -> str:
    """Every character of every page in the order of the file, without white space and without the running line.

    A running line is a first line that is the same on every page but for its numbers. The PDF is one of ours, which
    parts no words: a hyphen at the end of a line is the word's own.
    """
    import pypdfium2

    with pypdfium2.PdfDocument(data) as pdf:
        pages = [page.get_textpage().get_text_range() for page in pdf]
    heads = {re.sub(r"\d+", "#", page.partition("\n")[0]) for page in pages}
    if len(pages) > 1 and len(heads) == 1:
        pages = [page.partition("\n")[2] for page in pages]
    return bare(_AT_LINE_END.sub("-", "".join(pages)))


def bare(text: str) -> str:
    """Text without white space and invisible characters, compatibility characters as the plain ones they stand for."""
    return _INVISIBLE.sub("", "".join(unicodedata.normalize("NFKC", text).split()))
