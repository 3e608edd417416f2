import pytest
from documents import PROSE, REPORT, block, marked, roles, texts

from casewright.read.text import read_text


def read(text):
    return read_text(text.encode(), "report.txt")


def test_a_report_is_read_into_its_parts():
    assert roles(read(REPORT)) == ["title", "abstract", "introduction", "case", "discussion", "references"]


def test_the_first_line_is_the_title():
    assert read(REPORT).sections[0].title == "A swollen knee after a fall"


def test_captions_are_legends_and_entries_are_references_with_their_numbers():
    document = read(REPORT)
    assert (block(document, "Figure 1").kind, block(document, "Figure 1").key) == ("legend", "1")
    assert (block(document, "1. Someone").kind, block(document, "1. Someone").key) == ("reference", "1")


@pytest.mark.parametrize(
    "heading",
    [
        "CASE REPORT",
        "Case report",
        "Case Presentation:",
        "2. Case report",
        "2 Case report",
        "II. CASE REPORT",
        "2) Presentation of case",
    ],
)
def test_a_case_is_recognised_by_every_name_and_numbering(heading):
    assert roles(read(f"Introduction\n\n{PROSE}\n\n{heading}\n\n{PROSE}\n")) == ["introduction", "case"]


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("Chief complaints", "case.complaint"),
        ("History of past illness", "case.past_history"),
        ("Personal and family history", "case.family_history"),
        ("Physical examination upon admission", "case.examination"),
        ("Laboratory examinations", "case.laboratory"),
        ("Imaging examinations", "case.imaging"),
        ("FINAL DIAGNOSIS", "case.diagnosis"),
        ("TREATMENT", "case.treatment"),
        ("OUTCOME AND FOLLOW-UP", "case.outcome"),
        ("Microscopic pathology of the knee", "case.pathology"),
    ],
)
def test_parts_of_a_case_have_their_roles(heading, role):
    assert roles(read(f"CASE PRESENTATION\n{heading}\n{PROSE}\n")) == ["case", role]


def test_treatment_means_another_thing_in_comments_and_nothing_in_a_discussion():
    text = (
        f"CASE REPORT\n{PROSE}\n\nDISCUSSION\n{PROSE}\n\nTreatment\n{PROSE}"
        f"\n\nCOMMENTS\nCase characteristics\n{PROSE}\n\nTreatment\n{PROSE}\n"
    )
    assert roles(read(text)) == [
        "case",
        "discussion",
        "discussion",
        "comments",
        "comments.case_characteristics",
        "comments.treatment",
    ]


def test_comments_without_parts_of_their_own_are_a_discussion():
    assert roles(read(f"CASE REPORT\n{PROSE}\n\nCOMMENTS\n{PROSE}\n")) == ["case", "discussion"]


def test_an_unknown_heading_has_the_role_of_the_part_around_it():
    document = read(f"CASE REPORT\n{PROSE}\n\nStory of the ladder\n{PROSE}\n\nDISCUSSION\n{PROSE}\n")
    assert [(s.role, s.title) for s in document.sections][1] == ("case", "Story of the ladder")


def test_headings_run_into_their_paragraphs():
    document = read(f"Core tip: Drain the knee early.\n\nKey words: Knee; Ladder\n\nINTRODUCTION\n{PROSE}\n")
    assert roles(document) == ["core_tip", "keywords", "introduction"]
    assert texts(document, "core_tip") == ["Drain the knee early."]
    assert document.sections[0].heading.text == "Core tip:"


def test_the_parts_of_a_structured_abstract_are_not_those_of_the_text():
    text = (
        "ABSTRACT\nBACKGROUND\nKnees swell.\n\nCASE SUMMARY\nA man fell.\n\nCONCLUSION\nDrain early.\n\n"
        f"Key words: Knee\n\nINTRODUCTION\n{PROSE}\n\nCASE PRESENTATION\n{PROSE}\n\nCONCLUSION\n{PROSE}\n"
    )
    assert roles(read(text)) == [
        "abstract",
        "abstract.background",
        "abstract.case",
        "abstract.conclusion",
        "keywords",
        "introduction",
        "case",
        "conclusion",
    ]


def test_the_parts_of_an_abstract_run_into_one_paragraph():
    text = (
        f"Abstract\nBackground: Knees swell. Case presentation: A man fell. "
        f"Conclusion: Drain early.\n\nIntroduction\n{PROSE}\n\nCase report\n{PROSE}\n"
    )
    assert roles(read(text)) == [
        "abstract",
        "abstract.background",
        "abstract.case",
        "abstract.conclusion",
        "introduction",
        "case",
    ]


def test_a_word_in_a_sentence_is_no_heading():
    text = (
        f"CASE REPORT\n{PROSE} In conclusion, he was well. The "
        f"discussion with him was short. Treatment: none. {PROSE}\n"
    )
    assert roles(read(text)) == ["case"]


def test_a_short_sentence_is_no_heading():
    text = f"CASE REPORT\n{PROSE}\n\nThe patient recovered.\n{PROSE}\n\nHe was discharged on day 4\n{PROSE}\n"
    assert roles(read(text)) == ["case"]


