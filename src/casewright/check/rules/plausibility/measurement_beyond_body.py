"""CW314."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from casewright.check.evidence.values.bodily import beyond_body
from casewright.check.evidence.values.electric import electric
from casewright.check.evidence.values.fine import fine_distances
from casewright.check.evidence.values.gathered import too_much_gathered
from casewright.check.evidence.values.growth import misgrown
from casewright.check.evidence.values.lesionsizes import lesions_beyond_organs
from casewright.check.evidence.values.ponderal import misweighed
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.document.reading import Reading

_KINDS = (
    beyond_body,
    lesions_beyond_organs,
    fine_distances,
    misgrown,
    misweighed,
    too_much_gathered,
    electric,
)


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
        (`casewright.check.evidence.values.bodily`, `growth` and `ponderal`).
    """

    code: ClassVar[str] = "CW314"
    name: ClassVar[str] = "measurement-beyond-body"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        told: set[tuple[int, int]] = set()
        for kind in _KINDS:
            for each in kind(reading):
                if (each.place.block, each.place.start) not in told:
                    told.add((each.place.block, each.place.start))
                    yield found(self, reading, each.place, each.why, each.hint)
