"""Every character of the Markdown knows where it was written."""

from __future__ import annotations

import tempfile
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from render_project import Project, make_case

from casewright.render.model import Rendered

CASE = {
    "patient": {"age": "45 years", "sex": "male"},
    "labs": {"leukocytes": "6800 /uL", "hemoglobin": "9.7 g/dL"},
    "sites": ["liver", "bone"],
}


def hold_the_law(rendered: Rendered, sources: dict[str, str]) -> None:
    """The segments make up the Markdown; literals stand so at their place; facts are spans of their id."""
    segments = list(rendered.origins)
    assert "".join(rendered.markdown[s.start : s.end] for s in segments) == rendered.markdown
    assert all(a.end == b.start for a, b in pairwise(segments))
    printed: dict[str, list[int]] = {}
    for segment in segments:
        words = rendered.markdown[segment.start : segment.end]
        origin = segment.origin
        source = sources[origin.file]
        start = (
            sum(len(line) for line in source.splitlines(keepends=True)[: origin.line - 1]) + origin.column - 1
        )
        if origin.kind == "literal":
            assert source[start : start + len(words)] == words
            last = rendered.origins.at(segment.end - 1)
            assert (last.line, last.column) == line_and_column(source, start + len(words) - 1)
        else:
            assert source.startswith("{{", start)
        if origin.kind == "fact":
            assert words.endswith(f'{{.fact key="{origin.fact}"}}')
            printed.setdefault(origin.fact, []).append(segment.start)
    assert {fact: list(starts) for fact, starts in rendered.printed.items()} == printed


def line_and_column(source: str, offset: int) -> tuple[int, int]:
    return source.count("\n", 0, offset) + 1, offset - source.rfind("\n", 0, offset)


LITERALS = st.text(st.sampled_from("ab .:\n\t #*[]-μ§"), min_size=1, max_size=12)
EXPRESSIONS = st.sampled_from(
    [
        "patient.age",
        "labs.leukocytes | value",
        "sites | join_list",
        "'<' ~ patient.sex ~ '>'",
        "note",
        "none",
        "7",
    ]
)
OPEN, CLOSE = st.sampled_from(["{{ ", "{{- "]), st.sampled_from([" }}", " -}}"])
LEAVES = st.one_of(
    LITERALS,
    st.tuples(OPEN, EXPRESSIONS, CLOSE).map("".join),
    st.sampled_from(
        [
            "{## {{ not.there }} ##}",
            "{% raw %}{{ a }}{% endraw %}",
            "{%- set note = 'x' -%}",
            '{{ "{{ y }}" }}',
            "{% include 'manuscript/prose.md' %}",
            "{{ both(patient.sex) }}",
            "{% call wrap() %}in{{ patient.age }}{% endcall %}",
        ]
    ),
)
BLOCKS = st.sampled_from(
    [
        ("{% for site in sites %}", "{% endfor %}"),
        ("{%- for value in labs -%}", "{%- endfor -%}"),
        ("{% if patient.sex == 'male' %}", "{% else %}no{% endif %}"),
        ("{% if patient.sex == 'female' %}", "{% endif %}"),
        ("{% set kept %}", "{% endset %}{{ kept }}"),
        ("{% filter trim %}", "{% endfilter %}"),
    ]
)
TEMPLATES = st.recursive(
    st.lists(LEAVES, max_size=5).map("".join),
    lambda inner: st.tuples(BLOCKS, inner, inner).map(lambda t: t[0][0] + t[1] + t[0][1] + t[2]),
    max_leaves=6,
)
MACROS = (
    "{% macro both(fact) %}one {{ fact }}\ntwo {{ fact }}{% endmacro %}"
    "{% macro wrap() %}<{{ caller() }}>{% endmacro %}{% set note = 'n' %}"
)
PROSE = "Prose {{ patient.age }}\nin two lines.\n"


@settings(max_examples=60, deadline=None)
@given(TEMPLATES)
def test_the_origins_of_any_template_make_up_its_markdown(page: str) -> None:
    source = MACROS + page
    with tempfile.TemporaryDirectory() as folder:
        project = Project(Path(folder), make_case(CASE))
        project.write("manuscript/prose.md", PROSE)
        rendered = project.rendered(source)
    hold_the_law(rendered, {"templates/house/page.md": source, "manuscript/prose.md": PROSE})


def test_windows_line_ends_do_not_move_the_places(project) -> None:
    rendered = project.rendered("one\r\ntwo {{ patient.age }}\r\nthree")
    assert rendered.markdown == 'one\ntwo [45 years]{.fact key="patient.age"}\nthree'
    places = [(s.origin.line, s.origin.column) for s in rendered.origins]
    assert places == [(1, 1), (2, 5), (2, 22)]


@pytest.mark.parametrize(
    ("page", "word", "place"),
    [
        ("one\ntwo three", "three", "templates/house/page.md:2:5"),
        ("{{ patient.age }} one\n\ntwo", "two", "templates/house/page.md:3:1"),
        ("{% if true %}\n  {%- if true %} one{% endif %}{% endif %}", "one", "templates/house/page.md:2:18"),
        ("a {% include 'manuscript/case.md' %} b", "prose", "manuscript/case.md:2:2"),
        ("{% from 'lib.md' import m %}\n{{ m() }}", "macro", "templates/house/lib.md:2:3"),
        ("{% import 'lib.md' as lib %}\n{{ lib.m() }}", "macro", "templates/house/lib.md:2:3"),
        ("{% extends 'base.md' %}{% block b %}in{% endblock %}", "in", "templates/house/page.md:1:37"),
        ("{% extends 'base.md' %}{% block b %}in{% endblock %}", "base", "templates/house/base.md:1:1"),
    ],
)
def test_a_word_is_traced_to_its_file_line_and_column(project, page, word, place) -> None:
    project.write("manuscript/case.md", "first\n prose")
    project.write("lib.md", "{% macro m() -%}\n  macro{% endmacro %}")
    project.write("base.md", "base {% block b %}x{% endblock %}")
    rendered = project.rendered(page)
    assert str(rendered.origins.at(rendered.markdown.index(word)).place) == place


def test_every_file_that_was_read_is_listed(project) -> None:
    project.write("manuscript/case.md", "x")
    project.write("lib.md", "{% macro m() %}{% endmacro %}")
    rendered = project.rendered("{% from 'lib.md' import m %}{% include 'manuscript/case.md' %}")
    names = [
        "manuscript/case.md",
        "templates/house/lib.md",
        "templates/house/page.md",
        "templates/house/profile.yaml",
    ]
    assert list(rendered.files) == names
    assert rendered.files["manuscript/case.md"] == project.folder / "manuscript" / "case.md"


def test_an_attribute_that_looks_like_a_comment_is_text(project) -> None:
    assert project.printed("# Heading {#id .class}\n") == "# Heading {#id .class}\n"


def test_facts_are_found_in_headings_and_attributes_of_the_text(project) -> None:
    rendered = project.rendered("# At {{ patient.age }}\n\n**{{ patient.sex }}**")
    assert rendered.printed == {"patient.age": (5,), "patient.sex": (44,)}
