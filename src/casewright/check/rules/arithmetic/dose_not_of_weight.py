"""CW220."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from casewright.check.evidence.text.parts import part_at
from casewright.check.evidence.text.passage import Passage, scan, scan_near
from casewright.check.evidence.values.values import printed, single
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.document.mentions.model import QuantityMention
from casewright.document.reading import Reading
from casewright.patterns import lazily
from casewright.quantity.units import BY_CODE

_NEAR = 1.2  # where the weight stands beside them
_MASS = {
    "mL": 1.0,
    "ml": 1.0,
    "IU": 1.0,
    "U": 1.0,
    "units": 1.0,
    "g": 1000.0,
    "mg": 1.0,
    "µg": 0.001,
    "μg": 0.001,
    "mcg": 0.001,
}
_RATE = lazily(r"/\s?(?:kg|m2|m²)")
_SLASH = ("/",)
_DOSE = lazily(
    r"(?P<dose>\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)\s?(?P<unit>mg|g|[µμ]g|mcg|mL|ml)(?P<noun>\s[a-z]{4,20})?(?P<per>(?:\s?/\s?|\s"
    r"(?:per|a)\s)d(?:ay)?"
    r"|\s(?:daily|once daily))?"
    r"\s?[(,]\s?(?P<rate>\d+(?:\.\d+)?)\s?(?P<rated>mg|g|[µμ]g|mcg|mL|ml)\s?/\s?kg(?P<last>\s?(?:/|per)\s?d"
    r"(?:ay)?|\sdaily)?\s?\)"
)
_RATE_FIRST = lazily(
    r"(?P<rate>\d+(?:\.\d+)?)\s?(?P<rated>mg|g|[µμ]g|mcg|mL|ml|IU|units|U)\s?/\s?kg"
    r"(?:\s?/\s?(?:day|d|dose|h|hour|min)|\sper (?:day|dose)|\sdaily)?(?:\sof [a-z]{5,20}(?: [a-z]{5,12})?)?"
    r"(?:\s?\(|,?\s(?:i\.e\.,?|that is,?|equivalent to|corresponding to|equal to|for a total of|a total of|in total|=)"
    r"(?:\sa(?:\stotal)?(?:\sdaily)?\sdose\sof)?)\s?(?P<dose>\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)\s?(?P<unit>mg|g|[µμ]g|mcg|mL|ml|IU|units|U)"
    r"(?:\s?/\s?(?:day|d|dose|h|hour|min)|\sdaily|\sper (?:day|dose))?"
    r"(?:\s?\)|(?=[,.;](?:\s|\Z)|\s(?:was|were|once|of)\b))"
)
_WITH_WEIGHT = lazily(  # `0.2 mg/kg (13.6 mg for a weight of 68 kg)`, `10 mg/m2 per day (4 mg for 0.4 m2)`
    r"(?P<rate>\d+(?:\.\d+)?)\s?(?P<rated>mg|g|[µμ]g|mcg|mL|ml|IU|units)\s?/\s?(?P<per>kg|m2|m²)"
    r"(?:\s?/\s?(?:day|d|dose)|\sper day)?"
    r"\s?[(,]\s?(?P<dose>\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)\s?(?P<unit>mg|g|[µμ]g|mcg|mL|ml|IU|units)(?:,|;|\sfor|\sat|\swith)\s"
    r"(?:an?\s|her\s|his\s)?"
    r"(?:body\s)?(?:weight|surface area|surface)?,?\s?(?:of\s|was\s)?(?P<weight>\d+(?:\.\d+)?)\s?(?P<of>kg|m2|m²)\b"
)
_OF_WEIGHT = (
    r"(?P<rate>\d+(?:\.\d+)?)\s?(?P<rated>mg|g|[µμ]g|mcg|mL|ml|IU|units)\s?/\s?kg"
    r"(?P<rate_day>\s?/\s?d(?:ay)?|\sper day|\sdaily)?"
    r"(?:,|\sat|\sfor|\swith)\s(?:an?\s|her\s|his\s)?(?:body\s)?(?:weight\s)?(?:of\s)?(?P<weight>\d+(?:\.\d+)?)\s?kg"
    r"(?:\sbody)?(?:\sweight)?"
)
_DAY = r"(?:\s?/\s?d(?:ay)?\b|\sdaily|\sper day|\sa day)"
_AMOUNT = r"(?P<dose>\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)\s?(?P<unit>mg|g|[µμ]g|mcg|mL|ml|IU|units)\b"
_WEIGHT_THEN_DOSE = lazily(  # `(5 mg/kg/day at 60 kg) was started at a dose of 300 mg daily`
    rf"{_OF_WEIGHT}\)?[^.;()\d]{{0,50}}?\s(?:dose of|total of|dosage of|at|giving|=)\s{_AMOUNT}(?P<day>{_DAY})?"
    r"(?![\w/]|\s(?:every|twice|in \w+ div))"
)
_DOSE_THEN_WEIGHT = lazily(  # `480 mg daily (8 mg/kg/day for a body weight of 60 kg)`
    rf"{_AMOUNT}(?P<day>{_DAY})?\s?[(,]\s?{_OF_WEIGHT}"
)
_KG = lazily(r"/\s?kg")
_BY_SURFACE = lazily(  # `75 mg/m2, equivalent to 135 mg`
    r"(?P<rate>\d+(?:\.\d+)?)\s?(?P<rated>mg|g)\s?/\s?(?:m2|m²|m\^2)(?:/dose)?(?:,?\s?\(?)"
    r"(?:equivalent to|i\.e\.,?|that is,?|total(?: dose)?(?: of)?|=)?\s?\(?"
    r"(?P<dose>\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)\s?(?P<unit>mg|g)\b(?!\s?/)"
)
_LARGEST = 2.7  # m²: by Mosteller a man of 200 cm and 130 kg
_SMALLEST = 0.1  # m²: a newborn of 37 cm and 1 kg
_FAR = 1.5  # doses are rounded to tablets and vials
_SET = 1.15  # volumes are set on a machine, and exact doses reckoned
_EXACT = 3  # figures of a dose that was reckoned
_TOLD = 2  # weights: before and after


class DoseNotOfWeight:
    """A dose that the dose per kilogram beside it and the patient's weight do not give.

    Why it is bad
        A dose that is copied is given: one of the three figures is wrong by half or more.

    Example
        The boy weighed 30 kg. He received prednisolone 60 mg (1 mg/kg) per day.

    Write instead
        The boy weighed 30 kg. He received prednisolone 30 mg (1 mg/kg) per day.

    Source
        Multiplication. Doses are rounded to tablets and vials, so that only a difference of half is a warning.
        A dose by body surface must be for 0.1 to 2.7 m² (Mosteller, N Engl J Med 1987; 317: 1098).
    """

    code: ClassVar[str] = "CW220"
    name: ClassVar[str] = "dose-not-of-weight"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        yield from self._with_weight(reading)
        for passage, match in scan(reading, _BY_SURFACE, "/m2", "/m²", "/ m", "/m^2"):
            rate, dose = (
                float(match[value]) * _MASS[match[unit]]
                for value, unit in (("rate", "rated"), ("dose", "unit"))
            )
            surface = dose / rate if rate else 1.0
            if surface > _LARGEST or surface < _SMALLEST:
                message = (
                    f"{match['dose']} {match['unit']} at this rate are for a body surface of {surface:.2g} m²"
                )
                yield found(self, reading, passage, message, "correct the dose or its rate")
        weights = _weights(reading)
        if not weights:
            yield from self._implied(reading)
            return
        for passage, match in _rated(reading):
            dose = _number(match["dose"]) * _MASS[match["unit"]]
            rate = float(match["rate"]) * _MASS[match["rated"]]
            tidal = match["unit"].lower() == "ml" and "idal volume" in match.string[: match.start()][-30:]
            far = _SET if tidal or _is_reckoned(match["dose"]) else _FAR
            expected = [rate * float(weight.quantity.numbers[0].value) for weight in weights]
            if not any(each / far < dose < each * far for each in expected):
                message = f"`{match[0]}` does not fit a weight of {printed(weights[0])}"
                hint = "correct the dose, its rate or the weight"
                yield found(self, reading, passage, message, hint, weights[:1])

    def _implied(self, reading: Reading) -> Iterator[Finding]:
        """Two doses with their rates, which are of two different weights where none is printed."""
        implied: list[tuple[float, Passage]] = []
        for passage, match in _rated(reading):
            rate = float(match["rate"]) * _MASS[match["rated"]]
            if rate and part_at(reading, passage.block) == "body":
                implied.append((_number(match["dose"]) * _MASS[match["unit"]] / rate, passage))
        for weight, passage in implied[1:]:
            first, other = implied[0]
            if not first / _FAR < weight < first * _FAR:
                message = f"this dose is of a weight of {weight:.3g} kg, and the one before of {first:.3g} kg"
                yield found(self, reading, passage, message, "correct a dose or its rate", [other])
                return

    def _with_weight(self, reading: Reading) -> Iterator[Finding]:
        """Doses that stand with their rate and the weight or surface they were reckoned with."""
        for passage, match in scan_near(reading, _RATE, _WITH_WEIGHT, 24, 110, starts=_SLASH):
            dose, rate = (
                _number(match["dose"]) * _MASS[match["unit"]],
                float(match["rate"]) * _MASS[match["rated"]],
            )
            expected = rate * float(match["weight"])
            if match["per"] == match["of"] and not expected / _NEAR < dose < expected * _NEAR:
                message = f"`{match[0]}` is not {match['rate']} {match['rated']}/{match['per']}"
                yield found(self, reading, passage, message, "correct the dose, its rate or the weight")
        for passage, match in (
            *scan_near(reading, _KG, _WEIGHT_THEN_DOSE, 24, 130),
            *scan_near(reading, _KG, _DOSE_THEN_WEIGHT, 50, 50),
        ):
            expected = float(match["rate"]) * _MASS[match["rated"]] * float(match["weight"])
            dose = _number(match["dose"]) * _MASS[match["unit"]]
            of_day = (match["day"] is None) == (match["rate_day"] is None)
            if of_day and not expected / _NEAR < dose < expected * _NEAR:
                rated = f"{match['rate']} {match['rated']}/kg"
                message = f"{match['dose']} {match['unit']} is not {rated} at {match['weight']} kg"
                yield found(self, reading, passage, message, "correct the dose, its rate or the weight")


def _number(text: str) -> float:
    return float(text.replace(",", ""))


def _rated(reading: Reading) -> Iterator[tuple[Passage, re.Match[str]]]:
    """The doses that stand with their rate by weight, both in masses or both in volumes: a solution has more in it."""
    for passage, match in (
        *scan_near(reading, _RATE, _DOSE, 80, 20, starts=_SLASH),
        *scan_near(reading, _RATE, _RATE_FIRST, 24, 60, starts=_SLASH),
    ):
        if (match["unit"].lower() == "ml") == (match["rated"].lower() == "ml"):
            yield passage, match


def _is_reckoned(dose: str) -> bool:
    """Whether a dose is printed so exactly that it was reckoned from the weight, and not rounded to vials."""
    return len(dose.replace(",", "").replace(".", "").strip("0")) >= _EXACT


def _weights(reading: Reading) -> list[QuantityMention]:
    """The patient's printed weights, in kilograms: named as such, or in brackets behind the age; no more than two."""
    weights = [
        mention
        for mention in reading.quantities
        if mention.subject == "patient"
        and (mention.measure == "weight" or _behind_age(reading, mention))
        and single(mention)
    ]
    values = {mention.quantity.numbers[0].value for mention in weights}
    in_kilograms = all(mention.quantity.unit == BY_CODE["kg"] for mention in weights)
    return weights if len(values) <= _TOLD and in_kilograms else []


def _behind_age(reading: Reading, mention: QuantityMention) -> bool:
    """Whether a mass stands in brackets behind the age: `six-year-old (22 kg)`."""
    if mention.measure or mention.quantity.unit != BY_CODE["kg"]:
        return False
    before = reading.blocks[mention.block][1].text[max(0, mention.start - 30) : mention.start]
    return re.search(r"\bold(?: [a-z]+)? ?\(\Z", before) is not None
