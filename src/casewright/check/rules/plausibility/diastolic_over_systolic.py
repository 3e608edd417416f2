"""CW306."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from casewright.check.evidence.text.cells import cells_of
from casewright.check.evidence.text.passage import Passage
from casewright.check.evidence.values.values import printed, together
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.document.mentions.model import QuantityMention
from casewright.document.reading import Reading
from casewright.patterns import lazily

_PRESSURES = lazily(r"(?:(?:arterial\s)?blood pressure|BP)\b", re.IGNORECASE)
_PAIR = lazily(r"(?P<first>\d{2,3})\s?/\s?(?P<second>\d{2,3})(?:\s?mm\s?Hg)?")
_OF_TWO = lazily(  # `right/left arm`, `(proximal/distal)`, and the two ends of a ventricle's pressure
    r"\b(?:right|left|arm|leg|before|after|upper|lower|proximal|distal|supine|lying|standing)\s?/\s?[a-z]"
    r"|\b(?:LV|RV|ventric\w+)\b",
    re.IGNORECASE,
)


class DiastolicOverSystolic:
    """A blood pressure whose second figure is as large as its first.

    Why it is bad
        The systolic pressure is printed first and is the greater by definition; the two were exchanged or misprinted.

    Example
        Blood pressure was 80/120 mmHg.

    Write instead
        Blood pressure was 120/80 mmHg.

    Source
        By definition.
    """

    code: ClassVar[str] = "CW306"
    name: ClassVar[str] = "diastolic-over-systolic"
    severity: ClassVar[Severity] = "error"

    def check(self, reading: Reading) -> Iterator[Finding]:
        for mention in reading.quantities:
            numbers = mention.quantity.numbers
            if (
                mention.measure == "blood_pressure"
                and mention.quantity.shape == "pair"
                and numbers[0].value <= numbers[1].value
                and not _is_of_two(reading, mention)
            ):
                message = f"a blood pressure of {printed(mention)} has its diastolic figure over the systolic"
                yield found(self, reading, mention, message, "exchange or correct the two")
        for place, cell in _in_tables(reading):
            message = f"a blood pressure of {cell} has its diastolic figure over the systolic"
            yield found(self, reading, place, message, "exchange or correct the two")
        for pair in together(reading, {"systolic_pressure", "diastolic_pressure"}):
            systolic, diastolic = pair.get("systolic_pressure"), pair.get("diastolic_pressure")
            if systolic is None or diastolic is None or systolic.quantity.unit != diastolic.quantity.unit:
                continue
            if systolic.quantity.numbers[0].value <= diastolic.quantity.numbers[0].value:
                message = f"a diastolic pressure of {printed(diastolic)} is over the systolic of {printed(systolic)}"
                yield found(self, reading, diastolic, message, "exchange or correct the two", [systolic])


def _in_tables(reading: Reading) -> Iterator[tuple[Passage, str]]:
    """The cells of rows of blood pressures whose second figure is the larger, where no sentence was read of them."""
    read = {(mention.block, mention.start) for mention in reading.quantities}
    for number, (_, block) in enumerate(reading.blocks):
        for label, *row in cells_of(number, block.text) if block.kind == "table" else ():
            for cell in row if _PRESSURES.match(label.text) and not _OF_TWO.search(label.text) else ():
                match = _PAIR.fullmatch(cell.text)
                if match and int(match["first"]) <= int(match["second"]) and cell.place[:2] not in read:
                    yield cell.place, f"{match['first']}/{match['second']}"


def _is_of_two(reading: Reading, mention: QuantityMention) -> bool:
    """Whether the two figures are two pressures, of two sides or two times."""
    text = reading.blocks[mention.block][1].text
    return _OF_TWO.search(text, max(0, mention.start - 70), mention.end + 30) is not None
