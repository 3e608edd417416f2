"""How heavy a child of an age can be.

The limits are casewright's own judgement, and are not verified against a source: they are set so far outside what is
found in patients that a figure beyond them is a wrong unit or a misprint.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from casewright.check.evidence.text.passage import Passage
from casewright.check.evidence.values.bodily import Beyond
from casewright.check.evidence.values.values import printed
from casewright.document.mentions.model import QuantityMention
from casewright.document.mentions.wordset import words
from casewright.document.reading import Reading
from casewright.patterns import lazily
from casewright.quantity.number import read_number

_SPAN = (
    r"(?P<{0}>\d{{1,2}}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)[\s-]"
    r"(?P<{1}>day|week|month|year|yr)s?\b"
)
_AGED = lazily(  # `at 8 months of age`, `an infant of 11 months`; `two years later` is no age
    rf"\b(?<!year )(?<!years ){_SPAN.format('age', 'unit')}[\s-](?:old|of age)\b"
    rf"|\b(?:aged?|(?:boy|girl|infant|child|baby|toddler)(?: aged?)?) (?:of )?{_SPAN.format('of', 'of_unit')}",
    re.IGNORECASE,
)
_GROWN = words("adult mother woman man lady gentleman pregnant adolescent")
_MONTHS = {"d": 1 / 30, "w": 1 / 4, "m": 1, "y": 12}
_HEAVIEST = ((12, 30), (36, 45), (72, 90))  # up to so many months of age, kilograms


def misweighed(reading: Reading) -> Iterator[Beyond]:
    """Every weight that no child of the age in its sentence has."""
    for mention in reading.quantities:
        unit = mention.quantity.unit
        if mention.measure != "weight" or unit is None or unit.code != "kg" or mention.subject != "patient":
            continue
        weight, place = _first(mention), Passage(mention.block, mention.start, mention.end)
        months = _age(reading, mention)
        most = next((most for oldest, most in _HEAVIEST if 0 < months <= oldest), None)
        if most is not None and weight > most:
            yield Beyond(
                place, f"no child of that age weighs {printed(mention)}", "correct the figure or the age"
            )


def _first(mention: QuantityMention) -> float:
    return float(mention.quantity.numbers[0].value)


def _age(reading: Reading, mention: QuantityMention) -> float:
    """The greatest age that a sentence names, in months, where it tells of a child; else nought."""
    stretch = reading.stretches[mention.sentence]
    if not stretch.words.isdisjoint(_GROWN):
        return 0
    told = (
        (read_number((match["age"] or match["of"]).lower()), (match["unit"] or match["of_unit"])[0].lower())
        for match in _AGED.finditer(stretch.text)
    )
    return max((float(age.value) * _MONTHS[unit] for age, unit in told if age), default=0)
