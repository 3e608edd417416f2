"""A `case.yaml` in CARE order whose every field is explained where it stands, made from the shapes that read it.

What is known is filled in; a required field that is not says `to be written`; any other stands in a comment, ready to
be uncommented.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Mapping
from typing import Any

from casewright.case.care.files import CASE
from casewright.case.model import TO_BE_WRITTEN
from casewright.case.shape import Choice, Group, Series, Shape

WIDTH = 116
# The items of CARE (Gagnier 2013) that each part of the file is about.
ITEMS = {
    "article": "CARE 1 and 2: title page and key words",
    "patient": "CARE 5a: the patient",
    "presentation": "CARE 5b: what brought the patient to the doctor",
    "history": "CARE 5c: what had gone before",
    "vitals": "CARE 6: clinical findings",
    "examination": "CARE 6: clinical findings",
    "timeline": "CARE 7: the timeline",
    "labs": "CARE 8a: laboratory",
    "imaging": "CARE 8a: imaging",
    "pathology": "CARE 8a: pathology",
    "diagnosis": "CARE 8c: the diagnosis, and what else it might have been",
    "treatment": "CARE 9: treatment",
    "outcome": "CARE 10: course and outcome",
    "perspective": "CARE 12: the patient's own view",
    "statements": "CARE 13: consent, and the other statements",
    "figures": "Figures",
    "abbreviations": "Abbreviations",
}
_HEAD = """\
# The facts of this case. Each is written here, once; a sentence prints it by its name: {{ patient.age }}.
#
# A line that begins with # is a comment. To use a field, take its # away with the blank behind it, and the same from
# the lines above it to which it belongs; then write your value after the colon.
# "required" marks what every report needs. Where you do not know a value yet, write: to be written
# Write quantities as you would by hand, with their unit: 6800 /µL, 36.4 °C, 5 h. Write no name, no record number and
# no date of birth.
"""
# Not plain YAML without quotes: empty, begun by an indicator, or holding what ends or comments a plain scalar.
_NEEDS_QUOTES = re.compile(
    r"""^$|^[\s\-?:,\[\]{}#&*!|>'"%@`=]|: |:$|\s#|\s$|^(?:~|null|true|false|yes|no)$""", re.I
)


def case_yaml(known: Mapping[str, Any]) -> str:
    """The file, with the values of `known` (nested as in the file) in their places."""
    lines = [_HEAD.rstrip()]
    for name, shape in CASE.fields.items():
        title = f"# ── {ITEMS[name]} "
        lines += ["", title + "─" * (WIDTH - len(title)), ""]
        lines += _entry(name, shape, known.get(name), 0, False)
    return "\n".join(lines) + "\n"


def scalar(value: object) -> str:
    """One value as YAML, quoted where it must be."""
    text = " ".join(str(value).split())
    if _NEEDS_QUOTES.search(text):
        return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return text


def _entry(name: str, shape: Shape, value: Any, depth: int, silent: bool) -> Iterator[str]:
    """The lines of one entry; `silent` where it stands within a comment already."""
    needed = shape.required and not silent
    mark = "# " if value is None and not needed else ""
    about = shape.about + (" (required)" if shape.required else "")
    if isinstance(shape, Choice):
        about = f"{', '.join(shape.options)}. {about}"
    indent = "  " * depth
    if isinstance(shape, Group):
        yield from _comment(about, indent)
        yield f"{indent}{mark}{name}:"
        yield from _within(shape, value, depth + 1, bool(mark) or silent)
        return
    if isinstance(shape, Series):
        yield from _comment(about, indent)
        yield f"{indent}{mark}{name}:"
        yield from _items(shape, value, depth + 1)
        return
    written = scalar(value if value is not None else TO_BE_WRITTEN)
    line = f"{indent}{mark}{name}: {written}"
    if mark or len(line) + len(about) + 3 <= WIDTH:
        yield f"{line} # {about}" if written else f"{line}  # {about}"
    else:
        yield from _comment(about, indent)
        yield line


def _within(shape: Group, value: Any, depth: int, silent: bool) -> Iterator[str]:
    """The fields of a group, those that are given under the author's own names, and one that shows how."""
    if isinstance(value, str):
        value = {shape.short: value}
    given = dict(value or {})
    for name, inner in shape.fields.items():
        yield from _entry(name, inner, given.pop(name, None), depth, silent)
    if shape.rest is None:
        return
    for name, own in given.items():
        yield from _own(name, shape.rest, own, depth)
    if not given:
        needed = shape.required and not silent
        if needed and not shape.fields:
            yield f"{'  ' * depth}first: {TO_BE_WRITTEN}"
        else:
            name = "A" if shape.letters else "a_name_of_your_choice"
            yield from _entry(name, shape.rest, None, depth, True)


def _own(name: str, shape: Shape, value: Any, depth: int) -> Iterator[str]:
    """What is given under a name of the author's choice, without the fields that are not used."""
    indent = "  " * depth
    if isinstance(value, Mapping):
        yield f"{indent}{name}:"
        for inner, own in value.items():
            yield from _own(inner, shape, own, depth + 1)
    elif isinstance(value, list | tuple):
        yield f"{indent}{name}:"
        yield from (f"{indent}  - {scalar(item)}" for item in value)
    else:
        yield f"{indent}{name}: {scalar(value)}"


def _items(shape: Series, value: Any, depth: int) -> Iterator[str]:
    indent = "  " * depth
    if value:
        yield from (f"{indent}- {scalar(item)}" for item in value)
        return
    if isinstance(shape.item, Group):
        first, *others = shape.item.fields.items()
        yield f"{indent}# - {first[0]}: {_open(first[1])} # {first[1].about}"
        yield from (f"{indent}#   {name}: {_open(inner)} # {inner.about}" for name, inner in others)
    else:
        yield f"{indent}# - {TO_BE_WRITTEN} # {shape.item.about}"


def _open(shape: Shape) -> str:
    """What stands in a field that is not known yet."""
    return f"[{TO_BE_WRITTEN}]" if isinstance(shape, Series) else TO_BE_WRITTEN


def _comment(text: str, indent: str) -> list[str]:
    return textwrap.wrap(text, WIDTH, initial_indent=f"{indent}# ", subsequent_indent=f"{indent}# ")
