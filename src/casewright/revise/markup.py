"""The marks of Markdown and of templates around words that are taken out, put in or moved."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from casewright.revise.citing import Works
from casewright.revise.escape import as_prose, guarded
from casewright.revise.ruling import SourceChange

EMPHASIS = "*_~^"

_PAIRS = {"*": "*", "_": "_", "~": "~", "^": "^", "[": "]"}
_SHORT_NAME = re.compile(r"\{%-?\s*set (\w+) = ([\w.]+)\s*-?%\}")
_EXPRESSION = re.compile(r"\{\{[^}\n]{0,500}\}\}")
_NAME = re.compile(r"(?<![\w.\"'])[A-Za-z_]\w*(?![\w(\"'])")
_ATTRIBUTES = re.compile(r"\](?:\{[^}\n]{0,300}\}|\([^)\n]{0,300}\))?")


def as_source(typed: str, works: Works, begins_line: bool) -> str:
    """One paragraph's text as source, in which citations that were typed are citations."""
    written = works.with_citations(typed, _citation, as_prose)
    return guarded(written) if begins_line else written


def _citation(keys: Sequence[str]) -> str:
    return f"[{'; '.join(f'@{key}' for key in keys)}]"


def with_full_names(change: SourceChange, text: str) -> SourceChange:
    """A moved paragraph that does without the short names which its file gives to groups of facts."""
    names = dict(_SHORT_NAME.findall(text))
    new = change.new
    for _ in range(len(names)):
        longer = _EXPRESSION.sub(lambda found: _NAME.sub(lambda n: names.get(n[0], n[0]), found[0]), new)
        if longer == new or len(longer) > 100_000:
            break
        new = longer
    return replace(change, new=new)


def with_delimiters(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch with the marks of emphasis, link or span that would be left with nothing between them."""
    while start and end < len(text) and _PAIRS.get(text[start - 1]) == text[end]:
        if text[start - 1] == "[":
            found = _ATTRIBUTES.match(text, end)
            end = found.end() if found else end + 1
        else:
            end += 1
        start -= 1
    return start, end


def over_edges(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch with the other half of the marks of emphasis of which it holds one."""
    while start and text[start - 1] in EMPHASIS and text[start - 1] in text[start:end]:
        start -= 1
    while end < len(text) and text[end] in EMPHASIS and text[end] in text[start:end]:
        end += 1
    return start, end


def guard_next(text: str, file: str, start: int, end: int, new: str) -> tuple[SourceChange, ...]:
    """Where a deletion brings other words to the start of a line: those kept from being markup."""
    if new or not (start == 0 or text[start - 1] == "\n"):
        return ()
    line_end = text.find("\n", end)
    rest = text[end : line_end if line_end >= 0 else len(text)]
    safe = guarded(rest)
    if safe == rest:
        return ()
    at = end + next((n for n, pair in enumerate(zip(rest, safe, strict=False)) if pair[0] != pair[1]), 0)
    return (SourceChange(file, at, at, "", "\\"),)
