"""All measured values of a reading."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from casewright.document.mentions.figures import find_figures
from casewright.document.mentions.measures import Measured, measure_figures
from casewright.document.mentions.model import QuantityMention
from casewright.document.mentions.names import find_names
from casewright.document.mentions.stretch import Stretch, stretches

if TYPE_CHECKING:
    from casewright.document.reading import Reading

_DIGIT = re.compile(r"\d")


def find_quantities(reading: Reading) -> tuple[QuantityMention, ...]:
    """Every measured value, in reading order: those with a unit, and those without whose measure has none."""
    return tuple(mention for stretch in stretches(reading) for mention in _in_stretch(stretch))


def _in_stretch(stretch: Stretch) -> Iterator[QuantityMention]:
    text = stretch.text
    if not _DIGIT.search(text):
        return
    figures = list(find_figures(text))
    for measured in measure_figures(text, figures, find_names(text)):
        if measured.figure.quantity.unit is not None or measured.measure:
            yield _mention(stretch, measured)


def _mention(stretch: Stretch, measured: Measured) -> QuantityMention:
    figure = measured.figure
    sentence = stretch.sentence
    return QuantityMention(
        block=sentence.block,
        start=stretch.offset + figure.start,
        end=stretch.offset + figure.end,
        sentence=sentence.index,
        text=stretch.text[figure.start : figure.end],
        role=stretch.section.role,
        subject="general" if measured.is_limit else "patient",
        quantity=figure.quantity,
        measure=measured.measure,
        time=measured.step,
        limits=measured.limits,
    )
