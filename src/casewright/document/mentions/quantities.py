"""All measured values of a reading."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from casewright.document.mentions.dosed import dose_sense
from casewright.document.mentions.extents import length_sense
from casewright.document.mentions.figures import NUMBER_WORDS, Figure, find_figures
from casewright.document.mentions.fitting import fitting
from casewright.document.mentions.fluids import of_fluid
from casewright.document.mentions.limits import Measured
from casewright.document.mentions.measures import measure_figures
from casewright.document.mentions.model import QuantityMention, Subject
from casewright.document.mentions.names import find_names
from casewright.document.mentions.stretch import Stretch
from casewright.document.mentions.timespans import Sense, time_sense
from casewright.document.mentions.wordset import words
from casewright.patterns import lazily
from casewright.quantity.model import Quantity

if TYPE_CHECKING:
    from casewright.document.reading import Reading

_AIMS = words(
    "target targets targeted goal goals aim aimed aiming threshold cut cutoff criteria criterion defined if normal"
    " reference upper"
)
_AIMED = lazily(
    r"\b(?:targets?|targeted|goals?|aim(?:ed|ing)?|threshold|cut-?off|criteria|criterion"
    r"|defined as|if the|normal (?:range|value|level)s?|reference (?:range|value)s?|upper limit)\b[^.;()\[\]\d]*\Z"
)
_REACHED = lazily(
    r"\b(?:in|within|above|below|over|under|beyond|exceeding|outside) (?:the |its )?(?:normal|reference) range,?"
    r" (?:at|with)\b[^.;()\[\]\d]*\Z"
)  # a value, and no range
_WARM = lazily(r"temperature|fever|febrile|pyrexi|\bT\b|hypothermi|hypertherm", re.IGNORECASE)
_COOKED = lazily(r"incubat|stored|heated|water|oven|cultur|freez|ambient|growth|grow|room temp|warmed|cooled")
_OTHER_PRESSURE = lazily(r"pulmonary|ventric|\b(?:PA|LV|RV)\b|wedge|gradient|atri", re.IGNORECASE)
_OF_WATER = ("mm[H2O]", "cm[H2O]")
_TAPPED = lazily(r"lumbar puncture|spinal tap|cerebrospinal|\bCSF\b|\bLP\b", re.IGNORECASE)
_PRESSURE_WAS = lazily(
    r"\b(?:the|its|opening|initial|fluid|CSF)\spressure\b(?![^.;]*(?:valve|venous|airway|closing))[^.;\d]*\Z"
)
_OTHER_BEATS = lazily(r"bowel|f(?:o)?etal|pac(?:ed|ing|emaker)|donor", re.IGNORECASE)
_OTHER_INDEX = lazily(r"skelet|muscle|\blean\b|\bfat\b|appendicular", re.IGNORECASE)
_POWERS = words("103 104 106 109 1012")  # of ten, their superscript lost
_TIMES = lazily(r"[×x]\s?\Z")
_BREATHS = 200  # per minute: more nobody takes
_BY_UNIT = {
    "{beats}/min": "pulse", "{breaths}/min": "respiratory_rate", "kg/m2": "bmi", "mm/h": "esr", "{SUV}": "suv",
}  # fmt: skip


def find_quantities(reading: Reading) -> tuple[QuantityMention, ...]:
    """Every measured value, in reading order: those with a unit, and those without whose measure has none."""
    return tuple(
        mention
        for stretch in reading.stretches
        if stretch.has_digits or not stretch.words.isdisjoint(NUMBER_WORDS)
        for mention in _in_stretch(stretch)
    )


def _in_stretch(stretch: Stretch) -> Iterator[QuantityMention]:
    text = stretch.text
    figures = list(find_figures(text, spelled=not stretch.words.isdisjoint(NUMBER_WORDS)))
    if not figures:
        return
    names = stretch.names
    if not names and all(figure.quantity.unit is None for figure in figures):
        return
    for measured in measure_figures(text, figures, names):
        if _is_of_a_unit(text, measured.figure):
            continue
        if measured.measure or measured.limits is not None or _counts(measured.figure.quantity):
            yield _mention(stretch, measured)


def _is_of_a_unit(text: str, figure: Figure) -> bool:
    """Whether a figure is the power of ten in the unit of a row: `Red blood cells (×1012/L)`."""
    unit, numbers = figure.quantity.unit, figure.quantity.numbers
    if unit is None or unit.dimension != "count/volume" or numbers[0].text not in _POWERS:
        return False
    return _TIMES.search(text, max(0, figure.start - 3), figure.start) is not None


def _counts(quantity: Quantity) -> bool:
    """Whether a figure without a measure is a measured value: one with a unit; a single percentage is a share."""
    return quantity.unit is not None and not (quantity.unit.code == "%" and quantity.shape == "single")


def _sense(text: str, measured: Measured) -> Sense:
    """The measure of a figure: that of its name, or what the words make of its unit."""
    unit = measured.figure.quantity.unit
    if measured.measure or unit is None or measured.is_limit:
        return Sense(measured.measure)
    if unit.dimension == "time":
        return time_sense(text, measured.figure)
    if unit.dimension in ("length", "area", "volume"):
        return length_sense(text, measured.figure)
    if unit.dimension == "temperature":
        if "\t" in text[measured.figure.start : measured.figure.end]:
            return Sense("")  # the next column of a table has the sex: `45 | F`
        return Sense("temperature" if _WARM.search(text) and not _COOKED.search(text) else "")
    if unit.code in _BY_UNIT:
        before = text[max(0, measured.figure.start - 50) : measured.figure.start]
        if unit.code == "{beats}/min" and _OTHER_BEATS.search(before):
            return Sense("")
        if unit.code == "{breaths}/min" and measured.figure.quantity.numbers[0].value > _BREATHS:
            return Sense("")  # of a pump or a drill: rpm are turns as well
        if unit.code == "kg/m2" and _OTHER_INDEX.search(before):
            return Sense("")
        return Sense(_BY_UNIT[unit.code])
    if unit.code == "mm[Hg]" and measured.figure.quantity.shape == "pair":
        before = text[max(0, measured.figure.start - 50) : measured.figure.start]
        return Sense("" if _OTHER_PRESSURE.search(before) else "blood_pressure")
    if unit.code in _OF_WATER:
        tapped = _TAPPED.search(text) and _PRESSURE_WAS.search(text, 0, measured.figure.start)
        return Sense("csf_pressure" if tapped else "")
    if unit.dimension == "count/volume":
        return Sense(_of_cells(text, measured.figure))
    return dose_sense(text, measured.figure)


def _of_cells(text: str, figure: Figure) -> str:
    """The cells that are named in the unit: `2,500 eosinophils/µL`."""
    named = find_names(text[figure.start : figure.end])
    if len(named) != 1:
        return ""
    key = fitting(named[0].key, figure.quantity)
    return key and of_fluid(text, figure.start, figure.end, key)


def _mention(stretch: Stretch, measured: Measured) -> QuantityMention:
    figure = measured.figure
    sense = _sense(stretch.text, measured)
    sentence = stretch.sentence
    return QuantityMention(
        block=sentence.block,
        start=stretch.offset + figure.start,
        end=stretch.offset + figure.end,
        sentence=sentence.index,
        text=stretch.text[figure.start : figure.end],
        role=stretch.section.role,
        subject=_whose(stretch, measured, sense),
        quantity=figure.quantity,
        measure=sense.measure,
        of=sense.of,
        time=_time(stretch, measured, sense),
        limits=measured.limits,
    )


def _whose(stretch: Stretch, measured: Measured, sense: Sense) -> Subject:
    if measured.is_limit or _is_aimed(stretch, measured.figure):
        return "general"
    aged = sense.measure == "age"
    whose = stretch.whose.at(measured.figure.start, measured.figure.end, aged=aged)
    quantity = measured.figure.quantity
    if whose == "patient" and aged and quantity.shape == "range":
        return "study"
    if (
        whose == "patient"
        and quantity.comparison in ("<", ">", "≤", "≥")
        and stretch.section.role == "discussion"
    ):
        return "general"
    return whose


def _is_aimed(stretch: Stretch, figure: Figure) -> bool:
    """Whether the words before a figure make it a goal or a limit, which nobody was measured to have."""
    if stretch.words.isdisjoint(_AIMS):
        return False
    begin, end = max(0, figure.start - 45), figure.start
    return _AIMED.search(stretch.text, begin, end) is not None and not _REACHED.search(
        stretch.text, begin, end
    )


def _time(stretch: Stretch, measured: Measured, sense: Sense) -> str:
    """When: of a change, whether before or after it; a length of time has no moment of its own."""
    unit = measured.figure.quantity.unit
    if unit is not None and unit.dimension == "time" and sense.measure != "age":
        return ""
    moment = stretch.moments.at(measured.figure.start, measured.figure.end)
    if measured.step and moment in ("", "later"):
        return "earlier" if measured.step == "before" else "later"
    return moment
