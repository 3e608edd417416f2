"""Pictures as they are sent: without metadata, the picture itself unchanged, as TIFF where it is wanted."""

from __future__ import annotations

import struct
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casewright.errors import InputError
from casewright.submission.pictures import dots_per_inch, stripped, tiff

SIGNATURE = b"\x89PNG\r\n\x1a\n"


def chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def png(pixels: list[list[bytes]], filters: list[int], colour: int = 2, extra: bytes = b"") -> bytes:
    """A PNG whose lines are filtered as said, by the definition of each filter (PNG, section 9.2)."""
    step = len(pixels[0][0])
    above = bytes(step * len(pixels[0]))
    packed = b""
    for row, kind in zip(pixels, filters, strict=True):
        line = b"".join(row)
        packed += bytes([kind])
        for at, value in enumerate(line):
            left, up = (line[at - step] if at >= step else 0), above[at]
            corner = above[at - step] if at >= step else 0
            nearest = min((left, up, corner), key=lambda x: abs(left + up - corner - x))
            packed += bytes([(value - [0, left, up, (left + up) // 2, nearest][kind]) % 256])
        above = line
    header = struct.pack(">IIBBBBB", len(pixels[0]), len(pixels), 8, colour, 0, 0, 0)
    body = chunk(b"IDAT", zlib.compress(packed)) + chunk(b"IEND", b"")
    return SIGNATURE + chunk(b"IHDR", header) + extra + body


def pixels_of(data: bytes) -> bytes:
    """The pixels of a TIFF with one strip."""
    (at,) = struct.unpack_from("<I", data, 4)
    (count,) = struct.unpack_from("<H", data, at)
    tags = {
        tag: value
        for tag, _, _, value in (struct.unpack_from("<HHII", data, at + 2 + 12 * n) for n in range(count))
    }
    return zlib.decompress(data[tags[0x111] : tags[0x111] + tags[0x117]])


@settings(max_examples=30, deadline=None)
@given(st.data(), st.sampled_from([(0, 1), (2, 3), (4, 2), (6, 4)]), st.integers(1, 5), st.integers(1, 5))
def test_every_pixel_is_the_same_in_tiff(
    data: st.DataObject, form: tuple[int, int], width: int, height: int
) -> None:
    colour, channels = form
    pixel = st.binary(min_size=channels, max_size=channels)
    pixels = data.draw(
        st.lists(st.lists(pixel, min_size=width, max_size=width), min_size=height, max_size=height)
    )
    filters = data.draw(st.lists(st.integers(0, 4), min_size=height, max_size=height))

    made = tiff(png(pixels, filters, colour), 300)

    assert pixels_of(made) == b"".join(b"".join(row) for row in pixels)


def test_texts_and_times_are_taken_out_of_png_and_the_picture_stays() -> None:
    plain = png([[b"abc"]], [0])
    told = png(
        [[b"abc"]],
        [0],
        extra=chunk(b"tEXt", b"Author\0Dr. Who") + chunk(b"tIME", bytes(7)) + chunk(b"eXIf", b"II*\0"),
    )

    assert stripped(told) == plain


def test_exif_and_comments_are_taken_out_of_jpeg_and_the_scan_stays() -> None:
    def segment(kind: int, body: bytes) -> bytes:
        return bytes([0xFF, kind]) + struct.pack(">H", len(body) + 2) + body

    jfif, table = segment(0xE0, b"JFIF\0"), segment(0xDB, bytes(65))
    scan = segment(0xDA, b"\0\0\0") + b"picture" + b"\xff\xd9"
    told = (
        b"\xff\xd8"
        + jfif
        + segment(0xE1, b"Exif\0\0GPS")
        + table
        + segment(0xFE, b"Dr. Who")
        + scan
        + b"hidden"
    )

    assert stripped(told) == b"\xff\xd8" + jfif + table + scan


def test_comments_and_metadata_are_taken_out_of_svg() -> None:
    svg = b'<svg xmlns="x"><!-- Dr. Who --><metadata>Dr. Who</metadata><path d="M0 0"/></svg>'

    assert stripped(svg) == b'<svg xmlns="x"><path d="M0 0"/></svg>'


def test_a_picture_that_cannot_become_tiff_is_refused_with_what_to_do() -> None:
    with pytest.raises(InputError, match="save it as PNG with 8 bits"):
        tiff(b"\xff\xd8\xff\xe0", 300)


@pytest.mark.parametrize(("pixels", "width", "dpi"), [(1004, 85, 300), (2008, 170, 300), (600, 25.4, 600)])
def test_resolution_is_pixels_by_the_printed_width(pixels: int, width: float, dpi: int) -> None:
    assert dots_per_inch(pixels, width) == dpi
