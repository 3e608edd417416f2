"""Exact conversion between units: by factor in a dimension; by analyte between mass, amount and equivalents."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction

from casewright.quantity.analytes import ANALYTES, Analyte
from casewright.quantity.model import Number, Quantity, Unit

DIGITS = 28  # significant digits kept where a fraction has no finite decimal form


class ConversionError(ValueError):
    """Two units that measure different things."""


def convert(quantity: Quantity, unit: Unit, analyte: Analyte | str | None = None) -> Quantity:
    """The same quantity in another unit, exact to 28 significant digits; raises ConversionError.

    Mass, amount and milliequivalents of a substance convert into one another where its analyte is given.
    """
    if quantity.unit is None:
        raise ConversionError("a quantity without a unit cannot be converted")
    known = ANALYTES.get(analyte) if isinstance(analyte, str) else analyte
    source = quantity.unit

    def number(value: Number) -> Number:
        decimal = decimal_of(convert_value(Fraction(value.value), source, unit, known))
        return Number(f"{decimal:f}", decimal)

    uncertainty = quantity.uncertainty
    if uncertainty is not None:
        zero = convert_value(Fraction(0), source, unit, known)
        width = decimal_of(convert_value(Fraction(uncertainty.value), source, unit, known) - zero)
        uncertainty = Number(f"{width:f}", width)
    numbers = tuple(number(value) for value in quantity.numbers)
    return Quantity(quantity.shape, numbers, unit, quantity.comparison, uncertainty, quantity.label)


def convert_value(value: Fraction, source: Unit, target: Unit, analyte: Analyte | None = None) -> Fraction:
    """A bare value in another unit, exactly; raises ConversionError."""
    if analyte is not None and analyte.key == "hba1c" and {source.code, target.code} == {"%", "mmol/mol"}:
        return _glycated(value, to_percent=target.code == "%")
    base = value * source.factor + source.offset
    if source.dimension != target.dimension:
        base *= _bridge(source.dimension, target.dimension, analyte)
    return (base - target.offset) / target.factor


def _glycated(value: Fraction, to_percent: bool) -> Fraction:
    """HbA1c in the other unit by the master equation: % (NGSP) = 0.09148 × mmol/mol (IFCC) + 2.152.

    Hoelzel et al. 2004, Clin Chem 50:166, doi:10.1373/clinchem.2003.024802.
    """
    slope, start = Fraction("0.09148"), Fraction("2.152")
    return value * slope + start if to_percent else (value - start) / slope


def _bridge(source: str, target: str, analyte: Analyte | None) -> Fraction:
    """What the base value is multiplied by between g/L, mol/L and Eq/L of one substance."""
    per_mole = {"amount/volume": Fraction(1)}
    if analyte is not None and analyte.molar_mass:
        per_mole["mass/volume"] = analyte.molar_mass
    if analyte is not None and analyte.valence:
        per_mole["equivalent/volume"] = Fraction(analyte.valence)
    if source not in per_mole or target not in per_mole:
        of = f" of {analyte.name}" if analyte is not None else ""
        raise ConversionError(f"{source}{of} cannot be converted to {target}")
    return per_mole[target] / per_mole[source]


def decimal_of(value: Fraction) -> Decimal:
    """The fraction as a decimal without exponent: exact where 28 digits hold it, else rounded to them."""
    with localcontext() as context:
        context.prec = DIGITS
        decimal = Decimal(value.numerator) / Decimal(value.denominator)
    normal = decimal.normalize()
    return Decimal(f"{normal:f}")


def round_to(number: Number, decimals: int) -> Number:
    """The number rounded half up to so many decimals, which are kept (`35.0`)."""
    with localcontext() as context:
        context.prec = 60
        value = number.value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    return Number(f"{value:f}", value)
