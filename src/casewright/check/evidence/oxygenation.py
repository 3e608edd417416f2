"""Ratios of arterial oxygen to its share in the inspired gas, with the two values printed before them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from casewright.check.evidence.passage import Passage, scan
from casewright.check.evidence.values import Span, single, span_of
from casewright.document.mentions.model import QuantityMention
from casewright.document.reading import Reading
from casewright.patterns import lazily
from casewright.quantity.model import Number

_RATIO = lazily(
    r"(?:\bP\s?[:/]\s?F|\b(?:Pa?O2|PaO₂)\s?[:/]\s?F[iI]O[2₂])(?:\s(?:ratio|index))?(?:\s\([^()]{1,14}\))?"
    r"(?:\s(?:of|was|is)|\s?[:=])?\s(?P<about>about |around |approximately |nearly |almost |~\s?)?"
    r"(?P<ratio>\d{2,3}(?:\.\d{1,2})?)(?![\d.,]*\d|\s?[-–/%])(?P<kpa>\s?kPa)?",
)
_INSPIRED = lazily(r"F[iI]O[2₂]\b[^\d.;]{0,14}(?P<share>0?\.\d{1,2}|1\.0{1,2}|\d{2,3}(?=\s?%))")
_REACH = 220  # characters before a ratio in which its values stand
_SLACK, _ROUNDLY = Fraction(5, 100), Fraction(15, 100)
_MMHG_PER_KPA = Fraction(750062, 100000)


@dataclass(frozen=True, slots=True)
class Oxygenation:
    """A printed ratio, the pressure and the share (in its own words) it is of, and whether they give it."""

    at: Passage
    ratio: str
    pressure: QuantityMention
    inspired: str
    expected: Span  # mmHg
    fits: bool


def oxygenations(reading: Reading) -> Iterator[Oxygenation]:
    """The ratios before which one arterial pressure of oxygen and one inspired share stand in the paragraph."""
    for passage, match in scan(reading, _RATIO, "p/f", "p:f", "p: f", "p : f", "fio2", "fio₂"):
        pressures = _before(reading, passage)
        text = match.string[max(0, match.start() - _REACH) : match.start()]
        shares = list(_INSPIRED.finditer(text))
        if len(pressures) != 1 or len(shares) != 1 or (number := single(pressures[0])) is None:
            continue
        inspired = Number(shares[0]["share"], Decimal(shares[0]["share"]))
        expected = _in_mmhg(number, pressures[0]).over(_share(inspired))
        slack = _ROUNDLY if match["about"] else _SLACK
        printed = span_of(Number(match["ratio"], Decimal(match["ratio"])))
        kpa = Span(printed.low * _MMHG_PER_KPA, printed.high * _MMHG_PER_KPA)
        fits = any(
            expected.widened(slack).meets(each) for each in ((kpa,) if match["kpa"] else (printed, kpa))
        )
        words = shares[0]["share"] + ("%" if inspired.value > 1 else "")
        yield Oxygenation(passage, match["ratio"], pressures[0], words, expected, fits)


def _before(reading: Reading, passage: Passage) -> list[QuantityMention]:
    """The arterial pressures of oxygen that stand a little before a ratio."""
    place = (passage.block, passage.start)
    last = bisect_left(reading.quantities, place, key=lambda each: (each.block, each.start))
    found = []
    for mention in reversed(reading.quantities[:last]):
        if mention.block != passage.block or mention.start < passage.start - _REACH:
            break
        if mention.measure == "po2":
            found.append(mention)
    return found


def _in_mmhg(number: Number, mention: QuantityMention) -> Span:
    span, unit = span_of(number), mention.quantity.unit
    in_kpa = unit.code == "kPa" if unit is not None else number.value < 25
    return Span(span.low * _MMHG_PER_KPA, span.high * _MMHG_PER_KPA) if in_kpa else span


def _share(inspired: Number) -> Span:
    span = span_of(inspired)
    return Span(span.low / 100, span.high / 100) if inspired.value > 1 else span
