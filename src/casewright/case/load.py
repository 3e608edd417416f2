"""`manuscript/case.yaml` and `manuscript/studies.yaml` become a `Case`: read, held against their shapes, flattened."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from casewright.case.care.files import CASE, STUDIES
from casewright.case.derive import derive
from casewright.case.figures import take_abbreviations, take_figures
from casewright.case.links import resolve_links
from casewright.case.model import Case, Derivation
from casewright.case.nodes import Node, Table
from casewright.case.source import Source, read_source
from casewright.case.walk import Walk
from casewright.errors import InputError, Problem

CASE_FILE = "case.yaml"
STUDIES_FILE = "studies.yaml"


def load_case(manuscript: Path) -> Case:
    """The case of one manuscript folder; raises InputError with every problem of both files.

    `studies.yaml` may be absent. Places name the files by `manuscript` as it was given.
    """
    case = read_source(manuscript / CASE_FILE)
    studies = read_source(manuscript / STUDIES_FILE) if (manuscript / STUDIES_FILE).exists() else None
    sources = [case] if studies is None else [case, studies]
    walk = Walk(problems=[problem for source in sources for problem in source.problems])
    tree: dict[str, Any] = {}
    derived: dict[str, Derivation] = {}
    if case.root is not None:
        tree.update(walk.group(CASE, _facts(case.root), "", case.root.place))
    if studies is not None and studies.root is not None:
        tree["studies"] = walk.group(STUDIES, _facts(studies.root), "studies", studies.root.place)
    if all(source.root is not None for source in sources):
        resolve_links(walk, tree, _table(case, "timeline"))
        derived = derive(_blocks(sources), walk, tree)
    figures = take_figures(walk, tree, _table(case, "figures"))
    abbreviations = take_abbreviations(walk, tree)
    if walk.problems:
        raise InputError(_in_order(walk.problems, sources))
    return Case(walk.facts, tree, figures, abbreviations, tuple(source.file for source in sources), derived)


def _facts(root: Table) -> Table:
    """All of a file but its `derived` block."""
    return Table(
        {name: node for name, node in root.entries.items() if name != "derived"}, root.names, root.place
    )


def _blocks(sources: list[Source]) -> list[Node]:
    return [
        source.root.entries["derived"]
        for source in sources
        if source.root and "derived" in source.root.entries
    ]


def _table(source: Source, name: str) -> Table | None:
    node = source.root.entries.get(name) if source.root else None
    return node if isinstance(node, Table) else None


def _in_order(problems: list[Problem], sources: list[Source]) -> list[Problem]:
    files = {source.file: number for number, source in enumerate(sources)}
    order = sorted(problems, key=lambda p: (files.get(p.place.file, -1), p.place.line, p.place.column))
    return list(dict.fromkeys(order))
