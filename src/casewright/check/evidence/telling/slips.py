"""Slips of the hand in a figure: two digits exchanged, or one mistyped where a change begins."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from casewright.check.evidence.denial.visits import at_one_time
from casewright.check.evidence.telling.slots import Slot, slots
from casewright.check.evidence.telling.statements import Statement, agree, statements
from casewright.check.evidence.telling.tellings import telling, weight_of
from casewright.check.evidence.text.parts import of_others
from casewright.check.evidence.values.changes import DOWN, UP
from casewright.document.reading import Reading
from casewright.patterns import lazily
from casewright.quantity.analytes import ANALYTES

_FROM = lazily(r"\bfrom (?:an? |the |about |approximately )?(?:(?:value|level)s? of )?\Z")
_PRINTED = lazily(r"[0-9][0-9.]*(?:%?\s?[x×/–-]\s?[0-9][0-9.]*)*")
_TIMES = lazily(r"\s?[x×]\s?")
_TO = lazily(rf"\b(?:{UP}|{DOWN})\b[^.;:()\d]{{0,30}}\b(?:to|at)\s\Z", re.IGNORECASE)
_LIMIT = lazily(
    r"(?:[<>≤≥]|\b(?:less|more|lower|higher|greater) than|\b(?:below|above|under|over|within|maintain\w*|remain\w*"
    r"|kept|stayed|reached|(?:rose|fell|increased|decreased|improved|dropped|declined|returned) to|from)\b"
    r"[^.;:()]{0,20})\s?\Z",
    re.IGNORECASE,
)
_SHORT = 2  # digits: so few are another value's by chance
_SERIES = 4  # figures of one thing, beyond which it was followed over time
_LONG = 3  # digits and point: from here on, the same digits in another order are hardly chance
_HOURS = frozenset({"minute", "hour", "day"})
_LIKE = 1.5  # weight of the words that two figures without a name must share
_SIZED = frozenset({"fr", "french", "gauge"})  # of instruments, of which several go through each other
_MEASURED = 2.0  # and of two shares within one telling, which are measured again and again


def is_exchange(one: str, other: str) -> bool:
    """Whether two printed numbers differ in the order of two digits alone: `138` and `183`, `22.9` and `29.2`."""
    wrong = _unlike(one, other)
    return (
        len(wrong) == 2
        and not _turned(one, other)
        and one[wrong[0]] == other[wrong[1]]
        and one[wrong[1]] == other[wrong[0]]
        and all(one[index].isdigit() for index in wrong)
    )


def _turned(one: str, other: str) -> bool:
    """Whether two sizes have the same extents in another order: `18 x 17` and `17 x 18`."""
    extents, others = _TIMES.split(one), _TIMES.split(other)
    return len(extents) > 1 and sorted(extents) == sorted(others)


def _unlike(one: str, other: str) -> list[int]:
    """Where two numbers of one length differ."""
    if len(one) != len(other):
        return []
    return [index for index, pair in enumerate(zip(one, other, strict=True)) if pair[0] != pair[1]]


def named_slips(reading: Reading) -> Iterator[tuple[Statement, Statement]]:
    """Pairs of values of one analyte that differ by a slip, and that the report has nowhere else."""
    named: dict[str, list[Statement]] = {}
    for each in reading.once(statements):
        if each.named and not each.in_table and each.quantity.comparison in ("", "~") and _may_be(each):
            named.setdefault(each.what, []).append(each)
    every = [each for group in named.values() for each in group]
    for group in named.values():
        for one, other in combinations(group, 2):
            if one.sentence == other.sentence or not _slipped(one, other):
                continue
            if _may_be_chance(one, other) and not _of_one_panel(named, one, other):
                continue
            if _is_course(group, one, other) or not _is_likely(every, one, other):
                continue
            if _are_alone(group, one, other):
                yield one, other
            elif lone := _lone_retelling(group, one, other):
                yield (one, other) if lone is other else (other, one)


def _is_likely(every: list[Statement], one: Statement, other: Statement) -> bool:
    """Whether a digit was mistyped where a change begins: a value that rose meanwhile differs in a digit as well.

    So three digits are exchanged, or another value of the one sentence stands in the other: `creatinine and BUN`.
    """
    if not (one.part == other.part == "body" and (_begins(one) or _begins(other))):
        return True
    pairs = zip(one.quantity.numbers, other.quantity.numbers, strict=True)
    if any(len(a.text) >= _LONG and is_exchange(a.text, b.text) for a, b in pairs):
        return True
    here = [each for each in every if each.sentence == one.sentence and each.what != one.what]
    there = [each for each in every if each.sentence == other.sentence and each.what != one.what]
    return any(a.what == b.what and agree(a, b) for a in here for b in there)


def _may_be(each: Statement) -> bool:
    return each.about or each.part == "body" or not of_others(each.reading, each.sentence)


def _may_be_chance(one: Statement, other: Statement) -> bool:
    """Whether both may have been measured: at two times of the course, or as two digits told one after the other."""
    short = all(len(number.text) <= _SHORT for each in (one, other) for number in each.quantity.numbers)
    if short and (_ends(one) or _ends(other)) and one.part == other.part == "body":
        return True
    if _begins(one) or _begins(other):
        return False
    longest = max(len(number.text) for each in (one, other) for number in each.quantity.numbers)
    if one.part == other.part == "body" and longest <= _LONG + 1:
        return one.time != other.time or one.time == ""
    return longest < _LONG and one.block == other.block


def _of_one_panel(named: dict[str, list[Statement]], one: Statement, other: Statement) -> bool:
    """Whether the two sentences have another value in common, to three digits: the one tells the other's again."""
    if not is_exchange(one.quantity.numbers[0].text, other.quantity.numbers[0].text):
        return False
    printed: list[set[tuple[str, str]]] = [
        {
            (what, each.quantity.numbers[0].text)
            for what, group in named.items()
            for each in group
            if each.sentence == told.sentence and what != told.what
        }
        for told in (one, other)
    ]
    return any(sum(map(str.isdigit, text)) >= _LONG for _, text in printed[0] & printed[1])


