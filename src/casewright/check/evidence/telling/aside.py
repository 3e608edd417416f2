"""Figures that are no part of the story: of a time before it, of how much a value changed, of what ought to be done."""

from __future__ import annotations

from casewright.check.evidence.telling.statements import Statement
from casewright.check.evidence.text.parts import words_of
from casewright.document.reading import Reading
from casewright.patterns import lazily

_EARLIER = lazily(
    r"\b(?:prior to|previously|years? ago|months? ago|months? earlier|months? before|years? before)\b"
)
_CHANGED_BY = lazily(  # `fell by 5 g/dL`: how much, where the case has the values
    r"\b(?:fell|fallen|dropp\w+|decreas\w+|declin\w+|rose|risen|increas\w+|lower\w*|gain\w*|improv\w+|reduc\w+)"
    r"(?: \w+){0,2} by(?: about| approximately| nearly| almost| some| at least| more than)?\s\Z"
)
_FELT = lazily(r"\b(?:I|[Mm]y)\b(?![./-])")  # what the patient tells, of no day of the case
_ADVICE = lazily(r"\b(?:must|should|ought to|needs? to|is recommended|are recommended|is advisable)\b")


def is_aside(reading: Reading, echo: Statement) -> bool:
    """Whether a figure is told aside, so that no other place need have it."""
    return (
        _looks_back(reading, echo)
        or _is_change(reading, echo)
        or _advises(reading, echo)
        or _is_felt(reading, echo)
    )


def _looks_back(reading: Reading, echo: Statement) -> bool:
    """Whether the words before a figure put it before the time that the report is of."""
    text = reading.blocks[echo.block][1].text
    return (
        _EARLIER.search(text[max(reading.sentences[echo.sentence].start, echo.start - 90) : echo.start])
        is not None
    )


def _is_change(reading: Reading, echo: Statement) -> bool:
    """Whether a figure says by how much a value fell or rose: `the sodium fell by 9 mmol/L`."""
    text = reading.blocks[echo.block][1].text
    return _CHANGED_BY.search(text, max(0, echo.start - 70), echo.start) is not None


def _advises(reading: Reading, echo: Statement) -> bool:
    """Whether a sentence says what is to be done in any such patient: `cultures must be kept for 14 days`."""
    words = words_of(reading, reading.sentences[echo.sentence])
    return not echo.named and _ADVICE.search(words) is not None


def _is_felt(reading: Reading, echo: Statement) -> bool:
    """Whether a time is told by the patient himself: `after only 4 weeks I was able to walk`."""
    return echo.is_time and _FELT.search(words_of(reading, reading.sentences[echo.sentence])) is not None
