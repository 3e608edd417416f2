"""Calls of figures, panels and tables, and their legends."""

from __future__ import annotations

import pytest
from marked import figure

SPINE, STAINS = figure("spine", "AB"), figure("stains", "ABCD")
LEGENDS = """
::: {.section role="legends"}
::: {.legend key="fig:spine"}
The spine.
:::

::: {.legend key="fig:stains"}
The stains.
:::
:::
"""


def case(text: str) -> str:
    return f'::: {{.section role="case"}}\n{text}\n:::\n{LEGENDS}'


def texts(document) -> list[str]:
    return [block.text for _, block in document.blocks() if block.kind != "figure"]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("@fig:spine", "Figure 1"),
        ("@fig:spine.A", "Figure 1A"),
        ("@fig:stains.B-D", "Figure 1B-D"),
        ("@fig:stains.A,C", "Figure 1A,C"),
        ("@fig:spine.", "Figure 1."),
        ("@fig:spine. A man", "Figure 1. A man"),
        ("(@fig:spine.B)", "(Figure 1B)"),
        ("**@fig:spine**", "Figure 1"),
    ],
)
def test_a_call_is_printed_as_the_journal_prints_it(build, written, expected):
    others = [one for one in (SPINE, STAINS) if one.key not in written]
    rest = "".join(f"\n\n@fig:{one.key}" for one in others)

    document = build(case(written + rest), figures=(SPINE, STAINS))

    assert texts(document)[0] == expected


def test_numbers_follow_the_first_call_and_legends_follow_the_numbers(build):
    document = build(case("See @fig:stains.A, @fig:spine and @fig:stains.B."), figures=(SPINE, STAINS))

    assert texts(document) == [
        "See Figure 1A, Figure 2 and Figure 1B.",
        "Figure 1 The stains.",
        "Figure 2 The spine.",
    ]


def test_a_call_is_a_mark_with_the_key_it_names(build):
    document = build(case("See @fig:spine.B and @fig:stains."), figures=(SPINE, STAINS))

    block = next(block for _, block in document.blocks())
    assert [(mark.target, block.text[mark.start : mark.end]) for mark in block.marked("call")] == [
        ("figure:spine.B", "Figure 1B"),
        ("figure:stains", "Figure 2"),
    ]


def test_a_legend_has_the_images_of_its_figure_with_their_alternative_text(build):
    document = build(case("@fig:spine @fig:stains"), figures=(SPINE, STAINS))

    legend = next(node for node in walk(document.ast["blocks"]) if "legend" in classes(node))
    images = [node["c"] for node in walk(legend["c"]) if node["t"] == "Image"]
    assert [image[2][0] for image in images] == ["spine-a.png", "spine-b.png"]
    assert ["".join(word.get("c", " ") for word in image[1]) for image in images] == [
        "alt of spine A",
        "alt of spine B",
    ]


def test_a_table_is_numbered_and_called_by_its_key(build):
    table = '\n\n::: {.legend key="tab:labs"}\nBlood tests.\n:::\n\n| a |\n|---|\n| 1 |\n'

    document = build(f'::: {{.section role="case"}}\nSee @tab:labs.{table}\n:::\n')

    assert texts(document) == ["See Table 1.", "Table 1 Blood tests.", "a\n1"]


LEGEND = '::: {.legend key="tab:labs"}\nBlood tests.\n:::\n'
TABLE = '::: {key="tab:labs"}\n| a |\n|---|\n| 1 |\n:::\n'


