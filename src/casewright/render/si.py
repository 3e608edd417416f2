"""Quantities in SI units, rounded so that no digit is lost that was written."""

from __future__ import annotations

from decimal import Decimal

from casewright.quantity.analytes import ANALYTES
from casewright.quantity.convert import convert, round_to
from casewright.quantity.model import Number, Quantity, Unit


def in_si(quantity: Quantity, analyte: str) -> Quantity:
    """The quantity in its analyte's SI unit; as it is where that has none, or where it is one already.

    Enzymes stay in U/L and pressures in mmHg, as clinical journals that ask for SI units print them.
    """
    unit = si_unit(analyte, quantity.unit)
    if unit is None or unit == quantity.unit:
        return quantity
    exact = convert(quantity, unit, analyte)
    numbers = tuple(_rounded(new, old) for new, old in zip(exact.numbers, quantity.numbers, strict=True))
    return Quantity(exact.shape, numbers, unit, exact.comparison, exact.uncertainty, exact.label)


def si_unit(analyte: str, written: Unit | None) -> Unit | None:
    """The first of the analyte's units that counts by the litre, not in U, IU or mEq; None where there is none."""
    known = ANALYTES.get(analyte)
    if known is None or written is None or written.dimension == "activity/volume":
        return None
    litre = (u for u in known.units if u.code.endswith("/L"))
    return next((u for u in litre if u.dimension in ("amount/volume", "mass/volume", "count/volume")), None)


def _rounded(converted: Number, written: Number) -> Number:
    """To the last decimal that is finer than the last written one; zeros that count nothing are left out.

    1.5 mg/dL of creatinine (1.45 to 1.55) is 133 μmol/L, not 132.6; 6800 /μL is 6.8 × 10^9/L, not 6.800.
    """
    if not written.value:
        return converted
    step = abs(converted.value / written.value) * Decimal(1).scaleb(-written.decimals)
    rounded = round_to(converted, max(0, -step.adjusted()))
    if written.decimals or not rounded.decimals:
        return rounded
    value = rounded.value.normalize()
    value = value.quantize(Decimal(1)) if value == value.to_integral_value() else value
    return Number(f"{value:f}", value)
