import pytest
from documents import PROSE, block, marked, roles, texts

from casewright.errors import InputError
from casewright.read.jats import read_jats

LINK = 'xmlns:xlink="http://www.w3.org/1999/xlink"'
FRONT = (
    "<front><journal-meta><journal-title>Ladders</journal-title></journal-meta><article-meta>"
    '<article-id pub-id-type="doi">10.1/x</article-id><title-group>'
    "<article-title>A <italic>stiff</italic> knee</article-title>"
    '<alt-title alt-title-type="running-head">Knee</alt-title></title-group>'
    "<contrib-group><contrib><name><surname>Other</surname><given-names>Ann</given-names></name></contrib></contrib-group>"
    "<abstract><p>He fell.</p></abstract><trans-abstract xml:lang='fr'><p>Il est tombé.</p></trans-abstract>"
    "<kwd-group><kwd>Knee</kwd><kwd>Ladder</kwd></kwd-group></article-meta></front>"
)


def read(body, back="", front=FRONT):
    return read_jats(
        f"<article {LINK}>{front}<body>{body}</body><back>{back}</back></article>".encode(), "report.xml"
    )


def sec(title, inner, attributes=""):
    return f"<sec {attributes}><title>{title}</title>{inner}</sec>"


def test_front_body_and_back_are_read_into_their_parts():
    document = read(
        sec("Introduction", f"<p>{PROSE}</p>") + sec("Case report", f"<p>{PROSE}</p>"),
        "<ack><p>Thanks.</p></ack>",
    )
    assert roles(document) == [
        "title",
        "running_title",
        "authors",
        "abstract",
        "keywords",
        "introduction",
        "case",
        "acknowledgements",
    ]
    assert document.properties["doi"] == "10.1/x"
    assert document.properties["journal"] == "Ladders"


def test_a_translated_abstract_is_not_read_and_that_is_said():
    assert "the abstract in translation (fr)" in read(f"<p>{PROSE}</p>").unread


def test_an_abstract_in_parts_has_their_roles():
    abstract = (
        f"<abstract>{sec('Background', '<p>Knees.</p>')}{sec('Case presentation', '<p>He fell.</p>')}"
        f"{sec('Conclusion', '<p>Drain.</p>')}</abstract>"
    )
    document = read(f"<p>{PROSE}</p>", front=f"<front><article-meta>{abstract}</article-meta></front>")
    assert roles(document)[:3] == ["abstract.background", "abstract.case", "abstract.conclusion"]


def test_a_core_tip_is_told_by_its_type():
    front = (
        '<front><article-meta><abstract abstract-type="core-tip"><title>'
        "Core tip</title><p>Drain.</p></abstract></article-meta></front>"
    )
    assert roles(read(f"<p>{PROSE}</p>", front=front))[0] == "core_tip"


def test_sections_in_sections_have_the_roles_of_parts():
    document = read(sec("Case presentation", f"<p>{PROSE}</p>" + sec("Treatment", "<p>It was drained.</p>")))
    assert [(s.role, s.level) for s in document.sections if s.role.startswith("case")] == [
        ("case", 1),
        ("case.treatment", 2),
    ]


def test_a_section_type_tells_the_role_where_the_title_does_not():
    assert roles(read(sec("The man and his ladder", f"<p>{PROSE}</p>", 'sec-type="cases"')))[-1] == "case"


def test_text_after_a_section_inside_another_is_kept():
    document = read(
        "<sec><title>Case report</title><p>One.</p><sec><title>Treatment</title><p>Two.</p></sec><p>Three.</p></sec>"
    )
    assert [
        text
        for section in document.sections
        if section.role.startswith("case")
        for text in section.text.split("\n")
    ] == ["One.", "Two.", "Three."]


REFERENCES = (
    '<ref-list><title>References</title><ref id="b1"><label>1</label><mixed-citation>'
    "Other A. <source>Joints</source> <year>2011</year></mixed-citation></ref>"
    '<ref id="b2"><mixed-citation>Third C. More.</mixed-citation></ref></ref-list>'
)


def test_references_have_the_numbers_that_are_printed_or_their_positions():
    document = read(f"<p>{PROSE}</p>", REFERENCES)
    assert [(b.key, b.text) for s, b in document.blocks() if b.kind == "reference"] == [
        ("1", "1 Other A. Joints 2011"),
        ("2", "Third C. More."),
    ]


