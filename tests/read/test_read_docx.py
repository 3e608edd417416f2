import io
import zipfile

import pytest
from documents import PROSE, W, block, marked, para, roles, run, texts, word

from casewright.read.docx import read_docx


def read(body, parts=None, relations=""):
    return read_docx(word(body, parts, relations), "report.docx")


STYLES = """<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:style w:styleId="H1"><w:name w:val="heading 1"/></w:style>
<w:style w:styleId="Mine"><w:name w:val="My heads"/><w:basedOn w:val="H1"/></w:style>
<w:style w:styleId="Raised"><w:name w:val="Raised"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>
<w:style w:styleId="Loop"><w:name w:val="Loop"/><w:basedOn w:val="Loop"/></w:style>
</w:styles>"""


def test_headings_are_found_by_their_style_and_by_the_style_it_is_based_on():
    body = para("Case report", "H1") + para(PROSE) + para("What we learned from it", "Mine") + para(PROSE)
    document = read(body, {"word/styles.xml": STYLES})
    assert [s.title for s in document.sections] == ["Case report", "What we learned from it"]
    assert document.sections[0].level == 1


def test_headings_are_found_by_their_look():
    body = para("CASE REPORT") + para(PROSE) + para("How the knee was drained", look="<w:b/>") + para(PROSE)
    assert [(s.role, s.title) for s in read(body).sections] == [
        ("case", "CASE REPORT"),
        ("case", "How the knee was drained"),
    ]


def test_a_bold_word_in_a_paragraph_is_no_heading():
    document = read(para("Case report", look="<w:b/>") + f"<w:p>{run('Never ', '<w:b/>')}{run(PROSE)}</w:p>")
    assert roles(document) == ["case"]
    assert marked(document, "strong")[-1] == ("", "Never")


def test_a_style_based_on_itself_is_read_as_plain():
    assert texts(read(para(PROSE, "Loop"), {"word/styles.xml": STYLES})) == [PROSE]


def test_a_bold_name_with_a_colon_heads_its_paragraph():
    document = read(
        f"<w:p>{run('Core tip:', '<w:b/>')}{run(' Drain it early.')}</w:p>"
        + para("INTRODUCTION")
        + para(PROSE)
    )
    assert roles(document) == ["core_tip", "introduction"]
    assert texts(document, "core_tip") == ["Drain it early."]


@pytest.mark.parametrize(
    "look", ['<w:vertAlign w:val="superscript"/>', '<w:position w:val="8"/>', '<w:rStyle w:val="Raised"/>']
)
def test_raised_characters_are_superscripts_however_they_were_raised(look):
    document = read(
        f"<w:p>{run('Platelets 131 × 10')}{run('9', look)}{run('/L')}</w:p>", {"word/styles.xml": STYLES}
    )
    assert texts(document) == ["Platelets 131 × 109/L"]
    assert marked(document, "superscript") == [("", "9")]


def test_lowered_characters_are_subscripts():
    document = read(
        f"<w:p>{run('H')}{run('2', f'<w:vertAlign w:val={chr(34)}subscript{chr(34)}/>')}{run('O')}</w:p>"
    )
    assert marked(document, "subscript") == [("", "2")]


def test_tracked_changes_are_read_as_accepted_and_insertions_are_marked():
    body = (
        f"<w:p>{run('The knee was ')}<w:del w:author='B'><w:r><w:delText>left</w:delText></w:r></w:del>"
        f"<w:ins w:author='B. Reader' w:date='2021-02-03T04:05:06Z'>{run('right')}</w:ins>{run('-sided.')}</w:p>"
    )
    document = read(body)
    assert texts(document) == ["The knee was right-sided."]
    assert marked(document, "inserted") == [("B. Reader|2021-02-03T04:05:06Z", "right")]


def test_moved_text_is_read_where_it_was_moved_to():
    body = (
        f"<w:p><w:moveFrom w:author='B'>{run('He fell.')}</w:moveFrom>{run('He limped. ')}"
        f"<w:moveTo w:author='B' w:date='D'>{run('He fell.')}</w:moveTo></w:p>"
    )
    assert texts(read(body)) == ["He limped. He fell."]


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next():
    body = f"<w:p><w:pPr><w:rPr><w:del w:author='B'/></w:rPr></w:pPr>{run('He fell ')}</w:p>{para('from a ladder.')}"
    assert texts(read(body)) == ["He fell from a ladder."]


