"""Figures and abbreviations: read like facts, and then no facts, as no sentence states them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from casewright.case.model import Fact, Figure, Panel
from casewright.case.nodes import Table
from casewright.case.walk import Walk


def take_figures(walk: Walk, tree: dict[str, Any], written: Table | None) -> tuple[Figure, ...]:
    """The figures, moved out of the facts; `written` is how they stand in the file."""
    branch = _take(walk, tree, "figures")
    return tuple(_figure(walk, key, letters, written) for key, letters in branch.items()) if written else ()


def take_abbreviations(walk: Walk, tree: dict[str, Any]) -> dict[str, str]:
    """Each short form with its long form, moved out of the facts."""
    return _take(walk, tree, "abbreviations")


def _figure(walk: Walk, key: str, letters: Mapping[str, Any], written: Table) -> Figure:
    place, panels = written.names[key], written.entries[key]
    if isinstance(panels, Table):
        for letter in panels.entries:
            if len(letter) != 1 or not "A" <= letter <= "Z":
                hint = "name panels by one capital letter, from `A`"
                walk.refuse(f"`{letter}` is not a panel of figure `{key}`", hint, panels.names[letter])
        if not panels.entries:
            walk.refuse(f"figure `{key}` has no panel", "write `A:` and below it `image:` and `alt:`", place)
    complete = {letter: panel for letter, panel in letters.items() if {"image", "alt"} <= panel.keys()}
    return Figure(
        key, tuple(Panel(letter, panel["image"], panel["alt"]) for letter, panel in complete.items()), place
    )


def _take(walk: Walk, tree: dict[str, Any], name: str) -> dict[str, Any]:
    for id in [id for id in walk.facts if id.startswith(f"{name}.")]:
        del walk.facts[id]
    branch: dict[str, Any] = _plain(tree.get(name) or {})
    tree[name] = branch
    return branch


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {name: _plain(inner) for name, inner in value.items()}
    return str(value.value) if isinstance(value, Fact) else value
