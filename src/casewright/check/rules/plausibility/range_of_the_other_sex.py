"""CW312."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import ClassVar

from casewright.check.evidence.values.values import printed
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.document.mentions.model import QuantityMention, SexMention
from casewright.document.reading import Reading
from casewright.quantity.analytes import ANALYTES
from casewright.quantity.convert import ConversionError, convert_value
from casewright.quantity.units import BY_CODE

_MENS = (Fraction(13), Fraction(17))  # g/dL: a range that begins and ends no lower is one of men


class RangeOfTheOtherSex:
    """A reference range of men's hemoglobin beside the value of a woman.

    Why it is bad
        By a man's range a healthy woman is anemic.

    Example
        A 60-year-old woman had a hemoglobin of 12.6 g/dL (normal range 13.5-17.5 g/dL).

    Write instead
        A 60-year-old woman had a hemoglobin of 12.6 g/dL (normal range 12.0-15.5 g/dL).

    Source
        ABIM Laboratory Test Reference Ranges: hemoglobin of women 12 to 16 g/dL, of men 14 to 18 g/dL.
    """

    code: ClassVar[str] = "CW312"
    name: ClassVar[str] = "range-of-the-other-sex"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        told = [
            mention for mention in reading.quantities if mention.measure == "hemoglobin" and _is_mens(mention)
        ]
        woman = _woman(reading) if told else None
        if woman is not None:
            message = f"the range beside {printed(told[0])} is one of men, and the patient is a woman"
            yield found(self, reading, told[0], message, "print the range of women", [woman, *told[1:]])


def _is_mens(mention: QuantityMention) -> bool:
    limits = mention.limits
    if limits is None or limits.shape != "range" or mention.subject != "patient":
        return False
    unit = limits.unit or mention.quantity.unit
    if unit is None:
        return False
    try:
        low, high = (
            convert_value(Fraction(number.value), unit, BY_CODE["g/dL"], ANALYTES["hemoglobin"])
            for number in limits.numbers
        )
    except ConversionError:
        return False
    return low >= _MENS[0] and high >= _MENS[1] and high < 2 * low


def _woman(reading: Reading) -> SexMention | None:
    """The first word that calls the patient a woman; None where any calls a man."""
    said = [each for each in reading.sexes if each.subject == "patient"]
    return said[0] if said and all(each.value == "female" for each in said) else None
