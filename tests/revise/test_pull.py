"""Edits that come back in a Word file, and where they end up."""

from __future__ import annotations

import pytest
from tests.revise.desk import Desk, both, typed
from tests.revise.loop import (
    Element,
    W,
    new_paragraph,
    paragraph,
    say,
    tracked,
    words,
)

from casewright.revise.pull import make_plan


def test_a_file_without_edits_has_none(desk: Desk) -> None:
    plan = desk.pull(both())

    assert plan.rulings == ()
    assert plan.status == 0
    assert plan.formatting == 0


@pytest.mark.parametrize(
    ("file", "old", "new", "written"),
    [
        ("introduction", "They grow fast", "They spread fast", None),
        ("introduction", "found late by", "found too late by", None),
        ("introduction", "Few reports", "Only few reports", ("Few reports", "Only few reports")),
        ("introduction", "fast and they are found", "quickly and are found", None),
        ("case", "gave leukocytes", "showed leukocytes", ("gave leukocytes", "showed leukocytes")),
        ("discussion", "The second sentence is shorter still.", "", (" The second sentence is shorter still.", None)),
        ("title", "A case of metastasis", "A report of metastasis", ("A case", "A report")),
    ],
)  # fmt: skip
def test_words_go_into_the_file_that_they_stand_in(
    desk: Desk, file: str, old: str, new: str, written: tuple[str, str | None] | None
) -> None:
    plan = desk.pull(typed(old, new))

    assert plan.counts == {"placed": len(plan.rulings), "refused": 0, "conflict": 0, "unplaced": 0}
    assert list(plan.files) == [f"manuscript/{file}.md"]
    if written and written[1]:
        assert plan.files[f"manuscript/{file}.md"] == desk.after(f"manuscript/{file}.md", *written)


def test_words_around_facts_leave_the_facts_in_place(desk: Desk) -> None:
    plan = desk.pull(typed(" of them, in all.", " of these."))

    assert plan.files["manuscript/case.md"] == desk.after(
        "manuscript/case.md", " of them, in all.", " of these."
    )


def test_a_deleted_sentence_takes_its_facts_and_citations_with_it(desk: Desk) -> None:
    plan = desk.pull(typed("Few reports exist[2]. ", ""))

    assert plan.files["manuscript/introduction.md"] == desk.after(
        "manuscript/introduction.md", "Few reports exist[@wilson2012]. ", ""
    )


SYNTAX = (
    "{{ labs.secret }}", "{% include 'x' %}", "{## gone ##}", "*not emphasis*", "[@lee2007]", "see @fig:spine",
    "[a](b)", "a | b", "<b>x</b>", "![x](y)", "x^2^ and H~2~O", "`code`", "&amp;", "a -- b --- c ...", "\\ back",
    "{#id .class}", '[x]{.fact key="patient.age"}', "[^1]", "http://example.org", "$x$", "{%", "{{", "}}",
)  # fmt: skip
LINE_STARTS = (
    "1. first",
    "- item",
    "+ item",
    "> quote",
    "# x",
    "== x",
    ": x",
    "12) x",
    "::: x",
    "***",
    "    code",
    "|a|",
)


def test_what_was_typed_prints_as_typed_and_runs_nothing(desk: Desk) -> None:
    def change(root: Element) -> None:
        last = paragraph(root, "This is the last")
        for text in (*SYNTAX, *LINE_STARTS):
            last.addnext(new_paragraph(text))
        say(root, "in short", " ".join(("in short", *SYNTAX)))

    plan = desk.pull(change)

    assert [ruling.state for ruling in plan.rulings] == ["placed", "placed"]
    for name, text in plan.files.items():
        (desk.folder / name).write_text(text, "utf-8")
    assert make_plan(desk.folder, [desk.folder / "a.docx"], desk.pandoc).files == {}


def test_a_fact_is_changed_in_the_data_with_its_comment_kept(desk: Desk) -> None:
    plan = desk.pull(typed("45-year-old man", "46-year-old man"))

    assert plan.files == {
        "manuscript/case.yaml": desk.after("manuscript/case.yaml", "age: 45 years #", "age: 46 years #")
    }
    assert plan.facts[0].id == "patient.age"
    assert plan.facts[0].other_places == ("CASE REPORT (“45-year-old”)",)


def test_a_fact_in_quotes_stays_in_quotes(desk: Desk) -> None:
    plan = desk.pull(typed("spinal cord metastasis", "cord metastasis"))

    assert 'final: "cord metastasis"' in plan.files["manuscript/case.yaml"]


def test_a_figure_typed_beside_its_control_is_the_same_fact(desk: Desk) -> None:
    def change(root: Element) -> None:
        control = next(c for c in root.iter(W + "sdt") if words(c).startswith("6800"))
        text = next(control.iter(W + "t"))
        run = new_paragraph("7900 /μL").find(W + "r")
        text.text = ""
        control.addnext(run)

    plan = desk.pull(change)

    assert plan.files == {"manuscript/case.yaml": desk.after("manuscript/case.yaml", "6800 /µL", "7900 /µL")}


