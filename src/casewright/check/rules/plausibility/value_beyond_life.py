"""CW301."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import ClassVar

from casewright.check.evidence.people.animals import is_of_an_animal
from casewright.check.evidence.text.around import vocabulary
from casewright.check.evidence.values.ordinary import (
    LIVES,
    in_life,
    in_usual,
    over_life,
    typical_elsewhere,
    usual_units,
)
from casewright.check.evidence.values.ranged import ranged_rows
from casewright.check.evidence.values.rows import Row, rows
from casewright.check.evidence.values.values import printed
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.document.mentions.model import QuantityMention
from casewright.document.reading import Reading
from casewright.patterns import lazily
from casewright.quantity.analytes import ANALYTES, ONE
from casewright.quantity.model import Quantity, Unit

_TEN = lazily(r"\b10\s\Z")  # before a power that lost its superscript and has a space: `14 × 10 3/µL`
_POWERS = {"103", "104", "106", "109", "1012"}  # a unit whose power of ten lost its superscript: `39 109/L`
_ELSEWHERE = lazily(
    r"\b(?:CSF|cerebrospinal|fluid|effusion|ascit\w*|lavage|aspirat\w*|urin\w*|synovial|pleural"
    r"|peritoneal|dialysate"
    r"|(?:adrenal|ovarian|renal|hepatic) vein|petrosal|venous sampling|wash-?out|apheresis|product|concentrates?"
    r"|bags?|milk|puncture|transfus\w*|stool|sputum|semen|ejaculate|injected|infus\w+|CD\d+"
    r"|transplanted|stem cells?|graft)\b",
    re.IGNORECASE,
)
_OF_SERUM = lazily(
    r"\b(?:serum|plasma)\b[^.;]{0,40}\Z", re.IGNORECASE
)  # behind the fluid that was told of last
_THOUSANDS = lazily(r"\d\.\d{3}")  # `2.600 grams`, as half of Europe prints it
_UNIT = lazily(r"[^\d.,\s<>≤≥~-]")
_OF_THINGS = {  # what has a height or a temperature beside the patient
    "height": lazily(
        r"\b(?:tree|wall|building|stairs?|fence|roof|cliff|bridge|ladder|pole|scaffold\w*|window|fell|fall)\b"
    ),
    "temperature": lazily(
        r"\b(?:outside|outdoor|ambient|room|water|air|environmental|storage)\s(?:air\s)?temperature"
        r"|\btemperature\s(?:outside|outdoors|of the (?:room|water|air|environment))"
        r"|\bheat sources?\b|\bheaters?\b|\bheating pads?\b|\bovens?\b|\btemperatures\s(?:in)?sufficient\b"
    ),
}
_BESIDE = 60  # characters on either side in which such a thing is named

_MORE_THAN = lazily(  # `1 °C higher than before`: no value either
    r" (?:higher|lower|more|less|greater|above|below|warmer|cooler|over) (?:than|baseline|normal)\b"
)
_DIFFERENCE = lazily(  # no value, but how far two of them are apart
    r"\b(?:differences?|changes?|delta|Δ|gradient|gap|deficits?|excess|variability|recovery|gain|loss|drop|fall|rise"
    r"|increase|decrease|increment|decline)\b(?:\s(?:in|of)\s[a-z ]{2,30}\s(?:was|is)\b)?"
    r"(?:(?!\b(?:to|at|was|with)\b)[^.;:,()\d])*\Z",
    re.IGNORECASE,
)
_CALLED = {"calcium": "hypercalc", "calcium_corrected": "hypercalc"}
_FAR, _NEAR = 160, 40  # characters before a value in which another fluid is named
_OF_BLOOD = {"hemoglobin", "hematocrit", "inr", "hba1c"}  # measured in no other fluid
_CELLS = {"neutrophils", "lymphocytes", "monocytes", "eosinophils"}
_SAME, _NEARLY = Fraction(5, 4), Fraction(2)  # times: what is told again, and what belongs to one course
_SUM = lazily(
    r"(?:\d\s?\+|±|\b[Ww](?:ee)?ks?,?(?:\sand)?)\s?\Z"
)  # `39 + 0 weeks`, `39 weeks and 0 days`, `± 0.2 °C`
_COUNTS = lazily(r"\bcounts?\s?(?:per|/|a)\s?min")  # of radioactivity, which are cpm too
_OF_AN_ORGAN = {  # what nobody has, and nobody would die of
    "fev1", "fvc", "peak_flow", "mean_gradient", "peak_gradient", "pasp", "mpap", "wedge_pressure", "aortic_valve_area",
    "mitral_valve_area", "aortic_velocity", "tapse", "urine_specific_gravity", "height", "cardiac_output",
    "axial_length", "corneal_thickness", "dlco",
    "lv_end_diastolic_diameter", "left_atrial_diameter", "creatinine_clearance", "pr_interval", "qrs_duration",
}  # fmt: skip
_PURE = {"ph_blood", "inr", "urine_specific_gravity"}  # measures without a unit


_SALTS = {
    "sodium",
    "potassium",
    "chloride",
    "bicarbonate",
    "calcium",
    "magnesium",
    "phosphate",
    "glucose",
    "lactate",
}
_Beyond = tuple[
    QuantityMention, tuple[Unit, ...], Severity
]  # a value, the units in which it is usual, how sure


class ValueBeyondLife:
    """A value that no patient has in the printed unit, most often one that is ordinary in another.

    Why it is bad
        A hemoglobin of 9.3 g/L is not compatible with life; 9.3 g/dL is a mild anemia. The reader has to guess.

    Example
        Hemoglobin was 9.3 g/L.

    Write instead
        Hemoglobin was 9.3 g/dL.

    Source
        Limits of casewright's own, not verified, set wide of what is printed for living patients
        (`casewright.check.evidence.values.ordinary`). Ordinary in another unit: an error; in no unit: a warning.
    """

    code: ClassVar[str] = "CW301"
    name: ClassVar[str] = "value-beyond-life"
    severity: ClassVar[Severity] = "error"

    def check(self, reading: Reading) -> Iterator[Finding]:
        """One finding for each analyte and unit: a unit copied wrong is wrong in all of its places."""
        groups: dict[tuple[str, Unit], list[_Beyond]] = {}
        limits = {id(mention.limits) for mention in reading.quantities if mention.limits is not None}
        for mention in reading.quantities:
            measure = "systolic_pressure" if mention.measure == "blood_pressure" else mention.measure
            unit = mention.quantity.unit or (ONE if mention.measure in _PURE else None)
            if measure not in LIVES or unit is None or id(mention.quantity) in limits:
                continue
            values = _values(mention)
            if not values:
                continue
            impossible = all(in_life(measure, value, unit) is False for value in values)
            units = (usual_units if impossible else typical_elsewhere)(measure, values[0], unit)
            if not (impossible or units) or _has_unit_of_limits(mention):
                continue
            if not impossible and _is_in_its_unit(mention, measure, unit):
                continue
            if not impossible and measure in _CALLED and _is_called(reading, _CALLED[measure]):
                continue
            if not _misread(reading, mention) and not _is_borne_out(reading, mention, measure, units):
                severity: Severity = "error" if impossible and units else "warning"
                groups.setdefault((mention.measure, unit), []).append((mention, units, severity))
        foreign = _foreign_sentences(groups)
        if groups and is_of_an_animal(reading):
            return  # other species have other limits
        for found_here in groups.values():
            own = [each for each in found_here if each[0].sentence not in foreign]
            if own:
                yield self._beyond(reading, *own[0], [mention for mention, _, _ in own[1:]])
        yield from self._in_tables(reading)

    def _in_tables(self, reading: Reading) -> Iterator[Finding]:
        """A finding for each row whose values are all beyond life in the unit of the row, or one of which is."""
        read = {(mention.block, mention.start) for mention in reading.quantities if mention.measure}
        for row in (*rows(reading), *_in_unit_of_range(reading)):
            values = [(value, place) for value, place in row.values if (place.block, place.start) not in read]
            if not values or row.unit is None or not row.measure:
                continue
            beyond = [each for each in values if in_life(row.measure, Fraction(each[0]), row.unit) is False]
            if not beyond or 1 < len(beyond) < len(values):
                continue
            values = beyond
            units = usual_units(row.measure, Fraction(values[0][0]), row.unit)
            subject = f"`{ANALYTES[row.measure].name}` of {values[0][0]} {row.unit.symbol}"
            hint = f"is the unit {' or '.join(unit.symbol for unit in units)}?" if units else "check the unit"
            severity: Severity = "error" if units else "warning"
            places = [place for _, place in values]
            message = f"{subject} is beyond what patients have"
            yield found(self, reading, places[0], message, hint, places[1:], severity)

    def _beyond(
        self,
        reading: Reading,
        mention: QuantityMention,
        units: tuple[Unit, ...],
        severity: Severity,
        again: list[QuantityMention],
    ) -> Finding:
        subject = f"`{ANALYTES[mention.measure].name}` of {printed(mention)}"
        if units:
            others = " or ".join(unit.symbol for unit in units)
            message = f"{subject} is beyond what patients have"
            return found(self, reading, mention, message, f"is the unit {others}?", again, severity)
        fatal = mention.measure not in _OF_AN_ORGAN
        message = f"{subject} is {'not compatible with life' if fatal else 'beyond what patients have'}"
        return found(self, reading, mention, message, "check the value and its unit", again, severity)


def _in_unit_of_range(reading: Reading) -> Iterator[Row]:
    """The rows whose one unit stands behind their range: the values are in it. A count is printed as it likes."""
    for row in ranged_rows(reading):
        unit = row.range_unit
        if (
            row.unit is None
            and unit is not None
            and row.measure in LIVES
            and unit.dimension != "count/volume"
        ):
            yield Row(row.measure, unit, [(cell.number, cell.place) for cell in row.cells])


def _foreign_sentences(groups: dict[tuple[str, Unit], list[_Beyond]]) -> set[int]:
    """The sentences in which several salts are beyond life, one in whatever unit: they tell of a made-up fluid."""
    salts: dict[int, dict[str, tuple[Unit, ...]]] = {}
    for (measure, _), beyond in groups.items():
        for mention, units, _ in beyond if measure in _SALTS else ():
            salts.setdefault(mention.sentence, {})[measure] = units
    return {sentence for sentence, units in salts.items() if len(units) > 1 and not all(units.values())}


def _is_in_its_unit(mention: QuantityMention, measure: str, unit: Unit) -> bool:
    """Whether the range beside an unusual value is a usual one in the same unit, which so is no slip."""
    limits = mention.limits
    return limits is not None and limits.unit == unit and in_usual(measure, _last(limits), unit)


def _last(limits: Quantity) -> Fraction:
    return Fraction(limits.numbers[-1].value)


def _is_called(reading: Reading, name: str) -> bool:
    """Whether the report names the state that an unusual value is of."""
    return any(word.startswith(name) for word in reading.once(vocabulary))


def _has_unit_of_limits(mention: QuantityMention) -> bool:
    """Whether its unit is printed behind its range alone, and may be that of the range only.

    A count is told in both ways, `12,500 (4-10 × 10⁹/L)`; a range that is no healthy one is judged by itself.
    """
    unit, limits = mention.quantity.unit, mention.limits
    if unit is None or limits is None or mention.measure in _PURE or _UNIT.search(mention.text):
        return False
    return unit.dimension == "count/volume" or not in_usual(mention.measure, _last(limits), unit)


def _values(mention: QuantityMention) -> list[Fraction]:
    """The values to judge: of a pressure the systolic; none of what is only bounded."""
    quantity = mention.quantity
    if quantity.comparison not in ("", "~") and not mention.text.lower().startswith("up to"):
        return _bound(mention)
    if mention.measure == "blood_pressure":
        return [Fraction(quantity.numbers[0].value)] if quantity.shape == "pair" else []
    return (
        [Fraction(number.value) for number in quantity.numbers]
        if quantity.shape in ("single", "range")
        else []
    )


def _bound(mention: QuantityMention) -> list[Fraction]:
    """The bound of `< 0.8 mol/L`, where it is itself more than patients have: no laboratory counts so far."""
    quantity, unit = mention.quantity, mention.quantity.unit
    bound = Fraction(quantity.numbers[0].value)
    if quantity.shape != "single" or unit is None or mention.measure not in LIVES:
        return []
    return [bound] if over_life(mention.measure, bound, unit) else []


def _is_borne_out(reading: Reading, mention: QuantityMention, measure: str, units: tuple[Unit, ...]) -> bool:
    """Whether the report itself bears a strange value out: by another like it, or by a whole that is told beside it.

    The unit is right where no other makes the value usual, or where a usual value or reference range is printed in it;
    the figure where another as strange stands elsewhere that is like it.
    """
    values, unit = _values(mention), mention.quantity.unit
    alike = [
        each
        for each in reading.quantities
        if each.quantity.unit == unit and each is not mention and each.subject == "patient"
    ]
    if measure in _CELLS and unit is not None:
        wholes = [
            each for each in alike if each.measure == "leukocytes" and each.sentence == mention.sentence
        ]
        if any(in_usual("leukocytes", _first(each), unit) and max(values) <= _first(each) for each in wholes):
            return True
    own = [each for each in alike if each.measure == mention.measure]
    if unit is None or not own:
        return False
    ranges = [each.limits for each in (mention, *own) if each.limits is not None]
    known = [_first(each) for each in own] + [
        Fraction(limits.numbers[-1].value) for limits in ranges if limits.unit in (None, unit)
    ]
    analyte = ANALYTES.get(measure)
    unusual = analyte is None or unit not in analyte.units
    if (units or unusual) and not any(in_usual(measure, one, unit) for one in known):
        return False
    return any(
        _is_like(value, _first(each), _SAME)
        or (not in_usual(measure, _first(each), unit) and _is_like(value, _first(each), _NEARLY))
        for each in own
        for value in values
        if _first(each) != value  # a figure is copied with its slip; another like it was measured
    )


def _first(mention: QuantityMention) -> Fraction:
    return Fraction(mention.quantity.numbers[0].value)


def _is_like(one: Fraction, other: Fraction, times: Fraction) -> bool:
    """Whether neither of two values is more than so many times the other."""
    return one <= other * times and other <= one * times


def _misread(reading: Reading, mention: QuantityMention) -> bool:
    """Whether a figure is a unit printed without its superscript, or of another fluid than blood."""
    unit = mention.quantity.unit
    if unit is not None and unit.dimension == "count/volume" and mention.quantity.numbers[0].text in _POWERS:
        return True
    text = reading.blocks[mention.block][1].text
    if (
        unit is not None
        and unit.dimension == "count/volume"
        and _TEN.search(text, max(0, mention.start - 4), mention.start)
    ):
        return True
    if _DIFFERENCE.search(text, max(0, mention.start - _BESIDE), mention.start):
        return True
    if _MORE_THAN.match(text, mention.end):
        return True
    if text[mention.end : mention.end + 1] == ">":  # a variant of a gene: `665 C>T`
        return True
    if _SUM.search(text, max(0, mention.start - 12), mention.start):
        return True
    if mention.text.endswith("cpm") and _COUNTS.search(text):
        return True
    if mention.measure == "calcium" and unit is not None and unit.code == "mmol/L":
        # of a blood gas, where ionized calcium is named calcium alone
        return in_life("calcium_ionized", _first(mention), unit) is True
    thing = _OF_THINGS.get(mention.measure)
    if thing and thing.search(text, max(0, mention.start - _BESIDE), mention.end + _BESIDE):
        return True
    if mention.measure == "birth_weight" and _THOUSANDS.fullmatch(mention.quantity.numbers[0].text):
        return True
    if "owel sounds" in text[max(0, mention.start - 45) : mention.start]:
        return True
    if mention.measure.startswith(("urine_", "csf_")):
        return False
    if mention.measure == "cd4":  # whose name stands among what is no blood
        return False
    reach = _NEAR if mention.measure in _OF_BLOOD else _FAR
    begin = max(reading.sentences[mention.sentence].start, mention.start - reach)
    fluid = _ELSEWHERE.search(text, begin, mention.start)
    return fluid is not None and _OF_SERUM.search(text, fluid.end(), mention.start) is None
