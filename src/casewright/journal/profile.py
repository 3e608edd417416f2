"""Finds a journal's folder and reads its profile."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path

from casewright.errors import InputError, Place, Problem
from casewright.journal.model import Profile
from casewright.journal.reading import read_values

PACKAGE = Path(__file__).resolve().parents[1]


def shipped_journals() -> Path:
    """The folder of the journals that come with casewright: in the package, in a checkout at its top."""
    packaged = PACKAGE / "templates"
    return packaged if packaged.is_dir() else PACKAGE.parents[1] / "templates"


def journal_folders(project: Path | None) -> dict[str, Path]:
    """Every journal that can be built, by id; a project's own `templates/<id>/` wins over the shipped one."""
    roots = [shipped_journals(), *([project / "templates"] if project else [])]
    found = {
        folder.name: folder
        for root in roots
        if root.is_dir()
        for folder in root.iterdir()
        if (folder / "profile.yaml").is_file()
    }
    return dict(sorted(found.items()))


def load_profile(journal: str, project: Path | None = None) -> Profile:
    """The profile of a journal. Raises InputError: unknown journal, or every fault of its profile.yaml."""
    folders = journal_folders(project)
    if journal not in folders:
        near = get_close_matches(journal, folders, 1)
        hint = f"did you mean `{near[0]}`?" if near else "there are: " + ", ".join(folders)
        raise InputError(Problem(f"no journal is called `{journal}`", hint))
    file = folders[journal] / "profile.yaml"
    shown = f"templates/{journal}/profile.yaml"
    given = {"folder": folders[journal]}
    profile = read_values(file, shown, Profile, given)
    if profile.id != journal:
        message = f"the profile calls itself `{profile.id}`, its folder is called `{journal}`"
        raise InputError(Problem(message, "give both the same name", Place(shown, 1)))
    return profile
