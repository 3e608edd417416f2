"""Abbreviations expand at their first use in each part."""

from __future__ import annotations

from dataclasses import replace

import pytest

ISCM = "intramedullary spinal cord metastasis"
LONG_ISCM = "Intramedullary spinal cord metastasis"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("The ISCM grew. The ISCM bled.", f"The {ISCM} (ISCM) grew. The ISCM bled."),
        ("The ISCM grew.", f"The {ISCM} grew."),
        ("ISCM grew. ISCM bled.", f"{LONG_ISCM} (ISCM) grew. ISCM bled."),
        ("We saw it. ISCM grew, ISCM bled.", f"We saw it. {LONG_ISCM} (ISCM) grew, ISCM bled."),
        ("Two ISCMs, one ISCM", "Two intramedullary spinal cord metastases (ISCMs), one ISCM"),
        ("An MRI, an MRI", "A magnetic resonance imaging (MRI), an MRI"),
        ("a ISCM, a ISCM", f"an {ISCM} (ISCM), a ISCM"),
        ("A pNET, a NET", "A pancreatic neuroendocrine tumor, a neuroendocrine tumor"),
        ("*ISCM* and **ISCM**", f"{LONG_ISCM} (ISCM) and ISCM"),
        ("an ISCM-like ISCM", f"an {ISCM} (ISCM)-like ISCM"),
        ("XISCM ISCMX", "XISCM ISCMX"),
        ("[ISCM]{.short} and [ISCM]{.long}", f"ISCM and {ISCM}"),
        ("The ISCM, as [ISCM]{.short}", f"The {ISCM} (ISCM), as ISCM"),
        ("[NETs]{.long}", "Neuroendocrine tumors"),
        ('[ISCM]{.literal reason="a name"}', "ISCM"),
        ("`ISCM`", "ISCM"),
        (f"the {ISCM} (ISCM), an ISCM", f"the {ISCM} (ISCM), an ISCM"),
        ("[Treatment:]{.run-in} ISCM was cut.", f"Treatment: {LONG_ISCM} was cut."),
        ("A: MRI; B: MRI.", "A: Magnetic resonance imaging (MRI); B: MRI."),
        ("e.g. ISCM", f"e.g. {ISCM}"),
    ],
)
def test_expansion(printed, written, expected):
    assert printed(written) == expected


def test_headings_are_printed_as_written_and_introduce_nothing(printed):
    assert printed("# ISCM\n\nThe ISCM. The ISCM.") == f"ISCM\nThe {ISCM} (ISCM). The ISCM."


@pytest.mark.parametrize("role", ["title", "running_title", "keywords", "statements.ethics"])
def test_parts_that_the_journal_does_not_count_are_printed_as_written(printed, role):
    assert printed("ISCM, ISCM", role=role) == "ISCM, ISCM"


def test_each_part_introduces_anew_and_the_main_text_is_one_part(build):
    def section(role: str) -> str:
        return f'::: {{.section role="{role}"}}\nAn ISCM. An ISCM.\n:::\n'

    document = build(section("abstract") + section("introduction") + section("case") + section("comments"))

    first, later = f"An {ISCM} (ISCM). An ISCM.", "An ISCM. An ISCM."
    assert [section.text for section in document.sections] == [first, first, later, first]


def test_each_comment_stands_alone_where_the_journal_wants_it(build, profile):
    style = replace(profile.abbreviations, each=("comments",))
    markdown = "".join(
        f'::: {{.section role="comments.{name}"}}\nAn ISCM.\n:::\n'
        for name in ("treatment", "related_reports")
    )

    together = build(markdown)
    alone = build(markdown, style=style)

    assert [section.text for section in together.sections] == [f"An {ISCM} (ISCM).", "An ISCM."]
    assert [section.text for section in alone.sections] == [f"An {ISCM}."] * 2


def test_inside_a_fact_the_expansion_is_part_of_the_fact(build):
    document = build('::: {.section role="case"}\nA [pNET]{.fact key="d.x"}, a pNET.\n:::\n')

    block = next(block for _, block in document.blocks())
    fact, expansion = next(block.marked("fact")), next(block.marked("abbreviation"))
    assert block.text == "A pancreatic neuroendocrine tumor (pNET), a pNET."
    assert (fact.start, fact.end, fact.target) == (2, 40, "d.x")
    assert (expansion.start, expansion.end, expansion.target) == (2, 40, "pNET")


def test_an_abbreviation_that_needs_no_definition_gets_none(printed, profile):
    known = replace(profile.abbreviations, known=("MRI",))

    assert printed("An MRI. An MRI.", style=known) == "An MRI. An MRI."


def test_a_single_use_is_introduced_where_the_journal_wants_even_that(printed, profile):
    always = replace(profile.abbreviations, plain_when_once=False, form="{long} [{short}]")

    assert printed("The MRI.", style=always) == "The magnetic resonance imaging [MRI]."


def test_forcing_a_form_of_what_is_not_declared_is_a_problem(problems):
    assert problems('::: {.section role="case"}\nThe [ISCN]{.short}.\n:::\n') == [
        "2:6 `ISCN` is not a declared abbreviation (did you mean `ISCM`?)"
    ]
