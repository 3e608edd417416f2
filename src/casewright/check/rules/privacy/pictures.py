"""What a picture file says besides its picture: author, place, camera, an older thumbnail, a patient's name.

Reads the headers of JPEG (Exif and XMP segments), PNG (text chunks), TIFF and DICOM by their formats: Exif 2.32 (CIPA
DC-008), TIFF 6.0, PNG (W3C, third edition), DICOM PS3.10. Nothing is decoded; every step is bounded by the file.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import NamedTuple

_TAGS = {
    0x010E: "a description",
    0x013B: "its author",
    0x013C: "the computer it was made on",
    0x8298: "a copyright holder",
    0x9C9D: "its author",
    0xA430: "the camera's owner",
    0xA431: "the camera's serial number",
}
_GPS, _EXIF, _THUMBNAIL = 0x8825, 0x8769, 0x0201
_PNG_KEYS = {
    b"Author": "its author",
    b"Description": "a description",
    b"Copyright": "a copyright holder",
    b"Comment": "a comment",
}
_MOST_ENTRIES = 200


class Trace(NamedTuple):
    """One thing that a picture gives away; `identifies` where it may lead to the patient."""

    what: str
    identifies: bool = False


def traces(data: bytes) -> tuple[Trace, ...]:
    """All that a picture gives away, each once; nothing for a format that is not known."""
    if data[128:132] == b"DICM":
        return (Trace("the patient's data in its DICOM header", identifies=True),)
    if data[:2] == b"\xff\xd8":
        return tuple(dict.fromkeys(_of_jpeg(data)))
    if data[:8] == b"\x89PNG\r\n\x1a\n":
        return tuple(dict.fromkeys(_of_png(data)))
    if data[:4] in (b"II*\x00", b"MM\x00*"):
        return tuple(dict.fromkeys(_of_tiff(data)))
    return ()


def _of_jpeg(data: bytes) -> Iterator[Trace]:
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF and data[at + 1] not in (0xD9, 0xDA):
        size = int.from_bytes(data[at + 2 : at + 4], "big")
        segment = data[at + 4 : at + 2 + size]
        if segment[:6] == b"Exif\0\0":
            yield from _of_tiff(segment[6:])
        elif b"dc:creator" in segment[:65536]:
            yield Trace("its author")
        at += 2 + max(size, 2)


def _of_png(data: bytes) -> Iterator[Trace]:
    at = 8
    while at + 12 <= len(data):
        size = int.from_bytes(data[at : at + 4], "big")
        kind, body = data[at + 4 : at + 8], data[at + 8 : at + 8 + size]
        if kind in (b"tEXt", b"iTXt", b"zTXt") and (what := _PNG_KEYS.get(body[:80].partition(b"\0")[0])):
            yield Trace(what)
        elif kind == b"eXIf":
            yield from _of_tiff(body)
        at += 12 + size


def _of_tiff(data: bytes) -> Iterator[Trace]:
    order = "<" if data[:2] == b"II" else ">"
    if len(data) < 8:
        return
    first = struct.unpack_from(order + "I", data, 4)[0]
    entries, following = _directory(data, first, order)
    for tag, value in entries:
        if tag == _GPS:
            yield Trace("the place where it was taken", identifies=True)
        elif tag == _EXIF:
            yield from (
                Trace(_TAGS[inner]) for inner, _ in _directory(data, value, order)[0] if inner in _TAGS
            )
        elif tag in _TAGS:
            yield Trace(_TAGS[tag])
    if following and any(tag == _THUMBNAIL for tag, _ in _directory(data, following, order)[0]):
        yield Trace("a thumbnail, which may show what was cut away", identifies=True)


def _directory(data: bytes, at: int, order: str) -> tuple[list[tuple[int, int]], int]:
    """The tags of an image file directory with their values or offsets, and where the next directory begins."""
    if at + 2 > len(data):
        return [], 0
    count = min(struct.unpack_from(order + "H", data, at)[0], _MOST_ENTRIES)
    end = at + 2 + 12 * count
    if end > len(data):
        return [], 0
    entries = [struct.unpack_from(order + "HHII", data, at + 2 + 12 * n) for n in range(count)]
    following = struct.unpack_from(order + "I", data, end)[0] if end + 4 <= len(data) else 0
    return [(tag, value) for tag, _, _, value in entries], following
