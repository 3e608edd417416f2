"""Media type and size of images, from their first bytes; and bytes that only pretend."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.write.sample import png

from casewright.write.images import media_type, size_of

JPEG = (
    b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"
    b"\xff\xc0\x00\x11\x08\x00\x20\x00\x40\x03\x01\x11\x00\x02\x11\x01\x03\x11\x01"
)
KNOWN = {
    "image/png": (png(90, 60, 0), (90, 60)),
    "image/jpeg": (JPEG, (64, 32)),
    "image/gif": (b"GIF89a\x05\x00\x07\x00\x00\x00\x00", (5, 7)),
    "image/svg+xml": (
        b'<?xml version="1.0"?>\n<svg viewBox="0 0 120.4 80"/>',
        (120, 80),
    ),
}


@pytest.mark.parametrize("kind", KNOWN)
def test_an_image_tells_its_type_and_size(kind: str) -> None:
    data, size = KNOWN[kind]

    assert (media_type(data), size_of(data)) == (kind, size)


@pytest.mark.parametrize("kind", KNOWN)
def test_an_image_that_is_cut_off_has_a_size_or_none(kind: str) -> None:
    data, size = KNOWN[kind]

    assert {size_of(data[:length]) for length in range(len(data))} <= {None, size}


@given(st.binary(max_size=200))
def test_other_bytes_are_no_image_and_break_nothing(data: bytes) -> None:
    assert media_type(data) in {"", *KNOWN}
    assert size_of(b"\xff\xd8\xff" + data) is None or media_type(b"\xff\xd8\xff" + data) == "image/jpeg"
