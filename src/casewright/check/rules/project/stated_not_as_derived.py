"""CW803."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from casewright.case.derived import disagreements
from casewright.case.model import Case
from casewright.check.finding import Finding, Severity, Spot
from casewright.check.spotting import Span, found, missing
from casewright.document.reading import Reading


class StatedNotAsDerived:
    """A fact is stated as one value, and computed from its sources as another.

    Why it is bad
        One of the numbers is wrong, and every section repeats it.

    Example
        Neutrophils 6430 /μL, stated beside 95.3% of 6800 /μL, which is 6480 /μL.

    Write instead
        Correct the number that is wrong. Where the fact stands as published, acknowledge the finding.

    Source
        By arithmetic; rounding of the stated value and of its sources is honoured.
    """

    code: ClassVar[str] = "CW803"
    name: ClassVar[str] = "stated-not-as-derived"
    severity: ClassVar[Severity] = "error"

    def check(self, reading: Reading) -> Iterator[Finding]:
        """A finding at the first place in the text that prints the fact, else at its line of the data."""
        case = reading.project
        if not isinstance(case, Case) or reading.document.format != "built":
            return
        for pair in disagreements(case):
            computed = (
                f"{pair.derived.written} ({pair.derived.formula})"
                if pair.derived.formula
                else pair.derived.written
            )
            message = f"{pair.stated.id} is stated as {pair.stated.written} and computed as {computed}"
            hint = "correct the number that is wrong, or acknowledge the finding"
            sources = tuple(_source(case, id) for id in pair.derived.sources if id in case.facts)
            at = _printed(reading, pair.stated.id)
            if at:
                finding = found(self, reading, at, message, hint)
            else:
                finding = missing(self, message, hint, place=pair.stated.place)
            yield Finding(
                finding.code,
                finding.name,
                finding.severity,
                message,
                hint,
                finding.spot,
                sources,
                finding.file,
            )


def _printed(reading: Reading, id: str) -> Span | None:
    """The first place that prints the fact."""
    for number, (_, block) in enumerate(reading.blocks):
        for mark in block.marked("fact"):
            if mark.target == id:
                return Span(number, mark.start, mark.end)
    return None


def _source(case: Case, id: str) -> Spot:
    """A fact of the data as a place of its own."""
    fact = case.facts[id]
    return Spot(fact.place.file, f"{id}: {fact.written}", fact.place.line, fact.place.column)
