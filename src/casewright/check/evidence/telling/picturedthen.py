"""When a picture was taken, by its legend, where the sentence that calls it has another time.

A legend `Scan at 6 months`, called by `At 12 months the scan was clear (Figure 3)`, where no part of the case has
anything at 6 months, has a slip in one of the two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from casewright.check.evidence.telling.pictured import called
from casewright.check.evidence.telling.slots import Slot, slots
from casewright.document.mentions.stretch import Stretch
from casewright.document.reading import Reading
from casewright.patterns import lazily

_UNITS = frozenset({"hour", "day", "week", "month", "year"})
_BEFORE = lazily(  # what leads to a moment, not to a length of time
    r"\b(?:at|by|on|after|(?:on|of|POD|post-?operative|hospital|illness)(?: the)?)"
    r"(?: (?:day|week|month|the|about|post-?operative|follow-?up|of))*\s?\Z",
    re.IGNORECASE,
)
_BEHIND = lazily(r"[\s-]*(?:after|later|post|follow-?up|before|prior)", re.IGNORECASE)


def pictured_then(reading: Reading) -> Iterator[tuple[Slot, Slot]]:
    """The only time of a legend, and that of the sentence that calls its figure, where they are not one."""
    legends = _alone(reading)
    if not legends:
        return
    calling = reading.once(called)
    callers: dict[str, list[Slot]] = {}
    elsewhere: set[tuple[tuple[float, ...], str]] = set()
    for stretch in reading.stretches:
        times = _times(reading, stretch) if stretch.block.kind != "legend" else []
        elsewhere.update((slot.values, slot.things[0]) for slot in times if not _is_rate(slot))
        for key in calling.get(stretch.sentence.index, ()):
            callers.setdefault(key, []).extend(filter(_is_moment, times))
    for key, moment in legends:
        rivals = [slot for slot in callers.get(key, ()) if slot.things[0] == moment.things[0]]
        if (moment.values, moment.things[0]) not in elsewhere and len({slot.values for slot in rivals}) == 1:
            yield moment, rivals[0]


def _alone(reading: Reading) -> list[tuple[str, Slot]]:
    """The moments that are the only time in the legends of their figure, with its key."""
    by_figure: dict[str, list[Slot]] = {}
    for stretch in reading.stretches:
        if stretch.block.kind == "legend":
            by_figure.setdefault(stretch.block.key, []).extend(_times(reading, stretch))
    return [(key, times[0]) for key, times in by_figure.items() if len(times) == 1 and _is_moment(times[0])]


def _times(reading: Reading, stretch: Stretch) -> list[Slot]:
    """The figures of a sentence that are times."""
    return [slot for slot in slots(reading, stretch) if slot.things and slot.things[0] in _UNITS]


def _is_moment(slot: Slot) -> bool:
    """Whether a time says when, and not how long or how old."""
    text, start = slot.stretch.text, slot.start - slot.stretch.offset
    end = slot.end - slot.stretch.offset
    return bool(_BEFORE.search(text, max(0, start - 30), start) or _BEHIND.match(text, end))


def _is_rate(slot: Slot) -> bool:
    """Whether a time tells how often, as in `every 3 months`."""
    start = slot.start - slot.stretch.offset
    return slot.stretch.lower.endswith(("every ", "each ", "per "), 0, start)