def control(tag, inner):
    return f'<w:sdt><w:sdtPr><w:tag w:val="{tag}"/></w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>'


def test_our_content_controls_are_facts_and_foreign_ones_are_just_text():
    document = read(
        f"<w:p>{run('CRP ')}{control('labs.first.crp', run('12 mg/L'))}{control('goog_rdk_1', run(' again'))}</w:p>"
    )
    assert texts(document) == ["CRP 12 mg/L again"]
    assert marked(document, "fact") == [("labs.first.crp", "12 mg/L")]


def test_a_content_control_around_paragraphs_is_read():
    assert texts(read(control("x", para("One paragraph here.") + para("Another one.")))) == [
        "One paragraph here.",
        "Another one.",
    ]


def field(kind):
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def test_of_a_field_only_its_result_is_read():
    code = "<w:r><w:instrText> ADDIN EN.CITE secret </w:instrText></w:r>" + run("more code")
    body = f"<w:p>{run('Rare')}{field('begin')}{code}{field('separate')}{run('[4]')}{field('end')}{run('.')}</w:p>"
    assert texts(read(body)) == ["Rare[4]."]


def test_a_field_inside_the_code_of_another_is_not_read():
    body = (
        f"<w:p>{field('begin')}{field('begin')}{run('IF')}{field('separate')}"
        f"{run('no')}{field('end')}{field('separate')}{run('yes')}{field('end')}</w:p>"
    )
    assert texts(read(body)) == ["yes"]


def test_links_keep_their_targets():
    relation = (
        '<Relationship Id="r9" Type="x/hyperlink" Target="https://example.org/" TargetMode="External"/>'
    )
    document = read(
        f'<w:p>{run("See ")}<w:hyperlink r:id="r9">{run("here")}</w:hyperlink></w:p>', relations=relation
    )
    assert marked(document, "link") == [("https://example.org/", "here")]


def test_symbols_hyphens_and_spaces_are_read_as_what_they_print():
    inside = (
        "<w:t>5</w:t><w:tab/><w:t>µm, 3\u00a0mm, pre</w:t><w:noBreakHyphen/>"
        "<w:t>op, </w:t><w:softHyphen/><w:t>can\u00adcer, </w:t>"
        '<w:sym w:font="Symbol" w:char="F0B3"/><w:t>2, 10</w:t><w:br/><w:t>kg</w:t>'
    )
    assert texts(read(f"<w:p><w:r>{inside}</w:r></w:p>")) == ["5 µm, 3 mm, pre-op, cancer, ≥2, 10 kg"]


def test_powers_in_formulas_are_superscripts():
    formula = (
        "<m:oMath><m:sSup><m:e><m:r><m:t>10</m:t></m:r></m:e>"
        "<m:sup><m:r><m:t>9</m:t></m:r></m:sup></m:sSup></m:oMath>"
    )
    document = read(f"<w:p>{run('4 × ')}{formula}{run('/L')}</w:p>")
    assert texts(document) == ["4 × 109/L"]
    assert marked(document, "superscript") == [("", "9")]


def test_tables_are_rows_of_cells_with_their_places_and_marks():
    def cell(inner):
        return f"<w:tc>{inner}</w:tc>"

    row = f"<w:tr>{cell(para('Hb'))}{cell('<w:p>' + control('labs.hb', run('9.1')) + '</w:p>')}</w:tr>"
    document = read(
        para(PROSE) + f"<w:tbl><w:tr>{cell(para('Test'))}{cell(para('Value'))}</w:tr>{row}</w:tbl>"
    )
    table = block(document, "Test")
    assert (table.kind, table.text) == ("table", "Test\tValue\nHb\t9.1")
    assert table.at(table.text.index("9.1")).line == 5
    assert marked(document, "fact") == [("labs.hb", "9.1")]


def test_a_table_of_one_cell_is_a_frame_around_text():
    document = read(f"<w:tbl><w:tr><w:tc>{para('CASE REPORT')}{para(PROSE)}</w:tc></w:tr></w:tbl>")
    assert roles(document) == ["case"]


