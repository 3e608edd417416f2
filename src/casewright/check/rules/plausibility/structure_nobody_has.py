"""CW313."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from casewright.check.evidence.places.anatomy import nowhere
from casewright.check.evidence.places.teeth import misnumbered
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.document.reading import Reading


class StructureNobodyHas:
    """A vertebra, nerve, rib, lobe, tooth or chromosome with a number or on a side that the body does not have.

    Why it is bad
        The reader cannot tell which was meant, and a surgeon would look for it.

    Example
        Metastases were seen in the spine (T5 and T13) and the left middle lobe.

    Write instead
        Metastases were seen in the spine (T5 and T12) and the left lower lobe.

    Source
        Terminologia Anatomica (FIPAT). Common variants, such as a sixth lumbar vertebra, are let pass.
        Teeth: ISO 3950:2016, or the universal system where the number fits the name in that.
    """

    code: ClassVar[str] = "CW313"
    name: ClassVar[str] = "structure-nobody-has"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        for each in nowhere(reading):
            message = f"nobody has `{each.named}`"
            yield found(self, reading, each.place, message, f"correct it: {each.known}")
        for tooth in misnumbered(reading):
            message = f"tooth {tooth.number} is no `{tooth.name}`"
            yield found(self, reading, tooth.place, message, "correct the number or the name")
