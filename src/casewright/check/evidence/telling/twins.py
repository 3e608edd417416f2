"""Two figures in like words, of which one must be wrong: a report tells its case more than once.

Courses are told in like words too. So figures of one telling are compared only where they are worded alike throughout;
those of two tellings (the case, and its retelling in the discussion, a timeline or a legend) where half of the
weight of the words beside them is common. A figure that stands at more than one place is no slip.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from casewright.check.evidence.people.cases import cases_told
from casewright.check.evidence.telling.slots import Slot, kindred_with_figures, slots, value_of
from casewright.check.evidence.telling.tellings import telling, weight_of
from casewright.check.evidence.text.parts import of_others, of_patient, of_relatives
from casewright.check.evidence.values.values import same
from casewright.document.reading import Reading
from casewright.patterns import lazily

_ROUGH = lazily(
    r"(?:[<>≤≥~≈]|\b(?:than|about|approximately|around|nearly|almost|at least|at most|up to|over|under|every|each"
    r"|per|mean|median|average|total of|\d+ (?:to|and)))\s*\Z",
    re.IGNORECASE,
)
_OF_OTHERS = lazily(r"\bet al\b|\breported\b|\bdescribed\b|\bseries\b|\bstud(?:y|ies)\b")
_NO_DIGIT = lazily(r"\D|0+\Z")  # and zeros at the end, which may come of rounding
_PARTS = frozenset({"mg", "g", "ml", "l", "unit", "mcg", "μg", "µg"})  # of doses and fluids, which add up
_TIMES = frozenset({"min", "hour", "day", "week", "month", "year"})
_VERBATIM = 6  # tokens that stand beside both figures in one order
_CITED = 8  # the same for what is told of others


@dataclass(frozen=True, slots=True)
class Twins:
    """Two figures told in like words, the first in reading order first."""

    one: Slot
    other: Slot
    run: int  # tokens that stand beside both in one order
    share: float  # of the weight of the words beside the one that has fewer, how much both have
    weight: float  # of the words that both have


def twins(reading: Reading) -> Iterator[Twins]:
    """The pairs of figures of which one must be wrong, in reading order."""
    for one, other in kindred_with_figures(reading):
        here, there = slots(reading, one), slots(reading, other)
        for a in here:
            for b in there:
                if (
                    _opposed(a, b)
                    and (pair := _compared(reading, a, b))
                    and _contradict(reading, pair, here, there)
                ):
                    yield pair


def _opposed(a: Slot, b: Slot) -> bool:
    """Whether two figures count one thing, and are not one figure."""
    if (
        len(a.values) != len(b.values)
        or a.values == b.values
        or a.nth != b.nth
        or not a.things
        or not b.things
    ):
        return False
    if a.things[0] != b.things[0] and a.things[0] not in b.things and b.things[0] not in a.things:
        return False
    return not _agree(a, b)


def _agree(a: Slot, b: Slot) -> bool:
    """Whether two figures are one, rounded."""
    digits = [len(_NO_DIGIT.sub("", each.text.split()[0])) for each in (a, b)]
    return digits[0] != digits[1] and all(
        abs(x - y) <= 0.06 * max(x, y) for x, y in zip(a.values, b.values, strict=True)
    )


def _compared(reading: Reading, a: Slot, b: Slot) -> Twins | None:
    here, there = a.context, b.context
    weight = weight_of(reading, here & there)
    least = min(weight_of(reading, here), weight_of(reading, there))
    share = weight / least if least else 0.0
    run = _run(a.tokens[: a.index][::-1], b.tokens[: b.index][::-1])
    run += _run(a.tokens[a.index + 1 :], b.tokens[b.index + 1 :])
    return Twins(a, b, run, share, weight) if share >= 0.33 or run >= _VERBATIM else None


def _run(a: tuple[str, ...], b: tuple[str, ...]) -> int:
    """How many tokens are the same from the beginning."""
    length = 0
    for one, other in zip(a, b, strict=False):
        if one != other:
            break
        length += 1
    return length


def _contradict(reading: Reading, pair: Twins, here: tuple[Slot, ...], there: tuple[Slot, ...]) -> bool:
    a, b = pair.one, pair.other
    if (
        a.is_number_of
        or b.is_number_of
        or any(_stands_in(reading, each, others) for each, others in ((a, there), (b, here)))
    ):
        return False
    if _is_age(reading, a) != _is_age(reading, b) or (_sides(a) != _sides(b) and _sides(a) and _sides(b)):
        return False
    return _told_twice(reading, pair) and not any(_is_borne_out(reading, each, pair) for each in (a, b))


def _sides(slot: Slot) -> set[str]:
    """The sides that are named close by."""
    return {"left", "right"}.intersection(slot.tokens[max(0, slot.index - 6) : slot.index + 7])


def _told_twice(reading: Reading, pair: Twins) -> bool:
    """Whether the words say that the two are one figure."""
    about = all(
        of_patient(reading, each.stretch.sentence.index, each.start) for each in (pair.one, pair.other)
    )
    indices = [each.stretch.sentence.index for each in (pair.one, pair.other)]
    neutral = not any(of_others(reading, each) for each in indices)
    if len({of_relatives(reading, each) for each in indices}) > 1:
        return False
    others = [_OF_OTHERS.search(each.stretch.text) is not None for each in (pair.one, pair.other)]
    if others[0] != others[1]:
        return False
    if pair.run >= (_VERBATIM if about else _CITED) and pair.share >= 0.5:
        return True
    if (
        (pair.one.nth and (pair.share < 0.7 or pair.weight < 6))
        or not (pair.one.counted and pair.other.counted)
        or is_rough(pair.one)
        or is_rough(pair.other)
        or reading.once(cases_told) > 1
    ):
        return False
    if _is_length(pair.one) != _is_length(pair.other):
        return False
    if _is_length(pair.one) and pair.run < 3 and pair.share < 0.6:
        return False  # two things lasted so long: `worse for 1 d`, `treated for 8 d`
    if not about:
        return neutral and pair.share >= 0.5 and pair.weight >= 6 and pair.run >= 1 and not _adds_up(pair)
    return pair.share >= 0.42 and pair.weight >= 4 and not _adds_up(pair)


def _adds_up(pair: Twins) -> bool:
    """Whether two doses or volumes may be parts and whole, or of two times."""
    return pair.one.things[0] in _PARTS and (pair.run < 3 or pair.share < 0.5)


def is_rough(slot: Slot) -> bool:
    """Whether a figure is a limit, a mean, a sum or about so much."""
    start = slot.start - slot.stretch.offset
    return _ROUGH.search(slot.stretch.text, max(0, start - 20), start) is not None


def _is_length(slot: Slot) -> bool:
    """Whether a time tells how long something lasted, and not when."""
    start = slot.start - slot.stretch.offset
    return slot.stretch.text[max(0, start - 12) : start].endswith(
        ("for ", "during ", "over a ", "over ", "interval of ", "duration of ", "period of ")
    )


def _stands_in(reading: Reading, slot: Slot, others: tuple[Slot, ...]) -> bool:
    """Whether another sentence has this figure too: in another unit, or in a list with one unit, `5, 10 and 20`."""
    return any(
        (other.values == slot.values and (other.things[:1] == slot.things[:1] or not other.counted))
        or _is_one_value(reading, slot, other)
        for other in others
    )


def _is_one_value(reading: Reading, slot: Slot, other: Slot) -> bool:
    """Whether two figures are one value in two units: `0.9 cm` and `9 mm`."""
    one, two = value_of(reading, slot), value_of(reading, other)
    if one is None or two is None or one.quantity.unit == two.quantity.unit:
        return False
    return one.measure == two.measure and same(one.quantity, two.quantity, one.measure)


def _is_age(reading: Reading, slot: Slot) -> bool:
    """Whether a figure is an age, which no other time contradicts."""
    value = value_of(reading, slot)
    return value is not None and value.measure == "age"


def _is_borne_out(reading: Reading, slot: Slot, pair: Twins) -> bool:
    """Whether the other telling has the figure too; a time, of which a course has many, in words that are like it."""
    other = pair.other if slot is pair.one else pair.one
    told = telling(other.stretch)
    for each in reading.once(_standing).get(slot.values, ()):
        if telling(each.stretch) == told and (each.things[:1] == slot.things[:1] or not slot.counted):
            common = weight_of(reading, each.context & slot.context)
            if slot.things[0] not in _TIMES or common >= min(2.0, pair.weight / 2):
                return True
    return False


def _standing(reading: Reading) -> dict[tuple[float, ...], list[Slot]]:
    """Where each figure stands."""
    found: dict[tuple[float, ...], list[Slot]] = {}
    for stretch in reading.stretches:
        for slot in slots(reading, stretch):
            found.setdefault(slot.values, []).append(slot)
    return found