def test_citations_and_calls_lead_to_printed_numbers():
    figure = '<fig id="f9"><label>Figure 3</label><caption><p>The knee.</p></caption></fig>'
    body = (
        f'<p>Rare<sup><xref ref-type="bibr" rid="b2">2</xref></sup> '
        f'(<xref ref-type="fig" rid="f9">Figure 3</xref>).</p>{figure}'
    )
    document = read(body, REFERENCES)
    assert marked(document, "citation") == [("2", "2")]
    assert marked(document, "superscript") == [("", "2")]
    assert marked(document, "call") == [("figure:3", "Figure 3")]


def test_figures_and_tables_are_legends_and_rows():
    table = (
        '<table-wrap id="t1"><label>Table 1</label><caption><p>Values</p>'
        "</caption><table><thead><tr><th>Test</th><th>Value</th></tr></thead>"
        "<tbody><tr><td>Hb</td><td>9.1</td></tr></tbody></table><table-wrap-foot><p>Fasting.</p></table-wrap-foot></table-wrap>"
    )
    document = read(
        f"<p>{PROSE}<fig><label>Fig. 2</label><caption><title>The "
        f"knee.</title><p>A: front.</p></caption></fig> He rested.</p>{table}"
    )
    assert (
        block(document, "Fig. 2").kind,
        block(document, "Fig. 2").key,
        block(document, "Fig. 2").text,
    ) == ("legend", "2", "Fig. 2 The knee. A: front.")
    assert (block(document, "Table 1").kind, block(document, "Table 1").key) == ("legend", "1")
    assert (block(document, "Test").kind, block(document, "Test").text) == ("table", "Test\tValue\nHb\t9.1")
    assert block(document, "Fasting.").kind == "footnote"


def test_a_figure_inside_a_paragraph_does_not_cut_its_sentence():
    document = read("<p>The knee <fig><label>Fig. 2</label><caption><p>X.</p></caption></fig>was stiff.</p>")
    assert "The knee was stiff." in texts(document)


def test_facts_are_named_content():
    document = read(
        '<p>CRP <named-content content-type="fact" specific-use="labs.crp">12 mg/L</named-content>.</p>'
    )
    assert marked(document, "fact") == [("labs.crp", "12 mg/L")]


def test_references_to_characters_are_the_characters():
    doctype = '<!DOCTYPE article PUBLIC "-//NLM//DTD JATS (Z39.96) v1.2//EN" "JATS.dtd">'
    document = read_jats(
        f"{doctype}<article><body><p>5 &micro;m &#x2265; 4 &alpha;</p></body></article>".encode(), "x.xml"
    )
    assert texts(document) == ["5 µm ≥ 4 α"]


def test_statements_in_notes_have_their_roles():
    back = (
        '<fn-group><fn fn-type="conflict"><p>None declared.</p></fn></fn-group>'
        "<notes><title>Ethics approval</title><p>Not needed.</p></notes>"
    )
    assert roles(read(f"<p>{PROSE}</p>", back))[-2:] == ["statements.conflicts", "statements.ethics"]


def test_lists_are_items():
    document = read(
        sec(
            "Case report",
            "<p>Problems:</p><list><list-item><p>Stiff</p></list-item><list-item><p>Warm</p></list-item></list>",
        )
    )
    assert [b.text for _, b in document.blocks() if b.kind == "item"][-2:] == ["Stiff", "Warm"]


def test_other_xml_is_refused_by_name():
    with pytest.raises(InputError, match="its root is <recipe>"):
        read_jats(b"<recipe><p>Salt.</p></recipe>", "x.xml")


def test_a_section_under_a_name_of_the_journals_own_is_known_by_the_type_that_was_written():
    document = read(
        sec("Our view", f"<p>{PROSE}</p>", 'sec-type="discussion"'),
        sec(
            "Remarks",
            sec("Therapy as given", f"<p>{PROSE}</p>", 'sec-type="comments.treatment"'),
            'sec-type="comments"',
        ),
    )
    assert roles(document)[-3:] == ["discussion", "comments", "comments.treatment"]


def test_a_part_of_the_case_may_follow_it_under_a_heading_of_its_own():
    document = read(
        sec("Case report", f"<p>{PROSE}</p>")
        + sec("Final diagnosis", "<p>Gout.</p>")
        + sec("Treatment", "<p>Rest.</p>")
        + sec("Discussion", f"<p>{PROSE}</p>")
        + sec("Treatment", "<p>Gout is treated with rest.</p>")
    )
    assert roles(document)[-5:] == ["case", "case.diagnosis", "case.treatment", "discussion", "text"]


