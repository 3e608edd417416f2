"""Values whose unit lost its volume: `sodium was 138 mEq`, `platelets 170,000 mm3`, `hemoglobin 11.7 g`.

Only measures of blood that are neither given to a patient nor collected by the day are read so, and the electrolytes
where the figure is one of blood: `potassium 40 mEq` is a dose.
"""

from __future__ import annotations

from decimal import Decimal

from casewright.document.mentions.figures import Figure
from casewright.document.mentions.fitting import COUNTED
from casewright.document.mentions.wordset import words
from casewright.patterns import lazily

_WEIGHED = words(
    "hemoglobin creatinine bilirubin_total bilirubin_direct bilirubin_indirect urea_nitrogen uric_acid crp cholesterol"
    " ldl hdl triglycerides ferritin"
)
_ACTIVE = words("ast alt alp ggt ldh ck amylase lipase tsh")
_COUNTED = words("leukocytes platelets neutrophils lymphocytes eosinophils monocytes erythrocytes cd4")
_AMOUNTS: dict[
    str, tuple[int, int]
] = {  # the figures that stand for millimoles or milliequivalents in a liter
    "sodium": (90, 200),
    "potassium": (1, 9),
    "chloride": (50, 150),
    "calcium": (1, 5),
    "glucose": (1, 90),
    "cholesterol": (1, 30),
    "triglycerides": (0, 60),
    "urea": (1, 90),
    "creatinine": (10, 2500),
    "uric_acid": (50, 2000),
    "bilirubin_total": (1, 900),
    "bilirubin_direct": (1, 900),
}
_OF_VOLUME = frozenset({"mm3", "uL"})
_COLLECTED = lazily(r"urin|24[ -]?h|excret|collect|diet|intake|daily|orally|intraven|infus")


_NEAR = 40  # characters on either side that tell a dose, or a day's urine
# Behind the unit: a volume in other words, also of several values at once.
_VOLUME = lazily(
    r"[^.;]{0,90}?\bper (?:deci|milli|micro|cubic )?[lm]i|\s?(?:\([a-zA-Zµμ]{1,5}\))?\s?[/\\]\s?[a-zA-Zµμ\d]"
)


def without_volume(text: str, key: str, figure: Figure) -> str:
    """The measure of a value in a unit that lost its volume; "" where it may be a dose, or what a day's urine holds."""
    quantity = figure.quantity
    unit = quantity.unit
    if unit is None or quantity.shape != "single" or _VOLUME.match(text, figure.end):
        return ""
    key = COUNTED.get(key, key)
    if unit.dimension == "volume":
        return key if key in _COUNTED and unit.code in _OF_VOLUME else ""
    if _COLLECTED.search(text, max(0, figure.start - _NEAR), figure.end + _NEAR):
        return ""
    if unit.dimension in ("amount", "equivalent"):
        low, high = _AMOUNTS.get(key, (1, 0))
        return key if Decimal(low) <= quantity.numbers[0].value <= Decimal(high) else ""
    known = {"mass": _WEIGHED, "activity": _ACTIVE}.get(unit.dimension, frozenset())
    return key if key in known else ""
