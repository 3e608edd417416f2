"""The time that a column or a row of a table is headed with, as sentences name their times: `day 7`, `admission`."""

from __future__ import annotations

import re
from functools import lru_cache

from casewright.patterns import lazily

_HEAD = lazily(
    r"(?:(?:on|at|upon|after)\s)?(?:"
    r"(?P<event>admission|discharge)"
    r"|(?P<pod>pod|post-?operative day|postop day)\s?#?(?P<pod_number>\d{1,3})"
    r"|(?:hospital )?(?P<unit>day|week|month)\s?(?P<number>\d{1,3})"
    r"|(?P<count>\d{1,3})[\s-](?P<plural>days?|weeks?|months?)(?: (?:later|after [a-z ]{3,30}))?"
    r")(?:\s?\([^()]{1,25}\))?",
    re.IGNORECASE,
)


@lru_cache(maxsize=1024)
def when_headed(head: str) -> str:
    """The time in the words of a statement's: `POD 3` is `postoperative day 3`; "" where it is none."""
    match = _HEAD.fullmatch(head.strip().rstrip("."))
    if match is None:
        return ""
    if match["event"]:
        return match["event"].lower()
    if match["pod"]:
        return f"postoperative day {int(match['pod_number'])}"
    if match["unit"] and match["unit"].lower() == "day":
        return f"day {int(match['number'])}"
    unit = (match["unit"] or match["plural"]).lower().removesuffix("s")
    return f"{int(match['number'] or match['count'])} {unit}s"
