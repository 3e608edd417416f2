"""YAML into frozen values, by the types that their fields declare; every fault with its line and column."""

from __future__ import annotations

import types
from collections.abc import Collection, Mapping
from dataclasses import MISSING, fields, is_dataclass
from difflib import get_close_matches
from io import StringIO
from pathlib import Path
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from casewright.errors import InputError, Place, Problem

MAX_BYTES = 200_000  # a profile has about 5,000; more is a mistake or an attack
T = TypeVar("T")


def read_values(file: Path, shown: str, kind: type[T], given: Mapping[str, Any] | None = None) -> T:
    """A value of the dataclass `kind` from a YAML file, with `given` fields that the file must not name.

    Raises InputError with every fault of the file; `shown` is what places call it.
    """
    return read_node(compose(file, shown), shown, kind, given)


def compose(file: Path, shown: str) -> Node | None:
    """The YAML of a file as nodes, whose marks name it `shown`; None of an empty one. Raises InputError."""
    try:
        raw = file.read_bytes()
        text = raw.decode("utf-8")
    except OSError as error:
        raise InputError(Problem("cannot read the file", error.strerror or "", Place(shown))) from error
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise InputError(Problem("not UTF-8 text", "save the file as UTF-8", Place(shown, line))) from error
    if len(raw) > MAX_BYTES:
        raise InputError(Problem(f"larger than {MAX_BYTES} bytes", "", Place(shown)))
    try:
        node: Node | None = YAML(typ="safe", pure=True).compose(_Named(text, shown))
    except YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = Place(shown, mark.line + 1, mark.column + 1) if mark else Place(shown)
        problem = Problem(f"not YAML: {getattr(error, 'problem', None) or error}", "", place)
        raise InputError(problem) from error
    return node


def read_node(node: Node | None, shown: str, kind: type[T], given: Mapping[str, Any] | None = None) -> T:
    """A value of the dataclass `kind` from composed YAML. Raises InputError with every fault in it."""
    reader = _Reader(shown)
    if node is None:
        reader.fault("the file is empty", None, "copy the profile of another journal and change it")
    value: T | None = reader.read(node, kind, "", dict(given or {})) if node is not None else None
    if reader.problems or value is None:
        raise InputError(sorted(reader.problems, key=lambda problem: problem.place))
    return value


def taken_out(node: Node | None, name: str) -> str | None:
    """The value of one name of a mapping, which is taken out of it; None where it is not there."""
    if not isinstance(node, MappingNode):
        return None
    for pair in node.value:
        if pair[0].value == name and isinstance(pair[1], ScalarNode):
            node.value.remove(pair)
            return str(pair[1].value)
    return None


def laid_over(base: Node | None, own: Node | None, apart: Collection[str] = ()) -> Node | None:
    """The names of `own` in place of those of `base`, mapping by mapping; those in `apart` are replaced whole."""
    if not (isinstance(base, MappingNode) and isinstance(own, MappingNode)):
        return own
    merged = MappingNode(own.tag, [], own.start_mark, own.end_mark)
    theirs = {key.value: value for key, value in base.value if isinstance(key, ScalarNode)}
    names = {key.value for key, _ in own.value if isinstance(key, ScalarNode)}
    merged.value += [pair for pair in base.value if pair[0].value not in names]
    merged.value += [
        (key, value if key.value in apart else laid_over(theirs.get(key.value), value, apart))
        for key, value in own.value
    ]
    return merged


class _Named(StringIO):
    """YAML in memory, under the name that its marks carry."""

    def __init__(self, text: str, name: str) -> None:
        super().__init__(text)
        self.name = name


