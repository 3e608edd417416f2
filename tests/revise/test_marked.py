"""A marked manuscript: what is tracked, and that it is valid. That it says both texts is proven in each test."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from word_files import W, docx, fact, note, paragraph, part, picture, run, said, table

from casewright.errors import InputError
from casewright.revise.marked import Marked, mark
from casewright.revise.marked_proof import unproven
from casewright.revise.marked_settled import settled

LONG = "The patient came to the hospital in the night because of sudden weakness of both of his legs."
OTHER = "Magnetic resonance imaging of the spine was done at once and showed one lesion in the cord."


def marked(old: bytes, new: bytes) -> Marked:
    """A marked file that is proven to say both texts."""
    made = mark(old, new, "old.docx", "Authors", "2026-01-31T00:00:00Z")
    assert unproven(made.docx, old, new, "marked.docx") == ()
    return made


def tracked(made: Marked, tag: str, name: str = "word/document.xml") -> list[str]:
    """The texts of the tracked changes of one kind."""
    texts = (
        "".join(t.text or "" for t in change.iter(W + "t", W + "delText"))
        for change in part(made.docx, name).iter(W + tag)
    )
    return [text for text in texts if text]


def ends(made: Marked) -> list[str]:
    """How the end of each paragraph changed, "" of one that did not."""
    found = []
    for each in part(made.docx).iter(W + "p"):
        change = each.find(f"{W}pPr/{W}rPr")
        found.append("" if change is None else change[0].tag.removeprefix(W))
    return found


def test_a_changed_word_is_one_deletion_and_one_insertion():
    made = marked(docx("The leg was weak."), docx("The arm was weak."))

    assert tracked(made, "del") == ["leg"]
    assert tracked(made, "ins") == ["arm"]
    assert made.changes == 2
    assert said(settled(made.docx, accept=True)) == ["The arm was weak."]
    assert said(settled(made.docx, accept=False)) == ["The leg was weak."]


def test_equal_texts_have_no_changes():
    assert marked(docx(LONG, OTHER), docx(LONG, OTHER)).changes == 0


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ((LONG,), (LONG, OTHER), ["ins", ""]),
        ((LONG, OTHER), (LONG,), ["del", ""]),
        ((OTHER,), (LONG, OTHER), ["ins", ""]),
        ((LONG, OTHER), (OTHER,), ["del", ""]),
    ],
    ids=["added at the end", "removed at the end", "added at the start", "removed at the start"],
)
def test_a_whole_paragraph_is_tracked_with_its_end_and_the_last_end_stays(old, new, expected):
    assert ends(marked(docx(*old), docx(*new))) == expected


def test_a_split_paragraph_has_one_new_end_and_a_joined_one_a_deleted_end():
    apart, together = docx(LONG, OTHER), docx(f"{LONG} {OTHER}")

    assert ends(marked(together, apart)) == ["ins", ""]
    assert ends(marked(apart, together)) == ["del", ""]
    assert tracked(marked(together, apart), "ins") == []


def test_a_moved_paragraph_is_a_move_with_two_ranges_of_one_name():
    made = marked(docx(LONG, OTHER, "The end of it."), docx(OTHER, LONG, "The end of it."))

    assert tracked(made, "moveFrom") == tracked(made, "moveTo")
    assert len(tracked(made, "moveTo")) == 1
    root = part(made.docx)
    names = {root.find(f".//{W}{kind}RangeStart").get(W + "name") for kind in ("moveFrom", "moveTo")}
    assert len(names) == 1
    for kind in ("moveFrom", "moveTo"):
        starts, closes = (
            [e.get(W + "id") for e in root.iter(f"{W}{kind}Range{side}")] for side in ("Start", "End")
        )
        assert starts == closes


def test_a_paragraph_that_became_a_heading_keeps_its_old_properties():
    made = marked(docx("Discussion", LONG), docx(paragraph("Discussion", "Heading1"), LONG))

    properties = part(made.docx).find(f".//{W}pPr")
    assert properties.find(W + "pStyle").get(W + "val") == "Heading1"
    assert properties[-1].tag == W + "pPrChange"
    rejected = part(settled(made.docx, accept=False))
    assert rejected.find(f".//{W}pStyle") is None


def test_new_words_stand_in_no_content_control_and_unchanged_facts_keep_theirs():
    old = docx(
        paragraph(run("Count ") + fact("labs.a", "6800 /μL") + run(", dose ") + fact("dose", "5 mg", 8))
    )
    new = docx(
        paragraph(run("Count ") + fact("labs.a", "7200 /μL") + run(", dose ") + fact("dose", "5 mg", 8))
    )

    made = marked(old, new)

    controls = [tag.get(W + "val") for tag in part(made.docx).iter(W + "tag")]
    assert controls == ["dose"]
    assert part(made.docx).find(f".//{W}sdt/{W}sdtPr/{W}dataBinding") is not None
    assert tracked(made, "del") == ["6800 /μL"]
    assert tracked(made, "ins") == ["7200 /μL"]


def test_a_changed_cell_is_changed_inside_and_rows_come_and_go_as_rows():
    old = docx("Table", table([["Leukocytes", "6800"], ["Sodium", "140"], ["Potassium", "4.1"]]), "End")
    new = docx("Table", table([["Leukocytes", "7200"], ["Potassium", "4.1"], ["Creatinine", "1.5"]]), "End")

    made = marked(old, new)

    rows = [[child.tag.removeprefix(W) for child in pr] for pr in part(made.docx).iter(W + "trPr")]
    assert sorted(map(tuple, rows)) == [("del",), ("ins",)]
    assert "6800" in tracked(made, "del")
    assert "7200" in tracked(made, "ins")


@pytest.mark.parametrize(
    "blocks", [("A", "B"), (table([["x", "y", "z"]]),), ()], ids=["text", "other shape", "nothing"]
)
def test_a_table_may_take_the_place_of_anything(blocks):
    with_table = docx(LONG, table([["Leukocytes", "6800"]]), OTHER)
    without = docx(LONG, *blocks, OTHER)

    for old, new in ((with_table, without), (without, with_table)):
        assert marked(old, new).changes > 0


def test_the_words_of_a_footnote_are_tracked_in_the_footnote():
    old = docx(paragraph(run(LONG) + note(1)), notes=["From small studies only."])
    new = docx(paragraph(run(LONG) + note(1)), notes=["From large studies only."])

    made = marked(old, new)

    assert tracked(made, "del", "word/footnotes.xml") == ["small"]
    assert tracked(made, "ins", "word/footnotes.xml") == ["large"]
    assert tracked(made, "del") == []
    assert part(made.docx, "word/footnotes.xml").find(f".//{W}footnoteRef") is not None


def test_a_deleted_footnote_comes_along_and_footnotes_stand_in_the_order_of_their_calls():
    old = docx(paragraph(run(LONG) + note(1)), paragraph(run(OTHER) + note(2)), notes=["First.", "Second."])
    new = docx(LONG, paragraph(run(OTHER) + note(1)), notes=["Second."])

    made = marked(old, new)

    calls = [call.get(W + "id") for call in part(made.docx).iter(W + "footnoteReference")]
    notes = [one.get(W + "id") for one in part(made.docx, "word/footnotes.xml")]
    assert calls == notes == ["1", "2"]


def test_the_first_footnotes_of_a_manuscript_can_be_deleted_ones():
    old = docx(paragraph(run(LONG) + note(1)), notes=["First."])

    made = marked(old, docx(LONG))

    assert said(made.docx, "word/footnotes.xml")[-1] == "First."
    kinds = [r.get("Type").rpartition("/")[2] for r in part(made.docx, "word/_rels/document.xml.rels")]
    assert kinds.count("footnotes") == 1


def test_a_replaced_picture_keeps_the_old_one():
    old = docx(paragraph(picture("rId7")), LONG, media={"rId7": b"old"})
    new = docx(paragraph(picture("rId7")), LONG, media={"rId7": b"new"})

    made = marked(old, new)

    with zipfile.ZipFile(io.BytesIO(made.docx)) as archive:
        pictures = {archive.read(name) for name in archive.namelist() if "/media/" in name}
    assert pictures == {b"old", b"new"}
    deleted = next(part(made.docx).iter(W + "del"))
    assert deleted.find(f".//{W}drawing") is not None


def test_superscripts_are_another_word_than_plain_characters():
    old = docx(paragraph(run("m") + run("2") + run(" of skin")))
    new = docx(paragraph(run("m") + run("2", '<w:vertAlign w:val="superscript"/>') + run(" of skin")))

    assert tracked(marked(old, new), "ins") == ["2"]


def test_changes_that_are_tracked_in_the_old_file_count_as_accepted():
    insertion = f'<w:ins w:id="1" w:author="B" w:date="2026-01-01T00:00:00Z">{run("very ")}</w:ins>'
    old = docx(paragraph(run("It was ") + insertion + run("weak.")))

    assert marked(old, docx("It was very weak.")).changes == 0


def test_every_number_is_given_once_and_everybody_signs():
    made = marked(docx(LONG, OTHER, "Third part of it."), docx(OTHER, LONG + " More.", "Fourth part."))
    root = part(made.docx)

    changes = [e for e in root.iter() if isinstance(e.tag, str) and e.get(W + "author")]
    numbers = [e.get(W + "id") for e in changes]
    assert len(set(numbers)) == len(numbers) > 4
    assert {e.get(W + "author") for e in changes} == {"Authors"}
    assert {e.get(W + "date") for e in changes} == {"2026-01-31T00:00:00Z"}
    for deletion in root.iter(W + "del"):
        assert deletion.find(f".//{W}t") is None


def test_without_a_date_nothing_is_dated_and_the_bytes_are_the_same_each_time():
    texts = docx(LONG, OTHER), docx(LONG + " More.", OTHER)

    first, second = (mark(*texts, "old.docx", "Authors", "").docx for _ in range(2))

    assert first == second
    assert b"w:date" not in zipfile.ZipFile(io.BytesIO(first)).read("word/document.xml")


def test_python_docx_opens_it(tmp_path: Path):
    import docx as python_docx

    file = tmp_path / "marked.docx"
    file.write_bytes(marked(docx(LONG, OTHER), docx(OTHER, LONG, "New.")).docx)

    assert len(python_docx.Document(str(file)).paragraphs) >= 3


def test_a_damaged_old_file_is_refused_with_its_name():
    with pytest.raises(InputError, match=r"old\.docx"):
        mark(b"PK\x03\x04 no", docx(LONG), "old.docx", "Authors", "")


@pytest.mark.parametrize("tag", ["ins", "del"])
def test_the_proof_notices_a_change_that_is_not_tracked(tag: str):
    old, new = docx("The leg was weak.", OTHER), docx("The arm was weak.", OTHER)
    made = marked(old, new).docx
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    root = part(made)
    next(root.iter(W + tag)).clear()
    from lxml import etree

    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in (parts | {"word/document.xml": etree.tostring(root)}).items():
            archive.writestr(name, data)

    problems = unproven(buffer.getvalue(), old, new, "marked.docx")

    assert [("accepted" if tag == "ins" else "rejected") in p.message for p in problems] == [True]


WORDS = st.lists(
    st.sampled_from(["leg", "arm", "was", "weak", "and", "5", "mg", "."]), min_size=1, max_size=6
)
TEXT = WORDS.map(" ".join)
BLOCK = st.one_of(
    TEXT,
    TEXT,
    TEXT.map(lambda text: paragraph(text, "Heading1")),
    TEXT.map(lambda text: paragraph(run("It ") + fact("labs.a", text) + run(" end"))),
    st.lists(st.tuples(TEXT, TEXT), min_size=1, max_size=3).map(table),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(BLOCK, min_size=1, max_size=6), st.lists(BLOCK, min_size=1, max_size=6))
def test_any_two_texts_are_proven(old: list[str], new: list[str]):
    marked(docx(*old, "End."), docx(*new, "End."))
