"""`casewright revision`: the marked manuscript for the journal, and the draft of the answer to the reviewers."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from pathlib import Path

from casewright.commands.project import require_project
from casewright.configuration import chosen_journals
from casewright.document.model import Document
from casewright.document.pandoc import Pandoc
from casewright.errors import InputError, OutputError, Place, Problem
from casewright.journal.profile import load_profile
from casewright.read.docx import read_docx
from casewright.revise.earlier import current, find_earlier
from casewright.revise.marked import mark
from casewright.revise.marked_proof import unproven

MARKED = "marked.docx"
_DAY = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])")


def revision(
    project: Path,
    old: str,
    *,
    reply: Path | bool = False,
    journal: str | None = None,
    author: str = "Authors",
    date: str = "",
    pandoc: Pandoc,
) -> int:
    """Write `build/<journal>/marked.docx`, and with `reply` the draft of the answer beside it; 0 where both are done.

    `date` (`2026-01-31`) signs every change; without one none is dated, so that the same texts give the same bytes.
    `reply` may name a file of comments; True takes `reviews/`. Raises InputError for what cannot be used, OutputError
    where the marked file would not say what both texts say.
    """
    require_project(project)
    if date and not _DAY.fullmatch(date):
        raise InputError(Problem(f"“{date}” is no date", "write it as 2026-01-31"))
    chosen = journal or chosen_journals(project)[0]
    earlier = find_earlier(project, old, chosen, pandoc)
    new = current(project, chosen, pandoc)
    marked = mark(earlier.docx, new, earlier.name, author, f"{date}T00:00:00Z" if date else "")
    if problems := unproven(marked.docx, earlier.docx, new, MARKED):
        raise OutputError(problems)
    folder = project / "build" / chosen
    files = {MARKED: marked.docx}
    if reply:
        files |= _reply(project, chosen, reply, earlier.docx, new)
    _write(folder, files)
    sys.stdout.write(
        f"{folder}: {', '.join(files)}\nchanges since {earlier.name} that are tracked: {marked.changes}; "
        "proven: all accepted, it is the manuscript of today; all rejected, the earlier one\n"
    )
    return 0


def _reply(project: Path, journal: str, reply: Path | bool, old: bytes, new: bytes) -> dict[str, bytes]:
    from casewright.revise.reply import changed_places, reply_docx, reply_markdown
    from casewright.revise.reply_points import read_points

    points = read_points(project, None if reply is True else Path(str(reply)))
    now = read_docx(new, "manuscript.docx")
    places = changed_places(
        read_docx(old, "old.docx"), now, _pdf(project / "build" / journal / "manuscript.pdf")
    )
    title = " ".join(block.text for section, block in now.blocks() if section.role == "title")
    return {
        "reply.md": reply_markdown(points, places, title).encode(),
        "reply.docx": reply_docx(points, places, title, load_profile(journal, project)),
    }


def _pdf(file: Path) -> Document | None:
    """The PDF of the last build, for the numbers of its pages; None where there is none that can be read."""
    from casewright.read.pdf import read_pdf

    try:
        return read_pdf(file.read_bytes(), str(file)) if file.is_file() else None
    except (OSError, InputError):
        return None


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    """Each file is put in place by a rename: whoever opens it sees the old or the new one."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, data in files.items():
            beside = folder / f".{name}.new"
            beside.write_bytes(data)
            beside.replace(folder / name)
    except OSError as fault:
        reason = (fault.strerror or str(fault)).lower()
        hint = "close the file in Word if it is open there, or allow writing to this folder"
        raise InputError(
            Problem(f"the marked manuscript could not be written: {reason}", hint, Place(str(folder)))
        ) from fault
