"""Which units and shapes the values of a measure can have."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from casewright.document.mentions.figures import Figure
from casewright.document.mentions.months import MONTH
from casewright.document.mentions.wordset import words
from casewright.patterns import lazily
from casewright.quantity.analytes import ANALYTES
from casewright.quantity.model import Number, Quantity
from casewright.quantity.units import BY_CODE

COUNTED = {  # names of cells: a share of the leukocytes, or their count
    "neutrophils_percent": "neutrophils",
    "lymphocytes_percent": "lymphocytes",
    "monocytes_percent": "monocytes",
    "eosinophils_percent": "eosinophils",
}
BARE = words(  # measures whose values are printed without a unit
    "ph_blood inr gcs apgar nihss mmse pain_score suv urine_specific_gravity pulse respiratory_rate "
    "temperature blood_pressure systolic_pressure diastolic_pressure sodium potassium chloride leukocytes "
    "platelets hemoglobin oxygen_saturation creatinine crp ast alt alp ggt ldh hematocrit bmi ck amylase "
    "lipase ferritin pco2 po2"
)
_GRAMS, _GIGA = BY_CODE["g/L"], BY_CODE["10*9/L"]
_DEGREE, _CELSIUS, _FAHRENHEIT = BY_CODE["deg"], BY_CODE["Cel"], BY_CODE["[degF]"]
_HOTTEST = 60  # degrees of Celsius that a temperature printed without its scale may have
_GIGA_COUNTS = frozenset(
    {"leukocytes", "platelets", "neutrophils", "neutrophils_percent", "lymphocytes", "eosinophils"}
)
_OF_A_SCALE = frozenset({"gcs", "apgar", "mmse", "pain_score", "nihss"})
# What a number without a unit must lie between to be a value of these; `RR 0.66` is a relative risk.
BARE_BETWEEN: dict[str, tuple[float, float]] = {
    "pulse": (20, 300),
    "respiratory_rate": (4, 90),
    "temperature": (25, 113),
    "ph_blood": (6.5, 8),
    "inr": (0.5, 25),
    "gcs": (3, 15),
    "oxygen_saturation": (20, 100),
    "systolic_pressure": (30, 320),
    "diastolic_pressure": (10, 220),
    "pco2": (3, 150),
    "po2": (4, 600),
    "sodium": (90, 200),
    "potassium": (1, 12),
    "bmi": (8, 100),
    "suv": (0.1, 90),
    "hematocrit": (5, 75),
    "urine_specific_gravity": (1, 1.1),
}
SLIPPED: dict[str, tuple[float, float]] = {  # values that no patient has, read all the same: a point was lost
    "ph_blood": (65, 80),
    "inr": (25, 999),
    "urine_specific_gravity": (9.9, 11),
}
LABORATORY = frozenset(
    {"mass/volume", "amount/volume", "equivalent/volume", "activity/volume", "count/volume"}
)
# Analytes that are neither taken nor passed by the day: `9 g/d` of hemoglobin is a unit cut short.
UNDOSED = frozenset(
    {"hemoglobin", "bilirubin_total", "bilirubin_direct", "urea_nitrogen", "crp", "ferritin", "mchc"}
)
_NEVER_DISSOLVED = frozenset(
    {"pulse", "respiratory_rate", "temperature", "ejection_fraction", "hba1c", "hematocrit", "aptt", "pt"}
    | {"intraocular_pressure", "systolic_pressure"}
)
FOREIGN = LABORATORY | {"pressure", "volume/volume"}  # in what a name's values are printed by mistake
_SIGNED = frozenset({"base_excess", "anion_gap", "temperature"})  # measures that can be below nought
PAIRED = frozenset({"blood_pressure", "visual_acuity"})


_NO_UNIT = lazily(  # what no bare value has behind it
    rf"\s(?:{MONTH})\b|"
    r"\s?(?:\(\d{1,3}(?:\.\d+)?\s?[%)]|"
    r"[a-zA-Z%°/×^-]*\d|:\d|[ap]\.?\s?m\b|%|times|patients|cases|of |out |mm|x |×|th\b|-?fold|-|/|,\s?\d)"
)


def fitting(key: str, quantity: Quantity) -> str:
    """The key under which a quantity of this shape and unit is a value of `key`; "" where it is none."""
    shape, unit = quantity.shape, quantity.unit
    if shape == "product" or (shape == "pair" and key not in PAIRED):
        return ""
    if unit is None:
        return COUNTED.get(key, key) if key not in COUNTED else ""
    if key in COUNTED and unit.dimension == "count/volume":
        return COUNTED[key]
    if key.startswith("blood_pressure") and shape == "single" and unit.code != "mm[Hg]":
        return ""
    analyte = ANALYTES[key]
    if (
        unit.dimension == "time"
        and analyte.units[0].code in ("s", "ms")
        and unit.code not in ("s", "ms", "min")
    ):
        return ""  # `the prothrombin time after 3 days`
    if unit in analyte.units or unit.dimension in {own.dimension for own in analyte.units}:
        return key
    return ""


def bare(key: str, quantity: Quantity, behind: str) -> bool:
    """Whether a number without a unit may be a value of `key`, by its size and by what stands behind it."""
    if key not in BARE or quantity.shape == "product" or (key in PAIRED and quantity.shape != "pair"):
        return False
    low, high = BARE_BETWEEN.get(key, (0, float("inf")))
    if not all(low <= number.value <= high for number in quantity.numbers):
        least, most = SLIPPED.get(key, (1, 0))
        if quantity.shape != "single" or not least <= quantity.numbers[0].value <= most:
            return False
    return _NO_UNIT.match(behind) is None


def taken_as(key: str, figure: Figure, text: str) -> Figure:
    """A figure of a text as a measure takes it: `G/L` of cells is 10^9/L, `GCS 8/15` is 8, a temperature of 38.5° is
    in °C and one of 101° in °F, a dash before what is never below nought stands for `is`: `CA 125 -26 IU/mL`."""
    start, quantity = figure.start, figure.quantity
    if quantity.unit is _GRAMS and text.endswith(("G/L", "G/l"), start, figure.end) and key in _GIGA_COUNTS:
        quantity = replace(quantity, unit=_GIGA)
    if key == "temperature" and quantity.unit is _DEGREE:
        celsius = quantity.numbers[0].value < _HOTTEST
        quantity = replace(quantity, unit=_CELSIUS if celsius else _FAHRENHEIT)
    if key in _OF_A_SCALE and quantity.shape == "pair" and quantity.unit is None:
        quantity = replace(quantity, shape="single", numbers=quantity.numbers[:1])
    first, *others = quantity.numbers
    if first.value < 0 and key not in _SIGNED:
        plain = Number(first.text.lstrip("-−–"), abs(first.value))
        start, quantity = start + 1, replace(quantity, numbers=(plain, *others))
    return figure if quantity is figure.quantity else figure._replace(start=start, quantity=quantity)


def slipped(key: str, quantity: Quantity) -> bool:
    """Whether a value in a unit that its measure cannot have may be meant for it all the same."""
    shape, unit, value = quantity.shape, quantity.unit, quantity.numbers[0].value
    if unit is None or shape not in ("single", "range"):
        return False
    if key == "inr":
        return unit.code == "s" or unit.dimension == "mass/volume"
    if key in _NEVER_DISSOLVED:
        return (
            unit.dimension in LABORATORY - {"count/volume"} and shape == "single"
        )  # `RR 13-18 g/dL` is a range
    if key == "ph_blood":
        return unit.dimension in FOREIGN and 6 < value < 9
    if key == "oxygen_saturation":
        return unit.dimension == "pressure"
    if key == "esr":
        return unit.dimension in FOREIGN or (unit.dimension == "time" and value > 2)  # `in 1 h`
    if unit.dimension == "mass/time":
        return key in UNDOSED
    laboratory = {own.dimension for own in ANALYTES[key].units} & (LABORATORY | {"osmolality"})
    return unit.dimension in FOREIGN and bool(laboratory)


def tall(quantity: Quantity) -> bool:
    """Whether a length can be a person's height: 40 cm or more."""
    unit = quantity.unit
    return (
        unit is not None
        and quantity.numbers[0].value * unit.factor.numerator >= Decimal("0.4") * unit.factor.denominator
    )
