"""Values told as so many times their upper limit: `420 U/L, ten times the upper limit of normal (42 U/L)`."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from casewright.check.evidence.text.passage import Passage, scan_around
from casewright.check.evidence.values.values import single
from casewright.document.mentions.model import QuantityMention
from casewright.document.reading import Reading
from casewright.patterns import lazily
from casewright.quantity.analytes import ANALYTES
from casewright.quantity.convert import ConversionError, convert_value
from casewright.quantity.number import number_from_words

_SPELLED = (
    "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty"
    "|ninety"
)
_TOLD = lazily(
    rf"\b(?P<how>(?:more than|over|at least|nearly|almost|about|approximately)\s)?"
    rf"(?:(?P<n>\d{{1,4}}(?:\.\d)?|(?i:{_SPELLED}))"
    r"(?:[- ]?fold|[- ]times|\s?[×x])|(?P<twice>twice|double|thrice))"
    r"\s(?:(?:higher|greater|more) than |above |over |as high as )?(?:the )?"
    r"(?:upper (?:reference |normal )?limit(?: of (?:the )?(?:normal|reference)(?: range)?)?|ULN"
    r"|cut-?off(?: value| level)?)"
    r"(?:,?\s\(?(?:of |which (?:is|was) |: )?(?P<limit>\d{1,4}(?:\.\d{1,3})?)(?!\d|[-–])[^;.]{0,1})?"
)
_ONCE = {"twice": "2", "double": "2", "thrice": "3"}
_GAP = lazily(r"[^.;\d]{0,45}")
_RANGE_BETWEEN = lazily(r"\s?[(\[][^()\[\]]{1,45}[)\]]")
_NEAR = (Fraction(70, 100), Fraction(145, 100))  # of the multiple told: such figures are round
_FAR = (Fraction(30, 100), Fraction(3))  # where the limit is not printed, since laboratories differ
_SURPASSED = Fraction(90, 100)


class Multiple(NamedTuple):
    """A multiple of the upper limit where it is told, its value, and how many times the limit that is."""

    at: Passage
    value: QuantityMention
    told: str
    times: Fraction


def false_multiples(reading: Reading) -> Iterator[Multiple]:
    """The multiples that the value before them is not."""
    for passage, match in scan_around(
        reading, _TOLD, 45, 70, "upper limit", "upper reference", "upper normal", "uln", "cut-off", "cutoff"
    ):
        value, told = _value_before(reading, passage), _number(match["n"] or _ONCE[match["twice"]])
        if value is None or told is None or (limit := _limit(value, match["limit"])) is None:
            continue
        bound, known = limit
        times = Fraction(value.quantity.numbers[0].value) / bound
        low, high = _NEAR if known else _FAR
        if (match["how"] or "").startswith(("more", "over", "at least")):
            low, high = (_SURPASSED if known else low), Fraction(10**6)
        if not told * low <= times <= told * high:
            yield Multiple(passage, value, match["n"] or match["twice"], times)


def _value_before(reading: Reading, passage: Passage) -> QuantityMention | None:
    """The patient's value that stands right before a multiple, in its sentence."""
    text = reading.blocks[passage.block][1].text
    for mention in reversed(reading.quantities):
        if mention.block != passage.block or mention.end > passage.start or mention.subject == "general":
            continue
        between = _RANGE_BETWEEN.sub("", text[mention.end : passage.start]).replace("i.e.", "")
        plain = mention.measure in ANALYTES and single(mention) is not None and mention.subject == "patient"
        return mention if plain and _GAP.fullmatch(between) else None
    return None


def _limit(value: QuantityMention, printed: str | None) -> tuple[Fraction, bool] | None:
    """The upper limit of a value in its unit, and whether it is printed; None where it is not known."""
    if printed:
        return Fraction(printed), True
    limits = value.limits
    if (
        limits is not None
        and limits.unit in (None, value.quantity.unit)
        and limits.comparison not in (">", "≥")
    ):
        bound = Fraction(limits.numbers[-1].value)
        return (bound, True) if bound else None
    analyte, unit = ANALYTES[value.measure], value.quantity.unit
    highs = [(each.high, each.unit) for each in analyte.references if each.high is not None]
    if not highs or unit is None:
        return None
    try:
        return max(convert_value(Fraction(high), source, unit, analyte) for high, source in highs), False
    except ConversionError:
        return None


def _number(text: str) -> Fraction | None:
    if text[0].isdigit():
        return Fraction(Decimal(text))
    number = number_from_words(text.lower())
    return Fraction(number.value) if number is not None else None