def test_the_methods_of_an_abstract_are_of_the_abstract():
    abstract = f"<abstract>{sec('Material and methods', '<p>Knees.</p>')}{sec('Our way', '<p>He fell.</p>')}</abstract>"
    document = read(f"<p>{PROSE}</p>", front=f"<front><article-meta>{abstract}</article-meta></front>")
    assert roles(document)[:2] == ["abstract.case", "abstract"]


def test_an_unusual_title_of_a_statement_is_known_by_its_words():
    assert roles(read(sec("Ethic statement and approval", "<p>None.</p>")))[-1] == "statements.ethics"


def test_notes_within_notes_are_statements_of_their_own():
    inner = "<notes><title>Conflict of interest</title><p>None.</p></notes>"
    document = read(
        f"<p>{PROSE}</p>", f"<notes><title>Compliance with ethical standards</title>{inner}</notes>"
    )
    assert [(s.role, s.title) for s in document.sections[-2:]] == [
        ("statements.ethics", "Compliance with ethical standards"),
        ("statements.conflicts", "Conflict of interest"),
    ]


@pytest.mark.parametrize(
    "title",
    [
        "<title>Learning points</title>",
        "<caption><title>Learning points:</title></caption>",
        "<p><bold>Learning points</bold></p>",
    ],
)
def test_a_box_under_a_title_is_a_section(title):
    document = read(sec("Discussion", f"<p>{PROSE}</p><boxed-text>{title}<p>Drain early.</p></boxed-text>"))
    assert document.sections[-1].role == "learning_points"
    assert [block.text for block in document.sections[-1].blocks] == ["Drain early."]


def test_a_box_without_a_title_is_text_of_its_section():
    document = read(sec("Discussion", f"<p>{PROSE}</p><boxed-text><p>Drain early.</p></boxed-text>"))
    assert (document.sections[-1].role, len(document.sections[-1].blocks)) == ("discussion", 2)


def test_addresses_beside_the_authors_are_read_without_the_identifiers_of_institutions():
    front = (
        '<front><article-meta><aff id="a1"><institution-wrap><institution-id>grid.1</institution-id>'
        "<institution>Knee Clinic</institution></institution-wrap></aff></article-meta>"
        "</front>"
    )
    assert "Knee Clinic" in texts(read(f"<p>{PROSE}</p>", front=front))


def test_the_footnote_of_a_table_within_a_paragraph_is_read_once():
    table = (
        "<table-wrap><label>Table 1</label><table><tr><td>Hb</td></tr></table>"
        "<table-wrap-foot><fn><p>Fasting.</p></fn></table-wrap-foot></table-wrap>"
    )
    document = read(f"<p>He fell.<fn><p>From a ladder.</p></fn>{table}</p>")
    assert [text for text in texts(document) if text in ("Fasting.", "From a ladder.")] == [
        "Fasting.",
        "From a ladder.",
    ]


def test_cells_stand_in_the_columns_in_which_they_are_printed():
    rows = (
        '<tr><th rowspan="2">Day</th><th colspan="2">Knee</th><th>Hip</th></tr>'
        "<tr><th>Left</th><th>Right</th><th>Left</th></tr>"
        '<tr><td>1</td><td colspan="9999">stiff</td></tr><tr><td>2</td><td>stiff</td><td/><td>free</td></tr>'
    )
    table = f"<table-wrap><label>Table 1</label><table>{rows}</table></table-wrap>"
    assert block(read(f"<p>{PROSE}</p>{table}"), "Day").text == (
        "Day\tKnee\t\tHip\n\tLeft\tRight\tLeft\n1\tstiff\n2\tstiff\t\tfree"
    )


def test_the_mark_of_a_footnote_is_no_digit_of_a_figure():
    cells = (
        '<td>12.5<xref ref-type="table-fn" rid="n1"><sup>1</sup></xref></td>'
        '<td>Hb<xref ref-type="table-fn" rid="n1">1</xref></td><td><list><list-item><p>One</p></list-item></list></td>'
    )
    table = f"<table-wrap><label>Table 1</label><table><tr>{cells}</tr></table></table-wrap>"
    assert "12.5\tHb1\tOne" in texts(read(f"<p>{PROSE}</p>{table}"))


