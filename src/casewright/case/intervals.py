"""The time between two events, along the chain of what the timeline says of them."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from casewright.case.convert import rounded, rounding, written
from casewright.case.declared import Declared
from casewright.case.model import Derivation, Fact
from casewright.case.scalars import Refused
from casewright.case.words import suggestion
from casewright.quantity.model import Quantity, Unit
from casewright.quantity.units import BY_CODE

DAY = BY_CODE["d"]
_CALENDAR = ""  # the event from which dates are counted; no event of a timeline is so called


@dataclass(frozen=True, slots=True)
class Step:
    """From one event to another: seconds, least and greatest, and the fact that says so."""

    to: str
    seconds: tuple[Fraction, Fraction, Fraction]
    fact: Fact
    unit: Unit
    decimals: int

    def back(self, origin: str) -> Step:
        """The same step the other way."""
        value, low, high = self.seconds
        return Step(origin, (-value, -high, -low), self.fact, self.unit, self.decimals)


def interval(entry: Declared, tree: Mapping[str, Any]) -> Derivation:
    """The time from the first event of `entry` to the second; raises Refused where no chain of intervals joins them."""
    timeline = tree.get("timeline") or {}
    if len(entry.sources) != 2:
        raise Refused("an interval lies between two events", "write it as `{interval: [operation, death]}`")
    for event in entry.sources:
        if event not in timeline:
            hint = suggestion(event, timeline, "name events of `timeline`")
            raise Refused(f"`{event}` is not an event of the timeline", hint)
    first, second = entry.sources
    steps = _chain(_steps(timeline), first, second)
    if not steps:
        raise Refused(
            f"the timeline does not say how long it was from `{first}` to `{second}`", "add `by:` to an event"
        )
    units = {step.unit for step in steps}
    unit = entry.unit or (units.pop() if len(units) == 1 else DAY)
    if unit.dimension != "time":
        raise Refused(f"an interval is not measured in {unit.symbol}", "write a unit of time, such as `d`")
    decimals = entry.decimals
    if decimals is None:
        decimals = max(step.decimals for step in steps) if all(step.unit == unit for step in steps) else 0
    value, low, high = (
        sum((step.seconds[end] for step in steps), Fraction(0)) / unit.factor for end in range(3)
    )
    quantity = Quantity("single", (rounded(value, decimals),), unit)
    facts = [step.fact for step in steps]
    formula = f"from {first} to {second} along the timeline, {rounding(decimals)}"
    place = max(fact.place for fact in facts)
    sources = tuple(dict.fromkeys(fact.id for fact in facts))
    return Derivation(Fact(entry.id, quantity, written(quantity), place, "", formula, sources), low, high)


def _steps(timeline: Mapping[str, Any]) -> dict[str, list[Step]]:
    steps: dict[str, list[Step]] = {}
    for name, event in timeline.items():
        for step in _said(event):
            steps.setdefault(name, []).append(step)
            steps.setdefault(step.to, []).append(step.back(name))
    return steps


def _said(event: Mapping[str, Any]) -> list[Step]:
    """The steps that lead from one event to others by what is said of it."""
    steps = []
    if isinstance(day := event.get("date"), Fact):
        seconds = date.fromisoformat(str(day.value)).toordinal() * DAY.factor
        steps.append(Step(_CALENDAR, (-seconds, -seconds, -seconds), day, DAY, 0))
    by = event.get("by")
    if (
        isinstance(by, Fact)
        and isinstance(by.value, Quantity)
        and by.value.shape == "single"
        and by.value.unit
    ):
        number, unit = by.value.numbers[0], by.value.unit
        ends = (number.value, *number.bounds)
        value, least, most = (Fraction(end) * unit.factor for end in ends)
        if "before" in event:
            steps.append(Step(event["before"], (value, least, most), by, unit, number.decimals))
        elif "after" in event:
            steps.append(Step(event["after"], (-value, -most, -least), by, unit, number.decimals))
    return steps


def _chain(steps: Mapping[str, list[Step]], first: str, second: str) -> list[Step]:
    """The shortest chain from one event to another; empty where there is none."""
    chains: dict[str, list[Step]] = {first: []}
    waiting = deque([first])
    while waiting and second not in chains:
        here = waiting.popleft()
        for step in steps.get(here, ()):
            if step.to not in chains:
                chains[step.to] = [*chains[here], step]
                waiting.append(step.to)
    return chains.get(second, [])
