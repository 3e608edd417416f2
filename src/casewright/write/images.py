"""Images by the path that the case gives them: their media type and size, read from their first bytes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from struct import unpack
from tempfile import TemporaryDirectory

from casewright.errors import OutputError, Problem

Images = Mapping[str, bytes]  # `Panel.image` as written in the case data, to the file's bytes

DOTS_PER_INCH = 300  # of drawings in Word
POINTS_PER_PIXEL = 0.75  # of SVG: 96 pixels are an inch
SIGNATURES = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
)


def media_type(data: bytes) -> str:
    """`image/png` and the like; "" for what is no image that every output format can show."""
    for signature, kind in SIGNATURES:
        if data.startswith(signature):
            return kind
    return "image/svg+xml" if re.search(rb"<svg[\s>]", data[:1024]) else ""


def size_of(data: bytes) -> tuple[int, int] | None:
    """Width and height in pixels, None where they are not stated."""
    match media_type(data):
        case "image/png" if len(data) >= 24:
            width, height = unpack(">II", data[16:24])
            return width, height
        case "image/gif" if len(data) >= 10:
            width, height = unpack("<HH", data[6:10])
            return width, height
        case "image/jpeg":
            return _jpeg_size(data)
        case "image/svg+xml":
            box = re.search(rb'viewBox="[-\d.]+[ ,]+[-\d.]+[ ,]+([\d.]{1,9})[ ,]+([\d.]{1,9})"', data[:1024])
            return (round(float(box[1])), round(float(box[2]))) if box else None
        case _:
            return None


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    """From the frame header (ITU-T T.81, B.2.2), found by stepping over the segments before it."""
    at = 2
    while at + 9 < len(data) and data[at] == 0xFF:
        marker, length = data[at + 1], int.from_bytes(data[at + 2 : at + 4], "big")
        if 0xC0 <= marker <= 0xCF and marker not in {0xC4, 0xC8, 0xCC}:
            height, width = unpack(">HH", data[at + 5 : at + 9])
            return width, height
        at += 2 + length
    return None


def for_word(images: Images) -> Images:
    """The same, drawings as PNG: Word shows SVG in its newest versions only."""
    return {name: _rasterized(data) if _is_drawing(data) else data for name, data in images.items()}


def _is_drawing(data: bytes) -> bool:
    return media_type(data) == "image/svg+xml"


def _rasterized(svg: bytes) -> bytes:
    """A drawing as PNG, at its own size. Raises OutputError where it cannot be drawn."""
    import typst

    width = (size_of(svg) or (720, 0))[0] * POINTS_PER_PIXEL
    page = "#set page(width: auto, height: auto, margin: 0pt, fill: white)\n"
    with TemporaryDirectory(prefix="casewright-") as name:
        folder = Path(name)
        folder.joinpath("drawing.svg").write_bytes(svg)
        folder.joinpath("main.typ").write_text(f'{page}#image("drawing.svg", width: {width}pt)', "utf-8")
        try:
            made = typst.compile(
                folder / "main.typ", root=folder, format="png", ppi=DOTS_PER_INCH, ignore_system_fonts=True
            )
        except RuntimeError as fault:
            reason = str(fault).strip().partition("\n")[0]
            raise OutputError(Problem(f"a drawing cannot be turned into a picture: {reason}")) from fault
    return bytes(made)
