"""Text of the data reads the same after Markdown as before, whatever is in it."""

from __future__ import annotations

import json
from typing import Any

import pypandoc
from hypothesis import given
from hypothesis import strategies as st

from casewright.render.markdown import escaped, span, symbol

NASTY = [
    "plain words",
    "*emphasis* and _this_ and **that**",
    "`code` and ``more``",
    "[a](b) [c]{.d} [^1] ![x](y)",
    "<b>bold</b> <!-- comment --> <http://example.org>",
    "http://example.org www.example.org a@example.org",
    "&amp; &lt; &#65; AT&T",
    "x^2^ and H~2~O and ~~gone~~",
    "$x$ and $$y$$",
    "\"quoted\" and 'quoted' and it's",
    "a -- b --- c ... d",
    "1-2 and 3--4",
    ":smile: :+1: 1:2:3",
    "{.class} {#id} ::: {.div}",
    "# no heading",
    "1. no list",
    "- no item",
    "> no quote",
    "| no | table |",
    "ends with a backslash \\",
    "\\alpha \\begin{x}",
    "@key and [@key] and @fig:spine.A",
    "a]{.fact key=\"x\"}[b",
    "100 % of 5 #4 µL μ ≥ ≤ ± × °",
    "==marked== ++inserted++",
    "(c) (r) (tm)",
]  # fmt: skip


def plain(node: Any) -> str:
    """The text of pandoc's inlines, marks left out."""
    match node:
        case {"t": "Str", "c": text}:
            return str(text)
        case {"t": "Space" | "SoftBreak" | "LineBreak"}:
            return " "
        case {"c": list() as content}:
            return "".join(plain(item) for item in content)
        case list():
            return "".join(plain(item) for item in node)
        case _:
            return ""


def test_pandoc_reads_escaped_text_as_it_is() -> None:
    markdown = "\n\n".join(span(escaped(text), "fact", key=f"fact{n}") for n, text in enumerate(NASTY))
    blocks = json.loads(pypandoc.convert_text(markdown, "json", format="commonmark_x"))["blocks"]
    spans = [block["c"][0] for block in blocks]
    assert [block["t"] for block in blocks] == ["Para"] * len(NASTY)
    assert [node["t"] for node in spans] == ["Span"] * len(NASTY)
    assert [plain(node["c"][1]) for node in spans] == NASTY
    assert [dict(node["c"][0][2])["key"] for node in spans] == [f"fact{n}" for n in range(len(NASTY))]
    assert {inline["t"] for node in spans for inline in node["c"][1]} <= {"Str", "Space"}


@given(st.text())
def test_escaped_text_is_one_line_without_control_characters(text: str) -> None:
    out = escaped(text)
    assert not any(ord(character) < 32 for character in out)
    assert len(out.splitlines()) <= 1


def test_units_are_raised() -> None:
    assert symbol("mg/m²") == "mg/m^2^"
    assert symbol("× 10^9/L") == "× 10^9^/L"
    assert symbol("mL/min/1.73 m²") == "mL/min/1.73 m^2^"
    assert symbol("mol·L⁻¹") == "mol·L^-1^"


def test_attributes_are_quoted() -> None:
    assert (
        span("x", "literal", reason='the "T1" \\ weighting\n')
        == r'[x]{.literal reason="the \"T1\" \\ weighting "}'
    )
