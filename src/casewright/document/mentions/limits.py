"""Reference ranges: which figure is the range of the value before it, and the unit that stands behind it alone."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from casewright.document.mentions.figures import Figure
from casewright.document.mentions.fitting import LABORATORY
from casewright.document.mentions.joining import LIMIT, OPEN, is_link
from casewright.patterns import lazily
from casewright.quantity.model import Quantity, Unit


class Measured(NamedTuple):
    """A figure, the measure it is a value of ("" where not known), the limits printed beside it."""

    figure: Figure
    measure: str = ""
    limits: Quantity | None = None
    is_limit: bool = False
    step: str = ""  # of a change: "before" or "after"


_UPPER = lazily(r"\bupper\b|\bULN\b|\bfor an? limit\b", re.IGNORECASE)
_NEUTROPHILS = lazily(r"\bN[\s:=]{0,2}\Z")  # `(N 65, L 28)`
# Total calcium of adults is 8.6 to 10.2 mg/dL, 2.15 to 2.55 mmol/L; ionized about half of it (`quantity/analytes.psv`).
_IONIZED_BELOW = {"mg/dL": Decimal(7), "mmol/L": Decimal("1.7"), "meq/L": Decimal("3.4")}
_BOUNDED = ("<", ">", "≤", "≥")


def limits_of(text: str, value: Measured, limits: Figure) -> Quantity | None:
    """The reference range of a value that the figure behind it prints; None where it is something else."""
    if value.is_limit:
        return None
    gap, quantity = text[value.figure.end : limits.start], limits.quantity
    bounds = quantity.shape == "range" or (quantity.shape == "single" and quantity.comparison in _BOUNDED)
    cued = LIMIT.match(gap) is not None
    if cued and not (quantity.shape == "range" or quantity.comparison) and _NEUTROPHILS.search(gap):
        return None
    shared = _shares_brackets(text, value.figure, limits)
    closed = text[limits.end : limits.end + 1] in (")", "]", ";") and OPEN.match(gap) is not None
    bare = (closed and bounds) or (
        quantity.shape == "range" and (shared or gap == "\t")
    )  # a column of ranges
    same = quantity.unit is None or value.figure.quantity.unit in (None, quantity.unit)
    if not cued and not (bare and same and (value.measure or shared or _is_of_a_laboratory(quantity))):
        return None
    if cued and quantity.shape == "single" and not quantity.comparison and _UPPER.search(gap):
        return replace(quantity, comparison="≤")
    return quantity


def is_range_ahead(text: str, name_end: int, limits: Figure) -> bool:
    """Whether a figure is the reference range in brackets before a value: `sodium (normal 135-145): 121`."""
    quantity, gap = limits.quantity, text[name_end : limits.start]
    bracket = max(gap.rfind("("), gap.rfind("["))
    if bracket < 0 or text[limits.end : limits.end + 1] not in (")", "]"):
        return False
    bounds = quantity.shape == "range" or quantity.comparison in _BOUNDED
    return bounds and LIMIT.match(gap[bracket:]) is not None and is_link(gap[:bracket])


def unit_of_limits(text: str, value: Figure, limits: Figure) -> Unit | None:
    """The unit of `1.1 (0.3-1.2 mg/dL)`, which stands behind the range alone; None where it is no range of a value."""
    quantity, gap = limits.quantity, text[value.end : limits.start]
    if quantity.unit is None or quantity.unit.dimension not in LABORATORY:
        return None
    if quantity.shape != "range" and quantity.comparison not in _BOUNDED:
        return None
    closed = text[limits.end : limits.end + 1] in (")", "]")
    return quantity.unit if closed and (OPEN.match(gap) or LIMIT.match(gap)) else None


def of_ionized(limits: Quantity, unit: Unit | None) -> bool:
    """Whether the range beside a calcium in this unit ends below what is usual of total calcium."""
    own = limits.unit or unit
    if own is None or limits.shape != "range":
        return False
    return limits.numbers[-1].value < _IONIZED_BELOW.get(own.code, Decimal(0))


def _is_of_a_laboratory(quantity: Quantity) -> bool:
    bounds = quantity.shape == "range" or quantity.comparison != ""
    return bounds and quantity.unit is not None and quantity.unit.dimension in LABORATORY


def _shares_brackets(text: str, value: Figure, limits: Figure) -> bool:
    """Whether a value with its unit and a range stand alone in brackets: `(129 cells/µL, 27-693)`."""
    unit = value.quantity.unit
    return (
        unit is not None
        and unit.dimension in LABORATORY
        and value.quantity.shape == "single"
        and text[max(0, value.start - 1) : value.start] in ("(", "[")
        and text[value.end : limits.start] in (", ", "; ")
        and text[limits.end : limits.end + 1] in (")", "]")
    )
