"""The data of a case as templates see them: branches to walk, facts to print; no way from them to Python."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from casewright.case.model import Fact
from casewright.journal.model import Profile
from casewright.quantity.model import Quantity
from casewright.render.markdown import escaped, span
from casewright.render.si import in_si
from casewright.render.style import quantity_text
from casewright.render.tracing import fact_text


class Misused(ValueError):  # noqa: N818 - the word says what happened, as in a sentence
    """Something was asked of a value that it cannot give; the message is for the author of the template."""

    def __init__(self, message: str, hint: str = "", written: str = "") -> None:
        super().__init__(message)
        self.hint = hint
        self.written = written  # as it stands in the template, to find its column


class Printed:
    """A fact with the words in which it is printed; a filter changes the words and keeps the fact.

    Its `str` is marked Markdown that carries the fact's id.
    """

    __slots__ = ("fact", "text")

    def __init__(self, fact: Fact, text: str) -> None:
        self.fact = fact
        self.text = text

    def worded(self, text: str) -> Printed:
        """The same fact in other words (Markdown)."""
        return Printed(self.fact, text)

    def __str__(self) -> str:
        return fact_text(self.fact.id, span(self.text, "fact", key=self.fact.id))

    def __bool__(self) -> bool:
        return self.fact.value is not False and self.fact.value != ""

    def __eq__(self, other: object) -> bool:
        """Equal to what the data say: `patient.sex == "male"`, `patient.age == 45`."""
        value = self.fact.value
        if isinstance(other, Printed):
            return value == other.fact.value
        if isinstance(value, Quantity) and len(value.numbers) == 1 and isinstance(other, int | float):
            return value.numbers[0].value == other
        return value == other or (isinstance(other, str) and self.fact.written == other)

    def __hash__(self) -> int:
        return hash(self.fact.id)


class Branch:
    """A group of facts. Looping over it gives what it holds, in the order of the data."""

    __slots__ = ("_profile", "_tree", "path")

    def __init__(self, tree: Mapping[str, Any], path: str, profile: Profile) -> None:
        self._tree = tree
        self._profile = profile
        self.path = path

    def names(self) -> list[str]:
        """What can follow the dot."""
        return [str(name) for name in self._tree]

    def child(self, name: str) -> Any:
        """What stands under this name. Raises KeyError."""
        return wrapped(self._tree[name], f"{self.path}.{name}".lstrip("."), self._profile)

    def __str__(self) -> str:
        hint = "print one of them: " + ", ".join(f"`{self.path}.{name}`" for name in self.names()[:6])
        raise Misused(f"`{self.path}` is a group of facts, not a fact", hint, self.path)

    def __iter__(self) -> Iterator[Any]:
        return (self.child(name) for name in self._tree)

    def __len__(self) -> int:
        return len(self._tree)


def wrapped(value: Any, path: str, profile: Profile) -> Any:
    """A value of the case's tree as templates see it."""
    if isinstance(value, Fact):
        return Printed(value, fact_words(value, profile))
    if isinstance(value, Mapping):
        return Branch(value, path, profile)
    if isinstance(value, list | tuple):
        return tuple(wrapped(item, f"{path}.{index}", profile) for index, item in enumerate(value))
    return escaped(value) if isinstance(value, str) else value


def fact_words(fact: Fact, profile: Profile) -> str:
    """The fact in the journal's style, as Markdown."""
    if isinstance(fact.value, Quantity):
        si = profile.units.system == "si"
        return quantity_text(in_si(fact.value, fact.analyte) if si else fact.value, profile)
    if isinstance(fact.value, bool):
        return "yes" if fact.value else "no"
    return escaped(fact.value)