def labs(*parts):
    return "\n".join(['::: {.section role="case"}\nSee @tab:labs.\n', *parts, ":::\n"])


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ((LEGEND, TABLE), ["See Table 1.", "Table 1 Blood tests.", "a\n1"]),
        ((TABLE, LEGEND), ["See Table 1.", "a\n1", "Table 1 Blood tests."]),
    ],
)
def test_a_table_and_the_legend_beside_it_are_one(build, parts, expected):
    document = build(labs(*parts))

    keyed = [
        node
        for node in walk(document.ast["blocks"])
        if node["t"] == "Div" and "tab:labs" in str(node["c"][0])
    ]
    assert texts(document) == expected
    assert [classes(node) for node in keyed] == [["legend"]]
    assert {node["t"] for node in walk(keyed[0]["c"][1])} >= {"Table", "Para"}


@pytest.mark.parametrize("parts", [(LEGEND, LEGEND, TABLE), (LEGEND, "Between.\n", TABLE), (TABLE, TABLE)])
def test_a_key_that_two_tables_have_is_a_problem_at_the_second(problems, parts):
    (found,) = problems(labs(*parts))

    assert "the table `labs` stands here a second time (write the table inside its legend, or give" in found


def test_a_second_legend_of_a_figure_is_a_problem(problems):
    markdown = case("@fig:spine @fig:stains").replace(
        "The stains.", 'The stains.\n:::\n\n::: {.legend key="fig:spine"}\nAgain.'
    )

    (found,) = problems(markdown, figures=(SPINE, STAINS))

    assert "the figure `spine` stands here a second time (keep one legend of the figure, or give" in found


def test_text_that_looks_like_a_call_is_left_alone_in_facts_and_literals_and_after_a_backslash(printed):
    written = '[@fig:x]{.fact key="a"} [@fig:y]{.literal reason="b"} \\@fig:z'

    assert printed(written) == "@fig:x @fig:y @fig:z"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("@fig:spin", "2:1 no figure has the key `spin` (did you mean `spine`?)"),
        ("a @fig:spine.C-D", "2:3 figure `spine` has no panels C, D (it has A, B)"),
        ("a @fig:spine.B-A", "2:3 panels B-A run backwards (write `@fig:spine.A-B`)"),
        ("*@tab:labs*", "2:2 no table has the key `labs` (there are none)"),
    ],
)
def test_a_call_of_what_is_not_there_is_a_problem_at_its_place(problems, text, expected):
    assert expected in problems(case(f"{text} "), figures=(SPINE, STAINS))


def test_a_figure_that_only_a_legend_calls_is_never_called(problems):
    markdown = case("@fig:spine").replace("The stains.", "As in @fig:stains.")

    found = problems(markdown, figures=(SPINE, STAINS))

    hint = "write @fig:stains where the text speaks of it, or take the figure out"
    assert found == [f"7:3 figure `stains` is never called in the text ({hint})"]


def test_a_called_figure_without_a_legend_is_a_problem(problems):
    found = problems('::: {.section role="case"}\n@fig:spine\n:::\n', figures=(SPINE,))

    assert found == ['7:3 figure `spine` has no legend (write its legend: ::: {.legend key="fig:spine"})']


def test_a_legend_of_no_figure_is_a_problem(problems):
    markdown = case("@fig:spine").replace("fig:stains", "fig:stain")

    assert "10:0 no figure has the key `fig:stain` of this legend (there are: fig:spine)" in problems(
        markdown, figures=(SPINE,)
    )


def test_images_must_be_there_and_in_the_manuscripts_folder(problems, tmp_path):
    (tmp_path / "spine-a.jpg").touch()
    (tmp_path / "stains-a.png").touch()
    outside = figure("../stains", "A")

    found = problems(case("x"), figures=(SPINE, outside), folder=tmp_path)

    assert "7:3 there is no image `spine-a.png` (did you mean `spine-a.jpg`?)" in found
    assert (
        "7:3 the image `../stains-a.png` lies outside the manuscript's folder (copy it into the folder)"
        in found
    )


def walk(content):
    if isinstance(content, dict):
        yield content
        yield from walk(content.get("c"))
    elif isinstance(content, list):
        for value in content:
            yield from walk(value)


def classes(node):
    return node["c"][0][1] if node.get("t") == "Div" else []
