"""The values of the quantity grammar: a number as written, a unit, a quantity."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal

Comparison = Literal["", "<", "≤", ">", "≥", "~"]
Shape = Literal["single", "range", "product", "pair", "share", "grade"]


@dataclass(frozen=True, slots=True)
class Number:
    """A number and the digits it was written with: `35.0` is 35 with one decimal, `131,000` is 131000."""

    text: str
    value: Decimal

    @property
    def decimals(self) -> int:
        """Digits after the decimal point, as written."""
        exponent = self.value.as_tuple().exponent
        return -exponent if isinstance(exponent, int) and exponent < 0 else 0

    @property
    def bounds(self) -> tuple[Decimal, Decimal]:
        """The least and the greatest true value that round, half up or half even, to this number as written."""
        half = Decimal(5).scaleb(-self.decimals - 1)
        return self.value - half, self.value + half


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure.

    `code` is its UCUM code (https://ucum.org), `symbol` how it is printed, `dimension` what it measures
    (`mass/volume`, `time`), and a value in it times `factor`, plus `offset`, is the value in the dimension's
    base unit: exact fractions, so that a conversion there and back is the identity.
    """

    code: str
    symbol: str
    dimension: str
    factor: Fraction = Fraction(1)
    offset: Fraction = Fraction(0)

    def __hash__(self) -> int:  # fractions are slow to hash, and tell no two units of one code apart
        return hash(self.code)


@dataclass(frozen=True, slots=True)
class Quantity:
    """What was measured, as written.

    | shape   | numbers            | written                            |
    |---------|--------------------|------------------------------------|
    | single  | value              | `6800 /µL`, `<5 mm`, `7.1 ± 2 mo`  |
    | range   | low, high          | `4.2-8.5 %`                        |
    | product | each extent        | `5.9 x 5.3 x 14.8 mm`              |
    | pair    | first, second      | `100/70 mmHg`                      |
    | share   | k, n               | `8 of 9`                           |
    | grade   | the grade as 1..n  | `grade III` (`label` keeps `III`)  |
    """

    shape: Shape
    numbers: tuple[Number, ...]
    unit: Unit | None = None
    comparison: Comparison = ""
    uncertainty: Number | None = None
    label: str = ""
