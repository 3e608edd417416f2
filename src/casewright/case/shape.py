"""What may stand where in a file of case data.

A shape says what one entry holds, in words that an editor shows to the doctor who fills it in. The same shapes read
the files (`casewright.case.walk`) and make the JSON Schema (`casewright.case.schema`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Text:
    """Words, printed as they are written."""

    about: str
    required: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a few words."""

    about: str
    options: tuple[str, ...]
    required: bool = False


@dataclass(frozen=True, slots=True)
class YesNo:
    """`yes` or `no`."""

    about: str
    required: bool = False


@dataclass(frozen=True, slots=True)
class Day:
    """A calendar date, written 2014-05-31. It serves to compute intervals; reports do not print it."""

    about: str
    required: bool = False


@dataclass(frozen=True, slots=True)
class Measure:
    """A quantity, in the grammar of `casewright.quantity`.

    `dimensions` are those its unit may have ("" where it has none); none named, any will do. `forms` are the shapes
    of quantity that make sense. `words` may stand in place of a quantity. With `by_name`, the entry's name says
    which analyte of `casewright.quantity.analytes` it is. With `elsewhere`, the id of a fact that holds the quantity
    may stand in its place. `most` is the greatest quantity of a dimension that life allows, with the hint where more
    is written; a limit of nothing refuses the dimension. `needs_unit` refuses a bare number for an analyte that has a
    unit.
    """

    about: str
    dimensions: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    by_name: bool = False
    elsewhere: bool = False
    required: bool = False
    most: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    needs_unit: bool = False


@dataclass(frozen=True, slots=True)
class Event:
    """The name of an event of the timeline."""

    about: str
    required: bool = False


@dataclass(frozen=True, slots=True)
class Series:
    """A list, of which each item has one shape."""

    about: str
    item: Shape
    required: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Entries under names.

    `fields` are the names that are known. Any other name is the author's own choice where `rest` says what it holds,
    and is refused where it does not. Where `short` names a field, a bare value stands for a group with only that field
    (`CD56: positive`). A group with a field `name` takes its own name for it where none is written. With `letters`,
    the names are capital letters, and there is at least one.
    """

    about: str
    fields: Mapping[str, Shape] = field(default_factory=dict)
    rest: Shape | None = None
    short: str = ""
    letters: bool = False
    required: bool = False


Shape = Text | Choice | YesNo | Day | Measure | Event | Series | Group


def time(
    about: str, *, elsewhere: bool = False, required: bool = False, most: tuple[str, str] | None = None
) -> Measure:
    """A length of time: `45 years`, `5 h`, `3-5 d`."""
    limits = {"time": most} if most else {}
    return Measure(about, ("time",), ("single", "range"), elsewhere=elsewhere, required=required, most=limits)


def count(about: str, *, required: bool = False) -> Measure:
    """A number without a unit."""
    return Measure(about, ("",), ("single",), required=required)
