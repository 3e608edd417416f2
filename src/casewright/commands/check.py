"""`casewright check`, `rules` and `explain`: proofread projects and manuscripts of any origin."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from casewright.check.result import Results
    from casewright.document.reading import Reading


_NEW_VALUES = 50_000  # between two searches for cycles: a manuscript leaves few, and each search takes time


def check(
    targets: Sequence[Path],
    format: str,
    select: Sequence[str],
    ignore: Sequence[str],
    against: Path | None,
    journal: str | None,
    baseline: Path | None = None,
) -> int:
    """Check every target, print one report of all, and return the exit status that it makes.

    With `baseline`, what stands is written there instead of printed; the baseline in use covers nothing then. Nothing
    is written where a target could not be judged.
    """
    gc.set_threshold(_NEW_VALUES)
    from casewright.check.targets import check_targets
    from casewright.report import render_report

    gc.freeze()  # what was imported stays

    def built(folder: Path) -> Reading:
        return _build(folder, journal)

    case = None
    if against is not None:
        from casewright.case.load import load_case
        from casewright.commands.project import require_project

        require_project(against)
        case = load_case(against / "manuscript")
    known = baseline is None
    profile = None
    if journal is not None:
        from casewright.journal.profile import load_profile

        # A project loads its own; a file has the limits of the journal as the current folder knows it.
        profile = load_profile(journal, Path()) if not all(target.is_dir() for target in targets) else None
    results = check_targets(
        targets or [Path()], tuple(select), tuple(ignore), built, case, known=known, journal=profile
    )
    if baseline is not None and not any(result.problems for result in results.files):
        return _write(baseline, results)
    sys.stdout.write(render_report(results, format))
    return results.exit_status


def _write(baseline: Path, results: Results) -> int:
    """Write the baseline and say how much it covers. Raises InputError where the file cannot be written."""
    from casewright.check.baseline import write_baseline
    from casewright.errors import InputError, Place, Problem

    try:
        write_baseline(baseline, results)
    except OSError as fault:
        message = f"the baseline cannot be written: {fault.strerror}"
        raise InputError(
            Problem(message, "name a file in a folder that exists", Place(str(baseline)))
        ) from fault
    from casewright.report.wording import counted

    errors, warnings = (counted(results.summary[f"{each}s"], each) for each in ("error", "warning"))
    sys.stdout.write(
        f"{baseline}: known from now on: {errors} and {warnings}\n"
        f'name it in pyproject.toml: [tool.casewright] baseline = "{baseline.as_posix()}"\n'
    )
    return 0


def _build(folder: Path, journal: str | None) -> Reading:
    """The reading of a project, laid out for its first journal and not written to any file."""
    from casewright.commands.project import lay_out
    from casewright.document.pandoc import Pandoc
    from casewright.document.reading import Reading

    with Pandoc() as pandoc:
        sources, document = lay_out(folder, journal, pandoc)
        return Reading(document, project=sources.case, journal=sources.profile)


def rules() -> int:
    """Print every rule: code, severity, name and what it does."""
    from casewright.check.registry import all_rules

    for rule in all_rules():
        first = (rule.__doc__ or "").strip().partition("\n")[0]
        sys.stdout.write(f"{rule.code}  {rule.severity:7}  {rule.name}: {first}\n")
    return 0


def explain(code: str) -> int:
    """Print the page of one rule. Raises InputError for a rule that does not exist."""
    from casewright.report.rule_pages import explain_text

    sys.stdout.write(explain_text(code))
    return 0
