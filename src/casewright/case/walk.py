"""Nodes held against shapes: facts come out, and every problem met on the way."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from casewright.case.model import Fact
from casewright.case.nodes import Listing, Node, Scalar, Table
from casewright.case.scalars import Refused, read_value
from casewright.case.shape import Event, Group, Measure, Series, Shape
from casewright.case.words import TAKEN, clip, in_sentence, is_id, is_name, nearest, suggestion
from casewright.errors import Place, Problem

# A chosen name so like a known one is taken for a slip; `cyles` is 0.91 like `cycles`.
SLIP = 0.88


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A value that stands elsewhere: the id of the fact that holds it."""

    id: str
    place: Place
    measure: Measure


@dataclass(slots=True)
class Walk:
    """One walk through both files, and what it gathers.

    `events` are the names of events that were met, `elsewhere` the branches of the tree that wait for a fact, each
    with the name under which it belongs. `failed` are the ids that could not be read: pointing at them is no fault.
    """

    facts: dict[str, Fact] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    events: list[Scalar] = field(default_factory=list)
    elsewhere: list[tuple[dict[str, Any], str]] = field(default_factory=list)
    failed: set[str] = field(default_factory=set)

    def refuse(self, message: str, hint: str, place: Place) -> None:
        self.problems.append(Problem(message, hint, place))

    def group(self, shape: Group, table: Table, id: str, named: Place) -> dict[str, Any]:
        """The branch of the tree that one group makes; `named` is where the group's own name is written."""
        branch: dict[str, Any] = {}
        if "name" in shape.fields and "name" not in table.entries:
            branch["name"] = self._own_name(id, named)
        for name, node in table.entries.items():
            inner = shape.fields.get(name) or self._chosen(shape, name, table.names[name], id)
            if inner is not None:
                value = self._entry(inner, node, f"{id}.{name}".lstrip("."), table.names[name])
                if value is not None:
                    branch[name] = value
                if isinstance(value, Elsewhere):
                    self.elsewhere.append((branch, name))
        if shape.letters and not table.entries:
            self.refuse(f"`{id}` has no panel", "add `A:`, and below it `image:` and `alt:`", named)
        for name, inner in shape.fields.items():
            if inner.required and name not in table.entries:
                where = f"`{id}`" if id else "the file"
                self.refuse(f"{where} lacks `{name}`", f"add `{name}:`, {in_sentence(inner.about)}", named)
        return branch

    def _own_name(self, id: str, place: Place) -> Fact:
        text = id.rpartition(".")[2].replace("_", " ")
        fact = Fact(f"{id}.name", text, text, place, formula="the name of the entry")
        self.facts[fact.id] = fact
        return fact

    def _chosen(self, shape: Group, name: str, place: Place, id: str) -> Shape | None:
        """What an entry holds whose name is not a field; None, with a problem, where it may not be so called."""
        if shape.rest is None:
            where = f" in `{id}`" if id else ""
            known = f"known here: {', '.join(shape.fields)}"
            self.refuse(f"`{clip(name)}` is not known{where}", suggestion(name, shape.fields, known), place)
        elif shape.letters and (len(name) != 1 or not "A" <= name <= "Z"):
            self.refuse(
                f"`{clip(name)}` is not a panel of `{id}`",
                "name panels by one capital letter, from `A`",
                place,
            )
        elif not is_name(name):
            self.refuse(
                f"`{clip(name)}` cannot be a name", "begin with a letter, then letters, digits and `_`", place
            )
        elif name in TAKEN:
            self.refuse(
                f"`{name}` cannot be a name: it means something else in templates", "choose another", place
            )
        elif slip := self._slip(name, shape):
            self.refuse(
                f"`{name}` is not known in `{id}`",
                f"did you mean `{slip}`? If not, choose another name",
                place,
            )
        else:
            return shape.rest
        return None

    def _slip(self, name: str, shape: Group) -> str:
        """The field for which a chosen name was meant; "" where it only builds on one (`survival_of_all`)."""
        near = nearest(name, shape.fields, SLIP) if shape.fields else ""
        return "" if name.startswith(f"{near}_") or name.endswith(f"_{near}") else near

    def _entry(self, shape: Shape, node: Node, id: str, named: Place) -> Any:
        """What one entry gives the tree; None, with a problem, where nothing can be used."""
        if isinstance(node, Scalar) and node.missing:
            self.refuse(f"`{id}` has no value", "write it after the colon, or take the entry out", named)
            return None
        if isinstance(shape, Group):
            return self._group_entry(shape, node, id, named)
        if isinstance(shape, Series):
            return self._series(shape, node, id)
        if not isinstance(node, Scalar):
            found = "a list" if isinstance(node, Listing) else "a group of entries"
            self.refuse(f"`{id}` holds {found} where one value belongs", in_sentence(shape.about), node.place)
            return None
        if isinstance(shape, Event):
            self.events.append(node)
            return node.text
        if isinstance(shape, Measure) and shape.elsewhere and is_id(node.text):
            return Elsewhere(node.text, node.place, shape)
        return self._fact(shape, node, id)

    def _group_entry(self, shape: Group, node: Node, id: str, named: Place) -> Any:
        if isinstance(node, Scalar) and shape.short:
            node = Table({shape.short: node}, {shape.short: node.place}, node.place)
        if isinstance(node, Table):
            return self.group(shape, node, id, named)
        found = "a list" if isinstance(node, Listing) else f"the single value `{clip(node.text)}`"
        names = [name for name, inner in shape.fields.items() if inner.required] or [*shape.fields, "name"]
        hint = f"indent entries below it, such as `{names[0]}: ...`"
        self.refuse(f"`{id}` holds {found} where a group of entries belongs", hint, node.place)
        return None

    def _series(self, shape: Series, node: Node, id: str) -> tuple[Any, ...] | None:
        if not isinstance(node, Listing):
            self.refuse(
                f"`{id}` is not a list", "write each item on a line of its own, after `- `", node.place
            )
            return None
        items = (
            self._entry(shape.item, item, f"{id}.{n}", item.place) for n, item in enumerate(node.items, 1)
        )
        return tuple(item for item in items if item is not None)

    def _fact(self, shape: Shape, node: Scalar, id: str) -> Fact | None:
        try:
            value, analyte = read_value(shape, node.text, id.rpartition(".")[2])
        except Refused as refused:
            self.refuse(f"`{id}`: {refused.message}", refused.hint, node.place)
            self.failed.add(id)
            return None
        fact = self.facts[id] = Fact(id, value, node.text, node.place, analyte)
        return fact
