"""What ran in so much time against its total: `100 mL/h for 10 hours (1 L)`, `20 mg/h (480 mg a day)`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from casewright.check.evidence.text.passage import Passage, scan_near
from casewright.document.reading import Reading
from casewright.patterns import lazily
from casewright.quantity.number import read_number

_SIZES = {
    "l": 1000.0,
    "ml": 1.0,
    "g": 1000.0,
    "mg": 1.0,
    "mcg": 0.001,
    "µg": 0.001,
    "μg": 0.001,
    "units": 1.0,
    "u": 1.0,
    "iu": 1.0,
}
_VOLUMES = ("l", "ml")
_PRINTED = {"l": "L", "ml": "mL", "u": "U", "iu": "IU"}
_EFFECTS = ("units", "u", "iu")
_UNIT = r"(?:ml|l|mg|mcg|[µμ]g|g|units|iu|u)"
_RUN = lazily(
    rf"(?<![\d.,])(?P<rate>\d{{1,4}}(?:\.\d+)?)\s?(?P<rated>{_UNIT})\s?(?:/|per )\s?(?P<per>h|hr|hour|min|minute)\b"
    r"[^.;()\d]{0,40}?\b(?:for|over)\s(?:a period of\s)?(?P<count>\d{1,3}|[a-z]{3,9})\s(?P<time>h"
    r"|hrs?|hours?|min|minutes)\b"
    r"\s?(?:\((?:a |in |for a )?(?:total(?: volume| dose)?(?: of|,|:)?\s|i\.e\.,?\s|=\s?)?"
    r"|,?\s(?:for |to )?(?:an? )?total(?:ing|ling| volume| dose)?(?: of)?\s)"
    rf"(?P<total>\d{{1,3}}(?:,\d{{3}})+|\d{{1,5}}(?:\.\d+)?)\s?(?P<of>{_UNIT})\b(?!\s?/|\sper)"
)
_DAILY = lazily(
    rf"(?<![\d.,–-])(?P<rate>\d{{1,3}}(?:,\d{{3}})+|\d{{1,6}}(?:\.\d+)?)\s?(?P<rated>{_UNIT})\s?(?:/|per )\s?"
    r"(?P<per>h|hr|hour|min|minute)\b(?:\s(?:continuously|intravenously|iv|infusion|by continuous infusion))?"
    r"\s?[(,;]\s?(?:for |or |i\.e\.,? |that is,? |= ?)?(?:a |in )?(?:total(?: dose| volume)?(?: of|,|:)? )?"
    rf"(?P<total>\d{{1,3}}(?:,\d{{3}})+|\d{{1,7}}(?:\.\d+)?)\s?(?P<of>{_UNIT})"
    r"(?:\s?/\s?(?:d|day|24 h)|\s(?:per|a|each) day|\sdaily|\s(?:in|per|over) 24 (?:h|hours))\b"
)
_RATES = lazily(r"(?:/|per )\s?(?:h|min)[a-z]{0,5}\b[a-z ]{0,26}\s?[(,;]")
_SIGN = lazily(r"(?:/|per )\s?(?:h|min)[a-z]{0,5}[^.;()\d]{0,40}?\b(?:for|over)\s")
_NEAR = 0.1  # of itself
_LARGE = 10_000  # from which on a figure is printed in full
_STARTS = ("/h", "/min", "per h", "per min")


class Infused(NamedTuple):
    """A total and its unit as printed, and what rate and time give in that unit."""

    place: Passage
    total: str
    given: str


def misfitting_infusions(reading: Reading) -> Iterator[Infused]:
    """Every total that its rate and its time do not give."""
    for place, match in scan_near(reading, _SIGN, _RUN, 12, 100, folded=True, starts=_STARTS):
        count = read_number(match["count"])
        if count is not None:
            yield from _misfitting(
                place, match, float(count.value) * (1 if match["time"][0] == "h" else 1 / 60)
            )
    for place, match in scan_near(reading, _RATES, _DAILY, 22, 60, folded=True, starts=_STARTS):
        if "total" in match[0] or match["of"] in _EFFECTS:  # else the two are one rate in two units
            yield from _misfitting(place, match, 24)


def _misfitting(place: Passage, match: re.Match[str], hours: float) -> Iterator[Infused]:
    if _kind(match["rated"]) != _kind(match["of"]):
        return
    rate, total = (float(match[name].replace(",", "")) for name in ("rate", "total"))
    ran = rate * _SIZES[match["rated"]] * hours * (1 if match["per"][0] == "h" else 60)
    total *= _SIZES[match["of"]]
    if abs(ran - total) > _NEAR * max(ran, total):
        unit = _PRINTED.get(match["of"], match["of"])
        given = ran / _SIZES[match["of"]]
        shown = f"{given:,.0f}" if given >= _LARGE else f"{given:.4g}"
        yield Infused(place, f"{match['total']} {unit}", f"{shown} {unit}")


def _kind(unit: str) -> str:
    """What a unit measures: a volume, a mass or an effect."""
    return "volume" if unit in _VOLUMES else "effect" if unit in _EFFECTS else "mass"
