"""A bound content control says what the element says that Word will fill it from."""

from __future__ import annotations

import io
import zipfile

from tests.manuscript.test_manuscript import TestManuscript as Example

from casewright.read.docx.bindings import unbound_texts


def with_part(data: bytes, name: str, old: bytes, new: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(buffer, "w") as altered:
        for part in package.namelist():
            content = package.read(part)
            altered.writestr(part, content.replace(old, new, 1) if part == name else content)
    return buffer.getvalue()


def test_the_controls_of_the_example_say_what_they_are_bound_to() -> None:
    assert list(unbound_texts(Example.build().files["manuscript.docx"], "x")) == []


def test_an_element_that_says_otherwise_is_found() -> None:
    data = Example.build().files["manuscript.docx"]

    altered = with_part(data, "customXml/item1.xml", b">9.7 g/dL<", b">7.9 g/dL<")

    found = list(unbound_texts(altered, "x"))
    assert found == [("labs.emergency.hemoglobin", "9.7 g/dL", "7.9 g/dL")] * 2


def test_a_control_whose_store_is_gone_is_found() -> None:
    data = Example.build().files["manuscript.docx"]

    altered = with_part(data, "customXml/itemProps1.xml", b'itemID="{', b'itemID="{0')

    assert all(bound == "" for _, _, bound in unbound_texts(altered, "x"))
    assert list(unbound_texts(altered, "x"))
