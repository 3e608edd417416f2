"""CW137."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from casewright.check.evidence.telling.allergies import given_despite_allergy
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.document.reading import Reading


class DrugGivenDespiteAllergy:
    """A drug that the patient is given without a word of the allergy to it that was told before.

    Why it is bad
        Either the patient was put in danger, which must be told, or the allergy or the drug is another.

    Example
        She was allergic to penicillin. The tonsillitis was treated with amoxicillin for ten days.

    Write instead
        She was allergic to penicillin. The tonsillitis was treated with clarithromycin for ten days.

    Source
        The endings of the class in international nonproprietary names (WHO, The use of stems, 2018). Cephalosporins are
        not counted as penicillins. Where a reason is given, or a test, a challenge or a desensitization is told,
        nothing is said.
    """

    code: ClassVar[str] = "CW137"
    name: ClassVar[str] = "drug-given-despite-allergy"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        for each in given_despite_allergy(reading):
            message = f"`{each.name}` is given, and an allergy to {each.to} was told"
            hint = "correct the one or the other, or say why it was given"
            yield found(self, reading, each.drug, message, hint, [each.allergy])
