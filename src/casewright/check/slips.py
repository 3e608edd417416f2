"""Slips of the hand in a figure: two digits exchanged, or one mistyped."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from casewright.check.statements import Statement, agree, statements
from casewright.document.reading import Reading

_FROM = re.compile(r"\bfrom (?:an? |the |about |approximately )?(?:(?:value|level)s? of )?\Z")


def is_exchange(one: str, other: str) -> bool:
    """Whether two printed numbers differ in the order of two digits alone: `138` and `183`, `22.9` and `29.2`."""
    wrong = _unlike(one, other)
    return (
        len(wrong) == 2
        and one[wrong[0]] == other[wrong[1]]
        and one[wrong[1]] == other[wrong[0]]
        and all(one[index].isdigit() for index in wrong)
    )


def _unlike(one: str, other: str) -> list[int]:
    """Where two numbers of one length differ."""
    if len(one) != len(other):
        return []
    return [index for index, pair in enumerate(zip(one, other, strict=True)) if pair[0] != pair[1]]


def slips(reading: Reading) -> Iterator[tuple[Statement, Statement]]:
    """Pairs of figures of one measure that differ by a slip, and that the report has nowhere else; in reading order.

    Two digits exchanged are one wherever they stand; one digit is where a change begins: `fell from 62% to 51%`.
    """
    groups: dict[tuple[str, str, str], list[Statement]] = {}
    stated = reading.once(statements)
    for each in stated:
        if (
            not each.in_table
            and each.what != "age"
            and each.quantity.comparison in ("", "~")
            and _may_be(each)
        ):
            digits = sorted("".join(number.text for number in each.quantity.numbers))
            groups.setdefault((_thing(each), each.quantity.shape, "".join(digits)), []).append(each)
    for group in groups.values():
        for one, other in combinations(group, 2):
            if _exchanged(one, other) and _of_one(one, other) and _are_alone(stated, one, other):
                yield one, other
    for change in stated:
        if change.named and change.about and not change.in_table and _begins(change):
            for told in stated:
                if _mistyped(change, told) and _are_alone(stated, change, told):
                    yield (told, change) if told.block <= change.block else (change, told)


def _may_be(each: Statement) -> bool:
    return each.about or each.part == "body"


def _thing(each: Statement) -> str:
    """What two figures must share: their analyte, or else their unit."""
    return each.what if each.named or each.quantity.unit is None else each.quantity.unit.code


def _exchanged(one: Statement, other: Statement) -> bool:
    """Whether one number of two figures has two digits exchanged, and the rest are the same."""
    pairs = zip(one.quantity.numbers, other.quantity.numbers, strict=False)
    unlike = [(a.text, b.text) for a, b in pairs if a.text != b.text]
    return len(unlike) == 1 and is_exchange(*unlike[0])


def _of_one(one: Statement, other: Statement) -> bool:
    """Whether the words say that two figures can be of one thing."""
    if one.sentence == other.sentence:
        return False
    return one.named or bool(one.near & other.near)


def _begins(change: Statement) -> bool:
    """Whether a value is the first of a change."""
    text = change.reading.blocks[change.block][1].text
    return (
        change.quantity.shape == "single"
        and _FROM.search(text, max(0, change.start - 30), change.start) is not None
    )


def _mistyped(change: Statement, told: Statement) -> bool:
    if told.what != change.what or told.sentence == change.sentence or not told.about or told.in_table:
        return False
    if (
        told.quantity.shape != "single"
        or told.quantity.comparison
        or told.quantity.unit != change.quantity.unit
    ):
        return False
    one, other = change.quantity.numbers[0].text, told.quantity.numbers[0].text
    return len(one) > 1 and len(_unlike(one, other)) == 1


def _are_alone(stated: tuple[Statement, ...], one: Statement, other: Statement) -> bool:
    """Whether the report has neither figure anywhere else."""
    thing = _thing(one)
    rest = [each for each in stated if each is not one and each is not other and _thing(each) == thing]
    return not any(agree(each, one) or agree(each, other) for each in rest)
