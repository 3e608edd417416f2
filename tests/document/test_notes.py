"""Footnotes that could not be printed, and sections where none can stand, are named with their places."""

from __future__ import annotations

import pytest

from casewright.document.notes import faults_of_notes
from casewright.errors import InputError, Place


def locate(line: int, column: int) -> Place:
    return Place("prose.md", line, column)


@pytest.mark.parametrize(
    ("markdown", "message", "column"),
    [
        ("It is rare.[^2]\n\n[^1]: A note.\n", "no footnote is called `2`", 12),
        ("It is rare^[so far].\n", "a footnote cannot be written inside a sentence", 11),
        ("^[So far.]\n", "a footnote cannot be written inside a sentence", 1),
        ("Rare.[^1]\n\n[^1]: See [^1].\n", "the footnote `1` calls a footnote", 1),
    ],
)
def test_a_footnote_that_cannot_be_printed_is_named_with_its_place(
    markdown: str, message: str, column: int
) -> None:
    (problem,) = faults_of_notes(markdown, locate)

    assert (problem.message, problem.place.column) == (message, column)
    assert problem.hint


@pytest.mark.parametrize(
    "markdown",
    [
        "Rare.[^1]\n\n[^1]: A note.\n",
        "FDG is [^18^F]FDG, and 10^9^[@lee2007iscm] cells.\n",
        "A caret \\^[here] and a bracket \\[^2].\n",
    ],
)
def test_footnotes_isotopes_and_raised_digits_are_left_in_peace(markdown: str) -> None:
    assert faults_of_notes(markdown, locate) == []


def test_a_section_of_the_front_inside_the_text_is_named(build) -> None:
    markdown = ':::: {.section role="discussion"}\n# D\n\nText.\n\n::: {.section role="abstract"}\nMore.\n:::\n::::\n'

    with pytest.raises(InputError, match="role `abstract` stands inside the section `discussion`") as refused:
        build(markdown)

    assert refused.value.problems[0].place.line == 6
