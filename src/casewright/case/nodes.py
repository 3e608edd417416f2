"""What a YAML file is made of: scalars, lists and tables, each with its place."""

from __future__ import annotations

from dataclasses import dataclass

from casewright.errors import Place


@dataclass(frozen=True, slots=True)
class Scalar:
    """A value or a name, with the characters it was written with."""

    text: str
    place: Place
    quoted: bool = False

    @property
    def missing(self) -> bool:
        """Whether nothing stands where a value belongs."""
        return not self.quoted and self.text in ("", "~", "null", "Null", "NULL")


@dataclass(frozen=True, slots=True)
class Listing:
    """The items of a list."""

    items: tuple[Node, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Table:
    """The entries of a mapping by name; `names` keeps where each name stands."""

    entries: dict[str, Node]
    names: dict[str, Place]
    place: Place


Node = Scalar | Listing | Table
