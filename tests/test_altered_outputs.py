"""A built file that was altered in one fact at one place is found out, and the fact is named."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator

import pytest

from casewright.judging import READERS
from casewright.pipeline import Build
from casewright.verify import differences
from tests.manuscript.test_manuscript import TestManuscript as Example

FORMATS = ("manuscript.docx", "manuscript.html", "manuscript.xml")
SHARES = 4  # the places of a format are tested in so many parallel shares
WORD_TEXT = re.compile(rb"(<w:t(?: [^>]*)?>)([^<]+)(</w:t>)")


def test_every_fact_in_every_place_of_every_format_is_tested() -> None:
    """The count that the cases below cover: as many places in each file as the manuscript has."""
    build = Example.build()
    places = sum(len(list(block.marked("fact"))) for _, block in build.document.blocks())

    counts = {name: len(list(alterations(build, name))) for name in FORMATS}

    assert counts == dict.fromkeys(FORMATS, places)
    assert places > 200


@pytest.mark.parametrize("share", range(SHARES))
@pytest.mark.parametrize("name", FORMATS)
def test_an_altered_fact_is_named(name: str, share: int) -> None:
    build = Example.build()
    missed = []
    for number, (fact, altered) in enumerate(alterations(build, name)):
        if number % SHARES == share:
            problems = differences(build.document, READERS[name](altered, name), name)
            if not any(fact in problem.message for problem in problems):
                missed.append((number, fact))

    assert not missed


def alterations(build: Build, name: str) -> Iterator[tuple[str, bytes]]:
    """Every place of a fact in the file, as (id of the fact, the file with the fact's text there altered)."""
    data = build.files[name]
    if name.endswith(".docx"):
        yield from in_word(data)
    elif name.endswith(".html"):
        yield from in_markup(data, rb'<(\w+)[^>]*?data-fact="([^"]+)"[^>]*>(.*?)</\1>')
    else:
        yield from in_markup(data, rb'<(named-content) [^>]*?specific-use="([^"]+)"[^>]*>(.*?)</\1>')


def in_markup(data: bytes, pattern: bytes) -> Iterator[tuple[str, bytes]]:
    for match in re.finditer(pattern, data, re.DOTALL):
        start, end = match.span(3)
        yield match[2].decode(), data[:start] + changed(match[3]) + data[end:]


def in_word(data: bytes) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    document = parts["word/document.xml"]
    for match in re.finditer(
        rb'<w:sdt>(?:(?!</w:sdt>).)*?<w:tag w:val="([^"]+)"/>.*?</w:sdt>', document, re.DOTALL
    ):
        text = WORD_TEXT.search(document, match.start(), match.end())
        assert text is not None
        altered = document[: text.start(2)] + changed(text[2]) + document[text.end(2) :]
        yield match[1].decode(), zipped(parts | {"word/document.xml": altered})


def changed(text: bytes) -> bytes:
    """The text with its first digit or letter made another one."""
    at = next(m.start() for m in re.finditer(rb"<[^>]*>|&\w+;|[0-9A-Za-z]", text) if len(m[0]) == 1)
    return text[:at] + (b"8" if text[at : at + 1] == b"7" else b"7") + text[at + 1 :]


def zipped(parts: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return buffer.getvalue()
