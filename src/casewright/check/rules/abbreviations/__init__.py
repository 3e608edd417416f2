"""The rules of this family, in order of code."""

from __future__ import annotations

from casewright.check.rule import Rule
from casewright.check.rules.abbreviations.abbreviation_before_definition import AbbreviationBeforeDefinition
from casewright.check.rules.abbreviations.abbreviation_defined_twice import AbbreviationDefinedTwice
from casewright.check.rules.abbreviations.abbreviation_never_used import AbbreviationNeverUsed
from casewright.check.rules.abbreviations.abbreviation_not_of_its_letters import AbbreviationNotOfItsLetters
from casewright.check.rules.abbreviations.abbreviation_of_other_words import AbbreviationOfOtherWords
from casewright.check.rules.abbreviations.abbreviation_with_letters_exchanged import (
    AbbreviationWithLettersExchanged,
)
from casewright.check.rules.abbreviations.abbreviation_with_two_meanings import AbbreviationWithTwoMeanings
from casewright.check.rules.abbreviations.abbreviation_without_definition import AbbreviationWithoutDefinition
from casewright.check.rules.abbreviations.term_with_two_abbreviations import TermWithTwoAbbreviations

RULES: tuple[type[Rule], ...] = (
    AbbreviationBeforeDefinition,
    AbbreviationWithoutDefinition,
    AbbreviationDefinedTwice,
    AbbreviationWithTwoMeanings,
    AbbreviationNeverUsed,
    AbbreviationNotOfItsLetters,
    AbbreviationOfOtherWords,
    AbbreviationWithLettersExchanged,
    TermWithTwoAbbreviations,
)
