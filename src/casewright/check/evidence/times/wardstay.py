"""Stays in intensive care that are longer than the whole stay in the hospital, of which they are a part."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from casewright.check.evidence.text.around import vocabulary
from casewright.check.evidence.text.parts import of_patient
from casewright.check.evidence.text.passage import Passage, scan_around
from casewright.check.evidence.times.discharge import Discharge, discharges
from casewright.document.mentions.wordset import words
from casewright.document.reading import Reading
from casewright.patterns import lazily
from casewright.quantity.number import read_number

_COUNT = r"(?P<n>\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|twenty)"
_IN_CARE = lazily(  # `after 14 d of active treatment in the intensive care unit`
    rf"\b(?:[Aa]fter|for|spent|[Ff]ollowing) (?:about |a total of )?{_COUNT}[ -](?P<unit>days?|d|weeks?|wk)\b"
    r"(?: of (?:[a-z]+ ){1,3}?)? ?(?:in|at|on) (?:the |our )?(?:[a-z]+ ){0,2}?(?:ICU|intensive[- ]care)"
)
_AGAIN = words("readmitted readmission rehospitalized rehospitalised rehospitalization")
_COUNTED = 1  # the first day and the last may be counted or not


class TooLong(NamedTuple):
    """A stay in intensive care with its words, and the day on which the patient had left the hospital."""

    place: Passage
    words: str
    left: Discharge


def too_long_in_care(reading: Reading) -> Iterator[TooLong]:
    """The patient's stays that are longer than the hospital stay by its days, where there was one."""
    if not _AGAIN.isdisjoint(reading.once(vocabulary)):
        return
    left: list[Discharge] | None = None
    for passage, match in scan_around(reading, _IN_CARE, 60, 90, "icu", "intensive care", "intensive-care"):
        number = read_number(match["n"])
        if number is None or not of_patient(reading, reading.sentence_at(passage.block, passage.start)):
            continue
        days = int(number.value) * (7 if match["unit"].startswith("w") else 1)
        left = list(discharges(reading)) if left is None else left
        last = max(left, key=lambda each: each.days, default=None)
        if last is not None and last.basis == "stay" and days > last.days + last.slack + _COUNTED:
            yield TooLong(passage, match[0], last)
