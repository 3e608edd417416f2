"""What an import has found, by day: values, events, names; turned into case data with days since the first event."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from casewright.case.care.findings import VITALS
from casewright.case.care.investigations import LABS
from casewright.case.scalars import Refused, read_value
from casewright.case.shape import Group, Measure
from casewright.case.words import TAKEN
from casewright.quantity.model import Quantity

VITAL = frozenset(
    ("blood_pressure", "systolic_pressure", "diastolic_pressure", "map", "pulse", "respiratory_rate", "temperature",
     "oxygen_saturation", "weight", "height", "bmi", "gcs")
)  # fmt: skip
MOST_LABELS = 3  # of what happened on a day, in the words of its event


@dataclass(frozen=True, slots=True)
class Value:
    """One measured value: its analyte ("" where none is known), what it is called, how it is written, when it was."""

    analyte: str
    label: str
    written: str
    day: date | None


@dataclass(slots=True)
class Collected:
    """Everything of one patient; `left_out` says of what was not taken over why not."""

    patient: dict[str, str] = field(default_factory=dict)
    diagnosis: dict[str, str] = field(default_factory=dict)
    birth: date | None = None
    values: list[Value] = field(default_factory=list)
    happened: dict[date, list[str]] = field(default_factory=dict)
    groups: dict[str, dict[str, Any]] = field(default_factory=dict)
    days: list[tuple[dict[str, Any], date]] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    facts: int = 0

    def measure(self, value: Value) -> None:
        """Take a value, or say why not."""
        if reason := fault_of(value):
            self.left_out.append(f"{value.label} = {value.written}: {reason}")
        else:
            self.values.append(value)

    def happen(self, what: str, day: date | None) -> None:
        """Note what happened on a day."""
        if day is not None and what not in self.happened.setdefault(day, []):
            self.happened[day].append(what)

    def put(self, path: str, name: str, entry: dict[str, Any], day: date | None = None) -> None:
        """An entry of a group (`history.conditions`), under a name of its own; the same entry twice is one."""
        group = self.groups.setdefault(path, {})
        stem = slug(name)
        for number in range(1, 10_000):
            key = stem if number == 1 else f"{stem}_{number}"
            if group.get(key) == entry and day is None:
                return
            if key not in group:
                group[key] = entry
                if day is not None:
                    self.days.append((entry, day))
                return

    def case(self) -> dict[str, Any]:
        """The case data, nested as in case.yaml."""
        days = sorted(
            {*self.happened, *(v.day for v in self.values if v.day), *(day for _, day in self.days)}
        )
        numbers = {day: (day - days[0]).days for day in days}
        case: dict[str, Any] = {
            "patient": {**self._age(days), **self.patient},
            "diagnosis": dict(self.diagnosis),
        }
        for entry, day in self.days:
            entry["at"] = event_name(numbers[day])
        for path, group in self.groups.items():
            _put(case, path, group)
        self._place_values(case, numbers)
        if days:
            case["timeline"] = self._timeline(numbers)
        return case

    def _age(self, days: list[date]) -> dict[str, str]:
        if self.birth is None or not days or self.birth > days[0]:
            return {}
        months = (days[0].year - self.birth.year) * 12 + days[0].month - self.birth.month
        months -= days[0].day < self.birth.day
        if months >= 24:
            return {"age": f"{months // 12} years"}
        if months >= 2:
            return {"age": f"{months} months"}
        alive = (days[0] - self.birth).days
        return {"age": f"{alive} day{'s' if alive != 1 else ''}"}

    def _place_values(self, case: dict[str, Any], numbers: dict[date, int]) -> None:
        """Each value in the set of its day; a second value of one analyte on one day in a second set."""
        for value in self.values:
            section = "vitals" if value.analyte in VITAL else "labs"
            stem = event_name(numbers[value.day]) if value.day else "undated"
            sets = case.setdefault(section, {})
            for number in range(1, 10_000):
                name = stem if number == 1 else f"{stem}_{number}"
                group = sets.setdefault(name, {"at": stem} if value.day else {})
                place = group if value.analyte else group.setdefault("other", {})
                key = value.analyte or slug(value.label)
                if key not in place:
                    place[key] = value.written
                    self.facts += 1
                    break

    def _timeline(self, numbers: dict[date, int]) -> dict[str, Any]:
        timeline: dict[str, Any] = {}
        for day, number in numbers.items():
            tests = f"examination and tests, day {number}" if number else "examination and tests"
            labels = self.happened.get(day, []) or [tests]
            event: dict[str, Any] = {"event": "; ".join(labels[:MOST_LABELS])}
            if number:
                event |= {"after": event_name(0), "by": f"{number} d"}
            timeline[event_name(number)] = event
        return timeline


def event_name(day: int) -> str:
    """The name of the event on this day since the first."""
    return f"day_{day}"


def fault_of(value: Value) -> str:
    """Why case.yaml could not hold a value; "" where it can."""
    shape = LABS.rest if value.analyte not in VITAL else VITALS.rest
    assert isinstance(shape, Group)
    kind = shape.rest if value.analyte else Measure("")
    assert isinstance(kind, Measure)
    try:
        read, _ = read_value(kind, value.written, value.analyte)
    except Refused as refused:
        return refused.message
    is_two = value.analyte and isinstance(read, Quantity) and read.shape == "product"
    return f"`{value.written}` says two numbers where one is measured" if is_two else ""


def slug(text: str) -> str:
    """A name for an entry, made from words: `Hemoglobin A1c/Hemoglobin.total` is `hemoglobin_a1c_hemoglobin_total`."""
    name = (
        re.sub(r"[^a-z0-9]+", "_", text.lower().encode("ascii", "ignore").decode()).strip("_")[:60].strip("_")
    )
    if not name or not name[0].isalpha():
        name = f"x_{name}".rstrip("_")
    return f"{name}_" if name in TAKEN else name


def _put(case: dict[str, Any], path: str, group: dict[str, Any]) -> None:
    *outer, last = path.split(".")
    for name in outer:
        case = case.setdefault(name, {})
    case.setdefault(last, {}).update(group)
