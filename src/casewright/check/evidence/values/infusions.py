"""What ran in so much time against its total: `100 mL/h for 10 hours (1 L)`."""

from __future__ import annotations

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
_UNIT = r"(?:ml|l|mg|mcg|[µμ]g|g|units|iu|u)"
_RUN = lazily(
    rf"(?<![\d.,])(?P<rate>\d{{1,4}}(?:\.\d+)?)\s?(?P<rated>{_UNIT})\s?(?:/|per )\s?(?P<per>h|hr|hour|min|minute)\b"
    r"[^.;()\d]{0,40}?\b(?:for|over)\s(?:a period of\s)?(?P<count>\d{1,3}|[a-z]{3,9})\s(?P<time>h"
    r"|hrs?|hours?|min|minutes)\b"
    r"\s?(?:\((?:a |in |for a )?(?:total(?: volume| dose)?(?: of|,|:)?\s|i\.e\.,?\s|=\s?)?"
    r"|,?\s(?:for |to )?(?:an? )?total(?:ing|ling| volume| dose)?(?: of)?\s)"
    rf"(?P<total>\d{{1,3}}(?:,\d{{3}})+|\d{{1,5}}(?:\.\d+)?)\s?(?P<of>{_UNIT})\b(?!\s?/|\sper)"
)
_SIGN = lazily(r"(?:/|per )\s?(?:h|min)[a-z]{0,5}[^.;()\d]{0,40}?\b(?:for|over)\s")
_NEAR = 0.1  # of itself


class Infused(NamedTuple):
    """A total and its unit as printed, and what rate and time give in that unit."""

    place: Passage
    total: str
    given: str


def misfitting_infusions(reading: Reading) -> Iterator[Infused]:
    """Every total that its rate and its time do not give."""
    for place, match in scan_near(
        reading, _SIGN, _RUN, 12, 100, folded=True, starts=("/h", "/min", "per h", "per min")
    ):
        count = read_number(match["count"])
        if count is None or (match["rated"] in _VOLUMES) != (match["of"] in _VOLUMES):
            continue
        hours = float(count.value) * (1 if match["time"][0] == "h" else 1 / 60)
        ran = float(match["rate"]) * _SIZES[match["rated"]] * hours * (1 if match["per"][0] == "h" else 60)
        total = float(match["total"].replace(",", "")) * _SIZES[match["of"]]
        if abs(ran - total) > _NEAR * max(ran, total):
            unit = match["of"].replace("l", "L")
            yield Infused(place, f"{match['total']} {unit}", f"{ran / _SIZES[match['of']]:.4g} {unit}")
