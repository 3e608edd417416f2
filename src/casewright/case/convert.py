"""A fact in another unit: the same fact, computed, with its rounding stated."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from casewright.case.model import Fact
from casewright.quantity.analytes import ANALYTES
from casewright.quantity.convert import ConversionError, convert_value
from casewright.quantity.model import Number, Quantity, Unit

# The units of SI, and those used with it, in which laboratories report (UCUM codes).
SI = frozenset(
    {"10*9/L", "10*12/L", "g/L", "mg/L", "mol/L", "mmol/L", "umol/L", "nmol/L", "pmol/L", "ukat/L", "nkat/L"}
    | {"kPa", "Cel", "fL", "pg", "mmol/mol", "mm/h"}
)


def in_si(fact: Fact) -> Fact:
    """The fact in the first SI unit of its analyte, as `ID.si`; itself where it has none, or has it already."""
    quantity, analyte = fact.value, ANALYTES.get(fact.analyte)
    if (
        not isinstance(quantity, Quantity)
        or quantity.unit is None
        or analyte is None
        or quantity.unit.code in SI
    ):
        return fact
    unit = next((unit for unit in analyte.units if unit.code in SI), None)
    return fact if unit is None else in_unit(fact, unit, id=f"{fact.id}.si")


def in_unit(fact: Fact, unit: Unit, decimals: int | None = None, id: str = "") -> Fact:
    """The fact in another unit, rounded half up.

    Without `decimals`, the last digit kept is the greatest power of ten that is not coarser than the last digit as
    written (of a whole number, its last digit before the zeros). Raises ConversionError.
    """
    quantity = fact.value
    assert isinstance(quantity, Quantity)
    analyte, own = ANALYTES.get(fact.analyte), quantity.unit
    if own is None:
        raise ConversionError("a quantity without a unit cannot be converted")

    def exact(value: Decimal | int) -> Fraction:
        return convert_value(Fraction(value), own, unit, analyte)

    zero = exact(0)
    places = decimals
    if places is None:
        places = max(_decimals(abs(exact(1) - zero) * last_digit(number)) for number in quantity.numbers)
    numbers = tuple(rounded(exact(number.value), places) for number in quantity.numbers)
    uncertainty = quantity.uncertainty and rounded(exact(quantity.uncertainty.value) - zero, places)
    value = replace(quantity, numbers=numbers, unit=unit, uncertainty=uncertainty)
    formula = f"{fact.written} in {unit.symbol or unit.code}, {rounding(places)}"
    return Fact(id or fact.id, value, written(value), fact.place, fact.analyte, formula, (fact.id,))


def last_digit(number: Number) -> Fraction:
    """What the last digit that was surely measured stands for: 0.1 in 35.0, 100 in 6800."""
    if number.decimals or not number.value:
        return Fraction(1, 10**number.decimals)
    whole = int(number.value)
    power = 1
    while whole % (power * 10) == 0:
        power *= 10
    return Fraction(power)


def rounding(decimals: int) -> str:
    """How a derived fact was rounded, in words."""
    places = {0: "a whole number", 1: "1 decimal"}.get(decimals, f"{decimals} decimals")
    return f"rounded half up to {places}"


def rounded(value: Fraction, decimals: int) -> Number:
    """The number that a fraction rounds to, half up (away from zero), exact however many digits it has."""
    units = int(abs(value) * 10**decimals + Fraction(1, 2))
    digits = str(units).rjust(decimals + 1, "0")
    text = f"{digits[:-decimals]}.{digits[-decimals:]}" if decimals else digits
    text = f"-{text}" if value < 0 and units else text
    return Number(text, Decimal(text))


def written(quantity: Quantity) -> str:
    """A computed quantity as one would write it in the data: numbers, then the unit's symbol."""
    joint = {"range": "-", "product": " x ", "pair": "/", "share": " of "}.get(quantity.shape, "")
    text = quantity.comparison + joint.join(number.text for number in quantity.numbers)
    if quantity.uncertainty is not None:
        text += f" ± {quantity.uncertainty.text}"
    return f"{text} {quantity.unit.symbol}" if quantity.unit is not None and quantity.unit.symbol else text


def _decimals(step: Fraction) -> int:
    """The decimals of the greatest power of ten not above `step`; none for steps of one and more."""
    decimals = 0
    while Fraction(1, 10**decimals) > step:
        decimals += 1
    return decimals
