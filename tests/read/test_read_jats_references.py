"""The entries of a reference list in JATS: printed ones as they are printed, bare fields as a list prints them."""

from documents import PROSE, texts

from casewright.read.jats import read_jats


def read(body, back=""):
    return read_jats(f"<article><body>{body}</body><back>{back}</back></article>".encode(), "report.xml")


def test_a_doi_that_stands_apart_is_read_as_it_is_printed():
    entry = '<ref><mixed-citation>Other A. Knees. <pub-id pub-id-type="doi">10.1/x</pub-id></mixed-citation></ref>'
    assert texts(read(f"<p>{PROSE}</p>", f"<ref-list>{entry}</ref-list>"))[-1] == "Other A. Knees. 10.1/x"


def test_an_identifier_that_the_citation_prints_is_not_printed_again():
    entries = (
        '<ref-list><ref id="b1"><mixed-citation>Other A. Knees. PMID: 123456.<pub-id>123456</pub-id></mixed-citation>'
        "</ref><ref><mixed-citation>Third C. Hips. <pub-id>123457</pub-id></mixed-citation></ref></ref-list>"
    )
    document = read(f"<p>{PROSE}</p>", entries)
    assert [b.text for s, b in document.blocks() if b.kind == "reference"] == [
        "Other A. Knees. PMID: 123456.",
        "Third C. Hips. 123457",
    ]


def test_a_citation_of_fields_is_written_as_a_list_prints_it():
    fields = (
        '<person-group person-group-type="author"><name><surname>Other</surname><given-names>AB</given-names></name>'
        "<name><surname>Third</surname><given-names>C.</given-names></name><etal/></person-group>"
        "<article-title>Why do knees <italic>stiffen</italic>?</article-title><source>Joints</source><volume>4</volume>"
        "<issue>2</issue><year>2011</year><fpage>10</fpage><lpage>12</lpage>"
        '<pub-id pub-id-type="doi">10.1/x</pub-id><pub-id pub-id-type="pmid">123</pub-id>'
    )
    said = "Other AB, Third C., et al. Why do knees stiffen? Joints 2011;4(2):10-12. doi: 10.1/x. PMID: 123"
    entries = "".join(
        f"<ref><{kind}>{fields}</{kind}></ref>" for kind in ("element-citation", "mixed-citation")
    )
    document = read(f"<p>{PROSE}</p>", f"<ref-list>{entries}</ref-list>")
    assert [b.text for s, b in document.blocks() if b.kind == "reference"] == [said, said]


def test_of_a_citation_in_two_forms_the_printed_one_is_read():
    forms = (
        "<citation-alternatives><element-citation><source>Joints</source></element-citation>"
        '<mixed-citation>Other A. <source>Joints</source><year>2011</year>. <pub-id pub-id-type="pmid">123</pub-id>'
        "</mixed-citation></citation-alternatives>"
    )
    document = read(f"<p>{PROSE}</p>", f"<ref-list><ref>{forms}</ref></ref-list>")
    assert texts(document)[-1] == "Other A. Joints 2011. PMID: 123"


def test_the_signs_between_names_stand_as_they_are_printed():
    names = "<name><surname>Other</surname><given-names>A</given-names></name>, <name><surname>Third</surname></name>"
    document = read(
        f"<p>{PROSE}</p>", f"<ref-list><ref><mixed-citation>{names}. Knees.</mixed-citation></ref></ref-list>"
    )
    assert texts(document)[-1] == "Other A, Third. Knees."
