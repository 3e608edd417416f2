"""The rules that other packages add, under an entry point of their own.

`importlib.metadata` takes a twentieth of the time from the start of the program to its first finding, and most often
there is nothing to load: it is imported where an installed package names the group.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

ENTRY_POINTS = "casewright.rules"


def added_rules() -> Iterable[EntryPoint]:
    """The entry points of rules, as the installed packages state them."""
    if not any(map(_may_add, sys.path)):
        return ()
    from importlib.metadata import entry_points

    return entry_points(group=ENTRY_POINTS)


def _may_add(place: str) -> bool:
    """Whether a place of packages may hold one with rules: an archive always may."""
    try:
        names = os.listdir(place or ".")
    except NotADirectoryError:
        return True
    except OSError:
        return False
    packages = [name for name in names if name.lower().endswith(("dist-info", "egg-info"))]
    return any(_states_rules(os.path.join(place, name)) for name in packages)


def _states_rules(package: str) -> bool:
    try:
        with open(os.path.join(package, "entry_points.txt"), "rb") as file:
            return ENTRY_POINTS.encode() in file.read()
    except OSError:
        return False
