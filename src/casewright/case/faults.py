"""What the YAML parser complains of, said to a doctor."""

from __future__ import annotations

import re
from typing import Any

from casewright.errors import Place, Problem
from casewright.patterns import lazily

# The parser's words, and what to say in their place. The first pattern that is found counts.
_FAULTS: tuple[tuple[str, str, str], ...] = (
    (
        r"chomping or indentation indicators",
        "a value that begins with `>` or `|` needs quotes",
        'write it as ">10 mm"',
    ),
    (
        r"mapping values are not allowed",
        "a colon stands where none is expected",
        "put a value with a colon in quotes, and see whether the line above lacks its colon",
    ),
    (
        r"found character '(?P<sign>[^']+)' that cannot start",
        "a value cannot begin with `{sign}`",
        "put the value in quotes",
    ),
    (r"quoted scalar.*end of stream", "a quote is opened here and never closed", "close the quote"),
    (r"quoted scalar.*document separator", "a quote is opened here and never closed", "close the quote"),
    (
        r"unknown escape character",
        "a backslash in double quotes has a meaning of its own",
        "use single quotes",
    ),
    (
        r"flow (sequence|mapping|node)",
        "a bracket is opened here and not closed as expected",
        "see its commas and its end",
    ),
    (r"could not find expected ':'", "a name stands without a colon", "write `name: value`"),
    (
        r"<block end>",
        "the line does not fit the lines above it",
        "indent it like its neighbours, and close every quote",
    ),
    (r"YAML document|directive", "the line is a directive, which is not read here", "take the line out"),
    (r"alias|anchor", "a value cannot begin with `*` or `&`", "put the value in quotes"),
    (
        r"special characters are not allowed",
        "an invisible control character stands here",
        "delete it and type it again",
    ),
)
# Where these fail, the place that helps is where the thing was opened.
_OPENED = lazily(r"quoted scalar.*(end of stream|document separator)|flow (sequence|mapping)", re.DOTALL)


def explain_fault(fault: Any, text: str, file: str) -> Problem:
    """The problem that a fault of ruamel.yaml stands for."""
    said = " ".join(
        str(part) for part in (getattr(fault, "context", ""), getattr(fault, "problem", "")) if part
    )
    place = _place(fault, said, text, file)
    for pattern, message, hint in _FAULTS:
        match = re.search(pattern, said or str(fault), re.DOTALL)
        if match is not None:
            sign = match.groupdict().get("sign", "")
            return Problem(message.format(sign=sign), hint, place)
    return Problem(
        "the file is not well-formed YAML here", "compare the line with those of the example", place
    )


def _place(fault: Any, said: str, text: str, file: str) -> Place:
    mark = getattr(fault, "problem_mark", None)
    opened = getattr(fault, "context_mark", None)
    if opened is not None and (mark is None or _OPENED.search(said)):
        mark = opened
    if mark is not None:
        return Place(file, mark.line + 1, mark.column + 1)
    position = getattr(fault, "position", None)
    if not isinstance(position, int):
        return Place(file)
    before = text[:position]
    return Place(file, before.count("\n") + 1, position - before.rfind("\n"))
