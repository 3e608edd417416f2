"""`casewright pack`: the package that is sent to a journal."""

from __future__ import annotations

import sys
from pathlib import Path

from casewright.commands.project import require_project
from casewright.configuration import chosen_journals
from casewright.processes import Tools
from casewright.progress import Progress
from casewright.submission.package import pack_project
from casewright.write.publish import publish


def pack(project: Path, journal: str | None, tools: Tools) -> int:
    """Write the package and say what is left to do by a person.

    Raises CasewrightError, and writes nothing, while an error stands or something may identify the patient.
    """
    require_project(project)
    chosen = journal or chosen_journals(project)[0]
    package = pack_project(project, chosen, tools, Progress.for_terminal())
    folder = project / "build" / "submission" / chosen
    name = f"{chosen}-submission.zip"
    publish(folder, {name: package.zipped})
    sys.stdout.write(
        f"{folder / name}: {len(package.files)} files; no identifier of the patient was found in any\n"
    )
    sys.stdout.write("what only you can do:\n")
    sys.stdout.write("".join(f"  - {one}\n" for one in package.left))
    return 0
