"""Regular expressions that are compiled when they are first used.

The rules hold some five hundred of them. Most manuscripts need half, and compiling the rest would take a fifth of
the time from the start of the program to its first finding.
"""

from __future__ import annotations

import re
from typing import Any, cast

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split")


def lazily(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` gives, made at its first use. A fault in the pattern shows then, as `re.error`."""
    return cast("re.Pattern[str]", Lazy(pattern, flags))


class Lazy:
    """A pattern that has not been used yet; from its first use on it answers as the compiled one."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(self.pattern, self._flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)
