"""CW314."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from casewright.check.evidence.values.bodily import beyond_body
from casewright.check.evidence.values.fine import fine_distances
from casewright.check.evidence.values.growth import misgrown
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.document.reading import Reading


class MeasurementBeyondBody:
    """A measurement that no body has, of its parts, volumes or changes: most often millimetres for centimetres.

    Why it is bad
        The size of a lesion decides on its stage and treatment; the reader has to guess the unit.

    Example
        A mass of 69 x 31 x 26 cm stood in the muscle, and the liver measured 25 mm.

    Write instead
        A mass of 69 x 31 x 26 mm stood in the muscle, and the liver measured 25 cm.

    Source
        Limits of casewright's own, not verified, far outside what is printed of patients
        (`casewright.check.evidence.values.bodily` and `growth`).
    """

    code: ClassVar[str] = "CW314"
    name: ClassVar[str] = "measurement-beyond-body"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        for each in (*beyond_body(reading), *fine_distances(reading), *misgrown(reading)):
            yield found(self, reading, each.place, each.why, each.hint)
