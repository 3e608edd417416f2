"""The closed list of what can be computed from facts.

Every operation works on exact fractions in base units (`casewright.quantity.model.Unit`), and rises or falls steadily
in each of its numbers, so that the least and the greatest true result come from the ends of the rounded sources.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Operation:
    """One way of computing a fact.

    `takes` says what it is computed from, in words; `numbers` is how many numbers that makes (0: two or more).
    `dimensions` are those of the numbers, None for any; `same` asks for one dimension throughout. `falls` are the
    positions of the numbers with which the result falls. `unit` is the UCUM code of the result: "" for none, None for
    that of the last source. `decimals` is None where the sources decide. `words` describe it; {0} is the first source.
    """

    about: str
    takes: str
    compute: Callable[[Sequence[Fraction]], Fraction]
    words: str
    numbers: int
    dimensions: tuple[str, ...] | None = None
    same: bool = False
    falls: tuple[int, ...] = ()
    unit: str | None = None
    decimals: int | None = None


OPERATIONS: dict[str, Operation] = {
    "percent_of": Operation(
        "What percentage the first is of the second.",
        "a share such as `8 of 9`, or a part and its whole",
        lambda x: x[0] / x[1],
        "{0} as a percentage",
        numbers=2,
        same=True,
        falls=(1,),
        unit="%",
        decimals=0,
    ),
    "share_of": Operation(
        "A percentage of a whole: neutrophils from their percentage and the leukocytes.",
        "a percentage and its whole",
        lambda x: x[0] * x[1],
        "{0} of {1}",
        numbers=2,
    ),
    "sum": Operation(
        "The sum.", "two or more quantities of one kind", lambda x: sum(x, Fraction(0)), "the sum of {all}", 0, same=True
    ),
    "difference": Operation(
        "The first less the second.",
        "two quantities of one kind",
        lambda x: x[0] - x[1],
        "{0} less {1}",
        numbers=2,
        same=True,
        falls=(1,),
    ),
    "ratio": Operation(
        "The first divided by the second.",
        "two quantities of one kind",
        lambda x: x[0] / x[1],
        "{0} divided by {1}",
        numbers=2,
        same=True,
        falls=(1,),
        unit="",
        decimals=1,
    ),
    "bmi": Operation(
        "The body mass index: weight over the square of the height (WHO).",
        "a weight and a height",
        lambda x: x[0] / x[1] ** 2,
        "{0} over the square of {1}",
        numbers=2,
        dimensions=("mass", "length"),
        falls=(1,),
        unit="kg/m2",
        decimals=1,
    ),
    "mean_arterial_pressure": Operation(
        "The mean arterial pressure: diastolic plus a third of the difference to systolic.",
        "a blood pressure such as `100/70 mmHg`",
        lambda x: x[1] + (x[0] - x[1]) / 3,
        "diastolic plus a third of the pulse pressure of {0}",
        numbers=2,
        dimensions=("pressure", "pressure"),
        decimals=0,
    ),
    "in_unit": Operation(
        "The same quantity in another unit, exactly, by its analyte where mass becomes amount.",
        "one quantity, and beside it `unit`",
        lambda x: x[0],
        "{0} in another unit",
        numbers=1,
    ),
}
INTERVAL = "interval"  # the time between two events of the timeline: computed along their chain, not from numbers
