"""A pattern that is compiled when first used answers as a compiled one, and every one of the package compiles."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterable

import pytest

import casewright
from casewright.patterns import Lazy, lazily


def test_it_answers_as_the_compiled_one_does() -> None:
    pattern = lazily(r"(?P<word>f\w+)", re.IGNORECASE)

    assert pattern.pattern == r"(?P<word>f\w+)"
    assert [match["word"] for match in pattern.finditer("Foo, far")] == ["Foo", "far"]
    assert pattern.sub("x", "a Foo") == "a x"
    assert pattern.search("bar") is None
    assert pattern.groupindex == {"word": 1}
    assert pattern.flags & re.IGNORECASE


def test_a_fault_in_it_shows_when_it_is_used() -> None:
    pattern = lazily("(")

    with pytest.raises(re.error):
        pattern.search("x")


def test_every_pattern_of_the_package_compiles() -> None:
    patterns = [
        each
        for module in pkgutil.walk_packages(casewright.__path__, "casewright.")
        if not module.name.endswith("__main__")
        for each in lazy_in(vars(importlib.import_module(module.name)).values())
    ]

    for pattern in patterns:
        pattern.search("")
    assert patterns


def lazy_in(values: Iterable[object]) -> Iterable[Lazy]:
    for value in values:
        if isinstance(value, Lazy):
            yield value
        elif isinstance(value, dict):
            yield from lazy_in(value.values())
        elif isinstance(value, list | tuple):
            yield from lazy_in(value)
