"""CW258."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import ClassVar

from casewright.check.evidence.telling.doses import how_often
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import as_said, found
from casewright.document.mentions.model import QuantityMention
from casewright.document.mentions.wordset import words
from casewright.document.reading import Reading
from casewright.patterns import lazily

_LEAD = lazily(
    r"\b(?:(?P<down>reduc(?:ed|ing|tion)|decreas(?:ed|ing|e)|lower(?:ed|ing)|taper(?:ed|ing)|wean(?:ed|ing))"
    r"|(?P<up>increas(?:ed|ing|e)|raised|escalat(?:ed|ing|ion)|up-?titrated))\b"
    r"(?:\s(?:[a-z-]+\s){0,4}?(?:to|dose of|dosage of))"
    r"(?:\s(?:an?|the|about|only|daily|oral|total|maintenance|dose|of))*\s\Z",
    re.IGNORECASE,
)
_NOT_SO = lazily(
    r"\b(?:not|without|never|instead of|rather than|could not be|re-?started|resumed|stopped|discontinued)\b"
)
# `the cefepime dose was increased`: what is named before the word of change
_CHANGED = lazily(
    r"\b(?P<of>[a-z-]{5,})(?:\s(?:dose|dosage|therapy|treatment|infusion))?"
    r"\s(?:was|were|is|had been)\s(?:\w+ly\s)?\Z"
)
_PER_DAY = {
    "": 1.0, "1": 1.0, "2": 2.0, "3": 3.0, "4": 4.0, "h4": 6.0, "n": 1.0, "d2": 1 / 2, "w": 1 / 7, "w2": 2 / 7,
    "w3": 3 / 7, "ww": 1 / 14, "w3w": 1 / 21, "m": 1 / 28,
}  # fmt: skip
_ANY = words("dosage therapy treatment infusion which medication daily initial maintenance amount steroid")
_FAR = 220  # characters between two doses that are told one after the other


class DoseChangeAgainstDoses:
    """A dose said to be reduced or increased that is not less, or not more, than the dose told before it.

    Why it is bad
        A reader who copies the treatment copies the wrong dose; one of the doses or the word is wrong.

    Example
        She took tacrolimus 4 mg daily. The dose was increased to 2 mg daily.

    Write instead
        She took tacrolimus 4 mg daily. The dose was increased to 6 mg daily.

    Source
        Comparison of what is taken in a day, of one drug, in one unit, with no other dose of it between the two.
    """

    code: ClassVar[str] = "CW258"
    name: ClassVar[str] = "dose-change-against-doses"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        doses = [each for each in reading.quantities if _is_dose(each)]
        for before, after in pairwise(doses):
            text = reading.blocks[after.block][1].text
            if text[: before.start].endswith(" by "):
                continue
            if before.block != after.block or after.start - before.end > _FAR or not _of_one(before, after):
                continue
            lead = _LEAD.search(text, before.end, after.start)
            if lead is None or _NOT_SO.search(text, before.end, after.start):
                continue
            changed = _CHANGED.search(text, before.end, lead.start())
            if changed is not None and changed["of"] not in _ANY | {before.of}:
                continue  # another drug is named
            first, second = _a_day(reading, before), _a_day(reading, after)
            if first and second and (first < second if lead["down"] else first > second):
                word = (lead["down"] or lead["up"]).lower()
                message = f"`{word}` to {as_said(after.text)}, and the dose before is {as_said(before.text)}"
                yield found(self, reading, after, message, "correct a dose or the word", [before])


def _is_dose(each: QuantityMention) -> bool:
    return each.quantity.shape == "single" and not each.quantity.comparison and each.measure in ("dose", "")


def _of_one(before: QuantityMention, after: QuantityMention) -> bool:
    """Whether two doses can be of one drug: the second names the same, or none."""
    units = (before.quantity.unit, after.quantity.unit)
    if units[0] is None or units[0] != units[1] or "mass" not in units[0].dimension:
        return False
    named = before.measure == "dose" and before.of != ""
    return named and after.of in ("", before.of) and after.sentence - before.sentence <= 1


def _a_day(reading: Reading, dose: QuantityMention) -> float | None:
    """What is taken in a day, as far as the words behind the dose tell how often."""
    return float(dose.quantity.numbers[0].value) * _PER_DAY[how_often(reading, dose.block, dose.end)]
