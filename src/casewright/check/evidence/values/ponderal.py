"""How heavy a person can be: of an age, of a height, at birth; and how much a weight can change.

The limits are casewright's own judgement, and are not verified against a source: they are set so far outside what is
found in patients that a figure beyond them is a wrong unit or a misprint.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

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
_CHANGED = lazily(
    r"\b(?:(?P<up>gained|gain of|weight (?:had |has )?(?:increased|risen) by)"
    r"|(?P<down>lost|loss of|weight (?:had |has )?(?:decreased|fallen) by))\s"
    r"(?:about |nearly |almost |over |approximately )?\Z"
)
_AT_BIRTH = lazily(r"\s(?:at|on) (?:birth|delivery)\b")
_NEWBORN = lazily(
    r"\b(?:newborn|neonate)(?: (?:boy|girl|infant|baby))?(?: \w+){0,2} (?:weigh\w+)\s(?:only |about )?\Z"
)
_HEAVIEST_BORN = 11  # kilograms; of a girl born in 1879 9.98 kg are told (Guinness World Records)
_LEAST = 30  # kilograms: of less, a weight printed elsewhere may be that of a change, or of a child that grew
_TIMES_APART = lazily(r"[;.]\s|\b(?:now|then|later|at|when|by|after|before|was born)\b")
_INDEX = (5.0, 110.0)  # kilograms by the square of the height in metres, of the thinnest and the heaviest
_TALLEST = 3  # metres: a greater height has another fault


def misweighed(reading: Reading) -> Iterator[Beyond]:
    """Every weight that nobody of that age or height has, no newborn, and every change that nobody goes through."""
    yield from _out_of_proportion(reading)
    weights = [each for each in reading.quantities if each.measure == "weight" and each.subject == "patient"]
    for mention in reading.quantities:
        unit = mention.quantity.unit
        if unit is not None and unit.code == "kg" and mention.quantity.shape == "single":
            yield from _born(reading, mention)
            yield from _change(reading, mention, weights)
            yield from _young(reading, mention)


def _young(reading: Reading, mention: QuantityMention) -> Iterator[Beyond]:
    """The weight of a child that no child of the age in its sentence has."""
    if mention.measure != "weight" or mention.subject != "patient":
        return
    months = _age(reading, mention)
    most = next((most for oldest, most in _HEAVIEST if 0 < months <= oldest), None)
    if most is not None and mention.quantity.numbers[0].value > most:
        why = f"no child of that age weighs {printed(mention)}"
        yield Beyond(_place(mention), why, "correct the figure or the age")


def _age(reading: Reading, mention: QuantityMention) -> float:
    """The greatest age that a sentence names, in months, where it tells of a child; else nought."""
    stretch = reading.stretch_of(mention.sentence)
    if not stretch.words.isdisjoint(_GROWN):
        return 0
    told = (
        (read_number((match["age"] or match["of"]).lower()), (match["unit"] or match["of_unit"])[0].lower())
        for match in _AGED.finditer(stretch.text)
    )
    return max((float(age.value) * _MONTHS[unit] for age, unit in told if age), default=0)


def _out_of_proportion(reading: Reading) -> Iterator[Beyond]:
    """Every weight that is told beside a height and is no body's of it."""
    for pair in pairwise(
        each for each in reading.quantities if each.measure in ("height", "weight") and each.quantity.unit
    ):
        height, weight = sorted(pair, key=lambda each: each.measure)
        metres, mass = _measured(height, "cm", 0.01) or _measured(height, "m", 1), _measured(weight, "kg", 1)
        if height.sentence != weight.sentence or not metres or not mass or height.subject != weight.subject:
            continue
        if _TIMES_APART.search(reading.blocks[height.block][1].text, pair[0].end, pair[1].start):
            continue
        index = mass / metres**2
        if not _INDEX[0] <= index <= _INDEX[1] and 0.3 < metres < _TALLEST:
            told = f"nobody of {printed(height)} weighs {printed(weight)}"
            yield Beyond(_place(weight), told, "check the figures and their units")


def _measured(mention: QuantityMention, code: str, scale: float) -> float:
    """A single value in the base unit; nought where its unit is another."""
    unit = mention.quantity.unit
    fits = unit is not None and unit.code == code and mention.quantity.shape == "single"
    return float(mention.quantity.numbers[0].value) * scale if fits else 0


def _born(reading: Reading, mention: QuantityMention) -> Iterator[Beyond]:
    """The weight of a newborn that no newborn has."""
    weight = mention.quantity.numbers[0].value
    sentence = reading.sentences[mention.sentence]
    text = reading.blocks[mention.block][1].text
    if mention.measure != "weight" or weight <= _HEAVIEST_BORN:
        return
    if _AT_BIRTH.match(text, mention.end) or _NEWBORN.search(text, sentence.start, mention.start):
        yield Beyond(
            _place(mention), f"no newborn weighs {printed(mention)}", "correct the figure or its unit"
        )


def _change(reading: Reading, mention: QuantityMention, weights: list[QuantityMention]) -> Iterator[Beyond]:
    """A weight gained that is more than the patient weighs, or lost that is more than twice as much."""
    text = reading.blocks[mention.block][1].text[max(0, mention.start - 45) : mention.start]
    match = _CHANGED.search(text)
    others = [float(each.quantity.numbers[0].value) for each in weights if each is not mention]
    if match is None or max(others, default=0) < _LEAST:
        return
    changed, most = float(mention.quantity.numbers[0].value), max(others)
    if changed >= (most if match["up"] else 2 * most):
        yield Beyond(
            _place(mention),
            f"a change of {printed(mention)} is too much for a patient of {most:g} kg",
            "check the figure",
        )


def _place(mention: QuantityMention) -> Passage:
    return Passage(mention.block, mention.start, mention.end)
