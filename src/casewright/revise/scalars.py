"""One value of a YAML file, replaced in its characters: everything else stays as it is, comments and order included."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

from casewright.errors import Place

_LONGEST = 2000


@dataclass(frozen=True, slots=True)
class Scalar:
    """A value in the file: its characters, how it is written, and whether it names an entry or stands in brackets."""

    start: int
    end: int
    style: str  # "" plain, "'", '"', ">", "|"
    value: str
    is_name: bool
    in_flow: bool


def scalars_of(text: str) -> dict[tuple[int, int], Scalar]:
    """The values of a YAML text by line and column, both from 1."""
    from ruamel.yaml import YAML
    from ruamel.yaml.events import (
        MappingEndEvent,
        MappingStartEvent,
        ScalarEvent,
        SequenceEndEvent,
        SequenceStartEvent,
    )

    found: dict[tuple[int, int], Scalar] = {}
    nesting: list[list[bool]] = []  # of each open group: in brackets, is a mapping, the next value is a name
    for event in YAML(typ="safe", pure=True).parse(text):
        if isinstance(event, ScalarEvent):
            group = nesting[-1] if nesting else [False, False, False]
            start, end = event.start_mark, event.end_mark
            found[start.line + 1, start.column + 1] = Scalar(
                start.index, end.index, event.style or "", event.value, group[1] and group[2], group[0]
            )
            _turn(nesting)
        elif isinstance(event, MappingStartEvent | SequenceStartEvent):
            mapping = isinstance(event, MappingStartEvent)
            nesting.append([bool(event.flow_style), mapping, mapping])
        elif isinstance(event, MappingEndEvent | SequenceEndEvent):
            nesting.pop()
            _turn(nesting)
    return found


def _turn(nesting: list[list[bool]]) -> None:
    if nesting and nesting[-1][1]:
        nesting[-1][2] = not nesting[-1][2]


def scalar_at(scalars: dict[tuple[int, int], Scalar], place: Place) -> Scalar | None:
    """The value that begins at a place."""
    return scalars.get((place.line, place.column))


def written_as(scalar: Scalar, text: str, value: str) -> str:
    """The characters that say `value` in place of a value of `text`, in its style where that can hold them."""
    value = " ".join(value.split())[:_LONGEST]
    if scalar.style == '"':
        return json.dumps(value, ensure_ascii=False)
    if scalar.style == "'":
        return "'" + value.replace("'", "''") + "'"
    if scalar.style in (">", "|"):
        return _block(text[scalar.start : scalar.end], value)
    return value if _is_plain(value, scalar.in_flow) else json.dumps(value, ensure_ascii=False)


def _block(written: str, value: str) -> str:
    """A block scalar with its header, its indentation and the blank lines behind it, and one line of text."""
    header, _, body = written.partition("\n")
    indent = re.match(r" *", body)[0]  # type: ignore[index]  # matches the empty string too
    tail = written[len(written.rstrip("\n ")) :]
    return f"{header}\n{indent}{value}{tail}"


def _is_plain(value: str, in_flow: bool) -> bool:
    """Whether a plain scalar can say it."""
    from ruamel.yaml import YAML
    from ruamel.yaml.error import YAMLError
    from ruamel.yaml.events import ScalarEvent

    line = f"a: {{b: {value}, c: [{value}, x]}}\n" if in_flow else f"a: {value}\n"
    try:
        events = [
            event for event in YAML(typ="safe", pure=True).parse(line) if isinstance(event, ScalarEvent)
        ]
    except YAMLError:
        return False
    said = [event.value for event in events]
    return said == (["a", "b", value, "c", value, "x"] if in_flow else ["a", value]) and not any(
        event.style for event in events
    )
