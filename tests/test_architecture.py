"""The architecture page says what is so: imports run one way, and every path that it names exists."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "src" / "casewright"

# In the order of docs/architecture.md: each may import those before it.
ORDER = (
    "errors", "patterns", "quantity", "journal", "case", "render", "document", "write", "read", "verify",
    "check", "report", "pipeline", "revise", "submission", "start", "commands", "arguments", "cli",
)  # fmt: skip
APART = {"write": {"read", "verify"}, "read": {"write", "render"}}  # each judges the other's work
SIDE = {  # asked by anybody, ask nobody
    "progress", "configuration", "processes", "judge", "judging", "freshness", "__init__", "__main__",
}  # fmt: skip
LAST = {"pytest_plugin"}  # used from outside, like cli

EVIDENCE = (
    "text",
    "words",
    "values",
    "people",
    "denial",
    "telling",
    "times",
    "places",
)  # each of those before it


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def room(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported_rooms(path: Path) -> set[str]:
    rooms: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        names = []
        if isinstance(node, ast.ImportFrom) and node.module:
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        rooms |= {name.split(".")[1] for name in names if name.startswith("casewright.")}
    return rooms - {"__version__"}


@pytest.mark.parametrize("path", modules(), ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_imports_run_one_way(path: Path) -> None:
    here = room(path)
    if here in SIDE | LAST or here not in ORDER:
        assert here in SIDE | LAST, f"{here} has no place in docs/architecture.md"
        return
    later = set(ORDER[ORDER.index(here) + 1 :]) | LAST

    against_the_flow = imported_rooms(path) & (later | APART.get(here, set()))

    if here == "cli":  # the top: it starts what stands beside it
        against_the_flow -= LAST
    assert not against_the_flow


@pytest.mark.parametrize(
    "path", sorted((PACKAGE / "check" / "evidence").rglob("*.py")), ids=lambda path: path.stem
)
def test_evidence_is_made_of_the_folders_before_it(path: Path) -> None:
    folder = path.relative_to(PACKAGE / "check" / "evidence").parts[0]
    if folder == "__init__.py":
        return

    used = set(re.findall(r"casewright\.check\.evidence\.(\w+)", path.read_text("utf-8")))

    assert used <= set(EVIDENCE[: EVIDENCE.index(folder) + 1])


def test_every_folder_of_the_package_stands_in_the_architecture_page() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text("utf-8")

    missing = [entry.name for entry in PACKAGE.iterdir() if entry.is_dir() and entry.name != "__pycache__"
               and f"`{entry.name}/`" not in page]  # fmt: skip

    assert not missing


@pytest.mark.parametrize(
    "page", [*sorted(ROOT.glob("docs/**/*.md")), ROOT / "README.md"], ids=lambda page: page.name
)
def test_every_path_that_a_page_names_exists(page: Path) -> None:
    text = page.read_text("utf-8")

    named = re.findall(r"`((?:src|tests|docs|bench|templates|manuscript)/[\w./-]*\w(?:\.\w+)?/?)`", text)
    missing = [name for name in named if not (ROOT / name).exists()]

    assert not missing


@pytest.mark.parametrize(
    "page", [*sorted(ROOT.glob("docs/**/*.md")), ROOT / "README.md"], ids=lambda page: page.name
)
def test_every_link_within_the_project_leads_somewhere(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:|mailto:|#)([^)#\s]+)", page.read_text("utf-8"))

    missing = [link for link in links if not (page.parent / link).exists()]

    assert not missing
