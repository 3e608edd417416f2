"""`casewright revision`: against a file, a kept build and a git revision of a project."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from casewright.cli import main
from casewright.commands.revision import revision
from casewright.document.pandoc import Pandoc
from casewright.errors import InputError
from casewright.read.docx import read_docx
from casewright.revise.earlier import current
from casewright.revise.marked_settled import settled
from casewright.revise.sent import keep_sent


def edit(project: Path) -> None:
    file = project / "manuscript" / "introduction.md"
    file.write_text(f"Metastases are feared. {file.read_text('utf-8')}", "utf-8")


def text(data: bytes) -> list[str]:
    return [block.text for _, block in read_docx(data, "x.docx").blocks()]


def test_an_earlier_file_gives_a_marked_one_that_is_both(project: Path, pandoc: Pandoc, capsys):
    old = current(project, "wjg", pandoc)
    (project / "old.docx").write_bytes(old)
    edit(project)

    status = revision(project, str(project / "old.docx"), date="2026-01-31", pandoc=pandoc)

    made = (project / "build" / "wjg" / "marked.docx").read_bytes()
    assert status == 0
    assert "that are tracked: 1;" in capsys.readouterr().out
    assert text(settled(made, accept=False)) == text(old)
    assert text(settled(made, accept=True)) == text(current(project, "wjg", pandoc))


def test_a_kept_build_is_found_by_the_beginning_of_its_id(project: Path, pandoc: Pandoc, capsys):
    keep_sent(project, "wjg", "0123456789abcdef", current(project, "wjg", pandoc), {})
    edit(project)

    assert revision(project, "01234567", pandoc=pandoc) == 0
    assert "since build 0123456789abcdef" in capsys.readouterr().out


def test_a_git_revision_is_built_again_and_the_reply_names_what_changed(project: Path, pandoc: Pandoc):
    for words in (
        ["init", "-q"],
        ["add", "-A"],
        ["-c", "user.name=A", "-c", "user.email=a@b", "commit", "-qm", "1"],
    ):
        subprocess.run(["git", "-C", str(project), *words], check=True)
    edit(project)
    letter = project / "letter.txt"
    letter.write_text("Reviewer 1\n1. Say more.\n", "utf-8")

    assert revision(project, "HEAD", reply=letter, pandoc=pandoc) == 0

    folder = project / "build" / "wjg"
    reply = (folder / "reply.md").read_text("utf-8")
    assert "> Say more." in reply
    assert "INTRODUCTION: new: “Metastases are feared." in reply
    assert read_docx((folder / "reply.docx").read_bytes(), "reply.docx").sections


def test_what_names_nothing_is_refused_with_what_can_be_named(project: Path, capsys):
    assert main(["revision", "no-such-thing", "--project", str(project)]) == 2
    said = capsys.readouterr().err
    assert "is no file, no build that was kept and no git revision" in said
    assert "HEAD~1" in said


@pytest.mark.parametrize("date", ["yesterday", "2026-13-01", "31.01.2026"])
def test_a_date_that_is_none_is_refused(project: Path, pandoc: Pandoc, date: str):
    with pytest.raises(InputError, match="is no date"):
        revision(project, "HEAD", date=date, pandoc=pandoc)
