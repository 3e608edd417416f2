"""CW209."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import ClassVar

from casewright.check.evidence.people.cases import cases_told
from casewright.check.evidence.values.values import Span, printed, single, span_of, together
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.document.mentions.model import QuantityMention
from casewright.document.reading import Reading
from casewright.patterns import lazily
from casewright.quantity.convert import ConversionError
from casewright.quantity.units import BY_CODE

_CHANGED = lazily(
    r"\s?(?:\(\d[^()]*\)\s?)?(?:of |in )?(?:weight |body weight )?(?:loss|gain|lost|less|more|over|within|in \d)"
)
_GROWN = 18  # years
_BEFORE = 2  # sentences from the weight and the height to their index
_OF_ANOTHER_TIME = lazily(
    r"\b(?:usual|previous|earlier|former|ideal|birth|dry|baseline|before|maxim|lost|loss|gain|target|pre-?pregnan"
    r"|highest|lowest|initial|mother|father|reduc|decreas|increas)\w*(?:\s\w+){0,5}[\s,:=(]{0,3}\Z",
    re.IGNORECASE,
)
_SLACK = Fraction(1, 10)  # kg/m2: for a height or weight rounded after the index was computed


class BmiNotOfWeightAndHeight:
    """A body mass index that the printed weight and height do not give.

    Why it is bad
        The index is the weight in kilograms over the square of the height in metres; doses and risks are taken from it.

    Example
        Her weight was 88 kg, height 160 cm and BMI 38.4 kg/m2.

    Write instead
        Her weight was 88 kg, height 160 cm and BMI 34.4 kg/m2.

    Source
        The definition of the body mass index (WHO Technical Report Series 894). All three figures are held to their
        rounding. Against the height of another place, which is the only one of a grown patient, a warning.
    """

    code: ClassVar[str] = "CW209"
    name: ClassVar[str] = "bmi-not-of-weight-and-height"
    severity: ClassVar[Severity] = "error"

    def check(self, reading: Reading) -> Iterator[Finding]:
        for group in together(reading, {"weight", "height", "bmi"}):
            if {"weight", "bmi"} <= group.keys() and "height" not in group:
                group |= _stature(reading, group["bmi"])
            if "bmi" in group and len(group) < 3:
                group |= _nearby(reading, group["bmi"])
            if (
                {"weight", "bmi"} <= group.keys()
                and "height" not in group
                and not _is_change(reading, group["weight"])
            ):
                group |= _only_height(reading)
            if len(group) < 3:
                continue
            index = _index(group["weight"], group["height"])
            bmi = single(group["bmi"])
            if index is None or bmi is None or index.meets(span_of(bmi)):
                continue
            middle = float(index.low + index.high) / 2
            both = f"{printed(group['weight'])} and {printed(group['height'])}"
            message = f"the BMI is {bmi.text}, but {both} give {middle:.1f}"
            against = [group["weight"], group["height"]]
            near = abs(group["bmi"].sentence - group["height"].sentence) <= _BEFORE
            severity: Severity = "error" if near else "warning"
            yield found(self, reading, group["bmi"], message, "correct one of the three", against, severity)


def _stature(reading: Reading, bmi: QuantityMention) -> dict[str, QuantityMention]:
    """The height of the sentence, where it is printed without its name: `165 cm tall`."""
    text = reading.blocks[bmi.block][1].text
    for mention in reading.quantities:
        if mention.sentence == bmi.sentence and text[mention.end : mention.end + 8].strip(" ,").startswith(
            ("tall", "in height")
        ):
            return {"height": mention}
    return {}


def _nearby(reading: Reading, bmi: QuantityMention) -> dict[str, QuantityMention]:
    """The one weight and the one height of the sentences before an index, or of its own; nothing where one lacks."""
    near: dict[str, list[QuantityMention]] = {"weight": [], "height": [], "bmi": []}
    for mention in reading.quantities:
        apart = bmi.sentence - mention.sentence
        if (
            mention.measure in near
            and mention.block == bmi.block
            and 0 <= apart <= _BEFORE
            and single(mention)
        ):
            text = reading.blocks[mention.block][1].text
            if not _OF_ANOTHER_TIME.search(text, max(0, mention.start - 45), mention.start):
                near[mention.measure].append(mention)
    alone = all(len(found_here) == 1 for found_here in near.values())
    if not alone or any(each[0].subject != "patient" or each[0].time != bmi.time for each in near.values()):
        return {}
    return {name: each[0] for name, each in near.items()}


def _is_change(reading: Reading, weight: QuantityMention) -> bool:
    """Whether a weight was lost or gained, or is one of another time."""
    text = reading.blocks[weight.block][1].text
    before = _OF_ANOTHER_TIME.search(text, max(0, weight.start - 45), weight.start)
    return before is not None or _CHANGED.match(text, weight.end) is not None


def _only_height(reading: Reading) -> dict[str, QuantityMention]:
    """The one height that the case gives of a grown patient: it stays the same."""
    heights = [each for each in reading.quantities if each.measure == "height" and each.subject == "patient"]
    ages = [each for each in reading.quantities if each.measure == "age" and each.subject == "patient"]
    grown = bool(ages) and all(
        each.quantity.unit is not None
        and each.quantity.unit.code == "a"
        and each.quantity.numbers[0].value >= _GROWN
        for each in ages
    )
    alone = grown and reading.once(cases_told) == 1 and len(heights) == 1 and single(heights[0]) is not None
    return {"height": heights[0]} if alone else {}


def _index(weight: QuantityMention, height: QuantityMention) -> Span | None:
    kilograms, metres = single(weight), single(height)
    if kilograms is None or metres is None:
        return None
    try:
        mass = span_of(kilograms, weight.quantity.unit, BY_CODE["kg"])
        length = span_of(metres, height.quantity.unit, BY_CODE["m"])
    except ConversionError:
        return None
    if length.low <= 0:
        return None
    index = mass.over(length.times(length))
    return Span(index.low - _SLACK, index.high + _SLACK)
