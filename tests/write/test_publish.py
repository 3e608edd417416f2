"""Outputs are replaced all together or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from casewright.errors import InputError
from casewright.write.publish import publish, recover


def names(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_a_new_set_replaces_the_old_one_whole(tmp_path: Path) -> None:
    folder = tmp_path / "build" / "wjg"
    publish(folder, {"manuscript.docx": b"1", "left.txt": b"x"})
    publish(folder, {"manuscript.docx": b"2", "media/a.png": b"3"})

    assert names(folder) == {"manuscript.docx", "media/a.png"}
    assert (folder / "manuscript.docx").read_bytes() == b"2"
    assert [path.name for path in folder.parent.iterdir()] == ["wjg"]


def test_a_full_disk_leaves_the_last_good_outputs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "wjg"
    publish(folder, {"a": b"good"})

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(InputError) as caught:
        publish(folder, {"a": b"new"})

    assert "no space left on device" in str(caught.value)
    assert "free some space" in str(caught.value)
    assert (folder / "a").read_bytes() == b"good"
    assert [path.name for path in tmp_path.iterdir()] == ["wjg"]


def test_a_folder_that_may_not_be_written_is_named_with_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "wjg"
    publish(folder, {"a": b"good"})

    def refused(_path: Path, _target: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "rename", refused)
    with pytest.raises(InputError, match="permission denied") as caught:
        publish(folder, {"a": b"new"})

    assert "close the file in Word" in str(caught.value)
    assert (folder / "a").read_bytes() == b"good"


def test_a_file_in_the_way_of_the_build_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "build").write_text("a file")

    with pytest.raises(InputError, match="could not be written") as caught:
        publish(tmp_path / "build" / "wjg", {"a": b"1"})

    assert str(tmp_path / "build" / "wjg") in str(caught.value)


@pytest.mark.parametrize("moment", ["while writing", "between the two renames", "before the old is removed"])
def test_what_a_kill_leaves_is_put_right_by_the_next_build(tmp_path: Path, moment: str) -> None:
    folder = tmp_path / "wjg"
    publish(folder, {"a": b"good"})
    new = tmp_path / ".wjg.new"
    old = tmp_path / ".wjg.old"
    if moment == "while writing":
        new.mkdir()
        (new / "a").write_bytes(b"ha")
    elif moment == "between the two renames":
        folder.rename(old)
        new.mkdir()
        (new / "a").write_bytes(b"whole")
    else:
        old.mkdir()

    recover(folder)

    assert (folder / "a").read_bytes() == b"good"
    assert [path.name for path in tmp_path.iterdir()] == ["wjg"]
