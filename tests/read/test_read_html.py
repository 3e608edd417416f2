import time

import pytest
from documents import PROSE, block, marked, roles, texts

from casewright.read.html import read_html


def read(body, head="<title>x</title>"):
    return read_html(
        f"<!doctype html><html><head>{head}</head><body>{body}</body></html>".encode(), "page.html"
    )


def test_headings_and_paragraphs_are_read_into_parts():
    document = read(
        f"<h1>A stiff knee</h1><h2>Abstract</h2><p>He fell.</p><h2>Case "
        f"report</h2><p>{PROSE}</p><h3>Treatment</h3><p>Drained.</p>"
    )
    assert roles(document) == ["title", "abstract", "case", "case.treatment"]


@pytest.mark.parametrize(
    "noise",
    [
        "<nav>Home About</nav>",
        "<header>Journal</header>",
        "<footer>Imprint</footer>",
        "<aside>Related</aside>",
        "<script>var a = 1</script>",
        "<style>p {}</style>",
        '<div role="navigation">Home</div>',
        '<div class="cookie-banner">We use cookies</div>',
        "<p hidden>Not shown</p>",
        '<ul class="breadcrumb"><li>Home</li></ul>',
        "<form>Search <input></form>",
        '<div class="share">Tweet</div>',
    ],
)
def test_the_page_around_the_article_is_not_read(noise):
    assert texts(read(f"{noise}<h2>Case report</h2><p>{PROSE}</p>{noise}")) == [PROSE]


def test_of_a_page_with_an_article_only_that_is_read():
    assert texts(
        read(f"<div>Today's weather</div><article><h2>Case report</h2><p>{PROSE}</p></article>")
    ) == [PROSE]


def test_our_facts_citations_and_calls_are_marks():
    document = read(
        '<p>CRP <span class="fact" data-fact="labs.crp">12 mg/L</span>'
        '<span class="cite" data-cites="lee kim"><sup>1,2</sup></span> '
        '(<a class="call" href="#figure-k" data-target="figure:knee">Figure 1</a>)</p>'
    )
    assert marked(document, "fact") == [("labs.crp", "12 mg/L")]
    assert marked(document, "citation") == [("lee;kim", "1,2")]
    assert marked(document, "superscript") == [("", "1,2")]
    assert marked(document, "call") == [("figure:knee", "Figure 1")]


def test_sections_that_name_their_role_have_it():
    document = read(
        f'<section data-role="core_tip"><p>Core tip: Drain.</p></section>'
        f'<section data-role="case"><h2>The story</h2><p>{PROSE}</p></section>'
    )
    assert [(s.role, s.title) for s in document.sections] == [("core_tip", "Core tip"), ("case", "The story")]
    assert texts(document, "core_tip") == ["Drain."]


def test_tables_and_captions_are_read():
    document = read(
        "<table><caption>Table 2 Values</caption><tr><th>Test</th><th>"
        "Value</th></tr><tr><td><p>Hb</p></td><td>9.1<br>g/dL</td></tr></table>"
        "<figure><img alt='x'><figcaption>Figure 1 The knee.</figcaption></figure>"
    )
    assert block(document, "Test").text == "Test\tValue\nHb\t9.1 g/dL"
    assert (block(document, "Table 2").key, block(document, "Figure 1").kind) == ("2", "legend")


def test_text_straight_in_a_division_is_a_paragraph():
    assert texts(read("<div>One <b>two</b> three<div>Four</div>five</div>")) == [
        "One two three",
        "Four",
        "five",
    ]


def test_pages_in_other_encodings_are_read():
    page = "<html><head><meta charset='iso-8859-1'></head><body><p>5 µm in the café</p></body></html>"
    assert texts(read_html(page.encode("latin-1"), "x.html")) == ["5 µm in the café"]


def test_embedded_pictures_do_not_make_a_page_too_long():
    document = read(f'<img src="data:image/png;base64,{"A" * 12_000_000}"><h2>Case report</h2><p>{PROSE}</p>')
    assert texts(document) == [PROSE]


def test_a_page_on_one_line_without_elements_is_unfolded():
    text = " ".join([PROSE] * 5)
    document = read(
        f"<div>Abstract He fell. Introduction {text} Case presentation {text} Discussion {text}</div>"
    )
    assert roles(document) == ["abstract", "introduction", "case", "discussion"]


def test_the_files_own_metadata_are_its_properties():
    assert read(f"<p>{PROSE}</p>", '<meta name="author" content="Ann Other">').properties == {
        "author": "Ann Other"
    }


def test_unclosed_elements_are_read():
    assert texts(read("<p>One<p>Two<b>three")) == ["One", "Twothree"]


def test_tables_in_rows_in_cells_are_read_once_however_deep() -> None:
    nested = "<table><tr><td>word<tr>" * 40

    started = time.process_time()
    document = read_html(
        f"<html><body><h1>Case report</h1><p>A man.</p>{nested}</body></html>".encode(), "a.html"
    )

    assert time.process_time() - started < 1
    assert sum(block.text.count("word") for _, block in document.blocks()) <= 40
