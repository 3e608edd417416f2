"""Pairs of short and long forms, and the uses of short forms."""

from __future__ import annotations

from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casewright.document.mentions.abbreviations import is_short_form, singular
from casewright.document.mentions.spelling import long_form_before, spells
from casewright.document.model import Block, Document, Section
from casewright.document.reading import Reading


def mentions(text: str) -> list[tuple[str, str]]:
    reading = Reading(Document((Section("case", "", (Block("paragraph", text),)),)))
    return [(mention.short, mention.long) for mention in reading.abbreviations]


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        (
            "an intramedullary spinal cord metastasis (ISCM)",
            ("ISCM", "intramedullary spinal cord metastasis"),
        ),
        ("the gastrointestinal stromal tumors (GISTs) are", ("GIST", "gastrointestinal stromal tumors")),
        ("by computed tomography scan (CT)", ("CT", "computed tomography scan")),
        ("MRI (magnetic resonance imaging)", ("MRI", "magnetic resonance imaging")),
        ("left anterior descending artery (LAD)", ("LAD", "left anterior descending artery")),
        ("aspartate aminotransferase (AST) 69 U/L", ("AST", "aspartate aminotransferase")),
        ("tumor necrosis factor alpha (TNF-α)", ("TNF-α", "tumor necrosis factor alpha")),
        ("immunoglobulin G4 (IgG4)", ("IgG4", "immunoglobulin G4")),
        ("electrocardiogram (ECG)", ("ECG", "electrocardiogram")),
        ("extensively drug-resistant (XDR)", ("XDR", "extensively drug-resistant")),
        ("fraction of inspired oxygen (FiO2)", ("FiO2", "fraction of inspired oxygen")),
        ("C-reactive protein (CRP 373 mg/L)", ("CRP", "C-reactive protein")),
        ("Human immunodeficiency virus (HIV; type 1)", ("HIV", "Human immunodeficiency virus")),
        ("percutaneous catheter drainage[3] (PCD)", ("PCD", "percutaneous catheter drainage")),
        ("an anti-human immunodeficiency virus (HIV) test", ("HIV", "anti-human immunodeficiency virus")),
        ("was referred to the intensive care unit [ICU]", ("ICU", "intensive care unit")),
    ],
)
def test_pairs_are_found_with_their_whole_long_form(text: str, pair: tuple[str, str]) -> None:
    assert pair in mentions(text)


def test_lists_define() -> None:
    assert mentions("ISCM: Intramedullary spinal cord metastasis; NET: Neuroendocrine tumor.") == [
        ("ISCM", "Intramedullary spinal cord metastasis"),
        ("NET", "Neuroendocrine tumor"),
    ]
    assert mentions("PT prothrombin time, PTT partial thromboplastin time, TT thrombin time") == [
        ("PT", "prothrombin time"),
        ("PTT", "partial thromboplastin time"),
        ("TT", "thrombin time"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "the patient was seen (Figure 1)",
        "a lesion in the liver (MRI)",
        "grafts (DuPont, Wilmington, DE)",
        "grade of weakness (IV)",
        "human papillomavirus was absent (PCR)",
        "the sodium (137 mmol/L)",
    ],
)
def test_brackets_that_define_nothing(text: str) -> None:
    assert all(long == "" for _, long in mentions(text))


def test_uses_are_found_whole_and_in_the_singular() -> None:
    assert mentions(
        "An ISCM, two ISCMs, PET-CT, pNETs, mTOR, and CD8+ cells of Mr. Smith in The Hague on T10."
    ) == [(short, "") for short in ("ISCM", "ISCM", "PET-CT", "pNET", "mTOR", "CD8")]


@pytest.mark.parametrize(
    ("token", "is_one"),
    [
        ("MRI", True),
        ("pNET", True),
        ("Smith", False),
        ("a", False),
        ("IgG4", True),
        ("McDonaldsHouses", False),
    ],
)
def test_what_looks_like_a_short_form(token: str, is_one: bool) -> None:
    assert is_short_form(token) is is_one


def test_the_plural_is_taken_off() -> None:
    assert [singular(token) for token in ("GISTs", "AIDS", "CD4+", "ICU")] == ["GIST", "AIDS", "CD4", "ICU"]


@settings(max_examples=150, deadline=None)
@given(st.text("ABCabc12αβ-/+ (", min_size=2, max_size=12), st.text("abcdeABC αβ-,.()12", max_size=80))
def test_any_pair_is_judged_and_a_long_form_is_the_end_of_its_text(short: str, before: str) -> None:
    assert spells(short, before) in (True, False)
    assert before.endswith(long_form_before(short, before))


def test_long_text_takes_time_in_proportion() -> None:
    start = perf_counter()
    mentions("(" * 20_000 + "A-" * 20_000 + "ABC, ab " * 5_000 + "aA" * 20_000)
    assert perf_counter() - start < 3
