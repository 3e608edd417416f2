"""Rules of other packages are taken in by name, and held to the shape of a rule."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from zipfile import ZipFile

import pytest

from casewright.check import registry
from casewright.check.added import added_rules
from casewright.errors import InputError


class HouseStyle:
    """A rule of another package."""

    code = "XX101"
    name = "house-style"
    severity = "note"

    def check(self, reading: object) -> Iterator[object]:  # noqa: ARG002 - the shape of a rule
        yield from ()


class Thief(HouseStyle):
    """A rule that takes the code of another."""

    code = "CW451"


@dataclass
class Entry:
    """An entry point as importlib gives it."""

    name: str
    value: object

    def load(self) -> object:
        if isinstance(self.value, Exception):
            raise self.value
        return self.value


@pytest.fixture
def adding(monkeypatch: pytest.MonkeyPatch) -> Iterator[object]:
    """Makes `all_rules` see these entry points, and no more afterwards."""

    def add(*values: object) -> None:
        monkeypatch.setattr(registry, "added_rules", lambda: [Entry("theirs", value) for value in values])
        registry.all_rules.cache_clear()

    yield add
    registry.all_rules.cache_clear()


def test_a_rule_of_another_package_is_one_of_all(adding) -> None:
    adding(HouseStyle)
    assert registry.all_rules()[-1] is HouseStyle
    assert registry.rule_of("house-style") is HouseStyle


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (Thief, "takes the code CW451"),
        (object, "is not a rule"),
        (ImportError("gone"), "could not be loaded: gone"),
    ],
)
def test_what_is_no_rule_is_refused(adding, value: object, message: str) -> None:
    adding(value)
    with pytest.raises(InputError, match=message):
        registry.all_rules()


_NAMED = "Metadata-Version: 2.1\nName: house\nVersion: 1.0\n"
_STATED = "[casewright.rules]\ntheirs = house.style:HouseStyle\n"


@pytest.mark.parametrize(
    ("place", "package"),
    [("", "house-1.0.dist-info"), ("", "house.egg-info"), ("house-1.0-py3.11.egg", "EGG-INFO")],
)
def test_an_installed_package_states_its_rules(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str, package: str
) -> None:
    folder = tmp_path / place / package
    folder.mkdir(parents=True)
    (folder / "entry_points.txt").write_text(_STATED, "utf-8")
    (folder / "PKG-INFO").write_text(_NAMED, "utf-8")
    monkeypatch.syspath_prepend(str(folder.parent))
    assert [entry.value for entry in added_rules()] == ["house.style:HouseStyle"]


def test_a_package_in_an_archive_states_its_rules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with ZipFile(tmp_path / "house.zip", "w") as archive:
        archive.writestr("house-1.0.dist-info/entry_points.txt", _STATED)
        archive.writestr("house-1.0.dist-info/METADATA", _NAMED)
    monkeypatch.syspath_prepend(str(tmp_path / "house.zip"))
    assert [entry.value for entry in added_rules()] == ["house.style:HouseStyle"]


def test_without_such_a_package_there_are_none() -> None:
    assert list(added_rules()) == []
