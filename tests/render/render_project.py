"""A project of one's own for each test: facts, prose and templates written in a line each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest

from casewright.case.model import Case, Fact, Figure
from casewright.errors import InputError, Place
from casewright.journal.model import Profile
from casewright.journal.profile import load_profile
from casewright.quantity.parse import parse_quantity
from casewright.render.model import Rendered
from casewright.render.render import render

ROOT = Path(__file__).resolve().parents[2]


def make_case(tree: Mapping[str, Any], figures: tuple[Figure, ...] = ()) -> Case:
    """A case from nested mappings: a string that begins like a number is a quantity, others are text."""
    facts: dict[str, Fact] = {}

    def grow(value: Any, path: str) -> Any:
        if isinstance(value, Mapping):
            return {name: grow(item, f"{path}.{name}".lstrip(".")) for name, item in value.items()}
        if isinstance(value, list):
            return [grow(item, f"{path}.{index}") for index, item in enumerate(value, 1)]
        measured = isinstance(value, str) and value[0] in "0123456789<>~"
        analyte = path.rpartition(".")[2] if path.startswith(("labs.", "vitals.")) else ""
        meant = parse_quantity(value) if measured else value
        facts[path] = Fact(path, meant, str(value), Place("manuscript/case.yaml", 1, 1), analyte)
        return facts[path]

    return Case(facts, grow(tree, ""), figures)


@dataclass
class Project:
    """A folder with one journal, `house`, whose one section is the template `page.md`."""

    folder: Path
    case: Case
    profile: Profile = field(default_factory=lambda: load_profile("wjg"))

    def write(self, name: str, text: str | bytes) -> None:
        """A file of the project: `manuscript/...` or a template of the journal."""
        inside = name if name.startswith("manuscript/") else f"templates/house/{name}"
        path = self.folder / inside
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())

    def rendered(self, page: str | None = None, sections: tuple[str, ...] = ("page",)) -> Rendered:
        """The project rendered, with `page` as its template."""
        if page is not None:
            self.write("page.md", page)
        house = replace(
            self.profile, id="house", folder=self.folder / "templates" / "house", sections=sections
        )
        return render(self.case, house, self.folder)

    def printed(self, page: str) -> str:
        """The Markdown of one template."""
        return self.rendered(page).markdown

    def faults(self, page: str | None = None, sections: tuple[str, ...] = ("page",)) -> list[str]:
        """The problems of a rendering that must fail, a line each: place, message, hint."""
        with pytest.raises(InputError) as caught:
            self.rendered(page, sections)
        return [f"{p.place}: {p.message} | {p.hint}" for p in caught.value.problems]
