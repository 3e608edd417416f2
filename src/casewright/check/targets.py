"""What `casewright check` was given: manuscript files and project folders, each read and checked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from casewright.check.baseline import load_baseline
from casewright.check.result import FileResult, Results, coverage_of
from casewright.check.rules.project.still_to_be_written import StillToBeWritten
from casewright.check.runner import check_document
from casewright.check.settings import Settings, load_settings, settings_for
from casewright.document.reading import Reading
from casewright.errors import InputError, Place, Problem

if TYPE_CHECKING:
    from casewright.journal.model import Profile

Builder = Callable[[Path], Reading]


def check_targets(
    targets: Sequence[Path],
    select: tuple[str, ...] = (),
    ignore: tuple[str, ...] = (),
    build: Builder | None = None,
    against: object = None,
    *,
    known: bool = True,
    journal: Profile | None = None,
) -> Results:
    """Check every target: a manuscript file, or a project folder that `build` turns into a reading.

    The settings are those of the project folder, or of the current one for a file; without `known`, no baseline
    covers anything. A target that cannot be used is among the results with its problems. `against` is the `Case`
    that files are held against, `journal` the one whose limits they have to keep. Raises `InputError` for
    settings that cannot be used.
    """

    def adapted(settings: Settings) -> Settings:
        settings = settings.with_arguments(select, ignore)
        return settings if known else replace(settings, baseline=None)

    own = adapted(load_settings(Path()))
    results = []
    for target in targets:
        try:
            if target.is_dir():
                results.append(_check_project(target, adapted, build))
            else:
                results.append(_check_file(target, own, against, journal))
        except InputError as fault:
            results.append(FileResult(str(target), problems=fault.problems))
    return Results(tuple(results))


def _check_project(
    folder: Path, adapted: Callable[[Settings], Settings], build: Builder | None
) -> FileResult:
    if build is None or not (folder / "manuscript").is_dir():
        hint = "name a manuscript file, or a folder that holds manuscript/case.yaml"
        raise InputError(Problem("is a folder, and not one of a case project", hint, Place(str(folder))))
    reading = build(folder)
    settings = settings_for(folder, reading.journal.id) if reading.journal else load_settings(folder)
    return judge(str(folder), reading, adapted(settings), folder)


def _check_file(file: Path, settings: Settings, against: object, journal: Profile | None) -> FileResult:
    from casewright.read import read_manuscript

    beside = file.with_name(file.name + ".acknowledged.yaml")
    if beside.is_file():
        settings = replace(settings, acknowledged=beside)
    elif settings.acknowledged:
        settings = replace(settings, stale=False)  # the entries may be about another file
    return judge(str(file), Reading(read_manuscript(file), project=against, journal=journal), settings)


def judge(path: str, reading: Reading, settings: Settings, folder: Path | None = None) -> FileResult:
    """The result for one reading. Where no section or no quantity was recognised, that is its problem.

    A project of which nothing is written yet has nothing to be recognised, and its findings say so.
    """
    findings = check_document(reading, settings, folder)
    if settings.baseline:
        findings = load_baseline(settings.baseline).cover(Path(path), findings)
    coverage = coverage_of(reading)
    problems: tuple[Problem, ...] = ()
    if coverage.is_empty and not any(finding.code == StillToBeWritten.code for finding in findings):
        what = "section" if not coverage.sections else "quantity"
        hint = "is it a case report in English, and its text not in pictures?"
        problems = (Problem(f"nothing could be judged: no {what} was recognised", hint, Place(path)),)
    return FileResult(path, coverage, findings, reading.document, problems, settings.ignore)
