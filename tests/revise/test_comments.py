"""Comments that co-authors made in Word, and what is kept of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.revise.loop import MAIN, Element, W, edited, no_change, paragraph, send, write_project

from casewright.document.pandoc import Pandoc
from casewright.document.reviews import load_reviews
from casewright.errors import InputError
from casewright.revise.plan import Plan
from casewright.revise.pull import make_plan

COMMENTS = f"""<w:comments xmlns:w="{MAIN}" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml">
<w:comment w:id="4" w:author="Dr. A" w:date="2026-11-02T10:00:00Z"><w:p w14:paraId="00000001"><w:r>
<w:t>Really {{{{ so }}}}?</w:t></w:r></w:p></w:comment>
<w:comment w:id="5" w:author="Dr. B" w:date="2026-11-03T10:00:00Z"><w:p w14:paraId="00000002"><w:r>
<w:t>Yes.</w:t></w:r></w:p></w:comment></w:comments>"""
THREADS = """<w15:commentsEx xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml">
<w15:commentEx w15:paraId="00000001" w15:done="0"/>
<w15:commentEx w15:paraId="00000002" w15:paraIdParent="00000001" w15:done="0"/></w15:commentsEx>"""


def comment(root: Element) -> None:
    """Set comments 4 and 5 on the first run of a paragraph."""
    run = next(paragraph(root, "This is the last").iter(W + "r"))
    for identifier in ("4", "5"):
        for name, add in (("commentRangeStart", run.addprevious), ("commentRangeEnd", run.addnext)):
            mark = run.makeelement(W + name)
            mark.set(W + "id", identifier)
            add(mark)


@pytest.fixture
def folder(tmp_path: Path, pandoc: Pandoc) -> Path:
    folder = write_project(tmp_path / "case")
    parts = {"word/comments.xml": COMMENTS, "word/commentsExtended.xml": THREADS}
    (folder / "back.docx").write_bytes(edited(send(folder, pandoc), comment, parts))
    return folder


def kept(folder: Path, pandoc: Pandoc) -> Plan:
    """Pull the file, and write the comments that it brings."""
    plan = make_plan(folder, [folder / "back.docx"], pandoc)
    for name, text in plan.reviews.items():
        file = folder / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, "utf-8")
    return plan


def test_comments_are_gathered_with_author_date_place_and_thread(folder: Path, pandoc: Pandoc) -> None:
    plan = kept(folder, pandoc)

    (known,) = load_reviews(folder)
    assert plan.rulings == ()
    assert (known.author, known.date, known.text) == ("Dr. A", "2026-11-02T10:00:00Z", "Really {{ so }}?")
    assert known.quote == "This is the last paragraph of the introduction."
    assert (known.section, known.place) == ("INTRODUCTION", "manuscript/introduction.md:6")
    assert [(reply.author, reply.text) for reply in known.replies] == [("Dr. B", "Yes.")]


def test_comments_come_back_in_the_next_word_file_and_are_known_again(folder: Path, pandoc: Pandoc) -> None:
    kept(folder, pandoc)
    (folder / "back.docx").write_bytes(send(folder, pandoc))

    again = make_plan(folder, [folder / "back.docx"], pandoc)

    assert [(one.author, one.quote) for one in again.comments] == [
        ("Dr. A", "This is the last paragraph of the introduction.")
    ]
    assert again.comments[0].replies[0].text == "Yes."
    assert again.reviews == {}


def test_a_resolved_comment_is_left_out_of_the_next_word_file(folder: Path, pandoc: Pandoc) -> None:
    (name, text), *_ = kept(folder, pandoc).reviews.items()
    (folder / name).write_text(text.replace("resolved: false", "resolved: yes"), "utf-8")

    (folder / "back.docx").write_bytes(send(folder, pandoc))

    assert make_plan(folder, [folder / "back.docx"], pandoc).comments == ()


def test_a_reply_whose_thread_was_lost_is_no_new_comment(folder: Path, pandoc: Pandoc) -> None:
    kept(folder, pandoc)
    docx = edited((folder / "back.docx").read_bytes(), no_change, {"word/commentsExtended.xml": "<x/>"})
    (folder / "back.docx").write_bytes(docx)

    assert make_plan(folder, [folder / "back.docx"], pandoc).reviews == {}


@pytest.mark.parametrize("text", ["comments: 3", "- x\n- [", "comments:\n  - author: nobody", "\x00"])
def test_a_file_of_comments_that_is_none_is_refused_with_its_name(folder: Path, text: str) -> None:
    (folder / "reviews").mkdir()
    (folder / "reviews/broken.yaml").write_text(text, "utf-8")

    with pytest.raises(InputError, match=r"reviews/broken\.yaml"):
        load_reviews(folder)
