"""The rules of this family, in order of code."""

from __future__ import annotations

from casewright.check.rule import Rule
from casewright.check.rules.arithmetic.age_beyond_age import AgeBeyondAge
from casewright.check.rules.arithmetic.age_not_of_birth import AgeNotOfBirth
from casewright.check.rules.arithmetic.anion_gap_not_of_electrolytes import AnionGapNotOfElectrolytes
from casewright.check.rules.arithmetic.base_excess_of_the_other_sign import BaseExcessOfTheOtherSign
from casewright.check.rules.arithmetic.bilirubin_not_its_sum import BilirubinNotItsSum
from casewright.check.rules.arithmetic.bmi_not_of_weight_and_height import BmiNotOfWeightAndHeight
from casewright.check.rules.arithmetic.change_against_last_figure import ChangeAgainstLastFigure
from casewright.check.rules.arithmetic.change_not_of_values import ChangeNotOfValues
from casewright.check.rules.arithmetic.coma_scale_not_its_sum import ComaScaleNotItsSum
from casewright.check.rules.arithmetic.comparison_against_values import ComparisonAgainstValues
from casewright.check.rules.arithmetic.count_not_of_differential import CountNotOfDifferential
from casewright.check.rules.arithmetic.count_not_of_list import CountNotOfList
from casewright.check.rules.arithmetic.count_over_whole import CountOverWhole
from casewright.check.rules.arithmetic.daily_dose_not_of_doses import DailyDoseNotOfDoses
from casewright.check.rules.arithmetic.date_before_its_interval import DateBeforeItsInterval
from casewright.check.rules.arithmetic.date_not_of_interval import DateNotOfInterval
from casewright.check.rules.arithmetic.day_not_of_date import DayNotOfDate
from casewright.check.rules.arithmetic.day_out_of_order import DayOutOfOrder
from casewright.check.rules.arithmetic.days_not_of_frequency import DaysNotOfFrequency
from casewright.check.rules.arithmetic.differential_over_whole import DifferentialOverWhole
from casewright.check.rules.arithmetic.differential_short_of_whole import DifferentialShortOfWhole
from casewright.check.rules.arithmetic.dose_change_against_doses import DoseChangeAgainstDoses
from casewright.check.rules.arithmetic.dose_not_of_weight import DoseNotOfWeight
from casewright.check.rules.arithmetic.egfr_not_of_creatinine import EgfrNotOfCreatinine
from casewright.check.rules.arithmetic.event_out_of_order import EventOutOfOrder
from casewright.check.rules.arithmetic.frequency_in_two_words import FrequencyInTwoWords
from casewright.check.rules.arithmetic.greatest_extent_not_of_extents import GreatestExtentNotOfExtents
from casewright.check.rules.arithmetic.index_not_of_values import IndexNotOfValues
from casewright.check.rules.arithmetic.interval_not_of_clock import IntervalNotOfClock
from casewright.check.rules.arithmetic.interval_not_of_dates import IntervalNotOfDates
from casewright.check.rules.arithmetic.interval_not_of_days import IntervalNotOfDays
from casewright.check.rules.arithmetic.interval_without_estimate import IntervalWithoutEstimate
from casewright.check.rules.arithmetic.karyotype_not_its_sum import KaryotypeNotItsSum
from casewright.check.rules.arithmetic.listed_shares_over_whole import ListedSharesOverWhole
from casewright.check.rules.arithmetic.logarithm_not_of_count import LogarithmNotOfCount
from casewright.check.rules.arithmetic.mean_of_no_count import MeanOfNoCount
from casewright.check.rules.arithmetic.mean_pressure_not_of_pressure import MeanPressureNotOfPressure
from casewright.check.rules.arithmetic.p_not_of_statistic import PNotOfStatistic
from casewright.check.rules.arithmetic.pack_years_not_of_cigarettes import PackYearsNotOfCigarettes
from casewright.check.rules.arithmetic.part_longer_than_whole import PartLongerThanWhole
from casewright.check.rules.arithmetic.part_over_whole import PartOverWhole
from casewright.check.rules.arithmetic.parts_not_of_whole import PartsNotOfWhole
from casewright.check.rules.arithmetic.percent_not_of_column import PercentNotOfColumn
from casewright.check.rules.arithmetic.percent_not_of_count import PercentNotOfCount
from casewright.check.rules.arithmetic.percent_of_no_count import PercentOfNoCount
from casewright.check.rules.arithmetic.period_not_of_dates import PeriodNotOfDates
from casewright.check.rules.arithmetic.protein_not_its_sum import ProteinNotItsSum
from casewright.check.rules.arithmetic.radiation_not_its_sum import RadiationNotItsSum
from casewright.check.rules.arithmetic.ratio_not_of_values import RatioNotOfValues
from casewright.check.rules.arithmetic.score_not_its_sum import ScoreNotItsSum
from casewright.check.rules.arithmetic.share_against_word import ShareAgainstWord
from casewright.check.rules.arithmetic.shares_not_of_list import SharesNotOfList
from casewright.check.rules.arithmetic.shares_over_whole import SharesOverWhole
from casewright.check.rules.arithmetic.total_not_of_rows import TotalNotOfRows
from casewright.check.rules.arithmetic.trend_against_values import TrendAgainstValues
from casewright.check.rules.arithmetic.two_units_disagree import TwoUnitsDisagree
from casewright.check.rules.arithmetic.variant_not_of_its_codon import VariantNotOfItsCodon
from casewright.check.rules.arithmetic.volume_not_of_extents import VolumeNotOfExtents
from casewright.check.rules.arithmetic.weekday_not_of_date import WeekdayNotOfDate

RULES: tuple[type[Rule], ...] = (
    PercentNotOfCount,
    PercentOfNoCount,
    PartsNotOfWhole,
    CountNotOfDifferential,
    DifferentialOverWhole,
    BilirubinNotItsSum,
    AnionGapNotOfElectrolytes,
    MeanPressureNotOfPressure,
    BmiNotOfWeightAndHeight,
    TwoUnitsDisagree,
    WeekdayNotOfDate,
    IntervalNotOfDates,
    AgeNotOfBirth,
    EventOutOfOrder,
    MeanOfNoCount,
    PNotOfStatistic,
    IntervalWithoutEstimate,
    ComaScaleNotItsSum,
    DoseNotOfWeight,
    PeriodNotOfDates,
    ChangeNotOfValues,
    DailyDoseNotOfDoses,
    IntervalNotOfClock,
    SharesOverWhole,
    TotalNotOfRows,
    EgfrNotOfCreatinine,
    ProteinNotItsSum,
    TrendAgainstValues,
    DayOutOfOrder,
    DayNotOfDate,
    PartOverWhole,
    CountOverWhole,
    SharesNotOfList,
    RatioNotOfValues,
    VolumeNotOfExtents,
    RadiationNotItsSum,
    ComparisonAgainstValues,
    DateBeforeItsInterval,
    IndexNotOfValues,
    AgeBeyondAge,
    DifferentialShortOfWhole,
    IntervalNotOfDays,
    DateNotOfInterval,
    DaysNotOfFrequency,
    ScoreNotItsSum,
    LogarithmNotOfCount,
    PercentNotOfColumn,
    CountNotOfList,
    PartLongerThanWhole,
    DoseChangeAgainstDoses,
    ShareAgainstWord,
    BaseExcessOfTheOtherSign,
    VariantNotOfItsCodon,
    KaryotypeNotItsSum,
    PackYearsNotOfCigarettes,
    GreatestExtentNotOfExtents,
    ListedSharesOverWhole,
    ChangeAgainstLastFigure,
    FrequencyInTwoWords,
)
