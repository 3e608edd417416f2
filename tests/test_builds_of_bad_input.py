"""Whatever is wrong with the input, a build says so with its place, keeps the promised status, and harms nothing."""

from __future__ import annotations

import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from casewright.cli import main

GOOD = b"the last good output"


@dataclass(frozen=True)
class Bad:
    """One kind of bad input: what to do to a good project, and what the build has to say of it."""

    name: str
    spoil: Callable[[Path], object]
    says: str  # a pattern
    status: int = 2

    def __str__(self) -> str:
        return self.name


def put(file: str, text: str | bytes) -> Callable[[Path], object]:
    """The file holds this and nothing else."""
    data = text if isinstance(text, bytes) else text.encode()
    return lambda project: (project / file).write_bytes(data)


def swap(file: str, old: str, new: str) -> Callable[[Path], object]:
    """The first `old` in the file is `new`."""

    def spoil(project: Path) -> None:
        text = (project / file).read_text("utf-8")
        assert old in text, (file, old)
        (project / file).write_text(text.replace(old, new, 1), "utf-8")

    return spoil


def add(file: str, text: str) -> Callable[[Path], object]:
    """The file ends with this as well."""
    return lambda project: (project / file).write_text((project / file).read_text("utf-8") + text, "utf-8")


def drop(path: str) -> Callable[[Path], object]:
    """The file or folder is gone."""

    def spoil(project: Path) -> None:
        target = project / path
        shutil.rmtree(target) if target.is_dir() else target.unlink()

    return spoil


CASE, STUDIES, PROSE, REFS = (
    "manuscript/case.yaml",
    "manuscript/studies.yaml",
    "manuscript/discussion.md",
    "refs.bib",
)

KINDS = [
    Bad("broken YAML", add(CASE, "\n  : [\n"), r"case\.yaml:\d+:\d+: "),
    Bad("a tab in the YAML", swap(CASE, "  age:", "\tage:"), r"case\.yaml:\d+:\d+: .*tab"),
    Bad("an unknown key", swap(CASE, "  age:", "  aeg:"), r"case\.yaml:\d+:\d+: .*`?aeg`?[\s\S]*did you mean `?age"),
    Bad("an unknown unit", swap(CASE, "6800 /µL", "6800 /µX"), r"case\.yaml:\d+:\d+: .*/µX"),
    Bad("a missing value", swap(CASE, "age: 45 years", "age:"), r"case\.yaml:\d+:\d+: "),
    Bad("a wrong type", swap(CASE, "age: 45 years", "age: [45]"), r"case\.yaml:\d+:\d+: "),
    Bad("no quantity where one is due", swap(CASE, "45 years", "middle-aged"), r"case\.yaml:\d+:\d+: .*middle-aged"),
    Bad("a key given twice", add(CASE, "\npatient:\n  age: 44 years\n"), r"case\.yaml:\d+:\d+: .*twice"),
    Bad("an alias in the YAML", swap(CASE, "age: 45 years", "age: &a 45 years"), r"case\.yaml:\d+:\d+: "),
    Bad("an empty case", put(CASE, ""), r"case\.yaml:1:1: .*empty"),
    Bad("a list for a case", put(CASE, "- age: 45 years\n"), r"case\.yaml:1:1: .*list"),
    Bad("a case that is not UTF-8", put(CASE, b"patient:\n  age: 45 ann\xe9es\n"), r"case\.yaml:2:\d+: .*UTF-8"),
    Bad("null bytes in the case", put(CASE, b"patient:\0\n"), r"case\.yaml:"),
    Bad("no case", drop(CASE), r"case\.yaml"),
    Bad("no manuscript folder", drop("manuscript"), r"no case project"),
    Bad("a folder for a case", lambda p: ((p / CASE).unlink(), (p / CASE).mkdir()), r"case\.yaml"),
    Bad("a broken study", add(STUDIES, "\nlee2007iscm:\n  n: many\n"), r"studies\.yaml:\d+:\d+: "),
    Bad("a range that runs backwards", swap(STUDIES, "4.2%-8.5%", "8.5%-4.2%"), r"studies\.yaml:\d+:\d+: .*range"),
    Bad("an undefined name", add(PROSE, "\n{{ patient.agee }}\n"), r"discussion\.md:\d+.*agee[\s\S]*patient\.age"),
    Bad("a template fault", add(PROSE, "\n{% if %}\n"), r"discussion\.md:\d+"),
    Bad("an unknown filter", add(PROSE, "\n{{ patient.age|wrods }}\n"), r"discussion\.md:\d+.*wrods[\s\S]*words"),
    Bad("reaching for Python", add(PROSE, "\n{{ ''.__class__.__mro__ }}\n"), r"discussion\.md:\d+"),
    Bad("a loop without end", add(PROSE, "\n{% for i in range(999999999) %}x{% endfor %}\n"), r"discussion\.md:\d+"),
    Bad("an include from outside", add(PROSE, "\n{% include '../../../../etc/passwd' %}\n"), r"discussion\.md:\d+"),
    Bad("a missing include", add(PROSE, "\n{% include 'manuscript/none.md' %}\n"), r"discussion\.md:\d+.*none"),
    Bad("prose that is not UTF-8", put(PROSE, b"caf\xe9\n"), r"discussion\.md"),
    Bad("a fact typed as a mark", add(PROSE, '\n[46]{.fact key="patient.age"}\n'), r"discussion\.md:\d+"),
    Bad("an unknown citation", add(PROSE, "\nAs shown [@lee2007]\n"), r"discussion\.md:\d+:\d+: [\s\S]*lee2007iscm"),
    Bad("citations joined by a comma", add(PROSE, "\nAs shown [@lee2007iscm, @wilson2012iscm]\n"),
        r"discussion\.md:\d+:\d+: brackets[\s\S]*\[@first; @second\]"),
    Bad("letters without a glyph", add(PROSE, "\nThe sign 漢 was seen.\n"), r"discussion\.md:\d+:\d+: .*漢"),
    Bad("an unknown figure", add(PROSE, "\nSee @fig:spin.A\n"), r"discussion\.md:\d+:\d+: .*spin[\s\S]*spine"),
    Bad("an unknown panel", add(PROSE, "\nSee @fig:spine.F\n"), r"discussion\.md:\d+:\d+: .*F"),
    Bad("raw HTML", add(PROSE, "\n<script>alert(1)</script>{=html}\n"), r"discussion\.md:\d+:\d+: raw markup"),
    Bad("a figure without its image", drop("manuscript/figures/spine-a.png"), r"case\.yaml:\d+:\d+: .*spine-a\.png"),
    Bad("an image from outside", swap(CASE, "figures/spine-a.png", "../../a.png"), r"case\.yaml:\d+:\d+: .*outside"),
    Bad("an image that is none", put("manuscript/figures/spine-a.png", "no image"), r"spine-a\.png"),
    Bad("an empty image", put("manuscript/figures/spine-a.png", ""), r"spine-a\.png"),
    Bad("a broken reference", add(REFS, "\n@article{x, title={\n"), r"refs\.bib:\d+: "),
    Bad("a reference given twice", add(REFS, "\n@article{lee2007iscm, title={A}}\n"), r"refs\.bib:\d+: .*twice"),
    Bad("references that are not UTF-8", put(REFS, b"@article{a, title={\xe9}}"), r"refs\.bib:1: .*UTF-8"),
    Bad("no references", drop(REFS), r"refs\.bib"),
    Bad("an unknown journal", swap("pyproject.toml", '["wjg"]', '["wjgg"]'), r"wjgg[\s\S]*wjg"),
    Bad("a configuration that is no TOML", add("pyproject.toml", "\n[[["), r"pyproject\.toml.*TOML"),
    Bad("journals that are no list", swap("pyproject.toml", '["wjg"]', "7"), r"pyproject\.toml.*list"),
    Bad("a broken profile", swap("templates/wjg/profile.yaml", "name:", "nmae:"), r"profile\.yaml:\d+"),
    Bad("a missing template", drop("templates/common/abstract.md"), r"abstract"),
    Bad("an acknowledgement without a reason", add("manuscript/acknowledged.yaml", "\n- code: CW204\n  quote: x\n"),
        r"acknowledged\.yaml:\d+"),
    Bad("a number typed by hand", add(PROSE, "\nIn 37 patients it was so.\n"), r"discussion\.md:\d+.*CW801", 1),
    Bad("a finding without an acknowledgement", put("manuscript/acknowledged.yaml", ""), r"CW204", 1),
]  # fmt: skip


