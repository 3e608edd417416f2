"""Citations that a co-author typed as they are printed: `[11]` is the eleventh work of the reference list."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

_PRINTED = re.compile(r"\[(\d{1,3}(?:-\d{1,3})?(?:, ?\d{1,3}(?:-\d{1,3})?)*)\]")


def with_citations(
    typed: str, references: Sequence[str], cite: Callable[[Sequence[str]], str], rest: Callable[[str], str]
) -> str:
    """The text with what `cite` makes of the keys of each printed citation, and what `rest` makes of all between.

    A number that the reference list does not have is no citation.
    """
    pieces = []
    at = 0
    for found in _PRINTED.finditer(typed):
        keys = _keys(found[1], references)
        if keys:
            pieces += [rest(typed[at : found.start()]), cite(keys)]
            at = found.end()
    return "".join([*pieces, rest(typed[at:])])


def _keys(numbers: str, references: Sequence[str]) -> list[str]:
    keys: list[str] = []
    for part in numbers.split(","):
        first, _, last = part.strip().partition("-")
        low, high = int(first), int(last or first)
        if not 1 <= low <= high <= len(references):
            return []
        keys += references[low - 1 : high]
    return list(dict.fromkeys(keys))
