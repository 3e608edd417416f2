"""`casewright build`: make, verify and put in place the manuscript of a project, for one journal or several."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from casewright.commands.project import require_project
from casewright.configuration import chosen_journals
from casewright.errors import CasewrightError, InputError, Problem
from casewright.freshness import forget, remember
from casewright.pipeline import Build, make
from casewright.processes import Tools
from casewright.progress import Progress
from casewright.revise.sent import keep_sent
from casewright.write.docx_facts import digest
from casewright.write.publish import publish, recover
from casewright.write.reuse import remember as remember_recipes

MOST_SHOWN = 12  # findings of each manuscript: a first build has many, and they are a list to work through


def build(
    project: Path,
    journals: Sequence[str],
    progress: Progress,
    tools: Tools,
    words: Sequence[str] = (),
    force: bool = False,
) -> int:
    """Build for each journal; 1 where a finding stands that nobody has acknowledged, else 0.

    A manuscript that cannot be made, or whose files do not say what the data say, leaves the files of its last build
    in place; with several journals, the others are built all the same. Raises CasewrightError at the end.
    """
    require_project(project)
    wanted = chosen_journals(project, journals)
    faults: list[CasewrightError] = []
    built: list[Build] = []
    for journal in wanted:
        folder = project / "build" / journal
        try:
            made = make(project, journal, tools, progress, reuse=not force)
            recover(folder)
            publish(folder, made.files)
            remember_recipes(folder, made.recipes, made.files)
            keep_sent(
                project, journal, digest(made.document), made.files["manuscript.docx"], made.sources.files
            )
        except CasewrightError as fault:
            faults.append(fault)
        else:
            built.append(made)
            sys.stdout.write(f"{folder}: {', '.join(sorted(made.files))}\n")
        progress.done()
    if faults:
        forget(str(project), list(words))
        raise _together(faults)
    status = report(built)
    if status == 0:
        remember(str(project), list(words), [f"build/{journal}" for journal in wanted])
    return status


def report(built: Sequence[Build]) -> int:
    """Show what the rules found in the manuscripts, and the exit status that it makes."""
    from casewright.check.result import Results

    results = Results(tuple(one.result for one in built))
    counts = results.summary
    if counts["errors"] or counts["warnings"]:
        from casewright.report.text import render_text

        sys.stdout.write(render_text(results, most=MOST_SHOWN))
    else:
        from casewright.report.wording import counted

        known, notes = (
            counted(counts["acknowledged"], "acknowledged finding"),
            counted(counts["notes"], "note"),
        )
        sys.stdout.write(
            f"every file was read back and says what the data say; {known}, {notes} (casewright check shows them)\n"
        )
    return results.exit_status


def _together(faults: Sequence[CasewrightError]) -> CasewrightError:
    if len(faults) == 1:
        return faults[0]
    problems = [problem for fault in faults for problem in getattr(fault, "problems", (Problem(str(fault)),))]
    error = InputError(dict.fromkeys(problems))
    error.exit_code = max(fault.exit_code for fault in faults)
    return error
