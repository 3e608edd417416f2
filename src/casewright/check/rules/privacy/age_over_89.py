"""CW601."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from casewright.check.finding import Finding, Severity
from casewright.check.rules.privacy.telling import tells_of_the_patient
from casewright.check.spotting import found
from casewright.document.reading import Reading

OLDEST = 89  # years: higher ages count as identifiers


class AgeOver89:
    """The patient's age is given, and it is over 89 years.

    Why it is bad
        So few people reach this age that it helps to tell who the patient is. With the hospital and the year, which
        the authors' addresses give away, it may be enough.

    Example
        A 94-year-old woman was admitted.

    Write instead
        A woman in her nineties was admitted.

    Source
        HIPAA Privacy Rule, 45 CFR 164.514(b)(2)(i)(C): ages over 89 are identifiers, to be grouped as 90 or older.
    """

    code: ClassVar[str] = "CW601"
    name: ClassVar[str] = "age-over-89"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        """One finding at the first such age; other places are named beside it."""
        ages = [
            mention
            for mention in reading.quantities
            if mention.measure == "age"
            and mention.subject == "patient"
            and not mention.negated
            and mention.quantity.shape == "single"
            and mention.quantity.unit is not None
            and mention.quantity.unit.code == "a"
            and OLDEST < mention.quantity.numbers[0].value < 130
            and tells_of_the_patient(mention.role)
        ]
        if ages:
            message = "the patient's age is given, and it is over 89 years"
            yield found(
                self, reading, ages[0], message, "write `in her nineties`, or `90 or older`", against=ages[1:]
            )
