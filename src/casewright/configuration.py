"""What `[tool.casewright.manuscript]` in a project's pyproject.toml says about building.

[tool.casewright.manuscript]
journals = ["wjg"]     # for which journals `casewright build` builds; the first is the one that `check` looks at
"""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from pathlib import Path

from casewright.errors import InputError, Place, Problem

DEFAULT_JOURNAL = "wjg"


def chosen_journals(project: Path, asked: Sequence[str] = ()) -> tuple[str, ...]:
    """The journals asked for; else those that the project names; else the default one."""
    if asked:
        return tuple(dict.fromkeys(asked))
    file = project / "pyproject.toml"
    if not file.is_file():
        return (DEFAULT_JOURNAL,)
    try:
        table = (
            tomllib.loads(file.read_text("utf-8")).get("tool", {}).get("casewright", {}).get("manuscript", {})
        )
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as fault:
        raise InputError(Problem(f"not valid TOML: {fault}", place=Place(str(file)))) from fault
    journals = table.get("journals", [DEFAULT_JOURNAL]) if isinstance(table, dict) else None
    if not isinstance(journals, list) or not journals or not all(isinstance(name, str) for name in journals):
        hint = 'for example: journals = ["wjg"]'
        raise InputError(
            Problem("`journals` in [tool.casewright.manuscript] must be a list", hint, Place(str(file)))
        )
    return tuple(dict.fromkeys(journals))
