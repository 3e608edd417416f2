"""`casewright build --watch`: build again at every save, with pandoc and the judge kept running in between.

The page is what somebody who writes looks at: it is put in place as soon as it has been read back, and the other
files follow with the whole build.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from casewright.commands.build import build
from casewright.commands.project import lay_out
from casewright.errors import CasewrightError
from casewright.freshness import INPUTS
from casewright.processes import Tools
from casewright.progress import Progress
from casewright.verify import differences

PAGE = "manuscript.html"
QUIET_MS = 20  # how long the files must rest before a build; editors write in several steps

NEW_FOLDER_MS = 1000  # after so long without a change a new folder of sources is looked for


def watch(project: Path, journals: Sequence[str], progress: Progress, tools: Tools) -> int:
    """Build now and at every change, until interrupted. A fault is shown and waited out; exit status 0."""
    import watchfiles

    watched: list[Path] | None = None
    while watched != (there := _inputs(project)):  # a folder of comments comes with the first of them
        watched = there
        _build_once(project, journals, progress, tools)
        for changes in watchfiles.watch(
            *watched,
            debounce=10 * QUIET_MS,
            step=QUIET_MS,
            rust_timeout=NEW_FOLDER_MS,
            raise_interrupt=False,
            yield_on_timeout=True,
        ):
            if _inputs(project) != watched:
                break
            if changes:
                with suppress(CasewrightError):  # the build that follows tells it in full
                    show_page(project, journals[0] if journals else None, tools)
                _build_once(project, journals, progress, tools)
    return 0


def _inputs(project: Path) -> list[Path]:
    """What is there of all that a manuscript is made from."""
    return [path for name in INPUTS if (path := project / name).exists()]


def show_page(project: Path, journal: str | None, tools: Tools) -> None:
    """Put the page of the present sources in place, if a build stands there and the page says what they say."""
    from casewright.read.html import read_html
    from casewright.write.html import write_html

    sources, document = lay_out(project, journal, tools.pandoc)
    page = project / "build" / sources.profile.id / PAGE
    data = write_html(document, sources.profile, sources.case, sources.images)
    if page.exists() and not differences(document, read_html(data, PAGE), PAGE):
        new = page.with_name(f".{PAGE}.new")
        new.write_bytes(data)
        new.replace(page)


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
