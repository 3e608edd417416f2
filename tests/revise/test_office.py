"""A file that went through LibreOffice, which writes every part of it anew."""

from __future__ import annotations

import subprocess
from pathlib import Path

from tests.conftest import required_tool
from tests.revise.loop import edited, say, send, tracked, write_project

from casewright.document.pandoc import Pandoc
from casewright.revise.pull import make_plan


def saved_by_office(file: Path, folder: Path) -> Path:
    """The file as LibreOffice saves it."""
    command = [
        required_tool("soffice"), f"-env:UserInstallation=file://{folder / 'profile'}",
        "--headless", "--convert-to", "docx", "--outdir", str(folder / "saved"), str(file),
    ]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return folder / "saved" / file.name


def test_saved_again_nothing_is_an_edit_and_edits_are_found(tmp_path: Path, pandoc: Pandoc) -> None:
    folder = write_project(tmp_path / "case")
    sent = send(folder, pandoc)
    (folder / "same.docx").write_bytes(sent)
    (folder / "other.docx").write_bytes(
        edited(
            sent,
            lambda root: (say(root, "Few reports", "No reports"), tracked(root, "second", "other", "Dr. Y")),
        )
    )

    same = make_plan(folder, [saved_by_office(folder / "same.docx", tmp_path)], pandoc)
    other = make_plan(folder, [saved_by_office(folder / "other.docx", tmp_path)], pandoc)

    assert same.rulings == ()
    assert [(r.edit.old.strip(), r.edit.new.strip(), r.edit.author, r.state) for r in other.rulings] == [
        ("Few", "No", "", "placed"),
        ("second", "other", "Dr. Y", "placed"),
    ]
