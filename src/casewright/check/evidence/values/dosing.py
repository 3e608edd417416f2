"""Doses against what is given of a drug at once or in a day (`document/mentions/drugs.psv`)."""

from __future__ import annotations

from fractions import Fraction

from casewright.document.mentions.drugs import drug_named
from casewright.quantity.model import Unit

# How much a unit's value is in milligrams of a heavy adult: as such, for the day, by weight, by surface.
_SCALES = {
    "mass": 1000, "mass/time": 1000, "mass/mass": 100_000_000, "mass/mass/time": 100_000_000, "mass/area": 2000,
}  # fmt: skip
_BY_HOUR = ("/h", "/min", "/wk")


def is_listed(drug: str) -> bool:
    """Whether it is known what is given of a drug."""
    return _limits(drug) is not None


def too_much(drug: str, value: Fraction, unit: Unit) -> bool:
    """Whether so much of a drug is given to nobody, in one dose or in a day; False for a drug that is not listed."""
    limits, scale = _limits(drug), _SCALES.get(unit.dimension)
    if limits is None or scale is None or unit.code.endswith(_BY_HOUR):
        return False
    return value * unit.factor * scale > limits[1]


def too_little(drug: str, value: Fraction, unit: Unit) -> bool:
    """Whether so little of a drug is given to nobody, not to a newborn; only of plain masses."""
    limits = _limits(drug)
    if limits is None or unit.dimension != "mass" or value <= 0:
        return False
    return value * unit.factor * 1000 < limits[0]


def likely_units(drug: str, value: Fraction, unit: Unit) -> str:
    """The prefix of a gram with which the same figure would be a dose; "" where none is, or the drug is not listed."""
    limits, scale = _limits(drug), _SCALES[unit.dimension]
    rest = unit.symbol.lstrip("kmcµμgn") if unit.dimension != "mass" else ""
    for symbol, factor in (("g", Fraction(1)), ("mg", Fraction(1, 1000)), ("μg", Fraction(1, 10**6))):
        base = Fraction(1, 1000) if unit.dimension.startswith("mass/mass") else Fraction(1)
        milligrams = value * factor * base * scale
        if limits is not None and limits[0] <= milligrams <= limits[1]:
            return symbol + rest
    return ""


def _limits(drug: str) -> tuple[Fraction, Fraction] | None:
    known = drug_named(drug.lower())
    return None if known is None else known.limits