@pytest.mark.parametrize("new", ["6800", "7000"])
def test_a_value_that_lost_its_unit_is_not_placed_and_says_so(desk: Desk, new: str) -> None:
    plan = desk.pull(typed("6800 /μL", new))

    assert [ruling.state for ruling in plan.rulings] == ["unplaced"]
    assert "has lost the unit of labs.emergency.leukocytes" in plan.rulings[0].reason
    assert plan.files == {}


def test_a_fact_changed_to_two_values_is_a_conflict(desk: Desk) -> None:
    def change(root: Element) -> None:
        controls = [c for c in root.iter(W + "sdt") if words(c).startswith("6800")]
        for control, value in zip(controls, ("6900 /μL", "7000 /μL"), strict=False):
            next(control.iter(W + "t")).text = value

    plan = desk.pull(change)

    assert plan.counts == {"placed": 0, "refused": 0, "conflict": 2, "unplaced": 0}
    assert "different values: “6900 /μL”, “7000 /μL”" in plan.rulings[0].reason


def test_a_computed_fact_is_refused_and_says_what_it_comes_from(desk: Desk) -> None:
    plan = desk.pull(typed("95%", "90%"))

    assert [ruling.state for ruling in plan.rulings] == ["refused"]
    assert "labs.emergency.neutrophils" in plan.rulings[0].hint


def test_the_plan_says_what_the_checker_would_say(desk: Desk) -> None:
    plan = desk.pull(typed("6800 /μL", "6800000 /μL"))

    assert any("leukocytes" in finding for finding in plan.findings), plan.findings


@pytest.mark.parametrize(
    ("old", "new", "hint"),
    [
        ("rare[1]", "rare[9]", "introduction.md:1"),
        ("First work", "Best work", "refs.bib:1"),
    ],
)
def test_what_the_build_makes_is_refused_with_what_to_edit_instead(
    desk: Desk, old: str, new: str, hint: str
) -> None:
    plan = desk.pull(typed(old, new))

    assert [ruling.state for ruling in plan.rulings] == ["refused"]
    assert hint in plan.rulings[0].hint


def test_words_printed_by_a_loop_are_refused_with_their_line(desk: Desk) -> None:
    plan = desk.pull(typed("arm was weak", "arm was strong"))

    assert [ruling.state for ruling in plan.rulings] == ["refused"]
    assert "manuscript/case.md:5" in plan.rulings[0].hint


def test_paragraphs_are_added_removed_split_and_joined(desk: Desk) -> None:
    def change(root: Element) -> None:
        paragraph(root, "Metastases of").addnext(new_paragraph("A new paragraph."))
        gone = paragraph(root, "This is the last")
        gone.getparent().remove(gone)
        say(
            root,
            "We discuss the case in short. The second sentence is shorter still.",
            "We discuss the case in short.",
        )
        paragraph(root, "We discuss").addnext(new_paragraph("The second sentence is shorter still."))

    plan = desk.pull(change)

    assert plan.counts["placed"] == len(plan.rulings) == 3
    introduction = plan.files["manuscript/introduction.md"]
    assert introduction.endswith("and MRI is quick.\n")
    assert "by most doctors.\n\nA new paragraph.\n\nFew reports" in introduction
    assert plan.files["manuscript/discussion.md"] == (
        "We discuss the case in short.\n\nThe second sentence is shorter still.\n"
    )


def test_a_moved_paragraph_keeps_its_citations(desk: Desk) -> None:
    def change(root: Element) -> None:
        moved = paragraph(root, "Few reports")
        target = paragraph(root, "We discuss")
        moved.getparent().remove(moved)
        target.addnext(moved)

    plan = desk.pull(change)

    assert [(ruling.kind, ruling.state) for ruling in plan.rulings] == [("structure", "placed")]
    assert "[@wilson2012]" in plan.files["manuscript/discussion.md"]
    assert "[@wilson2012]" not in plan.files["manuscript/introduction.md"]


def test_a_citation_typed_as_it_is_printed_is_a_citation(desk: Desk) -> None:
    plan = desk.pull(typed("We discuss the case in short", "We discuss the case[2] in short"))

    assert "the case[@wilson2012] in short" in plan.files["manuscript/discussion.md"]


def test_tracked_changes_carry_author_and_date(desk: Desk) -> None:
    plan = desk.pull(lambda root: tracked(root, "second", "other", "Dr. Y"))

    edit = plan.rulings[0].edit
    assert (edit.old, edit.new, edit.author, edit.date) == (
        "second",
        "other",
        "Dr. Y",
        "2026-11-02T10:00:00Z",
    )


def test_looks_are_counted_apart(desk: Desk) -> None:
    def change(root: Element) -> None:
        run = next(paragraph(root, "This is the last").iter(W + "r"))
        properties = new_paragraph("x").makeelement(W + "rPr")
        properties.append(properties.makeelement(W + "b"))
        run.insert(0, properties)

    plan = desk.pull(change)

    assert (plan.rulings, plan.formatting) == ((), 1)
