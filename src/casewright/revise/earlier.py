"""The earlier manuscript that a revision is compared with: a Word file, a build that was kept, or a git revision."""

from __future__ import annotations

import io
import subprocess
import tarfile
import tempfile
from dataclasses import dataclass
from pathlib import Path

from casewright.document.build import build_document
from casewright.document.pandoc import Pandoc
from casewright.errors import InputError, Place, Problem
from casewright.pipeline import gather
from casewright.read.opening import load
from casewright.revise.sent import FOLDER, find_sent
from casewright.write.docx import write_docx

PARTS = ("manuscript", "templates", "refs.bib", "pyproject.toml")  # what a manuscript is made from
LONGEST_GIT = 60  # seconds


@dataclass(frozen=True, slots=True)
class Earlier:
    """The Word file as it was, and what to call it."""

    docx: bytes
    name: str


def find_earlier(project: Path, asked: str, journal: str, pandoc: Pandoc) -> Earlier:
    """What `asked` names, looked for in this order: a file, the id of a kept build, a git revision of the project.

    Raises InputError where it names nothing, or nothing that can be used.
    """
    if Path(asked).is_file():
        return Earlier(load(Path(asked)), asked)
    for build in _kept(project, asked):
        return Earlier(load(project / FOLDER / build / "manuscript.docx"), f"build {build}")
    commit = _commit(project, asked)
    if commit:
        return Earlier(_rebuilt(project, commit, journal, pandoc), f"revision {asked}")
    hint = f"name the .docx that was sent, a build under {FOLDER}, or a git revision such as HEAD~1 or a tag"
    raise InputError(Problem(f"“{asked}” is no file, no build that was kept and no git revision", hint))


def _kept(project: Path, asked: str) -> list[str]:
    """The kept build with this id, or the only one whose id begins so."""
    folder = project / FOLDER
    if len(asked) < 6 or not asked.isalnum() or not folder.is_dir():
        return []
    builds = [entry.name for entry in folder.iterdir() if entry.name.startswith(asked)]
    return builds if len(builds) == 1 and find_sent(project, builds[0]) else []


def _git(project: Path, *words: str) -> bytes | None:
    """What git answers in the project's folder; None where it refuses, or is not there."""
    try:
        answer = subprocess.run(
            ["git", "-C", str(project), *words], capture_output=True, check=False, timeout=LONGEST_GIT
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return answer.stdout if answer.returncode == 0 else None


def _commit(project: Path, asked: str) -> str:
    answer = _git(project, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{asked}^{{commit}}")
    return answer.decode().strip() if answer else ""


def _rebuilt(project: Path, commit: str, journal: str, pandoc: Pandoc) -> bytes:
    """The Word file that today's casewright makes of the sources of a commit."""
    listed = (_git(project, "ls-tree", "--name-only", commit) or b"").decode().split("\n")
    archive = _git(
        project, "archive", "--format=tar", commit, "--", *(part for part in PARTS if part in listed)
    )
    if "manuscript" not in listed or archive is None:
        hint = "name a revision in which this folder held a case project"
        raise InputError(
            Problem(f"there is no manuscript in revision {commit[:12]}", hint, Place(str(project)))
        )
    with tempfile.TemporaryDirectory(prefix="casewright-") as folder:
        with tarfile.open(fileobj=io.BytesIO(archive)) as packed:
            packed.extractall(folder, filter="data")
        try:
            return current(Path(folder), journal, pandoc)
        except InputError as fault:
            hint = "name the .docx of that time instead"
            problems = [Problem(f"revision {commit[:12]} cannot be built any more: {fault.problems[0].message}", hint,
                                fault.problems[0].place), *fault.problems[1:]]  # fmt: skip
            raise InputError(problems) from fault


def current(project: Path, journal: str, pandoc: Pandoc) -> bytes:
    """The Word file of a project as it is. Raises InputError as a build does."""
    sources = gather(project, journal)
    document = build_document(
        sources.rendered, sources.case, sources.profile, sources.bibliography, pandoc, project / "manuscript"
    )
    return write_docx(document, sources.profile, sources.images)
