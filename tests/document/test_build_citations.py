"""Citations in the text, and the reference list."""

from __future__ import annotations

from dataclasses import replace

import pytest

from casewright.document.bibliography import load_bibliography, parse_bibliography
from casewright.document.citations import find_style
from casewright.errors import CasewrightError, InputError

LIST = "\n\n::: {.references}\n:::\n"


def section(text: str) -> str:
    return f'::: {{.section role="case"}}\n{text}{LIST}:::\n'


def references(document) -> list[str]:
    return [block.text for _, block in document.blocks() if block.kind == "reference"]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("rare[@one].", "rare[1]."),
        ("rare [@one].", "rare[1]."),
        ("rare[@one; @two].", "rare[1,2]."),
        ("rare[@one;@two;@three].", "rare[1-3]."),
        ("@one said", "Adams[1] said"),
        ("as @two said", "as Baker and Cook[1] said"),
        ("as @three said.", "as van Dijk et al[1] said."),
        ("*rare* [@one] and [@two; @one]", "rare[1] and[1,2]"),
        ("write to a.b@one.org", "write to a.b@one.org"),
        ("an \\@one", "an @one"),
        ("`@one`", "@one"),
    ],
)
def test_citations_print_as_the_journal_prints_them(printed, written, expected):
    assert printed(written) == expected


@pytest.mark.parametrize("written", ["[@one, @two]", "[see @one, p. 3]", "[@one and others]"])
def test_brackets_that_hold_more_than_keys_are_refused(build, written):
    with pytest.raises(InputError, match="brackets around a citation hold more than keys"):
        build(section(f"rare {written}."))


def test_numbers_follow_the_first_use_in_reading_order(build):
    document = build(section("b[@two] a[@one]\n\n| c[@three] |\n|---|\n| d[@one] |\n"))

    assert [block.text for _, block in document.blocks()][:2] == ["b[1] a[2]", "c[3]\nd[2]"]
    assert [block.key for _, block in document.blocks() if block.kind == "reference"] == [
        "two",
        "one",
        "three",
    ]


def test_a_citation_is_a_superscript_mark_with_its_keys(build):
    document = build(section("@three; rare[@one; @two]"))

    block = next(block for _, block in document.blocks())
    assert [(mark.target, block.text[mark.start : mark.end]) for mark in block.marked("citation")] == [
        ("three", "[1]"),
        ("one;two", "[2,3]"),
    ]
    assert len(list(block.marked("superscript"))) == 2
    assert [block.text[mark.start : mark.end] for mark in block.marked("emphasis")] == ["et al"]


def test_entries_end_in_the_identifiers_that_a_work_has(build):
    document = build(section("[@one] [@two] [@three]"))

    assert references(document) == [
        "1 Adams A. A first title: in small letters. J Tests 2001; 1: 10-19 [PMID: 11 DOI: 10.1000/one]",
        "2 Baker B, Cook C. A DNA title: On capitals. J Tests 2002; 2: 20-29 [PMID: 22]",
        "3 Dijk D van, Eng E, Fox F. A third title. J Tests 2003; 3: 30-39.",
    ]


def test_where_the_profile_names_no_identifiers_the_style_prints_its_own(build, profile):
    document = build(section("[@one]"), citations=replace(profile.citations, identifiers=()))

    assert references(document)[0].endswith("10-19. [PMID: 11 DOI: 10.1000/one]")


def test_a_work_nobody_has_identified_prints_as_such_and_keeps_its_author_in_the_text(build):
    document = build(section("@unknown said"))

    assert [block.text for _, block in document.blocks()] == [
        "Gray et al[1] said",
        "1 Reference to be identified",
    ]


def test_identified_works_that_are_cited_stand_in_the_metadata_in_order(build):
    document = build(section("[@two] [@unknown] [@one]"))

    works = document.ast["meta"]["references"]["c"]
    assert [work["c"]["id"]["c"] for work in works] == ["two", "one"]
    assert works[1]["c"]["doi"]["c"] == "10.1000/one"


def test_a_reference_stands_where_the_bibliography_has_it(build):
    document = build(section("[@two]"))

    place = next(block.place for _, block in document.blocks() if block.kind == "reference")
    assert (place.file, place.line) == ("refs.bib", 4)


def test_an_unknown_key_is_a_problem_at_its_place_with_the_nearest_key(problems):
    assert problems(section("It is rare[@one; @twoo].\n@threee said")) == [
        "2:11 no reference has the key `twoo` (did you mean `two`?)",
        "3:1 no reference has the key `threee` (did you mean `three`?)",
    ]


def test_citations_need_a_place_for_their_list(problems):
    found = problems('::: {.section role="case"}\n[@one]\n:::\n')

    assert found[0].endswith("works are cited, but no place is set for the reference list "
                             "(write ::: {.references} where it goes)")  # fmt: skip


def test_every_style_of_the_package_can_be_found_and_no_other():
    assert find_style("baishideng-publishing-group").name == "baishideng-publishing-group.csl"
    with pytest.raises(CasewrightError, match="no citation style is called `no-such-style`"):
        find_style("no-such-style")


def test_a_bibliography_keeps_fields_lines_and_what_is_unverified(works):
    assert list(works.entries) == ["one", "two", "three", "unknown"]
    assert works.entries["one"].fields["pmid"] == "11"
    assert str(works.entries["two"].place) == "refs.bib:4"
    assert [entry.key for entry in works.entries.values() if entry.unverified] == ["unknown"]


def test_a_bibliography_is_read_from_its_file(tmp_path):
    file = tmp_path / "refs.bib"
    file.write_bytes("\ufeff@article{a, title={Ä}}".encode())

    assert load_bibliography(file).entries["a"].fields["title"] == "Ä"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (None, "refs.bib: cannot be read: No such file or directory"),
        (b"\n\n\xff", "refs.bib:3: not UTF-8 text"),
        (b" " * 5_000_001, "refs.bib: larger than 5000000 bytes"),
    ],
)
def test_a_file_that_is_no_bibliography_is_refused(tmp_path, content, expected):
    file = tmp_path / "refs.bib"
    if content is not None:
        file.write_bytes(content)

    with pytest.raises(InputError) as refused:
        load_bibliography(file, "refs.bib")

    assert str(refused.value).startswith(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("@article{a, title={A}}\n@article{a, title={B}}", "refs.bib:2: the key `a` is given twice"),
        ("@article{a, title={A}, title={B}}", "refs.bib:1: a field is given twice: title"),
        (
            "\n@article{a, title={A\n\n@article{b, title={B}}",
            "refs.bib:2: not a BibTeX entry: @article{a, title={A",
        ),
    ],
)
def test_faults_of_a_bibliography_are_named_with_their_line(text, expected):
    with pytest.raises(InputError) as refused:
        parse_bibliography(text)

    assert str(refused.value).startswith(expected)
