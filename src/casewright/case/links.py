"""What one entry says by pointing at another: events of the timeline, facts that stand elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from casewright.case.model import TO_BE_WRITTEN
from casewright.case.nodes import Table
from casewright.case.walk import Elsewhere, Walk
from casewright.case.words import clip, suggestion
from casewright.quantity.model import Quantity


def resolve_links(walk: Walk, tree: Mapping[str, Any], timeline: Table | None) -> None:
    """Check every name of an event and the order of events, and put facts where they are pointed at from."""
    events = timeline.entries if timeline is not None else {}
    for named in walk.events:
        if named.text not in events and named.text != TO_BE_WRITTEN:
            hint = suggestion(named.text, events, "add it to `timeline`")
            walk.refuse(f"`{clip(named.text)}` is not an event of the timeline", hint, named.place)
    for branch, name in walk.elsewhere:
        _resolve(walk, branch, name)
    if timeline is not None:
        _check_events(walk, tree.get("timeline", {}), timeline)


def _resolve(walk: Walk, branch: dict[str, Any], name: str) -> None:
    link: Elsewhere = branch.pop(name)
    fact = walk.facts.get(link.id)
    if link.id in walk.failed:
        return
    if fact is None:
        hint = suggestion(link.id, walk.facts, "write the quantity itself, such as `15 d`")
        walk.refuse(f"there is no fact `{clip(link.id)}`", hint, link.place)
    elif _fits(fact.value, link):
        branch[name] = fact
    else:
        hint = f"`{link.id}` says `{clip(fact.written)}`"
        walk.refuse(f"`{link.id}` does not hold a time", hint, link.place)


def _fits(value: object, link: Elsewhere) -> bool:
    return (
        isinstance(value, Quantity)
        and value.unit is not None
        and value.unit.dimension in link.measure.dimensions
    )


def _check_events(walk: Walk, events: Mapping[str, Any], written: Table) -> None:
    """Refuse events that say how long without saying from when, that say it twice, or that go in a circle."""
    later: dict[str, str] = {}
    for name, event in events.items():
        place = written.names[name]
        if "after" in event and "before" in event:
            walk.refuse(f"`timeline.{name}` says both `after` and `before`", "keep one of the two", place)
        elif "by" in event and "after" not in event and "before" not in event:
            walk.refuse(
                f"`timeline.{name}` says how long, not from when",
                "add `after:` with the name of an event",
                place,
            )
        if "after" in event:
            later[name] = event["after"]
    for name in later:
        seen, here = [name], later[name]
        while here in later and here not in seen:
            seen.append(here)
            here = later[here]
        if here == name:
            circle = " after ".join(f"`{event}`" for event in [*seen, name])
            walk.refuse(
                f"the timeline goes in a circle: {circle}", "correct one `after:`", written.names[name]
            )
            return
