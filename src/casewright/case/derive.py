"""The `derived:` blocks: facts computed from others by the operations of `casewright.case.operations`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Any

from casewright.case.convert import in_unit, rounded, rounding, written
from casewright.case.declared import Declared, read_declared
from casewright.case.intervals import interval
from casewright.case.measures import Refused, dimension_of
from casewright.case.model import Derivation, Fact
from casewright.case.operations import INTERVAL, OPERATIONS, Operation
from casewright.case.source import Node
from casewright.case.walk import Walk, nearest, tree_of
from casewright.quantity.convert import ConversionError, convert_value
from casewright.quantity.model import Number, Quantity, Unit
from casewright.quantity.units import BY_CODE


def derive(blocks: Iterable[Node], walk: Walk, tree: dict[str, Any]) -> dict[str, Derivation]:
    """Compute all that is declared; put into facts and tree what is not stated as well."""
    declared = {entry.id: entry for block in blocks for entry in read_declared(block, walk)}
    return _Deriver(declared, walk, tree).all() if declared else {}


class _Deriver:
    def __init__(self, declared: Mapping[str, Declared], walk: Walk, tree: dict[str, Any]) -> None:
        self.declared = declared
        self.walk = walk
        self.tree = tree
        self.stated = frozenset(walk.facts)
        self.done: dict[str, Derivation] = {}
        self.begun: set[str] = set()

    def all(self) -> dict[str, Derivation]:
        for id in self.declared:
            self.derive(id)
        return self.done

    def derive(self, id: str) -> None:
        if id in self.begun:
            return
        self.begun.add(id)
        entry = self.declared[id]
        try:
            derivation = interval(entry, self.tree) if entry.operation == INTERVAL else self.compute(entry)
            if id in self.stated:
                _comparable(derivation.fact, self.walk.facts[id])
            else:
                self.place(derivation.fact, entry)
        except Refused as refused:
            self.walk.refuse(f"`{id}`: {refused.message}", refused.hint, entry.place)
        else:
            self.done[id] = derivation

    def place(self, fact: Fact, entry: Declared) -> None:
        """Put a fact that is only derived where its id says."""
        *path, name = entry.id.split(".")
        branch: Any = self.tree
        for part in path:
            if part not in branch:
                branch[part] = {}
            branch = branch[part]
            if not isinstance(branch, dict):
                raise Refused("its name continues that of a single fact", "choose a name below a group")
        if name in branch:
            raise Refused("this is the name of a group", "choose a name that is free")
        branch[name] = self.walk.facts[fact.id] = fact

    def source(self, id: str, entry: Declared) -> Fact:
        if id not in self.walk.facts and id in self.declared:
            if id in self.begun and id not in self.done:
                raise Refused(f"it is computed from `{id}`, and that from it", "compute it from facts that are stated")
            self.derive(id)
        fact = self.walk.facts.get(id)
        if fact is not None:
            return fact
        if tree_of(self.tree, id) is not None:
            raise Refused(f"`{id}` is a group of facts, not a fact", "name one fact of it")
        near = nearest(id, self.walk.facts)
        raise Refused(f"there is no fact `{id}`", f"did you mean `{near[0]}`?" if near else "see the names in this file")

    def compute(self, entry: Declared) -> Derivation:
        operation = OPERATIONS[entry.operation]
        facts = [self.source(id, entry) for id in entry.sources]
        if entry.operation == "in_unit":
            return _converted(entry, facts)
        values = [_usable(fact, operation) for fact in facts]
        numbers = [(number, quantity.unit) for quantity in values for number in quantity.numbers]
        _check(operation, values, numbers)
        unit = entry.unit or (BY_CODE[operation.unit] if operation.unit else values[-1].unit if operation.unit is None else None)
        result, low, high = (_result(operation, ends, unit) for ends in _ends(operation, numbers))
        decimals = entry.decimals
        if decimals is None:
            decimals = operation.decimals
        if decimals is None:
            deciding = numbers if operation.same else numbers[-1:]
            decimals = max(number.decimals for number, _ in deciding)
        number = rounded(result, decimals)
        value = Quantity("single", (number,), unit)
        words = operation.words.format(*(fact.written for fact in facts), all=", ".join(fact.written for fact in facts))
        formula = f"{words}, {rounding(decimals)}"
        place = max(fact.place for fact in facts)
        fact = Fact(entry.id, value, written(value), place, formula=formula, sources=entry.sources)
        return Derivation(fact, low, high)


def _usable(fact: Fact, operation: Operation) -> Quantity:
    value = fact.value
    if not isinstance(value, Quantity):
        raise Refused(f"`{fact.id}` says `{fact.written}`, which is not a quantity", f"it takes {operation.takes}")
    if value.shape not in ("single", "share", "pair") or value.comparison not in ("", "~"):
        raise Refused(f"`{fact.id}` says `{fact.written}`, which is not one number", f"it takes {operation.takes}")
    if value.unit is not None and value.unit.offset:
        raise Refused(f"`{fact.id}` is in {value.unit.symbol}, which has no zero of its own", "write it in °C")
    return value


Numbers = list[tuple[Number, Unit | None]]


def _check(operation: Operation, values: list[Quantity], numbers: Numbers) -> None:
    dimensions = [unit.dimension if unit else "" for _, unit in numbers]
    wrong = (
        len(numbers) != operation.numbers if operation.numbers else len(numbers) < 2,
        operation.same and len(set(dimensions)) > 1,
        operation.dimensions is not None and tuple(dimensions) != operation.dimensions,
        operation.compute is OPERATIONS["share_of"].compute and dimensions[:1] != ["ratio"],
    )
    if any(wrong):
        raise Refused("its sources do not fit what is computed", f"it takes {operation.takes}")
    divisors = [numbers[index][0] for index in operation.falls if operation.words != "{0} less {1}"]
    if any(not number.value for number in divisors):
        raise Refused("this would divide by zero", f"it takes {operation.takes}")


def _ends(operation: Operation, numbers: Numbers) -> Iterable[list[Fraction]]:
    """The numbers in base units: as written, and rounded so that the result is least, and greatest."""

    def base(value: Any, unit: Unit | None) -> Fraction:
        return Fraction(value) * (unit.factor if unit else 1)

    yield [base(number.value, unit) for number, unit in numbers]
    counted = operation.compute is OPERATIONS["percent_of"].compute and all(unit is None for _, unit in numbers)
    for greatest in (False, True):
        ends = []
        for index, (number, unit) in enumerate(numbers):
            up = greatest != (index in operation.falls)
            ends.append(base(number.value if counted else number.bounds[up], unit))
        yield ends


def _result(operation: Operation, numbers: list[Fraction], unit: Unit | None) -> Fraction:
    return operation.compute(numbers) / (unit.factor if unit else 1)


def _converted(entry: Declared, facts: list[Fact]) -> Derivation:
    fact = facts[0]
    if entry.unit is None or len(facts) != 1:
        raise Refused("it needs one source and a unit", "write it as `{in_unit: labs.day1.creatinine, unit: µmol/L}`")
    if not isinstance(fact.value, Quantity) or fact.value.unit is None:
        raise Refused(f"`{fact.id}` says `{fact.written}`, which has no unit to convert", "name a quantity with a unit")
    from casewright.quantity.analytes import ANALYTES

    unit, analyte = fact.value.unit, ANALYTES.get(fact.analyte)
    try:
        converted = in_unit(fact, entry.unit, entry.decimals, entry.id)
        ends = [convert_value(Fraction(end), unit, entry.unit, analyte) for end in fact.value.numbers[0].bounds]
    except ConversionError:
        message = f"`{fact.written}` cannot be converted to {entry.unit.symbol}"
        raise Refused(message, "choose a unit that measures the same") from None
    return Derivation(converted, *ends)


def _comparable(derived: Fact, stated: Fact) -> None:
    """Refuse a stated fact that can never agree with its derivation, being of another kind."""
    assert isinstance(derived.value, Quantity)
    if isinstance(stated.value, Quantity) and stated.value.shape in ("single", "range"):
        if dimension_of(stated.value) == dimension_of(derived.value):
            return
    raise Refused(f"it is stated as `{stated.written}` and computed as `{derived.written}`", "give it the same kind of unit")
