"""Figures and abbreviations: read like facts, and then no facts, as no sentence states them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from casewright.case.model import Fact, Figure, Panel
from casewright.case.nodes import Table
from casewright.case.walk import Walk


def take_figures(walk: Walk, tree: dict[str, Any], written: Table | None) -> tuple[Figure, ...]:
    """The figures, moved out of the facts; `written` is how they stand in the file."""
    branch = _take(walk, tree, "figures")
    return tuple(
        Figure(key, tuple(_panels(panels)), written.names[key])
        for key, panels in branch.items()
        if written is not None
    )


def take_abbreviations(walk: Walk, tree: dict[str, Any]) -> dict[str, str]:
    """Each short form with its long form, moved out of the facts."""
    return _take(walk, tree, "abbreviations")


def _panels(panels: Mapping[str, Any]) -> Iterator[Panel]:
    for letter, panel in panels.items():
        if {"image", "alt"} <= panel.keys():
            yield Panel(letter, panel["image"], panel["alt"])


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
