"""Figures and abbreviations: read like facts, and then no facts, as no sentence states them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from casewright.case.model import Fact, Figure, Panel
from casewright.case.source import Table
from casewright.case.walk import Walk


def take_figures(walk: Walk, tree: dict[str, Any], places: Table | None) -> tuple[Figure, ...]:
    """The figures, moved out of the facts; `places` is where they are written."""
    branch = _take(walk, tree, "figures")
    if places is None:
        return ()
    figures = []
    for key, letters in branch.items():
        panels = []
        for letter, panel in letters.items():
            _check_letter(walk, key, letter, places)
            if {"image", "alt"} <= panel.keys():
                panels.append(Panel(letter, panel["image"], panel["alt"]))
        if not letters:
            walk.refuse(f"figure `{key}` has no panel", "write `A:` and below it `image:` and `alt:`", places.names[key])
        figures.append(Figure(key, tuple(panels), places.names[key]))
    return tuple(figures)


def take_abbreviations(walk: Walk, tree: dict[str, Any]) -> dict[str, str]:
    """Each short form with its long form, moved out of the facts."""
    return _take(walk, tree, "abbreviations")


def _check_letter(walk: Walk, key: str, letter: str, places: Table) -> None:
    if len(letter) != 1 or not "A" <= letter <= "Z":
        figure = places.entries[key]
        place = figure.names[letter] if isinstance(figure, Table) else places.names[key]
        walk.refuse(f"`{letter}` is not a panel of figure `{key}`", "name panels by one capital letter, from `A`", place)


def _take(walk: Walk, tree: dict[str, Any], name: str) -> dict[str, Any]:
    for id in [id for id in walk.facts if id.startswith(f"{name}.")]:
        del walk.facts[id]
    tree[name] = _plain(tree.get(name) or {})
    branch: dict[str, Any] = tree[name]
    return branch


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {name: _plain(inner) for name, inner in value.items()}
    return str(value.value) if isinstance(value, Fact) else value
