"""The same input gives the same bytes: in another folder, on another day, under another locale and time zone."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

OTHER_DAY = """
import datetime, time
_real = time.time
time.time = lambda: _real() + 40 * 86400
time.time_ns = lambda: int(time.time() * 1e9)
class _Later(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return super().now(tz) + datetime.timedelta(days=40)
datetime.datetime = _Later
"""


def built(project: Path, *arguments: str, **environment: str) -> dict[str, bytes]:
    subprocess.run(
        [sys.executable, str(project / "build.py"), *arguments, "--force"],
        cwd=project.parent if arguments else project,
        check=True,
        capture_output=True,
        env={**os.environ, **environment},
    )
    folder = project / "build" / "wjg"
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_two_builds_in_two_folders_with_other_clocks_locales_and_zones_are_identical(
    project: Path, tmp_path: Path
) -> None:
    other = tmp_path / "another folder, with ümlaut" / "deeper"
    shutil.copytree(project, other)
    for path in other.rglob("*"):
        os.utime(path, (1_000_000_000, 1_000_000_000))
    clock = tmp_path / "clock"
    clock.mkdir()
    (clock / "sitecustomize.py").write_text(OTHER_DAY)

    here = built(project, LC_ALL="C.UTF-8", TZ="UTC", PYTHONHASHSEED="1")
    there = built(
        other,
        str(other),
        LC_ALL="tr_TR.UTF-8",
        LANG="ja_JP.UTF-8",
        TZ="Pacific/Auckland",
        PYTHONHASHSEED="2",
        PYTHONPATH=str(clock),
    )

    assert (
        here.keys()
        == there.keys()
        >= {"manuscript.docx", "manuscript.pdf", "manuscript.html", "manuscript.xml"}
    )
    assert [name for name in here if here[name] != there[name]] == []