def test_statements_are_told_apart():
    text = (
        f"DISCUSSION\n{PROSE}\n\nInformed consent statement: He agreed.\n\nConflict-of-interest statement: None.\n\n"
        "Funding\nNone.\n\nAuthors' contributions\nAB wrote.\n\nAcknowledgements\nWe thank him.\n"
    )
    assert roles(read(text))[1:] == [
        "statements.consent",
        "statements.conflicts",
        "statements.funding",
        "statements.contributions",
        "acknowledgements",
    ]


def test_legends_and_tables_after_the_statements_have_sections_of_their_own():
    text = (
        f"DISCUSSION\n{PROSE}\n\nFunding\nNone.\n\nFig. 1. The knee.\n\nTable 1 Values\n\nHb\t9.1\nCRP\t4\n"
    )
    document = read(text)
    assert roles(document) == ["discussion", "statements.funding", "legends", "tables"]
    assert block(document, "Hb").text == "Hb\t9.1\nCRP\t4"


def test_a_note_on_abbreviations_below_a_table_begins_no_part():
    text = f"CASE REPORT\n{PROSE}\n\nTable 1 Values\nHb\t9.1\nCRP\t4\nAbbreviations: Hb, hemoglobin.\n\n{PROSE}\n"
    assert roles(read(text)) == ["case"]


def test_points_before_the_text_end_where_the_text_begins():
    document = read(
        f"Learning points\n\nKnees swell.\n\nDrain them.\n\n{PROSE} {PROSE} {PROSE}\n\nDISCUSSION\n{PROSE}\n"
    )
    assert roles(document) == ["learning_points", "case", "discussion"]


def test_a_narrative_without_headings_is_a_case():
    assert roles(read(PROSE * 3)) == ["case"]


def test_text_without_a_patient_or_a_heading_is_said_to_have_no_section():
    document = read(
        "The weather was fine on that day and the train was late, which nobody had expected at the time.\n"
        * 3
    )
    assert roles(document) == ["text"]
    assert any("no section" in words for words in document.unread)


def test_a_sentence_that_calls_a_figure_is_no_legend():
    document = read(
        f"CASE REPORT\nFigure 1 shows the knee, which was swollen.\n\nFigure 2 The other knee.\n\n{PROSE}\n"
    )
    assert [b.kind for _, b in document.blocks() if b.text.startswith("Figure")] == ["paragraph", "legend"]


def test_wrapped_lines_are_one_paragraph_with_the_place_of_each_line():
    lines = [
        "He came to the clinic with a stiff knee, which had been",
        "swollen for nine days after a fall from a ladder in the",
        "garden, and it was warm; a week later it was still hot and",
        "stiff, and he could not climb the ladder that he fell off.",
    ]
    document = read("CASE REPORT\n\n" + "\n".join([*lines, "", *lines]) + "\n")
    paragraph = texts(document)[0]
    assert paragraph == " ".join(lines)
    place = next(b for _, b in document.blocks() if b.kind == "paragraph").at(paragraph.index("garden"))
    assert (place.line, place.column) == (5, 1)


def test_a_line_that_breaks_off_within_a_sentence_goes_on_in_the_next():
    document = read(
        "CASE REPORT\nThe culture of the fluid grew\nno organism. He recovered.\nShe was told of it.\n"
    )
    assert [each for each in texts(document) if "culture" in each or "told" in each] == [
        "The culture of the fluid grew no organism. He recovered.",
        "She was told of it.",
    ]


def test_a_caption_glued_to_the_end_of_a_paragraph_is_a_legend_with_its_place():
    document = read(
        f"CASE REPORT\n{PROSE} It was removed (Fig. 1).Fig. 1 CT of the knee.\n\nFig. 1\n\n{PROSE}\n"
    )
    caption = block(document, "Fig. 1 CT")
    assert (caption.kind, caption.key, caption.text) == ("legend", "1", "Fig. 1 CT of the knee.")
    assert (caption.at(0).line, caption.at(0).column) == (
        2,
        len(PROSE) + len(" It was removed (Fig. 1).") + 1,
    )


def test_places_stay_exact_where_spaces_are_squeezed_and_signs_dropped():
    document = read("CASE REPORT\n  The\u00a0 CRP   was can\u00adcer 12 mg/L.\n")
    found = block(document, "The CRP was cancer 12 mg/L.")
    place = found.at(found.text.index("12"))
    assert (place.line, place.column) == (2, 26)


def test_citations_put_on_lines_of_their_own_are_put_back():
    text = (
        "CASE REPORT\n\nIt was drained in all reported knees and most of them "
        "were dry again.\n3\n4\nHe was well on the next day (\nFig. 2\n).\n"
    )
    document = read(text)
    assert texts(document) == [
        "It was drained in all reported knees and most of them "
        "were dry again. 3 4 He was well on the next day ( Fig. 2 )."
    ]
    assert marked(document, "superscript") == [("", "3"), ("", "4")]


