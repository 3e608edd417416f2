"""One value of a YAML file, replaced in its characters."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casewright.revise.scalars import scalars_of, written_as

TEXT = """\
plain: 6800 /µL # a comment
single: 'it''s'
double: "a: b"
flow: {result: positive, pattern: [one, two]}
folded: >-
  medium to large cells
  with "salt" # no comment
last: x
"""


def replaced(name: str, value: str) -> str:
    """The text with the value after `name:` replaced."""
    found = scalars_of(TEXT)
    key = next(s for s in found.values() if s.is_name and s.value == name)
    scalar = min((s for s in found.values() if s.start > key.start), key=lambda s: s.start)
    return TEXT[: scalar.start] + written_as(scalar, TEXT, value) + TEXT[scalar.end :]


@pytest.mark.parametrize(
    ("name", "value", "line"),
    [
        ("plain", "6900 /µL", "plain: 6900 /µL # a comment"),
        ("plain", "a # b", 'plain: "a # b" # a comment'),
        ("plain", ">10", 'plain: ">10" # a comment'),
        ("single", "he's", "single: 'he''s'"),
        ("double", 'say "x"', r'double: "say \"x\""'),
        ("result", "weakly, positive", 'flow: {result: "weakly, positive", pattern: [one, two]}'),
    ],
)
def test_a_value_keeps_its_style_and_its_comment(name: str, value: str, line: str) -> None:
    assert line in replaced(name, value).splitlines()


def test_names_are_told_from_values() -> None:
    found = scalars_of(TEXT)

    assert found[1, 1].is_name
    assert not found[1, 8].is_name
    assert found[4, 8].is_name
    assert not found[4, 16].is_name


@settings(deadline=None)
@given(st.sampled_from(["plain", "single", "double", "result", "folded"]), st.text(min_size=1, max_size=40))
def test_whatever_is_written_is_read_back_and_nothing_else_changes(name: str, value: str) -> None:
    value = " ".join(
        "".join(c for c in value if c.isprintable() and c not in "\ufeff\u0085\u2028\u2029").split()
    )
    if not value:
        return

    before, after = _values(TEXT), _values(replaced(name, value))

    at = before.index(name) + 1
    assert after == [*before[:at], value, *before[at + 1 :]]


def _values(text: str) -> list[str]:
    """Every name and value as it is written: the case data are read so, and `00` is not 0 there."""
    return [scalar.value for scalar in scalars_of(text).values()]
