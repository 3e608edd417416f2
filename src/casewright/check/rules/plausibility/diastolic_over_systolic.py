"""CW306."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.check.values import printed
from casewright.document.reading import Reading


class DiastolicOverSystolic:
    """A blood pressure whose second figure is as large as its first.

    Why it is bad
        The systolic pressure is printed first and is the greater by definition; the two were exchanged or misprinted.

    Example
        Blood pressure was 80/120 mmHg.

    Write instead
        Blood pressure was 120/80 mmHg.

    Source
        By definition.
    """

    code: ClassVar[str] = "CW306"
    name: ClassVar[str] = "diastolic-over-systolic"
    severity: ClassVar[Severity] = "error"

    def check(self, reading: Reading) -> Iterator[Finding]:
        for mention in reading.quantities:
            numbers = mention.quantity.numbers
            if (
                mention.measure == "blood_pressure"
                and mention.quantity.shape == "pair"
                and numbers[0].value <= numbers[1].value
            ):
                message = f"a blood pressure of {printed(mention)} has its diastolic figure over the systolic"
                yield found(self, reading, mention, message, "exchange or correct the two")
