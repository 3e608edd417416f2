"""Tables of the greatest figure that each of some named things can have: `liver|hepatic | 60`."""

from __future__ import annotations

import re

from casewright.patterns import lazily


class Greatest:
    """What is named, by a pattern in any case, and the greatest figure of it; a line for each limit."""

    def __init__(self, table: str) -> None:
        rows = [line.rpartition(" | ") for line in table.strip().splitlines()]
        self._limits = [float(most) for _, _, most in rows]
        self._named = lazily(
            "|".join(rf"\b(?P<k{at}>{named.strip()})\b" for at, (named, _, _) in enumerate(rows)),
            re.IGNORECASE,
        )
        self.least, self.most = min(self._limits), max(self._limits)

    def of(self, text: str, start: int, end: int) -> float:
        """The greatest figure of all that is named in a stretch of a text; nought where nothing is."""
        kinds = (match.lastgroup for match in self._named.finditer(text, start, end))
        return max((self._limits[int(kind[1:])] for kind in kinds if kind), default=0)
