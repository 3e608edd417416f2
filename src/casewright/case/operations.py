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

    `takes` says what it is computed from; `numbers` is how many numbers that makes (0: two or more), `dimensions` are
    theirs in order (None for any), and `same` asks for one dimension throughout. `falls` are the positions of the
    numbers with which the result falls, `divides` of those that must not be zero. `unit` is the UCUM code of the
    result: "" for none, None for that of the last source. Where `decimals` is None, the sources decide. `words` say in
    the formula what was done: {0} is the first source as written, {all} are all with `joint` between them.
    """

    about: str
    takes: str
    words: str
    compute: Callable[[Sequence[Fraction]], Fraction]
    numbers: int = 2
    dimensions: tuple[str | None, ...] = ()
    same: bool = False
    falls: tuple[int, ...] = ()
    divides: tuple[int, ...] = ()
    unit: str | None = None
    decimals: int | None = None
    joint: str = ", "


OPERATIONS: dict[str, Operation] = {
    "percent_of": Operation(
        about="What percentage the first is of the second.",
        takes="a share such as `8 of 9`, or a part and its whole",
        words="{all} as a percentage",
        compute=lambda x: x[0] / x[1],
        same=True,
        falls=(1,),
        divides=(1,),
        unit="%",
        decimals=0,
        joint=" of ",
    ),
    "share_of": Operation(
        about="A percentage of a whole, such as the neutrophils of the leukocytes.",
        takes="a percentage and its whole",
        words="{0} of {1}",
        compute=lambda x: x[0] * x[1],
        dimensions=("ratio", None),
    ),
    "sum": Operation(
        about="The sum.",
        takes="two or more quantities of one kind",
        words="the sum of {all}",
        compute=lambda x: sum(x, Fraction(0)),
        numbers=0,
        same=True,
    ),
    "difference": Operation(
        about="The first less the second.",
        takes="two quantities of one kind",
        words="{0} less {1}",
        compute=lambda x: x[0] - x[1],
        same=True,
        falls=(1,),
    ),
    "ratio": Operation(
        about="The first divided by the second.",
        takes="two quantities of one kind",
        words="{0} divided by {1}",
        compute=lambda x: x[0] / x[1],
        same=True,
        falls=(1,),
        divides=(1,),
        unit="",
        decimals=1,
    ),
    "bmi": Operation(
        about="The body mass index: weight over the square of the height.",
        takes="a weight and a height",
        words="{0} over the square of {1}",
        compute=lambda x: x[0] / x[1] ** 2,
        dimensions=("mass", "length"),
        falls=(1,),
        divides=(1,),
        unit="kg/m2",
        decimals=1,
    ),
    "mean_arterial_pressure": Operation(
        about="The mean arterial pressure: diastolic plus a third of the pulse pressure.",
        takes="a blood pressure such as `100/70 mmHg`",
        words="diastolic plus a third of the pulse pressure of {0}",
        compute=lambda x: x[1] + (x[0] - x[1]) / 3,
        dimensions=("pressure", "pressure"),
        decimals=0,
    ),
}
INTERVAL = "interval"  # the time between two events of the timeline, computed along their chain
IN_UNIT = "in_unit"  # the same quantity in another unit, by its analyte where mass becomes amount
ABOUT = {
    **{name: f"{operation.about} From {operation.takes}." for name, operation in OPERATIONS.items()},
    INTERVAL: "The time between two events of the timeline. From the names of two events.",
    IN_UNIT: "The same quantity in another unit, exactly. From one quantity; `unit` says which unit.",
}
