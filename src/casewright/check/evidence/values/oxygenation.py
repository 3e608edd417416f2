"""Ratios of arterial oxygen to its share in the inspired gas, with the values printed around them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from casewright.check.evidence.text.around import vocabulary
from casewright.check.evidence.text.passage import Passage, scan
from casewright.check.evidence.values.values import Span, single, span_of
from casewright.document.mentions.model import QuantityMention
from casewright.document.mentions.wordset import words
from casewright.document.reading import Reading
from casewright.patterns import lazily
from casewright.quantity.model import Number

_RATIO = lazily(
    r"(?:\bP\s?[:/]\s?F|\b(?:Pa?O2|PaO₂)\s?[:/]\s?F[iI]O[2₂])(?:\s(?:ratio|index))?(?:\s\([^()]{1,14}\))?"
    r"(?:\s(?:of|was|is)|\s?[:=])?\s(?P<about>about |around |approximately |nearly |almost |~\s?)?"
    r"(?P<ratio>\d{2,3}(?:\.\d{1,2})?)(?![\d.,]*\d|\s?[-–/%])(?P<kpa>\s?kPa)?",
)
_BY_LETTERS = words("p f")  # `P/F ratio`
_INSPIRED = lazily(r"F[iI]O[2₂]\b[^\d.;]{0,14}(?P<share>0?\.\d{1,2}|1\.0{1,2}|\d{2,3}(?=\s?%))")
_REACH = 320  # characters on either side of a ratio in which its values stand
_SLACK, _ROUNDLY = Fraction(5, 100), Fraction(15, 100)
_MMHG_PER_KPA = Fraction(750062, 100000)


class Oxygenation(NamedTuple):
    """A printed ratio, and the pressure and share (in its own words) nearest to it, which do not give it."""

    at: Passage
    ratio: str
    pressure: QuantityMention
    inspired: str
    expected: Span  # mmHg


def misfits(reading: Reading) -> Iterator[Oxygenation]:
    """The ratios that no arterial pressure of oxygen over an inspired share, printed around them, gives."""
    said = reading.once(vocabulary)
    if "fio" not in said and not said >= _BY_LETTERS:
        return
    for passage, match in scan(reading, _RATIO, "p/f", "p:f", "p: f", "p : f", "fio2", "fio₂"):
        pairs = sorted(_pairs(reading, passage, match), key=lambda pair: pair[0])
        printed = span_of(Number(match["ratio"], Decimal(match["ratio"])))
        kpa = Span(printed.low * _MMHG_PER_KPA, printed.high * _MMHG_PER_KPA)
        slack = _ROUNDLY if match["about"] else _SLACK
        told = (kpa,) if match["kpa"] else (printed, kpa)
        expected = [each.expected.widened(slack) for _, each in pairs]
        if pairs and not any(span.meets(each) for span in expected for each in told):
            yield pairs[0][1]


def _pairs(reading: Reading, passage: Passage, match: re.Match[str]) -> Iterator[tuple[int, Oxygenation]]:
    """Every pressure with every share around a ratio, with how far both are from it."""
    pressures = _around(reading, passage)
    shares = _INSPIRED.finditer(match.string, max(0, match.start() - _REACH), match.end() + _REACH)
    for share in shares if pressures else ():
        inspired = Number(share["share"], Decimal(share["share"]))
        if match.start() <= share.start() < match.end() or not inspired.value:
            continue
        words = share["share"] + ("%" if inspired.value > 1 else "")
        for number, mention in pressures:
            expected = _in_mmhg(number, mention).over(_share(inspired))
            far = abs(mention.start - passage.start) + abs(share.start() - passage.start)
            yield far, Oxygenation(passage, match["ratio"], mention, words, expected)


def _around(reading: Reading, passage: Passage) -> list[tuple[Number, QuantityMention]]:
    """The plain arterial pressures of oxygen that stand around a ratio in its paragraph."""
    first = (passage.block, max(0, passage.start - _REACH))
    start = bisect_left(reading.quantities, first, key=lambda each: (each.block, each.start))
    found = []
    for mention in reading.quantities[start:]:
        if mention.block != passage.block or mention.start > passage.end + _REACH:
            break
        number = single(mention)
        if mention.measure == "po2" and number is not None:
            found.append((number, mention))
    return found


def _in_mmhg(number: Number, mention: QuantityMention) -> Span:
    span, unit = span_of(number), mention.quantity.unit
    in_kpa = unit.code == "kPa" if unit is not None else number.value < 25
    return Span(span.low * _MMHG_PER_KPA, span.high * _MMHG_PER_KPA) if in_kpa else span


def _share(inspired: Number) -> Span:
    span = span_of(inspired)
    return Span(span.low / 100, span.high / 100) if inspired.value > 1 else span
