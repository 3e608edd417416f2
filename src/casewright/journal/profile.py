"""Finds a journal's folder and reads its profile."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path

from casewright.errors import InputError, Place, Problem
from casewright.journal.model import LIMITS, Profile
from casewright.journal.reading import compose, laid_over, read_node, taken_out

PACKAGE = Path(__file__).resolve().parents[1]
COMMON = "common"  # the folder of the templates, and of the profile, that journals share
APART = ("limits",)  # what a journal states for itself, or not at all


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
        if (folder / "profile.yaml").is_file() and folder.name != COMMON
    }
    return dict(sorted(found.items()))


def common_folder(journal: Path) -> Path:
    """The folder of what journals share: beside the journal's own, else the one that comes with casewright."""
    beside = journal.parent / COMMON
    return beside if beside.is_dir() else shipped_journals() / COMMON


def load_profile(journal: str, project: Path | None = None) -> Profile:
    """The profile of a journal. Raises InputError: unknown journal, or every fault of its profile.yaml."""
    folders = journal_folders(project)
    if journal not in folders:
        near = get_close_matches(journal, folders, 1)
        hint = f"did you mean `{near[0]}`?" if near else "there are: " + ", ".join(folders)
        raise InputError(Problem(f"no journal is called `{journal}`", hint))
    shown = f"templates/{journal}/profile.yaml"
    node = compose(folders[journal] / "profile.yaml", shown)
    based_on = taken_out(node, "based_on")
    base = _base(based_on, folders[journal], Place(shown, 1)) if based_on is not None else None
    if base is not None:
        node = laid_over(compose(base, f"templates/{based_on}/profile.yaml"), node, APART)
    profile = read_node(node, shown, Profile, {"folder": folders[journal], "base": base})
    if profile.id != journal:
        message = f"the profile calls itself `{profile.id}`, its folder is called `{journal}`"
        raise InputError(Problem(message, "give both the same name", Place(shown, 1)))
    _refuse_unknown_limits(profile, shown)
    return profile


def _refuse_unknown_limits(profile: Profile, shown: str) -> None:
    """Raise InputError for a limit on what nobody counts: it would seem to hold."""
    problems = []
    for name in profile.limits:
        if name not in LIMITS:
            near = get_close_matches(name, LIMITS, 1)
            hint = f"did you mean `{near[0]}`?" if near else "there are: " + ", ".join(LIMITS)
            problems.append(Problem(f"nothing is counted as `{name}`", hint, Place(shown, 1)))
    if problems:
        raise InputError(problems)


def _base(name: str, folder: Path, place: Place) -> Path:
    """The profile that another is based on: the common one, and no other journal's."""
    if name != COMMON:
        message = f"a profile can be based on `{COMMON}` only, not on `{name}`"
        raise InputError(Problem(message, f"write `based_on: {COMMON}`, or leave it out", place))
    return common_folder(folder) / "profile.yaml"
