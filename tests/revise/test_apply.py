"""Writing a plan: all of it or nothing."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from casewright.arguments import parser
from casewright.cli import main
from casewright.commands.project import require_project
from casewright.errors import InputError
from casewright.revise import together
from casewright.revise.apply import BACKUPS, apply_changes
from casewright.revise.together import RECORD


def write_two(project: Path) -> Path:
    (project / "manuscript").mkdir()
    (project / "manuscript/one.md").write_bytes(b"one\n")
    (project / "manuscript/two.md").write_bytes(b"\xef\xbb\xbftwo\r\nlines\r\n")
    return project


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_two(tmp_path)


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


KILLED = """
import os, sys
from pathlib import Path
from casewright.revise.apply import apply_changes
left, root, kinds = [0], [""], ("open", "os.", "shutil.")
def watch(event, arguments):
    if root[0] and event.startswith(kinds) and any(str(a).startswith(root[0]) for a in arguments):
        left[0] -= 1
        if left[0] < 0:
            os._exit(9)
sys.addaudithook(watch)
before = {"manuscript/one.md": "one\\n", "manuscript/two.md": "two\\nlines\\n", "reviews/a.yaml": ""}
after = {"manuscript/one.md": "1\\n", "manuscript/two.md": "2\\nlines\\n", "reviews/a.yaml": "comments: []\\n"}
for number, project in enumerate(sys.argv[1:]):
    child = os.fork()
    if not child:
        left[0], root[0] = number, project
        apply_changes(Path(project), after, before)
        os._exit(0)
    os.waitpid(child, 0)
"""
CALLS = 120  # more calls of the file system than a pull of three files makes


def sources(folder: Path) -> tuple[bytes, bytes, bool]:
    return (*state(folder), (folder / "reviews/a.yaml").exists())


@pytest.fixture(scope="module")
def killed(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Projects whose pull was killed at the first, the second, ... of its calls of the file system, until it ended."""
    projects = [write_two(tmp_path_factory.mktemp("killed")) for _ in range(CALLS)]
    subprocess.run([sys.executable, "-c", KILLED, *map(str, projects)], check=True)
    assert sources(projects[-1]) == (*NEW, True)
    assert not list(projects[-1].glob("build/backup/*/new"))
    return projects


def copied(project: Path, to: Path) -> Path:
    return Path(shutil.copytree(project, to))


def test_killed_at_any_call_of_the_file_system_the_sources_are_the_old_or_the_new(
    killed: list[Path], tmp_path: Path
) -> None:
    seen = []
    for number, stopped in enumerate(killed):
        project = copied(stopped, tmp_path / str(number))
        told = (project / RECORD).exists()
        found = sources(project)
        assert told or found in ((*OLD, False), (*NEW, True)), number  # whoever reads them is told
        require_project(project)
        assert sources(project) == ((*NEW, True) if told else found), number
        assert not (project / RECORD).exists()
        seen.append((told, found))

    assert {told for told, _ in seen} == {True, False}
    assert {found for told, found in seen if told} >= {(*OLD, False), (NEW[0], OLD[1], False), (*NEW, False)}


@pytest.fixture
def stopped(killed: list[Path], tmp_path: Path) -> Path:
    """A project whose pull was killed after the first of its files was replaced."""
    found = next(one for one in killed if (one / RECORD).exists() and state(one) == (NEW[0], OLD[1]))
    return copied(found, tmp_path / "stopped")


def test_a_stopped_pull_says_in_sight_what_to_do(stopped: Path) -> None:
    assert "casewright check" in (stopped / RECORD).read_text("utf-8")


def test_every_command_that_takes_a_project_finishes_a_stopped_pull_first(stopped: Path) -> None:
    (stopped / "manuscript/case.yaml").write_text("no: case\n", "utf-8")  # nothing is done with it afterwards
    taking = [
        (name, list(words))
        for name, *words in (
            ("build", stopped),
            ("check", stopped),
            ("checklist", stopped),
            ("journals", stopped),
            ("pack", stopped),
            ("pull", "none.docx", "--project", stopped),
            ("revision", "none.docx", "--project", stopped),
            ("timeline", stopped),
            ("trace", "age", "--project", stopped),
        )
    ]
    assert {name for name, _ in taking} == {
        name
        for name, command in parser()._subparsers._group_actions[0].choices.items()
        if {"project", "targets"} & {action.dest for action in command._actions}
    }
    between = {file: file.read_bytes() for file in stopped.rglob("*") if file.is_file()}
    for name, words in taking:
        for file, data in between.items():
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)

        main([name, *map(str, words)])

        assert state(stopped) == NEW, name
        assert not (stopped / RECORD).exists(), name


