"""CW240."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import log10
from typing import ClassVar, NamedTuple

from casewright.check.evidence.values.ordinary import beyond_life
from casewright.check.evidence.values.values import Span, printed, single, span_of, together
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.document.mentions.model import QuantityMention
from casewright.document.reading import Reading
from casewright.patterns import lazily
from casewright.quantity.analytes import ANALYTES
from casewright.quantity.convert import ConversionError
from casewright.quantity.units import find_unit


class _Index(NamedTuple):
    """`name` is `factor` times `over` through `under`, each in its unit, give or take `slack` of itself."""

    name: str
    over: str
    under: str
    units: tuple[str, str, str]
    factor: int
    slack: Fraction


_INDICES = (
    _Index("transferrin_saturation", "iron", "tibc", ("%", "µg/dL", "µg/dL"), 100, Fraction(3, 100)),
    _Index("mcv", "hematocrit", "erythrocytes", ("fL", "%", "10^12/L"), 10, Fraction(4, 100)),
    _Index("mch", "hemoglobin", "erythrocytes", ("pg", "g/dL", "10^12/L"), 10, Fraction(4, 100)),
    _Index("fev1_fvc", "fev1", "fvc", ("%", "L", "L"), 100, Fraction(6, 100)),
    _Index("mchc", "hemoglobin", "hematocrit", ("g/dL", "g/dL", "%"), 100, Fraction(4, 100)),
)
_GASES = ("ph_blood", "pco2", "bicarbonate")
_OSMOLES = ("sodium", "glucose", "urea_nitrogen")
_CALCULATED = lazily(r"\bcalculated (?:serum |plasma )?osmol[a-z]+\b[^.;\d]*\Z")
_OSMOLAR = 0.08  # of itself: the many formulas for it differ by less
_ROUNDED = Fraction(2, 10)  # mg/dL
_APART = 0.1  # of pH: bicarbonate may be measured, or reckoned with another constant
_WIDEST = Span(
    Fraction(22), Fraction(44)
)  # g/dL: the hemoglobin of red cells that are packed with more is solid


class IndexNotOfValues:
    """A red cell index, a saturation, an osmolality or a pH that the two values it is reckoned from do not give.

    Why it is bad
        One of the three figures is wrong, and anaemia is sorted by them.

    Example
        Iron was 174 µg/dL, total iron-binding capacity 256 µg/dL and transferrin saturation 48%.

    Write instead
        Iron was 174 µg/dL, total iron-binding capacity 256 µg/dL and transferrin saturation 68%.

    Source
        The definitions: MCV is hematocrit over red cells, MCH hemoglobin over red cells, MCHC hemoglobin over
        hematocrit, saturation iron over binding capacity. All figures are held to their rounding, and a twenty-fifth is
        allowed, since analysers measure the volume directly. Without the MCHC, hemoglobin over hematocrit may be 22 to
        44 g/dL. Osmolality is twice sodium plus glucose plus urea in mmol/L (Dorwart and Chalmers, Clin Chem 1975; 21:
        190), give or take 8%. Calcium is corrected as by Payne (Br Med J 1973; 4: 643), or by 1 mg/dL instead of 0.8.
        The pH of a blood gas is held to Henderson and Hasselbalch, 6.1 + log(bicarbonate/0.0307 pCO2), within 0.1.
    """

    code: ClassVar[str] = "CW240"
    name: ClassVar[str] = "index-not-of-values"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        measures = {
            *_GASES,
            "calcium",
            "albumin",
            "calcium_corrected",
            *_OSMOLES,
            "osmolality",
            *(measure for each in _INDICES for measure in _names(each)),
        }
        for group in (*together(reading, measures), *_tabled(reading, measures)):
            for index in _INDICES:
                if {index.name, index.over, index.under} <= set(group):
                    yield from self._held(reading, index, group)
            if {"calcium", "albumin", "calcium_corrected"} <= set(group):
                yield from self._corrected(
                    reading, group["calcium"], group["albumin"], group["calcium_corrected"]
                )
            if {*_OSMOLES, "osmolality"} <= set(group):
                yield from self._osmoles(reading, group)
            if set(_GASES) <= set(group):
                yield from self._gases(reading, *(group[measure] for measure in _GASES))
            if {"hemoglobin", "hematocrit"} <= set(group) and "mchc" not in group:
                yield from self._packed(reading, group["hemoglobin"], group["hematocrit"])

    def _held(self, reading: Reading, index: _Index, group: dict[str, QuantityMention]) -> Iterator[Finding]:
        spans = [_in(group[measure], unit) for measure, unit in zip(_names(index), index.units, strict=True)]
        whole, over, under = spans
        if whole is None or over is None or under is None or under.low <= 0:
            return
        expected = over.over(under)
        expected = Span(expected.low * index.factor, expected.high * index.factor).widened(index.slack)
        if not expected.meets(whole):
            middle = float(expected.low + expected.high) / 2
            whole_text, one, other = (printed(group[measure]) for measure in _names(index))
            name = ANALYTES[index.name].name
            message = f"{one} over {other} gives {name} of {middle:.3g}, not {whole_text}"
            against = [group[index.over], group[index.under]]
            yield found(self, reading, group[index.name], message, "correct one of the three", against)

    def _gases(
        self, reading: Reading, acidity: QuantityMention, gas: QuantityMention, base: QuantityMention
    ) -> Iterator[Finding]:
        """The pH of a blood gas against its carbon dioxide and bicarbonate."""
        pressure, bicarbonate, printed_ph = _in(gas, "mm[Hg]"), _in(base, "mmol/L"), single(acidity)
        if pressure is None or bicarbonate is None or printed_ph is None:
            return
        if pressure.low <= 0 or bicarbonate.low <= 0 or beyond_life(gas) or beyond_life(base):
            return  # what nobody has is said of that value alone
        low, high = (
            6.1 + log10(float(part) / (0.0307 * float(whole)))
            for part, whole in ((bicarbonate.low, pressure.high), (bicarbonate.high, pressure.low))
        )
        if not low - _APART <= float(printed_ph.value) <= high + _APART:
            message = f"{printed(gas)} and {printed(base)} give a pH of {(low + high) / 2:.2f}, not {printed_ph.text}"
            yield found(self, reading, acidity, message, "correct one of the three", [gas, base])

    def _corrected(
        self, reading: Reading, calcium: QuantityMention, albumin: QuantityMention, corrected: QuantityMention
    ) -> Iterator[Finding]:
        """A calcium corrected for albumin: 0.8 to 1 mg/dL for each g/dL that albumin is below 4 to 4.4 g/dL."""
        total, protein, given = _in(calcium, "mg/dL"), _in(albumin, "g/dL"), _in(corrected, "mg/dL")
        if total is None or protein is None or given is None:
            return
        changes = [
            (base - each) * factor
            for base in (Fraction(4), Fraction(44, 10))
            for each in (protein.low, protein.high)
            for factor in (Fraction(8, 10), Fraction(1))
        ]
        expected = Span(total.low + min(changes), total.high + max(changes))
        if not Span(expected.low - _ROUNDED, expected.high + _ROUNDED).meets(given):
            values = f"{printed(calcium)} at an albumin of {printed(albumin)}"
            message = f"{values} is corrected to another value than {printed(corrected)}"
            yield found(self, reading, corrected, message, "correct one of the three", [calcium, albumin])

    def _osmoles(self, reading: Reading, group: dict[str, QuantityMention]) -> Iterator[Finding]:
        """A calculated osmolality that sodium, glucose and urea do not give."""
        given = group["osmolality"]
        text = reading.blocks[given.block][1].text
        spans = [_in(group[each], "mmol/L") for each in _OSMOLES]
        number = single(given)
        if number is None or not _CALCULATED.search(text, max(0, given.start - 60), given.start):
            return
        if any(span is None for span in spans):
            return
        salt, sugar, urea = (float(span.low + span.high) / 2 for span in spans if span is not None)
        osmoles = 2 * salt + sugar + urea
        if abs(float(number.value) - osmoles) > _OSMOLAR * osmoles:
            message = f"sodium, glucose and urea give {osmoles:.0f} mosm/kg, not {printed(given)}"
            against = [group[each] for each in _OSMOLES]
            yield found(self, reading, given, message, "correct one of the four", against)

    def _packed(
        self, reading: Reading, hemoglobin: QuantityMention, hematocrit: QuantityMention
    ) -> Iterator[Finding]:
        """Hemoglobin and hematocrit that no red cells can have together."""
        one, other = _in(hemoglobin, "g/dL"), _in(hematocrit, "%")
        if one is None or other is None or other.low <= 1 or beyond_life(hemoglobin):
            return  # what nobody has is said of the hemoglobin alone
        packed = one.over(other)
        if not Span(packed.low * 100, packed.high * 100).meets(_WIDEST):
            message = f"a hemoglobin of {printed(hemoglobin)} does not go with a hematocrit of {printed(hematocrit)}"
            yield found(self, reading, hemoglobin, message, "correct one of the two", [hematocrit])


def _tabled(reading: Reading, measures: set[str]) -> Iterator[dict[str, QuantityMention]]:
    """The values of each table that prints them once each, for a table of one column is one sample."""
    tables = {number for number, (_, block) in enumerate(reading.blocks) if block.kind == "table"}
    columns: dict[int, dict[str, list[QuantityMention]]] = {}
    for mention in reading.quantities if tables else ():
        if mention.block in tables and mention.measure in measures and single(mention) is not None:
            columns.setdefault(mention.block, {}).setdefault(mention.measure, []).append(mention)
    for column in columns.values():
        if len(column) > 1 and all(len(values) == 1 for values in column.values()):
            yield {measure: values[0] for measure, values in column.items()}


def _names(index: _Index) -> tuple[str, str, str]:
    return index.name, index.over, index.under


def _in(mention: QuantityMention, unit: str) -> Span | None:
    """A value in a unit; None where it has none or another kind of unit."""
    number, target = single(mention), find_unit(unit)
    source = mention.quantity.unit
    if number is None or source is None or target is None:
        return None
    try:
        return span_of(number, source, target, mention.measure)
    except ConversionError:
        return None
