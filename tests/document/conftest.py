"""A pandoc for all tests of a process, and a document from a few lines of marked Markdown."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from marked import ABBREVIATIONS, WORKS, rendered

from casewright.case.model import Case, Figure
from casewright.document.bibliography import Bibliography, parse_bibliography
from casewright.document.build import build_document
from casewright.document.model import Document
from casewright.document.pandoc import Pandoc
from casewright.errors import InputError
from casewright.journal.model import AbbreviationStyle, Profile
from casewright.journal.profile import load_profile

Build = Callable[..., Document]


@pytest.fixture(scope="session")
def pandoc() -> Iterator[Pandoc]:
    with Pandoc() as running:
        yield running


@pytest.fixture(scope="session")
def profile() -> Profile:
    return load_profile("wjg")


@pytest.fixture(scope="session")
def works() -> Bibliography:
    return parse_bibliography(WORKS)


@pytest.fixture
def build(pandoc: Pandoc, profile: Profile, works: Bibliography) -> Build:
    """Build a document from Markdown; figures, abbreviations and parts of the profile on demand."""

    def make(
        markdown: str,
        figures: tuple[Figure, ...] = (),
        abbreviations: dict[str, str] | None = None,
        folder: Path | None = None,
        style: AbbreviationStyle | None = None,
        **changes: object,
    ) -> Document:
        case = Case({}, {}, figures, ABBREVIATIONS if abbreviations is None else abbreviations)
        changed = replace(profile, abbreviations=style or profile.abbreviations, **changes)  # type: ignore[arg-type]
        return build_document(rendered(markdown), case, changed, works, pandoc, folder)

    return make


@pytest.fixture
def printed(build: Build) -> Callable[..., str]:
    """The text of all blocks of a document in one section, a line each."""

    def text(markdown: str, role: str = "case", **more: object) -> str:
        listed = "\n\n::: {.references}\n:::\n" if "@" in markdown else ""
        document = build(f'::: {{.section role="{role}"}}\n{markdown}{listed}\n:::\n', **more)
        return "\n".join(
            block.text for _, block in document.blocks() if block.kind not in ("reference", "figure")
        )

    return text


@pytest.fixture
def problems(build: Build) -> Callable[..., list[str]]:
    """The problems that building meets, as `line:column message (hint)`."""

    def listed(markdown: str, **more: object) -> list[str]:
        with pytest.raises(InputError) as refused:
            build(markdown, **more)
        return [
            f"{problem.place.line}:{problem.place.column} {problem.message} ({problem.hint})"
            for problem in refused.value.problems
        ]

    return listed
