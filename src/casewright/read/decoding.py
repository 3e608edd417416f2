"""Bytes of a text file to characters: UTF-8, UTF-16 and UTF-32 with or without a byte order mark, Windows-1252."""

from __future__ import annotations

import codecs

from casewright.read.opening import MAX_LINES, MAX_TEXT, refuse, too_long

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WINDOWS_UNUSED = {0x81: "\ufffd", 0x8D: "\ufffd", 0x8F: "\ufffd", 0x90: "\ufffd", 0x9D: "\ufffd"}


def decode(data: bytes, source: str, most: int = MAX_TEXT) -> str:
    """The text of a file, its line ends as newlines; InputError where it is no text, or has over `most` characters."""
    if len(data) > 4 * most:
        raise too_long(source, f"{len(data) / 1e6:.1f} MB; the limit is {most / 1e6:.1f} million characters")
    text = _characters(data, source).replace("\r\n", "\n").replace("\r", "\n")
    if len(text) > most:
        raise too_long(
            source, f"{len(text) / 1e6:.1f} million characters; the limit is {most / 1e6:.1f} million"
        )
    if most == MAX_TEXT and text.count("\n") > MAX_LINES:
        raise too_long(source, f"{text.count(chr(10))} lines; the limit is {MAX_LINES}")
    if "\x00" in text:
        if text.count("\x00") > 8 + len(text) // 1000:
            raise refuse(
                source, "this is not text: it is full of null bytes", "save the manuscript as .docx or .txt"
            )
        text = text.replace("\x00", "\ufffd")
    if not text.strip("\ufeff \t\n\f\v\ufffd"):
        raise refuse(source, "this file has no text in it", "check that the right file was saved")
    return text


def _characters(data: bytes, source: str) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError:
                return data.decode(encoding, errors="replace")
    if guess := _unmarked_utf16(data):
        return data.decode(guess, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    controls = sum(data[:65536].count(byte) for byte in range(9)) + sum(
        data[:65536].count(b) for b in range(14, 32)
    )
    if controls > 8 + len(data[:65536]) // 100:
        raise refuse(
            source, "this is not text, and no format of manuscripts that is known", "save it as .docx"
        )
    return (
        data.decode("cp1252", errors="replace")
        if b"\x81" not in data
        else data.decode("latin-1").translate(_WINDOWS_UNUSED)
    )


def _unmarked_utf16(data: bytes) -> str:
    """UTF-16 shows itself by its null bytes: nearly all of the even or nearly all of the odd ones."""
    head = data[:4096]
    half = len(head) // 2
    if half < 4:
        return ""
    if head[1::2].count(0) > 0.7 * half and head[0::2].count(0) < 0.1 * half:
        return "utf-16-le"
    if head[0::2].count(0) > 0.7 * half and head[1::2].count(0) < 0.1 * half:
        return "utf-16-be"
    return ""
