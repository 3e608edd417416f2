"""Edits that are more than a word: headings, first words, citations, spelling, words and figures together, loops."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.revise.loop import (
    FILES,
    Element,
    W,
    edited,
    new_paragraph,
    paragraph,
    say,
    send,
    words,
    write_project,
)

from casewright.document.pandoc import Pandoc
from casewright.revise.plan import Plan
from casewright.revise.pull import make_plan

Change = Callable[[Element], None]
CASE = """\
{% set lab = labs.emergency -%}
{% for side in ["arm", "leg"] %}
The {{ side }} was weak on one side.

{% endfor -%}
The patient was {{ patient.age | aged }}. Blood tests gave leukocytes {{ lab.leukocytes }} with a count of
{{ lab.neutrophils }} neutrophils.
{% include "manuscript/more.md" %}
"""
MORE = {
    "manuscript/case.md": CASE,
    "manuscript/more.md": "The tumor was dark. In all, {{ studies.lee2007.patients }} patients were operated on.\n",
    "manuscript/studies.yaml": "lee2007:\n  patients: 13\n  median_survival: 7.1 months\n",
    "manuscript/discussion.md": (
        "We discuss it in short.\n\n## Choice of treatment\n\nSurgery comes first. @lee2007 saw it in "
        "{{ studies.lee2007.patients }} patients, who lived for {{ studies.lee2007.median_survival }} at most.\n\n"
        "- first question\n- second question\n\nSee @tab:tests.\n\n"
        '::: {.legend key="tab:tests"}\nTests.\n:::\n\n'
        "| Test | Value |\n|---|---|\n| Others | some |\n| Leukocytes | {{ labs.emergency.leukocytes }} |\n"
    ),
}


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory, pandoc: Pandoc) -> tuple[Path, bytes]:
    folder = write_project(tmp_path_factory.mktemp("office") / "case")
    for name, text in MORE.items():
        (folder / name).write_text(text, "utf-8")
    return folder, send(folder, pandoc)


@pytest.fixture
def pull(office: tuple[Path, bytes], tmp_path: Path, pandoc: Pandoc) -> Callable[..., Plan]:
    folder, sent = office

    def pulled(*changes: Change) -> Plan:
        file = tmp_path / "back.docx"
        file.write_bytes(edited(sent, lambda root: [change(root) for change in changes] and None))
        return make_plan(folder, [file], pandoc)

    return pulled


def typed(old: str, new: str) -> Change:
    return lambda root: say(root, old, new)


def source(file: str) -> str:
    return {**FILES, **MORE}[f"manuscript/{file}"]


def states(plan: Plan) -> list[str]:
    return [ruling.state for ruling in plan.rulings]


def test_a_heading_of_the_manuscript_is_prose(pull) -> None:
    plan = pull(typed("Choice of treatment", "Choice of therapy"))

    assert plan.files == {
        "manuscript/discussion.md": source("discussion.md").replace("of treatment", "of therapy")
    }


@pytest.mark.parametrize("new", ["TALK", "GENERAL DISCUSSION"])
def test_a_heading_of_the_journal_is_refused_even_where_figures_change_too(pull, new: str) -> None:
    plan = pull(typed("DISCUSSION", new), typed("6800 /μL", "6900 /μL"))

    assert sorted(states(plan)) == ["placed", "refused"]
    (refused,) = [ruling for ruling in plan.rulings if ruling.state == "refused"]
    assert (refused.reason, refused.edit.section) == ("the journal sets this heading", "DISCUSSION")
    assert list(plan.files) == ["manuscript/case.yaml"]


def test_the_first_words_of_a_section_are_a_new_file(pull) -> None:
    def change(root: Element) -> None:
        note = paragraph(root, "Peer review: ")
        next(t for t in note.iter(W + "t") if t.text and "to be written" in t.text).text = "A *good* case[2]."

    plan = pull(change)

    assert plan.files == {"manuscript/comments/peer_review.md": "A \\*good\\* case[@wilson2012].\n"}
    assert plan.before == {"manuscript/comments/peer_review.md": ""}


def test_first_words_that_belong_into_the_data_are_refused(pull) -> None:
    plan = pull(typed("Authors: to be written", "Authors: Ann Smith"))

    assert states(plan) == ["refused"]
    assert "nothing is written" in plan.rulings[0].reason


def test_a_citation_that_was_typed_is_one(pull) -> None:
    plan = pull(typed("in short.", "in short (Lee 2007)."), typed("comes first.", "comes first [2]."))

    written = source("discussion.md").replace("in short.", "in short[@lee2007].")
    written = written.replace("comes first.", "comes first [@wilson2012].")
    assert plan.files == {"manuscript/discussion.md": written}


def test_a_citation_of_a_work_that_is_not_there_is_told(pull) -> None:
    plan = pull(typed("in short.", "in short (Smith 2010)."))

    assert "“(Smith 2010)” looks like a citation" in plan.remarks[0]
    assert "(Smith 2010)" in plan.files["manuscript/discussion.md"]


@pytest.mark.parametrize(
    ("old", "new", "hint"),
    [
        ("exist[2]", "exist", "delete @wilson2012 at manuscript/introduction.md:4:19"),
        ("exist[2]", "exist[1]", "write @lee2007 in place of @wilson2012 at manuscript/introduction.md:4:19"),
        ("exist[2]", "exist[9]", "change @wilson2012 at manuscript/introduction.md:4:19, or the work in refs.bib"),
    ],
)  # fmt: skip
def test_a_changed_citation_says_what_to_write_and_where(pull, old: str, new: str, hint: str) -> None:
    plan = pull(typed(old, new))

    assert [(ruling.state, ruling.hint) for ruling in plan.rulings] == [("refused", hint)]


def test_a_reference_that_was_added_belongs_into_the_bibliography(pull) -> None:
    plan = pull(
        lambda root: paragraph(root, "2 Wilson").addnext(new_paragraph("3 Smith J. A third work. J C 2010"))
    )

    assert [(ruling.state, "refs.bib" in ruling.hint) for ruling in plan.rulings] == [("refused", True)]


@pytest.mark.parametrize(("old", "new"), [("was dark", "of this tumour was pale"), ("The tumor", "A tumour")])
def test_what_is_typed_in_the_other_spelling_has_its_place(pull, old: str, new: str) -> None:
    plan = pull(typed(old, new))

    assert plan.files == {"manuscript/more.md": source("more.md").replace(old, new)}


def test_words_and_figures_that_were_rewritten_together_are_told_apart(pull) -> None:
    plan = pull(
        typed(
            "leukocytes 6800 /μL with a count of 6460 /μL neutrophils",
            "white cells 7800 /μL, of which 6560 /μL were neutrophils",
        )
    )

    assert set(states(plan)) == {"placed"}
    assert "leukocytes: 7800 /µL\n    neutrophils: 6560 /µL" in plan.files["manuscript/case.yaml"]
    assert (
        "white cells {{ lab.leukocytes }}, of\nwhich {{ lab.neutrophils }} were neutrophils"
        in plan.files["manuscript/case.md"]
    )


def test_a_longer_figure_is_not_the_shorter_one_with_a_digit_before_it(pull) -> None:
    plan = pull(typed("lived for 7.1 mo at most", "survived within 17.1 mo"))

    assert plan.facts[0].written == "17.1 months"
    assert "survived within {{ studies.lee2007.median_survival }}." in plan.files["manuscript/discussion.md"]


def test_a_figure_that_may_be_another_one_is_left_to_a_person_with_all_that_was_rewritten(pull) -> None:
    plan = pull(typed("saw it in 13 patients, who lived for 7.1 mo at most", "gave them 7.2 mo at most"))

    assert states(plan) == ["unplaced"]
    assert "which figure is which" in plan.rulings[0].reason
    assert plan.files == {}


def both_sides(root: Element) -> None:
    say(root, "arm was weak", "arm was strong")
    say(root, "leg was weak", "leg was strong")


def test_words_of_a_loop_are_placed_where_all_that_it_prints_was_edited_alike(pull) -> None:
    plan = pull(both_sides)

    assert states(plan) == ["placed", "placed"]
    assert plan.files == {"manuscript/case.md": CASE.replace("was weak", "was strong")}


def test_words_of_a_loop_that_were_edited_in_different_ways_are_refused(pull) -> None:
    plan = pull(typed("arm was weak", "arm was strong"), typed("leg was weak", "leg was limp"))

    assert states(plan) == ["refused", "refused"]
    assert plan.files == {}


def test_a_paragraph_from_two_files_is_removed_from_both(pull) -> None:
    def change(root: Element) -> None:
        gone = paragraph(root, "The patient was")
        gone.getparent().remove(gone)

    plan = pull(change)

    assert states(plan) == ["placed"]
    assert "Blood tests" not in plan.files["manuscript/case.md"]
    assert plan.files["manuscript/more.md"].strip() == ""


def test_new_items_and_rows_are_lines_of_their_list_and_table(pull) -> None:
    def change(root: Element) -> None:
        item = paragraph(root, "second question")
        row = next(row for row in root.iter(W + "tr") if words(row).startswith("Leukocytes"))
        for element, texts in ((item, ["a third | one"]), (row, ["Platelets", "many"])):
            new = copy.deepcopy(element)
            for mark in [*new.iter(W + "bookmarkStart"), *new.iter(W + "bookmarkEnd")]:
                mark.getparent().remove(mark)
            for cell, text in zip(list(new.iter(W + "p")), texts, strict=True):
                say(cell, words(cell), text)
            element.addnext(new)

    plan = pull(change)

    written = source("discussion.md").replace("second question\n", "second question\n- a third \\| one\n")
    assert plan.files == {"manuscript/discussion.md": f"{written}| Platelets | many |\n"}


def test_a_row_that_was_taken_out_is_taken_out_of_its_table(pull) -> None:
    def change(root: Element) -> None:
        row = next(row for row in root.iter(W + "tr") if words(row).startswith("Leukocytes"))
        row.getparent().remove(row)

    plan = pull(change)

    assert states(plan) == ["placed"], plan.rulings
    gone = "| Leukocytes | {{ labs.emergency.leukocytes }} |\n"
    assert (
        plan.files["manuscript/discussion.md"].rstrip() == source("discussion.md").replace(gone, "").rstrip()
    )


def moved_to_the_end(root: Element) -> None:
    gone = paragraph(root, "Few reports")
    paragraph(root, "This is the last").addnext(gone)


AGAIN = {
    "words beside an edit that is refused, and beside their like": [
        typed("grow fast", "grow very fast"), typed("rare[1]", "rare[2]"), typed("they are found", "are found"),
        typed("and MRI is quick", "and and MRI is quick"), typed("exist[2]", "exist[1]"),
    ],
    "a paragraph moved, and markup": [
        moved_to_the_end, typed("grow fast", "grow ^up^ ~down~ fast"), typed("rare[1]", "rare[2]"),
    ],
    "a loop, first words, a citation, words and figures": [
        both_sides, typed("Peer review: to be written by the reviewers", "Peer review: good"),
        typed("count of 6460 /μL neutrophils", "6560 /μL being neutrophils"),
        typed("in short.", "in short (Lee 2007)."), typed("saw it in 13", "saw this in 14"),
    ],
}  # fmt: skip


@pytest.mark.parametrize("changes", AGAIN.values(), ids=AGAIN)
def test_pulled_again_after_its_edits_were_made_a_file_changes_nothing_more(
    tmp_path: Path, pandoc: Pandoc, office: tuple[Path, bytes], changes: list[Change]
) -> None:
    folder = write_project(tmp_path / "case")
    for name, text in MORE.items():
        (folder / name).write_text(text, "utf-8")
    sent = send(folder, pandoc)
    (folder / "back.docx").write_bytes(
        edited(sent, lambda root: [change(root) for change in changes] and None)
    )
    first = make_plan(folder, [folder / "back.docx"], pandoc)
    assert first.files
    for name, text in first.files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")

    again = make_plan(folder, [folder / "back.docx"], pandoc)

    assert again.files == {}
    assert again.counts == first.counts


def test_the_next_word_file_says_what_the_co_author_wrote(tmp_path: Path, pandoc: Pandoc) -> None:
    folder = write_project(tmp_path / "case")
    for name, text in MORE.items():
        (folder / name).write_text(text, "utf-8")
    sent = send(folder, pandoc)

    def change(root: Element) -> None:
        say(root, "grow fast", "grow very fast")
        moved_to_the_end(root)
        both_sides(root)
        say(root, "count of 6460 /μL neutrophils", "6560 /μL being neutrophils")
        paragraph(root, "We discuss").addnext(new_paragraph("A new paragraph, of a co-author."))

    back = edited(sent, change)
    (folder / "back.docx").write_bytes(back)
    for name, text in make_plan(folder, [folder / "back.docx"], pandoc).files.items():
        (folder / name).write_text(text, "utf-8")

    follows = [line.replace("6460", "6560").replace("95%", "96%") for line in said(back)]  # other places
    assert said(send(folder, pandoc)) == follows


def said(docx: bytes) -> list[str]:
    """The paragraphs of a Word file; citations are numbered anew where a paragraph moved."""
    found: list[str] = []
    edited(docx, lambda root: found.extend(filter(None, map(words, root.iter(W + "p")))))
    listed = [re.sub(r"\[\d\]", "[n]", line) for line in found]
    return [line for line in listed if not re.match(r"\d ", line)]
