"""CW205."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.check.values import single
from casewright.document.mentions.model import QuantityMention
from casewright.document.reading import Reading

_CELLS = tuple(
    f"{cells}_percent" for cells in ("neutrophils", "lymphocytes", "monocytes", "eosinophils", "basophils")
)


class DifferentialOverWhole:
    """A differential count whose shares add up to more than 100%.

    Why it is bad
        The cells are parts of one hundred; one of the shares is wrong.

    Example
        The differential was 52% neutrophils, 30% lymphocytes, 8% monocytes and 20% eosinophils.

    Write instead
        The differential was 42% neutrophils, 30% lymphocytes, 8% monocytes and 20% eosinophils.

    Source
        By definition; each share may be rounded up by half of its last digit.
    """

    code: ClassVar[str] = "CW205"
    name: ClassVar[str] = "differential-over-whole"
    severity: ClassVar[Severity] = "error"

    def check(self, reading: Reading) -> Iterator[Finding]:
        groups: dict[tuple[int, str], list[QuantityMention]] = {}
        for mention in reading.quantities:
            if mention.measure in _CELLS and single(mention) is not None:
                groups.setdefault((mention.sentence, mention.time), []).append(mention)
        for shares in groups.values():
            if len(shares) < 2 or len({share.measure for share in shares}) != len(shares):
                continue
            least = sum(share.quantity.numbers[0].bounds[0] for share in shares)
            if least > 100:
                total = sum(share.quantity.numbers[0].value for share in shares)
                message = f"the shares of this differential add up to {total}%"
                yield found(self, reading, shares[0], message, "correct one of the shares", shares[1:])
