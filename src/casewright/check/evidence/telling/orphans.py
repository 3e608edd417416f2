"""Figures that only a summary has, and the figure of the case that should stand there instead.

Where the case has no such value at all, much less likeness tells what a figure was copied from: one word nearby and one
candidate; digits that a slip of the hand explains; or a time at which both tell the outcome.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations, pairwise

from casewright.check.evidence.telling.onething import of_two_kinds
from casewright.check.evidence.telling.statements import Statement, agree, likeness
from casewright.check.evidence.telling.tellings import weight_of
from casewright.check.evidence.text.parts import words_of
from casewright.check.evidence.values.values import same
from casewright.document.reading import Reading
from casewright.patterns import lazily
from casewright.quantity.model import Number

_BOUND = lazily(
    r"\b(?:smaller|larger|greater|more|less|longer|shorter|wider|higher|lower|older|younger|bigger"
    r"|fewer)(?: than)?\s\Z"
    r"|\b(?:over|under|beyond|above|below|at least|at most|up to|within|exceed\w*|every|each"
    r"|per)\s(?:the\s)?\Z",
    re.IGNORECASE,
)
_OUTCOME = lazily(
    r"\b(?:follow|recur|free|well|alive|surviv|remain|remission|complete|asymptomatic|healed|union"
    r"|recover|resol|normal"
    r"|stable|died|visit|walk|persist|still|disappear)",
    re.IGNORECASE,
)
_BEEN_WELL = lazily(  # `there has been no relapse for` 4 months
    r"\b(?:no (?:(?:evidence|signs?) of )?(?:local )?(?:recurrence|relapse|symptoms|complications?)"
    r"|free (?:of|from) [a-z ]{3,30}|(?:disease|recurrence|relapse|symptom)[- ]free|in (?:[a-z]+ )?remission"
    r"|(?:remained|is|was|been) (?:well|alive|asymptomatic))"
    r"(?: (?:was|were|has been|had been) (?:seen|observed|noted|found))?(?: (?:that|which) has lasted)?"
    r" (?:for|over|during)(?: (?:the|a|more|past|last|period|of))*\s\Z",
    re.IGNORECASE,
)
_LONG = {"d", "wk", "mo", "a"}
_ALONE = {"min", "mL", "g", "°", "deg", "mm[Hg]"}  # units in which a slip of the hand needs no like word
_SAID_ALIKE = 4
_RARE = 2.5  # weight of the words near two times
_ALIKE = 4.0  # the same of two figures that the case lacks
_DATES = 30  # beyond so many, some two are any time apart
_DAY = 86_400  # seconds
_SCORES = {"acuity", "t-score", "z-score", "titer"}


def orphan_rivals(echo: Statement, stated: Sequence[Statement], told: Sequence[Statement]) -> list[Statement]:
    """The figures of the case that an orphan contradicts; none where it may be another thing."""
    if not _plain(echo) or echo.what == "age" or is_bound(echo):
        return []
    beside = [each for each in stated if each.sentence == echo.sentence and each is not echo]
    kin = [
        each
        for each in told
        if _of_kind(echo, each) and not any(_of_kind(one, each) and agree(each, one) for one in beside)
    ]
    if rivals := _other_outcomes(echo, kin):
        return rivals
    if any(_bears_out(echo, each) for each in kin):
        return []
    if _unit(echo) in _LONG and echo.what != "duration" and is_of_dates(echo):
        return []
    rivals = [each for each in kin if _may_stand_for(echo, each)]
    slips = [each for each in rivals if is_slip(echo, each) and _slip_is_told(echo, each)]
    if slips or echo.what in _SCORES or echo.what.startswith("score"):
        return _likest(echo, slips or rivals)
    if _unit(echo) in _LONG and _is_sum(echo, kin):
        return []
    return _only_one(echo, rivals)


def _other_outcomes(echo: Statement, kin: Sequence[Statement]) -> list[Statement]:
    """Where an echo tells an outcome at a time, the times at which the case tells one, if none is this."""
    if not _tells_outcome(echo) or is_of_dates(echo):
        return []
    ends = [each for each in kin if each.about and _tells_outcome(each)]
    if any(_bears_out(echo, each) for each in ends):
        return []
    ends = [each for each in ends if _unit(each) == _unit(echo) and (not echo.of or each.of == echo.of)]
    alike = [each for each in ends if likeness(echo, each) >= 2]
    if alike or any(_bears_out(echo, each) for each in kin):
        return _likest(echo, alike)
    same_time = len({each.quantity.numbers[-1].value for each in ends}) == 1
    return ends if same_time else [each for each in _likest(echo, ends) if likeness(echo, each)]


def _only_one(echo: Statement, rivals: Sequence[Statement]) -> list[Statement]:
    """The rival that has words nearby in common with the echo, where no other value comes close to it."""
    near = [
        each for each in rivals if echo.near & each.near and likeness(echo, each) >= 2 and _size(echo, each)
    ]
    near = [each for each in near if _unit(each) == _unit(echo)]
    if _unit(echo) in _LONG:
        near = [each for each in near if len(echo.near & each.near) > 1 and _weight(echo, each) >= _RARE]
    best = _likest(echo, near)
    if not best or len({each.text for each in best}) > 1:
        return []
    rest = [likeness(echo, each) for each in near if each.text != best[0].text]
    return best if likeness(echo, best[0]) >= max(rest, default=0) + (2 if rest else 0) else []


def ends_untold(stated: Sequence[Statement], told: Sequence[Statement]) -> Iterator[Statement]:
    """The changes `from 42% to 58%` of which the case has the one end, and the other nowhere."""
    for echo in stated:
        if echo.part == "body" or not echo.named or echo.quantity.shape != "range" or not echo.about:
            continue
        text = echo.reading.blocks[echo.block][1].text
        if not text.endswith(("from ", "From "), 0, echo.start) or " to " not in text[echo.start : echo.end]:
            continue
        like = [each for each in told if each.what == echo.what and _unit(each) == _unit(echo)]
        known = {number.value for each in like for number in each.quantity.numbers}
        rough = any(each.quantity.comparison for each in like)
        if not rough and sum(number.value in known for number in echo.quantity.numbers) == 1:
            yield echo


def echo_rivals(echo: Statement, stated: Sequence[Statement], told: Sequence[Statement]) -> list[Statement]:
    """The figures of other retellings that an orphan contradicts, where the case has none like either."""
    if not _plain(echo) or echo.what == "age" or echo.named or is_bound(echo):
        return []
    role = retelling(echo)
    others = [
        each
        for each in stated
        if each.part != "body"
        and each.block < echo.block
        and retelling(each) != role
        and _may_stand_for(echo, each)
        and not each.named
        and _unit(each) == _unit(echo)
        and not agree(echo, each)
        and len(echo.near & each.near) > 1
        and _weight(echo, each) >= _ALIKE
    ]
    if not others or any(_bears_out(each, other) for other in told for each in (echo, *others)):
        return []
    return [] if any(agree(echo, each) for each in stated if each is not echo and each.about) else others[:1]


def retelling(each: Statement) -> str:
    """The telling of the case in which a figure stands."""
    return "legends" if each.in_legend else each.reading.blocks[each.block][0].role.partition(".")[0]


def _weight(one: Statement, other: Statement) -> float:
    """How much the words near two figures say that are near both."""
    return weight_of(one.reading, one.near & other.near)


def _may_stand_for(echo: Statement, other: Statement) -> bool:
    plain = other.about and _plain(other) and other.what != "age" and not is_bound(other)
    return plain and _shaped(echo, other) and not of_two_kinds(echo, other)


def _slip_is_told(echo: Statement, other: Statement) -> bool:
    """Whether more than the digits speaks for a slip: a like word, a rare unit, or an outcome on both sides."""
    return (
        bool(likeness(echo, other))
        or _unit(echo) in _ALONE
        or (_tells_outcome(echo) and _tells_outcome(other))
    )


def _bears_out(echo: Statement, other: Statement) -> bool:
    """Whether a figure of the case can be that of the echo; limits and round figures only where the words are alike."""
    if echo.quantity.unit is None:
        return echo.quantity.numbers[0].value == other.quantity.numbers[0].value
    if _unit(echo) == _unit(other) and same(echo.quantity, other.quantity):
        return True
    return agree(echo, other) and (likeness(echo, other) >= 1 or other.quantity.shape in ("product", "pair"))


def _plain(each: Statement) -> bool:
    return (
        each.quantity.shape in ("single", "product")
        and not each.quantity.comparison
        and not each.summed
        and (each.quantity.unit is not None or each.what.startswith("score") or each.what in _SCORES)
    )


def _of_kind(echo: Statement, other: Statement) -> bool:
    """Whether two figures measure the same dimension, whoever they are of."""
    one, two = echo.quantity.unit, other.quantity.unit
    if one is None or two is None:
        return one is two and echo.what == other.what
    return one.dimension == two.dimension


def _shaped(echo: Statement, other: Statement) -> bool:
    shapes = (echo.quantity.shape, other.quantity.shape)
    return shapes[0] == shapes[1] or (shapes == ("single", "product") and _unit(echo) in ("mm", "cm"))


def _size(echo: Statement, other: Statement) -> bool:
    """Whether two figures are of one order."""
    values = [float(each.quantity.numbers[0].value) for each in (echo, other)]
    return max(values) <= 5 * min(values)


def _unit(each: Statement) -> str:
    return each.quantity.unit.code if each.quantity.unit else ""


def is_bound(echo: Statement) -> bool:
    """Whether a figure is the limit of a rule: `lesions smaller than 30 mm`."""
    text = echo.reading.blocks[echo.block][1].text
    return _BOUND.search(text[max(0, echo.start - 20) : echo.start]) is not None


def _tells_outcome(each: Statement) -> bool:
    """Whether a figure is a time in months or years at which its sentence tells how the patient was."""
    if _unit(each) not in ("wk", "mo", "a") or each.what in ("age", "gestational_age") or is_bound(each):
        return False
    if each.what == "duration":
        text = each.reading.blocks[each.block][1].text
        return _BEEN_WELL.search(text, max(0, each.start - 70), each.start) is not None
    return _OUTCOME.search(words_of(each.reading, each.reading.sentences[each.sentence])) is not None


def _likest(echo: Statement, rivals: Sequence[Statement]) -> list[Statement]:
    best = max((likeness(echo, each) for each in rivals), default=0)
    return [each for each in rivals if likeness(echo, each) == best]


def is_slip(echo: Statement, other: Statement) -> bool:
    """Whether one digit was mistyped, two changed places, or the unit alone differs; of an analyte, one too many."""
    for a, b in _pairs(echo, other):
        one, two = a.strip("-−"), b.strip("-−")
        if one == two:
            enough = _SAID_ALIKE if {echo.what, other.what} != {"duration"} else 2
            if _unit(echo) != _unit(other) and _unit(echo) in _LONG and likeness(echo, other) >= enough:
                continue
            if len(echo.quantity.numbers) > 1:
                continue
            return False
        if _unit(echo) != _unit(other) or max(sum(map(str.isdigit, each)) for each in (one, two)) < 2:
            return False
        short, long = sorted((one, two), key=len)
        more = echo.named and _is_one_more(short, long)
        if not (more or (len(one) == len(two) and _mistyped(one, two))):
            return False
    return True


def _mistyped(one: str, two: str) -> bool:
    """Whether two numbers of one length differ in one digit, or in the order of two."""
    wrong = [index for index, (x, y) in enumerate(zip(one, two, strict=True)) if x != y]
    return len(wrong) == 1 or (
        len(wrong) == 2 and one[wrong[0]] == two[wrong[1]] and one[wrong[1]] == two[wrong[0]]
    )


def _is_one_more(short: str, long: str) -> bool:
    """Whether a number has one digit more than another, which is otherwise the same."""
    if len(long) != len(short) + 1:
        return False
    return any(
        long[:index] + long[index + 1 :] == short and long[index].isdigit() for index in range(len(long))
    )


def _pairs(echo: Statement, other: Statement) -> Iterator[tuple[str, str]]:
    return zip(map(_digits, echo.quantity.numbers), map(_digits, other.quantity.numbers), strict=False)


def _digits(number: Number) -> str:
    """A number as it is printed in figures."""
    return number.text if number.text[:1].isdigit() else f"{number.value.normalize():f}"


def _is_sum(echo: Statement, told: Sequence[Statement]) -> bool:
    """Whether a time is the sum of two that the case tells one after the other."""
    whole = echo.quantity.numbers[0].value
    spans = [each for each in told if _unit(each) == _unit(echo)]
    return any(
        one.quantity.numbers[0].value + two.quantity.numbers[0].value == whole
        and two.sentence - one.sentence <= 1
        for one, two in pairwise(spans)
    )


def is_of_dates(echo: Statement) -> bool:
    """Whether a time may have been counted from one date that the report prints to another."""
    unit, number = echo.quantity.unit, echo.quantity.numbers[0].value
    days = echo.reading.once(_days)
    if unit is None or len(days) > _DATES:
        return bool(days)
    each = float(unit.factor) / _DAY
    low, high = (float(number) - 1) * each, (float(number) + 1) * each
    return any(
        low <= (last - first).days + slack and (last - first).days - slack <= high
        for (first, slack), (last, _) in combinations(days, 2)
    )


def _days(reading: Reading) -> list[tuple[date, int]]:
    """The dates of the report in order, each with the days by which it may be off where none is printed."""
    dated = {
        (date(each.year, each.month, min(each.day or 15, 28)), 0 if each.day else 31)
        for each in reading.dates
        if each.year and each.month
    }
    return sorted(dated)
