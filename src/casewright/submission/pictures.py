"""Pictures as they are sent: nothing in the file but the picture, in the format that the journal takes.

PNG: W3C, third edition; JPEG: ITU-T T.81; TIFF: Adobe, revision 6.0. The picture itself is never changed.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator

from casewright.errors import InputError, Problem
from casewright.write.images import media_type

# Chunks that say how the picture looks; all others (texts, times, Exif) say where it comes from.
_PNG_KEPT = {
    b"IHDR",
    b"PLTE",
    b"IDAT",
    b"IEND",
    b"tRNS",
    b"pHYs",
    b"gAMA",
    b"cHRM",
    b"sRGB",
    b"iCCP",
    b"sBIT",
    b"bKGD",
}
_JPEG_DROPPED = {*range(0xE1, 0xEE), 0xEF, 0xFE}  # application data but JFIF and Adobe's colours; comments
_SVG_DROPPED = re.compile(rb"<metadata\b.*?</metadata>|<!--.*?-->", re.S)
_CHANNELS = {0: 1, 2: 3, 4: 2, 6: 4}
MM_PER_INCH = 25.4


def stripped(data: bytes) -> bytes:
    """The same picture without texts, times, places, cameras and thumbnails; another format as it is."""
    match media_type(data):
        case "image/png":
            kept = (chunk for kind, chunk in _png_chunks(data) if kind in _PNG_KEPT)
            return data[:8] + b"".join(kept)
        case "image/jpeg":
            return _jpeg(data)
        case "image/svg+xml":
            return _SVG_DROPPED.sub(b"", data)
        case _:
            return data


def dots_per_inch(pixels: int, width_mm: float) -> int:
    """The resolution of a picture of that many pixels, printed that wide."""
    return round(pixels / width_mm * MM_PER_INCH)


def tiff(data: bytes, dpi: int) -> bytes:
    """An 8-bit PNG as TIFF, compressed without loss. Raises InputError for another picture."""
    chunks = list(_png_chunks(data)) if media_type(data) == "image/png" else []
    header = next((chunk[8:21] for kind, chunk in chunks if kind == b"IHDR"), b"")
    width, height, depth, colour, interlaced = _header(header)
    channels = _CHANNELS.get(colour, 0)
    if depth != 8 or interlaced or not channels:
        hint = "save it as PNG with 8 bits a channel, not interlaced and without a palette, or send a TIFF of your own"
        raise InputError(Problem("this picture cannot be turned into TIFF", hint))
    packed = b"".join(chunk[8:-4] for kind, chunk in chunks if kind == b"IDAT")
    pixels = _unfiltered(zlib.decompress(packed), width * channels, height, channels)
    return _tiff_file(pixels, width, height, channels, dpi or 300)


def _header(header: bytes) -> tuple[int, int, int, int, int]:
    if len(header) < 13:
        return 0, 0, 0, -1, 0
    width, height, depth, colour, _, _, interlaced = struct.unpack(">IIBBBBB", header)
    return width, height, depth, colour, interlaced


def _png_chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Kind and bytes of each chunk, its length and checksum included; stops where the file is cut off."""
    at = 8
    while at + 12 <= len(data):
        size = int.from_bytes(data[at : at + 4], "big")
        yield data[at + 4 : at + 8], data[at : at + 12 + size]
        at += 12 + size


def _jpeg(data: bytes) -> bytes:
    """Segment by segment up to the scan, which is kept as it is."""
    kept, at = [data[:2]], 2
    while at + 4 <= len(data) and data[at] == 0xFF and data[at + 1] != 0xDA:
        size = 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        if data[at + 1] not in _JPEG_DROPPED:
            kept.append(data[at : at + size])
        at += size
    end = data.rfind(b"\xff\xd9")
    return b"".join(kept) + (data[at : end + 2] if end >= at else data[at:])


def _unfiltered(raw: bytes, stride: int, height: int, step: int) -> bytes:
    """The lines of a PNG with their filters undone (PNG, section 9)."""
    above = bytearray(stride)
    lines = []
    for number in range(height):
        start = number * (stride + 1)
        line = bytearray(raw[start + 1 : start + 1 + stride])
        _undo(raw[start], line, above, step)
        lines.append(bytes(line))
        above = line
    return b"".join(lines)


def _undo(kind: int, line: bytearray, above: bytearray, step: int) -> None:
    if kind == 1:
        for at in range(step, len(line)):
            line[at] = (line[at] + line[at - step]) & 255
    elif kind == 2:
        line[:] = bytes((own + up) & 255 for own, up in zip(line, above, strict=True))
    elif kind == 3:
        for at in range(len(line)):
            left = line[at - step] if at >= step else 0
            line[at] = (line[at] + (left + above[at]) // 2) & 255
    elif kind == 4:
        for at in range(len(line)):
            left, corner = (line[at - step], above[at - step]) if at >= step else (0, 0)
            line[at] = (line[at] + _paeth(left, above[at], corner)) & 255


def _paeth(left: int, up: int, corner: int) -> int:
    guess = left + up - corner
    far_left, far_up, far_corner = abs(guess - left), abs(guess - up), abs(guess - corner)
    if far_left <= far_up and far_left <= far_corner:
        return left
    return up if far_up <= far_corner else corner


def _tiff_file(pixels: bytes, width: int, height: int, channels: int, dpi: int) -> bytes:
    """One strip, compressed by Deflate; its tags in ascending order, as the format demands."""
    strip = zlib.compress(pixels, 9)
    after = 8 + len(strip) + len(strip) % 2
    bits = struct.pack(f"<{channels}H", *[8] * channels)
    resolution = struct.pack("<II", dpi, 1)
    bits_at, resolution_at = after, after + len(bits) + len(bits) % 2
    directory_at = resolution_at + 8
    tags = [
        (0x100, 4, 1, width),
        (0x101, 4, 1, height),
        (0x102, 3, channels, bits_at if channels > 2 else 8 * (1 + 0x10000 * (channels == 2))),
        (0x103, 3, 1, 8),  # Deflate
        (0x106, 3, 1, 2 if channels > 2 else 1),  # RGB, or black is zero
        (0x111, 4, 1, 8),
        (0x115, 3, 1, channels),
        (0x116, 4, 1, height),
        (0x117, 4, 1, len(strip)),
        (0x11A, 5, 1, resolution_at),
        (0x11B, 5, 1, resolution_at),
        (0x128, 3, 1, 2),  # per inch
    ]
    if channels in (2, 4):
        tags.append((0x152, 3, 1, 2))  # the last channel is transparency
    entries = b"".join(struct.pack("<HHII", *tag) for tag in tags)
    body = strip + b"\0" * (len(strip) % 2) + bits + b"\0" * (len(bits) % 2) + resolution
    return (
        b"II*\0" + struct.pack("<I", directory_at) + body + struct.pack("<H", len(tags)) + entries + b"\0" * 4
    )
