"""Facts that are stated and derived, held against each other."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from casewright.case.model import Case, Derivation, Fact
from casewright.quantity.convert import convert_value
from casewright.quantity.model import Quantity, Unit


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A fact that is stated as one thing and computed as another, and no rounding explains it."""

    stated: Fact
    derived: Fact


def disagreements(case: Case) -> list[Disagreement]:
    """The facts whose stated value cannot be what their sources give, rounding honoured on both sides."""
    return [
        Disagreement(case.facts[id], derivation.fact)
        for id, derivation in case.derived.items()
        if not case.facts[id].formula and not _agree(case.facts[id], derivation)
    ]


def _agree(stated: Fact, derivation: Derivation) -> bool:
    """Whether some true value rounds to what is stated and comes from sources that round to what they state."""
    quantity, derived = stated.value, derivation.fact.value
    assert isinstance(quantity, Quantity)
    assert isinstance(derived, Quantity)
    ends = [_in(end, quantity.unit, derived.unit) for number in quantity.numbers for end in number.bounds]
    low, high = min(ends), max(ends)
    if quantity.comparison in ("<", "≤"):
        return derivation.low <= high
    if quantity.comparison in (">", "≥"):
        return derivation.high >= low
    return derivation.low <= high and low <= derivation.high


def _in(value: object, source: Unit | None, target: Unit | None) -> Fraction:
    exact = Fraction(str(value))
    return exact if source is None or target is None else convert_value(exact, source, target)
