from documents import PROSE, block, roles, texts

from casewright.read.text import read_text

LONG = " ".join([PROSE] * 4)
PAGE = (
    "A swollen knee after a fall | Journal of Ladders | Full Text "
    "Skip to content Menu Table of Contents Abstract Introduction "
    "Case presentation Discussion References Open Access A swollen knee after a fall Ann Other 1 Published: 2 May 2011 "
    f"Abstract A carpenter had a swollen knee. It was drained. "
    f"Keywords Knee Ladder Introduction Knees swell for reasons. {LONG} "
    f"Case presentation {LONG} (Figure 1 ).  Figure 1 The knee from the "
    f"front. A : before; B : after.  {LONG} Discussion The tear was small. "
    f"{LONG} In the discussion of such knees, Background noise is large. "
    f"Conclusion Drain early. Competing interests The author has none. "
    "References Someone A, Other B: On knees. Joints 2011, 4: 1-3. PubMed "
    "Google Scholar Third C: Case report: a knee. Joints 2012, 5: 7. "
    "Google Scholar"
)


def read(text):
    return read_text(text.encode(), "page.txt")


def test_a_page_on_one_line_is_read_into_its_parts():
    assert roles(read(PAGE)) == [
        "title",
        "front",
        "abstract",
        "keywords",
        "introduction",
        "case",
        "discussion",
        "conclusion",
        "statements.conflicts",
        "references",
    ]


def test_the_title_ends_where_the_page_goes_on():
    assert read(PAGE).sections[0].title == "A swollen knee after a fall"


def test_names_in_a_row_are_a_table_of_contents_not_headings():
    assert "Table of Contents Abstract Introduction" in texts(read(PAGE), "front")[0]


def test_a_name_inside_a_sentence_does_not_cut_it():
    assert texts(read(PAGE), "discussion")[0].endswith(
        "In the discussion of such knees, Background noise is large."
    )


def test_a_caption_inside_the_line_is_a_legend_with_its_panels():
    legend = block(read(PAGE), "Figure 1")
    assert (legend.kind, legend.key, legend.text) == (
        "legend",
        "1",
        "Figure 1 The knee from the front. A : before; B : after.",
    )


def test_references_are_told_apart_by_the_links_behind_them():
    assert [text[:9] for text in texts(read(PAGE), "references")] == ["Someone A", "Third C: "]


def test_references_are_told_apart_by_their_numbers():
    page = (
        PAGE[: PAGE.index("References Someone")]
        + "REFERENCES  1.  Someone A. On 2. Joints. 2011.  2.  Other B. Knees. 2012.  3.  Third C. More. 2013."
    )
    document = read(page)
    assert [b.key for s, b in document.blocks() if b.kind == "reference"] == ["1", "2", "3"]


def test_capitals_are_enough_where_no_sentence_ends_before():
    page = PAGE.replace("Introduction Knees", "INTRODUCTION Knees").replace(
        "Keywords Knee Ladder", "Keywords: Knee, Ladder"
    )
    assert "introduction" in roles(read(page))


def test_an_abstract_in_parts_is_told_from_the_text():
    page = PAGE.replace("Abstract A carpenter", "Abstract Introduction A carpenter").replace(
        "It was drained. Keywords",
        "It was drained. Case presentation He fell. Conclusion Drain early. Keywords",
    )
    assert roles(read(page))[2:7] == [
        "abstract",
        "abstract.background",
        "abstract.case",
        "abstract.conclusion",
        "keywords",
    ]


def test_an_abstract_in_another_language_is_no_part_of_the_text():
    page = PAGE.replace(
        "Keywords Knee Ladder Introduction",
        "Keywords: Knee, Ladder Résumé Un genou. Il était gonflé. INTRODUCTION",
    )
    assert roles(read(page))[2:6] == ["abstract", "keywords", "front", "introduction"]


def test_the_article_type_before_the_abstract_is_no_case():
    assert roles(read(PAGE.replace("Open Access A swollen", "CASE REPORT A swollen"))).count("case") == 1


def test_places_inside_the_line_are_exact():
    document = read(PAGE)
    found = block(document, "The tear was small.")
    place = found.at(0)
    assert (place.line, PAGE[place.column - 1 :][:19]) == (1, "The tear was small.")


def test_a_call_that_a_page_writes_twice_is_read_once():
    document = read(PAGE.replace("(Figure 1 ).", "(Figure  (Figure1). 1 )."))
    assert "(Figure 1 )." in texts(document, "case")[0]
    found = block(document, "The tear was small.")
    assert PAGE.replace("(Figure 1 ).", "(Figure  (Figure1). 1 ).")[found.at(0).column - 1 :].startswith(
        "The tear"
    )


def test_a_narrative_that_begins_with_a_statement_is_still_a_case():
    assert roles(read(f"Consent statement He agreed to this report. {LONG} {LONG}")) == ["case"]
