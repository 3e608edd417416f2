"""Fractions of a dose told with the dose they make: `one-eighth of 200 mg (25 mg)`."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from casewright.check.evidence.text.passage import Passage, scan_near
from casewright.document.reading import Reading
from casewright.patterns import lazily

_NAMED = {
    "half": 2, "third": 3, "fourth": 4, "quarter": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10,
    "twelfth": 12, "sixteenth": 16, "twentieth": 20, "hundredth": 100,
}  # fmt: skip
_ABOVE = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3}
_N = r"\d{1,3}(?:,\d{3})+|\d{1,6}(?:\.\d+)?"
_UNIT = r"(?:[µμ]g|mcg|mg|kg|g|ml|l|units|iu|u)"
_PART = lazily(  # in small letters
    rf"\b(?P<fraction>(?:(?P<above>an?|one|two|three)[\s-])?(?P<named>{'|'.join(_NAMED)})s?|(?P<top>\d{{1,2}})\s?/\s?(?P<below>\d{{1,3}}))"
    r"\s(?:(?:dilution|dose|tablet|part|amount|ampoule|vial|the|full|usual|total|standard|recommended)\s){0,4}?of\s"
    r"(?:(?:an?|the|total|dose|of|usual|full|standard|recommended)\s){0,4}?"
    rf"(?P<whole>{_N})\s?(?P<unit>{_UNIT})\b(?P<unlike>\s?/\s?[a-z]+)?(?:\s[a-z]+){{0,2}}?,?\s?"
    rf"[(,=]\s?(?:i\.e\.,?\s|that is,?\s|or\s|=\s?)?(?P<part>{_N})\s?(?P<of>{_UNIT})\b(?P<too>\s?/\s?[a-z]+)?"
)
_SIGN = lazily(rf"(?:(?:{'|'.join(_NAMED)})s?|1/\d{{1,3}}) (?:[a-z]+ ){{0,4}}?of ")
_SIZES = {
    "kg": Fraction(1000), "g": Fraction(1), "mg": Fraction(1, 1000), "mcg": Fraction(1, 10**6),
    "µg": Fraction(1, 10**6), "μg": Fraction(1, 10**6), "l": Fraction(1), "ml": Fraction(1, 1000),
}  # fmt: skip
_VOLUMES = ("l", "ml")
_PRINTED = {"l": "L", "ml": "mL", "iu": "IU", "u": "U"}
_NEAR = Fraction(6, 100)  # of itself: `a third of 100 mg (33 mg)`


class Portion(NamedTuple):
    """A fraction in words, the dose it is taken of and the one printed for it, and where they stand."""

    fraction: str
    whole: str
    part: str
    place: Passage


def misfitting_portions(reading: Reading) -> Iterator[Portion]:
    """Every dose that is not so much of the other as the words say."""
    for place, match in scan_near(reading, _SIGN, _PART, 8, 110, folded=True, starts=(*_NAMED, "1/")):
        share = _share(match["above"], match["named"], match["top"], match["below"])
        whole, part = (_amount(match[n], match[u]) for n, u in (("whole", "unit"), ("part", "of")))
        alike = _kind(match["unit"]) == _kind(match["of"]) and match["unlike"] == match["too"]
        if alike and share and abs(share * whole - part) > _NEAR * share * whole:
            whole_dose, part_dose = _dose(match["whole"], match["unit"]), _dose(match["part"], match["of"])
            yield Portion(match["fraction"], whole_dose, part_dose, place)


def _dose(number: str, unit: str) -> str:
    """A dose to print; it was read in small letters."""
    return f"{number} {_PRINTED.get(unit, unit)}"


def _share(above: str | None, named: str | None, top: str | None, below: str | None) -> Fraction | None:
    if named:
        return Fraction(_ABOVE.get(above or "", 1), _NAMED[named])
    return Fraction(int(top), int(below)) if top and below and 0 < int(top) < int(below) else None


def _amount(number: str, unit: str) -> Fraction:
    return Fraction(number.replace(",", "")) * _SIZES.get(unit, Fraction(1))


def _kind(unit: str) -> str:
    return "volume" if unit in _VOLUMES else "mass" if unit in _SIZES else "units"
