"""CW227."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from casewright.check.evidence.values.values import printed, same, single, span_of
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.document.mentions.model import QuantityMention
from casewright.document.reading import Reading
from casewright.patterns import lazily
from casewright.quantity.convert import ConversionError
from casewright.quantity.units import BY_CODE

_FORMULA = lazily(r"CKD-?\s?EPI|Chronic Kidney Disease Epidemiology", re.IGNORECASE)
_RATE = lazily(r"\b(?:eGFR|GFR|filtration rate)\b")
_FIRST = ("", "admission", "presentation")
_ANY_FORMULA = 2.5  # times: MDRD, Cockcroft-Gault and others are no further from CKD-EPI in adults
_OTHER_RATE = lazily(
    r"cystatin|DTPA|iohexol|inulin|scintigra|measured|clearance|24[- ]h|Schwartz", re.IGNORECASE
)
_SLACK = 0.04  # beyond the rounding of the creatinine: the age is in whole years, and may be a year off
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
        doi:10.1056/NEJMoa2102953); either may hold where no year is named, that of 2009 without
        race or with it, within 4% beyond the rounding of the creatinine; where no equation is named, only what is
        2.5 times as much or as little (casewright's own, not verified). Only adults, only where creatinine
        stands in the same sentence, or nowhere else with another value.
    """

    code: ClassVar[str] = "CW227"
    name: ClassVar[str] = "egfr-not-of-creatinine"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        rates = [each for each in reading.quantities if _is_rate(reading, each)]
        for rate in rates:
            sentence = reading.sentences[rate.sentence]
            text = reading.blocks[rate.block][1].text[sentence.start : sentence.end]
            if rate.subject != "patient" or _OTHER_RATE.search(text):
                continue
            named = _FORMULA.search(text) is not None
            creatinine = _creatinine(reading, rate)
            age, sex = _age(reading), _sex(reading)
            value = _milligrams(creatinine[0]) if len(creatinine) == 1 else None
            if value is None or age is None or sex is None or age < 18:
                continue
            given = [rate for each in value for rate in _rates(each, age, sex, text)]
            printed_rate = float(rate.quantity.numbers[0].value)
            slack = 1 + _SLACK if named else _ANY_FORMULA
            if not min(given) / slack - 0.5 <= printed_rate <= max(given) * slack + 0.5:
                message = (
                    f"an eGFR of {printed(rate)} does not fit a creatinine of {printed(creatinine[0])}, which gives "
                    f"about {_rates(sum(value) / 2, age, sex, text)[-1]:.0f}"
                )
                yield found(self, reading, rate, message, "correct one of the two", [creatinine[0]])


def _is_rate(reading: Reading, mention: QuantityMention) -> bool:
    """Whether a plain value is a filtration rate: so measured, or by its unit and the words before it."""
    if mention.measure == "egfr" or single(mention) is None or mention.quantity.unit is None:
        return mention.measure == "egfr" and single(mention) is not None
    if mention.measure or "1.73" not in mention.text:
        return False
    start = reading.sentences[mention.sentence].start
    return _RATE.search(reading.blocks[mention.block][1].text, start, mention.start) is not None


def _creatinine(reading: Reading, rate: QuantityMention) -> list[QuantityMention]:
    """The creatinine of the same sentence, or else the only one that the report has of the patient."""
    values = [
        each
        for each in reading.quantities
        if each.measure == "creatinine" and each.subject == "patient" and single(each)
    ]
    beside = [each for each in values if each.sentence == rate.sentence]
    alike = values and all(
        same(values[0].quantity, each.quantity, "creatinine") and each.time in _FIRST for each in values
    )
    return beside or (values[:1] if alike and rate.time in _FIRST else [])


def _rates(creatinine: float, age: float, sex: str, words: str) -> tuple[float, ...]:
    """By the equation of 2009, with the factor for race and without, and that of 2021, in mL/min/1.73 m2.

    Words that name one of the two years have only that equation.
    """
    kappa, old, factor, new, fresh = _SEXES[sex]
    ratio = creatinine / kappa
    low, high = min(ratio, 1.0), max(ratio, 1.0)
    first = 141 * low**old * high**-1.209 * 0.993**age * factor
    newest = 142 * low**new * high**-1.2 * 0.9938**age * fresh
    if "2021" in words:
        return (newest,)
    return (first * 1.159, first) if "2009" in words else (first * 1.159, first, newest)


def _milligrams(mention: QuantityMention) -> tuple[float, float] | None:
    """The least and the greatest creatinine in mg/dL that a printed value allows."""
    unit = mention.quantity.unit
    if unit is None:
        return None
    try:
        span = span_of(mention.quantity.numbers[0], unit, BY_CODE["mg/dL"], "creatinine")
    except ConversionError:
        return None
    return (float(span.low), float(span.high)) if span.low > 0 else None


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
