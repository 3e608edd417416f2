"""The rules of this family, in order of code."""

from __future__ import annotations

from casewright.check.rule import Rule
from casewright.check.rules.plausibility.abbreviation_of_another_analyte import AbbreviationOfAnotherAnalyte
from casewright.check.rules.plausibility.bare_figure_of_no_patient import BareFigureOfNoPatient
from casewright.check.rules.plausibility.comma_for_decimal_point import CommaForDecimalPoint
from casewright.check.rules.plausibility.creatine_for_creatinine import CreatineForCreatinine
from casewright.check.rules.plausibility.degree_against_value import DegreeAgainstValue
from casewright.check.rules.plausibility.diastolic_over_systolic import DiastolicOverSystolic
from casewright.check.rules.plausibility.dose_beyond_reason import DoseBeyondReason
from casewright.check.rules.plausibility.mark_against_range import MarkAgainstRange
from casewright.check.rules.plausibility.measurement_beyond_body import MeasurementBeyondBody
from casewright.check.rules.plausibility.member_of_another_kind import MemberOfAnotherKind
from casewright.check.rules.plausibility.normality_against_value import NormalityAgainstValue
from casewright.check.rules.plausibility.range_in_another_unit import RangeInAnotherUnit
from casewright.check.rules.plausibility.range_of_another_unit import RangeOfAnotherUnit
from casewright.check.rules.plausibility.range_of_the_other_sex import RangeOfTheOtherSex
from casewright.check.rules.plausibility.range_reversed import RangeReversed
from casewright.check.rules.plausibility.score_off_its_scale import ScoreOffItsScale
from casewright.check.rules.plausibility.structure_nobody_has import StructureNobodyHas
from casewright.check.rules.plausibility.susceptibility_against_concentration import (
    SusceptibilityAgainstConcentration,
)
from casewright.check.rules.plausibility.suspicion_turned_round import SuspicionTurnedRound
from casewright.check.rules.plausibility.term_misspelt import TermMisspelt
from casewright.check.rules.plausibility.time_over_its_period import TimeOverItsPeriod
from casewright.check.rules.plausibility.unit_of_no_such_analyte import UnitOfNoSuchAnalyte
from casewright.check.rules.plausibility.unit_that_does_not_exist import UnitThatDoesNotExist
from casewright.check.rules.plausibility.value_beyond_life import ValueBeyondLife
from casewright.check.rules.plausibility.value_off_its_row import ValueOffItsRow
from casewright.check.rules.plausibility.value_without_unit import ValueWithoutUnit

RULES: tuple[type[Rule], ...] = (
    ValueBeyondLife,
    UnitOfNoSuchAnalyte,
    NormalityAgainstValue,
    AbbreviationOfAnotherAnalyte,
    DoseBeyondReason,
    DiastolicOverSystolic,
    ScoreOffItsScale,
    UnitThatDoesNotExist,
    CommaForDecimalPoint,
    CreatineForCreatinine,
    RangeInAnotherUnit,
    RangeOfTheOtherSex,
    StructureNobodyHas,
    MeasurementBeyondBody,
    ValueWithoutUnit,
    TermMisspelt,
    RangeOfAnotherUnit,
    RangeReversed,
    ValueOffItsRow,
    MarkAgainstRange,
    TimeOverItsPeriod,
    SuspicionTurnedRound,
    DegreeAgainstValue,
    MemberOfAnotherKind,
    BareFigureOfNoPatient,
    SusceptibilityAgainstConcentration,
)
