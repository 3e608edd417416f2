"""Rules of other packages are taken in by name, and held to the shape of a rule."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from casewright.check import registry
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
        monkeypatch.setattr(
            registry, "entry_points", lambda **_: [Entry("theirs", value) for value in values]
        )
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
