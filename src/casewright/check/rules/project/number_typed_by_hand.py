"""CW801."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from casewright.check.finding import Finding, Severity
from casewright.check.rules.project.names_with_digits import names_with_digits
from casewright.check.spotting import Span, found
from casewright.document.model import Block
from casewright.document.reading import Reading
from casewright.patterns import lazily

_TOKEN = lazily(r"[^\s()\[\];]*\d[^\s()\[\];]*")
_EXPLAINED = ("fact", "citation", "call", "literal", "generated", "link")


class NumberTypedByHand:
    """A number stands in prose or template that comes from no fact.

    Why it is bad
        It will not change when the case data change, and nothing holds it against the other places that state it:
        this is how abstract and text drift apart.

    Example
        The leukocytes were 6800 /μL.

    Write instead
        `The leukocytes were {{ labs.emergency.leukocytes }}.`, or, where the digits stand for themselves,
        `[T1]{.literal reason="weighting of the MRI"}`.

    Source
        Design of casewright: a number is typed once; names with digits, such as COVID-19, type 1 diabetes and vitamin
        B12, pass. On drift: Pitkin RM et al, JAMA 1999; 281: 1110-1111 [PMID:
        10188662]: 18% to 68% of abstracts disagreed with their article.
    """

    code: ClassVar[str] = "CW801"
    name: ClassVar[str] = "number-typed-by-hand"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        """A finding at each such number of a built manuscript, at its line of prose or template."""
        if reading.document.format != "built":
            return
        for number, (section, block) in enumerate(reading.blocks):
            if block.kind in ("reference", "figure") or section.role == "references":
                continue
            for start, end in _typed(block):
                at = Span(number, start, end)
                message = f"`{block.text[start:end]}` comes from no fact"
                hint = (
                    f"print a fact; digits that are no finding of this patient are marked: paste "
                    f'[{block.text[start:end]}]{{.literal reason="part of a name"}} there, with your reason'
                )
                yield found(self, reading, at, message, hint)


def _typed(block: Block) -> Iterator[tuple[int, int]]:
    """The words with digits that no mark explains, and that are no part of a name."""
    explained = [(mark.start, mark.end) for mark in block.marks if mark.kind in _EXPLAINED]
    explained += names_with_digits(block.text)
    for token in _TOKEN.finditer(block.text):
        digits = [token.start() + n for n, c in enumerate(token[0]) if c.isdigit()]
        if not all(any(start <= digit < end for start, end in explained) for digit in digits):
            text = token[0].rstrip(".,:")
            yield token.start(), token.start() + len(text)
