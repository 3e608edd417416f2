"""`casewright timeline`: the timeline of a case (CARE item 7) as figure, drawn anew at every build, and as table."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path

from casewright.case.load import load_case
from casewright.commands.project import require_project
from casewright.errors import InputError, Place, Problem
from casewright.quantity.analytes import ANALYTES
from casewright.start.case_yaml import scalar
from casewright.write.timeline import IMAGE, alternative, drawn_timeline, timeline_table

LEGEND = "**Timeline of the case.** The axis is to scale where it is solid; where it is dotted the time is not known.\n"


def timeline(project: Path, values: Sequence[str]) -> int:
    """Write the drawing, its legend and the table, and say how to use them; texts that are there stay as they are.

    Raises InputError for a case without a timeline, and for a value that is not known.
    """
    require_project(project)
    case = load_case(project / "manuscript")
    for value in values:
        if value not in ANALYTES:
            near = get_close_matches(value, ANALYTES, 1)
            raise InputError(
                Problem(f"no value is called `{value}`", f"did you mean `{near[0]}`?" if near else "")
            )
    drawing = drawn_timeline(case, values)
    if not drawing:
        hint = "write its events under `timeline`"
        raise InputError(
            Problem("the case has no timeline", hint, Place(str(project / "manuscript" / "case.yaml")))
        )
    manuscript = project / "manuscript"
    texts = {"legends/timeline.md": LEGEND, "case/timeline.md": timeline_table(case)}
    _write(manuscript / IMAGE, drawing)
    sys.stdout.write(f"{manuscript / IMAGE}\n")
    for name, text in texts.items():
        if not (manuscript / name).exists():
            _write(manuscript / name, text.encode())
            sys.stdout.write(f"{manuscript / name}\n")
    if not any(figure.key == "timeline" for figure in case.figures):
        sys.stdout.write(
            "to print the figure, write under `figures:` in case.yaml\n"
            f"  timeline:\n    A:\n      image: {IMAGE}\n      alt: {scalar(alternative(case, timed=False))}\n"
            "and call it where the text speaks of the course: (@fig:timeline)\n"
        )
    return 0


def _write(path: Path, data: bytes) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    except OSError as error:
        raise InputError(
            Problem("cannot be written", (error.strerror or "").lower(), Place(str(path)))
        ) from error
