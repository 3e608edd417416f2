"""`casewright build --watch`: build again at every save, with pandoc and the judge kept running in between."""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from pathlib import Path

from casewright.commands.build import build
from casewright.errors import CasewrightError
from casewright.processes import Tools
from casewright.progress import Progress

QUIET_MS = 20  # how long the files must rest before a build; editors write in several steps


def watch(project: Path, journals: Sequence[str], progress: Progress, tools: Tools) -> int:
    """Build now and at every change, until interrupted. A fault is shown and waited out; exit status 0."""
    import watchfiles

    watched = [path for name in ("manuscript", "templates", "refs.bib", "pyproject.toml")
               if (path := project / name).exists()]  # fmt: skip
    _build_once(project, journals, progress, tools)
    for _changes in watchfiles.watch(*watched, debounce=10 * QUIET_MS, step=QUIET_MS, raise_interrupt=False):
        _build_once(project, journals, progress, tools)
    return 0


def _build_once(project: Path, journals: Sequence[str], progress: Progress, tools: Tools) -> None:
    started = time.monotonic()
    try:
        build(project, journals, progress, tools)
    except CasewrightError as error:
        progress.done()
        sys.stderr.write(f"{error}\nwaiting for the next save\n")
    else:
        sys.stdout.write(f"built in {time.monotonic() - started:.2f} s; waiting for the next save\n")
    sys.stdout.flush()
