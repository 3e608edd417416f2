"""Nodes held against shapes: facts come out, and every problem met on the way."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from casewright.case.measures import Refused, analyte_of, read_measure
from casewright.case.model import Fact, Value
from casewright.case.shape import Choice, Day, Event, Group, Measure, Series, Shape, Text, YesNo
from casewright.case.source import Listing, Node, Scalar, Table
from casewright.errors import Place, Problem

# A name becomes an attribute in templates, where these already mean something else.
TAKEN = frozenset(name for name in dir(dict) if not name.startswith("_"))

_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*\Z")
_ID = re.compile(r"[A-Za-z]\w*(?:\.\w+)+\Z", re.ASCII)
_YES_NO = {"yes": True, "no": False, "true": True, "false": False}


@dataclass(slots=True)
class Pending:
    """A value that stands elsewhere: `branch[name]` waits for the fact `id`."""

    branch: dict[str, Any]
    name: str
    id: str
    place: Place
    measure: Measure


@dataclass(slots=True)
class Walk:
    """What one walk through both files gathers."""

    facts: dict[str, Fact] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    events: list[Scalar] = field(default_factory=list)
    pending: list[Pending] = field(default_factory=list)

    def refuse(self, message: str, hint: str, place: Place) -> None:
        self.problems.append(Problem(message, hint, place))

    def group(self, shape: Group, table: Table, id: str, named: Place | None = None) -> dict[str, Any]:
        """The branch of the tree that one group makes; `named` is where its own name is written."""
        branch: dict[str, Any] = {}
        if "name" in shape.fields and "name" not in table.entries:
            branch["name"] = self.own_name(id, named or table.place)
        for name, node in table.entries.items():
            inner = shape.fields.get(name, shape.rest)
            own = f"{id}.{name}" if id else name
            if inner is None:
                self.refuse(*unknown(name, shape.fields, id), table.names[name])
            elif name in shape.fields or self.allows(name, table.names[name], own):
                self.entry(inner, node, own, branch, name, self.meant(name, shape))
        for name, inner in shape.fields.items():
            if inner.required and name not in table.entries:
                where = f"`{id}`" if id else "the file"
                self.refuse(f"{where} lacks `{name}`", _first_words(inner), named or table.place)
        return branch

    def own_name(self, id: str, place: Place) -> Fact:
        text = id.rpartition(".")[2].replace("_", " ")
        fact = Fact(f"{id}.name", text, text, place, formula="the name of the entry")
        self.facts[fact.id] = fact
        return fact

    def allows(self, name: str, place: Place, id: str) -> bool:
        """Whether an author may choose this name."""
        if _NAME.match(name) is None:
            hint = "begin with a letter, then letters, digits and `_`"
            self.refuse(f"`{name}` cannot be a name", hint, place)
            return False
        if name in TAKEN:
            self.refuse(f"`{name}` cannot be a name: it means something else in templates", "choose another", place)
            return False
        return True

    def meant(self, name: str, shape: Group) -> str:
        """The field that a chosen name may have been meant for."""
        if name in shape.fields or not shape.fields:
            return ""
        near = nearest(name, shape.fields)
        return f"did you mean `{near[0]}`?" if near else ""

    def entry(self, shape: Shape, node: Node, id: str, branch: dict[str, Any], name: str, hint: str = "") -> None:
        """Read one entry into `branch[name]`."""
        if isinstance(node, Scalar) and node.missing:
            self.refuse(f"`{id}` has no value", hint or "write the value after the colon, or take the entry out", node.place)
        elif isinstance(shape, Group):
            self.grouped(shape, node, id, branch, name, hint)
        elif isinstance(shape, Series):
            self.series(shape, node, id, branch, name)
        elif not isinstance(node, Scalar):
            found = "a list" if isinstance(node, Listing) else "a group of entries"
            self.refuse(f"`{id}` holds {found} where one value belongs", hint or shape.about, node.place)
        elif isinstance(shape, Event):
            self.events.append(node)
            branch[name] = node.text
        elif isinstance(shape, Measure) and shape.elsewhere and _ID.match(node.text):
            self.pending.append(Pending(branch, name, node.text, node.place, shape))
        else:
            self.scalar(shape, node, id, branch, name, hint)

    def grouped(self, shape: Group, node: Node, id: str, branch: dict[str, Any], name: str, hint: str) -> None:
        if isinstance(node, Scalar) and shape.short:
            node = Table({shape.short: node}, {shape.short: node.place}, node.place)
        if isinstance(node, Table):
            branch[name] = self.group(shape, node, id)
            return
        found = "a list" if isinstance(node, Listing) else f"the single value `{_clip(node.text)}`"
        self.refuse(f"`{id}` holds {found} where entries with names belong", hint or _example(shape), node.place)

    def series(self, shape: Series, node: Node, id: str, branch: dict[str, Any], name: str) -> None:
        if not isinstance(node, Listing):
            self.refuse(f"`{id}` is not a list", "write each item on a line of its own, after `- `", node.place)
            return
        items: dict[str, Any] = {}
        for number, item in enumerate(node.items, 1):
            self.entry(shape.item, item, f"{id}.{number}", items, str(number))
        branch[name] = tuple(items.values())

    def scalar(self, shape: Shape, node: Scalar, id: str, branch: dict[str, Any], name: str, hint: str) -> None:
        try:
            value = read_value(shape, node)
            if isinstance(shape, Measure) and shape.by_name:
                analyte = analyte_of(name, value)
            else:
                analyte = ""
        except Refused as refused:
            self.refuse(f"`{id}`: {refused.message}", hint or refused.hint, node.place)
            return
        fact = Fact(id, value, node.text, node.place, analyte)
        self.facts[id] = branch[name] = fact


def read_value(shape: Shape, node: Scalar) -> Value:
    """The value of one scalar; raises Refused."""
    text = " ".join(node.text.split())
    if isinstance(shape, Measure):
        return read_measure(shape, text)
    if isinstance(shape, Choice) and text not in shape.options:
        near = nearest(text, shape.options)
        hint = f"did you mean `{near[0]}`?" if near else f"write {_either(shape.options)}"
        raise Refused(f"`{_clip(text)}` is not one of its values", hint)
    if isinstance(shape, YesNo):
        if text.lower() not in _YES_NO:
            raise Refused(f"`{_clip(text)}` is neither yes nor no", "write `yes` or `no`")
        return _YES_NO[text.lower()]
    if isinstance(shape, Day):
        _read_day(text)
    if not text:
        raise Refused("the value is empty", "write it between the quotes, or take the entry out")
    return text


def _read_day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Refused(f"`{_clip(text)}` is not a date", "write year, month and day: `2014-05-31`") from None


def unknown(name: str, known: Iterable[str], id: str) -> tuple[str, str]:
    """Message and hint for a name that has no place here."""
    near = nearest(name, known)
    where = f" in `{id}`" if id else ""
    hint = f"did you mean `{near[0]}`?" if near else f"known here: {', '.join(sorted(known))}"
    return f"`{_clip(name)}` is not known{where}", hint


def nearest(name: str, known: Iterable[str], count: int = 1) -> list[str]:
    """The known names that are spelled most like this one."""
    from difflib import get_close_matches

    by_folded = {option.lower(): option for option in known}
    return [by_folded[match] for match in get_close_matches(name.lower(), by_folded, count, 0.6)]


def _either(options: Iterable[str]) -> str:
    *others, last = [f"`{option}`" for option in options]
    return f"{', '.join(others)} or {last}" if others else last


def _clip(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"


def _first_words(shape: Shape) -> str:
    return f"it says: {shape.about.rstrip('.')[:1].lower()}{shape.about.rstrip('.')[1:]}"


def _example(shape: Group) -> str:
    names = [name for name, inner in shape.fields.items() if inner.required] or list(shape.fields)
    return f"indent below it, for instance, `{names[0]}: ...`" if names else "indent below it lines such as `name: ...`"


def tree_of(mapping: Mapping[str, Any], id: str) -> Any:
    """What stands at a dotted path of the tree; None where nothing does."""
    for part in id.split("."):
        if isinstance(mapping, tuple) and part.isdigit() and 0 < int(part) <= len(mapping):
            mapping = mapping[int(part) - 1]
        elif isinstance(mapping, Mapping) and part in mapping:
            mapping = mapping[part]
        else:
            return None
    return mapping
