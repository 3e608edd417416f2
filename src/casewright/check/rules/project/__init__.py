"""The rules of this family, in order of code."""

from __future__ import annotations

from casewright.check.rule import Rule
from casewright.check.rules.project.fact_never_printed import FactNeverPrinted
from casewright.check.rules.project.number_typed_by_hand import NumberTypedByHand
from casewright.check.rules.project.reference_not_identified import ReferenceNotIdentified
from casewright.check.rules.project.stale_acknowledgement import StaleAcknowledgement
from casewright.check.rules.project.stated_not_as_derived import StatedNotAsDerived
from casewright.check.rules.project.still_to_be_written import StillToBeWritten
from casewright.check.rules.project.suppression_without_finding import SuppressionWithoutFinding
from casewright.check.rules.project.suppression_without_reason import SuppressionWithoutReason
from casewright.check.rules.project.value_not_in_data import ValueNotInData

RULES: tuple[type[Rule], ...] = (
    NumberTypedByHand,
    FactNeverPrinted,
    StatedNotAsDerived,
    ReferenceNotIdentified,
    ValueNotInData,
    StillToBeWritten,
    StaleAcknowledgement,
    SuppressionWithoutFinding,
    SuppressionWithoutReason,
)
