"""CW223."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import ClassVar

from casewright.check.evidence.text.passage import scan, scan_near
from casewright.check.evidence.values.doselots import misfitting_totals
from casewright.check.evidence.values.infusions import misfitting_infusions
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.document.reading import Reading
from casewright.patterns import lazily
from casewright.quantity.number import read_number

_N = r"\d{1,3}(?:,\d{3})+(?!\d)|\d+(?:\.\d+)?"
_UNIT = r"mg|g|[µμ]g|mcg|IU|units|mL|ml"
_TIMES = {
    "once": 1, "twice": 2, "thrice": 3, "two times": 2, "three times": 3, "four times": 4, "five times": 5,
    "six times": 6, "bid": 2, "b.i.d.": 2, "tid": 3, "t.i.d.": 3, "qid": 4, "q.i.d.": 4,
}  # fmt: skip
_OFTEN = "|".join(re.escape(words) for words in sorted(_TIMES, key=len, reverse=True))
_DAY = r"(?:\s?/\s?d(?:ay)?\b|\s(?:per|a|each)\sday\b|\sdaily\b)"
_DAILY = ("/d", "/ d", "per day", "a day", "each day", "daily")  # of which every daily dose has one
_AFTER_DOSE = (  # what may stand between a dose and how often it is given
    r"(?:\s(?:orally|intravenously|by mouth|IV|i\.v\.|PO|of [a-z]{4,}"
    r"|(?:was|were) (?:given|administered|started|taken)))"
)
_LEADING = r"(?:(?:that is|i\.e\.|or),?\s|=\s?|for\s)*(?:an?\s|the\s)?"
_TOTALLED = rf"{_LEADING}(?:total(?: dose)?,?\s(?:of\s)?)?"
_IN_A_DAY = rf"{_LEADING}(?:total\s)?daily (?:dose|total|amount) of\s"
_BOTH = lazily(
    rf"\b(?P<dose>{_N})\s?(?P<unit>{_UNIT}){_AFTER_DOSE}{{0,2}},?\s"
    rf"(?:(?P<often>{_OFTEN})(?:\s(?:daily|a day|per day))?|every\s(?P<hours>4|6|8|12|24)\s?(?:h|hours|hr|hrs)\b)\s?"
    rf"[(,]\s?(?:{_TOTALLED}(?P<total>{_N})\s?(?P<of>{_UNIT}){_DAY}"
    rf"|{_IN_A_DAY}(?P<total_a_day>{_N})\s?(?P<of_a_day>{_UNIT})\b)"
)
_DAY_FIRST = lazily(  # `200 mg/day (100 mg twice daily)`
    rf"\b(?P<total>{_N})\s?(?P<of>{_UNIT}){_DAY}\s?[(,]\s?(?P<dose>{_N})\s?(?P<unit>{_UNIT}),?\s"
    rf"(?:(?P<often>{_OFTEN})\b|every\s(?P<hours>4|6|8|12|24)\s?(?:h|hours|hr|hrs)\b)"
)
_BOTH_ANCHOR = lazily(
    rf"[(,]\s?(?:{_TOTALLED}(?:{_N})\s?(?:{_UNIT})(?:\s?/\s?d|\s(?:per|a|each|daily)\b)|{_IN_A_DAY})"
)
_SUM = lazily(  # but `three tablets of 2 mg` are more
    rf"(?<!s of )(?<![\d.,])\b(?P<dose>{_N})\s?(?P<unit>{_UNIT})\)?(?P<daily>{_DAY}|\swas given|\swere given)?"
    rf"\s(?:for|on)\s(?P<days>\d{{1,2}}"
    rf"|two|three|four|five|six|seven|ten)\s(?:consecutive\s)?days\s?[,(]\s?(?:a\s)?total(?:\sdose)?(?:\sof|,|:)?\s"
    rf"(?P<total>{_N})\s?(?P<of>{_UNIT})\b"
)
_DOSES = lazily(  # `four doses of 250 mg (total 1 g)`, `500 mg × 3 (total 1.5 g)`
    rf"(?:\b(?P<k>\d{{1,2}}|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Tt]en)\s(?:doses|pulses"
    rf"|infusions|injections"
    rf"|vials|units|ampoules|tablets)\sof\s(?P<dose>{_N})\s?(?P<unit>{_UNIT})|\b(?P<dose2>{_N})"
    rf"\s?(?P<unit2>{_UNIT})\s?[×x]\s?(?P<k2>\d{{1,2}}))"
    rf"[^.;()\d]{{0,40}}[(,]\s?(?:for\s)?(?:an?\s)?(?:total|cumulative)(?:\sdose)?(?:\sof|,|:|\s=)?\s"
    rf"(?P<total>{_N})\s?(?P<of>{_UNIT})\b"
)
_PORTIONS = lazily(  # `in aliquots of 5 mg to a total of 20 mg`
    rf"\b(?:aliquots|increments|boluses|bolus doses|portions|divided doses)\sof\s(?P<dose>{_N})\s?(?P<unit>{_UNIT})\b"
    rf"[^.;()\d]{{0,50}}\b(?:to|until|up to|for)\sa\s(?:total|maximum|cumulative)(?:\sdose)?\sof\s"
    rf"(?P<total>{_N})\s?(?P<of>{_UNIT})\b(?!\s?/)"
)
_TOTAL = lazily(r"total")
_WHOLES = ("total of", "total dose of", "maximum of", "maximum dose of", "cumulative dose of")
_WHOLE = lazily(r"(?:total|maximum|cumulative)(?: dose)? of", re.IGNORECASE)
_MASS = {
    "g": Decimal(1000),
    "mg": Decimal(1),
    "mcg": Decimal("0.001"),
    "µg": Decimal("0.001"),
    "μg": Decimal("0.001"),
}


class DailyDoseNotOfDoses:
    """A daily or total dose that the single dose and its number do not give.

    Why it is bad
        A dose that is copied is given; one of the figures is wrong.

    Example
        He took propranolol 40 mg three times daily (80 mg/day).

    Write instead
        He took propranolol 40 mg three times daily (120 mg/day).

    Source
        Multiplication.
    """

    code: ClassVar[str] = "CW223"
    name: ClassVar[str] = "daily-dose-not-of-doses"
    severity: ClassVar[Severity] = "error"

    def check(self, reading: Reading) -> Iterator[Finding]:
        said: set[int] = set()
        for passage, match in (
            *scan_near(reading, _BOTH_ANCHOR, _BOTH, 60, 4, *_DAILY),
            *scan_near(reading, _TOTAL, _SUM, 90, 40, "total"),
            *scan(reading, _DAY_FIRST, *_DAILY),
        ):
            often = _count(match)
            whole = match.groupdict()
            printed = whole["total"] or whole["total_a_day"], whole["of"] or whole["of_a_day"]
            single, total = _amount(match["dose"], match["unit"]), _amount(*printed)
            if single is None or total is None or single[1] != total[1] or total[0] == single[0] * often:
                continue
            unit = match["unit"]
            given = _plain(_amount(match["dose"], "") or single, often)
            said.add(passage.block)
            message = f"{often:g} times {match['dose']} {unit} are {given} {unit}, not {' '.join(printed)}"
            yield found(self, reading, passage, message, "correct the dose, its number or the total")
        for passage, match in scan_near(reading, _TOTAL, _DOSES, 100, 40, "total"):
            dose, unit = match["dose"] or match["dose2"], match["unit"] or match["unit2"]
            number = read_number((match["k"] or match["k2"]).lower())
            single, total = _amount(dose, unit), _amount(match["total"], match["of"])
            if number and single and total and single[1] == total[1] and single[0] * number.value != total[0]:
                given = _plain(_amount(dose, "") or single, int(number.value))
                said.add(passage.block)
                message = f"{number.value} times {dose} {unit} are {given} {unit}, not {match['total']} {match['of']}"
                yield found(self, reading, passage, message, "correct the dose, its number or the total")
        for passage, match in scan_near(reading, _WHOLE, _PORTIONS, 110, 20, starts=_WHOLES):
            single, total = _amount(match["dose"], match["unit"]), _amount(match["total"], match["of"])
            if single and total and single[1] == total[1] and single[0] > total[0]:
                portion = f"{match['dose']} {match['unit']}"
                message = f"portions of {portion} are more than their total of {match['total']} {match['of']}"
                yield found(self, reading, passage, message, "correct the dose or the total")
        for run in misfitting_infusions(reading):
            message = f"this rate and time give {run.given}, not {run.total}"
            yield found(
                self, reading, run.place, message, "correct the rate, the time or the total", (), "warning"
            )
        for lot in misfitting_totals(reading):
            if lot.place.block not in said:
                message = f"{lot.dose} and {lot.often} do not give {lot.total}"
                yield found(
                    self,
                    reading,
                    lot.place,
                    message,
                    "correct the dose, its number or the total",
                    (),
                    "warning",
                )


def _count(match: re.Match[str]) -> int:
    groups = match.groupdict()
    if groups.get("days"):
        number = read_number(groups["days"])
        return int(number.value) if number else 1
    return _TIMES[groups["often"]] if groups.get("often") else 24 // int(groups["hours"])


def _amount(text: str, unit: str) -> tuple[Decimal, str] | None:
    """A dose in milligrams, or in its own unit where that is none of mass."""
    value = Decimal(text.replace(",", ""))
    return (value * _MASS[unit], "mg") if unit in _MASS else (value, unit.lower())


def _plain(amount: tuple[Decimal, str], often: int) -> str:
    return f"{(amount[0] * often).normalize():f}"
