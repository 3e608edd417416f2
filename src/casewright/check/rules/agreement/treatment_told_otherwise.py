"""CW136."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from casewright.check.evidence.telling.doses import doses_otherwise_known
from casewright.check.evidence.telling.givenagain import given_again
from casewright.check.evidence.telling.onceonly import told_twice
from casewright.check.evidence.telling.statements import statements
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import as_said, found
from casewright.document.reading import Reading


class TreatmentToldOtherwise:
    """A number, a dose or an amount of the treatment that the case tells again, as known, and with another figure.

    Why it is bad
        What was given is what others will give; one of the two figures is wrong, and the reader cannot know which.

    Example
        She was given four units of red blood cells. After the transfusion of six units the hemoglobin was 9.1 g/dL.

    Write instead
        She was given four units of red blood cells. After the transfusion of four units the hemoglobin was 9.1 g/dL.

    Source
        The second place must speak of the thing as known (`the 20 sessions`, `tapered from 40 mg`, `as before`), and
        the case must have told it but once; no word may tell of more, of another course or of a change. Of an
        operation, the blood lost and the time taken are told but once.
    """

    code: ClassVar[str] = "CW136"
    name: ClassVar[str] = "treatment-told-otherwise"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        hint = "make the two agree"
        for first, known in given_again(reading):
            figures = f"{as_said(known.printed)} is spoken of as known, and {as_said(first.printed)}"
            message = f"{figures} was told before"
            yield found(self, reading, known.place, message, hint, [first.place])
        told = [each for each in reading.once(statements) if each.part == "body"]
        for one, other in doses_otherwise_known(told):
            figures = f"{as_said(other.text)} here, as given before, and was {as_said(one.text)}"
            yield found(self, reading, other, f"the dose of `{other.of}` is {figures}", hint, [one])
        for name, before, after in told_twice(reading):
            message = f"the {name} is {after.printed} here and {before.printed} before"
            yield found(self, reading, after.place, message, hint, [before.place])
