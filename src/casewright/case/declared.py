"""The `derived:` block as it is written: which operation, from which facts, in what unit, to how many decimals."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from casewright.case.nodes import Listing, Node, Scalar, Table
from casewright.case.operations import ABOUT
from casewright.case.scalars import Refused
from casewright.case.walk import Walk
from casewright.case.words import TAKEN, clip, is_id, suggestion
from casewright.errors import Place
from casewright.quantity.model import Unit
from casewright.quantity.units import find_unit, near_units

MOST_DECIMALS = 6
_EXAMPLE = "write it as `{percent_of: [part, whole], decimals: 1}` with the ids of two facts"


@dataclass(frozen=True, slots=True)
class Declared:
    """One entry of a `derived:` block. `unit` and `decimals` are None where the operation decides."""

    id: str
    operation: str
    sources: tuple[str, ...]
    place: Place
    unit: Unit | None = None
    decimals: int | None = None


def read_declared(block: Node, walk: Walk) -> Iterator[Declared]:
    """The entries of one block; what cannot be used becomes a problem of the walk."""
    if not isinstance(block, Table):
        walk.refuse(
            "`derived` is not a group of entries", "write `id of the fact: {...}` below it", block.place
        )
        return
    for id, node in block.entries.items():
        place = block.names[id]
        try:
            if not is_id(id) or not TAKEN.isdisjoint(id.split(".")):
                raise Refused(
                    "this cannot be the id of a fact", "write a dotted path, such as `outcome.survival_weeks`"
                )
            if not isinstance(node, Table):
                raise Refused("it does not say how it is computed", _EXAMPLE)
            yield _read(id, node, place)
        except Refused as refused:
            walk.refuse(f"`{id}`: {refused.message}", refused.hint, place)


def _read(id: str, node: Table, place: Place) -> Declared:
    operations = [name for name in node.entries if name not in ("unit", "decimals")]
    for name in operations:
        if name not in ABOUT:
            hint = suggestion(name, (*ABOUT, "unit", "decimals"), f"known are: {', '.join(ABOUT)}")
            raise Refused(f"`{clip(name)}` is not an operation", hint)
    if len(operations) != 1:
        raise Refused("it does not name one operation", f"write one of: {', '.join(ABOUT)}")
    sources = _sources(node.entries[operations[0]])
    return Declared(id, operations[0], sources, place, _unit(node), _decimals(node))


def _sources(node: Node) -> tuple[str, ...]:
    items = node.items if isinstance(node, Listing) else (node,)
    texts = tuple(item.text for item in items if isinstance(item, Scalar) and not item.missing)
    if not texts or len(texts) != len(items):
        raise Refused("its sources are not ids", _EXAMPLE)
    return texts


def _unit(node: Table) -> Unit | None:
    written = node.entries.get("unit")
    if written is None:
        return None
    text = written.text if isinstance(written, Scalar) else ""
    unit = find_unit(text) if text else None
    if unit is None:
        near = near_units(text)
        raise Refused(
            f"`{text}` is not a known unit",
            f"did you mean `{near[0]}`?" if near else "write a unit such as `d`",
        )
    return unit


def _decimals(node: Table) -> int | None:
    written = node.entries.get("decimals")
    if written is None:
        return None
    text = written.text if isinstance(written, Scalar) else ""
    if not (len(text) == 1 and text.isascii() and text.isdigit() and int(text) <= MOST_DECIMALS):
        raise Refused("`decimals` is not a small whole number", f"write a number from 0 to {MOST_DECIMALS}")
    return int(text)
