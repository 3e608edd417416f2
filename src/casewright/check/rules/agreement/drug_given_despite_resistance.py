"""CW157."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from casewright.check.evidence.telling.resisted import given_despite_resistance
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.document.reading import Reading


class DrugGivenDespiteResistance:
    """A drug to which the germ is told to be resistant, and with which the patient is treated in the next sentences.

    Why it is bad
        `Resistant` and `sensitive` are easily exchanged, and the treatment that follows tells which was meant; a reader
        who looks up the susceptibility alone takes the wrong one.

    Example
        The isolate was resistant to linezolid. Therefore, treatment with linezolid was continued for two weeks.

    Write instead
        The isolate was sensitive to linezolid. Therefore, treatment with linezolid was continued for two weeks.

    Source
        What the two sentences say. Drugs against bacteria and fungi alone are looked at; where the treatment is not
        told to follow from the result (`therefore`, `accordingly`, `continued`), this is a note.
    """

    code: ClassVar[str] = "CW157"
    name: ClassVar[str] = "drug-given-despite-resistance"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        for each in given_despite_resistance(reading):
            message = f"`{each.name}` is given, and resistance to it was told just before"
            hint = "correct the one or the other, or say why it was given all the same"
            severity: Severity = "warning" if each.concluded else "note"
            yield found(self, reading, each.drug, message, hint, [each.resistance], severity)
