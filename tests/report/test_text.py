"""The report for a terminal underlines the words that are meant."""

from __future__ import annotations

import pytest
from report_fixtures import results

from casewright.report.text import render_text


def test_the_words_and_their_rival_are_underlined() -> None:
    lines = render_text(results(), colour=False).splitlines()
    assert lines[0] == "case.md:3:3: error CW103 the patient is 45 and 46 years old (patient-of-two-ages)"
    assert lines[1] == "    A 45-year-old man <was> pale; 7 of 31 (25%) died."
    assert lines[2] == "      ^^^^^^^^^^^"
    assert lines[3] == "  against Case, line 7:"
    assert lines[4] == "    The 46-year-old man had 5 6 7 8 mm & 日本."
    assert lines[5] == "        ~~~~~~~~~~~"
    assert lines[6] == "  hint: make them agree"


def test_the_end_says_what_was_read_and_what_was_not() -> None:
    text = render_text(results(), colour=False)
    assert "case.md: read 2 sections, 3 quantities, 1 citation, 2 figures and 1 abbreviation" in text
    assert "  not read: a text box" in text
    assert "  not checked: CW604: local journal" in text
    assert "empty.txt: is empty\n  hint: give a file with text" in text
    assert text.endswith("1 error, 1 warning, 1 note; 1 acknowledged; 1 file not checked\n")


def test_a_long_paragraph_is_cut_around_the_words() -> None:
    from casewright.check.finding import Spot
    from casewright.document.model import Block
    from casewright.report.context import context_of

    text = "word " * 200 + "here " + "word " * 200
    context = context_of(Spot("", "here", 1, 1001, 0, 1000), (Block("paragraph", text),))
    assert context is not None
    assert context.line[context.start : context.end] == "here"
    assert len(context.line) < 120
    assert context.line.startswith("… word")
    assert context.line.endswith("word …")


def test_colours_are_for_terminals_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "\x1b[" not in render_text(results())
    assert "\x1b[31;1m" in render_text(results(), colour=True)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert "\x1b[" in render_text(results())
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in render_text(results())


def test_a_manuscript_cannot_command_the_terminal() -> None:
    from dataclasses import replace

    from casewright.check.result import Results

    good, _ = results().files
    spot = replace(good.findings[1].spot, block=-1, quote="a\x1b[2Jb\u202ec")
    hostile = replace(good.findings[1], message="\x1b]0;gone\x07", spot=spot)
    text = render_text(Results((replace(good, path="x\x9b1m.md", findings=(hostile,)),)), colour=False)
    assert not any(sign in text for sign in "\x1b\x07\x9b\u202e")
    assert "a\ufffd[2Jb\ufffdc" in text


def test_of_many_findings_the_gravest_are_shown_and_the_rest_counted() -> None:
    lines = render_text(results(), colour=False, most=1).splitlines()

    assert next(line for line in lines if " CW" in line and ": " in line).startswith(
        "case.md:3:3: error CW103"
    )
    assert "and 3 more: casewright check shows them" in lines
    assert lines[-1] == "1 error, 1 warning, 1 note; 1 acknowledged; 1 file not checked"
    assert "more: casewright" not in render_text(results(), colour=False, most=4)


def test_after_a_refusal_nothing_reads_like_a_pass() -> None:
    from casewright.check.result import Results

    _, bad = results().files
    text = render_text(Results((bad,)), colour=False)
    assert text.endswith("empty.txt: not checked\nnot checked\n")
    assert "no errors" not in text
    assert "read no sections" not in text


@pytest.mark.parametrize(("format", "place"), [("docx", "paragraph"), ("pdf", "page")])
def test_a_file_without_lines_has_paragraphs_or_pages(format: str, place: str) -> None:
    from dataclasses import replace

    from casewright.check.result import Results

    good, _ = results().files
    assert good.document is not None
    file = replace(good, path="case", document=replace(good.document, format=format))
    text = render_text(Results((file,)), colour=False)
    assert f"case, {place} 3: error CW103" in text
    assert f"  against Case, {place} 7:" in text
    assert "data/case.yaml:4:1: warning" in text


def test_two_places_in_sections_of_one_title_are_told_apart() -> None:
    from dataclasses import replace

    from casewright.check.result import Results

    good, _ = results().files
    age = good.findings[0]
    both = replace(
        age, spot=replace(age.spot, section="Case"), related=(replace(age.related[0], section="Case"),)
    )
    text = render_text(Results((replace(good, findings=(both,)),)), colour=False)
    assert "  against Case (report; the first is in the abstract), line 7:" in text


def test_of_many_sections_twelve_are_named() -> None:
    from casewright.check.result import Coverage
    from casewright.report.wording import sections_of

    titles = tuple(f"Part {n}" for n in range(1, 30))
    assert sections_of(Coverage(titles)).endswith("Part 12; and 17 more")
    assert sections_of(Coverage(titles[:12])).endswith("Part 11; Part 12")