def test_footnotes_follow_their_paragraph():
    notes = (
        f'<w:footnotes xmlns:w="{W}"><w:footnote w:id="-1" w:type="separator">{para("x")}'
        f'</w:footnote><w:footnote w:id="2">{para("Not weighed.")}</w:footnote></w:footnotes>'
    )
    document = read(
        f"<w:p>{run('He was heavy.')}<w:r><w:footnoteReference w:id='2'/></w:r></w:p>{para('He went home.')}",
        {"word/footnotes.xml": notes},
    )
    assert texts(document) == ["He was heavy.", "Not weighed.", "He went home."]
    assert block(document, "Not weighed.").kind == "footnote"


def test_text_boxes_are_read_once():
    box = f"<w:txbxContent>{para('Figure 2 A drawing of the knee.')}</w:txbxContent>"
    both = (
        f"<mc:AlternateContent><mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent>"
    )
    document = read(f"<w:p>{run(PROSE)}<w:r>{both}</w:r></w:p>")
    assert texts(document) == [PROSE, "Figure 2 A drawing of the knee."]
    assert block(document, "Figure 2").key == "2"


def test_comments_are_marks_with_their_texts_among_the_properties():
    comments = (
        f'<w:comments xmlns:w="{W}"><w:comment w:id="7" w:author="Dr '
        f'C" w:date="D">{para("Really?")}</w:comment></w:comments>'
    )
    document = read(
        f"<w:p>{run('A ')}<w:commentRangeStart w:id='7'/>{run('right')}"
        f"<w:commentRangeEnd w:id='7'/>{run(' knee.')}</w:p>",
        {"word/comments.xml": comments},
    )
    assert marked(document, "comment") == [("7", "right")]
    assert document.properties["comment 7"] == "Dr C|D|Really?"


def test_a_comment_over_two_paragraphs_marks_both():
    document = read(
        f"<w:p>{run('A ')}<w:commentRangeStart w:id='7'/>{run('right')}</w:p>"
        f"<w:p>{run('knee')}<w:commentRangeEnd w:id='7'/>{run('.')}</w:p>"
    )
    assert marked(document, "comment") == [("7", "right"), ("7", "knee")]


def test_the_file_says_who_made_it_and_which_pictures_it_holds():
    core = '<c:p xmlns:c="c" xmlns:d="d"><d:creator>A. Writer</d:creator></c:p>'
    custom = '<p:P xmlns:p="p" xmlns:v="v"><p:property name="Ward"><v:lpwstr>7B</v:lpwstr></p:property></p:P>'
    picture = '<w:drawing><wp:docPr name="Picture 1" descr="MRN 123"/><a:blip r:embed="r1"/></w:drawing>'
    document = read(
        f"<w:p>{run(PROSE)}<w:r>{picture}</w:r></w:p>",
        {"docProps/core.xml": core, "docProps/custom.xml": custom, "word/media/knee.png": ""},
        '<Relationship Id="r1" Type="x/image" Target="media/knee.png"/>',
    )
    assert document.properties["creator"] == "A. Writer"
    assert document.properties["Ward"] == "7B"
    assert document.properties["image 1"] == "word/media/knee.png|MRN 123"


def test_hidden_text_is_not_read_and_that_is_said():
    document = read(f"<w:p>{run('Seen.')}{run('Unseen', '<w:vanish/>')}</w:p>")
    assert texts(document) == ["Seen."]
    assert any("hidden" in words for words in document.unread)


def test_a_place_is_the_paragraph_and_the_character():
    document = read(para("CASE REPORT") + para(PROSE))
    place = block(document, "A 61").at(2)
    assert (place.file, place.line, place.column) == ("report.docx", 2, 3)


def test_a_document_in_the_strict_variant_is_read():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        body = f'<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body>{para(PROSE)}</w:body></w:document>'
        package.writestr("word/document.xml", body)
    assert texts(read_docx(file.getvalue(), "s.docx")) == [PROSE]


def test_a_paragraph_in_the_style_of_titles_is_the_title_and_what_follows_is_front_matter():
    style = f'<w:styles xmlns:w="{W}"><w:style w:styleId="T"><w:name w:val="Title"/></w:style></w:styles>'
    body = para("A stiff knee. And a ladder.", "T") + para("Ann Other") + para("CASE REPORT") + para(PROSE)
    document = read(body, {"word/styles.xml": style})
    assert [(s.role, s.title) for s in document.sections] == [
        ("title", "A stiff knee. And a ladder."),
        ("front", ""),
        ("case", "CASE REPORT"),
    ]
