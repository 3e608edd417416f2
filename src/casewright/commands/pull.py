"""`casewright pull`: co-authors' Word files compared with what was sent, and their edits taken into the sources."""

from __future__ import annotations

import contextlib
import io
import sys
from collections.abc import Sequence
from pathlib import Path

from casewright.commands.project import require_project
from casewright.document.pandoc import Pandoc
from casewright.revise.apply import apply_changes, current
from casewright.revise.checker import Checker
from casewright.revise.plan import as_json, as_text, summary
from casewright.revise.pull import make_plan


def pull(
    project: Path,
    edited: Sequence[Path],
    pandoc: Pandoc,
    checker: Checker | None = None,
    *,
    apply: bool,
    interactive: bool,
    format: str,
) -> int:
    """Plan, and with `apply` make, the changes of the sources that these files ask for; 1 where an edit has no place.

    Raises InputError for files and projects that cannot be used; the sources are then untouched.
    """
    require_project(project)
    plan = make_plan(project, edited, pandoc, checker)
    if interactive:
        from casewright.revise.asking import ask

        plan = ask(plan)
    new = {**plan.files, **plan.reviews}
    writes = (apply or interactive) and bool(new)
    if format == "json":
        sys.stdout.write(as_json(plan, writes))
    elif interactive:
        sys.stdout.write(summary(plan) + "\n")
    else:
        sys.stdout.write(as_text(plan))
    if writes:
        before = {name: current(project / name) for name in plan.reviews}
        backup = apply_changes(project, new, {**plan.before, **before})
        if format != "json":
            sys.stdout.write(f"written; what the files said before is in {backup}\n")
        built = _rebuild(project, pandoc, quiet=format == "json")
        return max(plan.status, built if built > 1 else 0)
    if new and format != "json" and not interactive:
        sys.stdout.write("nothing is written yet; run it again with --apply, or with --interactive\n")
    return plan.status


def _rebuild(project: Path, pandoc: Pandoc, quiet: bool) -> int:
    """Build the manuscript again, as `casewright build` does; the exit status of that."""
    from casewright.commands.build import build
    from casewright.judge import Judge
    from casewright.processes import Tools
    from casewright.progress import Progress

    with Judge() as judge, contextlib.redirect_stdout(io.StringIO()) if quiet else contextlib.nullcontext():
        return build(project, (), Progress.for_terminal(), Tools(pandoc, judge))