def _is_course(group: list[Statement], one: Statement, other: Statement) -> bool:
    """Whether a value was followed over time: the case tells another of it between the two."""
    first, last = sorted((each.block, each.start) for each in (one, other))
    told = one.part == other.part == "body"
    return told and any(first < (each.block, each.start) < last for each in group if each.part == "body")


def _slipped(one: Statement, other: Statement) -> bool:
    """Whether one number of two values has two digits exchanged; or one mistyped, where a change begins."""
    if len(one.quantity.numbers) != len(other.quantity.numbers):
        return False
    pairs = zip(one.quantity.numbers, other.quantity.numbers, strict=True)
    unlike = [(a.text, b.text) for a, b in pairs if a.text != b.text]
    if len(unlike) != 1:
        return False
    if is_exchange(*unlike[0]) or _whole_are_exchanged(*unlike[0]):
        return True
    begins = one.quantity.unit == other.quantity.unit and (_begins(one) or _begins(other))
    return begins and len(unlike[0][0]) > 1 and len(_unlike(*unlike[0])) == 1


def _whole_are_exchanged(one: str, other: str) -> bool:
    """Whether two numbers, one of them printed with decimals, have two digits exchanged before the point."""
    whole, rest = (
        (one.partition(".")[0], other.partition(".")[0]) if ("." in one) != ("." in other) else ("", "")
    )
    return len(whole) > _LONG and is_exchange(whole, rest)


def _begins(change: Statement) -> bool:
    """Whether a value is the first of a change."""
    text = change.reading.blocks[change.block][1].text
    begins = _FROM.search(text, max(0, change.start - 30), change.start) is not None
    return begins and change.quantity.shape == "single"


def _ends(change: Statement) -> bool:
    """Whether a value is what another came to: `the pulse fell to 48/min`."""
    text = change.reading.blocks[change.block][1].text
    return _TO.search(text, max(0, change.start - 60), change.start) is not None


def _are_alone(group: list[Statement], one: Statement, other: Statement) -> bool:
    """Whether the report has neither value anywhere else."""
    rest = [each for each in group if each is not one and each is not other]
    return not any(agree(each, one) or agree(each, other) for each in rest)