@pytest.mark.parametrize("bad", KINDS, ids=str)
def test_bad_input_gets_a_clear_message_and_harms_nothing(
    bad: Bad, project: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    output = project / "build" / "wjg" / "manuscript.docx"
    output.parent.mkdir(parents=True)
    output.write_bytes(GOOD)
    bad.spoil(project)
    monkeypatch.chdir(project)

    status = main(["build"])

    said = "".join(capfd.readouterr())
    assert status == bad.status, said
    assert re.search(bad.says, said), said
    assert "Traceback" not in said
    assert "fault of its own" not in said
    assert (output.read_bytes() == GOOD) == (bad.status == 2)


def test_there_are_at_least_forty_kinds() -> None:
    assert len({bad.name for bad in KINDS if bad.status}) >= 40


def test_all_faults_of_a_file_come_in_one_run(project: Path, capfd: pytest.CaptureFixture[str]) -> None:
    for old, new in (("6800 /µL", "6800 /µX"), ("9.7 g/dL", "9.7 g/dX"), ("  sex:", "  sxe:")):
        swap(CASE, old, new)(project)

    assert main(["build", str(project)]) == 2
    said = capfd.readouterr().err
    assert all(word in said for word in ("/µX", "g/dX", "sxe"))


def test_a_file_where_the_build_folder_should_be_is_named(
    project: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (project / "build").write_text("in the way")

    assert main(["build", str(project)]) == 2
    assert "could not be written" in capfd.readouterr().err


@pytest.mark.parametrize(
    "after", [0.4, *(pytest.param(seconds, marks=pytest.mark.long) for seconds in (0.15, 0.7, 1.0))]
)
def test_a_kill_at_any_moment_leaves_the_old_outputs_or_the_new(project: Path, after: float) -> None:
    command = [sys.executable, str(project / "build.py"), "--force"]
    subprocess.run(command, cwd=project, check=True, capture_output=True)
    folder = project / "build" / "wjg"
    old = {path.name: path.read_bytes() for path in folder.iterdir()}
    swap(CASE, "9.7 g/dL", "9.8 g/dL")(project)

    process = subprocess.Popen(command, cwd=project, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(after)
    process.send_signal(signal.SIGKILL)
    process.wait()

    now = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert now == old or (now.keys() == old.keys() and b"9.8 g/dL" in now["facts.json"])
    subprocess.run(command, cwd=project, check=True, capture_output=True)
    assert b"9.8 g/dL" in (folder / "facts.json").read_bytes()
    assert [path.name for path in (project / "build").iterdir() if path.name.startswith(".wjg")] == []
