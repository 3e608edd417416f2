"""What is kept of every build."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from casewright.errors import InputError
from casewright.revise import sent
from casewright.revise.sent import FOLDER, find_sent, keep_sent

BUILD = "0f" * 32


@pytest.fixture
def files(tmp_path: Path) -> dict[str, Path]:
    (tmp_path / "a.md").write_text("words\n", "utf-8")
    (tmp_path / "b.png").write_bytes(b"image")
    return {"manuscript/a.md": tmp_path / "a.md", "manuscript/b.png": tmp_path / "b.png"}


def test_sources_come_back_as_they_were_without_images(tmp_path: Path, files: dict[str, Path]) -> None:
    keep_sent(tmp_path, "wjg", BUILD, b"docx", files)
    found = find_sent(tmp_path, BUILD)
    assert found is not None

    found.unpack(tmp_path / "out")

    assert found.journal == "wjg"
    assert (found.folder / "manuscript.docx").read_bytes() == b"docx"
    assert [p.relative_to(tmp_path / "out").as_posix() for p in (tmp_path / "out").rglob("*.*")] == [
        "manuscript/a.md"
    ]


def test_the_same_build_is_kept_in_the_same_bytes(tmp_path: Path, files: dict[str, Path]) -> None:
    for project in ("one", "two"):
        keep_sent(tmp_path / project, "wjg", BUILD, b"docx", files)

    one, two = ((tmp_path / p / FOLDER / BUILD / "sources.zip").read_bytes() for p in ("one", "two"))
    assert one == two


def test_only_the_last_builds_are_kept(
    tmp_path: Path, files: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sent, "MOST_KEPT", 3)

    for number in range(5):
        keep_sent(tmp_path, "wjg", f"{number}" * 64, b"docx", files)

    assert len(list((tmp_path / FOLDER).iterdir())) == 3


@pytest.mark.parametrize("build", ["", "../../etc", "f" * 64])
def test_an_id_that_names_no_build_finds_none(tmp_path: Path, build: str) -> None:
    assert find_sent(tmp_path, build) is None


def test_an_archive_that_reaches_outside_is_refused(tmp_path: Path, files: dict[str, Path]) -> None:
    keep_sent(tmp_path, "wjg", BUILD, b"docx", files)
    with zipfile.ZipFile(tmp_path / FOLDER / BUILD / "sources.zip", "a") as archive:
        archive.writestr("../../outside.md", "x")
    found = find_sent(tmp_path, BUILD)
    assert found is not None

    with pytest.raises(InputError, match="cannot be read"):
        found.unpack(tmp_path / "deep" / "out")

    assert not (tmp_path / "outside.md").exists()
