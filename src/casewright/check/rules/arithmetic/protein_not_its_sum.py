"""CW228."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import ClassVar

from casewright.check.evidence.values.values import single, span_of
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.document.mentions.model import QuantityMention
from casewright.document.reading import Reading

_ALL = ("protein_total", "albumin", "globulin")


class ProteinNotItsSum:
    """A total protein that is not the sum of the albumin and the globulin printed with it.

    Why it is bad
        Globulin is the difference of the two by definition; one of the figures is wrong.

    Example
        Total protein was 6.4 g/dL, albumin 3.1 g/dL and globulin 4.3 g/dL.

    Write instead
        Total protein was 6.4 g/dL, albumin 3.1 g/dL and globulin 3.3 g/dL.

    Source
        By definition; all figures are held to their rounding, and a thirtieth of the total is allowed.
    """

    code: ClassVar[str] = "CW228"
    name: ClassVar[str] = "protein-not-its-sum"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        for group in _groups(reading):
            if set(group) != set(_ALL) or len({mention.quantity.unit for mention in group.values()}) != 1:
                continue
            whole, albumin, globulin = (group[measure].quantity.numbers[0] for measure in _ALL)
            total = albumin.value + globulin.value
            slack = Fraction(whole.value) / 30  # 0.2 g of 6 g/dL
            span = span_of(albumin) + span_of(globulin)
            if not span.low - slack <= Fraction(whole.value) <= span.high + slack:
                message = f"total protein is {whole.text}, and albumin and globulin are {total}"
                against = [group["albumin"], group["globulin"]]
                yield found(
                    self, reading, group["protein_total"], message, "correct one of the three", against
                )


def _groups(reading: Reading) -> list[dict[str, QuantityMention]]:
    """The proteins of one paragraph and time, where each is printed once."""
    groups: dict[tuple[int, str], dict[str, list[QuantityMention]]] = {}
    for mention in reading.quantities:
        if mention.measure in _ALL and mention.subject == "patient" and single(mention) is not None:
            groups.setdefault((mention.block, mention.time), {}).setdefault(mention.measure, []).append(
                mention
            )
    return [
        {measure: found[0] for measure, found in group.items()}
        for group in groups.values()
        if all(len(found) == 1 for found in group.values())
    ]
