"""The rules of this family, in order of code."""

from __future__ import annotations

from casewright.check.rule import Rule
from casewright.check.rules.reporting.care_item_without_text import CareItemWithoutText
from casewright.check.rules.reporting.consent_against_case import ConsentAgainstCase
from casewright.check.rules.reporting.consent_not_stated import ConsentNotStated
from casewright.check.rules.reporting.first_case_without_search import FirstCaseWithoutSearch

RULES: tuple[type[Rule], ...] = (
    CareItemWithoutText,
    ConsentNotStated,
    FirstCaseWithoutSearch,
    ConsentAgainstCase,
)
