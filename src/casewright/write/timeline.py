"""The timeline of a case (CARE item 7) as a drawing: events to scale, treatments as bars, values over them.

Black and white only; what is known to scale is a solid axis, what the data leave open a broken one. The SVG holds its
alternative text, and the same case gives the same bytes.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from casewright.case.declared import Declared
from casewright.case.intervals import DAY, interval
from casewright.case.model import Case, Fact
from casewright.case.scalars import Refused
from casewright.errors import Place
from casewright.quantity.analytes import ANALYTES
from casewright.quantity.model import Quantity
from casewright.write.outlines import Part, Words, outlined

IMAGE = "figures/timeline.svg"  # the panel image that is drawn from the data, and not read from the file
WIDTH, LEFT, RIGHT = 720, 130, 24
GAP = 44  # of a stretch of unknown length
ROW, PANEL, LINE = 22, 84, 16
_VALUES = re.compile(rb'data-values="([a-z0-9_ ]{0,200})"')
MOST_CHARACTERS = 92  # of a line of the list


@dataclass(frozen=True, slots=True)
class Event:
    """An event, its place across, and how its time is said; `is_open` where the time before it is not known."""

    name: str
    label: str
    when: str
    x: float
    is_open: bool


@dataclass(frozen=True, slots=True)
class Bar:
    """A treatment from one event on; `end` is None where the data do not say how long it went on."""

    label: str
    start: float
    end: float | None
    is_point: bool = False


def drawn_timeline(case: Case, values: Sequence[str] = ()) -> bytes:
    """The drawing as SVG; `values` are keys of analytes to be shown over it. Empty where the case has no events."""
    events, per_day = _events(case)
    if not events:
        return b""
    parts: list[Part] = []
    y = 14.0
    for key in values:
        if course := _course(case, key, events):
            parts += _panel(*course, y)
            y += PANEL
    for bar in _bars(case, events, per_day):
        parts += _bar(bar, y)
        y += ROW
    y += 18
    parts += _axis(events, y)
    y += 34
    for number, event in enumerate(events, 1):
        parts.append(Words(LEFT - 10, y, str(number), "end", bold=True))
        for line in _lines(event):
            parts.append(Words(LEFT, y, line))
            y += LINE
    return outlined(parts, (WIDTH, round(y)), "Timeline", alternative(case), " ".join(values))


def redrawn(case: Case, svg: bytes) -> bytes:
    """A drawing made earlier, as the data of the case are now, with the values that it showed."""
    found = _VALUES.search(svg[:1000])
    values = [key for key in found[1].decode().split() if key in ANALYTES] if found else []
    return drawn_timeline(case, values) or svg


def drawn_facts(case: Case, svg: bytes = b"") -> frozenset[str]:
    """The ids of the facts that the drawing says or is made to scale by; `svg` tells which values stand over it."""
    timeline = _written(case)
    said = [fact for event in timeline.values() for fact in event.values()]
    treatment = case.tree.get("treatment") or {}
    courses = [course for name, course in treatment.items() if name not in ("procedures", "changes")]
    for course in (*courses, *(treatment.get("procedures") or {}).values()):
        if course.get("at") in timeline:
            said += [course.get(name) for name in ("name", "cycles", "cycle_length")]
    values = found[1].decode().split() if (found := _VALUES.search(svg[:1000])) else []
    for section in ("labs", "vitals"):
        for group in (case.tree.get(section) or {}).values():
            if group.get("at") in timeline:
                said += [group.get(key) for key in values]
    return frozenset(fact.id for fact in said if isinstance(fact, Fact))


def alternative(case: Case, timed: bool = True) -> str:
    """The drawing in words; without the times for case.yaml, where numbers would grow old."""
    events, _ = _events(case)
    told = "; ".join(f"{event.label}{f' ({event.when})' if timed and event.when else ''}" for event in events)
    return f"Timeline of the case, in order: {told}."


def timeline_table(case: Case) -> str:
    """The timeline as a Markdown table that prints the facts, for a prose file."""
    rows = ["| Time | Event |", "|---|---|"]
    for name, event in _written(case).items():
        anchor = next(((word, event[word]) for word in ("after", "before") if word in event), None)
        time = ""
        if anchor and isinstance(event.get("by"), Fact):
            time = f"{{{{ {event['by'].id} }}}} {anchor[0]} {{{{ timeline.{anchor[1]}.event }}}}"
        elif anchor:
            time = f"{anchor[0]} {{{{ timeline.{anchor[1]}.event }}}}"
        rows.append(f"| {time} | {{{{ timeline.{name}.event }}}} |")
    return "\n".join(rows) + "\n"


def _written(case: Case) -> Mapping[str, Mapping[str, Any]]:
    timeline = case.tree.get("timeline")
    return timeline if isinstance(timeline, Mapping) else {}


def _events(case: Case) -> tuple[list[Event], float]:
    """The events in their order, each with its place; and how wide a day is drawn."""
    written = _written(case)
    names = list(written)
    steps = [_days(case, first, second) for first, second in pairwise(names)]
    known = sum(max(0.0, days) for days in steps if days is not None)
    room = WIDTH - LEFT - RIGHT - GAP * sum(days is None for days in steps)
    per_day = room / known if known else 0.0
    places, x = [], float(LEFT)
    for days in [0.0, *steps]:
        x += GAP if days is None else max(0.0, days) * per_day
        places.append(x)
    opens = [False, *(days is None for days in steps)]
    events = [
        Event(name, str(written[name]["event"].value), _when(written, name), at, is_open)
        for name, at, is_open in zip(names, places, opens, strict=False)
    ]
    return events, per_day


def _days(case: Case, first: str, second: str) -> float | None:
    """The days between two events, None where the data do not say."""
    try:
        found = interval(Declared("interval", "interval", (first, second), Place(), DAY, 4), case.tree)
    except Refused:
        return None
    value = found.fact.value
    return float(value.numbers[0].value) if isinstance(value, Quantity) else None


def _when(written: Mapping[str, Mapping[str, Any]], name: str) -> str:
    event = written[name]
    for word in ("after", "before"):
        if word in event and isinstance(event.get("by"), Fact):
            return f"{event['by'].written} {word} {written[event[word]]['event'].value}"
    return ""


def _bars(case: Case, events: Sequence[Event], per_day: float) -> Iterator[Bar]:
    """Courses as bars as long as they are known to have been, procedures as points.

    Beyond a stretch of unknown length nobody knows where a course ends: there it is drawn open.
    """
    places = {event.name: event.x for event in events}
    treatment = case.tree.get("treatment")
    for name, course in (treatment or {}).items():
        if name == "procedures":
            for procedure in course.values():
                if procedure.get("at") in places:
                    yield Bar(_words(procedure, ""), places[procedure["at"]], None, is_point=True)
        elif isinstance(course, Mapping) and course.get("at") in places:
            considered = course.get("considered_only")
            if isinstance(considered, Fact) and considered.value is True:
                continue
            start = places[course["at"]]
            days = _length(course)
            end = start + (days or 0) * per_day
            is_known = bool(days and per_day) and end <= _known_to(events, start)
            yield Bar(_words(course, name), start, end if is_known else None)


def _known_to(events: Sequence[Event], start: float) -> float:
    """How far the scale holds from a place on: to the next stretch of unknown length, else to the edge."""
    for before, event in pairwise(events):
        if event.is_open and before.x >= start:
            return before.x
    return float(WIDTH - RIGHT)


def _words(group: Mapping[str, Any], otherwise: str) -> str:
    name = group.get("name")
    return str(name.value) if isinstance(name, Fact) else otherwise.replace("_", " ")


def _length(course: Mapping[str, Any]) -> float | None:
    """Days of all its cycles, None where the data do not say."""
    cycles, each = course.get("cycles"), course.get("cycle_length")
    if not (isinstance(cycles, Fact) and isinstance(each, Fact)):
        return None
    if not (isinstance(cycles.value, Quantity) and isinstance(each.value, Quantity) and each.value.unit):
        return None
    days = each.value.numbers[0].value * cycles.value.numbers[0].value
    return float(days) * float(each.value.unit.factor / DAY.factor)


def _course(
    case: Case, key: str, events: Sequence[Event]
) -> tuple[str, list[tuple[float, float, str]]] | None:
    """A title and the points of one analyte: place, value, as written; None where it was measured at no event."""
    places = {event.name: event.x for event in events}
    points = []
    unit = ""
    for section in ("labs", "vitals"):
        for group in (case.tree.get(section) or {}).values():
            fact = group.get(key)
            if isinstance(fact, Fact) and isinstance(fact.value, Quantity) and group.get("at") in places:
                unit = unit or (fact.value.unit.symbol if fact.value.unit else "")
                number = fact.value.numbers[0]
                points.append((places[group["at"]], float(number.value), number.text))
    name = ANALYTES[key].name if key in ANALYTES else key
    return (f"{name}, {unit}".strip(", "), sorted(points)) if points else None


def _panel(title: str, points: list[tuple[float, float, str]], y: float) -> Iterator[Part]:
    """A line over the points, each with its value."""
    low, high = min(value for _, value, _ in points), max(value for _, value, _ in points)
    floor = y + PANEL - 18

    def height(value: float) -> float:
        return floor - 10 - (PANEL - 50) * ((value - low) / (high - low) if high > low else 0.5)

    yield from _label(title, y + PANEL / 2)
    path = " ".join(f"{x:.1f},{height(value):.1f}" for x, value, _ in points)
    yield f'<polyline points="{path}" fill="none" stroke="black"/>'
    yield _line(LEFT, floor, WIDTH - RIGHT, floor, 0.5)
    for x, value, text in points:
        yield f'<circle cx="{x:.1f}" cy="{height(value):.1f}" r="3" fill="black"/>'
        yield Words(x, height(value) - 7, text, "middle")


def _bar(bar: Bar, y: float) -> Iterator[Part]:
    middle = y + ROW / 2
    yield from _label(bar.label, middle)
    if bar.is_point:
        x = bar.start
        yield f'<path d="M{x:.1f} {middle - 6:.1f}l6 6l-6 6l-6 -6z" fill="black"/>'
    elif bar.end is not None:
        width = max(3.0, bar.end - bar.start)
        box = f'x="{bar.start:.1f}" y="{middle - 6:.1f}" width="{width:.1f}" height="12"'
        yield f'<rect {box} fill="#d0d0d0" stroke="black"/>'
    else:  # began here; how long it went on is not known
        x = bar.start
        arrow = f"M{x:.1f} {middle - 6:.1f}v12M{x:.1f} {middle:.1f}h26m-6 -4l6 4l-6 4"
        yield f'<path d="{arrow}" fill="none" stroke="black"/>'


def _label(text: str, y: float) -> Iterator[Words]:
    lines = textwrap.wrap(text, 22)[:2]
    for number, line in enumerate(lines):
        at = y + 4 + (number - (len(lines) - 1) / 2) * 11
        yield Words(LEFT - 12, at, line, "end", size=11)


def _axis(events: Sequence[Event], y: float) -> Iterator[Part]:
    """The axis, broken where the time is not known, and the numbers of the events, side by side where they crowd."""
    for before, event in pairwise(events):
        yield _line(before.x, y, event.x, y, 2, "2 4" if event.is_open else "")
    shown = float("-inf")
    for number, event in enumerate(events, 1):
        shown = max(event.x, shown + 17)
        yield _line(event.x, y - 5, event.x, y + 5, 1)
        yield _line(event.x, y - 5, shown, y - 9, 0.5)
        yield Words(shown, y - 12, str(number), "middle", bold=True)


def _line(x: float, y: float, to_x: float, to_y: float, width: float, dashes: str = "") -> str:
    ends = f'x1="{x:.1f}" y1="{y:.1f}" x2="{to_x:.1f}" y2="{to_y:.1f}"'
    dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
    return f'<line {ends} stroke="black" stroke-width="{width:g}"{dashed}/>'


def _lines(event: Event) -> list[str]:
    return textwrap.wrap(f"{event.label}{f', {event.when}' if event.when else ''}", MOST_CHARACTERS) or [""]
