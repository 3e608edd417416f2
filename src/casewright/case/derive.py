"""The `derived:` blocks: facts computed from others, each after those it is computed from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from casewright.case.arithmetic import compute, converted
from casewright.case.care.files import CASE
from casewright.case.declared import Declared, read_declared
from casewright.case.intervals import interval
from casewright.case.model import Derivation, Fact
from casewright.case.nodes import Node
from casewright.case.operations import IN_UNIT, INTERVAL
from casewright.case.scalars import Refused
from casewright.case.walk import Walk
from casewright.case.words import either, suggestion
from casewright.quantity.model import Quantity


def derive(blocks: Iterable[Node], walk: Walk, tree: dict[str, Any]) -> dict[str, Derivation]:
    """Compute all that is declared; put into facts and tree what is not stated as well."""
    declared = {entry.id: entry for block in blocks for entry in read_declared(block, walk)}
    deriver = _Deriver(declared, walk, tree)
    for id in declared:
        deriver.derive(id)
    return deriver.done


SECTIONS = (
    *(name for name in CASE.fields if name not in ("timeline", "figures", "abbreviations")),
    "studies",
)
LONGEST = 50  # facts that may be computed one from another in a row


class SourceAtFault(Refused):
    """A source that could not be computed: its own problem is known already."""

    def __init__(self) -> None:
        super().__init__("")


class _Deriver:
    def __init__(self, declared: Mapping[str, Declared], walk: Walk, tree: dict[str, Any]) -> None:
        self.declared = declared
        self.walk = walk
        self.tree = tree
        self.stated = frozenset(walk.facts)
        self.done: dict[str, Derivation] = {}
        self.begun: set[str] = set()
        self.open: list[str] = []  # those being computed, each for the one before it

    def derive(self, id: str) -> None:
        if id in self.begun:
            return
        self.begun.add(id)
        self.open.append(id)
        try:
            derivation = self.computed(self.declared[id])
            if id in self.walk.failed:
                return
            if id in self.stated:
                _check_comparable(derivation.fact, self.walk.facts[id])
            else:
                self.put(derivation.fact)
            self.done[id] = derivation
        except SourceAtFault:
            return
        except Refused as refused:
            self.walk.refuse(f"`{id}`: {refused.message}", refused.hint, self.declared[id].place)
        finally:
            self.open.pop()

    def computed(self, entry: Declared) -> Derivation:
        if entry.operation == INTERVAL:
            return interval(entry, self.tree)
        facts = [self.source(id) for id in entry.sources]
        return converted(entry, facts) if entry.operation == IN_UNIT else compute(entry, facts)

    def source(self, id: str) -> Fact:
        """The fact of this id, computed first where it is itself derived."""
        if id in self.declared and id not in self.stated:
            if id in self.open:
                raise Refused(
                    f"it goes in a circle, as `{id}` is computed from it", "compute it from stated facts"
                )
            if len(self.open) > LONGEST:
                raise Refused(
                    f"more than {LONGEST} facts are computed one from another", "compute it from stated facts"
                )
            self.derive(id)
            if id not in self.done:
                raise SourceAtFault
        if id in self.walk.failed:
            raise SourceAtFault
        facts = self.walk.facts
        if id in facts:
            return facts[id]
        if any(known.startswith(f"{id}.") for known in facts):
            raise Refused(f"`{id}` is a group of facts, not a fact", "name one fact of it")
        raise Refused(f"there is no fact `{id}`", suggestion(id, facts, "write the id of a fact"))

    def put(self, fact: Fact) -> None:
        """Place a fact that is only derived where its id says."""
        *path, name = fact.id.split(".")
        if path[0] not in SECTIONS:
            raise Refused(
                f"`{path[0]}` holds no derived facts",
                suggestion(path[0], SECTIONS, f"choose {either(SECTIONS)}"),
            )
        if path[0] == "studies" and (len(path) < 2 or path[1] not in self.tree.get("studies", {})):
            raise Refused("there is no such study", "begin with `studies.` and a key of studies.yaml")
        branch: Any = self.tree
        for part in path:
            branch = branch.setdefault(part, {})
            if not isinstance(branch, dict):
                raise Refused("its id goes on from that of a fact or a list", "choose an id below a group")
        if name in branch:
            raise Refused("a group has this id already", "choose another")
        branch[name] = self.walk.facts[fact.id] = fact


def _check_comparable(derived: Fact, stated: Fact) -> None:
    """Refuse a stated fact that can never agree with its derivation, being of another kind."""
    units = [value.unit for value in (derived.value, stated.value) if isinstance(value, Quantity)]
    dimensions = {unit.dimension if unit else "" for unit in units}
    shaped = isinstance(stated.value, Quantity) and stated.value.shape in ("single", "range")
    if not shaped or len(dimensions) > 1:
        message = f"it is stated as `{stated.written}` and computed as `{derived.written}`"
        raise Refused(message, "give it a unit of the same kind")