class _Reader:
    """Collects every problem; what it returns counts only where there is none."""

    def __init__(self, shown: str) -> None:
        self.shown = shown
        self.problems: list[Problem] = []

    def fault(self, message: str, node: Node | None, hint: str = "") -> None:
        mark = node.start_mark if node is not None else None
        place = Place(mark.name, mark.line + 1, mark.column + 1) if mark else Place(self.shown, 1)
        self.problems.append(Problem(message, hint, place))

    def read(self, node: Node, kind: Any, path: str, given: dict[str, Any] | None = None) -> Any:
        """The value that `node` states for a field of this type."""
        origin = get_origin(kind)
        if is_dataclass(kind):
            return self._record(node, kind, path, given or {})
        if origin in (Union, types.UnionType):
            return self.read(node, next(arg for arg in get_args(kind) if arg is not type(None)), path)
        if origin is tuple:
            return self._list(node, get_args(kind), path)
        if origin in (dict, Mapping):
            inside = get_args(kind)[1]
            pairs = self._pairs(node)
            return {key.value: self.read(value, inside, f"{path}.{key.value}") for key, value in pairs}
        return self._scalar(node, kind, path)

    def _pairs(self, node: Node) -> list[tuple[ScalarNode, Node]]:
        """The names of a mapping as nodes, each with its value; the last of two that are the same."""
        if not isinstance(node, MappingNode):
            self.fault("expected names with values (`name: value`)", node)
            return []
        seen: dict[str, tuple[ScalarNode, Node]] = {}
        for key, value in node.value:
            if not isinstance(key, ScalarNode):
                self.fault("expected a name", key)
                continue
            if key.value in seen:
                self.fault(f"`{key.value}` is given twice", key, "keep one of the two")
            seen[key.value] = (key, value)
        return list(seen.values())

    def _record(self, node: Node, kind: Any, path: str, given: dict[str, Any]) -> Any:
        known = {f.name: f for f in fields(kind) if f.name not in given}
        hints = get_type_hints(kind)
        values: dict[str, Any] = dict(given)
        misspelled: set[str] = set()
        for key, value in self._pairs(node):
            if key.value in known:
                values[key.value] = self.read(value, hints[key.value], f"{path}.{key.value}".lstrip("."))
                continue
            near = get_close_matches(key.value, known, 1)
            misspelled.update(near)
            hint = f"did you mean `{near[0]}`?" if near else "there are: " + ", ".join(known)
            self.fault(f"unknown name `{key.value}`" + (f" in `{path}`" if path else ""), key, hint)
        required = [f.name for f in known.values() if f.default is MISSING and f.default_factory is MISSING]
        lacking = [name for name in required if name not in values]
        missing = [f"{path}.{name}".lstrip(".") for name in lacking if name not in misspelled]
        if missing:
            self.fault("missing: " + ", ".join(missing), node)
        return None if lacking else kind(**values)

    def _list(self, node: Node, kinds: tuple[Any, ...], path: str) -> tuple[Any, ...]:
        if not isinstance(node, SequenceNode):
            self.fault(f"`{path}` must be a list", node, "write `[one, two]`, or one `- item` a line")
            return ()
        if kinds[-1] is not Ellipsis and len(node.value) != len(kinds):
            self.fault(f"`{path}` needs {len(kinds)} items, there are {len(node.value)}", node)
            return ()
        return tuple(self.read(item, kinds[0], path) for item in node.value)

    def _scalar(self, node: Node, kind: Any, path: str) -> Any:
        if not isinstance(node, ScalarNode):
            self.fault(f"`{path}` must be a single value", node)
            return None
        text = str(node.value)
        if get_origin(kind) is Literal:
            if text not in get_args(kind):
                self.fault(f"`{path}` cannot be `{text}`", node, "one of: " + ", ".join(get_args(kind)))
            return text
        if kind is bool:
            if text not in ("true", "false"):
                self.fault(f"`{path}` must be true or false, not `{text}`", node)
            return text == "true"
        if kind in (int, float):
            try:
                return kind(text)
            except ValueError:
                self.fault(f"`{path}` must be a number, not `{text}`", node)
                return None
        return text
