"""A project whose figure is the timeline that casewright draws: Word shows it as a picture, in every command."""

from __future__ import annotations

import io
import shutil
import zipfile
from pathlib import Path

import pytest
from tests.revise.loop import edited, say, send, write_project

from casewright.commands.revision import revision
from casewright.commands.timeline import timeline
from casewright.document.pandoc import Pandoc
from casewright.errors import InputError
from casewright.revise.pull import make_plan

EVENTS = """
timeline:
  onset: {event: onset of weakness}
  admission: {event: admission, after: onset, by: 5 d}
figures:
  timeline:
    A: {image: figures/timeline.svg, alt: "The course from the onset to the admission"}
"""


@pytest.fixture
def drawn(tmp_path: Path) -> Path:
    """A project with its timeline drawn and called."""
    folder = write_project(tmp_path)
    with (folder / "manuscript/case.yaml").open("a", encoding="utf-8") as file:
        file.write(EVENTS)
    with (folder / "manuscript/discussion.md").open("a", encoding="utf-8") as file:
        file.write("\nThe course is drawn (@fig:timeline).\n")
    timeline(folder, ())
    return folder


def test_a_revision_shows_the_drawing_as_a_picture(drawn: Path, pandoc: Pandoc) -> None:
    old = drawn / "old.docx"
    old.write_bytes(send(drawn, pandoc))
    text = (drawn / "manuscript/discussion.md").read_text("utf-8")
    (drawn / "manuscript/discussion.md").write_text(f"Words were put in. {text}", "utf-8")

    assert revision(drawn, str(old), pandoc=pandoc) == 0

    with zipfile.ZipFile(io.BytesIO((drawn / "build/wjg/marked.docx").read_bytes())) as marked:
        media = [marked.read(name) for name in marked.namelist() if name.startswith("word/media/")]
    assert [data[:8] for data in media] == [b"\x89PNG\r\n\x1a\n"]


def test_a_file_that_was_not_kept_is_compared_with_a_fresh_build(drawn: Path, pandoc: Pandoc) -> None:
    back = drawn / "back.docx"
    back.write_bytes(edited(send(drawn, pandoc), lambda root: say(root, "Few reports", "No reports")))
    shutil.rmtree(drawn / "build/sent")

    plan = make_plan(drawn, [back], pandoc)

    assert plan.counts["placed"] == 1
    assert "fresh build" in plan.remarks[0]


def test_a_file_of_another_project_is_said_to_be_of_another_manuscript(
    drawn: Path, tmp_path_factory: pytest.TempPathFactory, pandoc: Pandoc
) -> None:
    def other(root: object) -> None:
        for number, text in enumerate(root.iter("{*}t")):  # type: ignore[attr-defined]
            text.text = f"quite other words {number}"

    foreign = tmp_path_factory.mktemp("other") / "foreign.docx"
    foreign.write_bytes(edited(send(drawn, pandoc), other))
    shutil.rmtree(drawn / "build/sent")

    with pytest.raises(InputError, match="this is another manuscript"):
        make_plan(drawn, [foreign], pandoc)


def test_without_what_was_sent_the_journal_is_known_by_what_the_file_says(
    drawn: Path, pandoc: Pandoc
) -> None:
    back = drawn / "back.docx"
    back.write_bytes(send(drawn, pandoc))
    shutil.rmtree(drawn / "build/sent")
    (drawn / "pyproject.toml").write_text(
        '[tool.casewright.manuscript]\njournals = ["care", "wjg"]\n', "utf-8"
    )

    assert not any(make_plan(drawn, [back], pandoc).counts.values())
