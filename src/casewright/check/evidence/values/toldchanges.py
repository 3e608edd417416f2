"""Changes that are told in so many units, per cent or times, with the values before and after them.

`Hemoglobin was 12.1 g/dL ... it fell by 3 g/dL to 9.1 g/dL`; `91 mg/L on day 3, a decrease of 40%`; `it had doubled to
180 U/L`. The value before is the last that was told of the same measure in the paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from casewright.check.evidence.text.passage import Passage, scan_around, scan_near
from casewright.check.evidence.values.changes import DOWN, UP
from casewright.check.evidence.values.values import Span, single, span_of
from casewright.document.mentions.model import QuantityMention
from casewright.document.mentions.names import find_names
from casewright.document.reading import Reading
from casewright.patterns import lazily
from casewright.quantity.model import Number
from casewright.quantity.units import find_unit

_N = r"\d{1,3}(?:,\d{3})+(?!\d)|\d+(?:\.\d+)?"
_UNIT = (
    r"(?:%|percent\b|percentage points?\b|mm Hg"
    r"|(?:[x×]\s?10\^?\d{1,2}\s?)?/?[a-zA-Zµμ]{1,5}(?:/[a-zA-Zµμ]{1,4}\d?)?)"
)
_ABOUT = r"(?:about |approximately |around |roughly |some )?"
# `fell by 3 g/dL to 9.1 g/dL`, `rose by 40%, to 280 U/L`
_BY = lazily(
    rf"\b(?:(?P<up>{UP})|(?P<down>{DOWN}))\s(?:again\s|further\s|only\s)?by\s{_ABOUT}"
    rf"(?P<n>{_N})\s?(?P<u>{_UNIT})(?![\w/]),?\s(?:and reached |reaching |(?:down |up )?to )(?:about )?"
    rf"(?P<v>{_N})\s?(?P<uv>{_UNIT})(?![\w/])"
)
_BY_SIGN = lazily(r"by (?:about |approximately |around |roughly |some )?\d")
# `, an increase of 40%`, `(a loss of 12 kg)`, behind a value
_OF = lazily(
    r"(?:,\s|\s\(|;\s|\s[–—-]\s)(?:i\.e\.,?\s|that is,?\s|which (?:is|was)\s|representing\s|corresponding to\s"
    r"|and thus\s)?an?\s"
    r"(?:\w+\s)?(?:(?P<up>increase|rise|gain)|(?P<down>decrease|fall|drop|loss|reduction|decline))\sof\s"
    rf"{_ABOUT}(?P<n>{_N})\s?(?P<u>{_UNIT})(?![\w/])"
)
_OF_WORDS = tuple(
    f"{word} of "
    for word in ["increase", "rise", "gain", "decrease", "fall", "drop", "loss", "reduction", "decline"]
)
_OF_SIGN = lazily(r"(?:increase|rise|gain|decrease|fall|drop|loss|reduction|decline) of ")
_TIMES = lazily(
    r"\b(?P<how>more than |nearly |almost |about )?(?P<word>doubled|tripled|trebled|quadrupled|halved)\b"
    rf"(?:\s[a-z]+ly)?(?:,?\sto\s(?:about )?(?P<v>{_N})\s?(?P<uv>{_UNIT})?(?![\w/]))?"
    r"(?P<behind>\s?[.;,)]|\s(?!to|from|the|his|her|in\ssize)|\Z)?"
)
_TIMES_OF = {  # the least and the most that a reader takes for it, since such words are round
    "doubled": (1.6, 2.6), "tripled": (2.4, 3.9), "trebled": (2.4, 3.9), "quadrupled": (3.2, 5), "halved": (0.38, 0.63),
}  # fmt: skip
# `; the two-fold rise`, `, a threefold increase`
_FOLD = lazily(
    r"(?<=[a-z] )(?P<n>two|three|four|five|six|seven|eight|nine|ten|[2-9])-?\s?fold (?:rise|increase)\b"
    r"(?! (?:in|from|over)\b)"
)
_SPELLED = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_FOLDS = {name: number for number, word in enumerate(_SPELLED, 2) for name in (word, str(number))}
_ROUND = (0.75, 1.6)  # a three-fold rise may also be one by three times as much
_ANOTHER = lazily(  # from what else a change may be reckoned, or what else may have changed
    r"\b(?:baseline|usual|peak|nadir|admission value|pre-?\w*|previous|initial|discharge|dose|dosage|infusion"
    r"|rate was|normal|target|predicted|since birth|over (?:the|a) (?:past|last|year)|last (?:visit|year))\b",
    re.IGNORECASE,
)
_PARTS = lazily(r"[.;]\s|\d")
_ASIDE = lazily(r"i\.e\.|\bon (?:(?:hospital|post-?operative) )?day \d{1,3}\b")
_IT = lazily(  # from a value to the next of the same measure: `it was`, ` and`
    r"(?:\bit\s(?:was|had been|stood at|came to|reached|measured)|\A[^.;\d]{0,40}\band)\s(?:only |about )?\Z",
    re.IGNORECASE,
)
_BETWEEN = 45  # characters between a value and the change told of it
_SHARE = Fraction(15, 100)  # of a share told: authors round it


class ToldChange(NamedTuple):
    """A change in words with the values before and after it, and what the two give."""

    at: Passage
    words: str
    before: QuantityMention
    after: str
    given: str


def told_changes(reading: Reading) -> Iterator[ToldChange]:
    """The changes that the values beside them do not give."""
    for passage, match in scan_near(reading, _BY_SIGN, _BY, 40, 60, starts=("by ",)):
        before = _last_before(reading, passage.block, match.start(), match.end(), match["uv"])
        if before is not None and (given := _misfit(before, _number(match["v"]), match)):
            yield ToldChange(passage, _words(match), before, f"{match['v']} {match['uv']}", given)
    for passage, match in scan_near(reading, _OF_SIGN, _OF, 60, 40, starts=_OF_WORDS):
        pair = _pair_before(reading, passage.block, match.start())
        if pair is not None and (given := _misfit(pair[0], pair[1].quantity.numbers[0], match)):
            yield ToldChange(passage, _words(match), pair[0], pair[1].text, given)
    for passage, match in scan_around(reading, _FOLD, 16, 40, "fold"):
        pair, told = _pair_before(reading, passage.block, match.start()), _FOLDS.get(match["n"].lower())
        first = single(pair[0]) if pair else None
        if pair is None or first is None or told is None or not first.value:
            continue
        times = float(pair[1].quantity.numbers[0].value / first.value)
        if not told * _ROUND[0] <= times <= told * _ROUND[1]:
            yield ToldChange(passage, match[0], pair[0], pair[1].text, f"{times:.2g} times as much")
    yield from _multiplied(reading)


def _multiplied(reading: Reading) -> Iterator[ToldChange]:
    """Values said to have doubled, tripled or halved: to the figure behind the word, or to the value told last."""
    for passage, match in scan_around(reading, _TIMES, 12, 60, *_TIMES_OF):
        if match["v"]:
            before = _last_before(reading, passage.block, match.start(), match.end(), match["uv"] or "")
            after, told = _number(match["v"]), f"{match['v']} {match['uv'] or ''}".rstrip()
        else:
            pair = _pair_before(reading, passage.block, match.start()) if match["behind"] else None
            before = pair[0] if pair else None
            after, told = (
                (pair[1].quantity.numbers[0], pair[1].text) if pair else (Number("0", Decimal(0)), "")
            )
        if before is None or (number := single(before)) is None or not number.value:
            continue
        times = float(after.value / number.value)
        low, high = _TIMES_OF[match["word"]]
        if (match["how"] or "").startswith("more") and match["word"] != "halved":
            high = float("inf")
        if not low <= times <= high:
            yield ToldChange(passage, match["word"], before, told, f"{times:.2g} times as much")


def _last_before(reading: Reading, block: int, start: int, end: int, symbol: str) -> QuantityMention | None:
    """The value of the measure that a change is told of, told last before it in the paragraph, in the same unit."""
    text = reading.blocks[block][1].text
    sentence = reading.sentences[reading.sentence_at(block, start)]
    named = find_names(text[sentence.start : start])
    earlier = [
        each
        for each in reading.quantities
        if each.block == block and each.end <= start and each.measure and single(each) is not None
    ]
    unit = find_unit(symbol) if symbol else None
    earlier = [each for each in earlier if each.quantity.unit == unit] if symbol else earlier
    if named:
        earlier = [each for each in earlier if each.measure == named[-1].key]
    if not earlier or earlier[-1].subject != "patient" or _ANOTHER.search(text, earlier[-1].end, end):
        return None
    return earlier[-1]


def _pair_before(reading: Reading, block: int, start: int) -> tuple[QuantityMention, QuantityMention] | None:
    """The value that stands right before a change, and the one told before it of the same measure and unit."""
    text = reading.blocks[block][1].text
    values = [
        each
        for each in reading.quantities
        if each.block == block and each.end <= start and single(each) is not None
    ]
    if not values or values[-1].subject != "patient" or start - values[-1].end > _BETWEEN:
        return None
    after = values[-1]
    if _PARTS.search(_ASIDE.sub("", text[after.end : start])):
        return None
    alike = [each for each in values[:-1] if each.measure and each.quantity.unit == after.quantity.unit]
    if after.measure:
        alike = [each for each in alike if (each.measure, each.of) == (after.measure, after.of)]
    elif not alike or not _IT.search(text[alike[-1].end : after.start]):
        return None
    if not alike or alike[-1].subject != "patient" or _ANOTHER.search(text, alike[-1].end, start):
        return None
    return alike[-1], after


def _misfit(before: QuantityMention, after: Number, match: re.Match[str]) -> str:
    """What the change from one value to another is, where it is not the one that is told; "" where it is."""
    first = single(before)
    unit = before.quantity.unit
    if first is None or unit is None or first.value <= 0:
        return ""
    told, one, other = span_of(_number(match["n"])), span_of(first), span_of(after)
    apart = other - one if match["up"] else one - other
    share = Span(apart.low / one.high * 100, apart.high / one.low * 100)
    symbol = match["u"]
    if symbol.startswith(("%", "percent")):
        points = unit.symbol == "%" and apart.meets(told)
        if points or (
            not symbol.startswith("percentage") and share.widened(_SHARE).meets(told.widened(_SHARE))
        ):
            return ""
        return f"{float(share.low + share.high) / 2:.0f}%"
    if find_unit(symbol) != unit or apart.meets(told):
        return ""
    return f"{float(apart.low + apart.high) / 2:.{max(first.decimals, after.decimals)}f} {unit.symbol}"


def _words(match: re.Match[str]) -> str:
    return f"{match['up'] or match['down']} of {match['n']} {match['u']}".replace(" %", "%")


def _number(text: str) -> Number:
    return Number(text, Decimal(text.replace(",", "")))
