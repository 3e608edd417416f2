"""`casewright verify PACKAGE`: build a package again from its sources and compare the bytes."""

from __future__ import annotations

import sys
from pathlib import Path

from casewright.processes import Tools
from casewright.submission.verify import verify_package


def verify(package: Path, tools: Tools) -> int:
    """0 where every file is the same again, else 1 and what is not."""
    found = verify_package(package, tools)
    out = sys.stdout.write
    if found.same:
        out(
            f"{package}: built again for {found.journal}; all {found.files} files are the same, byte for byte\n"
        )
        return 0
    for title, names in (
        ("differs", found.differing),
        ("is missing", found.missing),
        ("was added", found.added),
        ("another version", found.tools),
    ):
        out("".join(f"{title}: {name}\n" for name in names))
    return 1