def _lone_retelling(group: list[Statement], one: Statement, other: Statement) -> Statement | None:
    """Of two values that differ in the order of two digits, the one that only a retelling has."""
    if not is_exchange(one.quantity.numbers[0].text, other.quantity.numbers[0].text):
        return None
    for lone, known in ((other, one), (one, other)):
        rest = [each for each in group if each is not lone]
        if lone.part != "body" and known.part == "body" and not any(agree(each, lone) for each in rest):
            return lone
    return None


def worded_slips(reading: Reading) -> Iterator[tuple[Slot, Slot]]:
    """Pairs of figures with exchanged digits that count one thing, have words in common, and stand nowhere else."""
    printed = [
        (stretch, {number.rstrip(".") for number in _PRINTED.findall(stretch.text)})
        for stretch in reading.stretches
        if stretch.has_digits and stretch.block.kind != "table"
    ]
    exchanged = _exchanged(set[str]().union(*(numbers for _, numbers in printed)))
    groups: dict[tuple[str, str], list[tuple[str, Slot]]] = {}
    series: dict[str, set[str]] = {}
    for stretch in (stretch for stretch, numbers in printed if not exchanged.isdisjoint(numbers)):
        for slot in slots(reading, stretch):
            match = _PRINTED.match(slot.stretch.block.text, slot.start)
            if match and slot.counted and not slot.is_number_of and slot.things[:2] != ("year", "old"):
                figure = match[0].rstrip(".")
                series.setdefault(slot.things[0], set()).add(figure)
                groups.setdefault((slot.things[0], "".join(sorted(figure))), []).append((figure, slot))
    for (thing, _), group in groups.items():
        figures = [figure for figure, _ in group]
        for (a, one), (b, other) in combinations(group, 2):
            retold = telling(one.stretch) != telling(other.stretch)
            if not retold and (thing in _HOURS or _is_limit(one) or _is_limit(other)):
                continue  # `on day 25`, and `on day 52` further on; `3.0 g`, and `below 0.3 g` ever after
            if len(a) <= _SHORT and len(series[thing]) >= _SERIES and not retold:
                continue  # one of many angles, counts, scores
            if is_exchange(a, b) and _one_is_lone(figures, one, other, a, b) and _alike(reading, one, other):
                yield (one, other) if figures.count(b) == 1 else (other, one)
                break


def _is_limit(slot: Slot) -> bool:
    """Whether a figure is told as a limit, or as what something was kept at."""
    text = slot.stretch.block.text
    return _LIMIT.search(text, max(0, slot.start - 40), slot.start) is not None


def _one_is_lone(figures: list[str], one: Slot, other: Slot, a: str, b: str) -> bool:
    """Whether one figure stands nowhere else; nor the other, unless the two are of two tellings."""
    counts = sorted((figures.count(a), figures.count(b)))
    return counts[0] == 1 and (counts[1] == 1 or telling(one.stretch) != telling(other.stretch))


def _exchanged(printed: set[str]) -> set[str]:
    """Of some numbers those of which another is the same with two digits exchanged."""
    groups: dict[str, list[str]] = {}
    for number in printed:
        if len(number) > 1:
            groups.setdefault("".join(sorted(number)), []).append(number)
    return {
        number
        for group in groups.values()
        if len(group) > 1
        for pair in combinations(sorted(group), 2)
        if is_exchange(*pair)
        for number in pair
    }


def _alike(reading: Reading, one: Slot, other: Slot) -> bool:
    if one.stretch is other.stretch:
        return False
    retold = telling(one.stretch) != telling(other.stretch)
    share = one.things[0] == "%" and not retold
    if weight_of(reading, one.context & other.context) < (_MEASURED if share else _LIKE):
        return False
    named = [_is_named(reading, each) for each in (one, other)]
    if retold:
        return not all(named)
    if any(named) or one.things[0] in _SIZED:
        return False
    return not share or at_one_time(reading, one.stretch, other.stretch)


def _is_named(reading: Reading, slot: Slot) -> bool:
    """Whether a figure was read as a value of a named analyte, which `named_slips` compares."""
    return any(
        each.measure in ANALYTES and each.start <= slot.start < each.end
        for each in reading.quantities
        if each.block == slot.block
    )
