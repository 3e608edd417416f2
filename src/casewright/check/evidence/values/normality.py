"""Claims that a value is normal, high or low, and what its reference range says."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from casewright.document.mentions.model import QuantityMention
from casewright.quantity.analytes import ANALYTES, ONE
from casewright.quantity.convert import ConversionError, convert_value
from casewright.quantity.model import Quantity, Unit
from casewright.quantity.states import STATE_WORDS, State
from casewright.quantity.units import BY_CODE

__all__ = ["STATES", "STATE_WORDS", "Judged", "State", "is_ordinary", "judge"]

STATES: dict[str, State] = {
    "normal": "normal", "unremarkable": "normal",
    "elevated": "high", "raised": "high", "high": "high", "increased": "high",
    "low": "low", "decreased": "low", "reduced": "low", "subnormal": "low", "suppressed": "low",
    "normalized": "normal", "normalised": "normal", "preserved": "normal",
}  # fmt: skip

# Vital signs, beyond which nobody calls them so: state -> (from, to). Wider than the ranges of MedlinePlus
# article 002341, which `_STATED` prints; casewright's own judgement, not verified.
_VITALS: dict[str, dict[State, tuple[float, float]]] = {
    "temperature": {"normal": (35.0, 37.95), "high": (37.3, 45.0), "low": (13.0, 36.4)},
    "pulse": {"normal": (50.0, 100.0), "high": (88.0, 400.0), "low": (5.0, 65.0)},
    "respiratory_rate": {"normal": (8.0, 24.0), "high": (18.5, 200.0), "low": (0.0, 14.0)},
    "blood_pressure": {"normal": (85.0, 150.0), "high": (125.0, 400.0), "low": (0.0, 110.0)},
    "systolic_pressure": {"normal": (85.0, 150.0), "high": (125.0, 400.0), "low": (0.0, 110.0)},
    "oxygen_saturation": {"normal": (92.0, 100.0), "low": (0.0, 96.0), "high": (90.0, 100.0)},
    "ph_blood": {"normal": (7.3, 7.5), "high": (7.36, 8.5), "low": (6.0, 7.44)},  # some are compensated
    "pco2": {"normal": (30.0, 50.0), "high": (42.0, 400.0), "low": (0.0, 40.0)},
    "bicarbonate": {"normal": (18.0, 32.0), "high": (24.5, 100.0), "low": (0.0, 25.0)},
    "ejection_fraction": {"normal": (45.0, 85.0), "high": (60.0, 100.0), "low": (0.0, 59.0)},
    "qtc": {"normal": (320.0, 475.0), "high": (430.0, 2000.0), "low": (0.0, 390.0)},
    "birth_weight": {"normal": (2000.0, 4700.0), "high": (3300.0, 9000.0), "low": (0.0, 3000.0)},
    "bmi": {"normal": (17.0, 27.5), "high": (22.5, 400.0), "low": (5.0, 20.5)},
}
_ALIKE = ("temperature", "ph_blood", "pco2", "ejection_fraction", "birth_weight")  # in children as in adults
_CHILDREN: dict[str, dict[State, tuple[int, int]]] = {
    "pulse": {"high": (88, 400), "low": (5, 110)},
    "respiratory_rate": {"high": (17, 200), "low": (0, 35)},
    "blood_pressure": {"high": (80, 400), "low": (0, 105)},
    "systolic_pressure": {"high": (80, 400), "low": (0, 105)},
}
# Of adults, MedlinePlus article 002341; of the left ventricle, ASE and EACVI 2015 (J Am Soc Echocardiogr 28: 1-39), men
# and women together; of blood gases, body mass index and QTc casewright's own, not verified.
_STATED = {
    "temperature": "36.5 to 37.3 °C", "pulse": "60 to 100 per minute", "respiratory_rate": "12 to 18 per minute",
    "blood_pressure": "90/60 to 120/80 mmHg", "systolic_pressure": "90 to 120 mmHg", "oxygen_saturation": "95% or more",
    "ph_blood": "7.35 to 7.45", "pco2": "35 to 45 mmHg", "bicarbonate": "22 to 26 mmol/L", "bmi": "18.5 to 25 kg/m²",
    "qtc": "350 to 450 ms", "birth_weight": "2500 to 4000 g", "ejection_fraction": "52 to 74%",
}  # fmt: skip
# Limits by other methods and authorities, in the unit of the reference range; a value between them and the range can be
# called either. Alkaline phosphatase by the JSCC method, in use in Japan until 2020: 106 to 322 U/L, 2.84 times that
# of the IFCC (Goto Y et al. Jpn J Clin Chem 2020; 49: 199-205; https://strensiq.jp/alp). Folate: deficiency below
# 10 nmol/L, 4 ng/mL (WHO/NMH/NHD/EPG/12.1). Total protein: 6.6 to 8.1 g/dL, the common reference intervals of the
# Japanese Committee for Clinical Laboratory Standards (from memory, not verified).
# Hemoglobin A1c: 4.6 to 6.2% in Japan (from memory, not verified); diabetes from 6.5% (ADA).
# Partial thromboplastin time: reagents differ, up to about 40 s (from memory, not verified).
# Troponin I: assays before the sensitive ones, up to about 0.5 ng/mL (from memory, not verified).
# Glucose of the cerebrospinal fluid is two thirds of that of the blood, which a meal raises.
# The others differ by assay, age, posture or smoking (from memory, not verified).
_ELSEWHERE = {
    key: (Fraction(low), Fraction(high))
    for key, low, high in (
        ("hba1c", "4", "6.4"),
        ("aptt", "25", "42"),
        ("alp", "106", "322"),
        ("folate", "4", "9"),
        ("csf_glucose", "50", "130"),
        ("protein_total", "6.6", "9"),
        ("troponin_i", "0", "0.5"),
        ("glucose", "70", "200"),
        ("troponin_t", "0", "0.1"),
        ("troponin", "0", "0.5"),
        ("nt_probnp", "0", "450"),
        ("aldosterone", "3", "35"),
        ("ige", "0", "300"),
        ("carboxyhemoglobin", "0", "10"),
        ("csf_pressure", "6", "25"),
        ("beta_d_glucan", "0", "80"),
        ("tpo_antibody", "0", "100"),
        ("fecal_calprotectin", "0", "200"),
        ("urine_cortisol", "0", "120"),
        ("gastrin", "0", "200"),
    )
}
_MMHG_PER_KPA = 7.50062
_BEYOND: tuple[State, State] = ("high", "low")
_PURE = ("inr",)  # numbers without a unit
_OF_ANY_AGE = (
    "inr",
    "ph_blood",
    "sodium",
    "potassium",
    "chloride",
    "crp",
    "hba1c",
    "platelets",
)  # beyond the first weeks
_MARGIN = Fraction(35, 100)  # of a range's width: laboratories differ so much in their ranges
_LEAST = Fraction(70, 100)  # of the lower limit, where that is nearer: platelets of 62 are not normal
_SURELY = Fraction(115, 100)  # of the lower limit of a range open above: nothing higher is low


class Judged(NamedTuple):
    """A value against its range: whether a claimed state can be, and the range in words."""

    possible: bool
    range: str


def judge(mention: QuantityMention, state: State, *, adult: bool = True) -> Judged | None:
    """Whether a value can be called so; None where no range is known.

    The range printed beside the value decides; else, for adults, a wide one. Of a blood pressure the systolic
    counts.
    """
    number = mention.quantity.numbers[-1 if state == "high" and mention.quantity.shape == "range" else 0]
    value, unit = Fraction(number.value), mention.quantity.unit
    if mention.limits is not None and not _of_other_unit(mention.quantity, mention.limits):
        return _by_limits(mention.quantity, mention.limits, state)
    if mention.quantity.comparison not in ("", "~") and not mention.text.lower().startswith("up to"):
        return None
    if not adult and mention.measure in _VITALS and mention.measure not in _ALIKE:
        return _of_child(mention.measure, value, state)
    if mention.measure in _VITALS:
        return _by_vitals(mention.measure, float(value), unit, state)
    judged = _by_reference(mention.measure, value, unit, state)
    adult = adult or mention.measure in _OF_ANY_AGE
    if judged is None or adult or state == "normal":
        return judged if adult or judged is None else _for_child(mention, value, unit, judged)
    return None


def judge_severe(mention: QuantityMention, *, adult: bool = True) -> Judged | None:
    """Whether a value can be called severely high or low: not within the range as it was published, with no margin."""
    analyte = ANALYTES.get(mention.measure)
    unit = mention.quantity.unit or (ONE if mention.measure in ("ph_blood", *_PURE) else None)
    if analyte is None or unit is None or mention.limits is not None or mention.quantity.shape != "single":
        return None
    if not adult and mention.measure not in _OF_ANY_AGE:
        return None
    lows = [Fraction(each.low) for each in analyte.references if each.low is not None]
    highs = [Fraction(each.high) for each in analyte.references if each.high is not None]
    if not lows or not highs:
        return None
    reference = analyte.references[0].unit
    try:
        value = convert_value(Fraction(mention.quantity.numbers[0].value), unit, reference, analyte)
    except ConversionError:
        return None
    low, high = min(lows), max(highs)
    return Judged(not low <= value <= high, f"{float(low):g} to {float(high):g} {reference.symbol}".strip())


def is_ordinary(mention: QuantityMention, *, adult: bool) -> bool:
    """Whether a value can be called neither high nor low."""
    judged = [judge(mention, state, adult=adult) for state in _BEYOND]
    return all(each is not None and not each.possible for each in judged)


def _of_other_unit(quantity: Quantity, limits: Quantity) -> bool:
    """Whether a range is printed in a unit of another kind, so that the published one decides."""
    units = quantity.unit, limits.unit
    return None not in units and units[0] != units[1] and quantity.shape == "single"


def _by_limits(quantity: Quantity, limits: Quantity, state: State) -> Judged | None:
    if limits.unit not in (None, quantity.unit) or quantity.shape != "single":
        return None
    numbers = [number.value for number in limits.numbers]
    low = numbers[0] if limits.shape == "range" or limits.comparison in (">", "≥") else None
    high = numbers[-1] if limits.shape == "range" or limits.comparison in ("<", "≤") else None
    if low is None and high is None:
        return None
    value, symbol = quantity.numbers[0].value, f" {quantity.unit.symbol}" if quantity.unit else ""
    below, above = low is not None and value < low, high is not None and value > high
    words = (
        f"{low} to {high}{symbol}"
        if low is not None and high is not None
        else f"{limits.comparison} {numbers[0]}{symbol}"
    )
    possible = {"low": below or low is None, "high": above or high is None, "normal": not (below or above)}
    if value in (low, high):
        return None
    if state != "normal" and ((state == "low" and above) or (state == "high" and below)):
        return Judged(False, words)
    return Judged(possible[state], words)


_HOTTEST = 90  # of a temperature without a unit: above it the degrees can only be Fahrenheit


def _by_vitals(measure: str, value: float, unit: Unit | None, state: State) -> Judged | None:
    if measure == "temperature" and (
        (unit is not None and unit.code == "[degF]") or (unit is None and value > _HOTTEST)
    ):
        value = (value - 32) / 1.8
    if measure == "ejection_fraction" and value <= 1:  # a fraction of one
        value *= 100
    if measure == "birth_weight" and unit is not None and unit.code == "kg":
        value *= 1000
    if measure == "pco2":
        if unit is None and 10 <= value < 20:  # kPa or mmHg
            return None
        in_kpa = unit.code == "kPa" if unit is not None else value < 10
        value = value * _MMHG_PER_KPA if in_kpa else value
    elif unit is not None and unit.code in ("kPa", "s"):
        return None
    low, high = _VITALS[measure][state]
    return Judged(low <= value <= high, _STATED[measure])


def _of_child(measure: str, value: Fraction, state: State) -> Judged | None:
    """The vital signs of a child of any age: only what would be a wonder in the newborn and in the grown alike."""
    if measure not in _CHILDREN or state not in _CHILDREN[measure]:
        return None
    low, high = _CHILDREN[measure][state]
    return Judged(low <= value <= high, f"{_STATED[measure]} in adults, and other in children")


def _for_child(mention: QuantityMention, value: Fraction, unit: Unit | None, judged: Judged) -> Judged:
    """A child's ranges are not an adult's: only a value three times off is beyond both."""
    low = _by_reference(mention.measure, value * 3, unit, "low")
    high = _by_reference(mention.measure, value / 3, unit, "high")
    off = any(each is not None and each.possible for each in (low, high))
    return Judged(judged.possible or not off, judged.range)


def _by_reference(measure: str, value: Fraction, unit: Unit | None, state: State) -> Judged | None:
    named = measure
    if measure == "glucose":  # at random: no range of its own, and normal up to what a meal raises it to
        measure = "glucose_fasting"
    if measure == "esr" and unit is not None and unit.code == "mm":
        unit = BY_CODE["mm/h"]  # in the first hour
    if unit is not None and unit.code == "mosm/L":
        unit = BY_CODE["mosm/kg"]  # of water, a liter of which weighs a kilogram
    analyte = ANALYTES.get(measure)
    if unit is None and measure in _PURE:
        unit = ONE
    if analyte is None or unit is None or not analyte.references:
        return None
    reference = analyte.references[0]
    try:
        converted = convert_value(value, unit, reference.unit, analyte)
    except ConversionError:
        return None
    lows = [Fraction(each.low) for each in analyte.references if each.low is not None]
    highs = [Fraction(each.high) for each in analyte.references if each.high is not None]
    if not highs:
        return _by_least(converted, min(lows), reference.unit, state)
    low, high = (min(lows) if lows else Fraction(0)), max(highs)
    margin = (high - low) * (_MARGIN if lows else 1)
    words = f"{float(low):g} to {float(high):g} {reference.unit.symbol}".strip()
    least, most = _ELSEWHERE.get(named, (low, high))
    match state:
        case "normal":
            lowest = max(low - margin, low * _LEAST)
            return Judged(lowest <= converted <= max(high + margin, most), words)
        case "high":
            return Judged(converted > min(high - margin / 2, *highs), words)  # of either sex
        case _:
            return Judged(converted < max(low + margin / 2, least, *lows), words)


def _by_least(value: Fraction, least: Fraction, unit: Unit, state: State) -> Judged:
    """A value against a range that is open above, as of a breath: what is high is not told."""
    possible = {"normal": value >= least * _LEAST, "low": value < least * _SURELY, "high": True}
    return Judged(possible[state], f"{float(least):g} {unit.symbol} or more")
