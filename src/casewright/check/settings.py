"""What `[tool.casewright]` in pyproject.toml says about checking.

[tool.casewright]
select = ["CW2", "CW3"]                       # none: every rule
ignore = { CW604 = "the journal is local" }   # a table of rules with reasons, or a list
baseline = "casewright-baseline.json"
acknowledged = "manuscript/acknowledged.yaml"
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from casewright.configuration import chosen_journals
from casewright.errors import InputError, Place, Problem

_KEYS = ("select", "ignore", "baseline", "acknowledged")


@dataclass(frozen=True, slots=True)
class Settings:
    """How to check: rules selected, rules ignored with their reasons, and the files of what is known
    already."""

    select: tuple[str, ...] = ()
    ignore: Mapping[str, str] = field(default_factory=dict)
    baseline: Path | None = None
    acknowledged: Path | None = None
    stale: bool = True  # whether an acknowledgement that covers nothing is a finding

    def with_arguments(self, select: tuple[str, ...] = (), ignore: tuple[str, ...] = ()) -> Settings:
        """These settings with what was given on the command line: `select` replaces, `ignore` adds."""
        return replace(
            self,
            select=select or self.select,
            ignore={**self.ignore, **dict.fromkeys(ignore, "ignored on the command line")},
        )


def settings_for(project: Path, journal: str) -> Settings:
    """The settings of a project laid out for a journal.

    What its authors acknowledge is about the layout for the first of its journals; in others the words may stand
    nowhere, and the entry is not stale for that.
    """
    settings = load_settings(project)
    return settings if journal == chosen_journals(project)[0] else replace(settings, stale=False)


def load_settings(folder: Path) -> Settings:
    """The settings in `folder`/pyproject.toml; the ordinary ones where there is no such file or table.

    Raises `InputError` for a file that is not TOML, an unknown key or a value of the wrong kind, all in one
    go.
    """
    file = folder / "pyproject.toml"
    acknowledged = folder / "manuscript" / "acknowledged.yaml"
    settings = Settings(acknowledged=acknowledged if acknowledged.is_file() else None)
    if not file.is_file():
        return settings
    source = _text_of(file)
    try:
        table = tomllib.loads(source).get("tool", {}).get("casewright", {})
    except tomllib.TOMLDecodeError as fault:
        raise InputError(Problem(f"not valid TOML: {fault}", place=Place(str(file)))) from fault
    problems = list(_problems(table, source, str(file)))
    if problems:
        raise InputError(problems)
    ignore = table.get("ignore", {})
    return replace(
        settings,
        select=tuple(table.get("select", ())),
        ignore=dict(ignore) if isinstance(ignore, dict) else dict.fromkeys(ignore, ""),
        baseline=folder / table["baseline"] if "baseline" in table else None,
        acknowledged=folder / table["acknowledged"] if "acknowledged" in table else settings.acknowledged,
    )


def _text_of(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as fault:
        raise InputError(Problem(f"cannot be read: {fault}", place=Place(str(file)))) from fault


def _problems(table: Mapping[str, Any], source: str, file: str) -> list[Problem]:
    """What is wrong with the table. Keys of other commands are tables of their own and are left to them."""
    found = []
    for key, value in table.items():
        place = Place(file, _line_of(key, source))
        if key not in _KEYS:
            if not isinstance(value, dict):
                near = get_close_matches(key, _KEYS, n=1)
                hint = f"did you mean `{near[0]}`?" if near else f"the keys are {', '.join(_KEYS)}"
                found.append(Problem(f"unknown key `{key}` in [tool.casewright]", hint, place))
        elif key in ("baseline", "acknowledged"):
            if not isinstance(value, str):
                found.append(Problem(f"`{key}` must be the path of a file", place=place))
        elif not _is_texts(value) and not (
            key == "ignore" and isinstance(value, dict) and _is_texts(value.values())
        ):
            kind = (
                "a list of rules, or a table of rules with reasons" if key == "ignore" else "a list of rules"
            )
            found.append(Problem(f"`{key}` must be {kind}", place=place))
    return found


def _is_texts(value: Any) -> bool:
    return (
        not isinstance(value, str | dict)
        and hasattr(value, "__iter__")
        and all(isinstance(v, str) for v in value)
    )


def _line_of(key: str, source: str) -> int:
    lines = enumerate(source.splitlines(), 1)
    return next((n for n, line in lines if line.split("=")[0].strip().strip('"') == key), 0)