def test_what_was_changed_after_a_pull_was_stopped_stays_and_is_told_once(stopped: Path) -> None:
    (stopped / "manuscript/two.md").write_bytes(b"mine\n")

    with pytest.raises(InputError, match="left as it is"):
        require_project(stopped)

    assert state(stopped) == (NEW[0], b"mine\n")
    assert [file.read_bytes() for file in stopped.glob("build/backup/*/new/manuscript/two.md")] == [NEW[1]]
    require_project(stopped)
    assert state(stopped) == (NEW[0], b"mine\n")


@pytest.mark.parametrize(
    "record",
    [
        b"",
        b"[]",
        b'{"backup": "build", "files": {}}',
        b'{"backup": "build", "files": {"manuscript/one.md": 1}}',
        b'{"backup": "build", "files": {"../one.md": ["", "x"]}}',
        b'{"backup": "build", "files": {"/one.md": ["", "x"]}}',
        b'{"backup": "build", "files": {"": ["", "x"]}}',
        b'{"backup": "build", "files": {"manuscript/../../one.md": ["", "x"]}}',
        b'{"backup": "../..", "files": {"manuscript/one.md": ["", "x"]}}',
        b'{"backup": "build", "files": {"pyproject.toml": ["", "x"]}}',
        b'{"backup": "build", "files": {"manuscript/new.md": ["", "x"]}}',
    ],
)
def test_a_record_that_casewright_did_not_write_moves_nothing(folder: Path, record: bytes) -> None:
    (folder / RECORD).write_bytes(record)

    with pytest.raises(InputError, match="cannot be used"):
        require_project(folder)

    assert state(folder) == OLD


def test_a_disk_that_refuses_in_the_middle_leaves_the_sources_as_they_were(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    move, calls = together._move, []

    def refusing(staged: Path, target: Path) -> None:
        calls.append(target)
        if len(calls) == 2:
            raise OSError(13, "Permission denied", str(target))
        move(staged, target)

    monkeypatch.setattr(together, "_move", refusing)

    with pytest.raises(InputError, match="permission denied"):
        apply_changes(folder, AFTER, BEFORE)

    assert state(folder) == OLD
    assert not (folder / RECORD).exists()


def test_a_backup_on_another_disk_is_copied_to_the_file_first(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rename = Path.replace

    def one_disk(self: Path, target: Path) -> Path:
        if "new" in self.parts and self.suffix == ".md":
            raise OSError(18, "Invalid cross-device link")
        return rename(self, target)

    monkeypatch.setattr(Path, "replace", one_disk)

    apply_changes(folder, AFTER, BEFORE)

    assert state(folder) == NEW
    assert not list(folder.glob("manuscript/.*"))


def test_a_link_out_of_the_project_is_refused(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("outside") / "two.md"
    outside.write_bytes(OLD[1])
    (folder / "manuscript/two.md").unlink()
    (folder / "manuscript/two.md").symlink_to(outside)

    with pytest.raises(InputError, match="outside of the project"):
        apply_changes(folder, AFTER, BEFORE)

    assert state(folder) == OLD


def test_a_full_disk_leaves_the_sources_as_they_were(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(together, "write_flushed", full)

    with pytest.raises(InputError, match="no space left"):
        apply_changes(folder, AFTER, BEFORE)

    assert state(folder) == OLD


def test_backups_of_one_second_do_not_overwrite_one_another(folder: Path) -> None:
    first = apply_changes(folder, AFTER, BEFORE)
    second = apply_changes(folder, BEFORE, AFTER)

    assert first != second
    assert {path.name for path in (folder / BACKUPS).iterdir()} == {first.name, second.name}
