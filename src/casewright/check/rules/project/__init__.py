"""The rules of this family, in order of code."""

from __future__ import annotations

from casewright.check.rule import Rule
from casewright.check.rules.project.stale_acknowledgement import StaleAcknowledgement
from casewright.check.rules.project.suppression_without_finding import SuppressionWithoutFinding
from casewright.check.rules.project.suppression_without_reason import SuppressionWithoutReason

RULES: tuple[type[Rule], ...] = (StaleAcknowledgement, SuppressionWithoutFinding, SuppressionWithoutReason)
