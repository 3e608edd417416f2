"""Total doses told behind the single doses and how long they were given: `15 mg daily for 8 days, in total 120 mg`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations
from math import prod
from typing import NamedTuple

from casewright.check.evidence.text.passage import Passage, scan
from casewright.document.reading import Reading
from casewright.patterns import lazily
from casewright.quantity.number import read_number

_N = r"\d{1,3}(?:,\d{3})+(?!\d)|\d+(?:\.\d+)?"
_UNIT = r"mg|g|[µμ]g|mcg|IU|units|mmol|mEq|mL|ml"
_TOTAL = lazily(
    rf"(?:[(,]\s?(?P<late>{_N})\s?(?P<of>{_UNIT})\sin total\b|\b(?:total|cumulative)"
    rf"(?:\s(?:cumulative\s)?(?:dose|amount|dosage))?(?:\sof|,|:|\swas|\s=)?\s(?P<total>{_N})\s?"
    rf"(?P<unit>{_UNIT})\b(?!/|\s(?:per|daily|a day)))"
)
_DOSE = lazily(rf"(?<![\d.,/–-])(?P<dose>{_N})\s?(?P<unit>{_UNIT})\b(?P<per>\s?/\s?(?:kg|m2|m²|L|l|d?L))?")
_WORD = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen"
_LONG = lazily(
    rf"\b(?P<n>\d{{1,3}}|{_WORD})[\s-](?:consecutive\s|more\s|further\s)?(?P<unit>day|week|dose|cycle|pulse|infusion|injection"
    rf"|session|course|tablet|ampoule|vial|time|bolus(?:e)?)s?\b",
    re.IGNORECASE,
)
_OFTEN = lazily(
    rf"\b(?:(?P<times>twice|thrice|(?:{_WORD}) times|bid|tid|qid|b\.i\.d\.|t\.i\.d\.)"
    r"|(?:every|q)\s?(?P<hours>\d{1,2})\s?-?h|(?P<hourly>\d{1,2})[\s-]hourly)",
    re.IGNORECASE,
)
_OTHERWISE = lazily(
    r"\b(?:then|followed|tapered|reduced|increased|loading|alternate|every other|other day"
    r"|(?<!instead of )(?<!instead of once )weekly|per week|a week|cycles?|and then|subsequently"
    r"|respectively|/kg|/m2|/m²|per kg|divided|each eye)\b",
    re.IGNORECASE,
)
_PARTS = lazily(  # `80 mmol, given as four infusions of 20 mmol`, `7.5 mg once a week (three tablets of 2.5 mg)`
    rf"(?<![\d.,/–-])(?P<total>{_N})\s?(?P<of>{_UNIT})\b(?!\s?/)[^.;()\d]{{0,50}}?(?:\sas\s|\s\()(?P<k>\d{{1,2}}|{_WORD})\s"
    rf"(?:tablets|capsules|vials|infusions|injections|doses|ampoules|pulses)\sof\s(?P<dose>{_N})\s?(?P<unit>{_UNIT})\b(?!/)",
    re.IGNORECASE,
)
_TIMES = {"twice": 2, "thrice": 3, "bid": 2, "tid": 3, "qid": 4, "b.i.d.": 2, "t.i.d.": 3}
_MASS = {
    "g": Decimal(1000),
    "mg": Decimal(1),
    "mcg": Decimal("0.001"),
    "µg": Decimal("0.001"),
    "μg": Decimal("0.001"),
}
_SLACK = Decimal("0.011")  # of a total, for rounding
_REACH = 220  # characters before a total


class Lot(NamedTuple):
    """A printed total, the single dose, and what it was given for: `3 days`."""

    total: str
    dose: str
    often: str
    place: Passage


def misfitting_totals(reading: Reading) -> Iterator[Lot]:
    """Every total that no single dose of its sentence gives with the days and times told there."""
    for place, match in scan(reading, _TOTAL, "total", "cumulative"):
        start = max(
            reading.sentences[reading.sentence_at(place.block, place.start)].start, place.start - _REACH
        )
        text = match.string
        doses = [each for each in _DOSE.finditer(text, start, place.start) if not each["per"]]
        long = list(_LONG.finditer(text, start, place.start))
        printed, unit = match["total"] or match["late"], match["unit"] or match["of"]
        total = _amount(printed, unit)
        given = {_amount(each["dose"], each["unit"]) for each in doses}
        if not given or not long or len(given) > 2 or len({unit for _, unit in (*given, total)}) > 1:
            continue
        if _OTHERWISE.search(text, doses[0].end(), place.start) or any(
            each[1] == total[1] and each[0] >= total[0] for each in given
        ):
            continue
        often = [_often(each) for each in _OFTEN.finditer(text, start, place.start)]
        if not _reached(total[0], [value for value, _ in given], [_days(each) for each in long], often):
            yield Lot(f"{printed} {unit}", doses[0][0], long[-1][0], place)
    for place, match in scan(reading, _PARTS, *_NOUNS):
        total, dose = _amount(match["total"], match["of"]), _amount(match["dose"], match["unit"])
        number = read_number(match["k"].lower())
        if number and total[1] == dose[1] and dose[0] < total[0] and dose[0] * number.value != total[0]:
            yield Lot(
                f"{match['total']} {match['of']}",
                f"{match['dose']} {match['unit']}",
                f"{match['k']} times",
                place,
            )


_NOUNS = (
    "tablets of",
    "capsules of",
    "vials of",
    "infusions of",
    "injections of",
    "doses of",
    "ampoules of",
    "pulses of",
)


def _reached(total: Decimal, doses: list[Decimal], lengths: list[Decimal], often: list[Decimal]) -> bool:
    """Whether a dose times some of the figures told with it is the total, a day more or less allowed."""
    factors = [*lengths, *often]
    for dose in doses:
        for size in range(min(3, len(factors)) + 1):
            for chosen in combinations(factors, size):
                product = dose * prod(chosen, start=Decimal(1))
                if abs(product - total) <= max(_SLACK * total, Decimal("0.001")):
                    return True
    return sum(doses) == total


def _days(match: re.Match[str]) -> Decimal:
    number = read_number(match["n"].lower())
    value = number.value if number else Decimal(1)
    return value * 7 if match["unit"].lower() == "week" else value


def _often(match: re.Match[str]) -> Decimal:
    if hours := match["hours"] or match["hourly"]:
        return Decimal(24) / max(1, int(hours))
    words = match["times"].lower()
    number = read_number(words.split()[0])
    return Decimal(_TIMES[words]) if words in _TIMES else number.value if number else Decimal(1)


def _amount(text: str, unit: str) -> tuple[Decimal, str]:
    """A dose in milligrams, or in its own unit where that is none of mass."""
    value = Decimal(text.replace(",", ""))
    return (value * _MASS[unit], "mg") if unit in _MASS else (value, unit.lower())
