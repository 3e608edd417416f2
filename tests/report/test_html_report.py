"""The page shows the whole manuscript, escaped, with a link from each finding to each of its places."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from report_fixtures import PARAGRAPHS, results

from casewright.report import render_report
from casewright.report.marking import Marking, marked_html


class Page(HTMLParser):
    """The ids, the links, and the text of the page, styles and scripts left out."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.loaded: list[str] = []
        self.text = ""
        self.skipping = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.skipping = tag in ("style", "script")
        self.ids += [found["id"] or ""] if "id" in found else []
        self.links += [found["href"] or ""] if "href" in found else []
        self.loaded += [found["src"] or ""] if "src" in found else []

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 - given by its base
        self.skipping = False

    def handle_data(self, data: str) -> None:
        self.text += "" if self.skipping else data


def page() -> Page:
    parser = Page()
    parser.feed(render_report(results(), "html"))
    return parser


def test_the_page_holds_every_word_of_the_manuscript() -> None:
    assert PARAGRAPHS[0] in page().text
    for cell in re.split(r"[\t\n]", PARAGRAPHS[1]):
        assert cell in page().text


def test_every_link_leads_to_a_place_on_the_page() -> None:
    found = page()
    assert len(found.ids) == len(set(found.ids))
    assert {link.removeprefix("#") for link in found.links} <= set(found.ids)
    assert {"#f1p0", "#f1p1", "#f1", "#f3p0"} <= set(found.links)


def test_the_page_loads_nothing() -> None:
    html = render_report(results(), "html")
    assert page().loaded == []
    assert not re.search(r"https?://|@import|url\(", html)


def test_markings_that_overlap_are_cut_and_all_kept() -> None:
    from casewright.document.model import Block

    markings = [Marking(0, 6, 1, "f1p0", "note"), Marking(4, 9, 2, "f2p0", "error")]
    html = marked_html(Block("paragraph", "one two <three>"), markings)
    assert re.sub(r"<[^>]*>", "", html) == "one two &lt;three&gt;"
    assert html.count('id="f1p0"') == html.count('id="f2p0"') == 1
    assert re.search(r'class="mark error" href="#f1" data-findings="1 2">tw</a>', html)