def test_a_caption_that_the_text_runs_into_is_a_legend():
    text = (
        "CASE REPORT\n\nThe spleen was small (Fig. 1).Fig. 1 Ultrasonography of the spleen. Fig. 1 He was well.\n\n"
        "The knee was stiff.Fig. 2 Radiograph of the knee (a).\nFig. 2\n\nHe walked.\n"
    )
    document = read(text)
    assert [(block.kind, block.text) for _, block in document.blocks() if block.kind != "heading"] == [
        ("paragraph", "The spleen was small (Fig. 1)."),
        ("legend", "Fig. 1 Ultrasonography of the spleen."),
        ("paragraph", "He was well."),
        ("paragraph", "The knee was stiff."),
        ("legend", "Fig. 2 Radiograph of the knee (a)."),
        ("legend", "Fig. 2"),
        ("paragraph", "He walked."),
    ]


def test_a_caption_ends_where_its_label_is_printed_again():
    text = (
        "CASE REPORT\n\nThe spleen was small ( Fig. 1 ). Fig. 1 Ultrasonography of the spleen (arrow) Fig 1 "
        "He was well ( Fig. 2 ). The knee was stiff. Fig. 2 shows it. Fig. 2 He walked.\n"
    )
    document = read(text)
    assert [(block.kind, block.text) for _, block in document.blocks() if block.kind != "heading"][:3] == [
        ("paragraph", "The spleen was small ( Fig. 1 )."),
        ("legend", "Fig. 1 Ultrasonography of the spleen (arrow)"),
        ("paragraph", "He was well ( Fig. 2 ). The knee was stiff. Fig. 2 shows it. Fig. 2 He walked."),
    ]


def test_the_first_of_numbered_cases_is_no_title():
    document = read(f"CASE NUMBER ONE\n\n{PROSE}\n\nCASE NUMBER TWO\n\n{PROSE}\n")
    assert roles(document) == ["case", "case"]


def test_windows_and_old_mac_line_ends_are_line_ends():
    assert (
        roles(read(REPORT.replace("\n", "\r\n")))
        == roles(read(REPORT.replace("\n", "\r")))
        == roles(read(REPORT))
    )


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_every_usual_encoding_is_read(encoding):
    text = f"CASE REPORT\n{PROSE} It was 5 µm, in the café.\n"
    assert "5 µm, in the café." in texts(read_text(text.encode(encoding), "x.txt"))[0]


@pytest.mark.parametrize(
    ("typed", "rows"),
    [
        (
            "Test | Result | Range\nSodium | 128 | 135-145\nUrea | 9.1 | 2.5-7.8",
            ["Test\tResult\tRange", "Sodium\t128\t135-145"],
        ),
        ("| Test | Result |\n|---|---|\n| Sodium | 128 |\n| Urea | 9.1 |", ["Test\tResult", "Sodium\t128"]),
        (
            "Test    Result   Range\nSodium  128      135-145\nUrea    9.1      2.5-7.8",
            ["Test\tResult\tRange"],
        ),
    ],
)
def test_a_table_typed_with_bars_or_spaces_is_one(typed, rows):
    table = block(read(f"Case report\n\n{PROSE}\n\nTable 1. Results\n{typed}\n"), rows[0])
    assert table.kind == "table"
    assert table.text.split("\n")[: len(rows)] == rows
    assert table.at(table.text.index("128")).column == next(
        line.index("128") + 1 for line in typed.split("\n") if "128" in line
    )


def test_sentences_with_wide_spaces_are_no_table():
    text = "He was well.   She was not.\nHe came back.   She did not.\nHe left.   She stayed.\n"
    assert all(each.kind != "table" for _, each in read(f"Case report\n\n{text}").blocks())


def test_the_kind_of_article_above_the_title_is_no_case():
    report = (
        f"Case Report\n\nAn inverted stomach in a diver\n\nAbstract\n\n{PROSE}\n\nCase Report\n\n{PROSE}\n"
    )
    assert roles(read(report)) == ["front", "title", "abstract", "case"]


def test_a_letter_without_headings_has_its_title():
    assert (
        roles(read(f"Letter to the Editor: a stone in a diverticulum\n\nDear Editor,\n\n{PROSE}\n"))[0]
        == "title"
    )


def test_a_caption_glued_to_the_number_before_it_is_a_legend():
    document = read(
        "CASE REPORT\n\nThe nail was dark (Fig. 1) and fell off (Fig. 2).Fig. 1 The dark nail.\n\n"
        "Fig. 1Fig. 2 The nail bed.\n\n"
        "Fig. 2\n\nHe walked.\n"
    )
    captions = [(found.key, found.text) for _, found in document.blocks() if found.kind == "legend"]
    assert captions[:2] == [("1", "Fig. 1 The dark nail."), ("2", "Fig. 2 The nail bed.")]


def test_a_small_word_behind_a_quotation_ends_its_sentence_and_is_no_heading():
    document = read(
        f"CASE REPORT\n\n{PROSE * 8} They used the “wait and see” method. The cyst went away. {PROSE}\n"
    )
    assert [section.role for section in document.sections if section.blocks] == ["case"]
