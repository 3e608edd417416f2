from documents import PROSE, REPORT, block, marked, roles, texts

from casewright.read.markdown import read_markdown


def read(text):
    return read_markdown(text.encode(), "report.md")


def at(document, beginning, words):
    found = block(document, beginning)
    place = found.at(found.text.index(words))
    return place.line, place.column


def test_headings_of_both_kinds_are_read():
    document = read(
        f"# Abstract\n\n{PROSE}\n\nCase report\n===========\n\n{PROSE}\n\n## Discussion {{#d .x}}\n\n{PROSE}\n"
    )
    assert [(s.role, s.title) for s in document.sections] == [
        ("abstract", "Abstract"),
        ("case", "Case report"),
        ("discussion", "Discussion"),
    ]


def test_the_first_heading_with_no_other_role_is_the_title():
    assert [s.title for s in read(f"# A stiff knee\n\n## Case report\n\n{PROSE}\n").sections] == [
        "A stiff knee",
        "Case report",
    ]


def test_a_yaml_block_gives_title_abstract_and_key_words():
    document = read(
        f'---\ntitle: "A stiff knee"\nabstract: |\n  He fell.\nkeywords:\n- Knee\n---\n\n# Case report\n\n{PROSE}\n'
    )
    assert roles(document) == ["title", "abstract", "keywords", "case"]
    assert texts(document, "abstract") == ["He fell."]


def test_text_without_marks_is_read_as_plain_text_is():
    assert roles(read(REPORT))[-3:] == ["case", "discussion", "references"]


def test_emphasis_becomes_marks():
    document = read("*Not* **once** and ***never***, snake_case, 2 * 3 * 4.\n")
    assert texts(document) == ["Not once and never, snake_case, 2 * 3 * 4."]
    assert marked(document, "emphasis") == [("", "Not"), ("", "never")]
    assert marked(document, "strong") == [("", "once"), ("", "never")]


def test_superscripts_and_subscripts_become_marks():
    document = read("131 × 10^9^/L, H~2~O, 3<sup>rd</sup>, 2^nd half.\n")
    assert texts(document) == ["131 × 109/L, H2O, 3rd, 2^nd half."]
    assert marked(document, "superscript") == [("", "9"), ("", "rd")]
    assert marked(document, "subscript") == [("", "2")]


def test_citations_keep_their_keys():
    document = read("Known [@lee2020; @kim-1999, p. 3] and by @mole2001.\n")
    assert marked(document, "citation") == [
        ("lee2020;kim-1999", "[@lee2020; @kim-1999, p. 3]"),
        ("mole2001", "@mole2001"),
    ]


def test_calls_of_figures_are_calls():
    assert marked(read("As @fig:knee.A shows.\n"), "call") == [("figure:knee.A", "@fig:knee.A")]


def test_an_address_is_no_citation():
    assert marked(read("Write to ann@example.org today.\n"), "citation") == []


def test_facts_and_literals_keep_what_they_are():
    document = read('Found [6800 /μL]{.fact key="labs.wbc"} on [T1]{.literal reason="weighting"}.\n')
    assert texts(document) == ["Found 6800 /μL on T1."]
    assert marked(document, "fact") == [("labs.wbc", "6800 /μL")]
    assert marked(document, "literal") == [("weighting", "T1")]


def test_links_and_pictures_are_their_words():
    document = read(
        "See [the page](https://example.org/a_(b)) and <https://example.org>.\n\n![Figure 1. A knee](knee.png)\n"
    )
    assert marked(document, "link")[0] == ("https://example.org/a_(b)", "the page")
    assert block(document, "Figure 1").kind == "legend"


def test_brackets_that_mean_nothing_are_printed():
    assert texts(read("It was [sic] low [1,2] and [ open.\n")) == ["It was [sic] low [1,2] and [ open."]


def test_escapes_entities_and_comments_are_resolved():
    assert texts(read("5 \\* 6 &lt; 40&nbsp;mm <!-- not\nthis --> or `code`.\n")) == [
        "5 * 6 < 40 mm or code."
    ]


def test_places_are_exact_across_lines_and_marks():
    document = read('# Case report\n\nHe had a **CRP** of\n  12 mg/L, [10 kg]{.fact key="a.b"} less.\n')
    assert at(document, "He had", "CRP") == (3, 12)
    assert at(document, "He had", "12 mg") == (4, 3)
    assert at(document, "He had", "10 kg") == (4, 13)
    assert at(document, "He had", "less") == (4, 37)


def test_pipe_tables_are_rows_with_places():
    document = read(
        "Table: Values\n\n| Test | Value |\n|:-----|------:|\n| Hb | **9.1** g/dL |\n| CRP | 4 |\n"
    )
    table = block(document, "Test")
    assert table.text == "Test\tValue\nHb\t9.1 g/dL\nCRP\t4"
    assert at(document, "Test", "9.1") == (5, 10)


def test_grid_tables_are_rows():
    assert (
        "Hb\t9.1"
        in block(read("+----+-----+\n| A  | B   |\n+====+=====+\n| Hb | 9.1 |\n+----+-----+\n"), "A").text
    )


def test_list_items_and_notes_are_blocks_of_their_kinds():
    document = read("- one\n- two\n\n1. first\n2. second\n\nText[^n] here.\n\n[^n]: A note.\n")
    assert [(b.kind, b.text) for _, b in document.blocks()] == [
        ("item", "one"),
        ("item", "two"),
        ("item", "first"),
        ("item", "second"),
        ("paragraph", "Text here."),
        ("footnote", "A note."),
    ]


def test_a_bold_paragraph_is_a_heading():
    assert roles(read(f"**CASE REPORT**\n\n{PROSE}\n\n**Discussion**\n\n{PROSE}\n")) == ["case", "discussion"]


def test_fenced_divisions_tell_the_roles_of_sections():
    document = read(
        f'::: {{.section role="core_tip" title="Core tip"}}\n[Core tip:]{{.run-in}} Drain.\n'
        f':::\n\n::: {{.section role="case" title="Story"}}\n# Story\n\n{PROSE}\n:::\n'
    )
    assert roles(document) == ["core_tip", "case"]


def test_code_is_not_read_and_that_is_said():
    document = read(f"# Case report\n\n{PROSE}\n\n```\nx = 1\n```\n")
    assert "the code block at line 5" in document.unread


def test_references_typed_line_under_line_are_entries_of_their_own():
    document = read(
        f"# Case report\n\n{PROSE}\n\n# References\n\n1 Able A. On cords.\nCord J 2001.\n2 Baker B. On spines.\n"
    )
    entries = [b for _, b in document.blocks() if b.kind == "reference"]
    assert [(entry.key, entry.text) for entry in entries] == [
        ("1", "1 Able A. On cords. Cord J 2001."),
        ("2", "2 Baker B. On spines."),
    ]
    assert entries[1].at(0).line == entries[0].at(0).line + 2


def test_findings_and_results_below_the_heading_of_a_case_are_parts_of_it():
    case = "# Case report\n\n## Findings\n\nHe was pale.\n\n## Results\n\nIt was low.\n"
    report = f"{case}\n# Results\n\nOf 9 papers 3 were read.\n"
    assert roles(read(report)) == ["case", "case.examination", "case.laboratory", "results"]