def test_what_stands_within_a_paragraph_is_a_block_of_its_own():
    quote = "<disp-quote><p>I was afraid.</p></disp-quote>"
    item = "<def-item><term>CT</term><def><p>a scan</p></def></def-item>"
    inner = f"<def-list><title>Short</title>{item}</def-list>{quote}"
    assert texts(read(f"<p>He said this. {inner}</p>"))[-3:] == [
        "He said this.",
        "CT a scan",
        "I was afraid.",
    ]


def test_formulas_are_read_as_they_are_printed():
    formula = (
        "<inline-formula><alternatives><tex-math>x</tex-math><math><mn>7</mn><mo>×</mo><msup><mn>10</mn><mn>9</mn></msup>"
        "</math></alternatives></inline-formula>"
    )
    document = read(f"<p>Leukocytes were {formula}/L.</p>")
    assert "Leukocytes were 7×109/L." in texts(document)
    assert marked(document, "superscript") == [("", "9")]


def test_a_subtitle_belongs_to_the_title():
    title = (
        "<title-group><article-title>A knee</article-title><subtitle>A case report</subtitle></title-group>"
    )
    document = read(f"<p>{PROSE}</p>", front=f"<front><article-meta>{title}</article-meta></front>")
    assert document.sections[0].title == "A knee: A case report"


def test_abbreviations_may_be_listed_like_keywords():
    words = "<kwd-group><title>Abbreviations:</title><kwd>CT, computed tomography</kwd></kwd-group>"
    front = f"<front><article-meta>{words}</article-meta></front>"
    assert roles(read(f"<p>{PROSE}</p>", front=front))[0] == "abbreviations"


def test_statements_are_known_by_their_types():
    notes = (
        '<notes notes-type="data-availability"><p>On request.</p></notes><fn-group><fn fn-type="COI-statement">'
        "<p>None.</p></fn></fn-group>"
    )
    assert roles(read(f"<p>{PROSE}</p>", notes))[-2:] == ["statements.data", "statements.conflicts"]


def test_what_is_printed_with_an_article_is_said_to_be_unread():
    reply = "<front-stub><title-group><article-title>Reply</article-title></title-group></front-stub>"
    article = f"<article><body><p>{PROSE}</p></body><sub-article>{reply}</sub-article></article>"
    assert "the sub-article printed with it (Reply)" in read_jats(article.encode(), "report.xml").unread


def test_a_name_in_two_alphabets_is_one():
    names = "<name><surname>Other</surname></name><name><surname>Jiná</surname></name>"
    person = f"<contrib><name-alternatives>{names}</name-alternatives></contrib>"
    front = f"<front><article-meta><contrib-group>{person}</contrib-group></article-meta></front>"
    assert texts(read(f"<p>{PROSE}</p>", front=front))[0] == "Other"


def test_text_before_the_sections_introduces_and_text_behind_them_does_not():
    document = read(f"<p>{PROSE}</p>" + sec("Case report", f"<p>{PROSE}</p>") + f"<p>{PROSE}</p>")
    assert roles(document)[-3:] == ["introduction", "case", "text"]


def test_a_list_within_a_paragraph_stands_where_it_is_printed():
    items = "<list><list-item><p>Stiff [3]</p></list-item><list-item><p>Warm</p></list-item></list>"
    document = read(sec("Discussion", f"<p>It was due to{items} Therefore, it was late [4].</p>"))
    said = [(block.kind, block.text) for _, block in document.blocks()]
    assert said[-4:] == [
        ("paragraph", "It was due to"),
        ("item", "Stiff [3]"),
        ("item", "Warm"),
        ("paragraph", "Therefore, it was late [4]."),
    ]


def test_a_table_in_two_parts_has_the_label_and_the_caption_of_both():
    parts = "".join(
        f'<table-wrap id="t2{letter}"><label>({letter})</label><table><tr><td>{letter}</td></tr></table></table-wrap>'
        for letter in "ab"
    )
    label = "<label>Table 2</label><caption><p>Others.</p></caption>"
    group = f'<table-wrap-group id="t2">{label}{parts}</table-wrap-group>'
    body = sec("Case report", '<p>See <xref ref-type="table" rid="t2b">Table 2(b)</xref>.</p>') + group
    document = read(body)
    floats = [(block.kind, block.text, block.key) for _, block in document.blocks() if block.key]
    assert floats == [("legend", "Table 2 Others. (a) (b)", "2"), ("table", "a", "2"), ("table", "b", "2")]
    assert [mark.target for _, block in document.blocks() for mark in block.marks if mark.kind == "call"] == [
        "table:2"
    ]
