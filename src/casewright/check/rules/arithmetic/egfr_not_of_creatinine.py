"""CW227."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import ClassVar

from casewright.check.evidence.values import printed, single
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.document.mentions.model import QuantityMention
from casewright.document.reading import Reading
from casewright.patterns import lazily
from casewright.quantity.analytes import ANALYTES
from casewright.quantity.convert import ConversionError, convert_value
from casewright.quantity.units import BY_CODE

_FORMULA = lazily(r"CKD-?\s?EPI", re.IGNORECASE)
_SLACK = 0.15  # the age is rounded to years, the creatinine to a tenth
_SEXES = {"female": (0.7, -0.329, 1.018, -0.241, 1.012), "male": (0.9, -0.411, 1.0, -0.302, 1.0)}


class EgfrNotOfCreatinine:
    """An estimated filtration rate by a stated CKD-EPI equation that creatinine, age and sex do not give.

    Why it is bad
        Doses and stages of kidney disease rest on it; one of the figures is wrong.

    Example
        A 60-year-old man had a creatinine of 2.4 mg/dL (eGFR by CKD-EPI 92 mL/min/1.73 m2).

    Write instead
        A 60-year-old man had a creatinine of 2.4 mg/dL (eGFR by CKD-EPI 29 mL/min/1.73 m2).

    Source
        CKD-EPI creatinine equations of 2009 (Levey, doi:10.7326/0003-4819-150-9-200905050-00006) and 2021 (Inker,
        doi:10.1056/NEJMoa2102953); either may hold, without race or with it, within 15%. Only adults, only where
        CKD-EPI is named and creatinine stands in the same sentence.
    """

    code: ClassVar[str] = "CW227"
    name: ClassVar[str] = "egfr-not-of-creatinine"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        rates = [each for each in reading.quantities if each.measure == "egfr" and single(each)]
        for rate in rates:
            sentence = reading.sentences[rate.sentence]
            text = reading.blocks[rate.block][1].text[sentence.start : sentence.end]
            if rate.subject != "patient" or not _FORMULA.search(text):
                continue
            creatinine = [
                each
                for each in reading.quantities
                if each.measure == "creatinine" and each.sentence == rate.sentence and single(each)
            ]
            age, sex = _age(reading), _sex(reading)
            value = _milligrams(creatinine[0]) if len(creatinine) == 1 else None
            if value is None or age is None or sex is None or age < 18:
                continue
            given = _rates(value, age, sex)
            if (
                not min(given) * (1 - _SLACK)
                <= float(rate.quantity.numbers[0].value)
                <= max(given) * (1 + _SLACK)
            ):
                message = (
                    f"an eGFR of {printed(rate)} does not fit a creatinine of {printed(creatinine[0])}, which gives "
                    f"about {given[1]:.0f}"
                )
                yield found(self, reading, rate, message, "correct one of the two", [creatinine[0]])


def _rates(creatinine: float, age: float, sex: str) -> tuple[float, ...]:
    """By the equations of 2009, without the factor for race and with it, and of 2021, in mL/min/1.73 m2."""
    kappa, old, factor, new, fresh = _SEXES[sex]
    ratio = creatinine / kappa
    low, high = min(ratio, 1.0), max(ratio, 1.0)
    first = 141 * low**old * high**-1.209 * 0.993**age * factor
    return first, 142 * low**new * high**-1.2 * 0.9938**age * fresh, first * 1.159


def _milligrams(mention: QuantityMention) -> float | None:
    unit = mention.quantity.unit
    if unit is None:
        return None
    value = Fraction(mention.quantity.numbers[0].value)
    try:
        milligrams = float(convert_value(value, unit, BY_CODE["mg/dL"], ANALYTES["creatinine"]))
    except ConversionError:
        return None
    return milligrams if milligrams > 0 else None


def _age(reading: Reading) -> float | None:
    """The patient's only printed age, in years."""
    ages = {
        float(each.quantity.numbers[0].value)
        for each in reading.quantities
        if each.measure == "age"
        and each.subject == "patient"
        and each.quantity.unit == BY_CODE["a"]
        and single(each)
    }
    return ages.pop() if len(ages) == 1 else None


def _sex(reading: Reading) -> str | None:
    """The patient's only printed sex."""
    sexes = {each.value for each in reading.sexes if each.subject == "patient"}
    return sexes.pop() if len(sexes) == 1 and sexes <= {"male", "female"} else None
