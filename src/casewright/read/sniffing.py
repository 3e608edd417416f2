"""Which format a file is in, by its first bytes; by its suffix where text could be several."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import Literal

from casewright.read.opening import refuse

Format = Literal["docx", "md", "txt", "jats", "html", "pdf"]

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SAVE_AS = "open it in Word or LibreOffice and save it as .docx"
_REFUSED: tuple[tuple[bytes, str, str], ...] = (
    (b"{\\rtf", "this is a rich text file (.rtf)", _SAVE_AS),
    (b"\x89PNG", "this is an image, not a manuscript", "name the manuscript itself"),
    (b"\xff\xd8\xff", "this is an image, not a manuscript", "name the manuscript itself"),
    (b"GIF8", "this is an image, not a manuscript", "name the manuscript itself"),
    (b"II*\x00", "this is an image, not a manuscript", "name the manuscript itself"),
    (b"MM\x00*", "this is an image, not a manuscript", "name the manuscript itself"),
    (b"\x1f\x8b", "this is a compressed file (.gz)", "unpack it first"),
    (b"7z\xbc\xaf\x27\x1c", "this is a compressed file (.7z)", "unpack it first"),
    (b"Rar!", "this is a compressed file (.rar)", "unpack it first"),
    (b"\x7fELF", "this is a program, not a manuscript", "name the manuscript itself"),
    (b"%!PS", "this is PostScript", "convert it to .pdf, or name the .docx it was made from"),
    (b"\\documentclass", "this is LaTeX, which is not read", "name the .pdf made from it"),
)
_HTML = re.compile(rb"<!doctype\s+html|<html\b", re.IGNORECASE)
_COMMENT = re.compile(rb"<!--.*?(?:-->|$)|<\?.*?(?:\?>|$)|<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>", re.DOTALL)
_XML_ROOT = re.compile(rb"<(?![?!])(?:[\w.-]+:)?([A-Za-z][\w.-]*)")
_JATS_ROOTS = (b"article", b"pmc-articleset", b"sub-article", b"book-part")


def sniff(data: bytes, source: str) -> Format:
    """The format of a file's content; InputError, naming what it is, where it is none that is read."""
    head = data[:4096]
    if head.startswith(_OLE):
        raise _ole(data, source)
    for magic, message, hint in _REFUSED:
        if head.startswith(magic):
            raise refuse(source, message, hint)
    if head.startswith(b"PK"):
        return "docx"
    if b"%PDF-" in head[:1024]:
        return "pdf"
    suffix = PurePath(source).suffix.lower()
    if suffix == ".pdf":
        raise refuse(source, "this file is named .pdf but is no PDF", "save the PDF again")
    if suffix == ".docx":
        raise refuse(
            source,
            "this file is named .docx but is not a Word document",
            f"it may be plain text: rename it, or {_SAVE_AS}",
        )
    return _textual(head, suffix)


def _textual(head: bytes, suffix: str) -> Format:
    plain = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        plain = head.decode("utf-16", errors="replace").lstrip("\ufeff \t\r\n").encode()
    if plain.startswith(b"<"):
        found = _XML_ROOT.search(_COMMENT.sub(b"", plain))
        root = found[1].lower() if found else b""
        if root in _JATS_ROOTS or (suffix in (".xml", ".jats", ".nxml") and root != b"html"):
            return "jats"
        if _HTML.search(plain) or root in (b"html", b"head", b"body"):
            return "html" if suffix not in (".md", ".txt") else "txt" if suffix == ".txt" else "md"
        if plain.startswith(b"<?xml"):
            return "jats"
    if suffix in (".md", ".markdown", ".qmd", ".rmd"):
        return "md"
    if suffix in (".html", ".htm", ".xhtml"):
        return "html"
    if suffix in (".xml", ".jats", ".nxml"):
        return "jats"
    return "txt"


def _ole(data: bytes, source: str) -> Exception:
    """Word's old container holds either a .doc or an encrypted .docx; its directory names are in UTF-16."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return refuse(
            source,
            "this document is encrypted with a password",
            "open it in Word, remove the password, and save it again",
        )
    if "WordDocument".encode("utf-16-le") in data:
        return refuse(source, "this is an old Word document (.doc), whatever its name ends with", _SAVE_AS)
    return refuse(source, "this is an old Office file, not a .docx", _SAVE_AS)
