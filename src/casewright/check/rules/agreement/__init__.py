"""The rules of this family, in order of code."""

from __future__ import annotations

from casewright.check.rule import Rule
from casewright.check.rules.agreement.age_against_word import AgeAgainstWord
from casewright.check.rules.agreement.birth_against_term import BirthAgainstTerm
from casewright.check.rules.agreement.cited_patient_against_table import CitedPatientAgainstTable
from casewright.check.rules.agreement.course_with_two_outcomes import CourseWithTwoOutcomes
from casewright.check.rules.agreement.digits_exchanged import DigitsExchanged
from casewright.check.rules.agreement.discharge_on_two_days import DischargeOnTwoDays
from casewright.check.rules.agreement.disease_of_two_kinds import DiseaseOfTwoKinds
from casewright.check.rules.agreement.drug_given_despite_allergy import DrugGivenDespiteAllergy
from casewright.check.rules.agreement.drug_given_despite_resistance import DrugGivenDespiteResistance
from casewright.check.rules.agreement.figure_in_two_units import FigureInTwoUnits
from casewright.check.rules.agreement.figure_not_in_case import FigureNotInCase
from casewright.check.rules.agreement.figure_only_retold import FigureOnlyRetold
from casewright.check.rules.agreement.figure_told_otherwise import FigureToldOtherwise
from casewright.check.rules.agreement.finding_on_two_sides import FindingOnTwoSides
from casewright.check.rules.agreement.finding_present_and_absent import FindingPresentAndAbsent
from casewright.check.rules.agreement.kind_against_the_rest import KindAgainstTheRest
from casewright.check.rules.agreement.kind_told_otherwise import KindToldOtherwise
from casewright.check.rules.agreement.lesion_at_two_sites import LesionAtTwoSites
from casewright.check.rules.agreement.measure_with_two_values import MeasureWithTwoValues
from casewright.check.rules.agreement.name_against_the_rest import NameAgainstTheRest
from casewright.check.rules.agreement.name_not_in_case import NameNotInCase
from casewright.check.rules.agreement.patient_of_two_ages import PatientOfTwoAges
from casewright.check.rules.agreement.patient_of_two_sexes import PatientOfTwoSexes
from casewright.check.rules.agreement.place_against_the_rest import PlaceAgainstTheRest
from casewright.check.rules.agreement.procedure_of_two_kinds import ProcedureOfTwoKinds
from casewright.check.rules.agreement.reported_cases_counted_otherwise import (
    ReportedCasesCountedOtherwise,
)
from casewright.check.rules.agreement.sentence_retold_otherwise import SentenceRetoldOtherwise
from casewright.check.rules.agreement.side_against_the_rest import SideAgainstTheRest
from casewright.check.rules.agreement.side_named_twice import SideNamedTwice
from casewright.check.rules.agreement.spinal_level_not_in_case import SpinalLevelNotInCase
from casewright.check.rules.agreement.stage_against_nodes import StageAgainstNodes
from casewright.check.rules.agreement.stage_group_against_tnm import StageGroupAgainstTnm
from casewright.check.rules.agreement.stain_of_two_results import StainOfTwoResults
from casewright.check.rules.agreement.symptom_of_two_durations import SymptomOfTwoDurations
from casewright.check.rules.agreement.thing_spelled_two_ways import ThingSpelledTwoWays
from casewright.check.rules.agreement.treatment_not_in_case import TreatmentNotInCase
from casewright.check.rules.agreement.treatment_told_otherwise import TreatmentToldOtherwise
from casewright.check.rules.agreement.value_against_table import ValueAgainstTable
from casewright.check.rules.agreement.value_on_two_sides import ValueOnTwoSides
from casewright.check.rules.agreement.variant_of_two_names import VariantOfTwoNames
from casewright.check.rules.agreement.words_turned_round import WordsTurnedRound

RULES: tuple[type[Rule], ...] = (
    MeasureWithTwoValues,
    FigureNotInCase,
    PatientOfTwoAges,
    PatientOfTwoSexes,
    FindingOnTwoSides,
    LesionAtTwoSites,
    ProcedureOfTwoKinds,
    StainOfTwoResults,
    CourseWithTwoOutcomes,
    ThingSpelledTwoWays,
    FigureInTwoUnits,
    ValueOnTwoSides,
    DischargeOnTwoDays,
    FigureToldOtherwise,
    ValueAgainstTable,
    DigitsExchanged,
    AgeAgainstWord,
    DiseaseOfTwoKinds,
    NameNotInCase,
    StageAgainstNodes,
    WordsTurnedRound,
    CitedPatientAgainstTable,
    SymptomOfTwoDurations,
    SentenceRetoldOtherwise,
    BirthAgainstTerm,
    SpinalLevelNotInCase,
    ReportedCasesCountedOtherwise,
    FindingPresentAndAbsent,
    TreatmentToldOtherwise,
    DrugGivenDespiteAllergy,
    VariantOfTwoNames,
    StageGroupAgainstTnm,
    SideNamedTwice,
    TreatmentNotInCase,
    SideAgainstTheRest,
    PlaceAgainstTheRest,
    NameAgainstTheRest,
    KindAgainstTheRest,
    FigureOnlyRetold,
    KindToldOtherwise,
    DrugGivenDespiteResistance,
)
