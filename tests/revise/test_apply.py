"""Writing a plan: all of it or nothing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from casewright.errors import InputError
from casewright.revise import apply
from casewright.revise.apply import BACKUPS, MARKER, apply_changes, recover


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "manuscript").mkdir()
    (tmp_path / "manuscript/one.md").write_bytes(b"one\n")
    (tmp_path / "manuscript/two.md").write_bytes(b"\xef\xbb\xbftwo\r\nlines\r\n")
    return tmp_path


BEFORE = {"manuscript/one.md": "one\n", "manuscript/two.md": "two\nlines\n"}
AFTER = {"manuscript/one.md": "1\n", "manuscript/two.md": "2\nlines\n"}


def state(folder: Path) -> tuple[bytes, bytes]:
    return (folder / "manuscript/one.md").read_bytes(), (folder / "manuscript/two.md").read_bytes()


OLD = (b"one\n", b"\xef\xbb\xbftwo\r\nlines\r\n")
NEW = (b"1\n", b"\xef\xbb\xbf2\r\nlines\r\n")


def test_files_keep_their_line_ends_and_the_backup_keeps_the_files(folder: Path) -> None:
    backup = apply_changes(folder, AFTER, BEFORE)

    assert state(folder) == NEW
    assert (backup / "old/manuscript/two.md").read_bytes() == OLD[1]


def test_a_new_file_is_made(folder: Path) -> None:
    apply_changes(folder, {"reviews/a.yaml": "comments: []\n"}, {"reviews/a.yaml": ""})

    assert (folder / "reviews/a.yaml").read_text("utf-8") == "comments: []\n"


def test_a_file_that_changed_meanwhile_stops_everything(folder: Path) -> None:
    (folder / "manuscript/two.md").write_bytes(b"other\n")

    with pytest.raises(InputError, match="changed while"):
        apply_changes(folder, AFTER, BEFORE)

    assert state(folder) == (OLD[0], b"other\n")


@pytest.mark.parametrize("calls", range(12))
def test_killed_anywhere_the_sources_are_the_old_or_after_the_next_command_the_new(
    folder: Path, calls: int
) -> None:
    script = f"""
import os, shutil
from pathlib import Path
from casewright.revise import apply
left = [{calls}]
def counted(function):
    def call(*arguments, **named):
        if not left[0]:
            os._exit(9)
        left[0] -= 1
        return function(*arguments, **named)
    return call
apply._write = counted(apply._write)
apply._replace = counted(apply._replace)
apply.shutil.copyfile = counted(shutil.copyfile)
apply.apply_changes(Path({str(folder)!r}), {AFTER!r}, {BEFORE!r})
"""
    status = subprocess.run([sys.executable, "-c", script], check=False).returncode

    decided = (folder / MARKER).exists() or status == 0
    assert status in (0, 9)
    assert decided or state(folder) == OLD
    recover(folder)
    assert state(folder) == (NEW if decided else OLD)


def test_a_full_disk_leaves_the_sources_as_they_were(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(apply, "_write", full)

    with pytest.raises(InputError, match="no space left"):
        apply_changes(folder, AFTER, BEFORE)

    assert state(folder) == OLD


def test_backups_of_one_second_do_not_overwrite_one_another(folder: Path) -> None:
    first = apply_changes(folder, AFTER, BEFORE)
    second = apply_changes(folder, BEFORE, AFTER)

    assert first != second
    assert {path.name for path in (folder / BACKUPS).iterdir()} == {first.name, second.name}
