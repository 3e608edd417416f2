"""Whatever a manuscript says, HTML and JATS say it letter by letter, and Typst takes it for words."""

from __future__ import annotations

import json

import typst
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from casewright.write.html_text import linked_identifiers, plain_words
from casewright.write.jats_text import add_text, child, fit
from casewright.write.pdf_text import typst_string

WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=40)
ANY = st.text(max_size=40)


@given(WORDS)
def test_html_keeps_every_character(words: str) -> None:
    parser = etree.HTMLParser(encoding="utf-8")
    root = etree.fromstring(f"<html><body><p>x{plain_words(words)}x</p></body></html>".encode(), parser)

    assert "".join(root.itertext()) == f"x{words}x"


@given(WORDS, st.sampled_from(["PMID: 123", "DOI: 10.1000/<x>&1", "DOI: 10.1/x", ""]))
def test_links_add_no_character(words: str, identifier: str) -> None:
    linked = linked_identifiers(f"{words} {identifier}]")
    root = etree.fromstring(
        f"<html><body><p>{linked}</p></body></html>".encode(), etree.HTMLParser(encoding="utf-8")
    )

    assert "".join(root.itertext()).strip() == f"{words} {identifier}]".strip()


@given(ANY, ANY, ANY)
def test_jats_keeps_every_character_that_xml_can_hold(before: str, inside: str, after: str) -> None:
    element = etree.Element("p")
    add_text(element, before)
    child(element, "bold", inside)
    add_text(element, after)

    read = etree.fromstring(etree.tostring(element, encoding="UTF-8"))

    assert "".join(read.itertext()) == fit(before + inside + after)


@settings(max_examples=20)
@given(st.lists(WORDS, min_size=1, max_size=20))
def test_a_string_of_typst_is_the_string(words: list[str]) -> None:
    source = f"#metadata(({''.join(typst_string(word) + ', ' for word in words)})) <words>"

    (found,) = json.loads(typst.query(source.encode(), "<words>", field="value"))

    assert found == words
