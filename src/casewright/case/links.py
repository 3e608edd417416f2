"""What one entry says by pointing at another: events of the timeline, facts that stand elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from casewright.case.measures import dimension_of
from casewright.case.model import Fact
from casewright.case.walk import Walk, nearest
from casewright.quantity.model import Quantity


def resolve_links(walk: Walk, tree: Mapping[str, Any]) -> None:
    """Check every name of an event, and put the facts that stand elsewhere where they were pointed at."""
    events = tree.get("timeline") or {}
    for named in walk.events:
        if named.text not in events:
            hint = _did_you_mean(named.text, events) or "add it to `timeline`"
            walk.refuse(f"`{named.text}` is not an event of the timeline", hint, named.place)
    for pending in walk.pending:
        fact = walk.facts.get(pending.id)
        if fact is None:
            hint = _did_you_mean(pending.id, walk.facts) or "write the quantity itself, such as `15 d`"
            walk.refuse(f"there is no fact `{pending.id}`", hint, pending.place)
        elif not isinstance(fact.value, Quantity) or dimension_of(fact.value) not in pending.measure.dimensions:
            hint = f"`{pending.id}` says `{fact.written}`"
            walk.refuse(f"`{pending.id}` does not hold a quantity that fits here", hint, pending.place)
        else:
            pending.branch[pending.name] = fact


def _did_you_mean(name: str, known: Mapping[str, Fact]) -> str:
    near = nearest(name, known)
    return f"did you mean `{near[0]}`?" if near else ""
