"""CW317."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import ClassVar

from casewright.check.evidence.text.passage import Passage, scan
from casewright.check.evidence.values.ordinary import LIVES, in_usual
from casewright.check.evidence.values.ranged import ranged_rows
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import Stretch, found
from casewright.document.mentions.model import QuantityMention
from casewright.document.mentions.names import find_names
from casewright.document.reading import Reading
from casewright.patterns import lazily
from casewright.quantity.analytes import ANALYTES, Analyte
from casewright.quantity.convert import ConversionError, convert_value
from casewright.quantity.model import Quantity, Unit
from casewright.quantity.units import find_unit

_FAR = 4  # times the published upper limit: so far laboratories do not differ
_NEAR = (Fraction(1, 2), Fraction(9, 5))  # times: so near the printed limit is in the other unit
_ALIKE_EVERYWHERE = {  # analytes whose ranges differ little between laboratories and ages
    "sodium", "potassium", "chloride", "calcium", "albumin", "protein_total", "hemoglobin", "hematocrit",
    "leukocytes", "platelets", "mcv", "mch", "mchc", "ph_blood", "magnesium",
}  # fmt: skip
_BELOW, _ABOVE = Fraction(17, 20), Fraction(23, 20)  # times the published limits: newborns, high altitudes
_LATER_LOW = {"crp"}  # high-sensitive, it has a low limit of its own
_ELSEWHERE = lazily(r"CSF|cerebrospinal|urin|fluid|effusion|ascit|dialysate|stool|sweat|saliva", 2)
_CALLED = lazily(r"\b(?:[Ww]ithin|[Ii]n) (?:the |its )?(?:normal|reference) range (?:of |\()\Z")
_HEADING = lazily(
    r"\((?P<unit>[^()\s\d][^()]{0,14})\)\s?\((?P<low>\d+(?:\.\d+)?)\s?[-–]\s?(?P<high>\d+(?:\.\d+)?)(?![\d.]*\d)"
)
_LONGEST = 45  # characters of a name
_FAR_BEFORE = 200  # characters before a row of a flattened table in which another fluid is named
_Limits = tuple[str, Decimal | None, Decimal, Unit, Stretch]


class RangeOfAnotherUnit:
    """A reference range that is the healthy one in another unit than the one printed, or none of its analyte.

    Why it is bad
        Either the range or the unit of the whole row is wrong, and the value with it.

    Example
        C-reactive protein was 49 mg/dL (reference range 0-5).

    Write instead
        C-reactive protein was 49 mg/L (reference range 0-5).

    Source
        ABIM Laboratory Test Reference Ranges; the printed upper limit is more than four times off, and near it in
        another unit of the analyte. Of salts, proteins and blood cells, which all laboratories measure alike: a range
        that ends before the published one begins, or begins behind its end.
    """

    code: ClassVar[str] = "CW317"
    name: ClassVar[str] = "range-of-another-unit"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        for measure, low, high, unit, place in (
            *_in_text(reading),
            *_in_tables(reading),
            *_in_headings(reading),
        ):
            meant = _meant(ANALYTES[measure], high, unit)
            if meant and not _is_spoken_against(place, meant):
                words = f"{low}-{high}" if low is not None else f"up to {high}"
                message = f"the range of {ANALYTES[measure].name}, {words} {unit.symbol}, is that in {meant}"
                yield found(self, reading, place, message, f"is the unit {meant}?")
            elif (
                not meant
                and low is not None
                and (usual := _is_no_range_of(ANALYTES[measure], low, high, unit))
            ):
                message = (
                    f"{low}-{high} {unit.symbol} is no range of {ANALYTES[measure].name}, which is {usual}"
                )
                yield found(self, reading, place, message, "is it the range of another row?")


def _in_text(reading: Reading) -> Iterator[_Limits]:
    for mention in reading.quantities:
        limits = mention.quantity if _is_called_range(reading, mention) else mention.limits
        if limits is None or mention.measure not in ANALYTES or _is_of_fluid(reading, mention):
            continue
        unit = limits.unit or mention.quantity.unit
        high = _upper(limits)
        if unit is not None and high is not None:
            low = limits.numbers[0].value if limits.shape == "range" else None
            yield mention.measure, low, high, unit, mention


def _is_called_range(reading: Reading, mention: QuantityMention) -> bool:
    """Whether the words before two figures call them the healthy range: `within the normal range of 3.5-5.0`."""
    if mention.quantity.shape != "range" or mention.limits is not None:
        return False
    start = max(reading.sentences[mention.sentence].start, mention.start - _FAR_BEFORE)
    return _CALLED.search(reading.blocks[mention.block][1].text, start, mention.start) is not None


def _is_of_fluid(reading: Reading, mention: QuantityMention) -> bool:
    """Whether the words before a value name another fluid than blood."""
    start = max(reading.sentences[mention.sentence].start, mention.start - _FAR_BEFORE)
    return _ELSEWHERE.search(reading.blocks[mention.block][1].text, start, mention.start) is not None


def _in_headings(reading: Reading) -> Iterator[_Limits]:
    """The ranges of rows that were flattened: `Hb (g/dL) (120-180) 148 141`."""
    for passage, match in scan(reading, _HEADING, ") ("):
        begin = max(0, match.start() - _LONGEST)
        names = find_names(match.string[begin : match.start()])
        unit = find_unit(match["unit"])
        if unit is None or not names or match.string[begin + names[-1].end : match.start()].strip():
            continue
        if _ELSEWHERE.search(match.string, max(0, match.start() - _FAR_BEFORE), match.start()) is None:
            place = Passage(
                passage.block, passage.start - match.start() + begin + names[-1].start, passage.end
            )
            yield names[-1].key, Decimal(match["low"]), Decimal(match["high"]), unit, place


def _upper(limits: Quantity) -> Decimal | None:
    if limits.shape == "range" or (limits.shape == "single" and limits.comparison in ("<", "≤")):
        return limits.numbers[-1].value
    return None


def _in_tables(reading: Reading) -> Iterator[_Limits]:
    read = {(mention.block, mention.start) for mention in reading.quantities if mention.limits is not None}
    for row in ranged_rows(reading):
        if row.high is None or row.range_unit is None or row.range_at is None or not row.measure:
            continue
        if any((cell.place.block, cell.place.start) in read for cell in row.cells):
            continue
        if _meant(ANALYTES[row.measure], row.high, row.range_unit) and not _of_fluid(reading, row.range_at):
            yield row.measure, row.low, row.high, row.range_unit, row.label_at


def _of_fluid(reading: Reading, place: Passage) -> bool:
    """Whether the table, or what stands right before it, names another fluid than blood."""
    return any(
        _ELSEWHERE.search(reading.blocks[number][1].text) is not None
        for number in range(max(0, place.block - 1), place.block + 1)
    )


def _meant(analyte: Analyte, high: Decimal, unit: Unit) -> str:
    """The unit in which a printed range is the published one; "" where it is so in its own, or in none."""
    here = _times(analyte, high, unit)
    if here is None or Fraction(1, _FAR) <= here <= _FAR or (here < 1 and analyte.key in _LATER_LOW):
        return ""
    others = [
        (there, other) for other in analyte.units if (there := _times(analyte, high, other)) and other != unit
    ]
    near = [(max(there, 1 / there), other) for there, other in others if _NEAR[0] <= there <= _NEAR[1]]
    return min(near, key=lambda each: each[0])[1].symbol if near else ""


def _is_no_range_of(analyte: Analyte, low: Decimal, high: Decimal, unit: Unit) -> str:
    """The published range of an analyte that all laboratories measure alike, where a printed one lies outside it."""
    if analyte.key not in _ALIKE_EVERYWHERE or high <= low:
        return ""
    lows, highs = [each.low for each in analyte.references], [each.high for each in analyte.references]
    reference = analyte.references[0].unit
    try:
        least, most = (convert_value(Fraction(limit), unit, reference, analyte) for limit in (low, high))
    except ConversionError:
        return ""
    lowest, highest = (Fraction(min(each or 0 for each in lows)), Fraction(max(each or 0 for each in highs)))
    if lowest * _BELOW <= most and least <= highest * _ABOVE:
        return ""
    return f"{float(lowest):g} to {float(highest):g} {reference.symbol}".strip()


def _is_spoken_against(place: Stretch, meant: str) -> bool:
    """Whether the value beside the range is none that patients have in the unit that the range would be in."""
    unit = find_unit(meant)
    if not isinstance(place, QuantityMention) or unit is None or place.quantity.shape != "single":
        return False
    value = Fraction(place.quantity.numbers[0].value)
    return place.measure in LIVES and not in_usual(place.measure, value, unit)


def _times(analyte: Analyte, high: Decimal, unit: Unit) -> Fraction | None:
    """How many times the published upper limit a printed one is."""
    limits: list[Fraction] = []
    for each in analyte.references:
        try:
            limits.append(convert_value(Fraction(each.high or 0), each.unit, unit, analyte))
        except ConversionError:
            return None
    greatest = max(limits, default=Fraction(0))
    return Fraction(high) / greatest if greatest else None
