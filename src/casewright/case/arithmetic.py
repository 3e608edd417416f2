"""One operation on facts: exact, with the ends that the rounding of the sources leaves open."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from casewright.case.convert import in_unit, rounded, rounding, written
from casewright.case.declared import Declared
from casewright.case.model import Derivation, Fact
from casewright.case.operations import OPERATIONS, Operation
from casewright.case.scalars import Refused
from casewright.quantity.analytes import ANALYTES
from casewright.quantity.convert import ConversionError, convert_value
from casewright.quantity.model import Number, Quantity, Unit
from casewright.quantity.units import BY_CODE

Measured = list[tuple[Number, Unit | None]]


def compute(entry: Declared, facts: Sequence[Fact]) -> Derivation:
    """The fact that an entry derives from its sources; raises Refused where they do not fit."""
    operation = OPERATIONS[entry.operation]
    numbers = [(number, unit) for fact in facts for number, unit in _numbers(fact, operation)]
    _check(operation, numbers)
    unit = _unit(entry, operation, numbers)
    value, low, high = (
        operation.compute(end) / (unit.factor if unit else 1) for end in _ends(operation, numbers)
    )
    decimals = entry.decimals if entry.decimals is not None else _decimals(operation, numbers)
    quantity = Quantity("single", (rounded(value, decimals),), unit)
    texts = [fact.written for fact in facts]
    done = operation.words.format(*texts, all=operation.joint.join(texts))
    place = max(fact.place for fact in facts)
    formula = f"{done}, {rounding(decimals)}"
    return Derivation(
        Fact(entry.id, quantity, written(quantity), place, "", formula, entry.sources), low, high
    )


def converted(entry: Declared, facts: Sequence[Fact]) -> Derivation:
    """The one source in the unit of the entry; raises Refused."""
    if entry.unit is None or len(facts) != 1:
        raise Refused("it needs one source and a unit", "write `{in_unit: ID, unit: µmol/L}`")
    fact = facts[0]
    if not isinstance(fact.value, Quantity) or fact.value.unit is None:
        raise Refused(
            f"`{fact.id}` says `{fact.written}`, which has no unit to convert", "name a quantity with a unit"
        )
    unit, analyte = fact.value.unit, ANALYTES.get(fact.analyte)
    try:
        result = in_unit(fact, entry.unit, entry.decimals, entry.id)
        bounds = [bound for number in fact.value.numbers for bound in number.bounds]
        ends = [convert_value(Fraction(bound), unit, entry.unit, analyte) for bound in bounds]
    except ConversionError:
        message = f"`{fact.written}` cannot be converted to {entry.unit.symbol}"
        raise Refused(message, "choose a unit that measures the same") from None
    return Derivation(result, min(ends), max(ends))


def _numbers(fact: Fact, operation: Operation) -> Measured:
    value, hint = fact.value, f"it takes {operation.takes}"
    if not isinstance(value, Quantity):
        raise Refused(f"`{fact.id}` says `{fact.written}`, which is not a quantity", hint)
    if value.shape not in ("single", "share", "pair") or value.comparison not in ("", "~"):
        raise Refused(f"`{fact.id}` says `{fact.written}`, which is not one exact number", hint)
    if value.unit is not None and value.unit.offset:
        raise Refused(
            f"`{fact.id}` is in {value.unit.symbol}, in which nothing can be computed", "write it in °C"
        )
    return [(number, value.unit) for number in value.numbers]


def _check(operation: Operation, numbers: Measured) -> None:
    dimensions = [unit.dimension if unit else "" for _, unit in numbers]
    enough = len(numbers) == operation.numbers if operation.numbers else len(numbers) > 1
    wanted = zip(operation.dimensions, dimensions, strict=False)
    fit = all(want in (None, dimension) for want, dimension in wanted)
    if not enough or not fit or (operation.same and len(set(dimensions)) > 1):
        raise Refused("its sources do not fit what is computed", f"it takes {operation.takes}")
    if any(not numbers[index][0].value for index in operation.divides):
        raise Refused("this would divide by zero", "correct the source that is zero")


def _unit(entry: Declared, operation: Operation, numbers: Measured) -> Unit | None:
    own = numbers[-1][1] if operation.unit is None else BY_CODE.get(operation.unit)
    if entry.unit is not None and (own is None or own.dimension != entry.unit.dimension or entry.unit.offset):
        raise Refused(f"its result is not measured in {entry.unit.symbol}", "take `unit` out, or correct it")
    return entry.unit or own


def _decimals(operation: Operation, numbers: Measured) -> int:
    if operation.decimals is not None:
        return operation.decimals
    deciding = numbers if operation.same else numbers[-1:]
    return max(number.decimals for number, _ in deciding)


def _ends(operation: Operation, numbers: Measured) -> tuple[list[Fraction], ...]:
    """The numbers in base units: as written, then rounded so that the result is least, then greatest."""

    def end(index: int, *, greatest: bool) -> Fraction:
        number, unit = numbers[index]
        return _base(_bounds(number, unit)[greatest != (index in operation.falls)], unit)

    exact = [_base(number.value, unit) for number, unit in numbers]
    return exact, *([end(index, greatest=side) for index in range(len(numbers))] for side in (False, True))


def _bounds(number: Number, unit: Unit | None) -> tuple[Decimal, Decimal]:
    """A whole number without a unit is a count, and exact."""
    return number.bounds if unit is not None or number.decimals else (number.value, number.value)


def _base(value: Decimal, unit: Unit | None) -> Fraction:
    return Fraction(value) * (unit.factor if unit else 1)
