"""`casewright checklist`: a reporting checklist filled in from the manuscript, for upload and for machines."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path

from casewright.commands.project import require_project
from casewright.configuration import chosen_journals
from casewright.pipeline import make
from casewright.processes import Tools
from casewright.submission.checklist_word import checklist_files
from casewright.write.publish import publish


def checklist(project: Path, journal: str | None, guidelines: Sequence[str], tools: Tools) -> int:
    """Build the manuscript in memory, fill the checklists and write them; 1 where an item is missing."""
    require_project(project)
    build = make(project, journal or chosen_journals(project)[0], tools)
    files = checklist_files(build, tuple(guidelines))
    folder = project / "build" / "checklist" / build.sources.profile.id
    publish(folder, files)
    left = 0
    for name in sorted(files):
        if name.endswith(".json"):
            left += _show(json.loads(files[name]))
    sys.stdout.write(f"{folder}: {', '.join(sorted(files))}\n")
    return 1 if left else 0


def _show(record: dict[str, object]) -> int:
    """Print the checklist; the number of its items that are neither met nor explained."""
    items = record["items"]
    assert isinstance(items, list)
    sys.stdout.write(f"{record['name']}\n")
    width = max(len(item["number"]) for item in items)
    for item in items:
        places = item["places"]
        where = item["reason"] if item["status"] == "explained" else ""
        if places:
            where = f"{places[0]['section']}, page {places[0]['page']}, line {places[0]['line']}"
        sys.stdout.write(
            f"  {item['number']:{width}} {item['status']:13} {item['asks']}{f' ({where})' if where else ''}\n"
        )
    left = sum(item["status"] in ("missing", "to be written") for item in items)
    sys.stdout.write(f"{len(items) - left} of {len(items)} items are met or explained\n")
    return left
